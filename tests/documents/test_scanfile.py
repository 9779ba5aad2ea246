"""A scan file says what somebody answered."""

from datetime import date
from decimal import Decimal

import pytest

from tests.documents.scans import HEAD, SHELF, SMALL, a_scan
from toolkit.documents import scanfile
from toolkit.domain.answers import Answer, State, View
from toolkit.domain.scan import Evidence, Municipality, PlannedAction, Remark, Remarks


def test_every_form_of_answer_is_read() -> None:
    scan = a_scan(
        "  beleid.plan: {value: 2, note: Vastgesteld, evidence: [Plan 2024], regional: true}\n"
        "  beleid.geld: {not_applicable: Geen plan}\n"
        "  beleid.wie: {value: [wijk, school]}\n"
        "  beleid.opvang: unknown\n"
        "  beleid.verhaal: {value: Een verhaal}\n"
    )

    assert scan.answers == {
        "beleid.plan": Answer(
            State.ANSWERED, Decimal(2), note="Vastgesteld", evidence=("Plan 2024",), regional=True
        ),
        "beleid.geld": Answer(State.NOT_APPLICABLE, reason="Geen plan"),
        "beleid.wie": Answer(State.ANSWERED, ("school", "wijk")),
        "beleid.opvang": Answer(State.UNKNOWN),
        "beleid.verhaal": Answer(State.ANSWERED, "Een verhaal"),
    }


def test_a_disagreement_keeps_both_sides() -> None:
    scan = a_scan(
        "  beleid.plan:\n"
        "    disputed:\n"
        "      - {value: 0, function: jeugd, reason: Niet gezien}\n"
        "      - {value: 4, function: veiligheid, reason: Staat in het plan}\n"
    )

    assert scan.answers["beleid.plan"] == Answer(
        State.ANSWERED,
        views=(
            View(Decimal(0), "jeugd", "Niet gezien"),
            View(Decimal(4), "veiligheid", "Staat in het plan"),
        ),
    )


def test_intake_answers_are_written_bare() -> None:
    rest = "intake: {context.opvang: school, context.inwoners: 48, context.dag: 2026-12-12}\n"

    scan = a_scan("  {}\n", rest=rest)

    assert scan.answers == {
        "context.opvang": Answer(State.ANSWERED, "school"),
        "context.inwoners": Answer(State.ANSWERED, Decimal(48)),
        "context.dag": Answer(State.ANSWERED, date(2026, 12, 12)),
    }


def test_everything_around_the_answers_is_read() -> None:
    scan = a_scan(
        "  {}\n",
        rest=(
            "title: Eerste ronde\n"
            "date: 2026-12-12\n"
            "municipality: {name: Voorbeeldstad, code: GM0000}\n"
            "selection: core\n"
            "adopted_by: het college\n"
            "respondents: [focal]\n"
            "fictional: true\n"
            "remarks:\n"
            "  foreword: {text: Vooraf, function: wethouder}\n"
            "  themes: {beleid: {text: Bij beleid}}\n"
            "  reply: {text: Reactie}\n"
            "evidence:\n"
            "  - {id: plan, title: Plan, date: 2024-01-02, link: 'https://voorbeeld.nl/plan'}\n"
            "actions:\n"
            "  - {what: Maak een plan, owner: focal, due: 2027-01-01, status: decided,\n"
            "     items: [beleid.plan], child_notices: Er is een vaste plek}\n"
            "results: {anything: at all}\n"
        ),
    )

    assert (scan.title, scan.dated, scan.selection) == ("Eerste ronde", date(2026, 12, 12), "core")
    assert scan.municipality == Municipality("Voorbeeldstad", "GM0000")
    assert (scan.adopted_by, scan.respondents, scan.fictional) == ("het college", ("focal",), True)
    assert scan.remarks == Remarks(
        Remark("Vooraf", "wethouder"), {"beleid": Remark("Bij beleid")}, Remark("Reactie")
    )
    assert scan.evidence == (
        Evidence("plan", "Plan", dated=date(2024, 1, 2), link="https://voorbeeld.nl/plan"),
    )
    assert scan.actions == (
        PlannedAction(
            "Maak een plan",
            owner="focal",
            due=date(2027, 1, 1),
            status="decided",
            items=("beleid.plan",),
            child_notices="Er is een vaste plek",
        ),
    )


