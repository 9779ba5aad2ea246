"""What is written reads the same, whatever was answered."""

import json
import string
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.scans import SHELF, SMALL
from tests.documents.schema import faults
from toolkit.cli.schema import schema
from toolkit.documents import scanfile
from toolkit.domain.answers import Answer, State, View
from toolkit.domain.plain_text import plain
from toolkit.domain.scan import (
    Adoption,
    Evidence,
    Municipality,
    PlannedAction,
    Remark,
    Remarks,
    Scan,
)

DAY_ONE = date(2026, 1, 31)
NOTHING: tuple[object, ...] = ("", None, (), frozenset(), False)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co"))
WORDS = st.text(LETTERS, max_size=80).map(plain)
LINE = WORDS.map(lambda text: plain(text, one_line=True))
SOMETHING = LINE.filter(bool)
DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PLAN = st.sampled_from([Decimal(0), Decimal(2), Decimal(4)])
NUMBERS = st.decimals(1, 1000, places=2, allow_nan=False)
EXTRAS = {
    "note": WORDS,
    "evidence": st.lists(SOMETHING, max_size=3).map(tuple),
    "regional": st.booleans(),
}


def answer_with(value: st.SearchStrategy[object]) -> st.SearchStrategy[Answer]:
    return st.builds(Answer, st.just(State.ANSWERED), value=value, **EXTRAS)


UNKNOWNS = st.builds(Answer, st.just(State.UNKNOWN), left_open=st.booleans(), **EXTRAS)
NOT_APPLICABLE = st.builds(Answer, st.just(State.NOT_APPLICABLE), reason=SOMETHING, **EXTRAS)
VIEWS = st.builds(View, value=PLAN, function=SOMETHING, reason=SOMETHING)
PAIRS = st.tuples(VIEWS, VIEWS).filter(lambda pair: pair[0].value != pair[1].value)
DISPUTED = st.builds(Answer, st.just(State.ANSWERED), views=PAIRS, **EXTRAS)
CHOSEN = st.sampled_from([("school",), ("wijk",), ("school", "wijk"), ("niemand",)])
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "context.opvang": answer_with(st.sampled_from(["school", "wijk"])) | UNKNOWNS,
        "context.inwoners": answer_with(NUMBERS) | UNKNOWNS,
        "context.dag": answer_with(DAY) | UNKNOWNS,
        "beleid.plan": answer_with(PLAN) | UNKNOWNS | DISPUTED,
        "beleid.geld": answer_with(PLAN) | UNKNOWNS | NOT_APPLICABLE,
        "beleid.wie": answer_with(CHOSEN) | UNKNOWNS,
        "beleid.opvang": answer_with(st.sampled_from(["yes", "partly", "no"])) | UNKNOWNS,
        "beleid.verhaal": answer_with(WORDS.filter(bool)) | UNKNOWNS,
    },
)
REMARKS = st.builds(Remark, text=WORDS.filter(bool), function=LINE)
IDS = st.text(string.ascii_lowercase, min_size=1, max_size=8)
SCANS = st.builds(
    Scan,
    questionnaire=st.just("klein"),
    edition=st.just("1"),
    answers=ANSWERS,
    title=LINE,
    dated=st.none() | DAY,
    municipality=st.none() | st.builds(Municipality, name=SOMETHING, code=LINE),
    selection=st.none() | st.just("core"),
    state=st.sampled_from(["draft", "in_review"]),
    adopted_by=LINE,
    adoption=st.none() | st.builds(Adoption, day=DAY, decision=LINE),
    remarks=st.builds(
        Remarks,
        foreword=st.none() | REMARKS,
        themes=st.dictionaries(st.just("beleid"), REMARKS),
        reply=st.none() | REMARKS,
    ),
    evidence=st.lists(
        st.builds(
            Evidence,
            id=IDS,
            title=SOMETHING,
            kind=LINE,
            dated=st.none() | DAY,
            valid_until=st.none() | DAY,
            link=st.sampled_from(["", "https://voorbeeld.nl/a?b=c#d", "mailto:plan@voorbeeld.nl"]),
            citation=LINE,
        ),
        max_size=3,
        unique_by=lambda entry: entry.id,
    ).map(tuple),
    actions=st.lists(
        st.builds(
            PlannedAction,
            what=WORDS.filter(bool),
            owner=LINE,
            due=st.none() | DAY,
            status=st.sampled_from(["proposed", "decided", "busy", "done", "dropped"]),
            items=st.just(()) | st.just(("beleid.plan",)),
            child_notices=WORDS,
            note=WORDS,
            reason=WORDS,
        ),
        max_size=3,
    ).map(tuple),
    respondents=st.lists(st.sampled_from(SHELF.roles()), max_size=2).map(tuple),
    fictional=st.booleans(),
)


SCHEMA = json.loads(schema("scan"))
EVERY_FIELD = Scan(
    questionnaire="klein",
    edition="1",
    answers={"beleid.plan": Answer(State.UNKNOWN)},
    title="Titel",
    dated=date(2026, 12, 18),
    municipality=Municipality("Voorbeeldstad", "GM9999"),
    selection="core",
    state="in_review",
    adopted_by="college",
    adoption=Adoption(date(2026, 12, 18), "besluit 12"),
    remarks=Remarks(Remark("Vooraf", "wethouder")),
    evidence=(Evidence("plan", "Plan", "plan", DAY_ONE, DAY_ONE, "https://x.nl", "p. 3"),),
    actions=(
        PlannedAction(
            what="Doen",
            owner="jeugd",
            due=DAY_ONE,
            status="dropped",
            items=("beleid.plan",),
            child_notices="ja",
            note="b",
            reason="te duur",
        ),
    ),
    respondents=(SHELF.roles()[0],),
    fictional=True,
)


def left_empty(one: Scan | Evidence | PlannedAction) -> list[str]:
    return [field.name for field in fields(one) if getattr(one, field.name) in NOTHING]


def test_no_field_is_forgotten_when_a_scan_is_written() -> None:
    """A new field of a scan fails here until it is written and read too."""
    again = scanfile.read(scanfile.write(EVERY_FIELD, SMALL), SHELF)

    assert again == EVERY_FIELD
    assert left_empty(EVERY_FIELD) == ["unconfirmed"]
    assert left_empty(EVERY_FIELD.evidence[0]) == left_empty(EVERY_FIELD.actions[0]) == []


def as_editors_read(text: str) -> object:
    """Return what a YAML file says to a program that knows numbers, but no days."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@settings(max_examples=40, deadline=None)
@given(SCANS)
def test_what_is_written_keeps_to_the_schema_that_is_published(scan: Scan) -> None:
    text = scanfile.write(scan, SMALL)

    assert faults(SCHEMA, as_editors_read(text)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("answers: {}", "file: required"),
        ("naam: x", "file.naam: not known"),
        ("answers: {beleid.plan: {waarde: 2}}", "file.answers.beleid.plan: none of these"),
        ("evidence: [{id: plan}]", "file.evidence[0]: required"),
        ("state: klaar", "file.state: enum"),
    ],
)
def test_the_schema_points_at_what_does_not_fit(text: str, fault: str) -> None:
    assert fault in faults(SCHEMA, as_editors_read(text))


@given(SCANS)
def test_a_scan_that_is_written_reads_the_same(scan: Scan) -> None:
    text = scanfile.write(scan, SMALL)

    again = scanfile.read(text, SHELF)

    assert again == scan
    assert scanfile.write(again, SMALL) == text
