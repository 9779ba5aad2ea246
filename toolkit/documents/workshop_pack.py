"""Names the papers of a workshop, in the order in which they are used."""

from dataclasses import dataclass
from datetime import date

from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.report_facts import Facts
from toolkit.domain.workshop_proposal import Proposal
from toolkit.wording import N_, Wording


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its template, its name, and for whom.

    A hand-out goes round only once the supporting organisation agreed, and needs a story where
    it tells one. ``word`` says that people change it, so that it is there for Word too.
    """

    name: str
    title: str
    hand_out: bool = False
    tells: bool = False
    word: bool = False
    sheet: str = "workshop"


PAPERS: tuple[Paper, ...] = (
    Paper("read_first", N_("Read this first")),
    Paper("facilitator", N_("Facilitator's booklet")),
    Paper("briefing", N_("For the supporting organisation"), tells=True, word=True),
    Paper("invitations", N_("Invitations"), tells=True, word=True),
    Paper("room", N_("Room sheet"), word=True),
    Paper("who_calls_whom", N_("Who calls whom"), word=True),
    Paper("participants", N_("Participant's booklet"), hand_out=True, tells=True),
    Paper("role_cards", N_("Role cards"), hand_out=True, tells=True, sheet="cards"),
    Paper("question_cards", N_("Question cards"), hand_out=True, sheet="cards"),
    Paper("answer_cards", N_("Answer cards"), hand_out=True, sheet="cards"),
    Paper("second_round", N_("Second round"), hand_out=True),
    Paper("sectors", N_("Sheets by partner"), hand_out=True),
    Paper("actions", N_("Action sheet"), hand_out=True, word=True, sheet="landscape"),
    Paper("feedback", N_("Feedback form"), hand_out=True, word=True),
)
SLIDES = Paper("slides", N_("Slides"), hand_out=True)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the papers of a workshop speak of; ``outcome`` is what the scan says, if there is one.

    ``day`` is that of the papers, ``held_on`` that of the workshop once it is chosen.
    """

    proposal: Proposal
    questionnaire: Questionnaire
    library: Library
    day: date
    outcome: Facts | None = None
    held_on: date | None = None

    def papers(self) -> tuple[Paper, ...]:
        """Return the papers that can be made now, without the slides."""
        return tuple(paper for paper in PAPERS if self.may_be_made(paper))

    def may_be_made(self, paper: Paper) -> bool:
        """Return whether a paper may go round, and has the story that it tells."""
        plan = self.proposal.plan
        if paper.tells and plan.story is None:
            return False
        return plan.agreed or not paper.hand_out


def file_name(paper: Paper, ending: str, words: Wording) -> str:
    """Return the name of its file: a number that keeps the order, and its title."""
    number = (*PAPERS, SLIDES).index(paper) + 1
    title = words(paper.title).lower().replace(" ", "-")
    plain = "".join(sign for sign in title if sign.isalnum() or sign == "-")
    return f"{number:02}-{plain}{ending}"
