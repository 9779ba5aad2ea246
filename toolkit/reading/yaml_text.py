"""Reads YAML as text: every scalar stays the text that was typed.

Aliases, tags, merge keys, directives, duplicate keys, several documents, too much text or depth
are refused, each with its line. JSON is read the same way, because it is YAML too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

import yaml

from toolkit.domain.problems import Place, Problem, Refused, dotted
from toolkit.reading.yaml_faults import fault_of

Plain: TypeAlias = "str | tuple[Plain, ...] | dict[str, Plain]"

DEEPEST = 20
MOST_VALUES = 20_000
MOST_PROBLEMS = 500
EMPTY = frozenset(("", "~", "null", "Null", "NULL"))

_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_SURROGATES = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)


class NotReadable(Refused):
    """A text that cannot be read at all."""


@dataclass(frozen=True)
class Document:
    """What a text says: ``value``, and where in the text each part of it stands.

    ``empty`` are the places of keys without a value, which ``value`` leaves out. ``braced`` are
    the places of texts with a brace, ``size`` is the number of values.
    """

    value: Plain
    text: str
    empty: tuple[Place, ...] = ()
    braced: tuple[Place, ...] = ()
    size: int = 0

    def line(self, place: Place) -> int:
        """Return the line of the value at ``place``, or of the nearest part around it."""
        node, found = self._tree, 1
        for part in place:
            step = _step(node, part)
            if step is None:
                break
            found, node = step
        return found

    @cached_property
    def _tree(self) -> yaml.Node | None:
        return yaml.compose(self.text, yaml.CBaseLoader)


def parse(text: str) -> Document:
    """Return what the YAML in ``text`` says; raise `NotReadable` with every problem in it."""
    readable = _joined_surrogates(text) if text.lstrip()[:1] in ("{", "[") else text
    directive = _DIRECTIVE.search(readable)
    if directive:
        line = readable.count("\n", 0, directive.start()) + 1
        raise NotReadable((Problem("yaml_directive", line=line),))
    builder = _Builder()
    try:
        builder.take_all(yaml.parse(readable, yaml.CBaseLoader))
    except yaml.YAMLError as error:
        raise NotReadable((*builder.problems, fault_of(error, readable))) from None
    if builder.problems:
        raise NotReadable(tuple(builder.problems))
    if builder.root is None:
        raise NotReadable((Problem("yaml_empty"),))
    empty, braced = tuple(builder.empty), tuple(builder.braced)
    return Document(builder.root, readable, empty, braced, builder.size)


def _joined_surrogates(text: str) -> str:
    """Return JSON text with the two halves of a far character joined, as YAML wants it."""

    def join(halves: re.Match[str]) -> str:
        high, low = int(halves[2], 16), int(halves[3], 16)
        return f"{halves[1]}\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"

    return _SURROGATES.sub(join, text)


def _step(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return value.start_mark.line + 1, value
    return None


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; ``key`` waits for its value."""

    pairs: dict[str, Plain] | None = None
    parts: list[Plain] = field(default_factory=list)
    key: str | None = None


class _Stopped(Exception):
    pass


class _Builder:
    """Builds plain values from the stream of events, without recursion."""

    def __init__(self) -> None:
        self.root: Plain | None = None
        self.problems: list[Problem] = []
        self.empty: list[Place] = []
        self.braced: list[Place] = []
        self._open: list[_Open] = []
        self.size = 0
        self._documents = 0

    def take_all(self, events: Iterator[yaml.Event]) -> None:
        try:
            for event in events:
                self._take(event)
        except _Stopped:
            return

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._stop("yaml_alias", event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop("yaml_documents", event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value = event.value
        if event.tag is not None or event.anchor is not None:
            self._mark(event)
        top = self._open[-1] if self._open else None
        if top is not None and top.pairs is not None and top.key is None:
            self._key(top, value, event)
        elif value in EMPTY and not event.style:
            self._nothing(top)
        else:
            if "{" in value or "}" in value:
                self.braced.append(self._place())
            self._put(top, value)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            self._mark(event)
        top = self._open[-1] if self._open else None
        if top is not None and top.pairs is not None and top.key is None:
            self._stop("yaml_key", event)
        if len(self._open) >= DEEPEST:
            self._stop("yaml_deep", event)
        mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(pairs={} if mapping else None))

    def _end(self) -> None:
        closed = self._open.pop()
        value: Plain = tuple(closed.parts) if closed.pairs is None else closed.pairs
        self._put(self._open[-1] if self._open else None, value)

    def _key(self, top: _Open, key: str, event: yaml.ScalarEvent) -> None:
        top.key = key
        if not key.strip():
            self._add("yaml_key", event)
        elif key == "<<" and not event.style:
            self._add("yaml_merge", event)
        elif top.pairs is not None and key in top.pairs:
            self._add("yaml_duplicate", event, name=key)

    def _put(self, top: _Open | None, value: Plain) -> None:
        self.size += 1
        if self.size > MOST_VALUES:
            self.problems.append(Problem("yaml_many"))
            raise _Stopped
        if top is None:
            self.root = value
        elif top.pairs is None:
            top.parts.append(value)
        else:
            top.pairs[top.key or ""] = value
            top.key = None

    def _nothing(self, top: _Open | None) -> None:
        if top is not None:
            self.empty.append(self._place())
            top.key = None

    def _mark(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._stop("yaml_tag" if event.tag is not None else "yaml_alias", event)

    def _stop(self, code: str, event: yaml.Event) -> None:
        self._add(code, event)
        raise _Stopped

    def _add(self, code: str, event: yaml.Event, **details: str) -> None:
        line = event.start_mark.line + 1 if event.start_mark else None
        key = dotted(self._place())
        self.problems.append(Problem(code, line=line, key=key, details=details))
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem("and_more", line=line))
            raise _Stopped

    def _place(self) -> Place:
        return tuple(
            part
            for opened in self._open
            if (part := len(opened.parts) if opened.pairs is None else opened.key) is not None
        )
