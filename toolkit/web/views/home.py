"""The first pages: what somebody can do here."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response
from flask.typing import ResponseReturnValue

from toolkit.catalogue.opening import MAIN, SHORT
from toolkit.domain.access import Action, Actor, may, may_somewhere
from toolkit.domain.days import day_of
from toolkit.domain.fields import Text
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.visibility import Visibility
from toolkit.services.begin_from_shared import beginnings
from toolkit.services.call_again import to_call
from toolkit.services.led_place import led_places
from toolkit.services.list_own import list_own
from toolkit.services.list_scans import Listed, list_scans
from toolkit.services.tidy import announced_to
from toolkit.services.what_waits import what_waits
from toolkit.storage.assessments import Assessment
from toolkit.web import visit
from toolkit.web.pages import page
from toolkit.web.parts import parts
from toolkit.web.views import region


@dataclass(frozen=True, slots=True)
class Beginning:
    """One questionnaire, or a short round of it, with how much it asks."""

    questionnaire: str
    selection: str
    title: Text
    asked: int
    regional: int
    whole: int
    themes: int


def doors() -> ResponseReturnValue:
    """Show the three doors, and the scans that were begun."""
    actor = visit.actor()
    listed = list_scans(actor, visit.reading())
    waiting = what_waits(actor, visit.reading(), at=visit.now())
    tells = (one for one in waiting.untold if _tells(actor, one))
    return page(
        "doors",
        waiting=waiting,
        titles={one.scan.id: title_of(one.scan) for one in waiting.due},
        leads=frozenset(one.id for one in tells),
        own=list_own(actor, visit.reading(), parts().shelf),
        may_begin=may_somewhere(actor, Action.START),
        may_hold=may_somewhere(actor, Action.HOLD_WORKSHOP),
        scans=tuple((one.scan, title_of(one.scan), _about(one)) for one in listed),
        regions=region.overviews(),
        to_call=to_call(actor, visit.reading(), day_of(visit.now())),
        announced=tuple(
            (one.scan, title_of(one.scan), day_of(one.goes))
            for one in announced_to(actor, visit.reading())
        ),
        core=_offer(parts().shelf.newest(MAIN), SHORT),
        **numbers(),
    )


def more() -> ResponseReturnValue:
    """Show every other way to begin."""
    return more_page(())


def _tells(actor: Actor, scan: Assessment) -> bool:
    return may(actor, Action.TELL_BACK, scan.municipality, scan.state, scan.id)


def more_page(errors: tuple[str, ...], status: int = 200) -> Response:
    """Return the page with what is wrong with a file that was sent."""
    shelf = parts().shelf
    every = (shelf.newest(name) for name in shelf.ids())
    offers = [_offer(one, "") for one in every if one.audience == "officials"]
    actor, connection = visit.actor(), visit.reading()
    return page(
        "more",
        status,
        questionnaires=offers,
        errors=errors,
        may_begin=may_somewhere(actor, Action.START),
        places=led_places(actor, connection),
        offered=beginnings(actor, connection, shelf, at=visit.now()),
        operator=actor.operator,
    )


def numbers() -> dict[str, object]:
    """Return the two numbers that a calm bar names."""
    library = parts().library
    return {"emergency": library.contact("emergency"), "advice": library.contact("veilig_thuis")}


def title_of(scan: Assessment) -> str:
    """Return what a scan is called: its own title, or that of its questionnaire or short round."""
    questionnaire = parts().shelf.find(scan.questionnaire, scan.edition)
    selection = questionnaire.selection(scan.selection) if scan.selection else None
    return scan.title or visit.words().text(selection.title if selection else questionnaire.title)


def _about(listed: Listed) -> tuple[str, ...]:
    """Return what tells a scan from the others: of when it is, and what became of it."""
    scan, before, words = listed.scan, listed.corrects, visit.words()
    final = scan.state == "final"
    day = words.day(scan.dated if final and scan.dated else day_of(scan.begun))
    corrected = words.day(before.dated) if before and before.dated else ""
    said = (
        words("of %(day)s", day=day) if final else words("begun on %(day)s", day=day),
        words("correction of the scan of %(day)s", day=corrected) if corrected else "",
        words("new round") if scan.earlier and not scan.corrects else "",
        words("adopted by the municipal executive") if scan.adoption else "",
        words("replaced by a correction") if listed.replaced else "",
    )
    return tuple(filter(None, said))


def _offer(questionnaire: Questionnaire, selection: str) -> Beginning:
    chosen = questionnaire.selection(selection) if selection else None
    visibility = Visibility(questionnaire, {}, chosen)
    scored = [question for question in questionnaire.questions.values() if question.scored]
    asked = [question for question in scored if visibility.exists(question)]
    return Beginning(
        questionnaire=questionnaire.id,
        selection=selection,
        title=chosen.title if chosen else questionnaire.title,
        asked=len(asked),
        regional=sum(question.item.scope == "regional" for question in asked),
        whole=len(scored),
        themes=len(questionnaire.themes),
    )
