"""What the pages share that let people in: the brake on guessing, the cookie, the way back."""

from __future__ import annotations

from datetime import timedelta

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from toolkit.services import let_in, second_step, sign_in, throttle
from toolkit.services.let_in import Entered, Step
from toolkit.services.second_step import Wallet, WrongCode
from toolkit.services.throttle import TooSoon, Tried
from toolkit.storage.credentials import Credentials
from toolkit.web import visit
from toolkit.web.parts import parts
from toolkit.web.security import own_path
from toolkit.wording import N_

A_YEAR = 365 * 24 * 3600
TOO_SOON = N_("Too many wrong tries. Try again in %(wait)s.")


def to() -> str:
    """Return where somebody was going; a path on this site (T14)."""
    return own_path(request.values.get("next", "/"))


def wallet() -> Wallet:
    """Return what keeps the secrets of second steps."""
    return Wallet(parts().secret)


def password_tries(email: str) -> tuple[Tried, ...]:
    """Return what counts when somebody tries a password."""
    device = request.cookies.get(_device_name(), "")
    return throttle.tries(parts().secret, email, request.remote_addr or "", device)


def code_tries(account: str) -> tuple[Tried, ...]:
    """Return what counts when somebody tries a code for the second step."""
    return (Tried.of(parts().secret, throttle.SECOND_STEP, account),)


def knock(tries: tuple[Tried, ...]) -> None:
    """Count a try; raise `TooSoon`."""
    with visit.writing() as connection:
        throttle.knock(connection, tries, at=visit.now())


def note_failed(account: str | None) -> None:
    """Write down that somebody showed what is not right; of whom is not always known."""
    with visit.writing() as connection:
        let_in.refused(connection, account, at=visit.now())


def note_dead_link() -> None:
    """Write down that somebody sent a link that opens nothing; not each time when that is often."""
    tries = (Tried.of(parts().secret, throttle.ADDRESS, f"link {request.remote_addr}"),)
    try:
        knock(tries)
    except TooSoon:
        return
    note_failed(None)


def too_soon(problem: TooSoon) -> str:
    """Return in words how long somebody has to wait."""
    words, seconds = visit.words(), problem.wait / timedelta(seconds=1)
    minutes = int(-(-seconds // 60))
    wait = words.plural("%(count)s minute", "%(count)s minutes", minutes)
    return words(TOO_SOON, wait=wait)


def step_of(known: Credentials, typed: str) -> Step:
    """Return what was typed for a second step; raise `WrongCode`."""
    if not second_step.is_recovery(typed):
        return Step(wallet().counter(known, typed, at=visit.now()))
    if not known.recovery:
        raise WrongCode
    return Step(recovery=second_step.recovery_digest(typed))


def waiting() -> Credentials:
    """Return who gave a password in this browser and has a second step to take."""
    cookie, at = visit.cookie(), visit.now()
    return let_in.waiting(visit.reading(), cookie, visit.limits(), at=at)


def go_on(entered: Entered, before: str) -> None:
    """Let this browser go on in the new session; the one before it has ended."""
    with visit.writing() as connection:
        sign_in.replaced(connection, before, at=visit.now())
    visit.enter(entered.cookie)


def onwards(entered: Entered, known: Credentials, target: str) -> Response:
    """Lead to where somebody was going, or to the step that is due first."""
    if not entered.half:
        return with_device(redirect(target, 303), known.email)
    step = ".step" if known.second_step else ".before_set_up"
    return redirect(url_for(f"sign_in{step}", next=target), 303)


def with_device(answer: Response, email: str) -> Response:
    """Let the browser remember that this account was signed in on it (T11)."""
    if email:
        answer.set_cookie(
            _device_name(),
            throttle.device_for(parts().secret, email),
            max_age=A_YEAR,
            secure=parts().settings.secure,
            httponly=True,
            samesite="Strict",
        )
    return answer


def _device_name() -> str:
    return "__Host-krs-device" if parts().settings.secure else "krs-device"
