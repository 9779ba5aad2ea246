"""Many hands on one answer lose nothing, and what works once works once (T12, T24, T97)."""

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.storage.kept import INSTRUMENT, NOON, Kept, a_database, kept_in
from toolkit.services.save_answer import Conflict
from toolkit.services.sign_in import LinkSpent, sign_in
from toolkit.services.verify import verify

ITEMS = tuple(INSTRUMENT.questions)[:5]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    database = a_database(tmp_path)
    yield kept_in(database)
    database.close()


def quarrels(kept: Kept, hand: int, turns: int) -> tuple[Sequence[str], int]:
    """Save over what was seen; return what was accepted, and how often both texts came back."""
    accepted, refused, seen = list[str](), 0, 0
    for turn in range(turns):
        note = f"hand {hand}, turn {turn}"
        try:
            seen = kept.save(note, seen=seen).kept.version
            accepted.append(note)
        except Conflict as conflict:
            seen = conflict.theirs.version
            refused += conflict.given.answer.note == note != conflict.theirs.answer.note
    return accepted, refused


def sent(kept: Kept, number: int) -> tuple[bool, int]:
    """Send a request; return whether it had been carried out already, and its version."""
    item, seen = ITEMS[number % len(ITEMS)], number // len(ITEMS)
    saved = kept.save(f"request {number}", item=item, seen=seen)
    return saved.repeated, saved.kept.version


def let_in(kept: Kept, link: str) -> str | None:
    """Use a link; return the new session, if the link still worked."""
    try:
        with kept.database.writing() as connection:
            return sign_in(connection, link, at=NOON)
    except LinkSpent:
        return None


@pytest.mark.parametrize("hands", [2, 16])
@pytest.mark.parametrize(
    "saves", [300, pytest.param(10_000, marks=pytest.mark.long)], ids="{} saves".format
)
def test_every_accepted_text_is_current_or_in_the_history(
    kept: Kept, hands: int, saves: int
) -> None:
    with ThreadPoolExecutor(hands) as pool:
        ended = pool.map(quarrels, [kept] * hands, range(hands), [saves // hands] * hands)
        told = list(ended)

    accepted = [note for notes, _ in told for note in notes]
    history = kept.notes()
    assert sorted(accepted) == sorted(history)
    assert len(set(history)) == len(history)
    assert len(accepted) + sum(refused for _, refused in told) == saves // hands * hands
    assert verify(kept.database).faults == ()


def test_a_request_that_comes_twice_or_late_counts_once(kept: Kept) -> None:
    """T97: a fifth comes twice, and requests overtake each other."""
    chance = random.Random(97)  # noqa: S311 (an order, not a secret)
    requests = range(200)
    once = [(number + chance.uniform(0, 4.9), number) for number in requests]
    again = [(number + chance.uniform(5, 30), number) for number in chance.sample(requests, 40)]

    told = [sent(kept, number) for _, number in sorted(once + again)]

    assert sum(repeated for repeated, _ in told) == 40
    assert sorted(note for item in ITEMS for note in kept.notes(item)) == sorted(
        f"request {number}" for number in requests
    )
    assert max(version for _, version in told) == 200 // len(ITEMS)


def test_a_request_that_is_repeated_gives_the_first_result_again(kept: Kept) -> None:
    """T97."""
    first = kept.save("once", request="r")
    kept.save("then another", seen=1)

    again = kept.save("once", request="r")

    assert again.repeated
    assert (again.kept.version, again.kept.answer) == (1, first.kept.answer)
    assert kept.notes() == ("then another", "once")


def test_of_many_who_use_a_link_at_once_one_gets_in(kept: Kept) -> None:
    """T12."""
    link = kept.link()

    with ThreadPoolExecutor(32) as pool:
        tried = list(pool.map(let_in, [kept] * 32, [link] * 32))

    assert sum(session is not None for session in tried) == 1
