"""Makes the pictures of the user guides from the pages as they are, in both languages."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.gallery import View, every_page
from tests.browser.gallery_after import after_pages
from tests.browser.gallery_excel import excel_pages
from tests.browser.gallery_held import held_pages
from tests.browser.gallery_place import place_pages
from tests.browser.gallery_plan import plan_pages
from tests.browser.gallery_prepare import prepare_pages
from tests.browser.gallery_region import region_pages
from tests.browser.gallery_room import room_pages
from tests.browser.gallery_team import team_pages
from tests.browser.programs import start
from tests.browser.wall import hung
from tests.house.source import ROOT
from tests.web.pages import Page, looked_over

FOLDER = ROOT / "docs" / "pictures"
NOTE = FOLDER / "screens.txt"
LANGUAGES = ("nl", "en")
SIZE = (1000, 1000)
COLOURS = 48
# Folders, addresses and codes, which differ from one installation to the next.
VARIES = re.compile(r"/|https?://|[0-9A-Z]{5}-[0-9A-Z]{5}")
# Which page each picture shows, in the order of the guides.
SHOWN: Mapping[str, str] = {
    "welcome": "welcome",
    "start": "home.doors",
    "plan": "half scan.show 1",
    "question": "half answering.item 1",
    "find-out": "half find_out.index 1",
    "review": "half outcome.look_over 1",
    "outcome": "example",
    "theme": "final outcome.theme 1",
    "documents": "final documents.index 1",
    "after": "final life.show 1",
}
# The same of the guides for people who fill in together.
TOGETHER: Mapping[str, str] = {
    "asking": "handed over",
    "arriving": "arriving",
    "region": "region before offering",
    "offers": "region offers",
    "shared": "shared all",
    "own-data": "own data",
}
# The same of the guides for who holds a workshop.
HELD: Mapping[str, str] = {
    "proposal": "a proposal",
    "room": "private counted",
    "projector": "projector revealed",
    "brought": "what a workshop brought",
}


def make(views: Mapping[str, tuple[View, ...]]) -> None:
    """Write every picture, with the note of what its page says."""
    with sync_playwright() as playwright, start(playwright) as browser:
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as folder:
                chosen = _chosen(views[language])
                with hung(tuple(chosen.values()), browser, Path(folder)) as wall:
                    for name, _ in zip(chosen, wall.hang_all(SIZE[0]), strict=True):
                        _keep(wall.page.screenshot(full_page=True), _file(name, language))
    NOTE.write_text("".join(f"{name} {said}\n" for name, said in _said(views)), "utf-8")


def out_of_date(views: Mapping[str, tuple[View, ...]]) -> list[str]:
    """Return the pictures that are missing, or show a page that says something else now."""
    noted = NOTE.read_text("utf-8").splitlines() if NOTE.is_file() else []
    return [
        name
        for name, said in _said(views)
        if f"{name} {said}" not in noted or not (FOLDER / name).is_file()
    ]


def all_views(folder: Path, language: str) -> tuple[View, ...]:
    """Return every page of everybody, in one language."""
    return (
        *every_page(folder, language),
        *region_pages(folder / "region", language),
        *team_pages(folder / "team", language),
        *place_pages(folder / "place", language),
        *after_pages(folder / "after", language),
        *held_pages(folder / "held", language),
        *prepare_pages(folder / "prepare", language),
        *room_pages(folder / "room", language),
        *plan_pages(folder / "plan", language),
        *excel_pages(folder / "excel", language),
    )


def _chosen(views: tuple[View, ...]) -> Mapping[str, View]:
    named = {view.name: view for view in views}
    return {picture: named[name] for picture, name in {**SHOWN, **TOGETHER, **HELD}.items()}


def _said(views: Mapping[str, tuple[View, ...]]) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for name, view in _chosen(views[language]).items():
            text = _lasting(looked_over(view.html))
            yield _file(name, language).name, sha256(text.encode()).hexdigest()[:16]


def _lasting(page: Page) -> str:
    """Return what a page says, without what differs from one installation to the next."""
    return " ".join(word for word in page.text.split() if not VARIES.match(word))


def _file(name: str, language: str) -> Path:
    return FOLDER / f"{name}-{language}.png"


def _keep(picture: bytes, file: Path) -> None:
    """Write a picture with few colours, so that it stays small."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.crop((0, 0, SIZE[0], min(image.height, SIZE[1]))).quantize(COLOURS).save(
        file, optimize=True
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        make({language: all_views(Path(place) / language, language) for language in LANGUAGES})
