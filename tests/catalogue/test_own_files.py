"""An edition is read from its own folder only, and only what is a file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalogue.corpus import EDITION, Copy, a_copy
from toolkit.cli.main import run

ZERO = Path("/dev/zero")
Place = Callable[[Path], None]
PARTS = ["questionnaire.yaml", "themes/02-doen.yaml", "scenarios/een-geval.yaml"]


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_device(path: Path) -> None:
    path.symlink_to(ZERO)


def a_way_out(path: Path) -> None:
    outside = path.parents[4] / "outside.yaml"
    outside.write_text("secret: hush\n")
    path.symlink_to(outside)


def with_instead(place: Path, part: str, put: Place) -> Copy:
    """Return a copy in which something else stands where a file was."""
    copy = a_copy(place / "copy")
    path = copy.place / EDITION / part
    path.unlink()
    put(path)
    return copy


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("put", [a_pipe, a_folder, a_device, a_way_out])
def test_what_is_no_file_of_the_edition_is_an_error(
    part: str, put: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """T60, T63: nothing waits, nothing outside is read."""
    copy = with_instead(tmp_path, part, put)

    code = run(["check", str(copy.place)], {})

    said = capsys.readouterr().out
    assert code == 1
    assert "Errors: 1." in said
    assert "hush" not in said
    assert "secret" not in said


@pytest.mark.parametrize("named", ["themes", ".", "themes/weg.yaml"])
def test_a_theme_that_names_no_file_is_an_error(named: str, tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    head = copy.place / EDITION / "questionnaire.yaml"
    head.write_text(head.read_text("utf-8").replace("themes/02-doen.yaml", named), "utf-8")

    code = run(["check", str(copy.place)], {})

    assert code == 1
    assert [said.code for said in copy.said()] == ["include_missing", "file_unused"]


def test_a_link_within_the_edition_is_followed(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    theme = copy.place / EDITION / "themes" / "02-doen.yaml"
    theme.rename(theme.with_name("doen.txt"))
    theme.symlink_to("doen.txt")

    assert copy.checked() == ()


def test_a_folder_that_leads_to_itself_is_no_questionnaire(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)

    codes = [
        run(["check", str(loop)], {}),
        run(["blank", "-o", "x", "--questionnaire", str(loop)], {}),
    ]

    assert codes == [2, 2]
    assert "There is no questionnaire here." in capsys.readouterr().out
