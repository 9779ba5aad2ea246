"""A small questionnaire for scan files, on a shelf of its own."""

from dataclasses import dataclass

import pytest

from toolkit.documents import scanfile
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scan import Scan
from toolkit.reading.messages import sentence
from toolkit.services.explain import MESSAGES
from toolkit.wording import wording

DUTCH = wording("nl")
TEXT = {"nl": "Tekst.", "en": "Text."}
LEVELS = [{"value": value, "label": TEXT} for value in ("0", "2", "4")]
CHOICES = [{"id": name, "label": TEXT} for name in ("school", "wijk")]


def _item(name: str, kind: str, **rest: object) -> dict[str, object]:
    return {"id": name, "type": kind, "question": TEXT, **rest}


SMALL = Questionnaire.model_validate(
    {
        "format": "1",
        "id": "klein",
        "edition": "1",
        "languages": ["nl", "en"],
        "title": TEXT,
        "scales": {"policy": LEVELS},
        "selections": [{"id": "core", "title": TEXT, "weight": "2"}],
        "intake": [
            _item("context.opvang", "choice", options=[*CHOICES]),
            _item("context.inwoners", "number", minimum="1", maximum="1000"),
            _item("context.dag", "date"),
        ],
        "themes": [
            {
                "id": "beleid",
                "title": TEXT,
                "items": [
                    _item("beleid.plan", "scale", dimension="policy", weight="2"),
                    _item(
                        "beleid.geld",
                        "scale",
                        dimension="policy",
                        not_applicable=TEXT,
                        renamed_from=["beleid.budget"],
                    ),
                    _item(
                        "beleid.wie",
                        "multi_choice",
                        options=[*CHOICES, {"id": "niemand", "label": TEXT, "exclusive": "true"}],
                    ),
                    _item(
                        "beleid.opvang",
                        "yes_partly_no",
                        dimension="policy",
                        show_if={"item": "context.opvang", "equals": "school"},
                    ),
                    _item("beleid.verhaal", "text"),
                    _item("beleid.oud", "text", retired="true"),
                ],
            }
        ],
    }
)


@dataclass(frozen=True, slots=True)
class OneBook:
    """A shelf with the small questionnaire only."""

    def ids(self) -> tuple[str, ...]:
        return ("klein",)

    def editions(self, questionnaire: str) -> tuple[str, ...]:
        return ("1",) if questionnaire == "klein" else ()

    def find(self, questionnaire: str, edition: str) -> Questionnaire:
        return SMALL

    def roles(self) -> tuple[str, ...]:
        return ("focal", "adv_youth")


SHELF = OneBook()
HEAD = 'questionnaire: klein\nedition: "1"\n'


def a_scan(answers: str, *, rest: str = "") -> Scan:
    return scanfile.read(f"{HEAD}{rest}answers:\n{answers}", SHELF, name="scan.yaml")


def refused(text: str) -> list[str]:
    """Return the lines about a scan file that cannot be used: line, key, Dutch sentence."""
    with pytest.raises(scanfile.BadScanFile) as caught:
        scanfile.read(text, SHELF, name="scan.yaml")
    assert all(problem.file == "scan.yaml" for problem in caught.value.problems)
    return [
        f"{problem.line or ''} {problem.key}: {sentence(problem, MESSAGES, DUTCH)}"
        for problem in caught.value.problems
    ]
