"""Reads a file with design tokens: of the few that we use the values, checked, and nothing else (R6)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from toolkit.domain.look import Part, Unfit, fitting
from toolkit.domain.problems import Problem, Refused

LARGEST = 500_000
MOST_STEPS = 10
DEEPEST = 30
# The names under which NL Design System knows what a look may have; the first that is there counts.
TOKENS: Mapping[Part, tuple[str, ...]] = MappingProxyType(
    {
        Part.ACCENT: (
            "utrecht-button-primary-action-background-color",
            "nl-button-primary-background-color",
        ),
        Part.ON_ACCENT: ("utrecht-button-primary-action-color", "nl-button-primary-color"),
        Part.LINK: ("utrecht-link-color", "nl-link-color"),
        Part.HEADING: ("utrecht-heading-color", "utrecht-heading-1-color", "basis-heading-color"),
        Part.BUTTON_CORNER: ("utrecht-button-border-radius", "nl-button-border-radius"),
        Part.FIELD_CORNER: (
            "utrecht-form-control-border-radius",
            "utrecht-textbox-border-radius",
            "basis-form-control-border-radius",
        ),
        Part.FAMILY: ("utrecht-document-font-family", "basis-text-font-family-default"),
    }
)
_VALUES = ("$value", "value")


def design_tokens(content: bytes) -> Mapping[Part, str]:
    """Return what a look takes from a file with tokens (JSON); raise `Refused` with every problem.

    A value may point at another one, as in ``{brand.blue.500}``. Tokens that we do not use are
    left alone, whatever stands in them.
    """
    leaves = dict(_leaves(_document(content), ()))
    found: dict[Part, str] = {}
    problems: list[Problem] = []
    for part, names in TOKENS.items():
        name = next((one for one in names if one in leaves), None)
        if name is None:
            continue
        try:
            found[part] = fitting(part, _followed(leaves, name), found.get(Part.ACCENT, ""))
        except _Lost:
            problems.append(Problem("token_lost", key=name))
        except Unfit as unfit:
            problems.append(problem_of(unfit, name))
    if problems:
        raise Refused(tuple(problems))
    if not found:
        raise Refused((Problem("tokens_none"),))
    return found


def problem_of(unfit: Unfit, key: str = "") -> Problem:
    """Return why a value is refused, for who words it; the ratio is never rounded up."""
    apart = f"{int(unfit.apart * 10) / 10:.1f}"
    return Problem(
        f"look_{unfit.reason}", key=key, details={"apart": apart, "nearest": unfit.instead}
    )


class _Lost(Exception):
    """A token points at nothing, or around in a circle."""


def _document(content: bytes) -> object:
    if len(content) > LARGEST:
        raise Refused((Problem("tokens_large"),))
    try:
        return json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as broken:
        raise Refused((Problem("tokens_broken", line=broken.lineno),)) from None
    except (ValueError, RecursionError):
        raise Refused((Problem("tokens_broken"),)) from None


def _leaves(value: object, place: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield every token with its name: nested or flat, with ``$value``, ``value`` or bare."""
    if isinstance(value, dict) and len(place) < DEEPEST:
        own = next((value[key] for key in _VALUES if isinstance(value.get(key), str)), None)
        if own is not None:
            yield "-".join(place), own
            return
        for key, inner in value.items():
            yield from _leaves(inner, (*place, str(key).lower()))
    elif isinstance(value, str) and place:
        yield "-".join(place), value


def _followed(leaves: Mapping[str, str], name: str) -> str:
    """Return what a token amounts to."""
    value = leaves[name].strip()
    for _ in range(MOST_STEPS):
        if not (value.startswith("{") and value.endswith("}")):
            return value
        pointed = value[1:-1].strip().lower().replace(".", "-").removesuffix("-value")
        if pointed not in leaves:
            raise _Lost
        value = leaves[pointed].strip()
    raise _Lost
