"""What is logged: one line an event, without what people wrote."""

import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog
from structlog import get_logger

from toolkit import logs

FORGED = 'x\n{"event": "signed_in"}\r\x1b[2K\u2028\u202e\x00'
CANARY = "kanarie"


@pytest.fixture(autouse=True)
def set_up() -> Iterator[None]:
    logs.set_up()
    yield
    structlog.reset_defaults()


def test_a_line_is_json_where_nobody_looks_on(capsys: pytest.CaptureFixture[str]) -> None:
    get_logger().info("document_made", document="d1")

    out, err = capsys.readouterr()
    line = json.loads(err)
    assert out == ""
    assert (line["event"], line["level"], line["document"]) == ("document_made", "info", "d1")
    assert line["timestamp"].endswith("Z")


def test_nobody_can_begin_a_line_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    """R8, T73."""
    get_logger().warning("odd", item=FORGED)

    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert err.strip().isprintable()
    assert json.loads(err)["item"] == FORGED


def test_nor_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """R8, T73."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    logs.set_up()

    get_logger().warning("odd", item=FORGED)

    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert err.strip().isprintable()
    assert not err.startswith("{")


def test_nor_by_way_of_a_library_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """R8, T73: what a library says is the event itself, which nobody puts in quotes."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    logs.set_up()

    logging.getLogger("waitress").warning("cannot read %s", FORGED)

    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert err.strip().isprintable()


def test_a_library_that_fails_says_where_and_not_what(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """R37, T75: its message may hold an address with a secret in it."""
    with pytest.raises(ValueError, match=CANARY) as caught:
        int(CANARY)

    logging.getLogger("waitress").error("While serving %s", CANARY, exc_info=caught.value)

    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["kind"], line["of"]) == ("fault", "ValueError", "waitress")
    assert line["places"]
    assert CANARY not in str(line)


def test_what_a_library_reports_is_passed_on_once(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up()

    logging.getLogger("waitress").warning("Task queue depth is %d", 3)

    lines = capsys.readouterr().err.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["Task queue depth is 3"]


def test_small_talk_of_libraries_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("alembic.runtime.migration").info("Context impl SQLiteImpl.")

    assert capsys.readouterr().err == ""
