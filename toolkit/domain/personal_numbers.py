"""Finds numbers that belong to one person: BSN, telephone, case, bank account.

Every pattern here has an upper bound on each repetition, so that time grows with the text alone.
"""

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from toolkit.domain.pattern import Pattern

_BSN = Pattern(
    r"(?<![\w€])(?<![0-9][ .,/-])(?<!€\s)"
    r"(?:[0-9]{9}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3}"
    r"|[0-9]{3}[ .-][0-9]{2}[ .-][0-9]{4}|[0-9]{2}[ .-][0-9]{2}[ .-][0-9]{2}[ .-][0-9]{3})"
    r"(?!\w|[ .,/-]?[0-9]|\s?(?:€|euro|eur)\b)",
    re.IGNORECASE,
)
_CALLED_BSN = Pattern(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer)(?:-?nummer|-?nr)?\W{0,3}(?:is |van \w{1,20} is )?"
    r"(?P<it>[0-9](?:[ .-]?[0-9]){7,8})(?![0-9])",
    re.IGNORECASE,
)
_SEP = r"[ .\-–/()\u00a0]{0,3}"
_PHONE = Pattern(
    rf"(?<![\w+])(?<![0-9][.,/-])(?:\(?0(?:6|[1-57-9][0-9]{{1,2}})\)?(?:{_SEP}[0-9]){{6,8}}"
    rf"|(?:\+|00)[1-9](?:{_SEP}[0-9]){{8,13}})"
    r"(?!\w|[ .-]?[0-9])"
)
_FOR_EVERYBODY = ("0800", "0900", "0906", "0909", "088", "0880")
_IBAN = Pattern(r"\b[A-Z]{2}[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}\b", re.IGNORECASE)

_VALUE = r"(?=[a-z/.-]{0,6}[0-9])[a-z0-9](?:[/.-]?[a-z0-9]){0,24}"
_NUMBERED_CASE = Pattern(
    r"\b(?:zaak|dossier|casus|cli[eë]nt|leerling|meldings?|pati[eë]nt|parket|rekest|proces-verbaal"
    r"|pv|v|vreemdelingen|kind|jeugdigen?|case|file|client|pupil)"
    r"[ -]?(?:nummer|nr|id|number|no)(?![a-z])\W{0,3}(?:van (?:\w{1,20} ){1,4})?(?:(?:is|was|luidt|van|onder)\s)?"
    + _VALUE,
    re.IGNORECASE,
)
_CASE = Pattern(
    r"\b(?:zaak|dossier|casus|melding|case|file)\s(?P<it>" + _VALUE + ")", re.IGNORECASE
)
_FORMATTED_CASE = Pattern(
    r"(?<![\w/-])(?:PL[0-9]{4}-?[0-9]{6,10}|[0-9]{2}/[0-9]{6}-[0-9]{2})(?![\w/-])"
)
_YEARS = Pattern(r"(?:19|20)[0-9]{2}[-/](?:19|20)[0-9]{2}")


def bsns(text: str) -> Iterator[tuple[int, int]]:
    """Find numbers that pass the eleven-test, and any that is called a BSN."""
    for found in _BSN.finditer(text):
        if bsn.is_valid(found[0]):
            yield found.span()
    for found in _CALLED_BSN.finditer(text):
        yield found.span("it")


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Find telephone numbers, except those that by their prefix are nobody's own."""
    for found in _PHONE.finditer(text):
        number = dialled(found[0])
        if not number.startswith(_FOR_EVERYBODY) and (len(number) == 10 or number.startswith("00")):
            yield found.span()


def dialled(number: str) -> str:
    """Return the digits as somebody in the Netherlands dials them: +31 (0)6 becomes 06."""
    digits = "".join(sign for sign in number if sign in "0123456789")
    if number.lstrip(" (").startswith("+"):
        digits = f"00{digits}"
    if digits.startswith("0031"):
        return "0" + digits.removeprefix("0031").removeprefix("0")
    return digits


def case_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Find numbers that somebody's file is known by, at the municipality, the police or school."""
    for pattern in (_NUMBERED_CASE, _FORMATTED_CASE):
        yield from (found.span() for found in pattern.finditer(text))
    for found in _CASE.finditer(text):
        if sum(map(str.isdigit, found["it"])) >= 6 and not _YEARS.fullmatch(found["it"]):
            yield found.span()


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Find bank accounts written as in the Netherlands."""
    return (found.span() for found in _IBAN.finditer(text))
