"""Starts the command line, so that it ends in one sentence from the first moment on.

Loading takes long enough to be interrupted, and a poor machine may fail at it. Which language the
user reads is not known by then, so this module says its few words in Dutch and in English.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from zoneinfo import ZoneInfo

INTERRUPTED = "Afgebroken. Er is niets bewaard. / Interrupted. Nothing was kept."
NOT_LOADED = "Het programma kon niet worden geladen. / The program could not be loaded."
FAULT = 3
LAST_STREAM = 2

Answer = Callable[[int, FrameType | None], None] | signal.Handlers


def main() -> None:
    """Run the command that was typed, then end with its exit code."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    heard = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    _listen(heard, _leave)
    try:
        _fill_closed_streams()
        _keep_a_zone_that_works()
        from toolkit.cli.main import main as carry_out

        code = carry_out(lambda: _listen(heard, _stop))
    except Exception as problem:  # noqa: BLE001 (whatever a poor machine lacks)
        _tell(f"{NOT_LOADED} {problem!r}")
        code = FAULT
    _listen(heard, signal.SIG_IGN)
    _let_go_of_streams_that_fail()
    sys.exit(code)


def _listen(numbers: Iterable[signal.Signals], answer: Answer) -> None:
    for number in numbers:
        signal.signal(number, answer)


def _leave(number: int, _frame: FrameType | None) -> None:
    """End at once: while the program is loaded there is nothing to put away."""
    _tell(INTERRUPTED)
    os._exit(128 + number)


def _stop(number: int, _frame: FrameType | None) -> None:
    """Let everything that was begun put away what it made; the command line says the rest."""
    raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(128 + number)


def _tell(sentence: str) -> None:
    with suppress(OSError):
        os.write(LAST_STREAM, sentence.encode("ascii", "backslashreplace") + b"\n")


def _fill_closed_streams() -> None:
    """Let no file that is opened later take the place of the output or the input."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= LAST_STREAM:
        pass
    os.close(handle)


def _keep_a_zone_that_works() -> None:
    """Work in UTC when nobody can tell the time in the zone of the system."""
    try:
        zone = Path(os.environ.get("TZ", "").removeprefix(":") or "/etc/localtime")
        if zone.exists():
            with zone.open("rb") as file:
                ZoneInfo.from_file(file)
        datetime.now(tz=UTC).astimezone()
    except Exception:  # noqa: BLE001 (whatever a file holds that is no time zone)
        os.environ["TZ"] = "UTC"
        time.tzset()


def _let_go_of_streams_that_fail() -> None:
    """Keep Python from trying once more, and complaining, while it ends."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
