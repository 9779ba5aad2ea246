"""A form of several lines that are kept together, each with a version of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from toolkit.domain.library import Library
from toolkit.web import guard
from toolkit.web.forms.kept_form import version_in
from toolkit.web.forms.rules import Refused, Rule
from toolkit.web.guard import Found
from toolkit.wording import Wording


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept in a line: its texts by field, and their version."""

    texts: Mapping[str, str]
    version: int


@dataclass
class Line:
    """One line as the page shows it; ``theirs`` is what stands there now, when that is other."""

    key: str
    texts: dict[str, str]
    version: int
    before: Mapping[str, str]
    errors: dict[str, tuple[str, ...]] = field(init=False)
    theirs: Kept | None = None

    def __post_init__(self) -> None:
        """Begin with nothing wrong in any field."""
        self.errors = dict.fromkeys(self.texts, ())

    def name(self, field_name: str) -> str:
        """Return the name of a field, which is its id too."""
        return f"{self.key}-{field_name}"


@dataclass
class LinesForm:
    """Lines over what is kept, or as they were sent; a line that was not sent stays as it is.

    ``free`` are the fields in which people write freely. With ``over`` the lines replace what was
    written in another window; ``sure`` keeps texts that were pointed at, ``found``.
    """

    rules: Mapping[str, Rule]
    free: tuple[str, ...]
    lines: Mapping[str, Line]
    sure: str = ""
    found: Found | None = None

    @classmethod
    def of(
        cls,
        rules: Mapping[str, Rule],
        free: tuple[str, ...],
        kept: Mapping[str, Kept],
        sent: MultiDict[str, str] | None = None,
    ) -> LinesForm:
        """Return the form with what is kept, or with what was sent."""
        sent = MultiDict() if sent is None else sent
        lines = {key: _line(key, one, rules, sent) for key, one in kept.items()}
        return cls(rules, free, lines, sent.get("sure", ""))

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        return tuple(
            (line.name(name), error)
            for line in self.lines.values()
            for name, errors in line.errors.items()
            for error in errors
        )

    @property
    def conflicts(self) -> tuple[Line, ...]:
        """The lines that were changed in another window."""
        return tuple(line for line in self.lines.values() if line.theirs is not None)

    def accepted(self, words: Wording, library: Library) -> bool:
        """Return whether all can be kept; else what is wrong stands in the lines, or in ``found``."""
        for line in self.lines.values():
            self._read(line, words)
        if self.wrong:
            return False
        found = guard.found_in(tuple(self._new()), library)
        self.found = found.unless_kept(self.sure) if found is not None else None
        return self.found is None

    def meets(self, theirs: Mapping[str, Kept]) -> None:
        """Take up what was written in another window, to be shown beside what was sent."""
        for key, kept in theirs.items():
            self.lines[key].theirs = kept

    def _read(self, line: Line, words: Wording) -> None:
        for name, rule in self.rules.items():
            try:
                line.texts[name] = rule.read(line.texts[name])
            except Refused as refused:
                sentence = words(str(refused), longest=words.number(rule.longest))
                line.errors[name] = (sentence,)

    def _new(self) -> Iterator[tuple[str, str]]:
        for line in self.lines.values():
            for name in self.free:
                text = line.texts[name]
                if text and text != line.before.get(name):
                    yield line.name(name), text


def _line(key: str, kept: Kept, rules: Mapping[str, Rule], sent: MultiDict[str, str]) -> Line:
    if f"{key}-version" not in sent:
        return Line(key, dict(kept.texts), kept.version, kept.texts)
    over = sent.get(f"{key}-theirs", "") if sent.get("over") else ""
    texts = {name: sent.get(f"{key}-{name}", "") for name in rules}
    return Line(key, texts, version_in(over or sent[f"{key}-version"]), kept.texts)
