"""Says why a change of a workshop cannot be kept: which minutes, how many too many or too few."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.domain.workshop_whole import WontFit
from toolkit.wording import N_, Wording

SENTENCES: Mapping[str, str] = {
    "twice_in_plan": N_("The same part stands here twice. Open the page again, and try once more."),
    "day_long": N_("A workshop lasts at most %(most)s minutes. Make it shorter."),
    "too_short": N_(
        "The other points need at least %(least)s minutes together, and %(given)s are left. "
        "Make what you typed shorter, or the workshop longer."
    ),
    "part_short": N_(
        "A part of the story gets %(given)s minutes and has %(least)s phases. "
        "Give it at least a minute a phase, or remove a phase first."
    ),
    "phase_long": N_(
        "This phase is too long for its part of the story: at most %(most)s minutes. "
        "Make it shorter, or that part longer in the agenda."
    ),
    "phase_alone": N_(
        "This is the only phase of its part of the story, which lasts %(wanted)s minutes. "
        "Change the minutes of that part in the agenda."
    ),
    "phases_few": N_(
        "Each part of the story needs a phase. Remove a part of the story from the agenda first."
    ),
    "phases_many": N_("A story has at most %(most)s phases. Remove one first."),
    "no_story": N_("There is no story yet. Choose one on the page of the workshop first."),
    "no_story_point": N_(
        "The story needs a place in the agenda: its first part or its last part stays."
    ),
    "story_order": N_("The story is told in order: its first part stays before its last part."),
    "last_point": N_("An agenda has at least one point."),
}
MORE_OR_LESS: Mapping[str, tuple[str, str]] = {
    "agenda_minutes": (
        N_("The points take %(given)s minutes together, the workshop %(wanted)s: %(by)s too many."),
        N_("The points take %(given)s minutes together, the workshop %(wanted)s: %(by)s too few."),
    ),
    "phase_minutes": (
        N_("The phases take %(given)s minutes together, the agenda %(wanted)s: %(by)s too many."),
        N_("The phases take %(given)s minutes together, the agenda %(wanted)s: %(by)s too few."),
    ),
}
CHANGED = N_(
    "The plan of this workshop was changed in another window. What you typed stands below and has "
    "not been saved. Look whether it still fits, then save it again."
)


def why_not(problem: WontFit, words: Wording) -> str:
    """Return why a change cannot be kept, in one sentence."""
    by = problem.given - problem.wanted
    more_or_less = MORE_OR_LESS.get(problem.code)
    said = more_or_less[by < 0] if more_or_less else SENTENCES[problem.code]
    return words(
        said,
        given=words.number(problem.given),
        wanted=words.number(problem.wanted),
        least=words.number(problem.least),
        most=words.number(problem.most),
        by=words.number(abs(by)),
    )
