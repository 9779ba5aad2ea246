"""A command works with today, unless another day is asked for."""

from datetime import UTC, date, datetime, tzinfo

import pytest

from toolkit.cli.days import SECONDS, chosen_day
from toolkit.cli.endings import Refusal
from toolkit.cli.main import run
from toolkit.wording import wording

ENGLISH = wording("en")


class LateClock:
    """A clock that is thousands of years ahead."""

    @staticmethod
    def now(tz: tzinfo) -> datetime:
        return datetime(9998, 1, 1, tzinfo=tz)


@pytest.fixture(autouse=True)
def _no_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECONDS, raising=False)


def test_without_anything_it_is_today() -> None:
    before = datetime.now(tz=UTC).astimezone().date()

    day = chosen_day(None, ENGLISH)

    assert before <= day <= datetime.now(tz=UTC).astimezone().date()


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1797033599", date(2026, 12, 11)),
        ("4133980799", date(2100, 12, 31)),
    ],
)
def test_the_seconds_of_a_build_are_the_day(
    monkeypatch: pytest.MonkeyPatch, seconds: str, day: date
) -> None:
    monkeypatch.setenv(SECONDS, seconds)

    assert chosen_day(None, ENGLISH) == day
    assert chosen_day("2026-12-31", ENGLISH) == date(2026, 12, 31)


@pytest.mark.parametrize("written", ["18-3-2025", "18/03/2025", " 18.3.2025 ", "2025-03-18"])
def test_a_day_is_understood_as_people_write_it(written: str) -> None:
    assert chosen_day(written, ENGLISH) == date(2025, 3, 18)


@pytest.mark.parametrize("seconds", ["x", "-1", "1.5", "1e9", "4133980800", "9" * 40, "٣", " 1"])
def test_seconds_that_are_no_day_are_refused(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv(SECONDS, seconds)

    with pytest.raises(Refusal) as refused:
        chosen_day(None, ENGLISH)

    assert refused.value.code == 2
    assert refused.value.message.startswith(f"SOURCE_DATE_EPOCH is “{seconds}”:")


@pytest.mark.parametrize("given", ["", "tomorrow", "2026-02-30", "1899-12-31", "2101-01-01"])
def test_a_day_that_no_document_can_carry_is_refused(given: str) -> None:
    with pytest.raises(Refusal) as refused:
        chosen_day(given, ENGLISH)

    assert refused.value.message.startswith(f"“{given}” is not an existing date from 1900 to 2100.")


def test_a_clock_that_is_wrong_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.cli.days.datetime", LateClock)

    with pytest.raises(Refusal) as refused:
        chosen_day(None, ENGLISH)

    assert refused.value.message.startswith("The clock of this computer says 9998-01-01.")


def test_the_explanation_names_the_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "--help"], {})

    assert SECONDS in capsys.readouterr().out
