"""The least that keeps a row a request: Flask and sqlite3, ``python -m benchmarks.bare_saves``."""

import logging
import sqlite3
import sys
import threading
from pathlib import Path

from flask import Flask, request
from waitress import serve

THREADS = 4
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 10000")
TABLE = "CREATE TABLE answers (id INTEGER PRIMARY KEY, item TEXT, value TEXT, note TEXT)"
INSERT = "INSERT INTO answers (item, value, note) VALUES (?, ?, ?)"


def bare_app(file: Path) -> Flask:
    """Return pages that keep what is sent, whoever sends it."""
    app = Flask(__name__)
    own = threading.local()

    def connection() -> sqlite3.Connection:
        if not hasattr(own, "connection"):
            own.connection = opened(file)
        found: sqlite3.Connection = own.connection
        return found

    @app.post("/save")
    def save() -> tuple[str, int]:
        form = request.form
        connection().execute(INSERT, (form["item"], form["value"], form["note"]))
        return "", 204

    return app


def opened(file: Path) -> sqlite3.Connection:
    """Return a connection on which every statement is kept, on disk, before it returns."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def main(folder: Path, port: int) -> None:
    """Serve until somebody stops it."""
    file = folder / "bare.sqlite3"
    opened(file).execute(TABLE)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    serve(bare_app(file), host="127.0.0.1", port=port, threads=THREADS, ident=None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
