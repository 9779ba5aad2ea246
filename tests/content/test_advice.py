"""Every weak answer meets advice; every level of a question has its words."""

from tests.content.shipped import editions, everywhere, items, main
from toolkit.domain.question_types import kind_of

STEPS = {"low", "mid"}


def test_every_question_of_the_main_questionnaire_has_advice_for_low_as_well_as_middling() -> None:
    assert items()
    assert [item.id for item in items() if set(item.advice) != STEPS] == []


def test_a_low_answer_to_a_companion_meets_advice_unless_young_people_gave_it() -> None:
    scored = [*items("partner-scan"), *items("child-rights-scan")]

    bare = [item.id for item in scored if item.dimension and "low" not in item.advice]

    assert len(scored) == 42
    assert bare == []


def test_advice_to_a_partner_is_for_the_partner() -> None:
    owners = {
        a.owner for i in items("partner-scan") for a in i.advice.values() if not isinstance(a, str)
    }

    assert owners == {"partner"}


def test_own_anchors_describe_every_level() -> None:
    anchored = [q for q in main().questions.values() if q.item.anchors]

    assert len(anchored) == 25
    assert [q.id for q in anchored if len(q.item.anchors) != len(q.scale)] == []


def test_an_option_is_worth_points_from_nothing_to_all() -> None:
    chosen = [q for q in main().questions.values() if q.scored and q.item.options]

    points = [[str(option.points) for option in q.item.options] for q in chosen]

    assert points == [["0", "1", "2", "3", "4"]] * 4


def test_every_scored_question_is_worth_four_points_but_three_from_young_people() -> None:
    worth = {
        (name, str(kind_of(question).maximum(question)))
        for name, edition in editions().items()
        for question in edition.questions.values()
        if question.scored and question.item.type != "yes_partly_no"
    }

    assert worth == {
        ("kinderrechten-mensenhandel", "4"),
        ("partner-scan", "4"),
        ("child-rights-scan", "4"),
        ("youth-voice", "3"),
    }


def test_somebody_is_named_first_for_every_question_to_officials() -> None:
    asked = [*items(), *items("child-rights-scan")]

    assert [item.id for item in asked if not item.who] == []


def test_what_does_not_apply_is_explained_where_it_may_not_apply() -> None:
    may_not_apply = {item.id for item in everywhere() if item.not_applicable is not None}

    assert may_not_apply == {
        "sight.missing_children",
        "forms.unaccompanied",
        "care.missing_protocol",
        "partner.code",
        "partner.talk",
        "partner.child_voice",
    }
