"""Six fields for the cards of one question: how many showed 0, 1, 2, 3, 4 and ?."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from re import ASCII, fullmatch

from toolkit.domain.workshop_counts import MOST_IN_A_ROOM, SIGNS, Counts, WrongCounts
from toolkit.wording import N_, Wording

NOT_A_NUMBER = N_(
    "Write in each field in digits how many people showed that card; empty is nobody."
)
TOO_MANY = N_(
    "Together this is more than %(most)s people. Look whether a digit stands there twice."
)
OTHERWISE = N_(
    "In another window this was counted as %(counted)s. What you typed still stands here: save it "
    "again to replace that."
)
LONGEST = 4


@dataclass(frozen=True, slots=True)
class CountsForm:
    """The fields of one question as they were typed, with what is wrong in a sentence."""

    item: str
    typed: tuple[str, ...]
    before: str = ""
    counts: Counts | None = None
    error: str = ""
    stale: bool = False

    @classmethod
    def of(cls, item: str, kept: Counts | None) -> CountsForm:
        """Return the fields with what is kept; empty ones where nothing is."""
        typed = tuple(map(str, kept.cards)) if kept else ("",) * len(SIGNS)
        return cls(item, typed, _joined(typed), kept)

    @classmethod
    def sent(cls, item: str, form: Mapping[str, str], words: Wording) -> CountsForm:
        """Return the fields as they were sent; ``counts`` is nothing when they are wrong."""
        names = (f"{item}-{place}" for place in range(len(SIGNS)))
        typed = tuple(form.get(name, "").strip()[:LONGEST] for name in names)
        before = form.get(f"{item}-before", "")
        if not all(fullmatch("[0-9]*", one, ASCII) for one in typed):
            return cls(item, typed, before, None, words(NOT_A_NUMBER))
        try:
            counts = Counts.of([int(one or 0) for one in typed])
        except WrongCounts:
            return cls(
                item, typed, before, None, words(TOO_MANY, most=words.number(MOST_IN_A_ROOM))
            )
        return cls(item, typed, before, counts)

    def over(self, kept: Counts | None, words: Wording) -> CountsForm:
        """Return the fields; once with an error when another window counted otherwise meanwhile."""
        now = CountsForm.of(self.item, kept).before
        if self.counts in (None, kept) or not self.changed or self.before in ("", now):
            return self
        counted = " ".join(
            f"{sign}: {one}" for sign, one in zip(SIGNS, now.split(","), strict=True)
        )
        error = words(OTHERWISE, counted=counted)
        return replace(self, before=now, counts=None, error=error, stale=True)

    @property
    def status(self) -> int:
        """What the page is answered with when these are not kept: stale, or wrong."""
        return 409 if self.stale else 422

    @property
    def changed(self) -> bool:
        """Whether somebody typed something else than the page showed."""
        return _joined(self.typed) != self.before


def _joined(typed: tuple[str, ...]) -> str:
    return ",".join(typed)
