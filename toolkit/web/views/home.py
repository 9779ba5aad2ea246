"""The first page: what somebody can do here."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from toolkit.storage import assessments, municipalities
from toolkit.web import visit
from toolkit.web.pages import page

bp = Blueprint("home", __name__)


@bp.get("/")
def doors() -> ResponseReturnValue:
    """Show the three doors, and the scans that were begun."""
    actor, connection = visit.actor(), visit.reading()
    return page(
        "doors",
        scans=assessments.visible_to(actor, connection).all(),
        municipalities=municipalities.of(connection, actor),
    )
