"""W3: a page with twelve questions, beside the same page written by hand (frozen here)."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace

from flask import Flask, url_for
from jinja2 import Template

from benchmarks.judging import Figure, cpu_ratio
from benchmarks.measure import Variant
from toolkit.bootstrap import assemble
from toolkit.catalogue import library
from toolkit.documents import scanfile
from toolkit.documents.html import environment, fill
from toolkit.domain.progress import progress
from toolkit.domain.questionnaire import Group, Question, Questionnaire
from toolkit.paths import EXAMPLE
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.own_scans import first_actor, take_in
from toolkit.settings import Settings
from toolkit.web import assets
from toolkit.web.asked import asked, wrong_in
from toolkit.web.dress import OURS
from toolkit.web.routes import ROUTES
from toolkit.wording import wording

HERE = Path(__file__).parent
LANGUAGE, COUNT, TIMES = "nl", 12, 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """A scan with a theme of twelve questions, all answered."""

    scan: Opened
    theme: Group

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the theme."""
        return self.scan.asked_in(self.theme.id)

    def around(self) -> dict[str, object]:
        """Return what either page is given besides its questions."""
        words, facts = wording(LANGUAGE), library()
        return {
            "scan": self.scan,
            "scan_title": self.scan.assessment.title,
            "library": facts,
            "roles": tuple((role.id, words.text(role.label)) for role in facts.roles),
            "register": (),
            "finished": {},
            "offers": {},
            "fictional": True,
            "may_answer": True,
            "theme": self.theme,
            "name": self.theme.id,
            "progress": progress(self.questions, self.scan.answers),
            "page": _PAGE,
            "url": url_for,
            "asset": assets.address,
        }


_PAGE = SimpleNamespace(
    language=LANGUAGE,
    other_language="en",
    path="/scans/a/themes/gov",
    csrf="a" * 90,
    signed_in=True,
    function="",
    municipality="Voorbeeldstad",
    fictional=True,
    messages=(),
    ends_in=1800,
    idle_minutes=30,
    dress=OURS,
    more=True,
)


def _sheet() -> Sheet:
    scan = _example()
    whole = scan.questionnaire
    theme = whole.themes[0].model_copy(update={"items": tuple(whole.all_items())[:COUNT]})
    parts = {name: getattr(whole, name) for name in Questionnaire.model_fields}
    twelve = Questionnaire.model_validate({**parts, "themes": (theme, *whole.themes[2:])})
    return Sheet(replace(scan, questionnaire=twelve), theme)


def _example() -> Opened:
    with tempfile.TemporaryDirectory() as folder:
        parts = assemble(Settings(data=Path(folder) / "data"))
        example, at = scanfile.read_file(EXAMPLE, parts.shelf), parts.now()
        with parts.database.writing() as connection:
            name = take_in(connection, parts.shelf, example, at=at)
            actor = first_actor(connection, at=at)
            opened = open_scan(actor, connection, parts.shelf, name)
        parts.database.close()
    return opened


def _ours(sheet: Sheet) -> str:
    words = wording(LANGUAGE)
    rows = tuple(
        asked(sheet.scan, question, words, number=number)
        for number, question in enumerate(sheet.questions, start=1)
    )
    places = tuple(row.id for row in rows)
    shown = {"rows": rows, "places": places, "wrong": wrong_in(rows, words)}
    return fill("pages/theme.html", LANGUAGE, {**sheet.around(), **shown})


def _by_hand(sheet: Sheet) -> str:
    return _frozen().render({**sheet.around(), "questions": sheet.questions})


@cache
def _frozen() -> Template:
    text = (HERE / "theme_by_hand.html").read_text("utf-8")
    return environment(LANGUAGE).from_string(text)


def _filled(pages: Flask, page: Callable[[Sheet], str], sheet: Sheet) -> bytes:
    with pages.test_request_context():
        page(sheet)
    return b""


def both_pages() -> tuple[str, str]:
    """Return the page as people get it, and the same written by hand."""
    pages, sheet = _pages(), _sheet()
    with pages.test_request_context():
        return _ours(sheet), _by_hand(sheet)


def _pages() -> Flask:
    pages = Flask(__name__)
    for route in ROUTES:
        pages.add_url_rule(route.address, route.view)
    return pages


def _variants() -> tuple[Variant, ...]:
    pages, sheet = _pages(), _sheet()
    return (
        Variant("asked and filled in", partial(_filled, pages, _ours, sheet), TIMES),
        Variant("written by hand", partial(_filled, pages, _by_hand, sheet), TIMES),
    )


FIGURE = Figure("W3", "12 questions ÷ by hand, CPU", _variants, cpu_ratio, must=1.5, aim=1.2)
