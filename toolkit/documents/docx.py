"""Turns the HTML that becomes a PDF into a Word document that people can work in.

python-docx is loaded when a document is made, never with the pages.
"""

from collections.abc import Mapping

from toolkit.documents.archival import Identity

NONE: Mapping[str, bytes] = {}


def render_docx(
    html: str,
    identity: Identity,
    *,
    css: str = "",
    pictures: Mapping[str, bytes] = NONE,
    accent: str = "",
) -> bytes:
    """Return the document; the same HTML and identity give the same bytes.

    ``css`` is the style sheet for paper; only the widths of columns are taken from it. A drawing
    is left out: the table that stands beside it says the same. ``pictures`` are PNGs by the
    address that the HTML has for them, ``accent`` a colour instead of ours.
    """
    from toolkit.documents.docx_walker import document_of

    return document_of(html, identity, css, pictures, accent)
