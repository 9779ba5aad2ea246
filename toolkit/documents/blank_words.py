"""What is asked at each place that a municipality fills in, and how its answer is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from re import ASCII, fullmatch

from toolkit.documents.report_html import report_html
from toolkit.domain.blanks import BLANKS, IN_DOCUMENTS, BlankKind
from toolkit.domain.fields import DAY
from toolkit.domain.library import Library
from toolkit.domain.report import Facts
from toolkit.domain.report_facts import Blanks
from toolkit.wording import N_, Wording

LEFT_OUT = N_("[left out before publication]")
LABEL: Mapping[str, str] = {
    "case_number": N_("Case number"),
    "safety_holder": N_("Portfolio holder for safety"),
    "youth_holder": N_("Portfolio holder for youth"),
    "decided_on": N_("On which day does the executive deal with it?"),
    "sent_on": N_("Date of the letter to the council"),
    "budget_year": N_("With which budget comes the proposal for what takes months or money?"),
    "find_out_before": N_("Before which day is found out what nobody knows?"),
    "ask_before": N_("Before which day are partners and young people asked?"),
    "tell_young_before": N_("Before which day do young people hear what was decided?"),
    "council_month": N_("Around which day of the year does the council speak of this?"),
    "progress_on": N_("On which day does the council hear of progress?"),
    "next_round": N_("When is the next round?"),
    "join_in": N_("How can young people join in?"),
    "local_help": N_("Where can young people go for help in your municipality?"),
    "not_done": N_("What did young people ask for that is not done now, and why not?"),
    "tell_us": N_("How can young people tell you what they think of that?"),
    "disagree_with": N_("With whom do young people talk when they disagree?"),
    "question_council": N_("How do young people put a question to the council?"),
    "write_on": N_("On which day do you write to young people again?"),
    "appraisal": N_("For how long is it kept?"),
    "retention_category": N_("Category of the selection list"),
    "retention_years": N_("After how many years may it be destroyed?"),
    "selection_list": N_("Name of the selection list"),
}
HELP: Mapping[str, str] = {
    "case_number": N_("As your case system gives it."),
    "safety_holder": N_("The function, such as: the mayor. No name."),
    "youth_holder": N_("The function, such as: the alderman for youth. No name."),
    "budget_year": N_("For instance: budget for 2028."),
    "council_month": N_("For instance: 20 November, the day of the rights of the child."),
    "next_round": N_("For instance: autumn of 2027."),
    "local_help": N_("A place or service that everybody may know, with its opening hours."),
    "not_done": N_("One wish and the reason, in plain words."),
    "disagree_with": N_("For instance: the youth worker in the library."),
    "appraisal": N_("As your archivist or the selection list says."),
    "retention_category": N_("The number in the selection list of your municipality, such as 1.1."),
    "retention_years": N_("Only when it is kept for a term."),
    "selection_list": N_("Empty: the selection list for municipalities of 2020."),
}


def spoken_blanks(blanks: Blanks, words: Wording) -> Blanks:
    """Return what was filled in as a document says it: a day in full."""
    return {
        name: words.day(date.fromisoformat(text)) if _is_day(name, text) else text
        for name, text in blanks.items()
    }


def blanks_in(facts: Facts, library: Library, language: str) -> tuple[str, ...]:
    """Return the places that a document of these facts has, in the order in which they are asked."""
    asked = _Asked()
    report_html(facts.filled(asked), library, language)
    return tuple(name for name in IN_DOCUMENTS if name in asked.names)


class _Asked(Mapping[str, str]):
    """Nothing is filled in; it remembers which places a template looks at."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _is_day(name: str, text: str) -> bool:
    """Return whether a day stands there; one that was struck is text."""
    return BLANKS.get(name) is BlankKind.DAY and bool(fullmatch(DAY, text, ASCII))
