"""Questionnaires are found by their id and edition."""

import shutil
from pathlib import Path

import pytest

from tests.catalogue.corpus import EDITION, GOOD
from toolkit.catalogue import Shelf, shelf_at


def a_shelf(place: Path, *editions: str) -> Shelf:
    for edition in editions:
        folder = place / EDITION.parent / edition
        shutil.copytree(GOOD / EDITION, folder)
        head = folder / "questionnaire.yaml"
        head.write_text(head.read_text("utf-8").replace('edition: "1"', f'edition: "{edition}"'))
    return shelf_at(place)


def test_editions_are_ordered_as_people_count(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, "2026.10", "2026.9", "2025.12")

    assert shelf.editions("goede-lijst") == ("2025.12", "2026.9", "2026.10")
    assert shelf.newest("goede-lijst").edition == "2026.10"


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path, "1")

    assert shelf.editions("elders") == ()
    with pytest.raises(KeyError):
        shelf.newest("elders")
    with pytest.raises(KeyError):
        shelf.find("goede-lijst", "2")
