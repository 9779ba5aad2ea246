"""What stands on the papers of a workshop, and what does not."""

import re
from dataclasses import replace

import pytest

from tests.documents.reports import a_scan, a_scan_of, instrument
from tests.documents.workshops import (
    a_workshop,
    of_a_name,
    of_the_example,
    pages,
    rendered,
    the_html,
    the_paper,
)
from tests.verapdf.verapdf import failed_rules
from toolkit.documents.workshop_pack import PAPERS, SLIDES, Workshop, file_name
from toolkit.documents.workshop_words import steps
from toolkit.domain.scan import Municipality
from toolkit.domain.workshop_plan import CallLine
from toolkit.domain.workshop_proposal import Wishes
from toolkit.paths import TEMPLATES
from toolkit.wording import wording

NAMES = [paper.name for paper in PAPERS]
KNOWN = frozenset(f"s{number}" for number in range(1, 10))


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def with_words(workshop: Workshop, *lines: tuple[int, str]) -> Workshop:
    route = tuple(CallLine(line=number, words=words) for number, words in lines)
    plan = workshop.proposal.plan.changed(route=route)
    return replace(workshop, proposal=replace(workshop.proposal, plan=plan))


def test_every_paper_has_a_template_of_its_own() -> None:
    found = {path.stem for path in (TEMPLATES / "workshop").glob("*.html")}

    assert set(NAMES) <= found


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_paper_keeps_pdfa_2a_and_pdfua(name: str) -> None:
    made = of_the_example(name)

    assert made.warnings == ()
    assert failed_rules(made.pdf, ("ua1", "2a")) == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["read_first", "facilitator", "invitations", "role_cards"])
def test_a_paper_in_english_of_a_name_only_keeps_them_too(name: str) -> None:
    made = rendered(the_paper(name), of_a_name(), "en")

    assert made.warnings == ()
    assert failed_rules(made.pdf, ("ua1", "2a")) == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("read_first", 1),
        ("room", 1),
        ("who_calls_whom", 1),
        ("second_round", 1),
        ("actions", 1),
        ("feedback", 1),
        ("answer_cards", 1),
        ("question_cards", 1),
        ("role_cards", 1),
        ("briefing", 2),
        ("participants", 3),
        ("facilitator", 12),
    ],
)
def test_a_paper_is_as_short_as_people_need(name: str, most: int) -> None:
    assert len(pages(of_the_example(name).pdf)) <= most


@pytest.mark.slow
def test_every_page_says_how_things_stand_which_edition_and_which_day() -> None:
    found = pages(of_the_example("facilitator").pdf)

    marked = [page for page in found if "Editie 2026.1 · 18 december 2026" in page]
    assert len(marked) == len(found)
    assert all("De begeleidende organisatie is akkoord" in page for page in found)


def test_before_the_supporting_organisation_agreed_nothing_goes_round() -> None:
    early = a_workshop(wishes=Wishes())

    assert not any(paper.hand_out for paper in early.papers())
    assert not early.may_be_made(SLIDES)
    assert "Nog niet voorgelegd" in the_html("briefing", early)
    assert {paper.name for paper in a_workshop().papers()} == set(NAMES)


def test_where_every_case_is_known_no_paper_tells_a_story() -> None:
    bare = a_workshop(wishes=Wishes(known=KNOWN, agreed=True))

    assert not any(paper.tells for paper in bare.papers())
    assert "Nog geen verhaal" in the_html("read_first", bare)
    assert "Fase 1" not in the_html("facilitator", bare)


def test_what_is_read_first_names_only_what_is_still_to_do() -> None:
    filled = (3, "030 123 45 67, elke dag"), (4, "0800 1234")
    ready = with_words(a_workshop(), *filled)
    asked = with_words(a_workshop(wishes=Wishes()), *filled)

    done, waiting = (text_of(the_html("read_first", one)) for one in (ready, asked))

    assert "Nog te doen" not in done
    assert "Nog te doen Nog niet voorgelegd aan de begeleidende organisatie" in waiting


