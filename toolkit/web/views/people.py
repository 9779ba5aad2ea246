"""The people of a municipality: who they are, in which role, since when."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.domain.access import Action, Role, may
from toolkit.services import manage_members
from toolkit.services.let_person_in import NumberNeeded
from toolkit.services.manage_members import ROLES, AlreadyMember, LastCoordinator
from toolkit.web import visit
from toolkit.web.forms.people_forms import MemberForm, MemberNameForm
from toolkit.web.handing_over import handed_over
from toolkit.web.listing import function_word, review_list
from toolkit.web.pages import page, say
from toolkit.web.tables import as_table
from toolkit.wording import N_, ROLE

LAST = N_("This is the only coordinator. First make somebody else coordinator.")
THERE = N_("Whoever has this address belongs to this municipality already. Change the role below.")


def index(municipality_id: str) -> ResponseReturnValue:
    """Show who belongs to the municipality, and the form to add somebody."""
    return _index(municipality_id, MemberForm(role=Role.CONTRIBUTOR.value))


def add(municipality_id: str) -> ResponseReturnValue:
    """Add somebody, and show the link to hand over; it is told once."""
    actor, words, form = visit.actor(), visit.words(), MemberForm(request.form)
    manage_members.members(actor, visit.reading(), municipality_id)
    role = form.chosen()
    if not form.sound(words) or role is None:
        return _index(municipality_id, form, 422)
    try:
        with visit.writing() as connection:
            made = manage_members.add_member(
                actor, connection, municipality_id, (form.whom(), role), at=visit.now()
            )
    except NumberNeeded:
        form.ask_number(words)
        return _index(municipality_id, form, 422)
    except AlreadyMember:
        form.email.errors = (words(THERE),)
        return _index(municipality_id, form, 422)
    return handed_over(form.written("name"), made.link, _here(municipality_id))


def show(municipality_id: str, number: int) -> ResponseReturnValue:
    """Show one person, with what can be done."""
    return _person(municipality_id, number)


def rename(municipality_id: str, number: int) -> ResponseReturnValue:
    """Write the name of somebody as colleagues call them."""
    actor, words, form = visit.actor(), visit.words(), MemberNameForm(request.form)
    manage_members.members(actor, visit.reading(), municipality_id).person(number)
    if not form.sound(words):
        return _person(municipality_id, number, form, 422)
    change = number, form.written("name")
    with visit.writing() as connection:
        manage_members.rename_member(actor, connection, municipality_id, change, at=visit.now())
    say(words("Saved."))
    return redirect(url_for(".show", municipality_id=municipality_id, number=number), 303)


def _person(
    municipality_id: str, number: int, form: MemberNameForm | None = None, status: int = 200
) -> Response:
    known = manage_members.members(visit.actor(), visit.reading(), municipality_id)
    person = known.person(number)
    return page(
        "person",
        status,
        person=person,
        form=form or MemberNameForm(name=person.name),
        place=known.place,
        may_erase=may(visit.actor(), Action.ERASE, municipality_id),
        **_words(),
        municipality=known.place.name,
        fictional=known.place.fictional,
    )


def change_role(municipality_id: str, number: int) -> ResponseReturnValue:
    """Give somebody another role; they are signed out and come in anew."""
    role = next((one for one in ROLES if one == request.form.get("role")), None)
    actor, words = visit.actor(), visit.words()
    manage_members.members(actor, visit.reading(), municipality_id)
    if role is None:
        raise BadRequest
    try:
        with visit.writing() as connection:
            manage_members.change_role(
                actor, connection, municipality_id, (number, role), at=visit.now()
            )
    except LastCoordinator:
        say(words(LAST), "warning")
        return redirect(url_for(".show", municipality_id=municipality_id, number=number), 303)
    say(words("Changed. This person has to sign in again."))
    return redirect(_here(municipality_id), 303)


def remove(municipality_id: str, number: int) -> ResponseReturnValue:
    """End somebody's membership; what they answered stays."""
    words = visit.words()
    try:
        with visit.writing() as connection:
            manage_members.remove_member(
                visit.actor(), connection, municipality_id, number, at=visit.now()
            )
    except LastCoordinator:
        say(words(LAST), "warning")
        return redirect(url_for(".show", municipality_id=municipality_id, number=number), 303)
    say(words("Removed. What this person answered stays, with the function only."))
    return redirect(_here(municipality_id), 303)


def link(municipality_id: str, number: int) -> ResponseReturnValue:
    """Make a new link to choose a password, for who never chose one."""
    actor = visit.actor()
    known = manage_members.members(actor, visit.reading(), municipality_id)
    name = known.person(number).name
    with visit.writing() as connection:
        made = manage_members.new_link(actor, connection, municipality_id, number, at=visit.now())
    return handed_over(name, made, _here(municipality_id))


def review(municipality_id: str) -> ResponseReturnValue:
    """Give the list to go through twice a year: who may still do what."""
    known = manage_members.members(visit.actor(), visit.reading(), municipality_id)
    return as_table("accounts", *review_list(known.people))


def _index(municipality_id: str, form: MemberForm, status: int = 200) -> Response:
    known = manage_members.members(visit.actor(), visit.reading(), municipality_id)
    return page(
        "people",
        status,
        form=form,
        people=known.people,
        place=known.place,
        **_words(),
        municipality=known.place.name,
        fictional=known.place.fictional,
    )


def _words() -> dict[str, object]:
    """Return what roles and functions are called."""
    words = visit.words()
    called = {role: words(ROLE[role]) for role in ROLES}
    return {"roles": tuple(called.items()), "role_words": called, "function": function_word}


def _here(municipality_id: str) -> str:
    return url_for("people.index", municipality_id=municipality_id)
