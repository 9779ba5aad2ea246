"""When young people heard back, and when they hear more."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.access import Action, NotNow
from toolkit.services.open_scan import Opened
from toolkit.services.tell_back import tell_back
from toolkit.web import visit
from toolkit.web.forms.life_forms import ToldBackForm
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around, opened


def show(scan_id: str) -> ResponseReturnValue:
    """Show the form with both days; a scan that is not final has none yet."""
    scan = opened(scan_id)
    try:
        scan.require(Action.TELL_BACK)
    except NotNow:
        return redirect(url_for("life.show", scan_id=scan_id), 303)
    frame = scan.assessment
    return _page(scan, ToldBackForm.of(frame.told_back, frame.tell_again))


def keep(scan_id: str) -> ResponseReturnValue:
    """Keep both days."""
    scan = opened(scan_id)
    scan.require(Action.TELL_BACK)
    form = ToldBackForm(request.form)
    if not form.sound(visit.words()):
        return _page(scan, form, 422)
    shelf, library = parts().shelf, parts().library
    with visit.writing() as connection:
        tell_back(scan.actor, connection, shelf, library, scan_id, form.read(), at=visit.now())
    parts().wake.set()
    words = visit.words()
    say(words("Written down. The text for young people names the next day."))
    return redirect(url_for("life.show", scan_id=scan_id), 303)


def _page(scan: Opened, form: ToldBackForm, status: int = 200) -> Response:
    return page("told_back", status, form=form, **around(scan))
