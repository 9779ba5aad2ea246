"""The pictures of the README show what the report says today."""

import pytest

from scripts.pictures import PICTURES, SHOWN, out_of_date, the_report

pytestmark = pytest.mark.slow


def test_the_pictures_show_the_report_as_it_is() -> None:
    report = the_report()

    old = out_of_date(report)

    assert old == (), "make them again: .venv/bin/python -m scripts.pictures"


def test_every_picture_stands_in_the_readme_with_words_for_who_cannot_see_it() -> None:
    readme = (PICTURES.parent.parent / "README.md").read_text("utf-8")

    without = [name for name in SHOWN if f'docs/pictures/{name}" width="380" alt="' not in readme]

    assert SHOWN
    assert without == []
