"""Whatever is wrong with a scan file, one sentence says what, where, what now."""

from pathlib import Path

import pytest

from tests.documents.scans import HEAD, SHELF, OneBook, refused
from toolkit.documents import scanfile
from toolkit.domain.problems import Problem
from toolkit.domain.questionnaire import Questionnaire
from toolkit.reading.yaml_text import NotReadable

ANSWERS = f"{HEAD}answers:\n"
TWO_SIDES = "[{value: 2, function: a, reason: b}, {value: 4, function: c, reason: d}]"
AGREED = TWO_SIDES.replace("4", "2")
NAMELESS = TWO_SIDES.replace("function: a", "function: ' '")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            "beleid.plann: {value: 2}",
            (
                "4 answers.beleid.plann: De vragenlijst heeft geen vraag ‘beleid.plann’. "
                "Verbeter het id, of haal het antwoord weg. Bedoelt u ‘beleid.plan’?"
            ),
        ),
        (
            "beleid.budget: {value: 2}",
            (
                "4 answers.beleid.budget: De vraag ‘beleid.budget’ heet in deze editie ‘beleid.geld’. "
                "Gebruik dat id."
            ),
        ),
        (
            "beleid.oud: {value: x}",
            (
                "4 answers.beleid.oud: De vraag ‘beleid.oud’ wordt in deze editie niet meer gesteld. "
                "Haal het antwoord weg."
            ),
        ),
        (
            "beleid.plan: {value: 3}",
            "4 answers.beleid.plan.value: ‘3’ is geen niveau van ‘beleid.plan’. Kies uit: 0, 2, 4.",
        ),
        (
            "beleid.plan: 2",
            (
                "4 answers.beleid.plan: ‘2’ is geen antwoord. Schrijf ‘value: …’ op een regel onder de "
                "vraag, of het woord unknown (weet ik niet)."
            ),
        ),
        (
            "beleid.plan: {valeu: 2}",
            (
                "4 answers.beleid.plan.valeu: De sleutel ‘valeu’ hoort hier niet. Haal hem weg, of "
                "controleer de spelling. Bedoelt u ‘value’?"
            ),
        ),
        (
            "beleid.plan: {value: 2, unknown: true}",
            (
                "4 answers.beleid.plan: Deze vraag heeft meer dan één antwoord: value, unknown. "
                "Houd er één over."
            ),
        ),
        (
            "beleid.plan: {value: [2, 4]}",
            (
                "4 answers.beleid.plan.value: Bij de vraag ‘beleid.plan’ hoort één antwoord, geen "
                "lijst. Houd er één over van: 2, 4."
            ),
        ),
        (
            "beleid.plan: {not_applicable: Nee}",
            (
                "4 answers.beleid.plan.not_applicable: De vraag ‘beleid.plan’ is altijd van "
                "toepassing. Geef een antwoord (value), of het woord unknown (weet ik niet)."
            ),
        ),
        (
            "beleid.geld: {not_applicable: ''}",
            (
                "4 answers.beleid.geld.not_applicable: Schrijf in een paar woorden waarom deze vraag "
                "niet van toepassing is."
            ),
        ),
        (
            "beleid.geld: {not_applicable: }",
            (
                "4 answers.beleid.geld.not_applicable: Schrijf in een paar woorden waarom deze vraag "
                "niet van toepassing is."
            ),
        ),
        (
            "beleid.plan: {value: 2, left_open: true}",
            (
                "4 answers.beleid.plan.left_open: Wat is opengelaten, heeft geen antwoord. Haal "
                "left_open weg, of het antwoord."
            ),
        ),
        (
            "beleid.plan: {disputed: [{value: 2, function: jeugd, reason: Zo}]}",
            (
                "4 answers.beleid.plan.disputed: Bij ‘oneens’ (disputed) horen precies twee kanten, "
                "elk met value, function en reason."
            ),
        ),
        (
            f"beleid.plan: {{disputed: {AGREED}}}",
            (
                "4 answers.beleid.plan.disputed: Beide kanten geven hetzelfde antwoord. Geef dat als "
                "value, of verbeter een van de twee."
            ),
        ),
        (
            f"beleid.plan: {{disputed: {NAMELESS}}}",
            (
                "4 answers.beleid.plan.disputed[0].function: Hier is niets te lezen. Schrijf een "
                "tekst, of haal het onderdeel weg waar hij bij hoort."
            ),
        ),
        (
            f"beleid.plan: {{disputed: {TWO_SIDES}, unknown: true}}",
            (
                "4 answers.beleid.plan: Deze vraag heeft meer dan één antwoord: unknown, disputed. "
                "Houd er één over."
            ),
        ),
        (
            f"beleid.plan: {{disputed: {TWO_SIDES}, left_open: true}}",
            (
                "4 answers.beleid.plan.left_open: Wat is opengelaten, heeft geen antwoord. Haal "
                "left_open weg, of het antwoord."
            ),
        ),
        (
            'beleid.geld: {not_applicable: "\\u200b\\u00ad\\u2060 "}',
            (
                "4 answers.beleid.geld.not_applicable: Schrijf in een paar woorden waarom deze vraag "
                "niet van toepassing is."
            ),
        ),
        (
            "beleid.wie: {value: straat}",
            (
                "4 answers.beleid.wie.value: ‘straat’ is geen antwoord op ‘beleid.wie’. "
                "Kies uit: school, wijk, niemand."
            ),
        ),
        (
            "beleid.wie: {value: [school, niemand]}",
            (
                "4 answers.beleid.wie.value: ‘niemand’ staat alleen: het kan niet samen met andere "
                "antwoorden. Houd er één over."
            ),
        ),
        (
            "beleid.wie: {value: [school, school]}",
            (
                "4 answers.beleid.wie.value: Bij de antwoorden op ‘beleid.wie’ staat meer dan één "
                "keer: school. Laat het één keer staan."
            ),
        ),
        (
            "beleid.wie: [school, wijk]",
            (
                "4 answers.beleid.wie: Hier staat een lijst. Schrijf ‘value: …’ op een regel onder "
                "de vraag, of het woord unknown (weet ik niet)."
            ),
        ),
        (
            "beleid.plan: {value: {niveau: 2}}",
            "4 answers.beleid.plan.value: Hier hoort één tekst, geen lijst en geen sleutels.",
        ),
        (
            "beleid.plan: {value: []}",
            (
                "4 answers.beleid.plan.value: Het antwoord op ‘beleid.plan’ is leeg. Vul het in, "
                "of haal de vraag weg."
            ),
        ),
        (
            "beleid.verhaal: {value: ' '}",
            (
                "4 answers.beleid.verhaal.value: Het antwoord op ‘beleid.verhaal’ is leeg. Vul het in, "
                "of haal de vraag weg."
            ),
        ),
        (
            f"beleid.verhaal: {{value: {'a' * 10_001}}}",
            (
                "4 answers.beleid.verhaal.value: Het antwoord op ‘beleid.verhaal’ is langer dan 10000 "
                "tekens. Maak het korter."
            ),
        ),
        (
            f"beleid.plan: {{value: 2, note: {'a' * 10_001}}}",
            "4 answers.beleid.plan.note: Deze tekst is langer dan 10.000 tekens. Maak hem korter.",
        ),
        (
            "context.inwoners: {value: veel}",
            (
                "4 answers.context.inwoners.value: ‘veel’ kan geen antwoord zijn op "
                "‘context.inwoners’. Schrijf een getal in cijfers, zoals 48000 of 2,5: nul of meer, "
                "hoogstens twaalf cijfers, en hoogstens twee achter de komma."
            ),
        ),
        (
            "context.inwoners: {value: 48.000}",
            (
                "4 answers.context.inwoners.value: ‘48.000’ kan twee dingen betekenen. Bedoelt u "
                "48000, schrijf dat dan zonder punten en komma’s. Achter een komma staan hoogstens "
                "twee cijfers."
            ),
        ),
        (
            "context.inwoners: {value: 0}",
            (
                "4 answers.context.inwoners.value: ‘0’ is te laag voor ‘context.inwoners’. Schrijf "
                "een getal van ten minste 1."
            ),
        ),
        (
            "context.inwoners: {value: 2000}",
            (
                "4 answers.context.inwoners.value: ‘2000’ is te hoog voor ‘context.inwoners’. "
                "Schrijf een getal van ten hoogste 1000."
            ),
        ),
        (
            "context.dag: {value: morgen}",
            (
                "4 answers.context.dag.value: ‘morgen’ is geen bestaande datum van 1900 tot en "
                "met 2100. Beantwoord "
                "‘context.dag’ als 2026-12-31."
            ),
        ),
    ],
    ids=lambda text: text[:40],
)
def test_a_wrong_answer_is_refused_with_its_remedy(answer: str, said: str) -> None:
    assert refused(f"{ANSWERS}  {answer}\n") == [said]


