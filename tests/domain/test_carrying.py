"""Which answers go along to the next round, and what a newer edition asks otherwise."""

from dataclasses import replace
from decimal import Decimal

from tests.builders import (
    TEXT,
    Given,
    Raw,
    a_questionnaire,
    an_intake_item,
    an_item,
    disagreement,
    given,
    some_options,
)
from toolkit.domain.answers import UNKNOWN, Answers, State, answered, not_applicable
from toolkit.domain.carrying import carried, changes


def from_one_to_other(before: Raw, after: Raw, **answers: Given) -> Answers:
    old, new = a_questionnaire(before), a_questionnaire(after, edition="2")
    return carried(old, new, given(answers))


def a_choice(*options: str, kind: str = "multi_choice") -> Raw:
    points = some_options(**dict.fromkeys(options, "1"))
    return an_item("one", type=kind, options=points, scale=None)


def test_an_answer_goes_along_with_its_note_and_evidence() -> None:
    answer = replace(answered(Decimal(2)), note="Sinds 2024", evidence=("Plan, p. 3",))

    found = from_one_to_other(an_item("one"), an_item("one"), one=answer)

    assert found == {"one": answer}


def test_an_answer_follows_its_question_to_a_new_id() -> None:
    found = from_one_to_other(an_item("old"), an_item("new", renamed_from=["old"]), old=3)

    assert found == {"new": answered(Decimal(3))}


def test_the_answer_to_a_retired_question_stays_behind() -> None:
    old = a_questionnaire(an_item("one"), an_item("two"))
    new = a_questionnaire(an_item("one", retired="true"), an_item("two"), edition="2")

    found = carried(old, new, given({"one": 1, "two": 2}))

    assert found == {"two": answered(Decimal(2))}


def test_what_nobody_filled_in_is_not_carried() -> None:
    blank = replace(UNKNOWN, left_open=True)

    found = from_one_to_other(an_item("one"), an_item("one"), one=blank)

    assert found == {}


def test_that_nobody_knew_is_carried() -> None:
    found = from_one_to_other(an_item("one"), an_item("one"), one=UNKNOWN)

    assert found["one"].state is State.UNKNOWN


def test_options_that_are_gone_are_left_out() -> None:
    found = from_one_to_other(a_choice("a", "b"), a_choice("b", "c"), one=("a", "b"))

    assert found == {"one": answered(("b",))}


def test_an_answer_of_which_every_option_is_gone_is_not_carried() -> None:
    many = from_one_to_other(a_choice("a", "b"), a_choice("c"), one=("a", "b"))
    single = from_one_to_other(a_choice("a", kind="choice"), a_choice("c", kind="choice"), one="a")

    assert (many, single) == ({}, {})


def test_an_answer_to_another_kind_of_question_is_not_carried() -> None:
    found = from_one_to_other(an_item("one"), an_item("one", type="statement"), one=3)

    assert found == {}


def test_that_a_question_does_not_apply_is_carried_while_that_can_be_said() -> None:
    able, unable = an_item("one", not_applicable=TEXT), an_item("one")

    kept = from_one_to_other(able, able, one=not_applicable("Geen opvang."))
    dropped = from_one_to_other(able, unable, one=not_applicable("Geen opvang."))

    assert (list(kept), list(dropped)) == (["one"], [])


def test_a_disagreement_goes_along_whole() -> None:
    both = disagreement(1, 3)

    found = from_one_to_other(an_item("one"), an_item("one"), one=both)

    assert found == {"one": both}


def test_the_intake_goes_along_too() -> None:
    known = [an_intake_item("context.region")]
    old = a_questionnaire(an_item("one"), intake=known)
    new = a_questionnaire(an_item("one"), intake=known, edition="2")

    found = carried(old, new, given({"context.region": "yes"}))

    assert found == {"context.region": answered("yes")}


def test_a_newer_edition_names_what_it_asks_otherwise() -> None:
    old = a_questionnaire(an_item("same"), an_item("gone"), an_item("old"), an_item("words"))
    new = a_questionnaire(
        an_item("same"),
        an_item("new", renamed_from=["old"]),
        an_item("words", question={"nl": "Anders gezegd."}),
        an_item("added"),
        edition="2",
    )

    found = changes(old, new)

    assert [question.id for question in found.added] == ["added"]
    assert [question.id for question in found.gone] == ["gone"]
    assert [question.id for question in found.reworded] == ["words"]


def test_the_same_edition_asks_nothing_otherwise() -> None:
    one = a_questionnaire(an_item("one"))

    assert changes(one, one).none
