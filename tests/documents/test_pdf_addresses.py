"""A text that reaches a PDF brings nothing in and sends nothing out."""

from collections.abc import Iterator
from contextlib import suppress

import pikepdf
import pytest
from jinja2 import Environment
from weasyprint import HTML

from tests.documents.outside import Outside, watched
from tests.documents.pages import SCAN, a_page, a_scan_file, an_identity, opened, printed, text_of
from tests.documents.vectors import VECTORS
from toolkit.documents.archival import Archive
from toolkit.documents.html import environment
from toolkit.documents.pdf import Rendered, RenderFailed, render_pdf

TEMPLATE = "<!DOCTYPE html><html lang='nl'><title>t</title><h1>t</h1><pre>{{ text }}</pre></html>"
FORBIDDEN = {"/Launch", "/GoToR", "/SubmitForm", "/JavaScript", "/ImportData", "/FileAttachment"}


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with watched(tmp_path_factory.mktemp("outside")) as opened_up:
        yield opened_up


def with_every_url(vector: str, outside: Outside) -> str:
    return "".join(vector.format(url=url) for url in outside.urls)


def deeds(rendered: Rendered) -> set[str]:
    """Return what a reader of the file would be made to do or to save."""
    pdf = opened(rendered)
    named = {
        str(o.get(key))
        for o in pdf.objects
        if isinstance(o, pikepdf.Dictionary)
        for key in ("/S", "/Subtype")
    }
    return named & FORBIDDEN | set(pdf.attachments)


def deeds_of(body: str) -> set[str]:
    """A page may also be refused: some rules of style give up when they get no answer."""
    with suppress(RenderFailed):
        return deeds(printed(body))
    return set()


def shows_literally(environment: Environment, text: str) -> bool:
    """Tell whether a page made by this environment prints the text as it was typed."""
    page = environment.from_string(TEMPLATE).render(text=text)
    wide = "@page { size: 2000mm 297mm }"
    shown = text_of(render_pdf(page, an_identity(), css=(wide,)))
    return "".join(text.split()) in "".join(shown.split())


def test_there_are_many_ways_in() -> None:
    assert len(VECTORS) >= 40


@pytest.mark.parametrize("name", VECTORS)
def test_markup_that_got_through_fetches_and_embeds_nothing(name: str, outside: Outside) -> None:
    """T40, M1: even when nothing is escaped."""
    before = tuple(outside.visits)

    came_of_it = deeds_of(with_every_url(VECTORS[name], outside))

    assert tuple(outside.visits) == before
    assert came_of_it == set()


@pytest.mark.parametrize("name", VECTORS)
def test_markup_in_a_text_is_printed_as_it_was_typed(name: str) -> None:
    """T40, T34."""
    assert shows_literally(environment("nl"), VECTORS[name].format(url="http://127.0.0.1:9/a"))


def test_without_escaping_that_would_be_noticed() -> None:
    """T42."""
    careless = environment("nl").overlay(autoescape=False)

    assert not shows_literally(careless, VECTORS["img"].format(url="http://127.0.0.1:9/a"))


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% raw %}", "{x.__class__}", "%s %(n)s", "${1}"])
def test_a_text_is_never_a_template(text: str) -> None:
    """T34."""
    assert shows_literally(environment("nl"), text)


@pytest.mark.parametrize(
    "name", ["img", "link_attachment", "style_import", "svg_image", "anchor_attachment"]
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_renderer_as_it_comes_would_be_noticed(name: str, outside: Outside) -> None:
    """M1: the listener hears what an unguarded renderer does."""
    before = len(outside.visits)

    HTML(string=a_page(VECTORS[name].format(url=outside.urls[0]))).write_pdf()

    assert len(outside.visits) > before


def test_a_file_that_is_read_would_be_noticed(outside: Outside) -> None:
    before = len(outside.visits)

    HTML(string=a_page(VECTORS["link_attachment"].format(url=outside.urls[6]))).write_pdf()

    assert len(outside.visits) > before


@pytest.mark.parametrize(
    "drawing",
    ["image/png;base64,iVBORw0KGgo=", "application/postscript,%!PS-Adobe", "image/svg+xml,<svg/>"],
)
def test_a_picture_from_outside_is_left_out(drawing: str) -> None:
    """T43: the only drawings are our own, inside the page."""
    rendered = printed(f'<p>voor</p><img alt="x" src="data:{drawing}"><p>na</p>')
    pdf = opened(rendered)

    assert len(pdf.pages[0].get_images()) == 0
    assert "na" in text_of(rendered)


def test_the_one_file_that_was_asked_for_is_the_only_one(outside: Outside) -> None:
    body = "".join(
        VECTORS[name].format(url=outside.urls[0]) for name in VECTORS if "attach" in name
    )

    carrying = an_identity(archive=Archive.CARRIES_FILE)

    rendered = render_pdf(a_page(body), carrying, attachment=a_scan_file())
    pdf = opened(rendered)

    assert deeds(rendered) == {"scan.yaml"}
    assert pdf.attachments["scan.yaml"].get_file().read_bytes() == SCAN
