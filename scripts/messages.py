"""Finds every sentence that needs a translation, so that the catalogues can follow.

``python -m scripts.messages`` adds new sentences to each catalogue, empty, without those nobody says any more.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = tuple(sorted((ROOT / "toolkit" / "locale").glob("*/LC_MESSAGES/*.po")))
PLACES = [("toolkit/**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
KEYWORDS = {
    "_": None,
    "N_": None,
    "words": None,
    "gettext": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
}


def said() -> Catalog:
    """Return every sentence in the code or in a template."""
    catalogue = Catalog()
    for row in extract_from_dir(ROOT, PLACES, OPTIONS, KEYWORDS):
        catalogue.add(row[2], context=row[4])
    return catalogue


def translated(path: Path) -> Catalog:
    """Return the catalogue of one language."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def follow(catalogue: Catalog, sentences: Catalog) -> Catalog:
    """Return a catalogue with exactly these sentences, keeping the translations it has."""
    result = Catalog(locale=catalogue.locale)
    for sentence in sentences:
        if sentence.id:
            known = catalogue.get(sentence.id, sentence.context)
            result.add(sentence.id, known.string if known else None, context=sentence.context)
    return result


def save(catalogue: Catalog, path: Path) -> None:
    """Write the sentences in alphabetical order below the head that the file already has."""
    head = path.read_text("utf-8").split("\n\n", 1)[0].rstrip("\n")
    body = BytesIO()
    write_po(body, catalogue, width=100, sort_output=True, no_location=True, omit_header=True)
    path.write_text(f"{head}\n\n{body.getvalue().decode()}".rstrip("\n") + "\n", "utf-8")


def main() -> None:
    """Bring every catalogue up to date."""
    sentences = said()
    for path in CATALOGUES:
        catalogue = follow(translated(path), sentences)
        save(catalogue, path)
        empty = [one.id for one in catalogue if one.id and not any(one.string or ())]
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} sentences, {len(empty)} to translate")


if __name__ == "__main__":
    main()
