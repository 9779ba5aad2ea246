"""What changed between a round and the one before it."""

from __future__ import annotations

from decimal import Decimal

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.access import NotNow
from toolkit.services.compare import NoEarlierRound, compare_rounds
from toolkit.web import visit
from toolkit.web.pages import page
from toolkit.web.parts import parts
from toolkit.web.views.scan import around


def show(scan_id: str) -> ResponseReturnValue:
    """Show what moved; without a round before there is nothing to show."""
    try:
        found = compare_rounds(visit.actor(), visit.reading(), parts().shelf, scan_id)
    except (NoEarlierRound, NotNow):
        return redirect(url_for("life.show", scan_id=scan_id), 303)
    words, digits = visit.words(), found.scan.questionnaire.scoring.rounding.digits

    def stated(points: Decimal) -> str:
        return words.number(points, digits)

    return page("comparison", compared=found, stated=stated, **around(found.scan))
