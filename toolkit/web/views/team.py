"""Who fills in: asking people, how far they are, reminding them, handing out questions."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.access import Action
from toolkit.services import invite as inviting
from toolkit.services.invite import AlreadyInvited, NoReminder, WayIn
from toolkit.services.let_person_in import NumberNeeded
from toolkit.services.list_team import Asked, Team, list_team, one_asked, own_name
from toolkit.services.open_scan import Opened
from toolkit.web import visit
from toolkit.web.calendars import as_calendar, scan_days
from toolkit.web.forms.invitation_form import InvitationForm, OutcomeDayForm
from toolkit.web.inviting import Written, letter_for, mailed, mailto
from toolkit.web.letters import asking, reminding, together
from toolkit.web.listing import called
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around, opened


def index(scan_id: str) -> ResponseReturnValue:
    """Show by function who was asked and how far that is; names only to whom may see them."""
    team = list_team(visit.actor(), visit.reading(), parts().shelf, scan_id, at=visit.now())
    return _index(team, OutcomeDayForm(day=_iso(team)))


def outcome_day(scan_id: str) -> ResponseReturnValue:
    """Keep the day on which everybody hears the outcome."""
    scan = opened(scan_id)
    scan.require(Action.INVITE)
    form = OutcomeDayForm(request.form)
    if not form.sound(visit.words()):
        team = list_team(scan.actor, visit.reading(), parts().shelf, scan_id, at=visit.now())
        return _index(team, form, 422)
    with visit.writing() as connection:
        inviting.tell_outcome_day(scan.actor, connection, parts().shelf, scan_id, form.read())
    words = visit.words()
    say(words("Saved."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def before(scan_id: str) -> ResponseReturnValue:
    """Show the form to ask somebody."""
    scan = opened(scan_id)
    scan.require(Action.INVITE)
    return _invite_page(scan, InvitationForm(function=request.args.get("function", "")))


def invite(scan_id: str) -> ResponseReturnValue:
    """Ask somebody, and show the text with the way in; it is told once."""
    scan = opened(scan_id)
    scan.require(Action.INVITE)
    form, words = InvitationForm(request.form), visit.words()
    known = {one.number for one in inviting.not_asked_yet(visit.reading(), scan)}
    if not form.sound(parts().library.roles_by_id, known, words):
        return _invite_page(scan, form, 422)
    actor, shelf, at = scan.actor, parts().shelf, visit.now()
    try:
        with visit.writing() as connection:
            made = inviting.invite(actor, connection, shelf, scan_id, form.read(), at=at)
            way = inviting.new_way_in(actor, connection, shelf, scan_id, made, at=at)
    except NumberNeeded:
        form.ask_number(words)
        return _invite_page(scan, form, 422)
    except AlreadyInvited as before:
        say(words("This person was asked before. Make a new link here if it is needed."), "info")
        return redirect(url_for(".asked", scan_id=scan_id, invitation=before.invitation), 303)
    return _handed_over(scan_id, made, way, asking)


def asked(scan_id: str, invitation: str) -> ResponseReturnValue:
    """Show one person: how far, which questions, a new link, a reminder."""
    team, one = _one(scan_id, invitation)
    groups = tuple(
        (theme, tuple(q for q in team.scan.asked_in(theme.id) if q.scored))
        for theme in team.scan.themes
    )
    return page(
        "asked",
        one=one,
        groups=groups,
        opened={theme.id: any(q.id in one.handed for q in asks) for theme, asks in groups},
        theirs={q.id for q in one.own.questions} - one.handed,
        may_mail=_may_mail(one),
        **around(team.scan),
    )


def link(scan_id: str, invitation: str) -> ResponseReturnValue:
    """Make a new link and end the one of before."""
    with visit.writing() as connection:
        way = inviting.new_way_in(
            visit.actor(), connection, parts().shelf, scan_id, invitation, at=visit.now()
        )
    return _handed_over(scan_id, invitation, way, asking)


def remind(scan_id: str, invitation: str) -> ResponseReturnValue:
    """Count a reminder, and show or mail its text."""
    words = visit.words()
    try:
        with visit.writing() as connection:
            way = inviting.remind(
                visit.actor(), connection, parts().shelf, scan_id, invitation, at=visit.now()
            )
    except NoReminder:
        say(
            words("No reminder now: it is too soon, it was done twice, or it is not wanted."),
            "info",
        )
        return redirect(url_for(".asked", scan_id=scan_id, invitation=invitation), 303)
    return _handed_over(scan_id, invitation, way, reminding)


def hand_out(scan_id: str, invitation: str) -> ResponseReturnValue:
    """Keep which questions somebody was given by hand."""
    handed = (invitation, tuple(request.form.getlist("item")))
    with visit.writing() as connection:
        inviting.hand_out(visit.actor(), connection, parts().shelf, scan_id, handed, at=visit.now())
    words = visit.words()
    say(words("Saved."))
    return redirect(url_for(".asked", scan_id=scan_id, invitation=invitation), 303)


def withdraw(scan_id: str, invitation: str) -> ResponseReturnValue:
    """End an invitation; what was answered stays."""
    with visit.writing() as connection:
        inviting.withdraw(
            visit.actor(), connection, parts().shelf, scan_id, invitation, at=visit.now()
        )
    words = visit.words()
    say(words("The invitation has ended. What was answered stays."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def dates(scan_id: str) -> ResponseReturnValue:
    """Give the days of the scan as a calendar: numbers and days, no names, no themes."""
    team = list_team(visit.actor(), visit.reading(), parts().shelf, scan_id, at=visit.now())
    team.scan.require(Action.SEE_NAMES)
    people = tuple(one for row in team.functions for one in row.people)
    return as_calendar(scan_days(team.scan, people, visit.words()), at=visit.now())


def _invite_page(scan: Opened, form: InvitationForm, status: int = 200) -> ResponseReturnValue:
    known = inviting.not_asked_yet(visit.reading(), scan)
    people = tuple((str(one.number), called(one)) for one in known)
    return page(
        "invite",
        status,
        form=form,
        wrong=form.wrong,
        people=people,
        nameless=not own_name(visit.reading(), scan),
        **around(scan),
    )


def _index(team: Team, form: OutcomeDayForm, status: int = 200) -> ResponseReturnValue:
    scan, words = team.scan, visit.words()
    return page(
        "team",
        status,
        team=team,
        form=form,
        letters={row.function: together(row.questions, words) for row in team.functions},
        local=parts().settings.local,
        **around(scan),
    )


def _one(scan_id: str, invitation: str) -> tuple[Team, Asked]:
    actor, shelf = visit.actor(), parts().shelf
    return one_asked(actor, visit.reading(), shelf, scan_id, invitation, at=visit.now())


def _handed_over(
    scan_id: str, invitation: str, way: WayIn, written: Written
) -> ResponseReturnValue:
    """Mail the text when that was asked for; otherwise, or when it fails, show it to copy."""
    team, one = _one(scan_id, invitation)
    letter = letter_for(one, way, own_name(visit.reading(), team.scan), written)
    wants_mail, words = request.form.get("by") == "mail", visit.words()
    visit.close()
    if wants_mail and mailed(one, letter):
        say(words("Mailed to %(address)s.", address=one.email))
        return redirect(url_for(".asked", scan_id=scan_id, invitation=invitation), 303)
    return page(
        "handover",
        one=one,
        letter=letter,
        mailto=mailto(one, letter),
        not_mailed=wants_mail,
        may_mail=_may_mail(one) and not wants_mail,
        **around(team.scan),
    )


def _may_mail(one: Asked) -> bool:
    return parts().settings.mails and bool(one.email)


def _iso(team: Team) -> str:
    day = team.scan.assessment.outcome_on
    return day.isoformat() if day else ""
