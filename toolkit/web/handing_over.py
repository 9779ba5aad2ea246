"""The page with a link for somebody to choose a password: to copy into a mail, told once."""

from __future__ import annotations

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.days import day_of
from toolkit.services.welcome import WELCOME_LIVES
from toolkit.web import visit
from toolkit.web.letters import DEAR, GREETING, Letter
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.wording import N_

SUBJECT = N_("Your account for the Child Rights Scan")
WHY = N_("There is an account for you. With this link you choose a password; it works once:")
UNTIL = N_("The link works until %(day)s. After that, ask me for a new one.")
KNOWN = N_(
    "Done. This person has an account already and signs in as before; nothing has to be handed over."
)


def handed_over(name: str, link: str | None, back: str) -> ResponseReturnValue:
    """Show the link to hand over; lead back when there is none to hand over."""
    words = visit.words()
    if link is None:
        say(words(KNOWN))
        return redirect(back, 303)
    return _page(name, link, back)


def _page(name: str, link: str, back: str) -> Response:
    words = visit.words()
    until = words(UNTIL, day=words.weekday(day_of(visit.now() + WELCOME_LIVES)))
    where = parts().settings.address + url_for("password.show", secret=link)
    why = "\n".join((words(WHY), where))
    text = "\n\n".join((words(DEAR, name=name), why, until, words(GREETING)))
    return page("way_in", letter=Letter(words(SUBJECT), text), name=name, back=back)
