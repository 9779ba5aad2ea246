"""Personal data is pointed at before it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.privacy_corpora import Sentences, adversaries, corpus, endless, patterns, share
from toolkit.catalogue.library_files import library
from toolkit.domain import people, personal_numbers, personal_places
from toolkit.domain.pattern import Pattern
from toolkit.domain.privacy import PersonalData, warnings

PUBLIC = tuple(one.number for one in library().helplines.contacts if one.number)


def missed(part: str) -> Sentences:
    return [
        (kind, text)
        for kind, text in corpus("personal", part)
        if kind not in {found.kind for found in warnings(text, public=PUBLIC)}
    ]


def false_alarms(part: str) -> Sentences:
    return [
        (found.kind, text)
        for _, text in corpus("ordinary", part)
        for found in warnings(text, public=PUBLIC)
    ]


@pytest.mark.parametrize("part", ["seeded", "held_out"])
def test_nine_of_ten_sentences_with_personal_data_are_found(part: str) -> None:
    """T29."""
    sentences = corpus("personal", part)

    wrong = missed(part)

    assert len(sentences) >= {"seeded": 200, "held_out": 60}[part]
    assert share(wrong, sentences) <= 10, f"{share(wrong, sentences)} % missed: {wrong}"


@pytest.mark.parametrize("part", ["seeded", "held_out"])
def test_ordinary_sentences_of_policy_seldom_give_a_warning(part: str) -> None:
    """T29."""
    sentences = corpus("ordinary", part)

    wrong = false_alarms(part)

    assert len(sentences) >= {"seeded": 400, "held_out": 100}[part]
    assert share(wrong, sentences) <= 5, f"{share(wrong, sentences)} % false: {wrong}"


@pytest.mark.parametrize(
    ("text", "kind", "pointed_at"),
    [
        ("Het BSN is 9999.97.919.", PersonalData.BSN, "9999.97.919"),
        ("Bel haar op +31 (0)6 00 12 34 56!", PersonalData.PHONE, "+31 (0)6 00 12 34 56"),
        ("Mail naar (jip@voorbeeld.nl).", PersonalData.EMAIL, "jip@voorbeeld.nl"),
        ("Zij is geboren op 3 mei 2011.", PersonalData.BIRTH_DATE, "geboren op 3 mei 2011"),
        ("Dinsdag zag Yara (15) hem.", PersonalData.NAME_WITH_AGE, "Yara (15)"),
        ("Zie zaaknummer Z24-0044.", PersonalData.CASE_NUMBER, "zaaknummer Z24-0044"),
        ("Hij woont op Lindelaan 12.", PersonalData.ADDRESS, "Lindelaan 12"),
        ("Op NL91 ABNA 0417 1643 00.", PersonalData.IBAN, "NL91 ABNA 0417 1643 00"),
    ],
)
def test_a_warning_points_at_the_words(text: str, kind: PersonalData, pointed_at: str) -> None:
    """T29."""
    (found,) = warnings(text)

    assert found.kind is kind
    assert text[found.start : found.end] == pointed_at


def test_nine_digits_that_fail_the_eleven_test_are_no_bsn_unless_called_so() -> None:
    assert warnings("Register 999997918.") == ()
    assert [found.kind for found in warnings("BSN 999997918.")] == [PersonalData.BSN]


@pytest.mark.parametrize("written", ["020-261 52 75", "020 2615275", "+31 20 261 52 75"])
def test_a_number_that_everybody_may_know_gives_no_warning(written: str) -> None:
    text = f"Bel Helpwanted: {written}."

    assert [found.kind for found in warnings(text)] == [PersonalData.PHONE]
    assert warnings(text, public=["020-261 52 75"]) == ()


@given(st.text(max_size=300) | st.text("0123456789 .-/+(@€aekvinKS", max_size=300))
def test_any_text_gives_warnings_inside_it_that_do_not_overlap(text: str) -> None:
    found = warnings(text)

    edges = [edge for one in found for edge in (one.start, one.end)]

    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_every_repetition_in_a_pattern_has_an_upper_bound() -> None:
    """T39: time then grows with the length of a text, and with nothing else."""
    found = [*patterns(people, personal_numbers, personal_places)]

    unbounded = [pattern.text for pattern in found if endless(pattern)]

    assert len(found) > 15
    assert endless(Pattern("a+"))
    assert unbounded == []


@pytest.mark.slow
@pytest.mark.parametrize("text", adversaries(), ids=lambda text: repr(text[:16]))
def test_a_long_hostile_text_comes_to_an_end(text: str) -> None:
    """T39."""
    found = warnings(text)

    assert len(text) == 100_000
    assert len(found) < len(text)
