"""Takes out of a scan what is left out of everything that is published of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from toolkit.domain.before_publication import ITEMS
from toolkit.domain.conditions import items_in
from toolkit.domain.fields import Text
from toolkit.domain.items import Advice, InShort, Item, Step
from toolkit.domain.life import Life
from toolkit.domain.publication import Passage, Written
from toolkit.domain.questionnaire import Group, Question, Questionnaire
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import AdvicePoint, Mark, Result

NOWHERE: frozenset[Passage] = frozenset()


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication is made of: the scan, what it amounts to, its life, its blanks."""

    scan: Scan
    result: Result
    life: Life
    blanks: Mapping[str, str]

    def without(self, passages: frozenset[Passage], instead: Text, language: str) -> Published:
        """Return it without these passages; ``instead`` stands where they stood.

        Figures and words stay: the counts of a publication are those of the whole scan.
        """
        if not passages:
            return self
        said = instead.within(language)
        written = Written(self.scan, self.life, self.blanks).without(passages, said)
        items = frozenset(
            one.place.removeprefix(ITEMS) for one in passages if one.place.startswith(ITEMS)
        )
        bare = {
            name: replace(question, item=_bare(question.item, instead))
            for name, question in self.result.questionnaire.questions.items()
            if name in items
        }
        result = _result(self.result, bare, instead)
        return Published(written.scan, result, _life(written.life, bare), written.blanks)


def _result(result: Result, bare: Mapping[str, Question], instead: Text) -> Result:
    known = result.questionnaire
    told = tuple(part for part in result.contradictions if not _names(known, part) & bare.keys())
    return replace(
        result,
        questionnaire=_questionnaire(known, bare),
        marks={name: _mark(mark, bare) for name, mark in result.marks.items()},
        advice=tuple(_advice(point, bare, instead) for point in result.advice),
        contradictions=told,
    )


def _names(known: Questionnaire, contradiction: str) -> frozenset[str]:
    """Return the items that a contradiction is about."""
    when = (part.when for part in known.contradictions if part.id == contradiction)
    return frozenset(name for one in when for name in items_in(one))


def _questionnaire(known: Questionnaire, bare: Mapping[str, Question]) -> Questionnaire:
    if not bare:
        return known
    themes = tuple(_group(theme, bare) for theme in known.themes)
    changed = known.model_copy(update={"themes": themes})
    vars(changed).pop("questions", None)  # found anew, in the themes as they are now
    return changed


def _group(group: Group, bare: Mapping[str, Question]) -> Group:
    return group.model_copy(
        update={
            "groups": tuple(_group(one, bare) for one in group.groups),
            "items": tuple(bare[item.id].item if item.id in bare else item for item in group.items),
        }
    )


def _mark(mark: Mark, bare: Mapping[str, Question]) -> Mark:
    return replace(mark, question=bare[mark.id]) if mark.id in bare else mark


def _advice(point: AdvicePoint, bare: Mapping[str, Question], instead: Text) -> AdvicePoint:
    if not all(item in bare for item in point.items):
        return point
    return replace(point, advice=point.advice.model_copy(update={"text": instead}))


def _bare(item: Item, instead: Text) -> Item:
    """Return an item of which no text says what it is about."""
    advice: dict[Step, Advice | str] = {
        step: one if isinstance(one, str) else one.model_copy(update={"text": instead})
        for step, one in item.advice.items()
    }
    short = InShort(agreement=instead, child=instead, step=instead) if item.in_short else None
    return item.model_copy(
        update={
            "question": instead,
            "in_short": short,
            "help": None,
            "who_outside": None,
            "anchors": tuple(instead for _ in item.anchors),
            "options": tuple(one.model_copy(update={"label": instead}) for one in item.options),
            "advice": advice,
        }
    )


def _life(life: Life, bare: Mapping[str, Question]) -> Life:
    found = life.comparison
    if found is None:
        return life
    rows = tuple(
        replace(row, question=bare[row.question.id]) if row.question.id in bare else row
        for row in found.rows
    )
    return replace(life, comparison=replace(found, rows=rows))
