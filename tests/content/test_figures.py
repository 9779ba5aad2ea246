"""National figures agree with each other, with the day until which they hold."""

from datetime import date
from decimal import Decimal

import pytest

from tests.content.shipped import library

MADE = date(2026, 11, 21)


def value(key: str) -> Decimal:
    found = library().figure(key).value
    assert found is not None
    return Decimal(found)


@pytest.mark.parametrize("key", ["reported_total", "reported_minors"])
def test_the_newest_figure_is_that_of_its_year_in_the_series(key: str) -> None:
    year = library().figure("reported_year").value_nl

    assert value(key) == value(f"{key}_{year}")


def test_one_in_twelve_is_the_share_of_minors_in_the_reports() -> None:
    share = value("reported_minors") / value("reported_total")

    assert round(share, 3) == value("minors_share_reported")
    assert round(1 / share) == 12


def test_no_figure_is_past_on_the_day_it_was_shipped() -> None:
    figures = library().figures

    assert len(figures) > 50
    assert [figure.key for figure in figures if figure.is_past(MADE)] == []


def test_a_figure_is_past_the_day_after_it_holds() -> None:
    figure = library().figure("reported_minors")

    assert not figure.is_past(figure.valid_until)
    assert figure.is_past(date(2027, 1, 1))


def test_contacts_norms_were_checked_recently_when_shipped() -> None:
    dated = [*library().helplines.contacts, *library().norms, library().uncrc, library().network]

    assert len(dated) == 85
    assert [fact for fact in dated if fact.is_past(MADE)] == []


def test_every_figure_has_a_number_or_is_a_day() -> None:
    without = {figure.key for figure in library().figures if figure.value is None}

    assert without == {"reflection_dublin_since", "asylum_rules_from"}
