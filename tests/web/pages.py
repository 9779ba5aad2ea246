"""Looks a page over as every test that opens one does."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "rect",
    ]
)
CONTROLS = frozenset(("input", "select", "textarea"))
POINTS = ("aria-describedby", "aria-labelledby", "aria-controls", "for")
Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Element:
    """One element as it was opened."""

    name: str
    attributes: dict[str, str]
    inside: str = ""


@dataclass
class Page(HTMLParser):
    """The elements of a page, its text, and what is wrong with its markup."""

    html: str
    elements: list[Element] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()
        self.wrong += [f"never closed: {tag}" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note an element, and that it is open."""
        names = [name for name, _ in attrs]
        if len(names) > len(set(names)):
            self.wrong.append(f"an attribute twice: {tag} {names}")
        inside = self._open[-1] if self._open else ""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, inside))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Note an element that closes itself, as those of a drawing do."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last; any other is a mistake."""
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"closed out of turn: {tag}")

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self._text.append(data)

    @property
    def text(self) -> str:
        """The text, with single spaces."""
        return " ".join(" ".join(self._text).split())

    def all(self, tag: str) -> list[Element]:
        """Return every element of one kind."""
        return [element for element in self.elements if element.name == tag]

    def links(self) -> list[str]:
        """Return where the links lead."""
        return [link.attributes["href"] for link in self.all("a") if "href" in link.attributes]


def looked_over(html: str) -> Page:
    """Return a page that keeps the rules of every page; fail with every rule that it breaks."""
    page = Page(html)
    faults = page.wrong + _faults(page)
    assert not faults, faults
    return page


def _faults(page: Page) -> list[str]:
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    labelled = {label.attributes.get("for") for label in page.all("label")}
    once = {"h1": page.all("h1"), "main": page.all("main")}
    once["title"] = [one for one in page.all("title") if one.inside == "head"]
    faults = [f"{len(found)} times {tag}" for tag, found in once.items() if len(found) != 1]
    if not page.all("html") or not page.all("html")[0].attributes.get("lang"):
        faults.append("no language")
    faults += [f"id twice: {name}" for name in set(ids) if ids.count(name) > 1]
    for element in page.elements:
        faults += [f"{element.name}: {fault}" for fault in _faults_of(element, ids, labelled)]
    return faults


def _faults_of(element: Element, ids: list[str], labelled: set[str | None]) -> list[str]:
    given = element.attributes
    points = [name for key in POINTS for name in given.get(key, "").split()]
    hidden = given.get("type") in ("hidden", "submit")
    faults = [f"points at nothing: {name}" for name in points if name not in ids]
    faults += [f"inline {name}" for name in given if name == "style" or name.startswith("on")]
    if element.name == "script" and "src" not in given:
        faults.append("inline script")
    if element.name in CONTROLS and not hidden and given.get("id") not in labelled:
        faults.append(f"no label: {given.get('name')}")
    if (
        element.name == "a"
        and given.get("href", "").startswith("#")
        and given["href"][1:] not in ids
    ):
        faults.append(f"leads nowhere: {given['href']}")
    return faults
