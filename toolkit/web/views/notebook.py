"""The notebook of whoever holds a workshop: one text a phase, and one for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.services.keep_notebook import GENERAL, Note, keep_notes, notebook
from toolkit.services.open_workshop import Held
from toolkit.storage.workshop_room import KeptWords
from toolkit.web import guard, visit
from toolkit.web.forms.kept_form import version_in
from toolkit.web.forms.rules import Prose, Refused
from toolkit.web.guard import Found
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.prepared import around_workshop, held_by_me, held_to_write
from toolkit.wording import Wording

TEXT, VERSION = "text-", "version-"
CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Field:
    """A place in the notebook as the page shows it; ``theirs`` came in from another window."""

    name: str
    label: str
    text: str
    version: int
    error: str = ""
    theirs: str = ""


def show(workshop_id: str) -> ResponseReturnValue:
    """Show the notebook."""
    held = held_by_me(workshop_id)
    return _page(held, tuple(_field(one, visit.words()) for one in notebook(held)))


def keep(workshop_id: str) -> ResponseReturnValue:
    """Keep what was written; stale is 409, with both texts."""
    words, held = visit.words(), held_by_me(workshop_id)
    known = {TEXT + one.place: one.kept.text for one in notebook(held)}
    fields = tuple(_sent(_field(one, words), request.form, words) for one in notebook(held))
    if any(one.error for one in fields):
        return _page(held, fields, status=422)
    new = tuple((one.name, one.text) for one in fields if one.text and one.text != known[one.name])
    found = guard.found_in(new, parts().library)
    found = found.unless_kept(request.form.get("sure")) if found is not None else None
    if found is not None:
        return _page(held, fields, found, status=422)
    theirs = _write(workshop_id, fields)
    if theirs:
        held = held_by_me(workshop_id)
        now = {TEXT + one.place: one.kept.version for one in notebook(held)}
        shown = tuple(
            replace(
                one,
                version=now.get(one.name, 0),
                theirs=theirs[one.name].text if one.name in theirs else "",
            )
            for one in fields
        )
        return _page(held, shown, status=CONFLICT)
    say(words("Saved."))
    return redirect(url_for(".show", workshop_id=workshop_id), 303)


def _write(workshop_id: str, fields: tuple[Field, ...]) -> Mapping[str, KeptWords]:
    """Keep every text; return by field what another window wrote in the meantime."""
    written = {one.name.removeprefix(TEXT): KeptWords(one.text, one.version) for one in fields}
    with held_to_write(workshop_id) as held:
        theirs = keep_notes(held, written, at=visit.now())
    return {TEXT + place: words for place, words in theirs.items()}


def _field(note: Note, words: Wording) -> Field:
    label = words("For the whole day") if note.place == GENERAL else ""
    if note.title is not None:
        label = words.text(note.title)
    shown = label or words("Of a part that is no longer in the plan")
    return Field(TEXT + note.place, shown, note.kept.text, note.kept.version)


def _sent(field: Field, sent: Mapping[str, str], words: Wording) -> Field:
    """Return a field with what was sent; what was not sent stays as it is."""
    if field.name not in sent:
        return field
    text = sent[field.name]
    version = sent.get(VERSION + field.name.removeprefix(TEXT), "")
    written = replace(field, text=text, version=version_in(version))
    rule = Prose()
    try:
        return replace(written, text=rule.read(text))
    except Refused as refused:
        return replace(written, error=words(str(refused), longest=words.number(rule.longest)))


def _page(
    held: Held, fields: tuple[Field, ...], found: Found | None = None, *, status: int = 200
) -> Response:
    return page(
        "notebook",
        status,
        fields=fields,
        found=found,
        labels={one.name: one.label for one in fields},
        wrong=tuple((one.name, one.error) for one in fields if one.error),
        changed=status == CONFLICT,
        **around_workshop(held),
    )
