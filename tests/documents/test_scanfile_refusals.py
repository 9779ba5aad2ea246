"""Whatever is wrong with a scan file, one sentence says what, where, what now."""

from pathlib import Path

import pytest

from tests.documents.scans import HEAD, SHELF, refused
from toolkit.documents import scanfile

ANSWERS = f"{HEAD}answers:\n"


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
                "4 answers.beleid.plan.left_open: Een antwoord met een waarde kan niet ook opengelaten "
                "zijn. Haal een van de twee weg."
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
                "4 answers.beleid.wie.value: Hetzelfde antwoord op ‘beleid.wie’ staat hier twee keer. "
                "Houd er één over: school, school."
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
                "4 answers.context.inwoners.value: ‘veel’ is geen getal. Beantwoord "
                "‘context.inwoners’ in cijfers, zoals 48000 of 2.5."
            ),
        ),
        (
            "context.inwoners: {value: 2000}",
            (
                "4 answers.context.inwoners.value: ‘2000’ is te laag of te hoog voor "
                "‘context.inwoners’. De grenzen zijn: 1, 1000."
            ),
        ),
        (
            "context.dag: {value: morgen}",
            (
                "4 answers.context.dag.value: ‘morgen’ is geen bestaande datum. Beantwoord "
                "‘context.dag’ als 2026-12-31."
            ),
        ),
    ],
    ids=lambda text: text[:40],
)
def test_a_wrong_answer_is_refused_with_its_remedy(answer: str, said: str) -> None:
    assert refused(f"{ANSWERS}  {answer}\n") == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'questionnaire: kleen\nedition: "1"\nanswers: {}\n',
            "1 questionnaire: Er is geen vragenlijst ‘kleen’. Kies uit: klein. Bedoelt u ‘klein’?",
        ),
        (
            'questionnaire: klein\nedition: "2"\nanswers: {}\n',
            "2 edition: Er is geen editie ‘2’ van deze vragenlijst. Kies uit: 1.",
        ),
        (
            "questionnaire: klein\nanswers: {}\n",
            "1 edition: De sleutel ‘edition’ ontbreekt. Voeg hem toe.",
        ),
        (
            f"{HEAD}selection: kern\nanswers: {{}}\n",
            "3 selection: Er is geen korte ronde ‘kern’. Kies uit: core.",
        ),
        (
            f"{HEAD}state: klaar\nanswers: {{}}\n",
            "3 state: ‘klaar’ kan hier niet staan. Kies uit: draft, in_review, final.",
        ),
        (
            f"{HEAD}remarks: {{themes: {{belied: {{text: x}}}}}}\nanswers: {{}}\n",
            "3 remarks.themes.belied: Er is geen thema ‘belied’. Kies uit: beleid.",
        ),
        (
            f"{HEAD}intake: {{beleid.plan: 2}}\nanswers: {{}}\n",
            (
                "3 intake.beleid.plan: ‘beleid.plan’ is geen startvraag. Zet het antwoord onder "
                "‘answers’."
            ),
        ),
        (
            f"{HEAD}evidence: [{{id: a, title: A}}, {{id: a, title: B}}]\nanswers: {{}}\n",
            "3 evidence[1].id: Twee bewijsstukken hebben het id ‘a’. Geef er één een ander id.",
        ),
        (
            f"{HEAD}evidence: [{{id: 'plan, p. 3', title: A}}]\nanswers: {{}}\n",
            (
                "3 evidence[0].id: ‘plan, p. 3’ kan geen id van een bewijsstuk zijn. Gebruik letters, "
                "cijfers, punten en streepjes, zoals plan-2024."
            ),
        ),
        (
            f"{HEAD}intake: {{Context Dag: 2026-01-01}}\nanswers: {{}}\n",
            (
                "3 intake.Context Dag: ‘Context Dag’ kan geen id zijn. Gebruik kleine "
                "letters en een punt, zoals thema.vraag."
            ),
        ),
        (
            f"{HEAD}selection: Kern ronde\nanswers: {{}}\n",
            (
                "3 selection: ‘Kern ronde’ kan hier geen naam zijn. Gebruik kleine letters, cijfers "
                "en _, met een letter vooraan."
            ),
        ),
        (
            f"{HEAD}evidence: [{{id: a, title: A, link: 'javascript:x'}}]\nanswers: {{}}\n",
            (
                "3 evidence[0].link: ‘javascript:x’ is geen link. Een link begint met https:// of "
                "mailto:."
            ),
        ),
        (
            f"{HEAD}actions: [{{what: Plan, items: [beleid.plam]}}]\nanswers: {{}}\n",
            (
                "3 actions[0].items[0]: De vragenlijst heeft geen vraag ‘beleid.plam’. Verbeter het "
                "id, of haal het antwoord weg. Bedoelt u ‘beleid.plan’?"
            ),
        ),
        (
            f"{HEAD}municipality: Voorbeeldstad\nanswers: {{}}\n",
            "3 municipality: Hier horen sleutels, elk op een eigen regel: ‘sleutel: waarde’.",
        ),
        (
            f"{HEAD}title: [Ronde]\nanswers: {{}}\n",
            "3 title: Hier hoort één tekst, geen lijst en geen sleutels.",
        ),
        (
            f"{HEAD}title: {'a' * 301}\nanswers: {{}}\n",
            "3 title: Deze tekst is langer dan 300 tekens. Maak hem korter.",
        ),
        (
            "- a\n- b\n",
            (
                "1 : Dit is geen scanbestand. Een scanbestand begint met sleutels als questionnaire, "
                "edition en answers."
            ),
        ),
        ("", " : Er staat niets in dit bestand. Ging er iets mis bij het opslaan?"),
        (
            f"{ANSWERS}  beleid.plan: unknown\n  beleid.plan: unknown\n",
            (
                "5 answers.beleid.plan: De sleutel ‘beleid.plan’ staat hier twee keer. "
                "Houd er één over."
            ),
        ),
        (
            f"{ANSWERS}  beleid.plan: {{note: ja: nee}}\n",
            (
                "4 : Er staat een dubbele punt midden in een tekst. Zet die hele tekst tussen "
                "aanhalingstekens."
            ),
        ),
    ],
    ids=lambda text: text[-40:],
)
def test_a_wrong_scan_file_is_refused_with_its_remedy(text: str, said: str) -> None:
    assert refused(text) == [said]


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
