"""What a municipality may do with all its data: take it along, erase a person, erase everything."""

from __future__ import annotations

import io

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.access import Action, may
from toolkit.domain.days import day_of
from toolkit.services import erase
from toolkit.services.erase import OtherName
from toolkit.services.led_place import led_place
from toolkit.services.manage_members import LastCoordinator, members
from toolkit.services.take_everything import name_of, note_taken, take_everything
from toolkit.web import visit
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.wording import N_

OTHER_NAME = N_("This is not the name of the municipality. Write it exactly as it stands below.")
NOT_YOURSELF = N_("You cannot erase yourself. Ask the next coordinator to do it.")
TRACES = N_(
    "Somebody was reading at that moment, so traces may lie beside the data until the program is "
    "stopped and started again. Ask whoever looks after this computer."
)


def show(municipality_id: str) -> ResponseReturnValue:
    """Show what can be done with all data of the municipality."""
    return _page(municipality_id)


def take(municipality_id: str) -> ResponseReturnValue:
    """Give everything as one file; a form, as it is written down that somebody took it."""
    actor, at = visit.actor(), visit.now()
    place = led_place(actor, visit.reading(), municipality_id, Action.TAKE_EVERYTHING)
    visit.prove()
    out = io.BytesIO()
    take_everything(actor, visit.reading(), parts().shelf, municipality_id, out, at=at)
    with visit.writing() as connection:
        note_taken(actor, connection, municipality_id, at=at)
    answer = Response(out.getvalue(), content_type="application/zip")
    answer.headers.set("Content-Disposition", "attachment", filename=name_of(place.name, at))
    return answer


def person(municipality_id: str, number: int) -> ResponseReturnValue:
    """Ask whether somebody may really be erased."""
    actor = visit.actor()
    place = led_place(actor, visit.reading(), municipality_id, Action.ERASE)
    found = members(actor, visit.reading(), municipality_id).person(number)
    return page("erase_person", person=found, place=place, municipality=place.name, **_copies())


def erase_person(municipality_id: str, number: int) -> ResponseReturnValue:
    """Erase somebody, also from what lies beside the database."""
    actor, words = visit.actor(), visit.words()
    led_place(actor, visit.reading(), municipality_id, Action.ERASE)
    visit.prove()
    try:
        with visit.writing() as connection:
            alone = erase.erase_person(actor, connection, municipality_id, number, at=visit.now())
    except LastCoordinator:
        say(words(NOT_YOURSELF), "warning")
        return redirect(url_for(".show", municipality_id=municipality_id), 303)
    if alone:
        say(words("Erased. A number and a function are left, beside what this person answered."))
    else:
        say(
            words(
                "Erased here. This person belongs to another municipality too, which knows them as before."
            )
        )
    _settle()
    return redirect(url_for("people.index", municipality_id=municipality_id), 303)


def erase_everything(municipality_id: str) -> ResponseReturnValue:
    """Erase the municipality, once its name was written out."""
    actor, words = visit.actor(), visit.words()
    led_place(actor, visit.reading(), municipality_id, Action.ERASE)
    visit.prove()
    typed = request.form.get("name", "")
    try:
        with visit.writing() as connection:
            erase.erase_municipality(actor, connection, municipality_id, typed, at=visit.now())
    except OtherName:
        return _page(municipality_id, (words(OTHER_NAME),), 422)
    _settle()
    say(words("The municipality has been erased, with everything in it."))
    return redirect(url_for("home.doors"), 303)


def _page(
    municipality_id: str, errors: tuple[str, ...] = (), status: int = 200
) -> ResponseReturnValue:
    actor = visit.actor()
    place = led_place(actor, visit.reading(), municipality_id, Action.TAKE_EVERYTHING)
    return page(
        "own_data",
        status,
        place=place,
        may_erase=may(actor, Action.ERASE, municipality_id),
        errors=errors,
        municipality=place.name,
        fictional=place.fictional,
        **_copies(),
    )


def _copies() -> dict[str, object]:
    """Return what is known of copies, which nobody can change."""
    last = erase.last_copy(visit.reading())
    return {
        "last_copy": day_of(last) if last else None,
        "copies_for": parts().settings.keep_backups,
    }


def _settle() -> None:
    """Leave nothing beside the database, or say that something may lie there."""
    visit.close()
    if not parts().database.settle():
        words = visit.words()
        say(words(TRACES), "warning")
