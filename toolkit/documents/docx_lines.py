"""Writes the text of one paragraph: what is strong, small, a link, a footnote or a blank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from toolkit.documents import docx_marks as marks
from toolkit.documents.html_tree import Element

_SPACE = re.compile(r"[ \t\n\r]+")
_BLANK = re.compile(r"[ \t\r]+")
_JOINER = "\u2060"  # keeps a footnote sign with its word on paper; fonts in Word draw a box
_UNKNOWN_TO_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Look:
    space: re.Pattern[str]
    style: str | None = None
    inside: BaseOxmlElement | None = None


class Line:
    """One paragraph being filled; its footnotes are added to those of the document.

    ``as_typed`` keeps the lines of who wrote it, as an element with the class "said" does.
    """

    def __init__(
        self, paragraph: Paragraph, footnotes: list[str], *, as_typed: bool = False
    ) -> None:
        self._paragraph, self._footnotes = paragraph, footnotes
        self._look = _Look(_BLANK if as_typed else _SPACE)
        self._at_start = True

    def say(self, parts: Iterable[Element | str]) -> None:
        """Write text and elements in a line."""
        self._parts(parts, self._look)

    def _parts(self, parts: Iterable[Element | str], look: _Look) -> None:
        for part in parts:
            if isinstance(part, str):
                self._text(part, look)
            else:
                self._element(part, look)

    def _element(self, element: Element, look: _Look) -> None:
        if element.name == "br":
            self._paragraph.add_run().add_break()
            self._at_start = True
        elif "footnote" in element.classes:
            self._footnote(element)
        elif element.name == "a" and element.attributes.get("href", "").startswith("#"):
            inside = marks.link(self._paragraph, element.attributes["href"][1:])
            self._parts(element.inside, replace(look, inside=inside))
        elif element.name != "svg":
            space = _BLANK if "said" in element.classes else look.space
            self._parts(
                element.inside, replace(look, space=space, style=_style(element) or look.style)
            )

    def _text(self, text: str, look: _Look) -> None:
        said = look.space.sub(" ", readable(text).replace(_JOINER, ""))
        if self._at_start:
            said = said.lstrip(" ")
        if not said:
            return
        self._at_start = said.endswith(" ")
        run = self._paragraph.add_run(said)
        if look.style is not None:
            run._r.style = look.style
        if look.inside is not None:
            look.inside.append(run._r)

    def _footnote(self, element: Element) -> None:
        self._footnotes.append(" ".join(readable(element.text).split()))
        run = self._paragraph.add_run()
        run._r.style = "FootnoteReference"
        marks.footnote(run, len(self._footnotes))


def readable(text: str) -> str:
    """Return a text that a Word document can hold: a mark for every sign that XML refuses."""
    return _UNKNOWN_TO_XML.sub("\ufffd", text)


def _style(element: Element) -> str | None:
    if element.name == "strong":
        return "Strong"
    if "blank" in element.classes:
        return "Blank"
    return "By" if "by" in element.classes else None
