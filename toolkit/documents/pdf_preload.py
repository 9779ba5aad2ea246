"""Loads the renderer when imported, in the process that every page is made in a copy of."""

import contextlib
import ctypes
import gc

from toolkit.documents import pdf
from toolkit.documents.sandbox import Unavailable

# Settings of the C library's allocator: M_MMAP_THRESHOLD, M_TRIM_THRESHOLD, M_TOP_PAD.
KEPT = {-3: 32 * 2**20, -1: 512 * 2**20, -2: 32 * 2**20}

# Without Pango each page hears so by itself.
with contextlib.suppress(Unavailable):
    pdf.rehearse()

# What is loaded stays for good, and a page's process ends after one page: it need not look for
# garbage, nor give memory back. Together that saves a tenth of the time.
gc.freeze()
gc.disable()
with contextlib.suppress(OSError, AttributeError):
    allocator = ctypes.CDLL(None)
    for setting, bytes_kept in KEPT.items():
        allocator.mallopt(setting, bytes_kept)
