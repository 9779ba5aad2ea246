"""Tells whoever watches over the program that it answers, and nothing else (T70)."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from toolkit.web.parts import parts

bp = Blueprint("health", __name__)

PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@bp.get("/health")
def live() -> ResponseReturnValue:
    """Answer whether the database answers."""
    well = parts().database.answers()
    return ("ok\n", 200, PLAIN) if well else ("not ok\n", 503, PLAIN)
