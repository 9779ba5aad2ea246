"""In how many years no child is reported."""

from decimal import Decimal

import pytest

from toolkit.domain.reporting_chance import years_without_report

REPORTED, RESIDENTS = Decimal(79), Decimal(17_900_000)


@pytest.mark.parametrize(
    ("population", "years"),
    [(1_000, 10), (24_000, 9), (48_000, 8), (157_000, 5), (300_000, 3), (900_000, 0)],
)
def test_the_larger_the_municipality_the_fewer_years_without_a_report(
    population: int, years: int
) -> None:
    found = years_without_report(Decimal(population), REPORTED, RESIDENTS)

    assert found == years


@pytest.mark.parametrize("population", [Decimal(0), Decimal(-1), RESIDENTS + 1])
def test_a_size_that_cannot_be_gives_no_years(population: Decimal) -> None:
    found = years_without_report(population, REPORTED, RESIDENTS)

    assert found is None
