"""Finds where somebody lives or is written to: an address with its number, an e-mail address."""

import re
from collections.abc import Iterator

from toolkit.domain.pattern import Pattern

_EMAIL = Pattern(
    r"(?<![\w.+-])(?P<box>[\w.+-]{1,64})@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}", re.IGNORECASE
)
_SHARED_BOX = Pattern(
    r"(?:info|contact|post|postbus|gemeente|griffie|meldpunt|melden|melding|secretariaat|receptie"
    r"|bestuur|jeugd|zorg|veiligheid|wijkteam|loket|leerplicht|privacy|fg|klacht(?:en)?|pers"
    r"|communicatie|hulp|help|helpdesk|support|team|training|mensenhandel|zorgcoordinat(?:ie|or)"
    r"|aanmelden|noreply|no-reply|redactie|voorlichting|kinderrechten)(?:[.-].{1,40})?",
    re.IGNORECASE,
)
_SUFFIX = (
    "(?:straat|straatje|laan|weg|plein|dijk|gracht|kade|hof|singel|plantsoen|steeg|dreef|pad|park"
    "|markt|boulevard|hage|wal)"
)
_NUMBER = (
    r",? (?:op )?(?:nummer |nr\.? |huisnummer )?(?!(?:19|20)[0-9]{2}\b)[1-9][0-9]{0,3}"
    r"(?: ?[A-Ha-h]\b|[-/][0-9IVX]{1,4}\b)?(?![0-9%]|[.,:][0-9]| (?:procent|euro|keer|uur|%))"
)
_NAME = r"[A-Z][\w'’-]{1,25}"
_POSTCODE = "[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}"
_STREETS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"\b[A-Z][^\W\d_][\w'’-]{{0,24}}?{_SUFFIX}{_NUMBER}",
        rf"\b{_NAME} (?:Straat|Laan|Weg|Plein|Dijk|Gracht|Kade|Hof|Singel){_NUMBER}",
        rf"\bnummer [1-9][0-9]{{0,3}} (?:van|in|aan|op) de {_NAME}?{_SUFFIX}\b",
        rf"\b(?:Laan|Straat|Weg|Plein|Hof|Kade) (?:van|de|der|den)(?: de| den)? {_NAME}{_NUMBER}",
        rf"\b(?:[Ww]oon(?:t|de)|[Ww]onen|[Aa]dres)\b[^.!?\n]{{0,30}} [a-z'’-]{{3,25}}?{_SUFFIX}{_NUMBER}",
        rf"\b{_POSTCODE},?(?: (?:op )?(?:huis)?(?:nummer|nr\.?))? [1-9][0-9]{{0,3}}\b",
        r"\b[Pp]ostcode:? (?:is )?[1-9][0-9]{3} ?[A-Za-z]{2}\b",
    )
)
_PUBLIC = Pattern(
    r"stadhuis|gemeentehuis|stadskantoor|raadhuis|provinciehuis|bezoekadres|postadres|politiebureau"
    r"|bibliotheek|buurthuis|wijkcentrum|rechtbank",
    re.IGNORECASE,
)
_NO_STREET = Pattern(r"\b(?:Gerechtshof|Hof|Arbeidsmarkt|Werkpad|Leerpad|Groeipad)\b")
_BEFORE = 60


def emails(text: str) -> Iterator[tuple[int, int]]:
    """Find e-mail addresses, except boxes of an office such as info@."""
    for found in _EMAIL.finditer(text):
        if not _SHARED_BOX.fullmatch(found["box"]):
            yield found.span()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Find streets and postcodes with a house number, except those of public buildings."""
    for pattern in _STREETS:
        for found in pattern.finditer(text):
            around = text[max(0, found.start() - _BEFORE) : found.end()]
            if not _PUBLIC.search(around) and not _NO_STREET.match(found[0]):
                yield found.span()
