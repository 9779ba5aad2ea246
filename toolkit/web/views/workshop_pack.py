"""The pack of a workshop: what is in it, how far it is, and taking it along."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.documents.workshop_pack import PAPERS, SLIDES
from toolkit.services.order_document import QueueFull
from toolkit.services.order_pack import (
    StoryIsKnown,
    order_pack,
    pack_name,
    pack_rows,
    papers_of,
    taken,
)
from toolkit.storage.documents import Document, Stage
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.prepared import around_workshop, held_by_me
from toolkit.web.views.documents import BROKEN, REASONS, TYPES
from toolkit.wording import N_, languages

GOING = (Stage.WAITING, Stage.WORKING)
INSTEAD = {
    "changed": N_("The plan or the scan changed while the pack was waiting. Make it again."),
}
"""What is said of a pack otherwise than of a document of a scan."""


def show(workshop_id: str) -> ResponseReturnValue:
    """Show which papers there will be, and how far the pack is in each language."""
    held, words = held_by_me(workshop_id), visit.words()
    here = visit.language()
    order = (here, *(one for one in languages() if one != here))
    rows = pack_rows(held, order, at=visit.now())
    bundle = papers_of(held, held.kept.day or today())
    every = (*PAPERS, SLIDES)
    return page(
        "workshop_pack",
        rows=rows,
        busy=any(row.latest and row.latest.stage in GOING for row in rows),
        inside=tuple(words(one.title) for one in every if bundle.may_be_made(one)),
        outside=tuple(words(one.title) for one in every if not bundle.may_be_made(one)),
        reason=_reason,
        **around_workshop(held),
    )


def order(workshop_id: str) -> ResponseReturnValue:
    """Have the pack made in one language."""
    actor, known, words = visit.actor(), parts(), visit.words()
    held, language = held_by_me(workshop_id), request.form.get("language", "")
    if language not in languages():
        raise BadRequest
    try:
        with visit.writing() as connection:
            order_pack(
                actor,
                connection,
                known.shelf,
                known.library,
                held.id,
                language,
                at=visit.now(),
            )
    except StoryIsKnown:
        say(
            words("The story resembles something known here. Choose another story first."),
            "warning",
        )
    except QueueFull:
        say(words("Too many documents are waiting. Wait until some are ready."), "warning")
    else:
        parts().wake.set()
    return redirect(url_for(".show", workshop_id=workshop_id), 303)


def take(workshop_id: str, paper: str) -> ResponseReturnValue:
    """Give a file of the workshop: the pack, or the report."""
    held = held_by_me(workshop_id)
    what, content = taken(held, paper)
    answer = Response(content, content_type=TYPES[what.format])
    name = pack_name(what, held.plan.municipality)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _reason(document: Document) -> str:
    if document.stage is not Stage.FAILED:
        return ""
    said = {**REASONS, **INSTEAD}
    return visit.words()(said.get(document.reason, BROKEN))
