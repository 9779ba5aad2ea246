"""What may be a password: long, and nothing that others would try first (R20)."""

import pytest

from toolkit.domain.passwords import LONGEST, SHORTEST, Weak, normal, weakness

COMMON = frozenset(("welkom", "dragon", "monkey", "football", "qwertyuiop", "password"))
NAMES = ("Voorbeeldstad", "anna.jansen@voorbeeldstad.example")


@pytest.mark.parametrize(
    "password",
    [
        "vier paarden zonder zadel",
        "mijn fiets staat scheef",
        "Xk3#pQ9!mZ2w",
        "onze hond eet pap",
        "dragon monkey football welkom",
        "日本語のとても長い合言葉",
    ],
)
def test_a_few_words_that_do_not_belong_together_will_do(password: str) -> None:
    """R20: no rule says which characters there must be."""
    assert weakness(password, COMMON, NAMES) is None


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "Welkom2026!!",
        "dragonmonkey12",
        "qwertyuiop12",
        "123456789012",
        "840295739201",
        "abcdefghijklmnop",
        "aaaaaaaaaaaaaaaa",
        "hoihoihoihoi",
        "kinderrechtenscan",
        "Kinderrechtenscan2026",
        "Voorbeeldstad2026!",
        "annajansen2026",
        "anna.jansen@voorbeeldstad.example",
        "wachtwoord voorbeeldstad",
    ],
)
def test_what_others_would_try_first_is_refused(password: str) -> None:
    """R20: frequent words, rows, and what everybody knows of this account."""
    assert weakness(password, COMMON, NAMES) is Weak.COMMON


@pytest.mark.parametrize(
    ("length", "why"),
    [(0, Weak.SHORT), (SHORTEST - 1, Weak.SHORT), (LONGEST + 1, Weak.LONG), (100_000, Weak.LONG)],
)
def test_a_password_has_twelve_to_a_hundred_and_twenty_eight_characters(
    length: int, why: Weak
) -> None:
    """R20."""
    assert weakness(("een ruime zin over het weer " * 4_000)[:length]) is why


def test_the_longest_password_is_looked_at_in_no_time() -> None:
    """R20: also one that is made to be cut in as many ways as there are."""
    assert weakness("ab" * 63 + "c!", COMMON, NAMES) is None


def test_a_letter_and_its_accent_are_one_whatever_the_keyboard_sends() -> None:
    """R20: NFKC."""
    assert normal("cafe\u0301 \ufb01ets") == "caf\u00e9 fiets"
