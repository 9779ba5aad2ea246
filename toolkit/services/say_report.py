"""Puts together what a document about a scan says, before it is laid out."""

from dataclasses import dataclass, replace
from datetime import date

from toolkit.documents.blank_words import LEFT_OUT, spoken_blanks
from toolkit.domain.fields import Text
from toolkit.domain.left_out import Published
from toolkit.domain.library import Library
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.services.score_scan import Scored
from toolkit.wording import wording


@dataclass(frozen=True, slots=True)
class Order:
    """Which document is asked for; ``embed`` puts the scan file inside a working form.

    ``in_dossier``: for a dossier, which holds nothing that is not for everyone.
    """

    kind: Kind
    form: Form
    language: str
    day: date
    embed: bool = False
    in_dossier: bool = False


def said(scored: Scored, library: Library, order: Order) -> Facts:
    """Return what a document says: a publication without what is left out of it."""
    words = wording(order.language)
    found = Published(scored.scan, scored.result, scored.life, scored.blanks)
    if order.form is Form.PUBLICATION:
        instead = Text({order.language: words(LEFT_OUT)})
        found = found.without(scored.left_out, instead, order.language)
    made = facts(
        found.scan,
        found.result,
        library,
        kind=order.kind,
        form=order.form,
        day=order.day,
        carries_scan=order.embed,
    )
    told = made.within(found.life).filled(spoken_blanks(found.blanks, words))
    return replace(told.dressed(scored.look), in_dossier=order.in_dossier)
