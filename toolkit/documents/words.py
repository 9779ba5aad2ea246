"""The fixed words for what is named in code: states, dimensions, terms, chapters."""

from collections.abc import Callable, Mapping

from toolkit.wording import N_, Wording

# The five words in the order in which they are always counted.
MINIMUM: Mapping[str, str] = {
    "in_order": N_("in order"),
    "begun": N_("begun"),
    "missing": N_("missing"),
    "unknown": N_("nobody knows"),
    "open": N_("still open"),
}
DIMENSION: Mapping[str, str] = {
    "policy": N_("on paper"),
    "practice": N_("in practice"),
    "child": N_("from the child's view"),
}
TERM: Mapping[str, str] = {
    "short": N_("within 3 months"),
    "medium": N_("within 12 months"),
    "long": N_("1 to 3 years"),
}
EFFORT: Mapping[str, str] = {
    "S": N_("hours to days"),
    "M": N_("weeks"),
    "L": N_("months, or structural money"),
}
STATUS: Mapping[str, str] = {
    "proposed": N_("proposed"),
    "decided": N_("decided"),
    "busy": N_("busy"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}
EVIDENCE_KIND: Mapping[str, str] = {
    "policy": N_("policy"),
    "plan": N_("plan"),
    "agreement": N_("agreement or contract"),
    "decision": N_("decision"),
    "figures": N_("figures"),
    "other": N_("another kind"),
}
BINDING: Mapping[str, str] = {
    "yes": N_("binding"),
    "via_law": N_("binding through Dutch law"),
    "guidance": N_("guidance"),
    "not_yet": N_("bill, check whether it is in force"),
    "partly": N_("partly binding"),
    "agreement": N_("agreement between governments"),
    "state_policy": N_("policy of the State"),
    "advice": N_("advice"),
    "facts": N_("facts and figures"),
    "not_applicable": N_("does not apply"),
}
CERTAINTY: Mapping[str, str] = {
    "V": N_("read"),
    "M": N_("not yet read again"),
    "V/M": N_("partly read"),
    "derived": N_("own arithmetic"),
    "choice": N_("our own choice"),
}
MOVE: Mapping[str, str] = {
    "up": N_("moved up"),
    "known": N_("nobody knew, known now"),
    "same": N_("the same"),
    "down": N_("moved down"),
    "new": N_("not asked then"),
    "gone": N_("not asked now"),
}
COUNTED: Mapping[str, str] = {
    "answered": N_("answered"),
    "unknown": N_("nobody knows, counts as zero"),
    "not_applicable": N_("does not apply"),
    "open": N_("still open"),
    "implied": N_("not asked, counts as zero"),
    "group": N_("theme"),
    "too_little": N_("too few answers"),
    "nothing": N_("nothing that counts"),
}
SCAN_STATE: Mapping[str, str] = {
    "draft": N_("being filled in"),
    "in_review": N_("being looked over"),
    "final": N_("final"),
}
CHAPTER: Mapping[str, str] = {
    "reading": N_("How to read this report"),
    "summary": N_("Summary on one page"),
    "minimum": N_("The minimum line"),
    "comparison": N_("What changed since the last round"),
    "unknown": N_("What nobody knows, and whom to ask"),
    "contradictions": N_("Answers that do not fit together"),
    "themes": N_("Theme by theme"),
    "plan": N_("Action plan"),
    "not_applicable": N_("What does not apply here"),
    "disputed": N_("Where we see it differently"),
    "evidence": N_("Evidence"),
    "method": N_("How the figures are made"),
    "articles": N_("The children's rights behind the questions"),
    "sources": N_("Sources, and how certain they are"),
    "closing": N_("To close"),
    "annex": N_("Annex: all other advice"),
}
# The places that a municipality fills in itself.
BLANK: Mapping[str, str] = {
    "ask_before": N_("date"),
    "budget_year": N_("budget of which year"),
    "case_number": N_("case number"),
    "council_month": N_("20 November"),
    "decided_on": N_("date on which the executive decides"),
    "disagree_with": N_("name of the youth worker or youth council"),
    "find_out_before": N_("date"),
    "join_in": N_("how young people can join in"),
    "local_help": N_("name or place"),
    "next_round": N_("month and year"),
    "not_done": N_("what young people asked for, and why it is not done now"),
    "progress_on": N_("date"),
    "question_council": N_("how to put a question to the council"),
    "safety_holder": N_("portfolio holder for safety"),
    "sent_on": N_("date"),
    "tell_us": N_("how to tell us"),
    "tell_young_before": N_("date"),
    "write_on": N_("date"),
    "youth_holder": N_("portfolio holder for youth"),
}
# A dimension that a questionnaire made up itself has no word of ours.
WORDS: Mapping[str, Mapping[str, str]] = {
    "minimum_word": MINIMUM,
    "term_word": TERM,
    "effort_word": EFFORT,
    "status_word": STATUS,
    "binding_word": BINDING,
    "certainty_word": CERTAINTY,
    "counted_word": COUNTED,
    "move_word": MOVE,
    "chapter_title": CHAPTER,
    "blank_word": BLANK,
    "scan_state_word": SCAN_STATE,
}


def filters(words: Wording) -> Mapping[str, Callable[[str], str]]:
    """Return a template filter for each kind of word, in one language."""

    def filter_of(table: Mapping[str, str]) -> Callable[[str], str]:
        return lambda name: words(table[name])

    named = {name: filter_of(table) for name, table in WORDS.items()}
    return {
        **named,
        "dimension_word": lambda name: dimension(name, words),
        "evidence_kind_word": lambda name: evidence_kind(name, words),
    }


def dimension(name: str, words: Wording) -> str:
    """Return what a dimension is called; one we have no word for goes by its name."""
    return words(DIMENSION[name]) if name in DIMENSION else name


def evidence_kind(name: str, words: Wording) -> str:
    """Return what a kind of evidence is called; one in somebody's own words stays as it is."""
    return words(EVIDENCE_KIND[name]) if name in EVIDENCE_KIND else name