def test_all_mistakes_are_named_at_once() -> None:
    text = (
        f"{HEAD}state: klaar\nwat: dit\nanswers:\n"
        "  beleid.plan: {value: 9}\n  beleid.niets: unknown\n  beleid.wie: [school]\n"
    )

    lines = refused(text)

    assert [line.split(":")[0] for line in lines] == [
        "3 state",
        "8 answers.beleid.wie",
        "4 wat",
        "6 answers.beleid.plan.value",
        "7 answers.beleid.niets",
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "weg.yaml"

    with pytest.raises(scanfile.BadScanFile) as caught:
        scanfile.read_file(path, SHELF)

    assert [(problem.code, problem.file) for problem in caught.value.problems] == [
        ("file_missing", str(path))
    ]


class Torn(OneBook):
    """A shelf with a questionnaire that cannot be read."""

    def find(self, questionnaire: str, edition: str) -> Questionnaire:
        raise NotReadable((Problem("yaml_colon", "questionnaire.yaml", 3),))


def test_a_questionnaire_that_cannot_be_read_is_not_blamed_on_the_scan_file() -> None:
    with pytest.raises(NotReadable) as caught:
        scanfile.read(f"{HEAD}answers: {{}}\n", Torn(), name="scan.yaml")

    assert [problem.file for problem in caught.value.problems] == ["questionnaire.yaml"]
