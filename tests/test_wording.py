"""One language, with its own numbers, dates, lists."""

from datetime import date
from decimal import Decimal

import pytest

from toolkit.domain.fields import Text
from toolkit.wording import UnknownLanguage, languages, preferred, wording


def test_numbers_are_written_the_dutch_way() -> None:
    dutch = wording("nl")

    assert dutch.number(Decimal("37.5")) == "37,5"
    assert dutch.number(48_000) == "48.000"
    assert dutch.number(Decimal(3), 1) == "3,0"
    assert dutch.percent(Decimal("37.5")) == "37,5%"


def test_numbers_are_written_the_english_way() -> None:
    english = wording("en")

    assert english.number(Decimal("37.5")) == "37.5"
    assert english.number(48_000) == "48,000"
    assert english.percent(Decimal(40), 1) == "40.0%"


def test_days_are_written_in_full() -> None:
    assert wording("nl").day(date(2026, 12, 12)) == "12 december 2026"
    assert wording("en").day(date(2026, 12, 12)) == "12 December 2026"
    assert wording("nl").month(date(2026, 12, 12)) == "december 2026"


def test_lists_end_with_a_word() -> None:
    assert wording("nl").joined(["a", "b", "c"]) == "a, b en c"
    assert wording("nl").joined(["a", "b", "c"], "or") == "a, b of c"
    assert wording("nl").joined(["a"]) == "a"
    assert wording("nl").joined([]) == ""


def test_a_sentence_is_translated_with_its_values() -> None:
    assert wording("nl")("There is no option %(name)s.", name="-x") == "De keuze -x bestaat niet."
    assert wording("en")("There is no option %(name)s.", name="-x") == "There is no option -x."
    assert wording("nl")("") == ""


@pytest.mark.parametrize(("count", "said"), [(0, "0 vragen"), (1, "1 vraag"), (2, "2 vragen")])
def test_a_count_has_its_own_sentence(count: int, said: str) -> None:
    assert wording("nl").plural("%(count)s question", "%(count)s questions", count) == said


def test_a_text_of_the_content_falls_back_on_its_first_language() -> None:
    both, one = Text({"nl": "ja", "en": "yes"}), Text({"nl": "ja"})

    assert (wording("en").text(both), wording("en").text(one)) == ("yes", "ja")


def test_a_language_that_nobody_wrote_is_refused() -> None:
    with pytest.raises(UnknownLanguage) as caught:
        wording("fr")

    assert (caught.value.language, caught.value.known) == ("fr", ("nl", "en"))
    assert languages() == ("nl", "en")


def test_a_name_of_a_language_is_not_a_place_on_disk() -> None:
    with pytest.raises(UnknownLanguage):
        wording("../../../nl")


def test_the_system_chooses_a_language() -> None:
    assert preferred({"LC_ALL": "nl_NL.UTF-8", "LANG": "C"}) == "nl"
    assert preferred({"LANG": "C.UTF-8"}) == "en"
    assert preferred({}) == "en"
