"""What a report says of the life of its scan: corrected, revised, replaced, compared."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.reports import a_scan, instrument, the_facts
from toolkit.catalogue import library
from toolkit.documents.report_html import report_html
from toolkit.domain.answers import UNKNOWN, Answers, answered
from toolkit.domain.comparison import compare
from toolkit.domain.life import Corrected, Life
from toolkit.domain.report import Form
from toolkit.domain.scoring.score import score

DAY = date(2027, 1, 5)
HEADING = "<h2>Wat er veranderde sinds de vorige ronde</h2>"
ITEM = "gov.policy_adopted"


def the_html(life: Life, form: Form = Form.WORK) -> str:
    return " ".join(report_html(the_facts(a_scan(), form).within(life), library(), "nl").split())


def compared(then: Answers) -> Life:
    now = score(instrument(), a_scan().answers)
    return Life(comparison=compare(score(instrument(), then), now, dated=DAY))


def test_a_first_round_says_nothing_of_others() -> None:
    html = the_html(Life())

    assert HEADING not in html
    assert "herzien op" not in html


def test_a_revised_scan_says_so_in_its_status() -> None:
    html = the_html(Life(rectified=DAY))

    assert "ambtelijk vastgesteld, herzien op 5 januari 2027" in html


def test_a_replaced_scan_says_so_in_its_status() -> None:
    html = the_html(Life(replaced=DAY))

    assert "vervangen door een correctie op 5 januari 2027" in html


def test_a_correction_says_what_it_corrects_why_and_who_approved() -> None:
    html = the_html(Life(corrects=Corrected(DAY, "Twee antwoorden verwisseld", "wethouder")))

    assert "Dit is een correctie van de scan van 5 januari 2027." in html
    assert "Goedgekeurd door: wethouder. Reden: Twee antwoorden verwisseld" in html


@pytest.mark.parametrize("form", list(Form))
def test_what_changed_since_the_last_round_has_a_chapter_in_both_forms(form: Form) -> None:
    html = the_html(compared({**a_scan().answers, ITEM: UNKNOWN}), form)

    assert HEADING in html
    assert "Vergeleken met de ronde van 5 januari 2027, editie 2026.1." in html
    assert "Bij 1 wist niemand het; daar is het antwoord nu bekend." in html
    assert "niemand wist het, nu bekend" in html


def test_a_comparison_holds_nothing_that_was_written_in_the_earlier_round() -> None:
    before = replace(answered("none"), note="canary-note", evidence=("canary-evidence",))
    html = the_html(compared({**a_scan().answers, ITEM: before}), Form.PUBLICATION)

    assert "canary" not in html
    assert "met niemand anders" in html
    assert "Papier, praktijk, kind: toen en nu" in html
