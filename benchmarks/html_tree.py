"""Reads the HTML of a report into a small tree."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("br", "col", "hr", "img", "link", "meta"))


@dataclass(slots=True)
class Element:
    """One element; a drawing is kept as its source text in ``raw``."""

    name: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)
    raw: str = ""

    def all(self, name: str) -> tuple["Element", ...]:
        """Return the elements of this name below, in order."""
        inside = [child for child in self.children if isinstance(child, Element)]
        return tuple(
            found
            for child in inside
            for found in ((child,) if child.name == name else child.all(name))
        )

    def text(self) -> str:
        """Return the words inside, drawings left out."""
        parts = [child if isinstance(child, str) else child.text() for child in self.children]
        return " ".join("".join(parts).split())

    @property
    def classes(self) -> frozenset[str]:
        """The classes it has."""
        return frozenset(self.attributes.get("class", "").split())


def tree(html: str) -> Element:
    """Return the document; our templates close what they open."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("document", {})
        self._open = [self.root]
        self._drawing: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg" or self._drawing:
            self._drawing.append(self.get_starttag_text() or "")
            if tag != "svg":
                return
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._drawing:
            self._drawing.append(self.get_starttag_text() or "")
        else:
            super().handle_startendtag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._drawing:
            self._drawing.append(f"</{tag}>")
            if tag != "svg":
                return
            self._open[-1].raw = "".join(self._drawing)
            self._drawing = []
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._drawing:
            self._drawing.append(data.replace("&", "&amp;").replace("<", "&lt;"))
        else:
            self._open[-1].children.append(data)
