"""Turns HTML into a PDF that both archives and screen readers accept.

The only module that knows WeasyPrint; it is imported inside the functions because loading it is
slow and only the process that lays out a page needs it.
"""

import ctypes.util
import io
import logging
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from toolkit.documents import archival, sandbox
from toolkit.documents.archival import Archive, Attachment, Identity
from toolkit.documents.sandbox import Reason
from toolkit.paths import TEMPLATES

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

LARGEST_HTML = 20_000_000
NONE: Mapping[str, bytes] = {}
# Everything the renderer is asked; a test holds these. Compressing, and
# the identifier of the file, are left to finishing.
OPTIONS: Mapping[str, object] = MappingProxyType(
    {
        "pdf_tags": True,
        "output_intent": "srgb",
        "presentational_hints": False,
        "custom_metadata": False,
        "optimize_images": False,
        "full_fonts": False,
        "hinting": False,
        "uncompressed_pdf": True,
        "pdf_identifier": False,
    }
)
_WARNINGS_KEPT = 100
_WARNING_LENGTH = 300
_SHAPELESS = ("Cc", "Cn", "Co", "Cs", "Zl", "Zp")
_REHEARSAL = """<h1>\u015e</h1><p><b>b</b> <i>i</i> \u2603</p><ul><li>l</ul><a href="#k" id="k">k</a>
<svg viewBox="0 0 1 1"><title>t</title><text>s</text></svg>
<table><tr><th>h<tr><td>d</table>"""
_ASSETS = TEMPLATES / "assets"
_PRELOAD = "toolkit.documents.pdf_preload"


class RenderingProblem(StrEnum):
    """What this machine lacks for PDF."""

    NO_PANGO = "no_pango"
    NO_HARFBUZZ_SUBSET = "no_harfbuzz_subset"
    HOST_REFUSED = "host_refused"
    NO_PAGE = "no_page"