def test_json_says_the_same() -> None:
    text = (
        '{"questionnaire": "klein", "edition": "1", "intake": {"context.inwoners": 48},'
        ' "answers": {"beleid.plan": {"value": 2, "regional": true, "note": null},'
        ' "beleid.wie": {"value": ["wijk"]}}}'
    )

    scan = scanfile.read(text, SHELF)

    assert scan.answers == {
        "context.inwoners": Answer(State.ANSWERED, Decimal(48)),
        "beleid.plan": Answer(State.ANSWERED, Decimal(2), regional=True),
        "beleid.wie": Answer(State.ANSWERED, ("wijk",)),
    }


def test_a_number_that_a_program_wrote_with_a_zero_behind_the_point_is_that_number() -> None:
    answers = '"answers": {"beleid.plan": {"value": 2.0}, "context.inwoners": {"value": 48.0}}'

    scan = scanfile.read(f'{{"questionnaire": "klein", "edition": "1", {answers}}}', SHELF)

    assert scan.answers["beleid.plan"] == Answer(State.ANSWERED, Decimal(2))
    assert scan.answers["context.inwoners"] == Answer(State.ANSWERED, Decimal(48))


def test_an_empty_answer_is_an_open_question() -> None:
    scan = a_scan("  beleid.plan:\n  beleid.geld: {note: Wij zoeken dit uit}\n")

    assert "beleid.plan" not in scan.answers
    assert scan.answers["beleid.geld"] == Answer(State.OPEN, note="Wij zoeken dit uit")


def test_answers_to_hidden_questions_are_kept() -> None:
    scan = a_scan("  beleid.opvang: {value: 'yes'}\n", rest="intake: {context.opvang: wijk}\n")

    assert scan.answers["beleid.opvang"] == Answer(State.ANSWERED, "yes")


def test_a_final_scan_has_no_open_questions_left() -> None:
    rest = "state: final\nintake: {context.opvang: wijk}\n"

    scan = a_scan("  beleid.plan: {value: 2}\n  beleid.geld: {note: Later}\n", rest=rest)

    assert scan.answers["beleid.geld"] == Answer(State.UNKNOWN, note="Later", left_open=True)
    assert "beleid.opvang" not in scan.answers
    assert "beleid.verhaal" not in scan.answers


def test_text_is_made_safe_to_keep() -> None:
    """T32: composed letters, without control characters or a change of direction."""
    note = '"Cafe\\u0301 \\u202e\\u0007ok\\r\\nja"'

    scan = a_scan(f"  beleid.plan: {{value: 2, note: {note}}}\n")

    assert scan.answers["beleid.plan"].note == "Café ok\nja"


@pytest.mark.parametrize("text", ["{{7*7}}", "<script>", "%(x)s", "{x.__class__}", "=1+1"])
def test_text_is_never_a_template(text: str) -> None:
    """T34."""
    scan = a_scan(f"  beleid.verhaal: {{value: '{text}'}}\n")

    assert scan.answers["beleid.verhaal"].value == text
    assert text in scanfile.write(scan, SMALL)


def test_a_file_that_is_written_is_easy_to_read() -> None:
    scan = a_scan("  beleid.plan: {value: 2}\n", rest="intake: {context.opvang: school}\n")

    assert scanfile.write(scan, SMALL) == (
        "format: '1'\n"
        f"{HEAD.replace(chr(34), chr(39))}"
        "state: draft\n"
        "intake:\n"
        "  context.opvang: school\n"
        "answers:\n"
        "  beleid.plan:\n"
        "    value: 2\n"
    )
