"""Writes what python-docx has no words for: fields, links within the document, places, lists."""

from __future__ import annotations

import io
import re

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Mm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

BULLETS = 1  # the list of this number in templates/word/numbering.xml
NUMBERED = 1  # the shape of every numbered list there
LONGEST_NAME = 40
WIDEST, HIGHEST = Mm(60), Mm(16)


def place_name(anchor: str) -> str:
    """Return the name of a place as Word allows it."""
    return "_" + re.sub(r"[^A-Za-z0-9]", "_", anchor)[: LONGEST_NAME - 1]


def mark_place(paragraph: Paragraph, anchor: str, number: int) -> None:
    """Put a place around a paragraph, so that links can lead to it."""
    start = _element("w:bookmarkStart", id=str(number), name=place_name(anchor))
    first = paragraph._p.pPr
    if first is None:
        paragraph._p.insert(0, start)
    else:
        first.addnext(start)
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))


def link(paragraph: Paragraph, anchor: str) -> BaseOxmlElement:
    """Return a link to a place at the end of a paragraph; runs are moved into it."""
    made = _element("w:hyperlink", anchor=place_name(anchor), history="1")
    paragraph._p.append(made)
    return made


def picture(paragraph: Paragraph, content: bytes, words: str) -> None:
    """Put a picture in a paragraph, small enough for a letterhead, with what it shows in words."""
    shape = paragraph.add_run().add_picture(io.BytesIO(content))
    smaller = min(1.0, WIDEST / shape.width, HIGHEST / shape.height)
    shape.width, shape.height = Emu(int(shape.width * smaller)), Emu(int(shape.height * smaller))
    shape._inline.docPr.set("descr", words)


def page_number(paragraph: Paragraph) -> None:
    """Put the number of the page in a paragraph."""
    begin_field(paragraph, "PAGE")
    paragraph.add_run("1")
    end_field(paragraph)


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field that Word works out; what follows is shown until then."""
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType="begin"))
    asked = OxmlElement("w:instrText")
    asked.text = f" {instruction} "
    asked.set(qn("xml:space"), "preserve")
    paragraph.add_run()._r.append(asked)
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType="separate"))


def end_field(paragraph: Paragraph) -> None:
    """End the field."""
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType="end"))


def footnote(run: Run, number: int) -> None:
    """Make this run the sign of a footnote."""
    run._r.append(_element("w:footnoteReference", id=str(number)))


def new_numbers(document: Document) -> int:
    """Return a numbered list that begins at 1."""
    made = document.part.numbering_part.element.add_num(NUMBERED)
    made.add_lvlOverride(0).add_startOverride(1)
    return int(made.numId)


def as_entry(paragraph: Paragraph, numbers: int, depth: int) -> None:
    """Make a paragraph an entry of a list, at this depth."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = numbers


def below_entry(paragraph: Paragraph, depth: int) -> None:
    """Put a paragraph under the text of the entry above it."""
    properties = paragraph._p.get_or_add_pPr()
    properties.get_or_add_ind().set(qn("w:left"), str(357 * (depth + 1)))


def describe(table: Table, title: str, description: str) -> None:
    """Say for who cannot see a table what it is, and what the drawing beside it shows."""
    properties = table._tbl.tblPr
    if title:
        properties.append(_element("w:tblCaption", val=title))
    if description:
        properties.append(_element("w:tblDescription", val=description))


def without_headings(table: Table) -> None:
    """Give the first row of a table the look of every other row."""
    for look in table._tbl.tblPr.xpath("./w:tblLook"):
        look.set(qn("w:firstRow"), "0")
        look.set(qn("w:val"), "0480")


def repeat_on_each_page(row: _Row) -> None:
    """Make a row of headings come back where the table goes on."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().insert(0, _element("w:cantSplit"))


def _element(name: str, /, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