_PROBLEMS: Mapping[Reason, RenderingProblem] = MappingProxyType(
    {
        Reason.UNAVAILABLE: RenderingProblem.NO_PANGO,
        Reason.HOST_REFUSED: RenderingProblem.HOST_REFUSED,
    }
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The file, with what the renderer had to say; a warning may quote the text, so never log it."""

    pdf: bytes
    warnings: tuple[str, ...]


class RenderFailed(Exception):
    """These pages cannot be made within the limits; the next ones can."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class PangoMissing(Exception):
    """The system library that lays out text is not installed."""


@dataclass(frozen=True, slots=True)
class _Job:
    html: str
    css: tuple[str, ...]
    identity: Identity
    attachment: Attachment | None
    pictures: Mapping[str, bytes]


def render_pdf(
    html: str,
    identity: Identity,
    *,
    css: tuple[str, ...] = (),
    attachment: Attachment | None = None,
    pictures: Mapping[str, bytes] = NONE,
) -> Rendered:
    """Lay out ``html`` with the style sheets ``css`` (their text) in a process of its own.

    The file keeps PDF/UA-1 and the part of PDF/A that ``identity`` names. Nothing is fetched: the
    fonts are our own, a drawing is inline SVG, and ``pictures`` are PNGs by the address that the
    HTML has for them. The same input gives the same bytes. Raises RenderFailed, or PangoMissing;
    ValueError for an attachment in a file of pages only.
    """
    if attachment is not None and identity.archive is Archive.PAGES_ONLY:
        raise ValueError("a file that is pages only carries no other file")
    if len(html) > LARGEST_HTML:
        raise RenderFailed(Reason.TOO_LARGE)
    warm_up()
    known = replace(identity, title=_with_shapes_only(identity.title))
    try:
        pdf, *warnings = sandbox.run(_pages, _Job(html, css, known, attachment, pictures))
    except sandbox.Stopped as stopped:
        if stopped.reason is Reason.UNAVAILABLE:
            raise PangoMissing from None
        raise RenderFailed(stopped.reason) from None
    return Rendered(pdf, tuple(warning.decode() for warning in warnings))


def warm_up() -> None:
    """Load the renderer in the background, so that the first report does not wait for it."""
    sandbox.prepare(_PRELOAD)


def rendering_problem() -> RenderingProblem | None:
    """Make one small page as every page is made; return what keeps it from being made well."""
    warm_up()
    try:
        (found,) = sandbox.run(_examined, "")
    except sandbox.Stopped as stopped:
        return _PROBLEMS.get(stopped.reason, RenderingProblem.NO_PAGE)
    return RenderingProblem(found.decode()) if found else None


def rehearse() -> None:
    """Lay out one small page in this process, so that copies of it have everything loaded."""
    moment = datetime(2000, 1, 1, tzinfo=UTC)
    note = Attachment("a.txt", b"a", "text/plain", "", moment, moment)
    css = ("@page { @top-left { content: counter(page) } }",)
    tuple(_pages(_Job(_REHEARSAL, css, Identity("", "nl", Archive.CARRIES_FILE, moment), note, {})))


def _examined(_: str) -> Iterator[bytes]:
    rehearse()
    from weasyprint.text.ffi import harfbuzz_subset

    yield b"" if harfbuzz_subset else RenderingProblem.NO_HARFBUZZ_SUBSET.encode()


def _pages(job: _Job) -> Iterator[bytes]:
    """Give the PDF and then each warning; runs in the confined process."""
    fonts, fetcher = _fonts(), _fetcher(job.pictures)
    from weasyprint import CSS, HTML
    from weasyprint.css.counters import CounterStyle

    os.environ["SOURCE_DATE_EPOCH"] = str(int(archival.moment(job.identity.made_on).timestamp()))
    options = {**OPTIONS, "pdf_variant": f"pdf/a-{job.identity.archive}"}
    with _heard() as warnings:
        page = HTML(string=_with_shapes_only(job.html), url_fetcher=fetcher)
        counters = CounterStyle()
        sheets = [
            CSS(string=sheet, url_fetcher=fetcher, font_config=fonts, counter_style=counters)
            for sheet in (_base(), *job.css)
        ]
        document = page.render(
            font_config=fonts, counter_style=counters, stylesheets=sheets, **options
        )
        document.metadata.lang = job.identity.language
        document.metadata.attachments = []
        rendered = document.write_pdf(**options)
    yield archival.finish(rendered, job.identity, job.attachment)
    yield from (warning.encode() for warning in warnings)


@cache
def _base() -> str:
    return (_ASSETS / "css/paper-base.css").read_text("utf-8")


@cache
def _fonts() -> "FontConfiguration":
    """Return our own fonts and no other; a style sheet cannot add one."""
    os.environ["FONTCONFIG_FILE"] = str(_ASSETS / "fonts/fonts.conf")
    try:
        with _loading():
            # The whole first: its parts cannot be loaded again after a load that failed.
            import weasyprint  # noqa: F401
            from weasyprint.text.fonts import FontConfiguration
    except OSError as problem:
        raise sandbox.Unavailable from problem

    class OwnFonts(FontConfiguration):
        def add_font_face(self, rule_descriptors: object, url_fetcher: object) -> None:
            """Leave a font of a style sheet alone: it would be fetched and written to a file."""

    return OwnFonts()


def _fetcher(pictures: Mapping[str, bytes]) -> "URLFetcher":
    """Return a fetcher that gives these and refuses every other address, of whatever kind."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyThese(URLFetcher):
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            if url not in pictures:
                raise PermissionError("an address in a document")
            return URLFetcherResponse(url, pictures[url], {"Content-Type": "image/png"})

    return OnlyThese()


@contextmanager
def _loading() -> Iterator[None]:
    """Load libraries under the names that Linux knows, and print nothing when one is missing.

    Asked for another name, ``find_library`` starts a compiler, some forty processes in all.
    """
    find = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _no_library
    try:
        with redirect_stdout(io.StringIO()):
            yield
    finally:
        ctypes.util.find_library = find


def _no_library(name: str) -> None:
    """Find nothing."""


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if len(self.heard) < _WARNINGS_KEPT:
            self.heard.append(record.getMessage()[:_WARNING_LENGTH])


@contextmanager
def _heard() -> Iterator[list[str]]:
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)


def _with_shapes_only(html: str) -> str:
    """Replace the characters that no font of ours has a shape for.

    The fonts have every assigned character of the basic plane and the emoji.
    """
    return html.translate({ord(sign): "\ufffd" for sign in set(html) if not _has_shape(sign)})


def _has_shape(sign: str) -> bool:
    if sign in "\t\n\r":
        return True
    printed = sign < "\U00010000" or "\U0001f000" <= sign < "\U0001fc00"
    return printed and unicodedata.category(sign) not in _SHAPELESS
