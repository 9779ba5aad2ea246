"""Walks the HTML of a document and says each element in Word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import _Footer, _Header
from docx.shared import Emu
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from toolkit.documents import docx_marks as marks
from toolkit.documents.archival import Identity
from toolkit.documents.column_widths import shares, widths
from toolkit.documents.docx_lines import Line
from toolkit.documents.docx_package import closed, empty_document
from toolkit.documents.html_tree import Element, tree

Place = Document | _Cell
INLINE = frozenset({"a", "span", "strong", "br"})
LEFT_OUT = frozenset({"head", "svg"})
STYLES: Mapping[str, str] = {
    "lead": "Lead",
    "small": "Small",
    "by": "Small",
    "tag": "Small",
    "note": "Note",
    "notice": "Notice",
    "phrase": "Phrase",
    "cover-product": "CoverProduct",
    "cover-kind": "CoverKind",
    "cover-whose": "CoverWhose",
}
HEADINGS: Mapping[str, str] = {
    "h1": "Title",
    "h2": "Heading1",
    "h3": "Heading2",
    "h4": "Heading3",
}


def document_of(
    html: str, identity: Identity, css: str, pictures: Mapping[str, bytes], accent: str
) -> bytes:
    """Return the document as a file for Word."""
    walker = _Walker(empty_document(identity, accent), css, pictures)
    walker.blocks(tree(html), walker.document, "Normal")
    return closed(walker.document, walker.footnotes)


class _Walker:
    """One document being written; what is said next may begin a page or be a place."""

    def __init__(self, document: Document, css: str, pictures: Mapping[str, bytes]) -> None:
        self.document, self._pictures = document, pictures
        self.footnotes: list[str] = []
        self._widths = widths(css)
        self._places: list[str] = []
        self._said: list[Paragraph] = []
        self._numbers = count(1)
        self._new_page = False
        self._depth = -1
        self._known: Mapping[str, Callable[[Element, Place, str], None]] = {
            "p": self._paragraph,
            "figcaption": self._caption,
            "dt": self._term,
            "aside": self._aside,
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "nav": self._contents,
            "section": self._section,
            "div": self._division,
            "figure": self._figure,
            **dict.fromkeys(HEADINGS, self._heading),
        }

    def blocks(self, element: Element, into: Place, style: str) -> None:
        """Say everything inside an element; loose text becomes a paragraph of this style."""
        loose: list[Element | str] = []
        for part in element.inside:
            if isinstance(part, str) or part.name in INLINE:
                loose.append(part)
            elif part.name not in LEFT_OUT:
                self._loose(loose, into, style)
                loose = []
                self._known.get(part.name, self.blocks)(part, into, style)
        self._loose(loose, into, style)

    def _loose(self, parts: list[Element | str], into: Place, style: str) -> None:
        if any(isinstance(part, Element) or part.strip() for part in parts):
            self._say(parts, into, style)

    def _say(self, parts: Iterable[Element | str], into: Place, style: str) -> Paragraph:
        paragraph = self._next(into, style)
        Line(paragraph, self.footnotes, as_typed=style == "Remark").say(parts)
        return paragraph

    def _next(self, into: Place, style: str) -> Paragraph:
        """Return a new paragraph; a cell has one already, which is used first."""
        unused = isinstance(into, _Cell) and len(into.paragraphs) == 1 and not into.text
        paragraph = into.paragraphs[0] if unused else into.add_paragraph()
        paragraph._p.style = style
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        for place in self._places:
            marks.mark_place(paragraph, place, next(self._numbers))
        self._places = []
        self._said.append(paragraph)
        return paragraph

    def _paragraph(self, element: Element, into: Place, style: str) -> None:
        picture = element.first("img")
        if picture is not None:
            known = self._pictures[picture.attributes["src"]]
            marks.picture(self._next(into, style), known, picture.attributes["alt"])
            return
        own = next((STYLES[name] for name in sorted(element.classes) if name in STYLES), style)
        self._say(element.inside, into, own)

    def _caption(self, element: Element, into: Place, style: str) -> None:
        self._say(element.inside, into, "Caption")

    def _term(self, element: Element, into: Place, style: str) -> None:
        self._say(element.inside, into, "Term")

    def _aside(self, element: Element, into: Place, style: str) -> None:
        self.blocks(element, into, "Remark")

    def _heading(self, element: Element, into: Place, style: str) -> None:
        self._mark(element)
        self._say(element.inside, into, HEADINGS[element.name])

    def _mark(self, element: Element) -> None:
        if "id" in element.attributes:
            self._places.append(element.attributes["id"])

    def _section(self, element: Element, into: Place, style: str) -> None:
        classes = element.classes
        if "chapter" in classes and "flowing" not in classes:
            self._new_page = True
        self._mark(element)
        if "cover" in classes:
            self.document.sections[0].different_first_page_header_footer = True
        self.blocks(element, into, style)
        if "cover" in classes:
            self._new_page = True

    def _division(self, element: Element, into: Place, style: str) -> None:
        section = self.document.sections[0]
        if "page-head" in element.classes:
            _fill(section.header, element, "Header")
        elif "page-foot" in element.classes:
            _fill(section.footer, element, "Footer")
            _fill(section.first_page_footer, element, "Footer")
            number = section.footer.add_paragraph()
            number._p.style = "Footer"
            number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            marks.page_number(number)
        else:
            self.blocks(element, into, style)

    def _figure(self, element: Element, into: Place, style: str) -> None:
        drawing, table = element.first("svg"), element.first("table")
        if drawing is not None and table is not None:
            table.attributes = {**table.attributes, "shows": drawing.attributes["aria-label"]}
        self.blocks(element, into, style)

    def _contents(self, element: Element, into: Place, style: str) -> None:
        """Make the list of chapters a field: links now, page numbers once Word is asked."""
        heading = element.first("h2")
        if heading is not None:
            self._say(heading.inside, into, "TOCHeading")
        inner = {id(link) for nested in element.all("li") for link in _nested_links(nested)}
        links = tuple(element.all("a"))
        for number, link in enumerate(links):
            deep = id(link) in inner
            line = self._next(into, "TOC2" if deep else "TOC1")
            if number == 0:
                marks.begin_field(line, 'TOC \\o "1-2" \\h \\z \\u')
            Line(line, self.footnotes).say([link])
            if number == len(links) - 1:
                marks.end_field(line)
        self._new_page = True

    def _list(self, element: Element, into: Place, style: str) -> None:
        self._depth += 1
        ordered = element.name == "ol"
        numbers = marks.new_numbers(self.document) if ordered else marks.BULLETS
        own = "ListNumber" if ordered else "ListBullet"
        for entry in element.inside:
            if isinstance(entry, Element):
                self._entry(entry, into, own, numbers)
        self._depth -= 1

    def _entry(self, element: Element, into: Place, style: str, numbers: int) -> None:
        """Say one entry: its first paragraph carries the sign, the others stand under it."""
        before, depth = len(self._said), self._depth
        self.blocks(element, into, style)
        said = [one for one in self._said[before:] if not _listed(one)]
        for number, paragraph in enumerate(said):
            if number == 0:
                marks.as_entry(paragraph, numbers, depth)
            else:
                marks.below_entry(paragraph, depth)

    def _table(self, element: Element, into: Place, style: str) -> None:
        caption = element.first("caption")
        if caption is not None:
            self._say(caption.inside, into, "Caption")
        heads = [row for part in element.all("thead") for row in part.all("tr")]
        rows = [*heads, *(row for part in element.all("tbody") for row in part.all("tr"))]
        columns = max(sum(map(_span, row.all("th", "td"))) for row in rows)
        table = self.document.add_table(len(rows), columns)
        table._tbl.tblStyle_val, table.autofit = "Scan", False
        title = " ".join(caption.text.split()) if caption is not None else ""
        marks.describe(table, title, element.attributes.get("shows", ""))
        if not heads:
            marks.without_headings(table)
        first = [cell.classes for cell in rows[0].all("th", "td")]
        wide = shares(self._widths, element.classes, first) if len(first) == columns else ()
        for number, (made, row) in enumerate(zip(table.rows, rows, strict=True)):
            marks.keep_whole(made)
            head = number < len(heads)
            if head:
                marks.repeat_on_each_page(made)
            self._row(row, made.cells, "CellHead" if head else "Cell")
        room = self._room()
        for share, column in zip(wide, table.columns, strict=False):
            for cell in (column, *column.cells):
                cell.width = Emu(int(room * share))
        self.document.add_paragraph()._p.style = "Small"

    def _row(self, row: Element, cells: tuple[_Cell, ...], style: str) -> None:
        place = 0
        for part in row.all("th", "td"):
            cell, span = cells[place], _span(part)
            if span > 1:
                cell = cell.merge(cells[place + span - 1])
            self.blocks(part, cell, style)
            if not cell.text:
                cell.paragraphs[0]._p.style = style
            place += span

    def _room(self) -> int:
        page = self.document.sections[0]
        return int((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))


def _fill(place: _Header | _Footer, element: Element, style: str) -> None:
    paragraph = place.paragraphs[0]
    paragraph._p.style = style
    Line(paragraph, []).say(part for one in element.all("p") for part in one.inside)


def _nested_links(entry: Element) -> Iterable[Element]:
    return (link for inner in entry.all("ol") for link in inner.all("a"))


def _listed(paragraph: Paragraph) -> bool:
    """Return whether an entry further in has put the paragraph in its place already."""
    return bool(paragraph._p.xpath("./w:pPr/w:numPr|./w:pPr/w:ind"))


def _span(cell: Element) -> int:
    return int(cell.attributes.get("colspan", "1"))
