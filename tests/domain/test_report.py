"""What a report says, and what it leaves out."""

from datetime import date
from decimal import Decimal

from tests.builders import (
    BANDS,
    GATE,
    TEXT,
    Given,
    a_group,
    a_questionnaire,
    an_advice,
    an_item,
    disagreement,
    given,
)
from toolkit.catalogue import library
from toolkit.domain.answers import UNKNOWN, Answer, State, answered, not_applicable
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.domain.scan import Evidence, PlannedAction, Scan
from toolkit.domain.scoring.score import score

DAY = date(2026, 11, 21)
SCORING = {"bands": BANDS, "gate": GATE, "priority": {"minimum": "4", "quick": "1"}}


def an_advised(item: str, effort: str = "M", **rest: object) -> dict[str, object]:
    return {**an_item(item, **rest), "advice": {"low": an_advice(effort), "mid": an_advice(effort)}}


def twelve_items() -> Questionnaire:
    return a_questionnaire(*(an_advised(f"item{n}") for n in range(12)), scoring=SCORING)


def the_facts(
    questionnaire: Questionnaire,
    form: Form = Form.WORK,
    selection: str | None = None,
    scan: Scan | None = None,
    /,
    **answers: Given,
) -> Facts:
    known = scan or Scan("test", "1", given(answers), selection=selection)
    result = score(questionnaire, known.answers, selection=known.selection)
    return facts(known, result, library(), kind=Kind.FULL, form=form, day=DAY)


def test_six_advices_are_priorities_ten_a_plan_and_the_rest_an_annex() -> None:
    said = the_facts(twelve_items(), **{f"item{n}": 0 for n in range(12)})

    assert (len(said.priorities), len(said.plan), len(said.annex)) == (6, 10, 2)


def test_a_quick_step_that_is_a_priority_already_is_not_told_twice() -> None:
    items = [an_advised(f"item{n}", "S") for n in range(8)]
    said = the_facts(a_questionnaire(*items), **{f"item{n}": 0 for n in range(8)})

    assert len(said.quick) == 8
    assert [row.id for row in said.quick_besides] == ["item6.low", "item7.low"]


def test_what_nobody_knows_begins_with_the_minimum_line_then_goes_by_weight() -> None:
    items = (
        an_item("light", level="deepening"),
        an_item("heavy", level="deepening", weight="3"),
        an_item("line", level="minimum"),
    )
    said = the_facts(
        a_questionnaire(*items, scoring=SCORING), light=UNKNOWN, heavy=UNKNOWN, line=UNKNOWN
    )

    assert [row.question.id for row in said.unknown] == ["line", "heavy", "light"]


def test_a_theme_names_what_goes_well_and_what_is_open() -> None:
    items = [an_item(name, level="minimum") for name in ("good", "begun", "missing", "gone")]
    said = the_facts(
        a_questionnaire(*items, scoring=SCORING), good=3, begun=2, missing=1, gone=UNKNOWN
    )
    theme = said.themes[0]

    assert [row.question.id for row in theme.strong] == ["good"]
    assert [row.question.id for row in theme.open] == ["missing", "gone"]


def test_a_question_that_is_still_open_is_counted_not_listed() -> None:
    said = the_facts(a_questionnaire(an_item("done"), an_item("later")), done=4)

    assert said.themes[0].open == ()
    assert said.open == 1


def test_a_theme_prints_its_own_advice_and_says_how_much_more_there_is() -> None:
    said = the_facts(twelve_items(), **{f"item{n}": 0 for n in range(12)})

    assert (len(said.themes[0].advice), said.themes[0].more_advice) == (10, 2)


def test_only_a_final_scan_says_what_would_lift_a_theme() -> None:
    questionnaire = a_questionnaire(an_item("one"), scoring=SCORING)
    draft = Scan("test", "1", given({"one": 1}))
    final = Scan("test", "1", given({"one": 1}), state="final")

    assert the_facts(questionnaire, Form.WORK, None, draft).themes[0].lift is None
    assert the_facts(questionnaire, Form.WORK, None, final).themes[0].lift is not None


