"""What young people said is repeated to others only when nobody can tell who said it."""

import pytest

from toolkit.domain.told_back import Voices


@pytest.mark.parametrize(("taking_part", "shown"), [(4, ()), (5, ("Niemand vroeg het ons.",))])
def test_a_sentence_is_repeated_from_five_young_people_on(
    taking_part: int, shown: tuple[str, ...]
) -> None:
    """T28."""
    voices = Voices(taking_part, ("Niemand vroeg het ons.",))

    assert voices.shown == shown
