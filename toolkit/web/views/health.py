"""Tells whoever watches over the program that it answers, and nothing else (T70)."""

from flask.typing import ResponseReturnValue

from toolkit.web.parts import parts

PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


def live() -> ResponseReturnValue:
    """Answer whether the database answers."""
    well = parts().database.answers()
    return ("ok\n", 200, PLAIN) if well else ("not ok\n", 503, PLAIN)
