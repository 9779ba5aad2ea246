"""What a questionnaire takes from the library, or from other questionnaires, must be there."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalogue.rules.subject import PlacedItem, Subject
from toolkit.domain.items import Advice
from toolkit.domain.library import Library
from toolkit.reading.shape import Fault, nearest, quoted


def known_to_library(subject: Subject, library: Library) -> Iterator[Fault]:
    """Yield the roles, articles and norms that the library does not have."""
    for placed in subject.items:
        yield from _roles(placed, library)
        for number, article in enumerate(placed.item.crc):
            if article not in library.articles_by_number:
                place = (*placed.place, "crc", number)
                yield Fault("article_unknown", place, {"name": str(article)})
        for number, code in enumerate(placed.item.refs):
            if not library.knows_norm(code):
                likely = nearest(code, tuple(library.norms_by_code))
                place = (*placed.place, "refs", number)
                yield Fault("norm_unknown", place, {"name": quoted(code), "nearest": likely})


def informs_something(subject: Subject, elsewhere: frozenset[str]) -> Iterator[Fault]:
    """Yield what items say they inform that is in no questionnaire."""
    for placed in subject.items:
        for number, name in enumerate(placed.item.informs):
            if name not in elsewhere and name not in subject.known:
                likely = nearest(name, tuple(elsewhere))
                place = (*placed.place, "informs", number)
                yield Fault("informs_unknown", place, {"name": name, "nearest": likely})


def safe_for_the_young(subject: Subject) -> Iterator[Fault]:
    """A questionnaire for young people opens only behind safeguards."""
    whole = subject.questionnaire
    if whole.audience == "youth" and not whole.safeguards:
        yield Fault("safeguards_missing", ("safeguards",))
    if whole.passport is None:
        yield Fault("passport_missing", ("passport",))


def _roles(placed: PlacedItem, library: Library) -> Iterator[Fault]:
    roles = library.roles_by_id
    for number, role in enumerate(placed.item.who):
        if role not in roles:
            details = {"name": role, "nearest": nearest(role, tuple(roles))}
            yield Fault("role_unknown", (*placed.place, "who", number), details)
    for step, advice in placed.item.advice.items():
        if isinstance(advice, Advice) and advice.owner not in roles:
            details = {"name": advice.owner, "nearest": nearest(advice.owner, tuple(roles))}
            yield Fault("role_unknown", (*placed.place, "advice", step, "owner"), details)
