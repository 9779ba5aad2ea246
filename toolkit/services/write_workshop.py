"""Makes the pack of a workshop: every paper, in one file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from toolkit.documents.archival import Archive, Identity
from toolkit.documents.docx import render_docx
from toolkit.documents.fixed_zip import packed
from toolkit.documents.html import stylesheet
from toolkit.documents.output import write_whole
from toolkit.documents.pdf import render_pdf
from toolkit.documents.slides import render_slides
from toolkit.documents.workshop_html import SHEETS, paper_html, paper_title
from toolkit.documents.workshop_pack import SLIDES, Paper, Workshop, file_name
from toolkit.documents.workshop_slides import foot, workshop_slides
from toolkit.wording import wording

Heard = Callable[[int, int], None]
"""Is told how many papers are made, of how many."""


def pack(workshop: Workshop, language: str, heard: Heard) -> bytes:
    """Return every paper of a workshop in one file; the same workshop gives the same bytes.

    Hand-outs are in it once the supporting organisation agreed. Raises `UnknownLanguage`,
    `PangoMissing` and `RenderFailed`.
    """
    makers = dict(_makers(workshop, language))
    files: dict[str, bytes] = {}
    for name, make in makers.items():
        files[name] = make()
        heard(len(files), len(makers))
    return packed(files)


def write_pack(workshop: Workshop, language: str, target: Path, heard: Heard) -> None:
    """Write the pack to ``target``; besides what making it raises, `CannotWrite`."""
    write_whole(target, pack(workshop, language, heard))


def paper_pdf(paper: Paper, workshop: Workshop, language: str) -> bytes:
    """Return one paper to print."""
    html = paper_html(paper, workshop, language)
    return render_pdf(html, paper_identity(paper, workshop, language), css=_sheets(paper)).pdf


def paper_word(paper: Paper, workshop: Workshop, language: str) -> bytes:
    """Return one paper for who wants to change it."""
    html = paper_html(paper, workshop, language)
    css = "\n".join(_sheets(paper))
    return render_docx(html, paper_identity(paper, workshop, language), css=css)


def slides(workshop: Workshop, language: str) -> bytes:
    """Return the slides."""
    words = wording(language)
    said = workshop_slides(workshop, words)
    return render_slides(said, paper_identity(SLIDES, workshop, language), foot(workshop, words))


def _makers(workshop: Workshop, language: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the name of each file with what makes it."""
    words = wording(language)
    for paper in workshop.papers():
        yield file_name(paper, ".pdf", words), partial(paper_pdf, paper, workshop, language)
        if paper.word:
            yield file_name(paper, ".docx", words), partial(paper_word, paper, workshop, language)
    if workshop.may_be_made(SLIDES):
        yield file_name(SLIDES, ".pptx", words), partial(slides, workshop, language)


def paper_identity(paper: Paper, workshop: Workshop, language: str) -> Identity:
    title = paper_title(paper, workshop, language)
    return Identity(title, language, Archive.PAGES_ONLY, workshop.day)


def _sheets(paper: Paper) -> tuple[str, ...]:
    return tuple(map(stylesheet, SHEETS[paper.sheet]))
