"""WeasyPrint with nothing around it, in the same kind of warm process as the program's."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.urls import URLFetcher

from toolkit.documents import sandbox
from toolkit.documents.pdf import warm_up
from toolkit.paths import TEMPLATES


@dataclass(frozen=True, slots=True)
class Page:
    """What an engine is given; ``base`` is the style that the program adds to every page."""

    html: str
    css: str
    base: str


@dataclass(frozen=True, slots=True)
class Job:
    """A page with what is asked of the renderer."""

    page: Page
    variant: str | None
    tags: bool


def plain(page: Page, variant: str | None = "pdf/ua-1", *, tags: bool = True) -> bytes:
    """Return the PDF that WeasyPrint itself writes."""
    warm_up()
    return sandbox.run(_pages, Job(page, variant, tags))[0]


def _pages(job: Job) -> Iterator[bytes]:
    os.environ["FONTCONFIG_FILE"] = str(TEMPLATES / "assets" / "fonts" / "fonts.conf")
    counters = CounterStyle()
    sheets = [
        CSS(string=css, url_fetcher=URLFetcher(), counter_style=counters)
        for css in (job.page.base, job.page.css)
    ]
    yield HTML(string=job.page.html).write_pdf(
        stylesheets=sheets,
        counter_style=counters,
        pdf_variant=job.variant,
        pdf_tags=job.tags,
    )
