"""Looks at a text before it is kept: what could give somebody away, whom it seems to tell of."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from structlog import get_logger

from toolkit.domain.answers import Answer, texts_in
from toolkit.domain.concern import Concern, seems_about_a_child
from toolkit.domain.library import Library
from toolkit.domain.privacy import PersonalData, warnings

log = get_logger()
Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words that look like personal data, and the field they stand in."""

    field: str
    kind: PersonalData
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in new texts. ``seal`` comes back when somebody keeps them all the same."""

    pieces: tuple[Piece, ...]
    concern: Concern | None
    seal: str

    def unless_kept(self, sure: str | None) -> Found | None:
        """Return this, or nothing when its seal came back; that people were warned is counted.

        The log tells neither where nor in which scan, and never that somebody told of a child.
        """
        kept = sure == self.seal
        if self.concern is None:
            log.info("pointed_at", kinds=[piece.kind.value for piece in self.pieces], kept=kept)
        return None if kept else self


def look(answer: Answer, before: Answer, library: Library) -> Found | None:
    """Return what the texts of an answer seem to give away; what was kept before is not new."""
    known = frozenset(text for _, text in texts_in(before))
    return found_in(tuple(one for one in texts_in(answer) if one[1] not in known), library)


def found_in(texts: Texts, library: Library) -> Found | None:
    """Return what was found in these texts, each with its field; nothing when that is nothing."""
    public = [contact.number for contact in library.helplines.contacts if contact.number]
    pieces = tuple(
        Piece(field, one.kind, text[one.start : one.end])
        for field, text in texts
        for one in warnings(text, public=public)
    )
    concerns = (seems_about_a_child(text) for _, text in texts)
    concern = next((one for one in concerns if one is not None), None)
    if not pieces and concern is None:
        return None
    seal = sha256("\0".join(text for _, text in texts).encode()).hexdigest()[:16]
    return Found(pieces, concern, seal)
