"""Makes the texts of files ready to be understood: facts filled in, nothing empty or unsafe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.catalogue.joined_files import JoinedFiles
from toolkit.catalogue.placeholders import fill_in
from toolkit.domain.library import Library
from toolkit.domain.problems import Place
from toolkit.reading.shape import Fault, quoted, some
from toolkit.reading.yaml_text import Plain

_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:[a-z]+|#x?[0-9a-f]+);", re.IGNORECASE)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


def prepared(files: JoinedFiles, library: Library | None) -> tuple[Fault, ...]:
    """Fill in what the library knows; return what is wrong with the texts by themselves.

    Without a library nothing is filled in.
    """
    faults = [*some(Fault("empty_value", place) for place in files.empty())]
    faults += fill_in(files.value, files.braced(), library)
    if not all(_looks_plain(part.document.text) for part in files.parts.values()):
        faults += some(_not_plain(files.value))
    return tuple(faults)


def _looks_plain(text: str) -> bool:
    """Return whether a whole file is free of anything that `_not_plain` would find."""
    return not any(sign in text for sign in "<&\\") and not _UNSEEN.search(text)


def _not_plain(value: Plain, place: Place = ()) -> Iterator[Fault]:
    """Yield every text with markup, or with characters that cannot be seen."""
    if isinstance(value, str):
        if _MARKUP.search(value):
            yield Fault("text_markup", place, {"given": quoted(value)})
        unseen = _UNSEEN.search(value)
        if unseen:
            yield Fault("text_unseen", place, {"code": f"U+{ord(unseen[0]):04X}"})
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield from _not_plain(part, (*place, key))
