"""What whoever runs the program sees: municipalities, accounts, how the installation is."""

from __future__ import annotations

import shutil
from importlib.metadata import version

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.days import day_of
from toolkit.services import operate
from toolkit.services.let_person_in import NumberNeeded
from toolkit.services.operate import Change, Yourself
from toolkit.web import visit
from toolkit.web.forms.people_forms import NewPlaceForm, PlaceNameForm
from toolkit.web.handing_over import handed_over
from toolkit.web.listing import account_list
from toolkit.web.pages import page, say
from toolkit.web.parts import NAME, parts
from toolkit.web.tables import as_table
from toolkit.wording import N_, ROLE

DONE = N_("Done.")
YOURSELF = N_("You cannot stop your own account. Let another operator do that.")


def index() -> ResponseReturnValue:
    """Show the installation and its municipalities."""
    return _index(NewPlaceForm())


def add_municipality() -> ResponseReturnValue:
    """Add a municipality with its first coordinator, and show the link to hand over."""
    actor, words, form = visit.actor(), visit.words(), NewPlaceForm(request.form)
    operate.installation(actor, visit.reading())
    if not form.sound(words):
        return _index(form, 422)
    wish = form.written("place"), form.whom()
    try:
        with visit.writing() as connection:
            made = operate.add_municipality(actor, connection, wish, at=visit.now())
    except NumberNeeded:
        form.ask_number(words)
        return _index(form, 422)
    return handed_over(form.written("name"), made.link, url_for(".index"))


def municipality(municipality_id: str) -> ResponseReturnValue:
    """Show the form to rename a municipality."""
    place = operate.place(visit.actor(), visit.reading(), municipality_id)
    return page("operator_place", place=place, form=PlaceNameForm(place=place.name))


def rename(municipality_id: str) -> ResponseReturnValue:
    """Give a municipality another name."""
    actor, words, form = visit.actor(), visit.words(), PlaceNameForm(request.form)
    place = operate.place(actor, visit.reading(), municipality_id)
    if not form.sound(words):
        return page("operator_place", 422, place=place, form=form)
    with visit.writing() as connection:
        name = form.written("place")
        operate.rename_municipality(actor, connection, municipality_id, name, at=visit.now())
    say(words(DONE))
    return redirect(url_for(".index"), 303)


def accounts() -> ResponseReturnValue:
    """Show every account, by number."""
    found = operate.installation(visit.actor(), visit.reading())
    return page("operator_accounts", accounts=found.accounts, roles=ROLE)


def accounts_file() -> ResponseReturnValue:
    """Give every account as a file."""
    found = operate.installation(visit.actor(), visit.reading())
    return as_table("accounts", *account_list(found.accounts))


def account(number: int) -> ResponseReturnValue:
    """Show one account, with what can be done."""
    found = operate.account(visit.actor(), visit.reading(), number)
    return page("operator_account", account=found, roles=ROLE)


def stop(number: int) -> ResponseReturnValue:
    """Let an account sign in no more, now."""
    try:
        return _changed(operate.stop_account, number)
    except Yourself:
        say(visit.words()(YOURSELF), "warning")
        return redirect(url_for(".account", number=number), 303)


def restore(number: int) -> ResponseReturnValue:
    """Let an account sign in again."""
    return _changed(operate.restore_account, number)


def end_sessions(number: int) -> ResponseReturnValue:
    """Sign an account out everywhere."""
    return _changed(operate.end_sessions, number)


def take_off_second_step(number: int) -> ResponseReturnValue:
    """Take off the second step of who lost their telephone."""
    return _changed(operate.take_off_second_step, number)


def link(number: int) -> ResponseReturnValue:
    """Make a link with which somebody chooses a password anew; it is told once."""
    visit.actor()
    with visit.writing() as connection:
        made = operate.link_for(visit.actor(), connection, number, at=visit.now())
    return handed_over("……", made, url_for(".account", number=number))


def _changed(change: Change, number: int) -> ResponseReturnValue:
    with visit.writing() as connection:
        change(visit.actor(), connection, number, at=visit.now())
    words = visit.words()
    say(words(DONE))
    return redirect(url_for(".account", number=number), 303)


def _index(form: NewPlaceForm, status: int = 200) -> Response:
    found = operate.installation(visit.actor(), visit.reading())
    copied = found.last_copy
    return page(
        "operator",
        status,
        found=found,
        form=form,
        version=version(NAME),
        last_copy=day_of(copied) if copied else None,
        free=shutil.disk_usage(parts().settings.data).free // 1_000_000,
    )
