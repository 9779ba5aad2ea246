"""Tells whoever watches over the program that it answers, and nothing else (T70)."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from toolkit.web import visit

bp = Blueprint("health", __name__)


@bp.get("/health")
def live() -> ResponseReturnValue:
    """Answer when the database answers."""
    visit.reading().exec_driver_sql("SELECT 1")
    return "ok\n", 200, {"Content-Type": "text/plain; charset=utf-8"}
