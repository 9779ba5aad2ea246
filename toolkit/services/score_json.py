"""States a result as plain data: for other programs, and for a final scan to keep."""

import json
from decimal import ROUND_HALF_UP, Decimal

from toolkit.domain.scoring.result import DimensionScore, GroupScore, MinimumState, Result


def as_json(result: Result) -> str:
    """Return the result as JSON; figures are those that are stated, a missing one is null."""
    return json.dumps(as_data(result), indent=2)


def as_data(result: Result) -> dict[str, object]:
    """Return the same as what JSON is made from."""
    digits = result.questionnaire.scoring.rounding.digits
    return {
        "questionnaire": result.questionnaire.id,
        "edition": result.questionnaire.edition,
        "asked_set": result.selection or "full",
        "overall": _group(result.overall, digits),
        "groups": {name: _group(group, digits) for name, group in result.groups.items()},
        "minimum_states": {
            state.value: result.minimum_states.get(state, 0) for state in MinimumState
        },
        "advice": [
            {
                "id": point.id,
                "items": list(point.items),
                "step": point.step,
                "priority": _number(point.priority),
            }
            for point in result.advice
        ],
        "find_out": list(result.find_out),
    }


def _group(group: GroupScore, digits: int) -> dict[str, object]:
    return {
        "points": _number(group.cautious.points),
        "maximum": _number(group.cautious.maximum),
        "share": _number(group.cautious.share),
        "known_share": _number(group.known_share),
        "band": group.band,
        "level_reached": group.level_reached,
        "asked": group.counts.asked,
        "answered": group.counts.answered,
        "unknown": group.counts.unknown,
        "not_applicable": group.counts.not_applicable,
        "unanswered": group.counts.open,
        "coverage": _number(_rounded(group.coverage, digits + 2)),
        "below_minimum": list(group.below_minimum),
        "minimum_unknown": list(group.minimum_unknown),
        "dimensions": {name: _dimension(part) for name, part in group.dimensions.items()},
    }


def _dimension(part: DimensionScore) -> dict[str, object]:
    return {
        "points": _number(part.figure.points),
        "maximum": _number(part.figure.maximum),
        "share": _number(part.figure.share),
        "answered": part.answered,
    }


def _rounded(number: Decimal | None, digits: int) -> Decimal | None:
    if number is None:
        return None
    return number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
