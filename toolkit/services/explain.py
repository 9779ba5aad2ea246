"""Says what is wrong with something that somebody wrote: one line a problem."""

from collections.abc import Iterable, Mapping

from toolkit.catalogue import messages, own_case
from toolkit.documents import scanfile_messages
from toolkit.domain.problems import Problem
from toolkit.reading import messages as reading_messages
from toolkit.reading.messages import sentence
from toolkit.wording import Wording

MOST_LINES = 200
MESSAGES: Mapping[str, str] = {
    **reading_messages.MESSAGES,
    **messages.MESSAGES,
    **own_case.MESSAGES,
    **scanfile_messages.MESSAGES,
}


def explained(problems: Iterable[Problem], words: Wording, most: int = MOST_LINES) -> Iterable[str]:
    """Yield a line for each problem: file, line, key, sentence; at most so many."""
    every = tuple(problems)
    for problem in every[:most]:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        parts = (where, problem.key, sentence(problem, MESSAGES, words))
        yield ": ".join(part for part in parts if part)
    if len(every) > most:
        yield words("And %(count)s more.", count=words.number(len(every) - most))
