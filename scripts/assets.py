"""Fetches the vendored assets again, or checks that they are what assets.lock says.

python -m scripts.assets check      every file is there, unchanged and named in the lock
python -m scripts.assets refresh    take the packages from npm, make our own font, write the lock
"""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from toolkit.documents.own_assets import ASSETS, LOCK, damaged_assets, digest

OWN_FONT = "fonts/every-other-character.ttf"


@dataclass(frozen=True, slots=True)
class Package:
    """One package, with the files we take from it and where they go."""

    name: str
    version: str
    licence: str
    files: Mapping[str, str]


PACKAGES = (
    Package(
        name="source-sans",
        version="3.52.0",
        licence="OFL-1.1",
        files={
            "LICENSE.md": "fonts/OFL-source-sans.txt",
            "TTF/SourceSans3-Regular.ttf": "fonts/SourceSans3-Regular.ttf",
            "TTF/SourceSans3-It.ttf": "fonts/SourceSans3-It.ttf",
            "TTF/SourceSans3-Semibold.ttf": "fonts/SourceSans3-Semibold.ttf",
            "TTF/SourceSans3-Bold.ttf": "fonts/SourceSans3-Bold.ttf",
        },
    ),
)


def refresh() -> None:
    """Write the vendored files, our own font and the lock."""
    rows = []
    for package in PACKAGES:
        rows += _vendored(package)
    (ASSETS / OWN_FONT).write_bytes(every_other_character())
    rows.append(_row(OWN_FONT, "made by scripts/assets.py", "1", "EUPL-1.2"))
    (ASSETS / LOCK).write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


def every_other_character() -> bytes:
    """Make a font with a box for each character, which stands in where the text font has none.

    A PDF for the archive may not refer to a glyph that is not there, yet anybody may type a
    character we have no shape for. Each has a box of its own, so that copying the text out
    of the PDF still gives the character that was typed.
    """
    names = {code: f"u{code:X}" for code in _printable()}
    spaces = {name for code, name in names.items() if chr(code).isspace()}
    glyphs = [".notdef", "box", *names.values()]
    builder = FontBuilder(unitsPerEm=1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(names)
    box, copy, nothing = _box(), _copy_of_box(), TTGlyphPen(None).glyph()
    shapes = {name: nothing if name in spaces else copy for name in names.values()}
    builder.setupGlyf({".notdef": box, "box": box, **shapes})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 60)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Every Other Character", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, fsType=0)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    made = io.BytesIO()
    builder.save(made)
    return made.getvalue()


def _printable() -> list[int]:
    """Return the code points a PDF prints; `toolkit.documents.pdf` replaces all others."""
    unprintable = {*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF}
    basic = [*range(0x20, 0xD800), *range(0xF900, 0x10000)]
    emoji = range(0x1F000, 0x1FC00)
    return [code for code in (*basic, *emoji) if code not in unprintable]


def _box() -> object:
    pen = TTGlyphPen(None)
    for low, turn in ((0, 1), (40, -1)):
        corners = [(60 + low, low), (60 + low, 700 - low), (540 - low, 700 - low), (540 - low, low)]
        pen.moveTo(corners[0])
        for corner in corners[1:] if turn > 0 else corners[:0:-1]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def _copy_of_box() -> object:
    pen = TTGlyphPen({"box": None})
    pen.addComponent("box", (1, 0, 0, 1, 0, 0))
    return pen.glyph()


def _vendored(package: Package) -> list[dict[str, str]]:
    fetch = ("npm", "pack", "--silent", f"{package.name}@{package.version}")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(fetch, cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            for source, target in package.files.items():
                _take(archive, source, ASSETS / target)
    return [
        _row(target, f"npm {package.name}", package.version, package.licence)
        for target in package.files.values()
    ]


def _take(archive: tarfile.TarFile, source: str, target: Path) -> None:
    file = archive.extractfile(f"package/{source}")
    if file is None:
        raise FileNotFoundError(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read())


def _row(name: str, source: str, version: str, licence: str) -> dict[str, str]:
    return {
        "file": name,
        "source": source,
        "version": version,
        "licence": licence,
        "sha256": digest(ASSETS / name),
    }


if __name__ == "__main__":
    if sys.argv[1:] == ["refresh"]:
        refresh()
    damaged = damaged_assets()
    told = [f"{name} is not as assets.lock says." for name in damaged]
    print("\n".join(told) or "Every vendored file is as assets.lock says.")
    sys.exit(bool(damaged))
