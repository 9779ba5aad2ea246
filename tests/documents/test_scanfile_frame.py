"""What stands around the answers in a scan file is checked as strictly as they are."""

import pytest

from tests.documents.scans import HEAD, refused

ANSWERS = f"{HEAD}answers:\n"
NOTHING = "Hier is niets te lezen. Schrijf een tekst, of haal het onderdeel weg waar hij bij hoort."


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
            f"{HEAD}respondents: [focal, adv_yuth]\nanswers: {{}}\n",
            (
                "3 respondents[1]: Er is geen functie ‘adv_yuth’ die kan antwoorden. Kies uit: "
                "focal, adv_youth. Bedoelt u ‘adv_youth’?"
            ),
        ),
        (
            f"{HEAD}respondents: ['<b>']\nanswers: {{}}\n",
            (
                "3 respondents[0]: ‘<b>’ kan hier geen naam zijn. Gebruik kleine letters, cijfers "
                "en _, met een letter vooraan."
            ),
        ),
        (
            f"{HEAD}intake: {{context.inwoners: 48}}\nanswers: {{context.inwoners: {{value: 9}}}}\n",
            (
                "4 answers.context.inwoners: Deze vraag heeft meer dan één antwoord: intake, "
                "answers. Houd er één over."
            ),
        ),
        (
            f"{HEAD}municipality: {{name: ''}}\nanswers: {{}}\n",
            f"3 municipality.name: {NOTHING}",
        ),
        (
            f"{HEAD}actions: [{{what: ' '}}]\nanswers: {{}}\n",
            f"3 actions[0].what: {NOTHING}",
        ),
        (
            f'{HEAD}remarks: {{foreword: {{text: "\\u00ad\\u2060"}}}}\nanswers: {{}}\n',
            f"3 remarks.foreword.text: {NOTHING}",
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


def test_every_function_that_is_unknown_is_named_at_its_own_place() -> None:
    text = f"{HEAD}respondents:\n- '<b>'\n- focal\n- raad\nanswers: {{}}\n"

    lines = refused(text)

    assert [line.split(":")[0] for line in lines] == ["4 respondents[0]", "6 respondents[2]"]
