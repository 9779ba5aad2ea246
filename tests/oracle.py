"""Recomputes scores from raw YAML, sharing nothing with the program but the written rules."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import TypedDict


class Option(TypedDict):
    id: str
    points: str
    value: str


Show = TypedDict("Show", {"item": str, "equals": str, "in": list[str]}, total=False)
Given = Mapping[str, str]  # the raw answer, "?" for unknown, "-" for not applicable
Pair = tuple[Fraction, Fraction]

ROUND = {"half_up": lambda x: floor(x + Fraction(1, 2)), "down": floor, "up": ceil}
YES = {"yes": Fraction(4), "partly": Fraction(2), "no": Fraction(0)}


class Node(TypedDict, total=False):
    """A group or an item."""

    id: str
    type: str
    weight: str
    method: str
    dimension: str
    scale: str
    options: list[Option]
    show_if: Show
    items: list["Node"]
    groups: list["Node"]


class Rules(TypedDict, total=False):
    """How answers become a score."""

    method: str
    coverage: str
    unanswered: str
    rounding: dict[str, str]


class Head(TypedDict):
    """A questionnaire, with the items of its themes inside."""

    scales: dict[str, list[Option]]
    scoring: Rules
    themes: list[Node]


def recompute(
    head: Head, given: Given
) -> dict[str, tuple[Fraction | None, Fraction | None, Fraction | None]]:
    """Return the stated points, share and known share of the whole (id "") and of each group."""
    root: Node = {
        "id": "",
        "method": head["scoring"].get("method", "mean"),
        "groups": head["themes"],
    }
    found = {}
    for node in (root, *_inside(root, "groups")):
        figure, known = _figure(head, node, given, "?"), _figure(head, node, given, "")
        points = None if figure is None else _stated(head, figure[0])
        found[node["id"]] = (points, _share(head, figure), _share(head, known))
    return found


def _figure(head: Head, node: Node, given: Given, zero: str) -> Pair | None:
    shown = [item for item in _inside(node, "items") if _asked(item, given)]
    said = [given.get(item["id"], "") for item in shown]
    applies = len(said) - said.count("-")
    if applies - said.count("") < Fraction(head["scoring"].get("coverage", "0")) * applies:
        return None
    method = node.get("method", "mean")
    if "groups" in node and method.endswith("_children"):
        found = [(part, _figure(head, part, given, zero)) for part in node["groups"]]
        parts = [(_weight(part), pair) for part, pair in found if pair]
    else:
        counted = [
            (i, text) for i, text in zip(shown, said, strict=True) if _counts(head, text, zero)
        ]
        parts = [(_weight(item), _worth(head, item, text)) for item, text in counted]
    if not parts:
        return None
    if method.startswith("min"):
        lowest = min(parts, key=lambda part: _share(head, part[1]) or Fraction(0))[1]
        return _carried(head, lowest) if "groups" in node else lowest
    if "groups" in node and method.endswith("_children"):
        parts = [(weight, _carried(head, pair)) for weight, pair in parts]
    per = sum(weight for weight, _ in parts) if method.startswith("mean") else Fraction(1)
    earned = sum((weight * points for weight, (points, _) in parts), Fraction(0))
    return earned / per, sum((weight * most for weight, (_, most) in parts), Fraction(0)) / per


def _counts(head: Head, text: str, zero: str) -> bool:
    if text == "":
        return zero == "?" and head["scoring"].get("unanswered") == "zero"
    return text not in {"-", "?"} or text == zero


def _worth(head: Head, item: Node, text: str) -> Pair:
    if item["type"] == "yes_partly_no":
        return YES.get(text, Fraction(0)), Fraction(4)
    if item["type"] == "choice":
        worth = {option["id"]: Fraction(option["points"]) for option in item["options"]}
    else:
        scale = head["scales"][item.get("scale", item["dimension"])]
        worth = {level["value"]: Fraction(level["value"]) for level in scale}
    return worth.get(text, Fraction(0)), max(worth.values())


def _asked(item: Node, given: Given) -> bool:
    if "dimension" not in item:
        return False
    show = item.get("show_if")
    if show is None or given.get(show["item"], "?") == "?":
        return True
    return given[show["item"]] in show.get("in", [show.get("equals", "")])


def _inside(node: Node, kind: str) -> Iterator[Node]:
    for group in node.get("groups", []):
        if kind == "groups":
            yield group
        yield from _inside(group, kind)
    if kind == "items":
        yield from node.get("items", [])


def _weight(node: Node) -> Fraction:
    return Fraction(node.get("weight", "1"))


def _carried(head: Head, pair: Pair) -> Pair:
    if head["scoring"].get("rounding", {}).get("carry") != "rounded":
        return pair
    return _stated(head, pair[0]), _stated(head, pair[1])


def _stated(head: Head, exact: Fraction) -> Fraction:
    rounding = head["scoring"].get("rounding", {})
    step = 10 ** int(rounding.get("digits", "1"))
    return Fraction(ROUND[rounding.get("mode", "half_up")](exact * step), step)


def _share(head: Head, pair: Pair | None) -> Fraction | None:
    return None if pair is None else _stated(head, 100 * pair[0] / pair[1])
