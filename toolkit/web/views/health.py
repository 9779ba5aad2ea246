"""Tells whoever watches over the program that it answers, and nothing else (T70)."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from toolkit.storage.database import NotWritten
from toolkit.web import visit

bp = Blueprint("health", __name__)

PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@bp.get("/health")
def live() -> ResponseReturnValue:
    """Answer whether the database answers; why it does not is for the log."""
    try:
        visit.reading().exec_driver_sql("SELECT 1")
    except NotWritten:
        return "not ok\n", 503, PLAIN
    return "ok\n", 200, PLAIN
