"""Switches the language of the pages; it changes what is shown, never what was written."""

from flask import redirect, request, session
from flask.typing import ResponseReturnValue

from toolkit.web import visit
from toolkit.web.security import own_path
from toolkit.wording import languages


def choose() -> ResponseReturnValue:
    """Keep the language that was chosen and go back to the same page (T37)."""
    chosen = request.form.get("language", "")
    if chosen in languages():
        session[visit.LANGUAGE] = chosen
    return redirect(own_path(request.form.get("next", "/")), 303)
