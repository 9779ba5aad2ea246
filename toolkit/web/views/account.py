"""One's own account: function and language, the password, the second step, where one is signed in."""

from __future__ import annotations

from flask import Response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from toolkit.services import own_account, passwords, throttle
from toolkit.services.let_in import NotLetIn, Step
from toolkit.services.own_account import AddressTaken, Own
from toolkit.services.passwords import TooWeak
from toolkit.services.second_step import WrongCode
from toolkit.services.throttle import TooSoon
from toolkit.web import getting_in, visit
from toolkit.web.days import when
from toolkit.web.forms.sign_in_forms import (
    TAKEN,
    WRONG_CODE,
    WRONG_PASSWORD,
    CodeForm,
    NewPasswordForm,
    ProofForm,
)
from toolkit.web.getting_in import knock, note_failed, to, too_soon, wallet
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.sign_in import codes_page, set_up_page
from toolkit.wording import languages


def show() -> ResponseReturnValue:
    """Show one's own account."""
    words, own = visit.words(), _own()
    return page(
        "account",
        own=own,
        living=tuple((one, when(one.begun), when(one.last_seen)) for one in own.sessions),
        here=visit.session_here(),
        roles=tuple((role.id, words.text(role.label)) for role in parts().library.roles),
        languages=languages(),
        actor=visit.actor(),
    )


def choose() -> ResponseReturnValue:
    """Keep function and language."""
    sent, actor, words = request.form, visit.actor(), visit.words()
    function, language = sent.get("function", ""), sent.get("language", "")
    known = function if function in parts().library.roles_by_id else actor.function
    spoken = language if language in languages() else visit.language()
    with visit.writing() as connection:
        own_account.choose(actor, connection, function=known, language=spoken)
    session[visit.LANGUAGE] = spoken
    return _back(words("Saved."))


def end_others() -> ResponseReturnValue:
    """End every session but this one."""
    actor, here, words = visit.actor(), visit.session_here(), visit.words()
    with visit.writing() as connection:
        own_account.end_others(actor, connection, here, at=visit.now())
    return _back(words("You are signed out everywhere else."))


def end_one() -> ResponseReturnValue:
    """End one session, by its id; of others nothing happens."""
    actor, session_id, words = visit.actor(), request.form.get("session", ""), visit.words()
    with visit.writing() as connection:
        own_account.end_one(actor, connection, session_id, at=visit.now())
    return _back(words("You are signed out there."))


def password() -> ResponseReturnValue:
    """Ask for a new password, and for the one of now if there is one."""
    own_account.whole(visit.session_here())
    return _password_page(NewPasswordForm())


def change_password() -> ResponseReturnValue:
    """Keep a new password; every session ends, and this browser gets a new one."""
    own_account.whole(visit.session_here())
    form, own, words, at = NewPasswordForm(request.form), _own(), visit.words(), visit.now()
    named = own.known.email or form.with_address(words)
    if not (_is_current(form, own) and named and form.same(words)):
        return _password_page(form, 422)
    try:
        hashed = passwords.hash_for(visit.reading(), own.known.account, form.typed)
        actor, here = visit.actor(), visit.session_here()
        email = str(form.email.data or "")
        with visit.writing() as connection:
            cookie = own_account.change_password(actor, connection, here, hashed, email, at=at)
    except TooWeak as weak:
        form.refuse(weak, words)
        return _password_page(form, 422)
    except AddressTaken:
        form.email.errors = (words(TAKEN),)
        return _password_page(form, 422)
    visit.enter(cookie)
    return _back(words("Your password is kept. Everywhere else you are signed out."))


def before_second_step() -> ResponseReturnValue:
    """Show a secret to take into an app."""
    visit.prove()
    return set_up_page(_own().known, url_for(".set_second_step"))


def set_second_step() -> ResponseReturnValue:
    """Keep the second step over any before it, and tell the ten codes; once."""
    visit.prove()
    known, at = _own().known, visit.now()
    try:
        chosen = wallet().chosen(known, visit.cookie(), CodeForm(request.form).typed, at=at)
    except WrongCode:
        wrong = (visit.words()(WRONG_CODE),)
        return set_up_page(known, url_for(".set_second_step"), wrong, 422)
    hashed, actor = chosen.hashed(), visit.actor()
    with visit.writing() as connection:
        cookie = own_account.set_second_step(actor, connection, chosen, hashed, at=at)
    visit.enter(cookie)
    return codes_page(chosen.codes, url_for(".show"))


def take_off_second_step() -> ResponseReturnValue:
    """Take the second step off, for who may do without."""
    visit.prove()
    words, at = visit.words(), visit.now()
    if _own().must:
        say(words("Your role needs the second step. It stays on."), "info")
        return redirect(url_for(".show"), 303)
    with visit.writing() as connection:
        cookie = own_account.take_off_second_step(visit.actor(), connection, at=at)
    visit.enter(cookie)
    return _back(words("The second step is off. Everywhere else you are signed out."))


def prove() -> ResponseReturnValue:
    """Ask once more for the password, before something that matters."""
    return _prove_page()


def show_proof() -> ResponseReturnValue:
    """Write down that this is who it seems, and go on."""
    here, known, at, words = visit.session_here(), _own().known, visit.now(), visit.words()
    form, tries = ProofForm(request.form), getting_in.password_tries(_own().known.email)
    try:
        knock(tries)
        right = passwords.shown_by(visit.reading(), known.account, form.shown[1]) is not None
        step: Step | None = None
        if right and known.second_step:
            step = getting_in.step_of(known, form.typed)
        with visit.writing() as connection:
            own_account.prove(connection, here, step, right=right, at=at)
            throttle.opened(connection, tries)
    except TooSoon as problem:
        return _prove_page((("password", too_soon(problem)),), 429)
    except NotLetIn:
        note_failed(known.account)
        return _prove_page((("password", words(WRONG_PASSWORD)),), 422)
    except WrongCode:
        note_failed(known.account)
        return _prove_page((("code", words(WRONG_CODE)),), 422)
    return redirect(to(), 303)


def _own() -> Own:
    local, at = parts().settings.local, visit.now()
    return own_account.own_account(
        visit.actor(), visit.reading(), visit.limits(), local=local, at=at
    )


def _is_current(form: NewPasswordForm, own: Own) -> bool:
    """Return whether the password of now is right; who has none has to have come in lately."""
    if own.known.password is None:
        visit.prove()
        return True
    tries, words = getting_in.password_tries(own.known.email), visit.words()
    try:
        knock(tries)
        typed = str(form.current.data or "")
        if passwords.shown_by(visit.reading(), own.known.account, typed) is None:
            form.current.errors = (words(WRONG_PASSWORD),)
            note_failed(own.known.account)
            return False
    except TooSoon as problem:
        form.current.errors = (too_soon(problem),)
        return False
    with visit.writing() as connection:
        throttle.opened(connection, tries)
    return True


def _password_page(form: NewPasswordForm, status: int = 200) -> Response:
    return page("account_password", status, form=form, known=_own().known)


def _prove_page(errors: tuple[tuple[str, str], ...] = (), status: int = 200) -> Response:
    known = _own().known
    return page("prove", status, known=known, errors=errors, next=to(), here=visit.session_here())


def _back(text: str) -> ResponseReturnValue:
    say(text)
    return redirect(url_for(".show"), 303)
