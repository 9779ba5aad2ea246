"""Makes any text safe to keep and to print: composed letters, nothing that cannot be seen."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_TEXT = 10_000
MOST_MARKS = 8  # on one letter; the tallest Tibetan stack in use has as many

_BREAKS = "\n\t"
_JOINERS = "\u200c\u200d"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that show nothing
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # how an emoji looks
_UNSEEN_MARKS = frozenset(map(chr, (0x034F, *range(0x180B, 0x1810), *range(0xE0100, 0xE01F0))))
_JOINED_SCRIPTS = range(0x0600, 0x18B0)  # from Arabic to Mongolian, all of India in between


class NotPlainText(ValueError):
    """A text that is too long to keep; ``longest`` is how long it may be."""

    def __init__(self, longest: int) -> None:
        super().__init__(longest)
        self.longest = longest


def plain(text: str, *, longest: int = LONGEST_TEXT, one_line: bool = False) -> str:
    """Return ``text`` in composed form (NFC) without what cannot be seen or turns it around.

    Control, surrogate, direction and format characters go, also soft hyphens and spaces without
    width. Joiners stay where a script or an emoji needs them, and so do `MOST_MARKS` marks on a
    letter. A text of which nothing shows is empty. Line breaks stay unless ``one_line``; then
    they become a space. Raises `NotPlainText` when the text is longer than ``longest`` characters.
    """
    if len(text) > longest:
        raise NotPlainText(longest)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    composed = unicodedata.normalize("NFC", "".join(filter(_may_stay, lines)))
    kept = unicodedata.normalize("NFC", "".join(_needed(composed)))
    if not any(map(_shows, kept)):
        return ""
    return " ".join(kept.split()) if one_line else kept.strip()


def slug(text: str) -> str:
    """Return a text as small plain letters and digits, hyphens between, for an id or a file name.

    Letters lose their marks. A text in another script has none left and gives nothing.
    """
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")


def _may_stay(sign: str) -> bool:
    if _kind(sign) == "C":
        return sign in _BREAKS or sign in _JOINERS
    return sign not in _UNSEEN_MARKS


def _needed(text: str) -> Iterator[str]:
    """Yield the signs, without marks that are too many and what joins or varies nothing."""
    before, joiner, marks = "", "", 0
    for sign in text:
        if sign in _JOINERS:
            joiner = joiner or sign
            continue
        marks = marks + 1 if _kind(sign) == "M" else 0
        if marks > MOST_MARKS or (sign in _SELECTORS and _kind(before) != "S"):
            continue
        if joiner and _joins(before, sign):
            yield joiner
        yield sign
        before, joiner = sign, ""


def _joins(before: str, after: str) -> bool:
    """Return whether a joiner between these two makes a difference that can be seen."""
    if before and ord(before) in _JOINED_SCRIPTS:
        return _kind(after) in "LM"
    return (_kind(before) == "S" or before in _SELECTORS) and _kind(after) == "S"


def _shows(sign: str) -> bool:
    return _kind(sign) in "LNPS" and sign not in _BLANKS


def _kind(sign: str) -> str:
    return unicodedata.category(sign)[0] if sign else " "
