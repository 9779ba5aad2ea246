"""The report of what a workshop brought: what stands in it, and what does not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.documents.office import opened_as
from tests.documents.reports import DAY
from tests.documents.workshops import a_workshop, of_a_name, pages
from tests.verapdf.verapdf import failed_rules
from toolkit.documents.archival import Archive, Identity
from toolkit.documents.docx import render_docx
from toolkit.documents.outcome_html import outcome_html, outcome_sheets, outcome_title
from toolkit.documents.pdf import Rendered, render_pdf
from toolkit.documents.room_chart import room_chart
from toolkit.documents.workshop_said import away, columns, moved, spread
from toolkit.domain.workshop_counts import Counts
from toolkit.domain.workshop_outcome import (
    Agreed,
    Brought,
    Happens,
    Shown,
    by_cards,
    differing_first,
)
from toolkit.wording import wording

TWELVE = Counts((3, 2, 2, 1, 1, 3))
LINE = Agreed("Eén nummer", "beleidsadviseur", date(2026, 3, 1), None, "De leerkracht weet het.")


def what_it_brought(*, named_only: bool = False) -> Brought:
    """Return what a workshop of the example brought, with words of everybody."""
    known = of_a_name() if named_only else a_workshop()
    plan, questionnaire = known.proposal.plan, known.questionnaire
    marks = known.outcome.result.marks if known.outcome else {}
    shown = tuple(
        Shown(questionnaire.questions[item], phase, TWELVE, marks.get(item), "Ik zie geen route.")
        for item, phase in by_cards(plan).items()
    )
    return Brought(
        plan=plan,
        day=DAY,
        there=tuple(seat.label for seat in known.library.workshop.seats[:3]),
        phases=tuple(Happens(phase, "Het blijft liggen.\nTot maandag.") for phase in plan.phases),
        shown=differing_first(shown),
        agreed=(LINE, replace(LINE, child_notices="", due=None, who="")),
        parked=("Wie betaalt de tolk?",),
        learned="Op vrijdag niet.",
        expert="Vraag het kind eerst.",
    )


def the_html(brought: Brought, language: str = "nl") -> str:
    return outcome_html(brought, a_workshop().questionnaire, language)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def identity(brought: Brought, language: str) -> Identity:
    return Identity(outcome_title(brought, language), language, Archive.PAGES_ONLY, DAY)


def rendered(brought: Brought, language: str = "nl") -> Rendered:
    html = the_html(brought, language)
    return render_pdf(html, identity(brought, language), css=outcome_sheets())


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_keeps_pdfa_2a_and_pdfua(language: str) -> None:
    made = rendered(what_it_brought(), language)

    assert made.warnings == ()
    assert failed_rules(made.pdf, ("ua1", "2a")) == ()


@pytest.mark.slow
def test_a_report_of_a_name_only_keeps_them_too_and_fits_a_few_pages() -> None:
    made = rendered(what_it_brought(named_only=True))

    assert made.warnings == ()
    assert failed_rules(made.pdf, ("ua1", "2a")) == ()
    assert len(pages(made.pdf)) <= 12


@pytest.mark.slow
def test_the_report_opens_in_word_with_its_counts_and_agreements() -> None:
    brought, css = what_it_brought(), "\n".join(outcome_sheets())
    word = render_docx(the_html(brought), identity(brought, "nl"), css=css)

    text = " ".join(opened_as(word, "verslag.docx", "txt:Text").decode().split())

    assert "Verslag van de workshop in Voorbeeldstad" in text
    assert "7 van de 12 lager, 1 hoger dan het antwoord van de gemeente" in text
    assert "De leerkracht weet het." in text


def test_everything_that_a_workshop_brought_stands_in_it() -> None:
    text = text_of(the_html(what_it_brought()))

    assert "Zo telde de zaal" in text
    assert "Het blijft liggen. Tot maandag." in text
    assert "Eén nummer beleidsadviseur 1 maart 2026" in text
    assert "nog niet ingevuld, dus nog geen actie" in text
    assert "Wie betaalt de tolk?" in text
    assert "Op vrijdag niet." in text
    assert "Ik zie geen route." in text


def test_words_of_the_second_round_stand_in_it_only_when_they_are_handed_in() -> None:
    seen = what_it_brought()

    unseen = replace(seen, expert="")

    assert "Vraag het kind eerst." in text_of(the_html(seen))
    assert "tweede ronde" not in text_of(the_html(unseen))


def test_what_people_answered_differently_stands_there_without_their_functions() -> None:
    text = text_of(the_html(what_it_brought()))

    assert "In de scan zag men dit verschillend: 2 en 3." in text
    assert "beleidsadviseur veiligheid" not in text


def test_of_a_name_only_there_is_no_answer_to_hold_beside_it() -> None:
    text = text_of(the_html(what_it_brought(named_only=True)))

    assert "In de scan" not in text
    assert "dan het antwoord van de gemeente" not in text


def test_markup_in_what_was_written_stays_words() -> None:
    brought = replace(what_it_brought(), learned="<b>Dorp</b> & co")

    assert "&lt;b&gt;Dorp&lt;/b&gt; &amp; co" in the_html(brought)


def test_there_is_never_a_mean() -> None:
    text = text_of(the_html(what_it_brought(), "en"))

    assert "not a mean" in text
    assert "average" not in text


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ((1, 0, 0, 2, 0, 3), "Van 0 tot 3. 3 mensen weten het niet."),
        ((0, 0, 4, 0, 0, 0), "Elk getoond cijfer is 2."),
        ((0, 0, 0, 0, 0, 1), "1 persoon weet het niet."),
        ((0, 0, 0, 0, 0, 0), ""),
    ],
)
def test_a_spread_is_said_from_lowest_to_highest(cards: tuple[int, ...], said: str) -> None:
    assert spread(Counts(cards), wording("nl")) == said


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ((3, 2, 2, 1, 1, 3), "7 van de 12 lager, 1 hoger dan het antwoord van de gemeente"),
        ((0, 0, 2, 1, 0, 0), "2 van de 3 lager dan het antwoord van de gemeente"),
        ((0, 0, 0, 1, 2, 0), "2 van de 3 hoger dan het antwoord van de gemeente"),
        ((0, 0, 0, 4, 0, 4), ""),
    ],
)
def test_who_is_a_point_away_is_counted(cards: tuple[int, ...], said: str) -> None:
    three = next(one for one in what_it_brought().shown if one.answered == Decimal(3))

    assert away(replace(three, counts=Counts(cards)), wording("nl")) == said


def test_what_moved_is_said_card_by_card() -> None:
    then, now = Counts((3, 0, 9, 0, 0, 0)), Counts((1, 0, 0, 10, 0, 0))

    assert moved(then, now, wording("nl")) == (
        "Toen 3 van de 12 op 0, nu 1 van de 11.",
        "Toen 9 van de 12 op 2, nu 0 van de 11.",
        "Toen 0 van de 12 op 3, nu 10 van de 11.",
    )
    assert moved(then, None, wording("nl")) == ()


def test_a_drawing_has_a_mark_for_everybody_within_its_edges() -> None:
    crowd = Counts((20, 0, 0, 0, 0, 40))

    drawing = room_chart(columns(crowd))

    assert len(set(drawing.marks)) == 60
    assert all(0 < x < drawing.width and 0 < y < drawing.line for x, y in drawing.marks)
    assert not any(label.official for label in drawing.labels)
