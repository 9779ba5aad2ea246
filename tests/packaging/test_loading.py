"""What makes documents is loaded when a document is made, not with the pages."""

import subprocess
import sys

MAKES_DOCUMENTS = {"weasyprint", "pikepdf", "docx", "openpyxl", "xlsxwriter", "icalendar", "pptx"}
LOADED = "import sys, toolkit.web.app; print(*sys.modules)"


def test_pages_are_served_without_loading_what_makes_documents() -> None:
    """S1."""
    found = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, check=True)

    loaded = set(found.stdout.decode().split())

    assert "flask" in loaded
    assert MAKES_DOCUMENTS.isdisjoint(loaded)
