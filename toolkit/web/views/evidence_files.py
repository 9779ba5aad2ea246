"""The files with an entry of the register: adding one, taking one along, taking one away."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.file_types import LARGEST_FILE, BadFile
from toolkit.services.keep_file import (
    MEGABYTE,
    Looked,
    NoRoom,
    before_adding,
    hand_out,
    keep_file,
    look_through,
    remove_file,
)
from toolkit.web import guard, visit
from toolkit.web.forms.evidence_form import EvidenceForm
from toolkit.web.guard import Found
from toolkit.web.pages import say
from toolkit.web.parts import parts
from toolkit.web.views.evidence import RefusedFile, entry_page
from toolkit.wording import N_

REASONS: Mapping[str, str] = {
    "empty": N_("Choose a file first."),
    "too_large": N_("This file is larger than %(most)s MB. Make it smaller, or add a link to it."),
    "other_kind": N_(
        "Files of this kind are not kept. Save it as PDF, Word (docx), Excel (xlsx), ODT, PNG or "
        "JPG, and add that."
    ),
    "damaged": N_(
        "This file is not whole, or not made as its kind should be. Save it again, or save it as "
        "PDF, and add that."
    ),
    "locked": N_("This file has a password, so nobody can look through it. Save it without one."),
    "program": N_(
        "There is something in this file that does things by itself, such as a macro. Save it "
        "without, for example as a new PDF, and add that."
    ),
    "file_inside": N_("There are other files inside this one. Save it without those, or as PDF."),
    "too_much_inside": N_("There is too much inside this file to look through. Save it as PDF."),
    "picture": N_("This picture has too many points. Make it smaller than 20 million."),
    "virus": N_("The virus scanner found something in this file. It was not kept. Warn your IT."),
    "unlooked": N_("Nobody could look through this file now. It was not kept; try again later."),
}
NO_ROOM = N_(
    "The files of this municipality would be more than %(most)s MB. Take away what is no longer "
    "needed, or add a link."
)


def add(scan_id: str, entry: str) -> ResponseReturnValue:
    """Keep a file with an entry, once it was looked through."""
    actor, shelf, settings = visit.actor(), parts().shelf, parts().settings
    before_adding(actor, visit.reading(), shelf, scan_id, entry)
    visit.close()
    sent = request.files.get("file")
    name, content = (sent.filename or "", sent.read()) if sent is not None else ("", b"")
    try:
        looked = look_through(content, name, virus_scanner=settings.clamd)
    except BadFile as refused:
        return _refused(scan_id, entry, _said(refused))
    found = _found(looked)
    if found is not None:
        return _refused(scan_id, entry, RefusedFile(found=found))
    most, at = settings.quota_mb, visit.now()
    try:
        with visit.writing() as connection:
            keep_file(actor, connection, shelf, (scan_id, entry), looked.file, most=most, at=at)
    except NoRoom as full:
        words = visit.words()
        error = words(NO_ROOM, most=words.number(full.most))
        return _refused(scan_id, entry, RefusedFile(error))
    words = visit.words()
    say(words("The file has been added."))
    return redirect(url_for("evidence.show", scan_id=scan_id, entry=entry), 303)


def take(scan_id: str, entry: str, file_id: str) -> ResponseReturnValue:
    """Give the file: to keep, never to show (R16)."""
    found = hand_out(visit.actor(), visit.reading(), parts().shelf, scan_id, entry, file_id)
    answer = Response(found.content, content_type=found.media)
    answer.headers.set("Content-Disposition", "attachment", filename=found.name)
    return answer


def remove(scan_id: str, entry: str, file_id: str) -> ResponseReturnValue:
    """Take the file away, also from what lies beside the database."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    with visit.writing() as connection:
        remove_file(actor, connection, shelf, scan_id, (entry, file_id), at=visit.now())
    parts().database.settle()
    say(words("The file has been taken away."))
    return redirect(url_for("evidence.show", scan_id=scan_id, entry=entry), 303)


def _found(looked: Looked) -> Found | None:
    """Return what may give somebody away in the name or the words, unless it is kept all the same."""
    texts = (("name", looked.file.name), ("file", looked.words))
    found = guard.found_in(texts, parts().library)
    return found and found.unless_kept(request.form.get("sure"))


def _said(refused: BadFile) -> RefusedFile:
    words = visit.words()
    most = words.number(LARGEST_FILE // MEGABYTE)
    return RefusedFile(words(REASONS[refused.reason], most=most))


def _refused(scan_id: str, entry: str, refused: RefusedFile) -> ResponseReturnValue:
    known = before_adding(visit.actor(), visit.reading(), parts().shelf, scan_id, entry)
    kept = known.entry(entry)
    return entry_page(known, kept, EvidenceForm.of(kept), 422, refused=refused)
