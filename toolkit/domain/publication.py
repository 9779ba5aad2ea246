"""Which sentences of a scan would be published, and what becomes of those that are left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import NamedTuple

from toolkit.domain.answers import View
from toolkit.domain.life import Life
from toolkit.domain.scan import PlannedAction, Remark, Remarks, Scan

Change = Callable[[str, str], str]
"""Gives what a text at a place becomes."""
# A sentence ends at its sign with a space behind it, or at the end of a line.
_SENTENCE = re.compile(r"[^\n]+?(?:[.?!…][\"')\]”’]*(?=\s|$)|(?=\n|$))", re.MULTILINE)


class Passage(NamedTuple):
    """One sentence at one place; ``stamp`` tells it from what may stand there later."""

    place: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that somebody wrote and that would be published."""

    place: str
    text: str

    @property
    def passage(self) -> Passage:
        """What a decision about it is kept under."""
        return Passage(self.place, stamp(self.text))


@dataclass(frozen=True, slots=True)
class Written:
    """Everything that people wrote and that documents print: of a scan, its life, its blanks."""

    scan: Scan
    life: Life
    blanks: Mapping[str, str] = field(default_factory=dict)

    def changed(self, change: Change) -> Written:
        """Return it with every text as ``change`` gives it."""
        said = {name: change(f"blanks.{name}", text) for name, text in self.blanks.items()}
        return Written(_scan(self.scan, change), _life(self.life, change), said)

    def sentences(self) -> tuple[Sentence, ...]:
        """Return every sentence in it once, in the order of the documents."""
        found: dict[Sentence, None] = {}

        def note(place: str, text: str) -> str:
            found.update(dict.fromkeys(Sentence(place, one) for one in sentences(text)))
            return text

        self.changed(note)
        return tuple(found)

    def without(self, passages: frozenset[Passage], instead: str) -> Written:
        """Return it with ``instead`` where these passages stand."""

        def change(place: str, text: str) -> str:
            if not any(Passage(place, stamp(one)) in passages for one in sentences(text)):
                return text

            def kept(found: re.Match[str]) -> str:
                lead = found[0][: len(found[0]) - len(found[0].lstrip())]
                out = Passage(place, stamp(found[0].strip())) in passages
                return lead + instead if out else found[0]

            return _SENTENCE.sub(kept, text)

        return self.changed(change)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, without the space around them."""
    stripped = (found[0].strip() for found in _SENTENCE.finditer(text))
    yield from filter(None, stripped)


def stamp(text: str) -> str:
    """Return what tells a sentence from every other."""
    return sha256(text.encode()).hexdigest()


def _scan(scan: Scan, change: Change) -> Scan:
    remarks, adoption = scan.remarks, scan.adoption
    return replace(
        scan,
        adopted_by=change("frame.adopted_by", scan.adopted_by),
        adoption=adoption
        and replace(adoption, decision=change("frame.decision", adoption.decision)),
        remarks=Remarks(
            foreword=_remark("foreword", remarks.foreword, change),
            themes={
                name: _said(f"themes.{name}", one, change) for name, one in remarks.themes.items()
            },
            reply=_remark("reply", remarks.reply, change),
        ),
        actions=tuple(_action(action, change) for action in scan.actions),
        answers={
            item: replace(answer, views=tuple(_view(view, change) for view in answer.views))
            for item, answer in scan.answers.items()
        },
    )


def _remark(place: str, remark: Remark | None, change: Change) -> Remark | None:
    return None if remark is None else _said(place, remark, change)


def _said(place: str, remark: Remark, change: Change) -> Remark:
    where = f"remarks.{place}"
    return Remark(change(where, remark.text), change(f"{where}.function", remark.function))


def _action(action: PlannedAction, change: Change) -> PlannedAction:
    return replace(
        action,
        what=change("actions.what", action.what),
        owner=change("actions.owner", action.owner),
        child_notices=change("actions.child_notices", action.child_notices),
    )


def _view(view: View, change: Change) -> View:
    return replace(view, function=change("views.function", view.function))


def _life(life: Life, change: Change) -> Life:
    known = life.corrects
    if known is None:
        return life
    reason = change("correction.reason", known.reason)
    approver = change("correction.approver", known.approver)
    return replace(life, corrects=replace(known, reason=reason, approver=approver))
