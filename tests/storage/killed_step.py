"""Brings a database up to date and is killed before a statement: ``killed_step FILE NUMBER``."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from toolkit.storage.database import Database
from toolkit.storage.migrate import migrate


def main(file: Path, last: int) -> None:
    """Take the steps, and go no further than so many statements."""
    statements = count(1)

    def go_on(*_: object) -> None:
        if next(statements) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", go_on)
    migrate(Database.at(file))
    sys.stdout.write(str(next(statements)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
