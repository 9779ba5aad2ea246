"""Everything that is named in code has a word, and no word is left over."""

from typing import get_args, get_type_hints

from toolkit.documents import words
from toolkit.domain.dated import Certainty
from toolkit.domain.items import Advice
from toolkit.domain.library import Binding
from toolkit.domain.report_facts import CHAPTERS
from toolkit.domain.scan import PlannedAction
from toolkit.domain.scoring.result import MinimumState
from toolkit.domain.scoring.trace import Why
from toolkit.paths import TEMPLATES
from toolkit.wording import wording


def test_every_chapter_has_its_title_and_its_template() -> None:
    sections = {path.stem for path in (TEMPLATES / "report" / "sections").glob("*.html")}

    assert tuple(words.CHAPTER) == CHAPTERS
    assert set(CHAPTERS) - sections == set()


def test_every_state_of_the_minimum_line_has_its_word() -> None:
    assert set(words.MINIMUM) == set(MinimumState)


def test_every_term_effort_and_status_has_its_word() -> None:
    assert set(words.TERM) == set(get_args(Advice.model_fields["term"].annotation))
    assert set(words.EFFORT) == set(get_args(Advice.model_fields["effort"].annotation))
    assert set(words.STATUS) == set(get_args(get_type_hints(PlannedAction)["status"]))


def test_every_kind_of_norm_and_certainty_has_its_word() -> None:
    assert set(words.BINDING) == set(get_args(Binding))
    assert set(get_args(Certainty)) <= set(words.CERTAINTY)


def test_every_reason_to_count_or_not_has_its_word() -> None:
    assert set(words.COUNTED) == set(get_args(Why))


def test_a_dimension_of_somebody_else_goes_by_its_name() -> None:
    assert words.dimension("policy", wording("nl")) == "op papier"
    assert words.dimension("harbour", wording("nl")) == "harbour"
