"""Somebody without a home folder is told where the data can stand instead."""

from pathlib import Path

import pytest

from toolkit.cli.endings import USAGE, Refusal
from toolkit.cli.installed import settings_for
from toolkit.wording import wording


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("KRS_DATA", raising=False)
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)


def test_without_a_home_folder_a_folder_for_the_data_is_asked_for() -> None:
    with pytest.raises(Refusal) as refused:
        settings_for(wording("en"))

    assert refused.value.code == USAGE
    assert refused.value.message.startswith("You have no home folder here.")


def test_a_folder_for_the_data_needs_no_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRS_DATA", "data")

    assert settings_for(wording("en")).data == Path("data")
