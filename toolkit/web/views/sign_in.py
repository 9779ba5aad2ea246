"""Signing in: an address and a password, then a code where one is due."""

from __future__ import annotations

from flask import Response, make_response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from toolkit.services import let_in, passwords, throttle
from toolkit.services.let_in import NobodyWaits, NotLetIn
from toolkit.services.second_step import WrongCode
from toolkit.services.throttle import TooSoon
from toolkit.storage.credentials import Credentials
from toolkit.web import getting_in, visit
from toolkit.web.forms.sign_in_forms import NOT_LET_IN, WRONG_CODE, CodeForm, SignInForm
from toolkit.web.getting_in import knock, note_failed, to, too_soon, waiting, wallet
from toolkit.web.pages import page
from toolkit.web.parts import parts


def show() -> ResponseReturnValue:
    """Ask for an address and a password."""
    return _page(SignInForm())


def enter() -> ResponseReturnValue:
    """Begin a session; half of one when a second step is due."""
    form, before = SignInForm(request.form), visit.cookie()
    email, typed = form.shown
    tries = getting_in.password_tries(email)
    try:
        knock(tries)
        shown = passwords.shown(visit.reading(), email, typed)
        with visit.writing() as connection:
            local, at = parts().settings.local, visit.now()
            entered = let_in.after_password(connection, shown, local=local, at=at)
            throttle.opened(connection, tries)
    except TooSoon as problem:
        return _page(form, too_soon(problem), 429)
    except NotLetIn:
        return _refused(form)
    getting_in.go_on(entered, before)
    known = let_in.account(visit.reading(), entered)
    return getting_in.onwards(entered, known, to())


def step() -> ResponseReturnValue:
    """Ask for the code of the second step."""
    try:
        waiting()
    except NobodyWaits:
        return _again()
    return page("second_step", next=to(), errors=())


def take_step() -> ResponseReturnValue:
    """Begin the whole session for a right code, which counts once."""
    before = visit.cookie()
    try:
        known = waiting()
        tries = getting_in.code_tries(known.account)
        knock(tries)
        taken = getting_in.step_of(known, CodeForm(request.form).typed)
        with visit.writing() as connection:
            entered = let_in.after_step(connection, known, taken, at=visit.now())
            throttle.opened(connection, tries)
    except NobodyWaits:
        return _again()
    except TooSoon as problem:
        return page("second_step", 429, next=to(), errors=(too_soon(problem),))
    except WrongCode:
        note_failed(known.account)
        return page("second_step", 422, next=to(), errors=(visit.words()(WRONG_CODE),))
    getting_in.go_on(entered, before)
    return getting_in.onwards(entered, known, to())


def before_set_up() -> ResponseReturnValue:
    """Show the secret to take into an app, for whoever may not do without a second step."""
    try:
        return _set_up_page(_to_set_up())
    except NobodyWaits:
        return _again()


def set_up() -> ResponseReturnValue:
    """Keep the second step, begin the whole session, and tell the ten codes; once."""
    before = visit.cookie()
    try:
        known = _to_set_up()
        typed, at = CodeForm(request.form).typed, visit.now()
        chosen = wallet().chosen(known, before, typed, at=at)
        hashed = chosen.hashed()
        with visit.writing() as connection:
            entered = let_in.after_set_up(connection, chosen, hashed, at=at)
    except NobodyWaits:
        return _again()
    except WrongCode:
        return _set_up_page(known, (visit.words()(WRONG_CODE),), 422)
    getting_in.go_on(entered, before)
    return getting_in.with_device(make_response(codes_page(chosen.codes, to())), known.email)


def codes_page(codes: tuple[str, ...], target: str) -> Response:
    """Return the page with the ten codes, in two halves each."""
    halves = tuple(f"{code[:5]}-{code[5:]}" for code in codes)
    return page("recovery_codes", codes=halves, next=target)


def set_up_page(
    known: Credentials, action: str, errors: tuple[str, ...] = (), status: int = 200
) -> Response:
    """Return the page with the secret, to type over and as a picture."""
    from segno import make_qr

    proposed = wallet().proposed(known, visit.cookie())
    picture = make_qr(proposed.address).svg_data_uri(scale=5, light="#fff", dark="#000")
    return page(
        "second_step_set_up",
        status,
        key=proposed.key,
        picture=picture,
        action=action,
        next=to(),
        errors=errors,
        replaces=known.second_step,
    )


def _to_set_up() -> Credentials:
    known = waiting()
    if known.second_step:
        raise NobodyWaits
    return known


def _set_up_page(known: Credentials, errors: tuple[str, ...] = (), status: int = 200) -> Response:
    return set_up_page(known, url_for(".set_up"), errors, status)


def _page(form: SignInForm, error: str = "", status: int = 200) -> Response:
    settings = parts().settings
    organisation = settings.oidc_name if settings.single_sign_on else ""
    return page(
        "sign_in",
        status,
        email=form.shown[0],
        error=error,
        next=to(),
        local=settings.local,
        organisation=organisation,
    )


def _refused(form: SignInForm) -> Response:
    note_failed(None)
    return _page(form, visit.words()(NOT_LET_IN), 422)


def _again() -> Response:
    """Lead back to where a password is asked; it was too long ago, or never given."""
    return make_response(redirect(url_for(".show", next=to()), 303))
