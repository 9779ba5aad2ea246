"""What a password has to be: long, and nothing that others would try first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum
from itertools import pairwise

SHORTEST, ADVISED, LONGEST = 12, 15, 128
_SHORTEST_WORD, _LONGEST_WORD, _FEWEST_PARTS = 4, 64, 5
_OURS = frozenset(
    ["kinderrechtenscan", "kinderrechten", "childrights", "kinderen", "mensenhandel", "scan"]
)
_OFTEN_HERE = frozenset(
    [
        "wachtwoord",
        "welkom",
        "geheim",
        "gemeente",
        "burgemeester",
        "wethouder",
        "coordinator",
        "beleid",
        "zomer",
        "winter",
        "herfst",
        "lente",
        "januari",
        "februari",
        "maart",
        "april",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "voetbal",
        "vakantie",
        "koffie",
        "fiets",
        "hallo",
        "liefde",
        "schatje",
        "oranje",
        "feyenoord",
        "utrecht",
        "rotterdam",
        "nederland",
        "vandaag",
        "morgen",
        "veiligheid",
        "kantoor",
        "toegang",
        "inloggen",
        "stadhuis",
    ]
)


class Weak(StrEnum):
    """Why a password cannot be one."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"


def normal(typed: str) -> str:
    """Return a password as it is kept, however the keyboard made its letters."""
    return unicodedata.normalize("NFKC", typed)


def weakness(typed: str, common: Collection[str] = (), names: Collection[str] = ()) -> Weak | None:
    """Return why this cannot be a password; no rule says which characters it must have.

    ``common`` are words that many people choose, ``names`` what stands around this account: each
    counts as one part, as does a row of figures or of the same or following letters.
    """
    password = normal(typed)
    if len(password) < SHORTEST:
        return Weak.SHORT
    if len(password) > LONGEST:
        return Weak.LONG
    folded = password.casefold()
    repeats = folded in (folded + folded)[1:-1]
    whole = {normal(name).casefold() for name in names}
    words = whole | {piece for name in whole for piece in re.findall(r"\w{3,}", name)}
    if repeats or _parts(folded, (common, _OURS, _OFTEN_HERE, words)) < _FEWEST_PARTS:
        return Weak.COMMON
    return None


def _parts(text: str, known: tuple[Collection[str], ...]) -> int:
    """Return in how many pieces somebody has to guess a text."""
    start = parts = 0
    while start < len(text):
        start += max(_word(text, start, known), _row(text, start), 1)
        parts += 1
    return parts


def _word(text: str, start: int, known: tuple[Collection[str], ...]) -> int:
    lengths = range(min(_LONGEST_WORD, len(text) - start), _SHORTEST_WORD - 1, -1)
    pieces = (text[start : start + length] for length in lengths)
    return next((len(one) for one in pieces if any(one in words for words in known)), 0)


def _row(text: str, start: int) -> int:
    """Return how long what begins here goes on as figures, or as one step after another."""
    figures = re.match(r"\d*", text[start:])
    steps = [ord(after) - ord(before) for before, after in pairwise(text[start:])]
    same = next((at for at, step in enumerate(steps) if step != steps[0]), len(steps))
    row = same + 1 if steps and abs(steps[0]) <= 1 else 1
    return max(row, figures.end() if figures else 0)
