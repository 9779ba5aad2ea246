"""Reads a scan file: somebody's answers, checked against their questionnaire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from toolkit.documents.scanfile_answers import AnswerReader
from toolkit.documents.scanfile_model import RemarkForm, RemarksForm, ScanFile
from toolkit.documents.scanfile_writer import write
from toolkit.domain.finalising import finalised
from toolkit.domain.problems import Place, Problem, Refused, dotted
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scan import (
    Adoption,
    Evidence,
    Municipality,
    PlannedAction,
    Remark,
    Remarks,
    Scan,
)
from toolkit.reading.pruning import Remainder, fitting
from toolkit.reading.shape import Fault, at, nearest, quoted
from toolkit.reading.text_file import as_text, read_document
from toolkit.reading.yaml_text import Document, NotReadable, Plain, parse

__all__ = ["BadScanFile", "Shelf", "read", "read_bytes", "read_file", "write"]

_INSTEAD: Mapping[str, Plain] = {"questionnaire": "x", "edition": "x", "answers": {}}


class Shelf(Protocol):
    """Where questionnaires are found."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all questionnaires."""

    def editions(self, questionnaire: str) -> tuple[str, ...]:
        """Return the editions of one."""

    def find(self, questionnaire: str, edition: str) -> Questionnaire:
        """Return an edition that exists."""

    def roles(self) -> tuple[str, ...]:
        """Return the ids of the functions that may answer."""


class BadScanFile(Refused):
    """A scan file that cannot be used."""


def read_file(path: Path, shelf: Shelf) -> Scan:
    """Return the scan in a YAML or JSON file; raise `BadScanFile` with every problem in it.

    What the shelf raises for a questionnaire that cannot be loaded is passed on.
    """
    try:
        document = read_document(path, name=str(path))
    except NotReadable as refused:
        raise BadScanFile(refused.problems) from None
    return _read(document, str(path), shelf)


def read_bytes(content: bytes, shelf: Shelf, *, name: str) -> Scan:
    """Return the scan in a file that was sent; raise `BadScanFile` with every problem in it."""
    try:
        text = as_text(content, name=name)
    except NotReadable as refused:
        raise BadScanFile(refused.problems) from None
    return read(text, shelf, name=name)


def read(text: str, shelf: Shelf, *, name: str = "") -> Scan:
    """Return the scan in a text; raise `BadScanFile` with every problem in it."""
    try:
        document = parse(text)
    except NotReadable as refused:
        problems = tuple(replace(problem, file=name) for problem in refused.problems)
        raise BadScanFile(problems) from None
    return _read(document, name, shelf)


def _read(document: Document, name: str, shelf: Shelf) -> Scan:
    value = document.value
    if not isinstance(value, dict):
        raise BadScanFile((Problem("not_a_scan", name, 1),))
    rest = fitting(ScanFile, value, instead=_INSTEAD)
    faults = list(_reworded(rest.faults, value)) or list(rest.faults)
    faults += (
        Fault("reason_missing", place)
        for place in document.empty
        if place[-1:] == ("not_applicable",)
    )
    scan = None
    if rest.model is not None:
        questionnaire = _questionnaire(value, rest, shelf, faults)
        scan = _scan(questionnaire, rest.model, rest, faults) if questionnaire else None
        faults += _strangers(rest.model.respondents, shelf.roles(), rest)
    if faults or scan is None:
        raise BadScanFile(tuple(_problem(fault, document, name) for fault in faults))
    return scan


def _problem(fault: Fault, document: Document, name: str) -> Problem:
    line, key = document.line(fault.place), dotted(fault.place)
    return Problem(fault.code, name, line, key, details=fault.details)


def _reworded(faults: tuple[Fault, ...], value: dict[str, Plain]) -> Iterator[Fault]:
    """Yield the faults, said of answers; keys that are wrong inside one say enough."""
    for fault in faults:
        an_answer = len(fault.place) == 2 and fault.place[0] == "answers"
        if not an_answer or fault.code not in ("not_allowed", "not_keys", "not_languages"):
            yield fault
        elif not isinstance(given := at(value, fault.place), dict):
            yield replace(fault, code="answer_shape" if isinstance(given, str) else "answer_list")


def _questionnaire(
    value: dict[str, Plain], rest: Remainder[ScanFile], shelf: Shelf, faults: list[Fault]
) -> Questionnaire | None:
    name, edition = at(value, ("questionnaire",)), at(value, ("edition",))
    if not isinstance(name, str) or rest.touches(("questionnaire",)):
        return None
    known, editions = shelf.ids(), shelf.editions(name)
    if name not in known:
        faults.append(_unknown("questionnaire", name, known))
    elif isinstance(edition, str) and not rest.touches(("edition",)):
        if edition in editions:
            return shelf.find(name, edition)
        faults.append(_unknown("edition", edition, editions))
    return None


