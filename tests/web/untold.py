"""Forms that leave no line in the log, each with why it needs none."""

from __future__ import annotations

from collections.abc import Mapping

OWN_HISTORY = "every step is kept with who and when, beside the answer"
OWN_CHOICE = "it is about nobody but whoever chooses it"
WORK = "work in a draft; what it was made of stands on the page, and the scan's own steps are told"
PREPARED = "the plan of whoever holds the workshop; beginning and removing it are told"
NOTHING = "nothing changes and nothing leaves"
NEEDS_NONE: Mapping[str, str] = {
    "account.choose": OWN_CHOICE,
    "language.choose": OWN_CHOICE,
    "mine.no_reminders": OWN_CHOICE,
    "start.stay": OWN_CHOICE,
    "answering.save_item": OWN_HISTORY,
    "answering.save_meeting": OWN_HISTORY,
    "answering.save_theme": OWN_HISTORY,
    "disagreement.keep": OWN_HISTORY,
    "disagreement.settle": OWN_HISTORY,
    "mine.save_item": OWN_HISTORY,
    "region.save_item": OWN_HISTORY,
    "sheets.keep": OWN_HISTORY,
    "remarks.write": OWN_HISTORY,
    "actions.add": WORK,
    "actions.change": WORK,
    "actions.move": WORK,
    "actions.remind": WORK,
    "evidence.add": WORK,
    "evidence.change": WORK,
    "find_out.tick": WORK,
    "life.keep": WORK,
    "mine.decline": WORK,
    "mine.done": WORK,
    "outcome.choose": WORK,
    "team.hand_out": WORK,
    "team.outcome_day": WORK,
    "known_cases.keep": PREPARED,
    "known_cases.tick": PREPARED,
    "notebook.keep": PREPARED,
    "workshops.change": PREPARED,
    "workshops.coming": PREPARED,
    "workshops.consent": PREPARED,
    "arriving.again": "the coordinator sees on the page who asks; a mail is told as a link made",
    "rectification.seek": NOTHING,
    "sheets.look": NOTHING,
    **dict.fromkeys(
        (
            *("agreements.become", "agreements.keep", "later.keep", "own_cases.add"),
            *("own_cases.remove", "workshop_outcome.expert_saw", "workshop_outcome.keep"),
            *("workshop_outcome.reopen", "workshop_plan.add_phase", "workshop_plan.keep_agenda"),
            *("workshop_plan.keep_phase", "workshop_plan.keep_route", "workshop_plan.move"),
            *("workshop_plan.remove", "room.count", "room.dissent", "room.go", "room.keep_counts"),
            *("room.note", "room.park", "room.take_up"),
        ),
        PREPARED,
    ),
}
