"""Turns the HTML that becomes a PDF into a Word document that people can work in.

python-docx is loaded when a document is made, never with the pages.
"""

from toolkit.documents.archival import Identity


def render_docx(html: str, identity: Identity, *, css: str = "") -> bytes:
    """Return the document; the same HTML and identity give the same bytes.

    ``css`` is the style sheet for paper; only the widths of columns are taken from it. A drawing
    is left out: the table that stands beside it says the same.
    """
    from toolkit.documents.docx_walker import document_of

    return document_of(html, identity, css)
