"""Sets up what is logged: a line an event, with ids, never with what people wrote (R8, R37)."""

from __future__ import annotations

import logging
import sys
import traceback

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

DEEPEST = 6


def set_up() -> None:
    """Log to the standard error: readable on a terminal, as JSON anywhere else."""
    readable = structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_words,
            _line(readable if sys.stderr.isatty() else structlog.processors.JSONRenderer()),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    # A line for every request that waits for a thread is more work than the request.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    root = logging.getLogger()
    if not any(isinstance(handler, _PassedOn) for handler in root.handlers):
        root.addHandler(_PassedOn())


def places(error: BaseException) -> list[str]:
    """Return where an error arose: files and lines, no values, for those may be people's words."""
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames]


class _PassedOn(logging.Handler):
    """Takes along what libraries log; of an error only which and where."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        said = "fault" if error is not None else record.getMessage()
        structlog.get_logger().log(record.levelno, said, of=record.name, exc_info=error)


def _without_words(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event.update(kind=type(error).__name__, places=places(error))
    return event


def _line(written: Processor) -> Processor:
    """Return what writes a line in which nobody can begin another, or hide something (T73)."""

    def line(logger: WrappedLogger, name: str, event: EventDict) -> str:
        signs = str(written(logger, name, event))
        return "".join(
            sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in signs
        )

    return line
