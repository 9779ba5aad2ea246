"""Loads the renderer when imported, in the process that every page is made in a copy of."""

import contextlib

from toolkit.documents import pdf
from toolkit.documents.sandbox import Unavailable

# Without Pango each page hears so by itself.
with contextlib.suppress(Unavailable):
    pdf.rehearse()
