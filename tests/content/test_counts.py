"""What is shipped is complete: nothing lost, nothing twice."""

from collections import Counter

from tests.content.shipped import editions, everywhere, items, library, main, scenarios


def test_the_main_questionnaire_has_73_questions_of_which_45_minimum() -> None:
    levels = Counter(item.level or main().levels[0] for item in items())

    assert levels == {"minimum": 45, "deepening": 28}


def test_every_theme_has_its_questions() -> None:
    counts = {theme.id: len(theme.items) for theme in main().themes}

    assert counts == {
        "gov": 8,
        "sight": 6,
        "prev": 6,
        "signal": 7,
        "refer": 8,
        "network": 5,
        "forms": 10,
        "justice": 6,
        "care": 8,
        "voice": 5,
        "learn": 4,
    }


def test_every_question_stands_in_the_theme_its_id_begins_with() -> None:
    strays = [i.id for t in main().themes for i in t.items if i.id.split(".")[0] != t.id]

    assert items()
    assert strays == []


def test_the_short_round_asks_23_questions_as_its_text_says() -> None:
    core = main().selection("core")

    asked = [item for item in items() if core and core.holds(item, main().levels[0])]

    assert len(asked) == 23
    assert {"23" in main().phrases["short_round"].within(lang) for lang in ("nl", "en")} == {True}


def test_the_region_can_answer_34_questions() -> None:
    assert sum(item.scope == "regional" for item in items()) == 34


def test_partners_get_14_questions_young_people_11_the_broad_scan_has_28() -> None:
    counts = {name: len(items(name)) for name in editions()}

    assert counts == {
        "kinderrechten-mensenhandel": 73,
        "partner-scan": 14,
        "youth-voice": 11,
        "expert-voice": 2,
        "child-rights-scan": 28,
    }


def test_thirteen_safeguards_stand_before_the_voices_of_the_young_and_of_experts() -> None:
    kept = {name: edition.safeguards for name, edition in editions().items() if edition.safeguards}

    assert kept.keys() == {"youth-voice", "expert-voice"}
    assert len(kept["youth-voice"]) == 13
    assert kept["youth-voice"] == kept["expert-voice"]


def test_there_are_nine_scenarios_of_six_phases() -> None:
    assert len(scenarios()) == 9
    assert {len(scenario.phases) for scenario in scenarios()} == {6}


def test_the_library_holds_every_article_norm_comment_role_contact() -> None:
    shipped = library()

    assert [article.number for article in shipped.uncrc.articles] == list(range(1, 43))
    assert len(shipped.uncrc.comments) == 27
    assert len(shipped.norms) == 69
    assert len(shipped.roles) == 19
    assert len(shipped.helplines.contacts) == 14
    assert len(shipped.workshop.cards) == 10


def test_half_a_day_lasts_three_and_a_half_hours() -> None:
    assert sum(point.minutes for point in library().workshop.half_day) == 210


def test_every_edition_is_on_trial_until_somebody_reviews_it() -> None:
    passports = [edition.passport for edition in editions().values()]

    assert len(passports) == 5
    assert {(p.status, p.reviewed_by) for p in passports if p} == {("trial", ())}


def test_at_least_twelve_contradictions_are_looked_for() -> None:
    assert len(main().contradictions) >= 12
    assert all(contradiction.trial for contradiction in main().contradictions)


def test_no_id_is_used_twice_in_the_whole_of_the_content() -> None:
    ids = [item.id for item in everywhere()]
    groups = [group.id for edition in editions().values() for group in edition.all_groups()]

    twice = [name for name, count in Counter((*ids, *groups)).items() if count > 1]

    assert len(ids) > 130
    assert twice == []
