"""What is pointed at before publication, and what a publication is without."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest

from tests.documents.reports import DAY, a_scan
from toolkit.catalogue import library, shipped
from toolkit.documents.report_html import report_html
from toolkit.domain.before_publication import Why, in_answers, in_sentences
from toolkit.domain.left_out import Published
from toolkit.domain.life import ALONE, Corrected, Life
from toolkit.domain.publication import Passage, Sentence, Written, sentences, stamp
from toolkit.domain.report import Form, Kind
from toolkit.domain.scan import Adoption, PlannedAction, Remark, Remarks, Scan
from toolkit.services.say_report import Order, said
from toolkit.services.score_scan import Scored, score_scan

GAP = "Na 17.00 uur neemt niemand op."
FINE = "Wij maken één kaart voor alle partners."
OUT = "[weggelaten vóór publicatie]"
HELPLINES = ("0800-2000",)
ACTION = PlannedAction(
    f"{FINE} {GAP}", "jeugd", date(2027, 3, 1), "decided", ("refer.route",), child_notices=GAP
)


def whys(text: str, place: str = "remarks.foreword") -> tuple[Why, ...]:
    found = next(in_sentences((Sentence(place, text),), HELPLINES), None)
    return found.whys if found else ()


def written_everywhere(text: str) -> Written:
    remark = Remark(text, text)
    scan = replace(
        a_scan(),
        adopted_by=text,
        adoption=Adoption(DAY, text),
        remarks=Remarks(remark, {"gov": remark}, remark),
        actions=(PlannedAction(text, text, child_notices=text),),
    )
    return Written(scan, Life(corrects=Corrected(None, text, text)), {"local_help": text})


def document(kind: Kind, scan: Scan, *out: Passage, form: Form = Form.PUBLICATION) -> str:
    scored = score_scan(scan, shipped())
    order = Order(kind, form, "nl", DAY)
    bare = Scored(scan, scored.result, left_out=frozenset(out))
    html = report_html(said(bare, library(), order), library(), "nl")
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mevrouw Jansen voert de regie.", Why.PERSON),
        ("Wethouder De Vries is trekker.", Why.PERSON),
        ("Fatima heeft dit bedacht.", Why.PERSON),
        ("Bel 06-12345678 als u twijfelt.", Why.CONTACT),
        ("Mail naar a.devries@voorbeeldstad.nl.", Why.CONTACT),
        ("Vorig jaar waren er drie meisjes in beeld.", Why.FEW),
        ("In 2025 kwamen 2 minderjarige slachtoffers in zorg.", Why.FEW),
        ("Sara (14) werd in het park opgehaald.", Why.CHILD),
        (GAP, Why.GAP),
        ("In het weekend is de route niet bereikbaar.", Why.GAP),
        ("Bij het station is geen toezicht.", Why.GAP),
    ],
)
def test_what_could_harm_somebody_is_pointed_at(text: str, why: Why) -> None:
    assert why in whys(text)


@pytest.mark.parametrize(
    "text",
    [
        FINE,
        "Bel Veilig Thuis: 0800-2000.",
        "Elk kind heeft recht op bescherming.",
        "De raad krijgt elk jaar een brief.",
        "Wij trainen 45 medewerkers.",
    ],
)
def test_what_everybody_may_know_is_not(text: str) -> None:
    assert whys(text) == ()


def test_the_case_number_of_the_municipality_is_nobodys() -> None:
    number = "Zaaknummer 2026-0012345"

    assert whys(number) == (Why.CONTACT,)
    assert whys(number, "blanks.case_number") == ()


def test_a_text_is_taken_apart_into_sentences() -> None:
    text = "Dit is een. Dat is twee?\nEn drie … zonder einde\n\n(Vier.) art. 19 hoort erbij"

    assert list(sentences(text)) == [
        "Dit is een.",
        "Dat is twee?",
        "En drie …",
        "zonder einde",
        "(Vier.)",
        "art.",
        "19 hoort erbij",
    ]


@pytest.mark.parametrize("text", ["." * 10_000, '")' * 5_000, "a." * 5_000, " " * 10_000])
def test_taking_apart_takes_time_with_the_text_alone(text: str) -> None:
    """T39."""
    started = perf_counter()

    assert list(sentences(text)) is not None

    assert perf_counter() - started < 1


def test_every_place_in_which_people_write_is_read() -> None:
    found = {one.place for one in written_everywhere("Een zin.").sentences()}

    assert {place for place in found if not place.startswith("views.")} == {
        "frame.adopted_by",
        "frame.decision",
        "remarks.foreword",
        "remarks.foreword.function",
        "remarks.themes.gov",
        "remarks.themes.gov.function",
        "remarks.reply",
        "remarks.reply.function",
        "actions.what",
        "actions.owner",
        "actions.child_notices",
        "correction.reason",
        "correction.approver",
        "blanks.local_help",
    }


def test_only_the_sentence_that_is_left_out_goes() -> None:
    out = frozenset((Passage("remarks.reply", stamp(GAP)),))
    before = written_everywhere(f"{FINE} {GAP}\n{FINE}")

    after = before.without(out, OUT)

    assert after.scan.remarks.reply == Remark(f"{FINE} {OUT}\n{FINE}", f"{FINE} {GAP}\n{FINE}")
    assert after.scan.remarks.foreword == before.scan.remarks.foreword


@pytest.mark.parametrize("kind", [Kind.FULL, Kind.COUNCIL, Kind.CHILDREN, Kind.DECISION])
def test_a_sentence_that_is_left_out_stands_in_no_publication(kind: Kind) -> None:
    scan = replace(a_scan(), actions=(ACTION,), adoption=Adoption(DAY, GAP), state="final")
    places = ("actions.what", "actions.child_notices", "frame.decision")
    out = tuple(Passage(place, stamp(GAP)) for place in places)

    assert GAP.rstrip(".") in document(kind, scan)
    assert GAP.rstrip(".") not in document(kind, scan, *out)


def test_the_working_version_keeps_what_is_left_out() -> None:
    scan = replace(a_scan(), remarks=Remarks(Remark(GAP)))
    out = Passage("remarks.foreword", stamp(GAP))

    assert GAP in document(Kind.FULL, scan, out, form=Form.WORK)
    assert OUT in document(Kind.FULL, scan, out)


def test_a_low_answer_that_shows_a_gap_is_pointed_at_with_its_reason() -> None:
    result = score_scan(a_scan(), shipped()).result

    found = tuple(in_answers(result, library()))

    assert {one.passage.place for one in found} <= {
        f"items.{gap.item}" for gap in library().publication.gaps
    }
    assert found
    assert all(one.because and one.question for one in found)


@pytest.mark.parametrize("kind", [Kind.FULL, Kind.COUNCIL, Kind.CHILDREN, Kind.PROPOSAL])
def test_a_question_that_is_left_out_is_named_in_no_publication(kind: Kind) -> None:
    result = score_scan(a_scan(), shipped()).result
    found = tuple(in_answers(result, library()))
    questions = [one.question.item for one in found if one.question]

    text = document(kind, a_scan(), *(one.passage for one in found))

    short = [item.in_short for item in questions if item.in_short]
    told = [item.question.within("nl") for item in questions]
    told += [one.agreement.within("nl") for one in short]
    assert [one for one in told if one in text] == []


def test_counts_stay_when_something_is_left_out() -> None:
    scored = score_scan(a_scan(), shipped())
    out = frozenset(one.passage for one in in_answers(scored.result, library()))

    whole = Published(scored.scan, scored.result, ALONE, {})
    bare = whole.without(out, library().uncrc.text, "nl")

    assert bare.result.minimum_states == scored.result.minimum_states
    assert bare.result.overall == scored.result.overall


def test_every_gap_is_a_question_that_exists() -> None:
    gaps = library().publication.gaps
    known = shipped().find("kinderrechten-mensenhandel", "2026.1").questions

    assert gaps
    assert [gap.item for gap in gaps if gap.item not in known] == []
