"""Loads the renderer when imported, in the process that every page is made in a copy of."""

import contextlib
import gc

from toolkit.documents import pdf
from toolkit.documents.sandbox import Unavailable

# Without Pango each page hears so by itself.
with contextlib.suppress(Unavailable):
    pdf.rehearse()

# What is loaded stays for good, and a layout makes little garbage: looking for it less often
# saves a tenth of the time and costs next to no memory.
gc.freeze()
gc.set_threshold(50_000, 20, 50)
