"""Makes any text safe to keep and to print: composed letters, no control characters."""

import unicodedata

from toolkit.domain.fields import LONGEST_TEXT

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


class NotPlainText(ValueError):
    """A text that is too long to keep; ``longest`` is how long it may be."""

    def __init__(self, longest: int) -> None:
        super().__init__(longest)
        self.longest = longest


def plain(text: str, *, longest: int = LONGEST_TEXT, one_line: bool = False) -> str:
    """Return ``text`` in composed form (NFC) without control, surrogate or direction characters.

    Line breaks stay unless ``one_line``; then they become a space. Raises `NotPlainText` when
    the text is longer than ``longest`` characters.
    """
    if len(text) > longest:
        raise NotPlainText(longest)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    if one_line:
        lines = " ".join(lines.split())
    kept = "".join(sign for sign in lines if _may_stay(sign))
    return unicodedata.normalize("NFC", kept).strip()


def _may_stay(sign: str) -> bool:
    if sign in "\n\t":
        return True
    return sign not in _BIDI and unicodedata.category(sign) not in ("Cc", "Cs", "Cn", "Co")
