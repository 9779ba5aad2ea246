"""Opens an empty Word document of our own, and closes it with its footnotes."""

import io
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

import docx
from docx.document import Document

from toolkit.documents.archival import Identity, moment
from toolkit.documents.fixed_zip import packed, unpacked
from toolkit.paths import TEMPLATES

REGIONS: Mapping[str, str] = {"nl": "nl-NL", "en": "en-GB"}
FOOTNOTES = "word/footnotes.xml"
OUR_ACCENT = "123F4D"
LONGEST_TITLE = 255  # of a Word document; a municipality may have a longer name than anybody has
_PARTS: Mapping[str, str] = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "relations.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    FOOTNOTES: "footnotes.xml",
}
_NOTE = (
    '<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
)


def empty_document(identity: Identity, accent: str = "") -> Document:
    """Return a document with our styles, that says what it is and names nobody.

    ``accent`` is a colour instead of ours.
    """
    region = REGIONS.get(identity.language, identity.language)
    parts = {name: _part(file) for name, file in _PARTS.items()}
    styles = parts["word/styles.xml"].replace('w:lang w:val="nl-NL"', f'w:lang w:val="{region}"')
    if accent:
        styles = styles.replace(OUR_ACCENT, accent.removeprefix("#").upper())
    encoded = {name: text.encode() for name, text in {**parts, "word/styles.xml": styles}.items()}
    document = docx.Document(io.BytesIO(packed(encoded)))
    made = moment(identity.made_on).replace(tzinfo=None)
    said = document.core_properties
    said.title, said.language = identity.title[:LONGEST_TITLE], region
    said.author, said.last_modified_by = "", ""
    said.created, said.modified, said.revision = made, made, 1
    return document


def closed(document: Document, footnotes: Iterable[str]) -> bytes:
    """Return the file with these footnotes, numbered from 1."""
    target = io.BytesIO()
    document.save(target)
    notes = "".join(
        _NOTE.format(number=number, text=escape(text))
        for number, text in enumerate(footnotes, start=1)
    )
    parts = dict(unpacked(target.getvalue()))
    end = b"</w:footnotes>"
    parts[FOOTNOTES] = parts[FOOTNOTES].replace(end, notes.encode() + end)
    return packed(parts)


@cache
def _part(file: str) -> str:
    return (TEMPLATES / "word" / file).read_text("utf-8")
