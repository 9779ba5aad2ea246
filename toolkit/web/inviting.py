"""Puts a way in for somebody who is invited into words: a text to copy, or a mail."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlencode

from flask import url_for

from toolkit import post
from toolkit.domain.days import day_of
from toolkit.post import Mail, NotSent
from toolkit.services.invite import WayIn
from toolkit.services.list_team import Asked
from toolkit.storage.tokens import INVITATION_LIVES
from toolkit.web import visit
from toolkit.web.letters import Invited, Letter
from toolkit.web.parts import parts
from toolkit.wording import Wording

Written = Callable[[Invited, Wording], Letter]


def letter_for(asked: Asked, way: WayIn, sender: str, written: Written) -> Letter:
    """Return the letter for somebody; its addresses come from the settings (T15)."""
    settings, at = parts().settings, visit.now()
    invited = Invited(
        name=asked.name,
        count=len(asked.own.open_here) or len(asked.own.questions),
        due=asked.invitation.due,
        link=settings.address + url_for("arriving.welcome", secret=way.link),
        address=settings.address + url_for("arriving.code"),
        code=f"{way.code[:5]}-{way.code[5:]}",
        until=day_of(at + INVITATION_LIVES),
        sender=sender,
    )
    return written(invited, visit.words())


def mailto(asked: Asked, letter: Letter) -> str:
    """Return the address that opens the letter in somebody's own mail program."""
    filled = urlencode({"subject": letter.subject, "body": letter.text}, quote_via=quote)
    return f"mailto:{quote(asked.email, safe='@')}?{filled}"


def mailed(asked: Asked, letter: Letter) -> bool:
    """Mail a letter; return whether it went. Nothing is tried without an address or a server."""
    if not (parts().settings.mails and asked.email):
        return False
    try:
        post.send(parts().settings, Mail(asked.email, letter.subject, letter.text))
    except NotSent:
        return False
    return True
