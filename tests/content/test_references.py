"""Whatever content points at is there."""

import re
from itertools import chain

from tests.content.shipped import MAIN, editions, everywhere, items, library, main, scenarios
from toolkit.domain.conditions import items_in
from toolkit.domain.items import Advice, Item
from toolkit.domain.workshop_table import without_a_seat


def advices(item: Item) -> list[Advice]:
    return [advice for advice in item.advice.values() if isinstance(advice, Advice)]


def test_whoever_answers_or_acts_is_a_role() -> None:
    named = {role for item in everywhere() for role in item.who}
    named |= {advice.owner for item in everywhere() for advice in advices(item)}

    assert len(named) > 15
    assert named - library().roles_by_id.keys() == set()


def test_the_intake_offers_every_role_by_its_own_name() -> None:
    [asked] = [item for item in main().intake if item.id == "context.respondents"]

    assert [(option.id, option.label) for option in asked.options] == [
        (role.id, role.label) for role in library().roles
    ]


def test_every_article_named_exists() -> None:
    actors = chain.from_iterable(actor.articles for actor in library().network.actors)
    named = {number for item in everywhere() for number in item.crc} | set(actors)
    named |= {number for scenario in scenarios() for number in scenario.crc}

    assert len(named) > 30
    assert named - library().articles_by_number.keys() == set()


def test_every_norm_named_has_a_row_or_a_family() -> None:
    named = {code for item in everywhere() for code in item.refs}

    assert len(named) > 80
    assert [code for code in sorted(named) if not library().knows_norm(code)] == []


def test_a_family_sends_to_rows_that_exist() -> None:
    families = library().standards.families

    assert families
    assert {row for f in families for row in f.rows} - library().norms_by_code.keys() == set()


def test_an_article_that_no_instrument_has_is_not_a_norm() -> None:
    assert library().knows_norm("VNG-5")
    assert not library().knows_norm("VNG-6")
    assert not library().knows_norm("EU2011/36-")


def test_every_general_comment_named_exists() -> None:
    known = {comment.code for comment in library().uncrc.comments}
    refs = (code for item in everywhere() for code in item.refs if re.match(r"GC\d", code))
    named = {code for article in library().uncrc.articles for code in article.comments} | set(refs)

    assert len(named) > 20
    assert named - known == set()


def test_companions_inform_questions_of_the_main_questionnaire() -> None:
    informed = {name for item in everywhere() for name in item.informs}

    assert len(informed) > 20
    assert informed - {item.id for item in items()} == set()


def test_conditions_look_at_questions_that_exist() -> None:
    looked_at = {
        (name, looked)
        for name, edition in editions().items()
        for item in edition.all_items()
        if item.show_if
        for looked in items_in(item.show_if)
    }

    assert looked_at == {(MAIN, "context.reception_location")}
    assert "context.reception_location" in main().questions


def test_contradictions_look_at_scored_questions() -> None:
    looked_at = {name for found in main().contradictions for name in items_in(found.when)}

    assert len(looked_at) > 20
    assert [name for name in looked_at if not main().questions[name].scored] == []


def test_scenarios_walk_through_questions_that_exist() -> None:
    workshop = library().workshop
    tested = {name for scenario in scenarios() for name in scenario.items}
    tested |= {name for choice in workshop.choice for name in choice.items}
    tested |= set(workshop.five_questions.items)
    tested |= {name for article in library().uncrc.opsc for name in article.items}

    assert len(tested) > 40
    assert tested - {item.id for item in items()} == set()


def test_every_scenario_can_be_proposed() -> None:
    workshop = library().workshop
    notes = chain.from_iterable(note.scenarios for note in workshop.legal_notes)
    named = {choice.scenario for choice in workshop.choice} | {workshop.otherwise}

    assert named == {scenario.id for scenario in scenarios()}
    assert set(notes) | set(workshop.five_questions.scenarios) <= named


def test_pages_for_young_people_show_five_contacts_with_a_number() -> None:
    shown = [library().contact(name) for name in library().helplines.young_people]

    assert len(shown) == 5
    assert all(contact.number for contact in shown)


def test_what_pages_show_of_a_contact_is_no_note_to_its_makers() -> None:
    """A number comes with hours that are known, or with none."""
    shown = [
        words.within(language)
        for contact in library().helplines.contacts
        for words in (contact.name, contact.reach, contact.hours, contact.note)
        if words
        for language in ("nl", "en")
    ]

    assert [words for words in shown if re.search(r"controleren|\bcheck\b", words or "")] == []


def test_the_contacts_that_come_first_are_danger_veilig_thuis_and_kindertelefoon() -> None:
    first = [contact.id for contact in library().helplines.at_once]

    assert first == ["emergency", "veilig_thuis", "kindertelefoon"]
    assert all(contact.number and contact.hours for contact in library().helplines.at_once)


def test_articles_actors_norms_stand_in_a_part_that_has_a_heading() -> None:
    shipped = library()

    assert {a.cluster for a in shipped.uncrc.articles} == {c.id for c in shipped.uncrc.clusters}
    assert {a.section for a in shipped.network.actors} == {s.id for s in shipped.network.sections}
    assert {n.group for n in shipped.norms} == {g.id for g in shipped.standards.groups}


def test_every_role_in_a_scenario_has_a_chair_or_is_played() -> None:
    texts = library().workshop

    assert [name for case in scenarios() for name in without_a_seat(texts, case)] == []


def test_the_chairs_name_functions_and_partners_that_exist() -> None:
    seats = library().workshop.seats
    actors = {actor.id for actor in library().network.actors}

    assert {role for seat in seats for role in seat.roles} <= library().roles_by_id.keys()
    assert {actor for seat in seats for actor in seat.actors} <= actors


def test_card_questions_name_questions_and_groups_of_the_main_instrument() -> None:
    named = {part for row in library().workshop.card_questions for part in row.parts}
    groups = {group.id for group in main().all_groups()}

    assert named <= groups | main().questions.keys()
