"""Finding out: what nobody knew, by whom to ask, and the mails to write."""

from __future__ import annotations

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.domain.days import day_of
from toolkit.services.find_out import find_out
from toolkit.services.pass_on import settle
from toolkit.services.save_answer import NoSuchQuestion
from toolkit.web import visit
from toolkit.web.letters import to_find_out
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around


def index(scan_id: str) -> ResponseReturnValue:
    """Show what is to be found out, by the role to ask."""
    known = find_out(visit.actor(), visit.reading(), parts().shelf, scan_id)
    return page(
        "find_out",
        groups=known.roles,
        letters={role: to_find_out(rows, visit.words()) for role, rows in known.roles.items()},
        count=sum(len(rows) for rows in known.roles.values()),
        day_of=day_of,
        **around(known.scan),
    )


def tick(scan_id: str, item: str) -> ResponseReturnValue:
    """Tick a question off."""
    actor, shelf = visit.actor(), parts().shelf
    try:
        with visit.writing() as connection:
            settle(actor, connection, shelf, scan_id, item, at=visit.now())
    except NoSuchQuestion:
        raise NotFound from None
    words = visit.words()
    say(words("Ticked off."))
    return redirect(url_for(".index", scan_id=scan_id), 303)
