"""A blank questionnaire asks what a scan needs, of whom it needs it, once."""

import pytest

from tests.content.shipped import TELEPHONE
from tests.documents.blanks import MAIN, a_blank, a_questionnaire, phrase, the_html
from tests.house.source import files

VOICES = ("youth-voice", "expert-voice")
WELCOME = ("why", "who_sees", "no_name", "may_stop", "afterwards")


def test_every_level_has_its_number_before_its_box() -> None:
    text = the_html()

    assert '<li><span class="value">0</span> Er staat niets over op papier.</li>' in text
    assert '<li><span class="value">4</span> Als 3, en het wordt ten minste' in text


def test_a_regional_question_says_so_with_a_box_for_the_answer_of_the_region() -> None:
    regional = [i for i in a_questionnaire().all_items() if i.scope == "regional"]

    assert len(regional) == 34
    assert the_html().count(phrase(MAIN, "regional")) == len(regional)
    assert the_html().count("Antwoord van de regio") == len(regional)


def test_every_question_has_room_for_two_who_disagree() -> None:
    assert the_html().count("Wij zijn het oneens") == 73
    assert the_html().count('"write half">functie en antwoord:') == 73


def test_where_a_question_may_not_apply_the_reason_has_a_line() -> None:
    excused = [i for i in a_questionnaire().all_items() if i.not_applicable]

    assert excused
    assert the_html().count("Waarom dit hier niet geldt:") == len(excused)


@pytest.mark.parametrize("line", ["Gemeente:", "Functies die meededen (geen namen):"])
def test_what_the_intake_asks_is_asked_nowhere_else(line: str) -> None:
    assert "Welke functies vullen samen deze vragenlijst in?" in the_html()
    assert line not in the_html()
    assert line in the_html(theme="voice")


def test_the_short_round_does_not_send_you_to_the_short_round() -> None:
    invitation = phrase(MAIN, "short_round")

    assert invitation in the_html()
    assert invitation not in the_html(selection="core")
    assert invitation not in the_html(theme="voice")


def test_the_short_round_says_what_it_is() -> None:
    core = a_blank(selection="core").selection

    assert core is not None
    assert core.intro is not None
    assert core.intro.within("nl") in the_html(selection="core")


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize("key", WELCOME)
def test_who_speaks_reads_five_answers_before_the_first_question(name: str, key: str) -> None:
    text = the_html(name)

    assert text.index("Waarom ik?") < text.index(phrase(name, key)) < text.index("<h3>")


@pytest.mark.parametrize("name", VOICES)
def test_an_open_question_says_first_that_nobody_reads_it_today(name: str) -> None:
    opened = [i for i in a_questionnaire(name).all_items() if i.type == "text"]
    warned = the_html(name).count(f'{phrase(name, "no_helpline")}</p><p class="room">')

    assert phrase(name, "no_helpline") == "Dit is geen hulplijn. Niemand leest dit vandaag."
    assert opened
    assert warned == len(opened)


def test_the_young_may_skip_every_question_they_choose_an_answer_to() -> None:
    assert the_html("youth-voice").count("Sla ik over") == 10
    assert "Sla ik over" not in the_html()


def test_experts_are_addressed_in_one_way() -> None:
    edition = a_questionnaire("expert-voice")
    said = [text.within("nl") for text in edition.phrases.values()]
    said += [theme.title.within("nl") for theme in edition.themes]

    words = {word.lower().strip(".,:?") for text in said for word in text.split()}

    assert "u" in words
    assert words & {"je", "jij", "jou", "jouw"} == set()


def test_a_partner_reads_for_whom_who_sees_it_where_it_goes() -> None:
    text = the_html("partner-scan")

    assert phrase("partner-scan", "totals") in text
    assert "Voor de gemeente:" in text
    assert "Wie dit leest (functie):" in text
    assert "Inleveren vóór (datum), bij:" in text
    assert "Nee is ook een eerlijk antwoord." in text


def test_no_template_of_a_form_knows_a_number_to_call() -> None:
    found = files("templates/forms", "templates/questions", suffix=".html")

    assert found
    assert [path.name for path in found if TELEPHONE.search(path.read_text("utf-8"))] == []