def test_a_short_round_counts_what_it_asked_also_where_that_does_not_apply() -> None:
    items = (
        an_item("asked", level="minimum", weight="3"),
        an_item("elsewhere", level="minimum", weight="3", not_applicable=TEXT),
        an_item("later", level="minimum"),
    )
    core = {"id": "core", "title": TEXT, "level": "minimum", "weight": "3"}
    questionnaire = a_questionnaire(*items, scoring=SCORING, selections=[core])

    said = the_facts(
        questionnaire, Form.WORK, "core", asked=2, elsewhere=not_applicable("Geen opvang.")
    )

    assert said.short_round
    assert (said.minimum_asked, said.minimum_in_all, len(said.minimum)) == (2, 3, 1)


def test_the_worked_example_is_the_smallest_theme_with_a_score() -> None:
    large = a_group("large", *(an_item(f"large{n}") for n in range(5)))
    small = a_group("small", *(an_item(f"small{n}") for n in range(3)))
    tiny = a_group("tiny", an_item("tiny0"))
    answers = {f"large{n}": 2 for n in range(5)} | {f"small{n}": 3 for n in range(3)}

    said = the_facts(a_questionnaire(large, small, tiny), tiny0=1, **answers)

    assert said.example is not None
    assert (said.example.id, said.example.figure.share) == ("small", Decimal(75))


def test_chapters_without_anything_in_them_are_left_out() -> None:
    quiet = the_facts(a_questionnaire(an_item("one")), one=4)
    disputed = the_facts(a_questionnaire(an_item("one")), one=disagreement(1, 3))

    assert not {"contradictions", "disputed", "annex"} & set(quiet.chapters)
    assert "disputed" in disputed.chapters


def test_evidence_of_the_register_is_found_by_its_id() -> None:
    answers = {"one": Answer(State.ANSWERED, Decimal(2), evidence=("plan, p. 3", "Los blad"))}
    plan = Evidence("plan", "Uitvoeringsplan 2024")
    scan = Scan("test", "1", answers, evidence=(plan,))

    used = the_facts(a_questionnaire(an_item("one")), Form.WORK, None, scan).themes[0].rows[0]

    assert [(row.entry, row.place, row.number) for row in used.evidence] == [
        (plan, "p. 3", 1),
        (None, "Los blad", 0),
    ]


def test_a_publication_says_nothing_that_was_meant_for_members() -> None:
    story = {"id": "story", "type": "text", "question": TEXT}
    answers = {
        "one": Answer(State.ANSWERED, Decimal(2), note="binnenskamers", evidence=("map 3",)),
        "two": disagreement(1, 3),
        "story": answered("in eigen woorden"),
    }
    actions = (PlannedAction("Doen", note="eerst bellen"),)
    scan = Scan("test", "1", answers, evidence=(Evidence("plan", "Plan"),), actions=actions)
    questionnaire = a_questionnaire(an_item("one"), an_item("two"), story)

    said = the_facts(questionnaire, Form.PUBLICATION, None, scan)

    assert "binnenskamers" not in repr(said)
    assert "in eigen woorden" not in repr(said)
    assert "eerst bellen" not in repr(said)
    assert [view.reason for view in said.disputed[0].answer.views] == ["", ""]
    assert [row.question.id for row in said.themes[0].rows] == ["one", "two"]


def test_an_answer_is_said_in_the_words_of_the_question() -> None:
    anchors = [{"nl": f"Trede {step}."} for step in range(5)]
    question = a_questionnaire(an_item("one", anchors=anchors)).questions["one"]

    assert [text.within("nl") for text in kind_of(question).labels(question, Decimal(3))] == [
        "Trede 3."
    ]


def test_an_advice_borrowed_from_an_item_that_is_no_longer_asked_is_printed() -> None:
    old = an_advised("old", "S", retired="true")
    borrows = an_item("one", advice={"low": "old.low"})

    said = the_facts(a_questionnaire(borrows, old), one=0)

    assert [(row.id, row.quick) for row in said.plan] == [("old.low", True)]
