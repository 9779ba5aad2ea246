"""The link that lets somebody in, and the way out."""

from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from toolkit.services import sign_in
from toolkit.services.sign_in import LinkSpent
from toolkit.web import visit
from toolkit.web.getting_in import note_dead_link
from toolkit.web.pages import page
from toolkit.web.parts import parts


def welcome(secret: str) -> ResponseReturnValue:
    """Show who arrives where; looking does not use the link."""
    if not sign_in.link_works(visit.reading(), secret, at=visit.now()):
        return page("link_spent", 410)
    settings, words = parts().settings, visit.words()
    return page(
        "welcome",
        secret=secret,
        to=request.args.get("to", ""),
        roles=tuple((role.id, words.text(role.label)) for role in parts().library.roles),
        first=sign_in.nobody_yet(visit.reading()),
        local=settings.local,
        data=settings.data,
    )


def enter(secret: str) -> ResponseReturnValue:
    """Use the link and begin a session with a new id; the one before it ends."""
    chosen = request.form.get("function", "")
    known = chosen in parts().library.roles_by_id
    try:
        with visit.writing() as connection:
            cookie = sign_in.sign_in(
                connection,
                secret,
                at=visit.now(),
                function=chosen if known else "",
                language=visit.language(),
            )
            sign_in.sign_out(connection, str(session.get(visit.SESSION)), at=visit.now())
    except LinkSpent:
        note_dead_link()
        return page("link_spent", 410)
    _forget_all_but_the_language()
    session.permanent = True
    session[visit.SESSION] = cookie
    wants_example = request.args.get("to") == "example"
    return redirect(url_for("scan.to_example" if wants_example else "home.doors"), 303)


def stay() -> ResponseReturnValue:
    """Write down that the session is in use, for a page that asks whether somebody is still there."""
    with visit.writing() as connection:
        sign_in.still_here(connection, visit.cookie(), at=visit.now())
    return "", 204


def leave() -> ResponseReturnValue:
    """End the session; of it only the language that was chosen stays in the browser."""
    with visit.writing() as connection:
        sign_in.sign_out(connection, str(session[visit.SESSION]), at=visit.now())
    _forget_all_but_the_language()
    answer = redirect(url_for("help.signed_out"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _forget_all_but_the_language() -> None:
    language = session.get(visit.LANGUAGE)
    session.clear()
    if language:
        session[visit.LANGUAGE] = language
