"""Which files the register of evidence takes, how large they may be, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.plain_text import plain

LARGEST_FILE = 20 * 2**20
LARGEST_UNPACKED = 200 * 2**20
MOST_MEMBERS = 1_000
MOST_DOTS = 20_000_000
"""So many points of colour a picture may have."""
LARGEST_LOGO = 5 * 2**20
LOGO_SIZE = (800, 400)
"""How wide and high a logo is kept at most, in points of colour."""
LONGEST_NAME = 100

_NOT_IN_NAMES = '<>:"|?*%'
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


class BadFile(Exception):
    """A file that is not taken.

    ``reason`` is ``empty``, ``too_large``, ``other_kind``, ``damaged``, ``locked`` (with a
    password), ``program`` (a macro, a script), ``file_inside``, ``too_much_inside``, ``picture``
    (with too many points), ``virus``, or ``unlooked`` when nobody could look at it now.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file: its media type, the ending that we give it, others that people use."""

    id: str
    media: str
    others: tuple[str, ...] = ()

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that a file of this kind may have, ours first."""
        return (f".{self.id}", *self.others)


_OFFICE = "application/vnd.openxmlformats-officedocument."
FILE_TYPES: Mapping[str, FileType] = {
    kind.id: kind
    for kind in (
        FileType("pdf", "application/pdf"),
        FileType("docx", f"{_OFFICE}wordprocessingml.document"),
        FileType("xlsx", f"{_OFFICE}spreadsheetml.sheet"),
        FileType("odt", "application/vnd.oasis.opendocument.text"),
        FileType("png", "image/png"),
        FileType("jpg", "image/jpeg", (".jpeg",)),
    )
}


def clean_name(given: str, kind: FileType) -> str:
    """Return a name that is safe on every system and says of which kind the file is (T54).

    No folder, nothing that cannot be seen or turns the text around, no name of a device, and
    always the ending of what the file is.
    """
    last = given[-4_000:].replace("\\", "/").rpartition("/")[2]
    shown = plain(last, one_line=True)
    bare = _without_ending("".join(sign for sign in shown if sign not in _NOT_IN_NAMES), kind)
    name = bare.strip(". ")[:LONGEST_NAME].strip(". ")
    if name.partition(".")[0].strip().lower() in _DEVICES:
        name = f"_{name}"
    return f"{name or 'document'}.{kind.id}"


def _without_ending(name: str, kind: FileType) -> str:
    ending = next((one for one in kind.endings if name.lower().endswith(one)), "")
    return name.removesuffix(name[len(name) - len(ending) :]) if ending else name
