"""Makes the pictures of the README from the report of the example.

``python -m scripts.pictures`` makes them, with the text of each page noted beside them;
``python -m scripts.pictures check`` says which no longer show what the report says.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from pypdf import PdfReader
from pypdf.generic import Destination

from toolkit.catalogue import library, shipped
from toolkit.domain.report import Form, Kind
from toolkit.paths import EXAMPLE
from toolkit.services.say_report import Order
from toolkit.services.score_scan import score_file
from toolkit.services.write_report import make_report

Outline: TypeAlias = "Sequence[Destination | Outline]"

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
NOTE = PICTURES / "pages.txt"
DAY = date(2026, 12, 18)
WIDTH = 640
SHOWN: Mapping[str, str] = {
    "samenvatting.png": "Samenvatting op één bladzijde",
    "minimumlijn.png": "De minimumlijn",
    "themas.png": "Thema voor thema",
    "thema.png": "Bestuur en beleid",
}


def the_report() -> bytes:
    """Return the report of the example that the pictures are taken from."""
    order = Order(Kind.FULL, Form.WORK, "nl", DAY)
    return make_report(score_file(EXAMPLE, shipped()), library(), order).pdf


def out_of_date(report: bytes) -> tuple[str, ...]:
    """Return the pictures that are missing or show a page that says something else now."""
    noted = dict(line.split() for line in NOTE.read_text("utf-8").splitlines())
    return tuple(
        name
        for name, _, said in _pages(report)
        if noted.get(name) != said or not (PICTURES / name).is_file()
    )


def make(report: bytes) -> None:
    """Write the pictures, with the note of what their pages say."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(report)
        file.flush()
        for name, number, _ in _pages(report):
            _draw(Path(file.name), number, PICTURES / name)
    lines = (f"{name} {said}\n" for name, _, said in _pages(report))
    NOTE.write_text("".join(lines), "utf-8")


def _pages(report: bytes) -> Iterator[tuple[str, int, str]]:
    """Yield each picture with the number of its page and a fingerprint of what that says."""
    reader = PdfReader(io.BytesIO(report))
    bookmarks = {str(bookmark.title): bookmark for bookmark in _bookmarks(reader.outline)}
    for name, title in SHOWN.items():
        number = reader.get_destination_page_number(bookmarks[title]) or 0
        text = "".join(reader.pages[number].extract_text().split())
        yield name, number + 1, sha256(text.encode()).hexdigest()


def _bookmarks(outline: Outline) -> Iterator[Destination]:
    for part in outline:
        if isinstance(part, Destination):
            yield part
        else:
            yield from _bookmarks(part)


def _draw(report: Path, number: int, picture: Path) -> None:
    """Draw one page; pdftoppm adds the ending to the name itself."""
    page = ("-f", f"{number}", "-l", f"{number}", "-singlefile")
    size = ("-scale-to-x", f"{WIDTH}", "-scale-to-y", "-1")
    target = str(picture.with_suffix(""))
    subprocess.run(("pdftoppm", "-png", *page, *size, str(report), target), check=True)


if __name__ == "__main__":
    shown = the_report()
    if sys.argv[1:] != ["check"]:
        PICTURES.mkdir(parents=True, exist_ok=True)
        make(shown)
    old = out_of_date(shown)
    print("\n".join(f"{name} is out of date" for name in old) or "The pictures show the report.")
    sys.exit(bool(old))
