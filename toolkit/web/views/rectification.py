"""Striking personal data: first every place where it stands, then the step itself."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.access import Action, NotNow
from toolkit.domain.days import day_of
from toolkit.services.rectify import NothingFound, Sought, TooShort, before_rectifying
from toolkit.services.rectify import rectify as strike_text
from toolkit.services.rectify import seek as seek_text
from toolkit.storage.assessments import Assessment
from toolkit.storage.striking import OF_WORKSHOPS, Occurrence
from toolkit.web import visit
from toolkit.web.forms.life_forms import RectificationForm
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.home import title_of
from toolkit.web.views.scan import around, opened
from toolkit.wording import N_

TOO_SHORT = N_("This text is so short that other words would go too. Write at least three signs.")
NOTHING_FOUND = N_(
    "This text stands nowhere in the scans of this municipality. Look at capitals and spaces; "
    "every spelling is struck by itself."
)
WORKSHOPS, REGISTER = "workshops", "register"


@dataclass(frozen=True, slots=True)
class Where:
    """The places in one scan, in workshops, or in the register, with how often each kind is there."""

    scan: Assessment | None
    name: str
    rows: tuple[tuple[str, str, str], ...]


def begin(scan_id: str) -> ResponseReturnValue:
    """Ask which text has to go."""
    try:
        before_rectifying(visit.actor(), visit.reading(), parts().shelf, scan_id)
    except NotNow:
        return redirect(url_for("life.show", scan_id=scan_id), 303)
    return _page(scan_id, RectificationForm())


def seek(scan_id: str) -> ResponseReturnValue:
    """Show every place where the text stands; nothing changes yet."""
    actor, shelf = visit.actor(), parts().shelf
    before_rectifying(actor, visit.reading(), shelf, scan_id)
    form = RectificationForm(request.form)
    if not form.sound(visit.words()):
        return _page(scan_id, form, status=422)
    try:
        found = seek_text(actor, visit.reading(), shelf, scan_id, form.written("text"))
    except (TooShort, NothingFound) as refused:
        return _refused(scan_id, form, refused)
    return _page(scan_id, form, found)


def strike(scan_id: str) -> ResponseReturnValue:
    """Strike the text, empty what lies beside the database, and have documents made anew."""
    actor, shelf, library = visit.actor(), parts().shelf, parts().library
    before_rectifying(actor, visit.reading(), shelf, scan_id)
    form = RectificationForm(request.form)
    if not form.sound(visit.words()):
        return _page(scan_id, form, status=422)
    text = form.written("text")
    try:
        with visit.writing() as connection:
            strike_text(actor, connection, shelf, library, scan_id, text, at=visit.now())
    except (TooShort, NothingFound) as refused:
        return _refused(scan_id, form, refused)
    parts().wake.set()
    _say_it(emptied=parts().database.settle())
    return redirect(url_for("life.show", scan_id=scan_id), 303)


def _say_it(*, emptied: bool) -> None:
    words = visit.words()
    say(words("The text has been struck. The documents are being made anew."))
    if not emptied:
        say(
            words(
                "Somebody was reading at that moment, so traces may lie beside the data until the "
                "program is stopped and started again. Ask whoever looks after this computer."
            ),
            "warning",
        )


def _refused(
    scan_id: str, form: RectificationForm, refused: TooShort | NothingFound
) -> ResponseReturnValue:
    sentence = TOO_SHORT if isinstance(refused, TooShort) else NOTHING_FOUND
    words = visit.words()
    form.text.errors = (words(sentence),)
    return _page(scan_id, form, status=422)


def _page(
    scan_id: str, form: RectificationForm, found: Sought | None = None, status: int = 200
) -> ResponseReturnValue:
    scan = opened(scan_id)
    scan.require(Action.RECTIFY)
    last = found.last_copy if found else None
    return page(
        "rectification",
        status,
        form=form,
        found=found,
        where=_where(found) if found else (),
        last_copy=day_of(last) if last else None,
        **around(scan),
    )


def _where(found: Sought) -> tuple[Where, ...]:
    """Return the places by scan, this one first, workshops and the register last; each once."""
    own, words = found.scan.assessment.id, visit.words()
    known = {one.id: one for one in found.scans}
    beside = {WORKSHOPS: words("Workshops"), REGISTER: words("Register of evidence")}
    parts_found = dict.fromkeys(map(_part, found.places))
    ordered = sorted(parts_found, key=lambda one: (one in beside, one != own))
    return tuple(
        Where(
            scan=known.get(one),
            name=beside.get(one) or _called(known[one]),
            rows=tuple(
                dict.fromkeys(
                    (place.kind, _named(found, place.kind, place.name), place.around)
                    for place in found.places
                    if _part(place) == one
                )
            ),
        )
        for one in ordered
    )


def _part(place: Occurrence) -> str:
    """Return the scan of a place; else whether it is of a workshop or of the register."""
    return place.assessment or (WORKSHOPS if place.kind in OF_WORKSHOPS else REGISTER)


def _called(scan: Assessment) -> str:
    """Return the title of a scan with its day; two rounds may have the same title."""
    day = visit.words().day(scan.dated or day_of(scan.begun))
    return f"{title_of(scan)} · {day}"


def _named(found: Sought, kind: str, name: str) -> str:
    """Return what a place is called: the words of its question, or of its theme."""
    words, questionnaire = visit.words(), found.scan.questionnaire
    if kind in ("answer", "history", "inquiry"):
        question = questionnaire.questions.get(name)
        return words.text(question.item.question) if question else name
    titles = {theme.id: words.text(theme.title) for theme in questionnaire.themes}
    return titles.get(name, "")
