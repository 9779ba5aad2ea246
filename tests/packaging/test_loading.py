"""What few visits need is loaded when it is needed, not with the pages."""

import subprocess
import sys

MAKES_DOCUMENTS = {"weasyprint", "pikepdf", "docx", "openpyxl", "xlsxwriter", "icalendar", "pptx"}
LETS_IN = {"passlib", "segno", "authlib", "joserfc", "requests", "cryptography"}
CHANGES_TABLES = {"alembic", "mako"}
LOADED = "import sys, toolkit.web.app; print(*sys.modules)"


def test_pages_are_served_without_loading_what_few_visits_need() -> None:
    """S1."""
    found = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, check=True)

    loaded = set(found.stdout.decode().split())

    assert "flask" in loaded
    assert loaded & (MAKES_DOCUMENTS | LETS_IN | CHANGES_TABLES) == set()
