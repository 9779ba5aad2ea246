"""A municipality: what it says of itself, its logo, and the colours that its pages have."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.file_types import BadFile
from toolkit.domain.look import Unfit
from toolkit.domain.problems import Refused
from toolkit.reading.design_tokens import problem_of
from toolkit.services import set_up_place, wear_look
from toolkit.services.explain import explained
from toolkit.storage.assessments import NotFound
from toolkit.web import look_sheet, visit
from toolkit.web.forms.place_form import PlaceForm
from toolkit.web.look_words import refused_logo, refused_look, taken_over
from toolkit.web.pages import page, say
from toolkit.wording import N_

KEPT = N_("Saved.")
NO_FILE = N_("Choose the file with tokens first.")
NO_HEADINGS = N_("Choose the file with headings first.")
MOST_SAID = 20
# For whoever belongs here only, and an address that changes with what it gives.
FOR_A_WEEK = "private, max-age=604800, immutable"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What was sent and cannot be kept: why, by field; ``colour`` as it was typed, ``instead`` of it."""

    logo: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    colour: str = ""
    instead: str = ""


def show(municipality_id: str) -> ResponseReturnValue:
    """Show what the municipality says of itself and how it looks."""
    return _page(municipality_id)


def describe(municipality_id: str) -> ResponseReturnValue:
    """Keep what the municipality says of itself."""
    actor, words = visit.actor(), visit.words()
    known = set_up_place.set_up(actor, visit.reading(), municipality_id)
    form = PlaceForm.of(known.about, request.form)
    if not form.sound(words):
        return _page(municipality_id, form=form, status=422)
    with visit.writing() as connection:
        set_up_place.describe(actor, connection, municipality_id, form.said(), at=visit.now())
    return _kept(municipality_id)


def add_logo(municipality_id: str) -> ResponseReturnValue:
    """Keep a logo, once it was drawn anew."""
    actor = visit.actor()
    set_up_place.set_up(actor, visit.reading(), municipality_id)
    visit.close()
    try:
        logo = set_up_place.drawn_logo(_sent("logo"))
    except BadFile as refused:
        wrong = Wrong(logo=(refused_logo(refused.reason, visit.words()),))
        return _page(municipality_id, wrong=wrong, status=422)
    with visit.writing() as connection:
        set_up_place.put_logo(actor, connection, municipality_id, logo, at=visit.now())
    return _kept(municipality_id)


def take_logo_away(municipality_id: str) -> ResponseReturnValue:
    """Take the logo away."""
    with visit.writing() as connection:
        set_up_place.put_logo(visit.actor(), connection, municipality_id, b"", at=visit.now())
    return _kept(municipality_id)


def choose_colour(municipality_id: str) -> ResponseReturnValue:
    """Keep one colour, if it can be read; it replaces what came from a file."""
    actor, words = visit.actor(), visit.words()
    set_up_place.set_up(actor, visit.reading(), municipality_id)
    typed = request.form.get("colour", "")[:20]
    try:
        values = set_up_place.from_colour(typed)
    except Unfit as unfit:
        said = tuple(refused_look((problem_of(unfit),), words))
        wrong = Wrong(colours=said, colour=typed, instead=unfit.instead)
        return _page(municipality_id, wrong=wrong, status=422)
    with visit.writing() as connection:
        set_up_place.put_values(actor, connection, municipality_id, values, at=visit.now())
    return _kept(municipality_id)


def read_tokens(municipality_id: str) -> ResponseReturnValue:
    """Keep the values in a file with design tokens; it replaces a colour that was chosen."""
    actor, words = visit.actor(), visit.words()
    set_up_place.set_up(actor, visit.reading(), municipality_id)
    content = _sent("tokens")
    if not content:
        return _page(municipality_id, wrong=Wrong(tokens=(words(NO_FILE),)), status=422)
    try:
        values = set_up_place.from_tokens(content)
    except Refused as refused:
        wrong = Wrong(tokens=tuple(refused_look(refused.problems, words)))
        return _page(municipality_id, wrong=wrong, status=422)
    with visit.writing() as connection:
        set_up_place.put_values(actor, connection, municipality_id, values, at=visit.now())
    return _kept(municipality_id)


def take_look_away(municipality_id: str) -> ResponseReturnValue:
    """Go back to our own colours."""
    with visit.writing() as connection:
        set_up_place.put_values(visit.actor(), connection, municipality_id, {}, at=visit.now())
    return _kept(municipality_id)


def headings(municipality_id: str) -> ResponseReturnValue:
    """Give the file with the headings that letters have now."""
    file = set_up_place.headings_file(visit.actor(), visit.reading(), municipality_id)
    answer = Response(file.encode(), content_type="application/yaml; charset=utf-8")
    answer.headers.set("Content-Disposition", "attachment", filename="koppen.yaml")
    return answer


def read_headings(municipality_id: str) -> ResponseReturnValue:
    """Keep a file with the headings of letters."""
    actor, words = visit.actor(), visit.words()
    set_up_place.set_up(actor, visit.reading(), municipality_id)
    content = _sent("headings")
    if not content:
        return _page(municipality_id, wrong=Wrong(headings=(words(NO_HEADINGS),)), status=422)
    try:
        file = set_up_place.sound_headings(content)
    except Refused as refused:
        wrong = Wrong(headings=tuple(explained(refused.problems, words, most=MOST_SAID)))
        return _page(municipality_id, wrong=wrong, status=422)
    with visit.writing() as connection:
        set_up_place.put_headings(actor, connection, municipality_id, file, at=visit.now())
    return _kept(municipality_id)


def take_headings_away(municipality_id: str) -> ResponseReturnValue:
    """Go back to our own headings."""
    with visit.writing() as connection:
        set_up_place.put_headings(visit.actor(), connection, municipality_id, "", at=visit.now())
    return _kept(municipality_id)


def sheet(municipality_id: str, sheet_mark: str) -> ResponseReturnValue:
    """Give the style sheet with this hash."""
    look = wear_look.look_of(visit.actor(), visit.reading(), municipality_id)
    if sheet_mark != look_sheet.sheet_mark(look):
        raise NotFound(sheet_mark)
    return _for_members(look_sheet.look_sheet(look).encode(), "text/css; charset=utf-8")


def logo(municipality_id: str, logo_mark: str) -> ResponseReturnValue:
    """Give the logo with this hash: a picture that does nothing."""
    look = wear_look.look_of(visit.actor(), visit.reading(), municipality_id)
    if not look.logo or logo_mark != look_sheet.logo_mark(look):
        raise NotFound(logo_mark)
    return _for_members(look.logo, "image/png")


def _for_members(content: bytes, media: str) -> Response:
    answer = Response(content, content_type=media)
    answer.headers["Cache-Control"] = FOR_A_WEEK
    return answer


def _sent(name: str) -> bytes:
    sent = request.files.get(name)
    return sent.read() if sent is not None else b""


def _kept(municipality_id: str) -> ResponseReturnValue:
    say(visit.words()(KEPT))
    return redirect(url_for(".show", municipality_id=municipality_id), 303)


def _page(
    municipality_id: str,
    *,
    form: PlaceForm | None = None,
    wrong: Wrong | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    known = set_up_place.set_up(visit.actor(), visit.reading(), municipality_id)
    return page(
        "place",
        status,
        place=known.place,
        form=form or PlaceForm.of(known.about),
        wrong=wrong or Wrong(),
        has_logo=bool(known.look.logo_hash),
        has_headings=bool(known.look.headings),
        values=taken_over(known.look.values, visit.words()),
        accent=known.look.accent,
        municipality=known.place.name,
        fictional=known.place.fictional,
    )
