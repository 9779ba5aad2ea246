"""In how many years out of ten no child at all is reported in a municipality of some size."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

YEARS = 10


def years_without_report(population: Decimal, reported: Decimal, residents: Decimal) -> int | None:
    """Return how many of ten years are expected to pass without any child reported, 0 to 10.

    When ``reported`` children a year are spread evenly over the ``residents`` of the country, a
    municipality expects ``reported * population / residents`` of them a year. Reports that do
    not depend on each other follow the Poisson distribution, so a year without any has the chance
    ``exp(-expected)``. Ten times that chance is rounded to whole years, half upwards. The numbers
    are those of the library: ``reported_minors`` and ``population_reported`` (National Rapporteur
    and Statistics Netherlands). ``None`` when a number is not above zero, or when the municipality
    would be larger than the country.
    """
    if not (0 < population <= residents and reported > 0):
        return None
    chance = (-reported * population / residents).exp()
    return int((YEARS * chance).quantize(Decimal(1), ROUND_HALF_UP))
