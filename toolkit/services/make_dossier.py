"""Makes the dossier of a scan: every publication, what the archive wants to know, in one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from toolkit.documents import mdto
from toolkit.documents.fixed_zip import packed
from toolkit.documents.mdto import SELECTION_LIST, Keeping, Piece
from toolkit.documents.report_html import report_title
from toolkit.domain.report import Form, Kind
from toolkit.services.document_source import Source
from toolkit.services.name_file import file_name
from toolkit.services.order_document import WantedDocument
from toolkit.services.say_report import Order, said
from toolkit.services.score_scan import Scored
from toolkit.services.write_report import Make, in_format
from toolkit.storage.documents import What

HOLDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.DECISION: ("pdf",),
    Kind.FULL: ("pdf",),
    Kind.COUNCIL: ("pdf", "html"),
    Kind.CHILDREN: ("pdf", "html"),
    Kind.PROGRESS: ("pdf",),
    Kind.PROPOSAL: ("docx",),
    Kind.LETTER: ("docx",),
}
"""Which documents a dossier holds, as which files; what cannot be made is left out."""
SUMS = "sha256.txt"


def make_dossier(found: Source, scored: Scored, what: What, make: Make) -> bytes:
    """Return the dossier as a zip; the same scan gives the same bytes.

    Raises what making its documents raises, and `LookupError` when what the archive needs is
    not filled in.
    """
    pieces = tuple(_pieces(found, scored, what, make))
    keeping = _keeping(found, what)
    name = file_name(what, found.opened.assessment.municipality_name).removesuffix(".zip")
    parts: dict[str, bytes] = {f"{name}.mdto.xml": mdto.dossier(keeping, name, pieces)}
    for one in pieces:
        parts[f"{one.id}.mdto.xml"] = mdto.piece(keeping, name, one)
        for file, content in one.files.items():
            parts[file] = content
            parts[f"{file}.bestand.mdto.xml"] = mdto.file(keeping, one, file)
    sums = (f"{sha256(content).hexdigest()}  {file}\n" for file, content in parts.items())
    return packed({**parts, SUMS: "".join(sums).encode()})


def _pieces(found: Source, scored: Scored, what: What, make: Make) -> Iterator[Piece]:
    """Yield each document that the scan can become."""
    for kind, endings in HOLDS.items():
        wanted = WantedDocument(Form.PUBLICATION, what.language, kind=kind)
        if wanted.barred(found) is not None:
            continue
        order = Order(kind, Form.PUBLICATION, what.language, what.day, in_dossier=True)
        place = found.opened.assessment.municipality_name
        names = {
            file_name(What(kind, what.form, what.language, what.day, format=one), place): one
            for one in endings
        }
        files = {
            name: in_format(one, scored, found.library, order, make) for name, one in names.items()
        }
        title = report_title(said(scored, found.library, order), what.language)
        yield Piece(next(iter(names)).rpartition(".")[0], title, files)


def _keeping(found: Source, what: What) -> Keeping:
    blanks, frame = found.blanks, found.opened.assessment
    years = blanks["retention_years"] if blanks["appraisal"] == "V" else ""
    return Keeping(
        municipality=frame.municipality_name,
        code=frame.municipality_code,
        scan=frame.id,
        case_number=blanks["case_number"],
        appraisal=blanks["appraisal"],
        category=blanks["retention_category"],
        selection_list=blanks.get("selection_list", SELECTION_LIST),
        years=int(years) if years else None,
        language=what.language,
        day=what.day,
    )
