"""Every page in every state, for eyes, hands and ears."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.gallery import View, pages_of, save
from tests.browser.screens import FOLDER, HELD, SHOWN, TOGETHER, all_views, out_of_date
from tests.browser.wall import hung
from tests.markup.validator import errors_in
from tests.web.builders import a_site

Views = Mapping[str, tuple[View, ...]]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Views:
    """Every page, by language."""
    places = {language: tmp_path_factory.mktemp(language) for language in ("nl", "en")}
    return {language: all_views(place, language) for language, place in places.items()}


def test_every_page_was_found(views: Views, tmp_path: Path) -> None:
    """No page is there that no link leads to."""
    rules = pages_of(a_site(tmp_path))

    seen = {view.endpoint for view in views["nl"]}

    assert {rule.endpoint for rule in rules} - seen == set()


@pytest.mark.parametrize(
    ("language", "width", "colours"), [("nl", 1280, "light"), ("en", 360, "dark")]
)
def test_axe_finds_nothing_and_everything_fits(
    views: Views,
    chromium: Browser,
    tmp_path: Path,
    language: str,
    width: int,
    colours: Literal["light", "dark"],
) -> None:
    """WCAG 2.2 AA on a screen and a telephone, by day and by night; 400 %."""
    with hung(views[language], chromium, tmp_path) as wall:
        faults = wall.examine_all(width, colours)

    assert faults == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_markup_has_no_errors(views: Views, tmp_path: Path, language: str) -> None:
    save(views[language], tmp_path)

    assert errors_in(tmp_path) == []


def test_the_pictures_of_the_guides_show_the_pages_as_they_are(views: Views) -> None:
    assert out_of_date(views) == [], "make them again: .venv/bin/python -m tests.browser.screens"


@pytest.mark.parametrize(
    ("guide", "language", "pictures"),
    [
        ("gebruikers.md", "nl", SHOWN),
        ("users.md", "en", SHOWN),
        ("samenwerken.md", "nl", TOGETHER),
        ("working-together.md", "en", TOGETHER),
        ("workshops.md", "nl", HELD),
        ("holding-workshops.md", "en", HELD),
    ],
)
def test_every_picture_stands_in_its_guide_with_words_for_who_cannot_see_it(
    guide: str, language: str, pictures: Mapping[str, str]
) -> None:
    text = (FOLDER.parent / guide).read_text("utf-8")

    shown = re.findall(
        rf'<img src="pictures/([a-z-]+)-{language}\.png" width="480" alt="[^"]+">', text
    )

    assert shown == list(pictures)
