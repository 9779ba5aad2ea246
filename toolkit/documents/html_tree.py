"""Reads the HTML of our own templates into a tree of elements and text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "img", "meta"})


@dataclass(slots=True)
class Element:
    """One element with what stands inside it, in order."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The names in its ``class``."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text underneath, in order."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    def all(self, *names: str) -> Iterator[Element]:
        """Yield the elements underneath that have one of these names, in order."""
        for part in self.inside:
            if isinstance(part, Element):
                if part.name in names:
                    yield part
                yield from part.all(*names)

    def first(self, *names: str) -> Element | None:
        """Return the first element underneath that has one of these names."""
        return next(self.all(*names), None)


def tree(html: str) -> Element:
    """Return the document; every element in it is closed, as in all our templates."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("document")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].name == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)
