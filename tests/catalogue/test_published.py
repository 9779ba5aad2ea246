"""What was released is compared with the editions beside the list, with nothing else."""

import os
from pathlib import Path

import pytest

from tests.catalogue.corpus import EDITION, Copy, a_copy
from toolkit.catalogue.published import PUBLISHED, fingerprint


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return a_copy(tmp_path / "copy")


def released(copy: Copy, text: str) -> None:
    (copy.place / EDITION.parent / PUBLISHED).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("/etc/ssl x", "published_line"),
        ("../goede-lijst x", "published_line"),
        ("\x1b]0;x\x07zz abc", "published_line"),
        ("x" * 900_000, "published_line"),
        ("2 x", "published_gone"),
        ("1 " + "x" * 900_000, "published_changed"),
    ],
    ids=lambda value: value[:12],
)
def test_a_line_names_an_edition_beside_the_list(line: str, code: str, copy: Copy) -> None:
    released(copy, f"{line}\n")

    found = copy.checked()

    assert [(part.code, part.severity, part.line) for part in found] == [(code, "finding", 1)]
    assert max(map(len, found[0].details.values())) <= 60


def test_an_endless_list_is_read_in_part(copy: Copy) -> None:
    released(copy, "1 x\n" * 200_000)

    codes = [problem.code for problem in copy.checked()]

    assert len(codes) == 501
    assert codes[-1] == "and_more"


def test_a_list_that_is_no_file_is_a_finding(copy: Copy) -> None:
    os.mkfifo(copy.place / EDITION.parent / PUBLISHED)

    assert [(part.code, part.severity) for part in copy.checked()] == [("not_a_file", "finding")]


def test_an_edition_elsewhere_is_not_read(copy: Copy, tmp_path: Path) -> None:
    elsewhere = a_copy(tmp_path / "elsewhere").place / EDITION
    (copy.place / EDITION.parent / "2").symlink_to(elsewhere)
    released(copy, f"2 {fingerprint(elsewhere)}\n")

    codes = [problem.code for problem in copy.checked()]

    assert "file_outside" in codes


@pytest.mark.parametrize(
    ("size", "code"), [(0, "published_changed"), (20_000_000_000, "file_large")]
)
def test_a_file_of_an_edition_is_read_as_far_as_it_may_be(size: int, code: str, copy: Copy) -> None:
    with (copy.place / EDITION / "picture.png").open("wb") as file:
        file.truncate(size)
    released(copy, "1 x\n")

    assert [problem.code for problem in copy.checked()] == [code]


@pytest.mark.parametrize("target", ["/dev/zero", "/etc/hostname", "/no/such/file"])
def test_a_link_out_of_an_edition_is_named(target: str, copy: Copy) -> None:
    (copy.place / EDITION / "picture.png").symlink_to(target)
    released(copy, "1 x\n")

    found = copy.checked()

    assert [(part.code, part.file) for part in found] == [
        ("file_outside", "goede-lijst/1/picture.png")
    ]
