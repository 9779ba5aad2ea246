"""In the room: the private view of whoever leads, and what the projector shows."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from toolkit.domain.workshop_room import NotInOrder, Way
from toolkit.services import hold_room
from toolkit.services.hold_room import RoomMoved, TextChanged, TooManyParked, View
from toolkit.services.open_workshop import Held
from toolkit.storage.workshop_room import NOTHING_YET, KeptWords
from toolkit.web import visit
from toolkit.web.forms.counts_form import CountsForm
from toolkit.web.forms.kept_form import version_in
from toolkit.web.forms.room_forms import ParkForm, TextForm
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.prepared import held_by_me, held_to_write
from toolkit.web.room_words import AWAKE, Typed, around_room, projected
from toolkit.wording import N_

MOVED = N_("The room was moved in another window. This is where it is now.")
NOT_YET = N_("First count the cards, then show the room, then reveal.")
ENOUGH = N_("There is no room for more questions for later. Take one away first.")
BY_SCRIPT = "HX-Request"


def show(workshop_id: str) -> ResponseReturnValue:
    """Show where the room is, to whoever leads it."""
    return _room_page(_view(workshop_id))


def go(workshop_id: str) -> ResponseReturnValue:
    """Keep what was written in the notebook meanwhile, then move the room; another window wins."""
    view = _view(workshop_id)
    note, place = _note_form(view), request.form.get("note_place", "")
    if note is not None and not note.accepted(visit.words(), parts().library):
        return _room_page(view, 422, Typed(note=note, note_place=place))
    form = request.form
    try:
        if note is not None:
            with held_to_write(workshop_id) as held:
                _write_note(held, place, note)
        with held_to_write(workshop_id) as held:
            _move(held, form.get("way", ""), form.get("place", ""))
    except TextChanged as changed:
        typed = Typed(note=note, note_place=place, note_theirs=changed.theirs)
        return _room_page(_view(workshop_id), 409, typed)
    except RoomMoved:
        return _answer(workshop_id, MOVED)
    except NotInOrder:
        return _answer(workshop_id, NOT_YET)
    return _answer(workshop_id)


def projector(workshop_id: str) -> ResponseReturnValue:
    """Show what everybody in the room may see, and nothing else."""
    view = _view(workshop_id)
    name = "projector_now" if BY_SCRIPT in request.headers else "projector"
    return page(name, **projected(view, visit.words()))


def version(workshop_id: str) -> ResponseReturnValue:
    """Tell an open screen whether it has to look again; see `AWAKE` for how long it may stay."""
    view = _view(workshop_id)
    mark, since = view.mark, view.room.since
    awake = since is not None and visit.now() - since < AWAKE
    if awake:
        visit.still_here()
    return jsonify(mark=mark, awake=awake)


def count(workshop_id: str, item: str) -> ResponseReturnValue:
    """Keep how many showed which card; what is wrong, or stale, stands beside what was typed."""
    view, words = _view(workshop_id), visit.words()
    form = CountsForm.sent(item, request.form, words).over(view.counts.get(item), words)
    if form.counts is None:
        return _room_page(view, form.status, Typed(counts=form))
    with held_to_write(workshop_id) as held:
        hold_room.count(held, {item: form.counts}, now=visit.now())
    return _answer(workshop_id)


def dissent(workshop_id: str, item: str) -> ResponseReturnValue:
    """Keep who saw a question otherwise, and what they see; stale is 409 with both texts."""
    view = _view(workshop_id)
    form = TextForm.of(view.dissent(item), request.form)
    if not form.accepted(visit.words(), parts().library):
        return _room_page(view, 422, Typed(dissent=form))
    text, seen = form.written("text"), form.seen
    return _kept(
        workshop_id,
        lambda held: hold_room.write_dissent(held, item, text, seen=seen, now=visit.now()),
        lambda theirs: Typed(dissent=form, dissent_theirs=theirs),
    )


def note(workshop_id: str) -> ResponseReturnValue:
    """Keep a page of the notebook; stale is 409 with both texts."""
    view, place = _view(workshop_id), request.form.get("note_place", "")
    form = TextForm.of(view.notes.get(place, NOTHING_YET), _note_sent())
    if not form.accepted(visit.words(), parts().library):
        return _room_page(view, 422, Typed(note=form, note_place=place))
    return _kept(
        workshop_id,
        lambda held: _write_note(held, place, form),
        lambda theirs: Typed(note=form, note_place=place, note_theirs=theirs),
    )


def park(workshop_id: str) -> ResponseReturnValue:
    """Keep a question for later."""
    form = ParkForm.of(NOTHING_YET, request.form)
    if not form.accepted(visit.words(), parts().library):
        return _room_page(_view(workshop_id), 422, Typed(park=form))
    try:
        with held_to_write(workshop_id) as held:
            hold_room.park(held, form.written("text"), now=visit.now())
    except TooManyParked:
        form.text.errors = (visit.words()(ENOUGH),)
        return _room_page(_view(workshop_id), 422, Typed(park=form))
    return _answer(workshop_id)


def take_up(workshop_id: str, parked: str) -> ResponseReturnValue:
    """Take a question for later away."""
    with held_to_write(workshop_id) as held:
        hold_room.take_up(held, parked)
    return _answer(workshop_id)


def every_count(workshop_id: str) -> ResponseReturnValue:
    """Show the cards of every question in one table, to type them over from paper."""
    view = _view(workshop_id)
    forms = (CountsForm.of(one.id, view.counts.get(one.id)) for one in view.by_cards)
    return _table(view, tuple(forms))


def keep_counts(workshop_id: str) -> ResponseReturnValue:
    """Keep every row that was changed, or none and say which is wrong."""
    view, words = _view(workshop_id), visit.words()
    forms = tuple(
        CountsForm.sent(one.id, request.form, words).over(view.counts.get(one.id), words)
        for one in view.by_cards
    )
    wrong = [form.status for form in forms if form.error]
    if wrong:
        return _table(view, forms, min(wrong))
    given = {form.item: form.counts for form in forms if form.changed and form.counts is not None}
    with held_to_write(workshop_id) as held:
        hold_room.count(held, given, now=visit.now())
    say(words("Saved."))
    return redirect(url_for(".every_count", workshop_id=workshop_id), 303)


def _kept(
    workshop_id: str, write: Callable[[Held], None], stale: Callable[[KeptWords], Typed]
) -> ResponseReturnValue:
    try:
        with held_to_write(workshop_id) as held:
            write(held)
    except TextChanged as changed:
        return _room_page(_view(workshop_id), 409, stale(changed.theirs))
    return _answer(workshop_id)


def _view(workshop_id: str) -> View:
    return View(held_by_me(workshop_id))


def _move(held: Held, way: str, place: str) -> None:
    seen, now = version_in(request.form.get("room_version", "")), visit.now()
    if place:
        hold_room.jump(held, place, seen=seen, now=now)
    elif way in set(Way):
        hold_room.go(held, Way(way), seen=seen, now=now)
    elif way:
        raise BadRequest


def _write_note(held: Held, place: str, note: TextForm) -> None:
    text, seen = note.written("text"), note.seen
    hold_room.write_note(held, place, text, seen=seen, now=visit.now())


def _note_sent() -> MultiDict[str, str]:
    """Return the fields of the notebook as they stand in the form of the room."""
    names = {"text": "note", "version": "note_version", "over": "over", "sure": "sure"}
    return MultiDict({name: request.form.get(field, "") for name, field in names.items()})


def _note_form(view: View) -> TextForm | None:
    """Return what was written in the notebook, if that is something else than what is kept."""
    kept = view.notes.get(request.form.get("note_place", ""), NOTHING_YET)
    form = TextForm.of(kept, _note_sent())
    same = form.written("text").replace("\r\n", "\n").strip() == kept.text.strip()
    return None if same or "note" not in request.form else form


def _answer(workshop_id: str, said: str = "") -> ResponseReturnValue:
    """Lead back to the room; a script gets it at once."""
    if said:
        say(visit.words()(said), "warning")
    if BY_SCRIPT in request.headers:
        return _room_page(_view(workshop_id))
    return redirect(url_for(".show", workshop_id=workshop_id), 303)


def _room_page(view: View, status: int = 200, typed: Typed | None = None) -> Response:
    name = "room_now" if BY_SCRIPT in request.headers else "room"
    return page(name, status, **around_room(view, visit.words(), typed or Typed()))


def _table(view: View, forms: tuple[CountsForm, ...], status: int = 200) -> Response:
    wrong = tuple((f"{form.item}-0", form.error) for form in forms if form.error)
    return page(
        "counts",
        status,
        rows=tuple(zip(view.by_cards, forms, strict=True)),
        wrong=wrong,
        **around_room(view, visit.words(), Typed()),
    )
