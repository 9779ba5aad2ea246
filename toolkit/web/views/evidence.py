"""The register of evidence: which documents there are, and which answers name them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.documents.words import evidence_kind
from toolkit.domain.access import Action
from toolkit.domain.file_types import FILE_TYPES
from toolkit.services.keep_file import files_of
from toolkit.services.register_evidence import (
    EntryChanged,
    Register,
    StillNamed,
    add_entry,
    change_entry,
    open_register,
    remove_entry,
)
from toolkit.storage.register import KeptEvidence
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.forms.evidence_form import NEW, EvidenceForm, texts_of
from toolkit.web.forms.kept_form import CHANGED
from toolkit.web.guard import Found
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.home import title_of
from toolkit.web.views.scan import around
from toolkit.wording import N_

STILL_NAMED = N_("Answers name this document, so it stays. They stand below.")


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """Why a file was not kept: a sentence, or what was found in it that should be looked at."""

    error: str = ""
    found: Found | None = None


def index(scan_id: str) -> ResponseReturnValue:
    """Show the register of the municipality."""
    known = _register(scan_id)
    files = files_of(visit.reading(), known)
    return page("evidence", register=known, files=files, today=today(), **around(known.scan))


def new(scan_id: str) -> ResponseReturnValue:
    """Show the form of a new entry."""
    known = _to_change(scan_id)
    return entry_page(known, NEW, EvidenceForm.of(NEW))


def add(scan_id: str) -> ResponseReturnValue:
    """Add an entry."""
    known = _to_change(scan_id)
    form = EvidenceForm.of(NEW, request.form)
    if not form.accepted(visit.words(), parts().library):
        return entry_page(known, NEW, form, 422)
    actor, shelf, entry = visit.actor(), parts().shelf, form.read(NEW).entry
    with visit.writing() as connection:
        add_entry(actor, connection, shelf, scan_id, entry, at=visit.now())
    words = visit.words()
    say(words("Added to the register."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def show(scan_id: str, entry: str) -> ResponseReturnValue:
    """Show the form of an entry, and the answers that name it."""
    known = _to_change(scan_id)
    kept = known.entry(entry)
    return entry_page(known, kept, EvidenceForm.of(kept))


def change(scan_id: str, entry: str) -> ResponseReturnValue:
    """Keep an entry; stale is 409 with both texts."""
    known = _to_change(scan_id)
    kept = known.entry(entry)
    form = EvidenceForm.of(kept, request.form)
    if not form.accepted(visit.words(), parts().library):
        return entry_page(known, kept, form, 422)
    actor, shelf = visit.actor(), parts().shelf
    try:
        with visit.writing() as connection:
            change_entry(actor, connection, shelf, scan_id, form.read(kept), at=visit.now())
    except EntryChanged as changed:
        return entry_page(known, kept, form, 409, theirs=changed.theirs)
    words = visit.words()
    say(words("Saved."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def remove(scan_id: str, entry: str) -> ResponseReturnValue:
    """Take an entry out, unless answers name it or a colleague changed it."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    seen = EvidenceForm.of(NEW, request.form).seen
    try:
        with visit.writing() as connection:
            remove_entry(actor, connection, shelf, scan_id, entry, seen=seen, at=visit.now())
    except (EntryChanged, StillNamed) as refused:
        say(words(STILL_NAMED if isinstance(refused, StillNamed) else CHANGED), "warning")
        known = _to_change(scan_id)
        kept = known.entry(entry)
        return entry_page(known, kept, EvidenceForm.of(kept), 409)
    say(words("Taken out of the register."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def _register(scan_id: str) -> Register:
    return open_register(visit.actor(), visit.reading(), parts().shelf, scan_id)


def _to_change(scan_id: str) -> Register:
    known = _register(scan_id)
    known.scan.require(Action.REGISTER_EVIDENCE)
    return known


def entry_page(
    known: Register,
    kept: KeptEvidence,
    form: EvidenceForm,
    status: int = 200,
    *,
    theirs: KeptEvidence | None = None,
    refused: RefusedFile | None = None,
) -> Response:
    """Return the page of an entry, with what is wrong with its form or with a file for it."""
    words = visit.words()
    stands = texts_of(theirs.entry) if theirs else {}
    return page(
        "evidence_entry",
        status,
        kept=kept,
        form=form,
        kinds=[(kind, evidence_kind(kind, words) or "–") for kind in form.kinds],
        uses=known.uses.get(kept.entry.id, ()),
        scan_names={use.scan.id: title_of(use.scan) for use in known.uses.get(kept.entry.id, ())},
        theirs=theirs and {**stands, "kind": evidence_kind(stands["kind"], words)},
        theirs_version=theirs.version if theirs else 0,
        files=files_of(visit.reading(), known).get(kept.entry.id, ()),
        endings=",".join(ending for kind in FILE_TYPES.values() for ending in kind.endings),
        refused=refused,
        **around(known.scan),
    )