def _unknown(kind: str, name: str, known: tuple[str, ...], place: Place = ()) -> Fault:
    details = {"name": quoted(name), "nearest": nearest(name, known), "known": ", ".join(known)}
    return Fault(f"{kind}_unknown", place or (kind,), details)


def _strangers(
    respondents: tuple[str, ...], roles: tuple[str, ...], rest: Remainder[ScanFile]
) -> Iterator[Fault]:
    for number, name in enumerate(respondents):
        if name not in roles:
            yield _unknown("respondent", name, roles, rest.original(("respondents", number)))


def _scan(
    questionnaire: Questionnaire, form: ScanFile, rest: Remainder[ScanFile], faults: list[Fault]
) -> Scan:
    answers = AnswerReader(questionnaire)
    found = dict(answers.read(form.intake, ("intake",)))
    found |= answers.read(form.answers, ("answers",))
    for place, item in _named_items(form):
        answers.item(item, rest.original(place))
    faults += (_twice(name) for name in form.intake if name in form.answers)
    faults += (fault for fault in answers.faults if not _follows(fault, rest))
    if answers.tired:
        faults.append(Fault("and_more"))
    faults += (
        replace(fault, place=rest.original(fault.place)) for fault in _frame(questionnaire, form)
    )
    scan = Scan(
        questionnaire=form.questionnaire,
        edition=form.edition,
        answers=found,
        title=form.title,
        dated=form.date,
        municipality=_municipality(form),
        selection=form.selection,
        state=form.state,
        adopted_by=form.adopted_by,
        adoption=Adoption(form.adoption.day, form.adoption.decision) if form.adoption else None,
        remarks=_remarks(form.remarks),
        evidence=_evidence(form),
        actions=_actions(form),
        respondents=form.respondents,
        fictional=form.fictional,
    )
    if form.state != "final" or faults:
        return scan
    final = finalised(questionnaire, scan.answers, selection=scan.selection)
    return replace(scan, answers=final)


def _follows(fault: Fault, rest: Remainder[ScanFile]) -> bool:
    """Whether a part is missed only because it was taken out, which was complained about."""
    return fault.code in ("two_views", "answer_empty") and rest.touches(fault.place)


def _twice(name: str) -> Fault:
    return Fault("answer_twice", ("answers", name), {"names": "intake, answers"})


def _named_items(form: ScanFile) -> Iterator[tuple[Place, str]]:
    for number, action in enumerate(form.actions):
        for position, item in enumerate(action.items):
            yield ("actions", number, "items", position), item


def _frame(questionnaire: Questionnaire, form: ScanFile) -> Iterator[Fault]:
    rounds = tuple(selection.id for selection in questionnaire.selections)
    if form.selection is not None and form.selection not in rounds:
        yield _unknown("selection", form.selection, rounds)
    themes = tuple(theme.id for theme in questionnaire.themes)
    for theme in form.remarks.themes:
        if theme not in themes:
            details = {"name": quoted(theme), "known": ", ".join(themes)}
            yield Fault("theme_unknown", ("remarks", "themes", theme), details)
    seen: set[str] = set()
    for number, entry in enumerate(form.evidence):
        if entry.id in seen:
            yield Fault("evidence_twice", ("evidence", number, "id"), {"name": quoted(entry.id)})
        seen.add(entry.id)


def _municipality(form: ScanFile) -> Municipality | None:
    given = form.municipality
    return Municipality(given.name, given.code) if given is not None else None


def _remark(form: RemarkForm | None) -> Remark | None:
    return Remark(form.text, form.function) if form is not None else None


def _remarks(form: RemarksForm) -> Remarks:
    themes = {name: Remark(remark.text, remark.function) for name, remark in form.themes.items()}
    return Remarks(_remark(form.foreword), themes, _remark(form.reply))


def _evidence(form: ScanFile) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            id=entry.id,
            title=entry.title,
            kind=entry.kind,
            dated=entry.date,
            valid_until=entry.valid_until,
            link=entry.link or "",
            citation=entry.citation,
        )
        for entry in form.evidence
    )


def _actions(form: ScanFile) -> tuple[PlannedAction, ...]:
    return tuple(PlannedAction(**dict(action)) for action in form.actions)
