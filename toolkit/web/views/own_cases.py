"""Workshop cases of one's own: a list, a file to begin with, handing one in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.catalogue.case_template import case_template
from toolkit.catalogue.own_case import BadCase
from toolkit.domain.problems import Problem
from toolkit.reading.messages import sentence
from toolkit.services import own_cases
from toolkit.services.explain import MESSAGES
from toolkit.web import visit
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.wording import N_

NO_FILE = N_("Choose the file with your case first.")
TOO_MANY = N_("You keep twenty cases already. Remove one first.")
MOST_SAID = 20


def index() -> ResponseReturnValue:
    """Show the cases of who is asking."""
    return _page()


def template() -> ResponseReturnValue:
    """Give the file to begin with."""
    words = visit.words()
    answer = Response(case_template(words).encode(), content_type="application/yaml; charset=utf-8")
    name = words("workshop-case.yaml")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def add() -> ResponseReturnValue:
    """Keep the case in a file, or say everything that is wrong with it."""
    actor, known, words = visit.actor(), parts(), visit.words()
    sent = request.files.get("case")
    content = sent.read() if sent is not None else b""
    if not content:
        return _page((words(NO_FILE),))
    try:
        with visit.writing() as connection:
            case = own_cases.add_case(
                actor, connection, known.shelf, known.library, content, at=visit.now()
            )
    except BadCase as bad:
        return _page(tuple(_said(bad.problems)))
    except own_cases.TooManyCases:
        return _page((words(TOO_MANY),))
    say(
        words(
            "Kept: “%(title)s”. You can choose it in every workshop.", title=words.text(case.title)
        )
    )
    return redirect(url_for(".index"), 303)


def remove(own_case: str) -> ResponseReturnValue:
    """Take a case away."""
    with visit.writing() as connection:
        own_cases.remove_case(visit.actor(), connection, own_case)
    words = visit.words()
    say(words("The case is removed. Workshops in which it is told keep it."))
    return redirect(url_for(".index"), 303)


def _page(wrong: tuple[str, ...] = ()) -> ResponseReturnValue:
    """Return the list; ``wrong`` is what was refused, one sentence a problem."""
    known = parts()
    listed = own_cases.list_cases(visit.actor(), visit.reading(), known.shelf, known.library)
    rows = tuple((one, tuple(_said(one.problems))) for one in listed)
    return page("own_cases", 422 if wrong else 200, rows=rows, wrong=wrong, most=own_cases.MOST)


def _said(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a sentence for each problem, with the line it is on; the rest is counted."""
    words, every = visit.words(), tuple(problems)
    for problem in every[:MOST_SAID]:
        said = sentence(problem, MESSAGES, words)
        yield (
            words("Line %(line)s: %(said)s", line=problem.line, said=said) if problem.line else said
        )
    if len(every) > MOST_SAID:
        yield words("And %(count)s more.", count=words.number(len(every) - MOST_SAID))