def test_participants_read_the_story_and_the_questions_only() -> None:
    workshop = a_workshop()
    story = workshop.proposal.plan.story

    sheet = text_of(the_html("participants", workshop))

    assert story is not None
    assert "Waar bleef het signaal liggen?" in sheet
    assert story.pitfalls[0].within("nl") not in sheet
    assert story.good_response[0].within("nl") not in sheet
    assert "In de scan" not in sheet


def test_the_booklet_says_what_the_municipality_answered_and_how_it_disagreed() -> None:
    booklet = text_of(the_html("facilitator", a_workshop()))

    assert "In de scan antwoordde de gemeente 3 van 4" in booklet
    assert "In de scan zagen mensen dit verschillend: beleidsadviseur veiligheid 3" in booklet
    assert "In de scan wist niemand dit." in booklet


def test_no_paper_repeats_what_members_wrote_for_each_other() -> None:
    told = "answers:\n  forms.criminal: {value: 1, note: KANARIE, evidence: [KANARIE]}\n"
    workshop = a_workshop(a_scan_of(told))

    papers = [the_html(paper.name, workshop) for paper in workshop.papers()]

    assert len(papers) == len(PAPERS)
    assert not any("KANARIE" in paper for paper in papers)


def test_nobody_is_asked_for_the_name_of_an_expert_or_a_young_person() -> None:
    briefing = text_of(the_html("briefing", a_workshop()))

    assert "Wij bewaren geen naam of adres" in briefing
    assert "Naam:" not in briefing


def test_the_feedback_form_asks_four_questions_and_no_name() -> None:
    sheet = the_html("feedback", a_workshop())

    assert sheet.count("<h2>") == 4
    assert "Schrijf geen naam" in text_of(sheet)


def test_a_name_only_begins_with_cards_and_says_so() -> None:
    booklet = text_of(the_html("facilitator", of_a_name()))

    assert "Samen de kernvragen beantwoorden" in booklet
    assert "Om te onthullen" not in booklet
    assert "omdat er nog geen scan is" in booklet


def test_a_provisional_scan_is_marked_on_every_paper() -> None:
    draft = a_workshop(replace(a_scan(), state="draft"))

    papers = [the_html(paper.name, draft) for paper in draft.papers()]

    assert all("gemaakt van een voorlopige scan" in paper for paper in papers)


def test_the_card_shows_the_own_route_and_where_it_ends_dead() -> None:
    workshop = a_workshop()
    filled = with_words(workshop, (3, "elke werkdag, via 14 012"), (4, "via 14 012"))

    assert "Lijn 5 stuurt mensen door" in the_html("who_calls_whom", workshop)
    assert "elke werkdag, via 14 012" in the_html("who_calls_whom", filled)
    assert "Geen enkele lijn loopt dood" in the_html("who_calls_whom", filled)


def test_markup_in_a_name_stays_words() -> None:
    named = replace(a_scan(), municipality=Municipality("<b>Dorp</b> & co"))

    sheet = the_html("read_first", a_workshop(named))

    assert "<b>" not in sheet
    assert "&lt;b&gt;Dorp&lt;/b&gt; &amp; co" in sheet


def test_files_keep_the_order_of_the_day_in_both_languages() -> None:
    assert file_name(PAPERS[0], ".pdf", wording("nl")) == "01-lees-dit-vooraf.pdf"
    assert file_name(SLIDES, ".pptx", wording("nl")) == "15-dias.pptx"
    assert file_name(PAPERS[1], ".pdf", wording("en")) == "02-facilitators-booklet.pdf"


@pytest.mark.parametrize(
    ("item", "cards"),
    [
        ("refer.route", ["0", "1", "2", "3", "4"]),
        ("refer.veilig_thuis", ["0", "2", "4"]),
        ("gov.policy_adopted", ["0", "1", "2", "3", "4"]),
    ],
)
def test_each_card_says_what_it_means_for_the_question(item: str, cards: list[str]) -> None:
    question = instrument().questions[item]

    found = steps(question, wording("nl"))

    assert [number for number, _ in found] == cards
    assert len({said for _, said in found}) == len(cards)
