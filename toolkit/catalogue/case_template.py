"""Makes the file with which somebody begins a workshop case: an example, and what goes where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.paths import TEMPLATES
from toolkit.wording import N_, Wording

EXAMPLE = TEMPLATES / "workshop" / "own_case.yaml"
HEAD = (
    N_("A workshop case of your own. Save this file, change the texts, and hand it in."),
    N_("Everybody in it is invented. Write nothing by which a real child could be recognised."),
    N_("Lines that begin with # are explanation; you may leave them in."),
    N_("Each text stands by language: nl for Dutch, en for English. One of the two is enough."),
)
EXPLAINED: Mapping[str, str] = {
    "id": N_("The name of the case: small letters, digits and dashes, and not one of ours."),
    "title": N_("What the case is called."),
    "form": N_("Which form of exploitation it is about."),
    "age": N_("How old the child is, between quotes."),
    "minutes": N_("How many minutes the six phases take together."),
    "crc": N_("Which articles of the Convention on the Rights of the Child are at stake."),
    "items": N_("Which questions of the scan the case tests, by their ids."),
    "roles": N_("Who is needed at the table, one function a line."),
    "summary": N_("The case in one sentence, for the invitation."),
    "phases": N_("The six phases, always these and in this order; only their texts are yours."),
    "good_response": N_("What helps a child; only the facilitator sees this."),
    "pitfalls": N_("What often goes wrong; only the facilitator sees this."),
    "phases.id": N_("The name of the phase; leave it as it is."),
    "phases.title": N_("What the phase is called."),
    "phases.story": N_("What happens in this phase, in a few sentences."),
    "phases.discuss": N_("Questions to talk about: at least one, at most twelve."),
}


def case_template(words: Wording) -> str:
    """Return the file, with its explanation in one language."""
    head = ("# " + words(line) for line in HEAD)
    return "\n".join((*head, "", *_explained(words), ""))


def _explained(words: Wording) -> Iterator[str]:
    """Yield the lines of the example; above each key that is new stands what it is for."""
    around, waiting = "", dict(EXPLAINED)
    for line in EXAMPLE.read_text("utf-8").splitlines():
        key, depth = line.lstrip(" -").partition(":")[0], len(line) - len(line.lstrip(" -"))
        around = key if not depth else around
        name = key if not depth else f"{around}.{key}"
        said = waiting.pop(name, "")
        if said:
            yield " " * (len(line) - len(line.lstrip(" "))) + "# " + words(said)
        yield line
