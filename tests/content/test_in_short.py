"""Every agreement of the minimum line can be said in few words, in each language."""

import re

import pytest

from toolkit.catalogue.shipped import shipped
from toolkit.domain.fields import Text
from toolkit.domain.questionnaire import Questionnaire

FEW = 18
# Who cannot be reached when, told to the wrong reader, helps to exploit a child.
HOURS = re.compile(
    r"avond|nacht|weekend|vrijdag|kantoor|evening|night|friday|office hours", re.IGNORECASE
)


def instrument() -> Questionnaire:
    return shipped().find("kinderrechten-mensenhandel", "2026.1")


def texts() -> list[Text]:
    short = [question.item.in_short for question in instrument().questions.values()]
    return [text for one in short if one for text in (one.agreement, one.child, one.step)]


def test_every_agreement_of_the_minimum_line_is_said_in_short() -> None:
    questions = [one for one in instrument().questions.values() if instrument().on_the_line(one)]

    silent = [question.id for question in questions if question.item.in_short is None]

    assert len(questions) == 45
    assert silent == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_in_short_has_at_most_eighteen_words(language: str) -> None:
    said = [text.within(language) for text in texts()]

    long = [words for words in said if len(words.split()) > FEW]

    assert len(said) == 135
    assert long == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_in_short_does_not_tell_who_is_away_when(language: str) -> None:
    said = [text.within(language) for text in texts()]

    telling = [words for words in said if HOURS.search(words)]

    assert telling == []
