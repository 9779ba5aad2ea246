"""Points at personal data in a text, before it is kept."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from toolkit.domain import people, personal_numbers, personal_places

Span = tuple[int, int]


class PersonalData(StrEnum):
    """What may give away who somebody is."""

    BSN = "bsn"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    NAME_WITH_AGE = "name_with_age"
    CASE_NUMBER = "case_number"
    ADDRESS = "address"
    IBAN = "iban"


@dataclass(frozen=True, slots=True)
class PrivacyWarning:
    """The characters ``start`` up to ``end`` look like personal data of this kind."""

    kind: PersonalData
    start: int
    end: int


def warnings(text: str, *, public: Collection[str] = ()) -> tuple[PrivacyWarning, ...]:
    """Return what in ``text`` looks like personal data, in the order of the text.

    Spans never overlap; of two that do, the one that begins first stays. ``public`` are
    telephone numbers that everybody may know, such as those of helplines, written in any way.
    A warning is a guess: one in eleven random numbers of nine digits passes for a BSN.
    """
    known = frozenset(personal_numbers.dialled(number) for number in public)
    found = [
        PrivacyWarning(kind, start, end)
        for kind, spans in _RECOGNISERS.items()
        for start, end in spans(text)
        if kind is not PersonalData.PHONE or personal_numbers.dialled(text[start:end]) not in known
    ]
    return tuple(_apart(sorted(found, key=lambda one: (one.start, -one.end))))


def _apart(found: list[PrivacyWarning]) -> Iterator[PrivacyWarning]:
    reached = 0
    for warning in found:
        if warning.start >= reached:
            reached = warning.end
            yield warning


_RECOGNISERS: Mapping[PersonalData, Callable[[str], Iterator[Span]]] = {
    PersonalData.IBAN: personal_numbers.ibans,
    PersonalData.BSN: personal_numbers.bsns,
    PersonalData.CASE_NUMBER: personal_numbers.case_numbers,
    PersonalData.PHONE: personal_numbers.phones,
    PersonalData.EMAIL: personal_places.emails,
    PersonalData.ADDRESS: personal_places.addresses,
    PersonalData.BIRTH_DATE: people.birth_dates,
    PersonalData.NAME_WITH_AGE: people.names_with_an_age,
}
