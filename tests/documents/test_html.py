"""How the templates are filled in."""

import pytest

from toolkit.documents.html import first_sentence
from toolkit.wording import capitalise


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Stel beleid vast. Doe het snel.", "Stel beleid vast."),
        (
            "Maak één blad (bijv. met een route) voor alle scholen.",
            "Maak één blad (bijv. met een route) voor alle scholen.",
        ),
        ("Vraag: weet u het? Zo niet, zoek het uit.", "Vraag: weet u het?"),
        ("Zonder punt", "Zonder punt"),
        (
            "Kijk naar art. 19 van het Verdrag. Schrijf het op.",
            "Kijk naar art. 19 van het Verdrag.",
        ),
    ],
)
def test_the_first_sentence_ends_where_a_new_one_begins(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_word_at_the_start_gets_a_capital() -> None:
    assert capitalise("op weg") == "Op weg"
    assert capitalise("één persoon") == "Eén persoon"
    assert capitalise("") == ""
