"""Makes questionnaires and answers with good defaults, so that a test names only what matters."""

from collections.abc import Mapping
from decimal import Decimal

from toolkit.domain.answers import Answer, Answers, View, answered, disputed
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.scoring.result import Result
from toolkit.domain.scoring.score import score

Raw = Mapping[str, object]
Given = int | str | tuple[str, ...] | Decimal | Answer

TEXT = {"nl": "Tekst."}
SCALE = [{"value": str(value), "label": TEXT} for value in range(5)]
BANDS = [
    {"id": "not_yet", "from": "0", "label": TEXT},
    {"id": "begin", "from": "25", "label": TEXT},
    {"id": "underway", "from": "50", "label": TEXT},
    {"id": "in_order", "from": "75", "label": TEXT},
    {"id": "example", "from": "90", "label": TEXT},
]
GATE = {"level": "minimum", "pass": "2", "in_order": "3", "cap": "underway"}


def an_item(item_id: str, **rest: object) -> Raw:
    """Return a scored item: 0 to 4 on the scale of the dimension ``policy``, weight 1."""
    return {"id": item_id, "type": "scale", "dimension": "policy", "question": TEXT, **rest}


def an_intake_item(item_id: str, *options: str, **rest: object) -> Raw:
    """Return an intake choice between these options."""
    chosen = [{"id": option, "label": TEXT} for option in options or ("yes", "no")]
    return {"id": item_id, "type": "choice", "question": TEXT, "options": chosen, **rest}


def some_options(**points: str | None) -> list[Raw]:
    """Return options by name, each with its points, or with none."""
    return [
        {"id": name, "label": TEXT, **({} if worth is None else {"points": worth})}
        for name, worth in points.items()
    ]


def an_advice(effort: str = "M") -> Raw:
    """Return an advice of this effort."""
    return {"text": TEXT, "owner": "policy", "term": "short", "effort": effort}


def a_group(group_id: str, *inside: Raw, **rest: object) -> Raw:
    """Return a group that holds these items, or these groups."""
    kind = "items" if all("question" in part for part in inside) else "groups"
    return {"id": group_id, "title": TEXT, kind: list(inside), **rest}


def a_questionnaire(*parts: Raw, scoring: Raw | None = None, **rest: object) -> Questionnaire:
    """Return a questionnaire of these themes; loose items are the theme ``theme``."""
    loose = all("question" in part for part in parts)
    return Questionnaire.model_validate(
        {
            "format": "1",
            "id": "test",
            "edition": "1",
            "languages": ["nl"],
            "title": TEXT,
            "scales": {"policy": SCALE, "practice": SCALE, "child": SCALE},
            "levels": ["minimum", "deepening"],
            "scoring": {**(scoring or {})},
            "themes": [a_group("theme", *parts)] if loose else list(parts),
            **rest,
        }
    )


def a_question(**rest: object) -> Question:
    """Return one scored question, in its place in a questionnaire."""
    return a_questionnaire(an_item("item", **rest)).questions["item"]


def given(answers: Mapping[str, Given]) -> Answers:
    """Return the answers; a bare number, word or tuple is a value."""
    return {item: _answer(value) for item, value in answers.items()}


def disagreement(first: int, second: int) -> Answer:
    """Return an answer on which two functions disagree."""
    return disputed(
        View(Decimal(first), "policy officer", "it is in the plan"),
        View(Decimal(second), "care coordinator", "I never saw it happen"),
    )


def scored(
    questionnaire: Questionnaire, selection: str | None = None, /, **answers: Given
) -> Result:
    """Return the result of these answers."""
    return score(questionnaire, given(answers), selection=selection)


def _answer(value: Given) -> Answer:
    if isinstance(value, Answer):
        return value
    return answered(Decimal(value) if isinstance(value, int) else value)
