"""Puts the files of an edition together: its head with the items of its themes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from toolkit.catalogue.joined_files import JoinedFiles, Part
from toolkit.catalogue.own_files import own_document
from toolkit.domain.problems import Place, Problem, dotted
from toolkit.reading.shape import quoted
from toolkit.reading.yaml_text import NotReadable, Plain

HEAD = "questionnaire.yaml"
MOST_TEXT_TOGETHER = 2_000_000
MOST_VALUES_TOGETHER = 50_000
MOST_ITEMS = 1_000
LONGEST_NAME = 200
_NAMED_IN_HEAD = {"not_a_file": "include_missing", "file_outside": "include_outside"}


def read_edition(folder: Path) -> JoinedFiles:
    """Return the edition in a folder; raise `NotReadable` when its first file cannot be read.

    So does a questionnaire with more questions than anybody answers.
    """
    head = own_document(folder, HEAD)
    if not isinstance(head.value, dict):
        raise NotReadable((Problem("not_an_edition", HEAD, 1),))
    joining = _Joining(folder, {(): Part(HEAD, (), head)}, [], [])
    themes = head.value.get("themes")
    if isinstance(themes, tuple):
        joining.groups(themes, ("themes",))
    if joining.asked + _count(head.value.get("intake")) > MOST_ITEMS:
        raise NotReadable((Problem("items_many", HEAD),))
    return JoinedFiles(head.value, joining.parts, tuple(joining.problems), tuple(joining.closed))


def _count(items: Plain | None) -> int:
    return len(items) if isinstance(items, tuple) else 0


@dataclass(slots=True)
class _Joining:
    folder: Path
    parts: dict[Place, Part]
    problems: list[Problem]
    closed: list[Place]
    asked: int = 0

    def groups(self, groups: tuple[Plain, ...], place: Place) -> None:
        for number, group in enumerate(groups):
            if isinstance(group, dict):
                self._group(group, (*place, number))

    def _group(self, group: dict[str, Plain], place: Place) -> None:
        below, items = group.get("groups"), group.get("items")
        if isinstance(below, tuple):
            self.groups(below, (*place, "groups"))
        if isinstance(items, str):
            items = group["items"] = self._include(items, (*place, "items"))
        self.asked += _count(items)

    def _include(self, name: str, place: Place) -> Plain:
        code = self._refusal(name)
        if code:
            return self._close(place, self._problem(code, place, name))
        try:
            document = own_document(self.folder, name)
        except NotReadable as refused:
            here = _NAMED_IN_HEAD.get(refused.problems[0].code)
            named = (self._problem(here, place, name),) if here else refused.problems
            return self._close(place, *named)
        self.parts[place] = Part(name, place, document)
        documents = [part.document for part in self.parts.values()]
        text, values = sum(len(one.text) for one in documents), sum(one.size for one in documents)
        if text > MOST_TEXT_TOGETHER or values > MOST_VALUES_TOGETHER:
            return self._close(place, Problem("edition_large", name))
        if not isinstance(document.value, tuple):
            return self._close(place, Problem("include_not_list", name, 1))
        return document.value

    def _refusal(self, name: str) -> str:
        path = PurePosixPath(name)
        if (
            len(name) > LONGEST_NAME
            or path.is_absolute()
            or ".." in path.parts
            or "\\" in name
            or "\0" in name
            or ":" in name
        ):
            return "include_outside"
        if str(path) in {str(PurePosixPath(part.name)) for part in self.parts.values()}:
            return "include_twice"
        return ""

    def _problem(self, code: str, place: Place, name: str) -> Problem:
        line = self.parts[()].document.line(place)
        return Problem(code, HEAD, line, dotted(place), details={"name": quoted(name)})

    def _close(self, place: Place, *problems: Problem) -> Plain:
        self.problems.extend(problems)
        self.closed.append(place[:-1])
        return ()
