"""From documents to what everybody may read: blanks, the check before publication, the dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.documents.blank_words import HELP, LABEL
from toolkit.domain.access import NotNow
from toolkit.domain.before_publication import Finding, Why
from toolkit.domain.blanks import BLANKS, FOR_ARCHIVE, longest
from toolkit.domain.publication import Passage
from toolkit.services.check_publication import Check, NotFoundThere, check_publication
from toolkit.services.check_publication import decide as keep_decisions
from toolkit.services.fill_blanks import BlanksChanged, Filled, fill_blanks, open_blanks
from toolkit.services.order_document import QueueFull
from toolkit.services.order_dossier import NotComplete, lacking, order_dossier
from toolkit.web import visit
from toolkit.web.forms.blanks_form import BlanksForm
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around, opened
from toolkit.wording import N_, languages

GROUPS: Mapping[str, tuple[str, ...]] = {
    N_("Proposal and letter"): (
        "case_number",
        "safety_holder",
        "youth_holder",
        "decided_on",
        "sent_on",
        "budget_year",
    ),
    N_("Executive and council"): (
        "find_out_before",
        "ask_before",
        "tell_young_before",
        "council_month",
        "progress_on",
        "next_round",
    ),
    N_("Back to young people"): (
        "join_in",
        "local_help",
        "not_done",
        "tell_us",
        "disagree_with",
        "question_council",
        "write_on",
    ),
    N_("For the archive"): tuple(FOR_ARCHIVE),
}
"""Every place to fill in, in groups; the document in which most of them stand names the group."""
WHYS: Mapping[Why, str] = {
    Why.PERSON: N_("seems to name a person"),
    Why.CONTACT: N_("holds a number, address or mailbox that is not of a helpline"),
    Why.CHILD: N_("seems to tell of one child"),
    Why.FEW: N_("speaks of so few children that somebody may recognise one"),
    Why.GAP: N_("shows when or where nobody looks"),
}
CHOICES = {"out": False, "stays": True}
CHANGED = N_("A text changed in the meantime. Nothing of it was decided; look at it again below.")
NOT_COMPLETE = N_("The dossier cannot be made yet. Below stands what is still missing.")


def blanks(scan_id: str) -> ResponseReturnValue:
    """Show every place in the documents that the municipality fills in itself."""
    known = open_blanks(visit.actor(), visit.reading(), parts().shelf, scan_id)
    return _blanks_page(known, BlanksForm.of(known))


def fill(scan_id: str) -> ResponseReturnValue:
    """Keep what was filled in; stale is 409 with both texts."""
    actor, shelf = visit.actor(), parts().shelf
    known = open_blanks(actor, visit.reading(), shelf, scan_id)
    form = BlanksForm.of(known, request.form)
    if not form.accepted(visit.words(), parts().library):
        return _blanks_page(known, form, 422)
    texts, seen, at = form.read(), form.seen, visit.now()
    try:
        with visit.writing() as connection:
            fill_blanks(actor, connection, shelf, scan_id, texts, seen=seen, at=at)
    except BlanksChanged as changed:
        return _blanks_page(known, form, 409, changed.theirs)
    words = visit.words()
    say(words("Filled in, for every document. Make the documents again that you made before."))
    return redirect(url_for("documents.index", scan_id=scan_id), 303)


def check(scan_id: str) -> ResponseReturnValue:
    """Show what deserves a decision before the scan is published."""
    try:
        found = _check(scan_id)
    except NotNow:
        return redirect(url_for("documents.index", scan_id=scan_id), 303)
    return _check_page(found)


def decide(scan_id: str) -> ResponseReturnValue:
    """Keep of each passage that was chosen about whether it stays."""
    found = _check(scan_id)
    sent = {name: value for name, value in request.form.items() if name.startswith("p-")}
    known = {name_of(one.passage): one.passage for one in found.findings}
    if not CHOICES.keys() >= set(sent.values()):
        raise BadRequest
    decisions = {known[name]: CHOICES[value] for name, value in sent.items() if name in known}
    actor, shelf, library = visit.actor(), parts().shelf, parts().library
    words = visit.words()
    try:
        with visit.writing() as connection:
            after = keep_decisions(
                actor, connection, shelf, library, scan_id, decisions, at=visit.now()
            )
    except NotFoundThere:
        say(words(CHANGED), "warning")
        return redirect(url_for(".check", scan_id=scan_id), 303)
    if sent.keys() - known.keys():
        say(words(CHANGED), "warning")
    elif after.open:
        say(words("Saved. Choose of the rest too."), "info")
    else:
        say(words("Saved. Everything has been decided."))
    return redirect(url_for(".check", scan_id=scan_id), 303)


def dossier(scan_id: str) -> ResponseReturnValue:
    """Have the dossier made, when nothing stands in the way."""
    actor, shelf, library = visit.actor(), parts().shelf, parts().library
    language = request.form.get("language", "")
    if language not in languages():
        raise BadRequest
    try:
        with visit.writing() as connection:
            made = order_dossier(
                actor, connection, shelf, library, scan_id, language, at=visit.now()
            )
    except NotComplete:
        words = visit.words()
        say(words(NOT_COMPLETE), "warning")
        return redirect(url_for(".check", scan_id=scan_id), 303)
    except QueueFull:
        words = visit.words()
        say(words("Too many documents are waiting. Wait until some are ready."), "warning")
        return redirect(url_for(".check", scan_id=scan_id), 303)
    parts().wake.set()
    return redirect(url_for("documents.show", document_id=made), 303)


def name_of(passage: Passage) -> str:
    """Return the name of the field in which somebody chooses about a passage."""
    return f"p-{passage.place}-{passage.stamp[:16]}"


def _check(scan_id: str) -> Check:
    shelf, library = parts().shelf, parts().library
    return check_publication(visit.actor(), visit.reading(), shelf, library, scan_id)


def _check_page(found: Check) -> ResponseReturnValue:
    words, scan = visit.words(), found.scan
    kept = open_blanks(scan.actor, visit.reading(), parts().shelf, scan.assessment.id)
    return page(
        "publication",
        check=found,
        rows=tuple(_rows(found)),
        missing=tuple(words(LABEL[name]) for name in lacking(kept.texts)),
        languages=(visit.language(), *(one for one in languages() if one != visit.language())),
        **around(scan),
    )


def _rows(found: Check) -> Iterator[tuple[str, str, Finding, str, str]]:
    """Yield of each finding its field, where it stands, itself, why, and what was decided."""
    words = visit.words()
    for one in found.findings:
        stays = found.decided.get(one.passage)
        chosen = next((name for name, value in CHOICES.items() if value is stays), "")
        whys = words.joined(words(WHYS[why]) for why in one.whys)
        yield name_of(one.passage), _where(found, one), one, whys, chosen


def _where(found: Check, one: Finding) -> str:
    """Return what the place of a passage is called."""
    words, (kind, _, rest) = visit.words(), one.passage.place.partition(".")
    if kind == "blanks":
        return words(LABEL[rest])
    name = next((known for known in PLACES if one.passage.place.startswith(known)), "")
    theme = rest.removeprefix("themes.").partition(".")[0]
    titles = {group.id: words.text(group.title) for group in found.scan.questionnaire.all_groups()}
    return words(PLACES.get(name, ""), theme=titles.get(theme, theme))


PLACES: Mapping[str, str] = {
    "items.": N_("Answer"),
    "remarks.foreword": N_("Foreword"),
    "remarks.reply": N_("Reply of the municipal executive"),
    "remarks.themes.": N_("Remark with the theme %(theme)s"),
    "actions.": N_("Action"),
    "correction.": N_("Reason of the correction"),
    "frame.": N_("Status of the documents"),
    "views.": N_("Function in a disagreement"),
}


def _blanks_page(
    known: Filled, form: BlanksForm, status: int = 200, theirs: Filled | None = None
) -> ResponseReturnValue:
    words = visit.words()
    labels = {name: words(LABEL[name]) for name in BLANKS}
    return page(
        "blanks",
        status,
        form=form,
        groups=tuple(
            (words(title), tuple(name for name in names if name in known.asked))
            for title, names in GROUPS.items()
        ),
        kinds=BLANKS,
        labels=labels,
        helps={name: words(HELP.get(name, "")) for name in BLANKS},
        longest=longest,
        theirs=theirs and _changed(theirs, form),
        theirs_version=theirs.version if theirs else 0,
        **around(opened(known.scan.assessment.id)),
    )


def _changed(theirs: Filled, form: BlanksForm) -> Mapping[str, str]:
    """Return what a colleague filled in otherwise."""
    return {name: text if text != form.written(name) else "" for name, text in theirs.texts.items()}
