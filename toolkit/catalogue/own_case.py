"""Reads a workshop case that somebody wrote, by the rules of ours."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from toolkit.catalogue.scenarios import ReadScenario, understood
from toolkit.domain.library import Library
from toolkit.domain.privacy import PersonalData, warnings
from toolkit.domain.problems import Problem, Refused
from toolkit.domain.workshop import Scenario
from toolkit.domain.workshop_plan import MOST_QUESTIONS
from toolkit.reading.shape import Fault
from toolkit.reading.text_file import as_text
from toolkit.reading.yaml_text import NotReadable, parse
from toolkit.wording import N_

LARGEST = 100_000
"""How many bytes the file of a case may have."""
MESSAGES: Mapping[str, str] = {
    "case_large": N_("This file is larger than 100 kB. Keep only the case in it."),
    "case_taken": N_("“%(name)s” is the id of a case of ours. Choose another id."),
    "case_questions": N_(
        "A phase has at most %(most)s questions to talk about. Leave some out, or join them."
    ),
    "case_personal": N_(
        "“%(given)s” looks like a number, an address or a date of a real person. An invented case "
        "has none of those. Take it out."
    ),
}


class BadCase(Refused):
    """A case that cannot be used, with every problem in it."""


def read_case(text: str, items: Collection[str], library: Library, *, name: str = "") -> Scenario:
    """Return the case that a text in YAML is; raise `BadCase`. ``name`` is that of its file."""
    try:
        document = parse(text)
    except NotReadable as refused:
        raise BadCase(tuple(replace(one, file=name) for one in refused.problems)) from None
    found = understood(document, name, items, library)
    problems = found.unread
    if found.files is not None:
        faults = (*found.faults, *_too_many(found))
        problems += tuple(map(found.files.problem, faults))
    if problems or found.scenario is None:
        raise BadCase(problems)
    return found.scenario


def sent_case(
    content: bytes, items: Collection[str], library: Library, taken: Collection[str]
) -> tuple[Scenario, str]:
    """Return the case in a file that was sent, and its text; raise `BadCase`.

    It cannot have an id that is ``taken``, and nothing in it may look like data of a real person.
    """
    if len(content) > LARGEST:
        raise BadCase((Problem("case_large"),))
    try:
        text = as_text(content, name="")
    except NotReadable as refused:
        raise BadCase(refused.problems) from None
    problems = list(_personal(text, library))
    try:
        case = read_case(text, items, library)
    except BadCase as bad:
        raise BadCase((*bad.problems, *problems)) from None
    if case.id in taken:
        line = next(n for n, said in enumerate(text.splitlines(), 1) if case.id in said)
        problems.append(Problem("case_taken", line=line, key="id", details={"name": case.id}))
    if problems:
        raise BadCase(tuple(problems))
    return case, text


def _too_many(found: ReadScenario) -> Iterator[Fault]:
    for number, phase in enumerate(found.scenario.phases if found.scenario else ()):
        if len(phase.discuss) > MOST_QUESTIONS:
            place = ("phases", number, "discuss")
            yield Fault("case_questions", place, {"most": str(MOST_QUESTIONS)})


def _personal(text: str, library: Library) -> Iterator[Problem]:
    """Yield what looks like data of a real person; a first name with an age is part of a story."""
    public = [contact.number for contact in library.helplines.contacts if contact.number]
    for one in warnings(text, public=public):
        if one.kind is not PersonalData.NAME_WITH_AGE:
            line = text.count("\n", 0, one.start) + 1
            yield Problem("case_personal", line=line, details={"given": text[one.start : one.end]})
