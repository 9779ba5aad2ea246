"""A text that seems to tell of its writer or of a real child is recognised before it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.privacy_corpora import Sentences, adversaries, corpus, endless, patterns, share
from toolkit.domain import concern
from toolkit.domain.concern import Concern, seems_about_a_child


def told(part: str) -> Sentences:
    return [row for row in corpus("concern", part) if row[0] != "neither"]


def general(part: str) -> Sentences:
    return [row for row in corpus("concern", part) if row[0] == "neither"]


def taken_otherwise(rows: Sentences) -> Sentences:
    return [
        (kind, text)
        for kind, text in rows
        if (seems_about_a_child(text) is None) != (kind == "neither")
    ]


@pytest.mark.parametrize(("part", "most"), [("seeded", 10), ("held_out", 60), ("one_child", 15)])
def test_texts_that_tell_of_somebody_are_recognised(part: str, most: float) -> None:
    """T29: words nobody thought of are missed often, so the help stands on every page as well."""
    rows = told(part)

    wrong = taken_otherwise(rows)

    assert len(rows) >= {"seeded": 100, "held_out": 30, "one_child": 60}[part]
    assert share(wrong, rows) <= most, f"{share(wrong, rows)} % missed: {wrong}"


@pytest.mark.parametrize("part", ["seeded", "held_out"])
def test_what_is_said_of_children_in_general_seldom_counts(part: str) -> None:
    """T29."""
    rows = general(part) + corpus("ordinary", part)

    wrong = taken_otherwise([("neither", text) for _, text in rows])

    assert len(rows) >= {"seeded": 500, "held_out": 130}[part]
    assert share(wrong, rows) <= 2, f"{share(wrong, rows)} % false: {wrong}"


def test_what_is_said_of_one_child_without_any_being_meant_seldom_counts() -> None:
    """T29: these look most like a text about a real child."""
    rows = general("one_child")

    wrong = taken_otherwise(rows)

    assert len(rows) >= 90
    assert share(wrong, rows) <= 5, f"{share(wrong, rows)} % false: {wrong}"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ik word gedwongen.", Concern.WRITER),
        ("Hoi!\nIK DURF NIET NAAR HUIS", Concern.WRITER),
        ("My uncle hits me.", Concern.WRITER),
        ("Onze leerling is verdwenen.", Concern.CHILD),
        ("Wij spraken gisteren een meisje. Ze is weggelopen.", Concern.CHILD),
        ("One of our pupils is missing.", Concern.CHILD),
        ("Samira (15) is weggelopen en in een hotel gevonden.", Concern.CHILD),
        ("Een meisje van 15 wordt door haar oom gedwongen drugs rond te brengen.", Concern.CHILD),
        ("Samira (15) is voorzitter van de jongerenraad.", None),
        ("Wanneer een meisje wordt gedwongen, belt de school de politie.", None),
        ("Stel dat een meisje zegt: ik word gedwongen.", None),
        ("Kinderen die zijn weggelopen, krijgen hulp.", None),
        ("", None),
    ],
)
def test_it_says_of_whom_a_text_tells(text: str, whom: Concern | None) -> None:
    assert seems_about_a_child(text) is whom


@given(st.text(max_size=300))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert seems_about_a_child(text) in {*Concern, None}


def test_every_repetition_in_a_cue_has_an_upper_bound() -> None:
    """T39: time then grows with the length of a text, and with nothing else."""
    found = [*patterns(concern), concern._invented(), *concern._patterns().values()]

    assert len(found) > 10
    assert [pattern.text for pattern in found if endless(pattern)] == []


@pytest.mark.slow
@pytest.mark.parametrize("text", adversaries(), ids=lambda text: repr(text[:16]))
def test_a_long_hostile_text_comes_to_an_end(text: str) -> None:
    """T39."""
    assert seems_about_a_child(text) in {*Concern, None}
