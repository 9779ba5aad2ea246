"""Choosing a password with a link, and asking for that link."""

from __future__ import annotations

from threading import Thread

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit import post
from toolkit.post import Mail, NotSent
from toolkit.services import own_account, passwords, throttle, welcome
from toolkit.services.passwords import TooWeak
from toolkit.services.throttle import TooSoon, Tried
from toolkit.services.welcome import LinkUsed
from toolkit.settings import Settings
from toolkit.web import visit
from toolkit.web.forms.sign_in_forms import NewPasswordForm, SignInForm
from toolkit.web.getting_in import knock, note_dead_link, too_soon
from toolkit.web.pages import page, say
from toolkit.web.parts import parts


def forgotten() -> ResponseReturnValue:
    """Ask for an address to mail a link to; without mail, say whom to ask."""
    return _asking()


def ask() -> ResponseReturnValue:
    """Mail a link to who has an account; the answer is the same for who has none (T19)."""
    settings = parts().settings
    if not settings.mails:
        return _asking()
    email = SignInForm(request.form).shown[0]
    address = Tried.of(parts().secret, throttle.ADDRESS, f"mail {request.remote_addr}")
    try:
        knock((address, Tried.of(parts().secret, throttle.ACCOUNT, f"mail {email}")))
    except TooSoon as problem:
        return _asking(too_soon(problem), 429)
    with visit.writing() as connection:
        secret = welcome.make_reset(connection, email, at=visit.now())
    if secret is not None:
        # Beside this request: how long the mail takes would tell whether there is an account.
        Thread(target=_send, args=(settings, _mail(settings, email, secret))).start()
    return page("password_forgotten", asked=True)


def show(secret: str) -> ResponseReturnValue:
    """Ask for a new password; looking does not use the link."""
    return _choosing(secret, NewPasswordForm())


def choose(secret: str) -> ResponseReturnValue:
    """Use the link and keep the password; signing in with it comes next (R23)."""
    form, words, at = NewPasswordForm(request.form), visit.words(), visit.now()
    try:
        account = welcome.account_of(visit.reading(), secret, at=at)
        if not form.same(words):
            return _choosing(secret, form, 422)
        hashed = passwords.hash_for(visit.reading(), account, form.typed)
        with visit.writing() as connection:
            welcome.choose(connection, secret, hashed, at=at)
    except TooWeak as weak:
        form.refuse(weak, words)
        return _choosing(secret, form, 422)
    except LinkUsed:
        note_dead_link()
        return page("password_link_used", 410)
    visit.forget()
    say(words("Your password is kept. Sign in with it."))
    return redirect(url_for("sign_in.show"), 303)


def _asking(error: str = "", status: int = 200) -> ResponseReturnValue:
    settings = parts().settings
    return page(
        "password_forgotten",
        status,
        asked=False,
        mails=settings.mails,
        local=settings.local,
        error=error,
    )


def _choosing(secret: str, form: NewPasswordForm, status: int = 200) -> ResponseReturnValue:
    try:
        account = welcome.account_of(visit.reading(), secret, at=visit.now())
    except LinkUsed:
        return page("password_link_used", 410)
    email = own_account.email_of(visit.reading(), account)
    return page("password_new", status, secret=secret, form=form, email=email)


def _mail(settings: Settings, email: str, secret: str) -> Mail:
    """Return the mail with the link; its address comes from the settings (T15)."""
    words = visit.words()
    link = settings.address + url_for("password.show", secret=secret)
    lines = (
        words("Somebody, you we think, forgot the password for the Child Rights Scan."),
        words("With this link you choose a new one. It works once, for half an hour:"),
        link,
        words("Was it not you? Then you need not do anything. Your password stays as it is."),
    )
    return Mail(email, words("Choose a new password"), "\n\n".join(lines) + "\n")


def _send(settings: Settings, mail: Mail) -> None:
    try:
        post.send(settings, mail)
    except NotSent:
        return  # the log says so; the page must not tell whether anything was sent
