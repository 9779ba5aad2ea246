"""A scan: one municipality's answers with everything around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from toolkit.domain.answers import Answer

ScanState = Literal["draft", "in_review", "final"]
ActionStatus = Literal["proposed", "decided", "busy", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class Municipality:
    """Whose scan it is."""

    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A text by the municipality itself, with the function of its writer."""

    text: str
    function: str = ""


@dataclass(frozen=True, slots=True)
class Remarks:
    """A foreword, a text per theme, the reply of the executive."""

    foreword: Remark | None = None
    themes: Mapping[str, Remark] = field(default_factory=dict)
    reply: Remark | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry of the register; an answer may name it by id, with a page or section."""

    id: str
    title: str
    kind: str = ""
    dated: date | None = None
    valid_until: date | None = None
    link: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An advice taken up: what, who, when, and how a child will notice; why it was dropped, if so."""

    what: str
    owner: str = ""
    due: date | None = None
    status: ActionStatus = "proposed"
    items: tuple[str, ...] = ()
    child_notices: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """The decision by which the municipal executive adopted a final scan."""

    day: date
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """The contents of a scan file, read and checked against its questionnaire.

    ``answers`` holds the answers to scored and unscored items and to the intake alike;
    ``fictional`` marks an invented example. ``unconfirmed`` names the answers that came along
    from an earlier round; a scan file does not say it.
    """

    questionnaire: str
    edition: str
    answers: Mapping[str, Answer]
    title: str = ""
    dated: date | None = None
    municipality: Municipality | None = None
    selection: str | None = None
    state: ScanState = "draft"
    adopted_by: str = ""
    adoption: Adoption | None = None
    remarks: Remarks = Remarks()
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[PlannedAction, ...] = ()
    respondents: tuple[str, ...] = ()
    fictional: bool = False
    unconfirmed: frozenset[str] = frozenset()


def longest_texts(scan: Scan, most: int = 3) -> tuple[tuple[str, int], ...]:
    """Return where most is written, and how many characters: questions, remarks and actions."""
    found = (place for place in _texts(scan) if place[1])
    return tuple(sorted(found, key=lambda place: -place[1])[:most])


def _texts(scan: Scan) -> Iterator[tuple[str, int]]:
    for item, answer in scan.answers.items():
        own = answer.value if isinstance(answer.value, str) else ""
        reasons = (view.reason for view in answer.views)
        yield item, sum(map(len, (own, answer.note, answer.reason, *reasons)))
    themes = {f"themes.{name}": remark for name, remark in scan.remarks.themes.items()}
    remarks = {"foreword": scan.remarks.foreword, **themes, "reply": scan.remarks.reply}
    for name, remark in remarks.items():
        yield f"remarks.{name}", len(remark.text) if remark else 0
    for number, action in enumerate(scan.actions):
        yield (
            f"actions[{number}]",
            len(action.what + action.child_notices + action.note + action.reason),
        )
