"""Knows where the files that come with the program are, in a checkout or in an installed copy."""

from importlib.resources import files
from pathlib import Path

QUESTIONNAIRES = Path(str(files("toolkit.questionnaires")))
TEMPLATES = Path(str(files("toolkit.templates")))
LIBRARY = QUESTIONNAIRES / "library"
EXAMPLES = QUESTIONNAIRES / "voorbeelden"
EXAMPLE = EXAMPLES / "voorbeeldstad.yaml"
