"""How long an answer takes does not tell who has an account."""

from __future__ import annotations

from statistics import NormalDist, median
from time import perf_counter

import pytest

from tests.web.builders import Site
from tests.web.people import EMAIL, a_person
from toolkit.services import passwords

pytestmark = pytest.mark.long
ROUNDS = 200


@pytest.fixture(autouse=True)
def quick_hashes() -> None:
    """Here the hashes cost what they cost."""


def one_try(site: Site, email: str) -> float:
    with site.parts.database.reading() as connection:
        begun = perf_counter()
        assert passwords.shown(connection, email, "nooit geraden woorden") is None
        return perf_counter() - begun


def test_a_known_address_takes_as_long_as_an_unknown_one(site: Site) -> None:
    """T19: two hundred of each, in turn; medians within a tenth, and no order between them."""
    a_person(site)
    one_try(site, "warm@voorbeeldstad.example")

    pairs = [(one_try(site, EMAIL), one_try(site, f"nr{n}@elders.example")) for n in range(ROUNDS)]

    known, unknown = zip(*pairs, strict=True)
    assert abs(median(known) - median(unknown)) < max(0.005, 0.1 * median(known))
    assert probability(known, unknown) > 0.01


def probability(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return how likely so large a difference is by chance (Mann-Whitney)."""
    larger = sum(mine > theirs for mine in one for theirs in other)
    middle = len(one) * len(other) / 2
    spread = (len(one) * len(other) * (len(one) + len(other) + 1) / 12) ** 0.5
    return 2 * NormalDist().cdf(-abs(larger - middle) / spread)
