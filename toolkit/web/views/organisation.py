"""Signing in with the account of one's organisation: there, and back again."""

from __future__ import annotations

from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.services import let_in, second_step, single_sign_on
from toolkit.services.single_sign_on import Flight, NobodyHere, NotVouchedFor, OrganisationSilent
from toolkit.settings import Settings
from toolkit.web import getting_in, visit
from toolkit.web.pages import page
from toolkit.web.parts import parts
from toolkit.web.security import own_path

FLIGHT = "flight"


def leave() -> ResponseReturnValue:
    """Lead to the organisation; what has to come back is bound to this browser."""
    from toolkit.services import openid

    settings, flight = _settings(), Flight.new()
    try:
        address = openid.address_to_ask(settings, _back(settings), flight)
    except OrganisationSilent:
        return page("organisation_refused", 503, reason="silent", name=settings.oidc_name)
    session[FLIGHT] = [flight.state, flight.nonce, flight.verifier, getting_in.to()]
    return redirect(address, 302)


def arrive() -> ResponseReturnValue:
    """Begin a session for whoever the organisation vouches for; what was taken along is used up."""
    from toolkit.services import openid

    settings, before, at = _settings(), visit.cookie(), visit.now()
    taken = session.pop(FLIGHT, None)
    if not isinstance(taken, list) or len(taken) != 4:
        return _refused(settings, "unknown")
    *three, target = map(str, taken)
    answer = f"{_back(settings)}?{request.query_string.decode('ascii', 'replace')}"
    try:
        who = openid.vouched(settings, _back(settings), Flight(*three), answer, at=at)
        with visit.writing() as connection:
            known = single_sign_on.known_as(connection, who)
            # The organisation may ask a second step itself; else ours follows where it is due.
            due = not settings.oidc_second_step and second_step.is_due(
                connection, known, local=settings.local, at=at
            )
            entered = let_in.after_organisation(connection, known, due=due, at=at)
    except OrganisationSilent:
        return page("organisation_refused", 503, reason="silent", name=settings.oidc_name)
    except NotVouchedFor:
        return _refused(settings, "unknown")
    except NobodyHere:
        return _refused(settings, "nobody")
    getting_in.go_on(entered, before)
    return getting_in.onwards(entered, known, own_path(target))


def _refused(settings: Settings, reason: str) -> ResponseReturnValue:
    with visit.writing() as connection:
        single_sign_on.refused(connection, at=visit.now())
    return page("organisation_refused", 403, reason=reason, name=settings.oidc_name)


def _settings() -> Settings:
    settings = parts().settings
    if not settings.single_sign_on:
        raise NotFound
    return settings


def _back(settings: Settings) -> str:
    """Return where the organisation leads back to; never taken from a request (T15)."""
    return settings.address + url_for("organisation.arrive")
