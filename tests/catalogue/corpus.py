"""A good questionnaire, with every way in which it was broken."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from toolkit import catalogue
from toolkit.domain.problems import Problem
from toolkit.reading.messages import sentence
from toolkit.reading.text_file import read_document
from toolkit.services.explain import MESSAGES
from toolkit.wording import wording

HERE = Path(__file__).parent
GOOD = HERE / "good"
EDITION = Path("goede-lijst") / "1"
DUTCH = wording("nl")


class Said(BaseModel):
    """What is said of a mistake: where, what, in Dutch."""

    severity: str
    code: str
    words: str
    file: str = ""
    line: str = ""
    key: str = ""


class Broken(BaseModel):
    """One mistake in one file of the good questionnaire."""

    name: str
    file: str
    says: tuple[Said, ...]
    old: str | None = None
    new: str | None = None
    encoding: str = "utf-8"


@cache
def broken() -> Mapping[str, Broken]:
    rows = read_document(HERE / "broken.yaml", name="broken.yaml").value
    assert isinstance(rows, tuple)
    cases = [Broken.model_validate(row) for row in rows]
    return {case.name: case for case in cases}


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the good questionnaire that a test may break."""

    place: Path

    def write(self, case: Broken) -> None:
        path = self.place / EDITION / case.file
        if case.new is None:
            path.unlink()
            return
        text = path.read_text("utf-8") if case.old else ""
        assert not case.old or text.count(case.old) == 1
        whole = text.replace(case.old, case.new) if case.old else case.new
        path.write_text(whole, case.encoding)

    def checked(self) -> tuple[Problem, ...]:
        return catalogue.check(
            self.place, catalogue.Checking(catalogue.library(), catalogue.shipped())
        )

    def said(self) -> list[Said]:
        problems = self.checked()
        return [spoken(problem, self.place) for problem in problems]


def a_copy(place: Path) -> Copy:
    shutil.copytree(GOOD, place, dirs_exist_ok=True)
    return Copy(place)


def spoken(problem: Problem, place: Path) -> Said:
    return Said(
        severity=problem.severity,
        code=problem.code,
        words=sentence(problem, MESSAGES, DUTCH),
        file=problem.file.removeprefix(str(place)),
        line=str(problem.line or ""),
        key=problem.key,
    )
