"""P7: how fast the cost grows with the number of pages, from about 30 to about 120."""

import math
import re
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from statistics import linear_regression

from benchmarks.example_report import rendered, tuned
from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant
from benchmarks.plain_weasyprint import Page

THEMES = (2, 12, 25, 42)
_THEME = re.compile(r'<section\b[^>]*\bid="theme-.*?</section>', re.DOTALL)
_NAME = re.compile(r'\bid="([^"]+)"')


def with_themes(page: Page, count: int) -> Page:
    """Return the report with this many theme chapters, repeated where it has fewer."""
    themes = _THEME.findall(page.html)
    head, rest = page.html.split(themes[0], 1)
    tail = rest.rsplit(themes[-1], 1)[1]
    copies = (_NAME.sub(rf'id="\1-{number}"', theme) for number, theme in enumerate(cycle(themes)))
    chosen = (*themes, *islice(copies, max(0, count - len(themes))))[:count]
    return replace(page, html=_without_dead_links(head + "\n".join(chosen) + tail))


def _without_dead_links(html: str) -> str:
    names = set(_NAME.findall(html))
    return re.sub(r'(<a\b[^>]*\bhref="#)([^"]+)"', lambda found: _to(found, names), html)


def _to(found: re.Match[str], names: set[str]) -> str:
    target = found[2] if found[2] in names else min(names)
    return f'{found[1]}{target}"'


def _variants() -> tuple[Variant, ...]:
    page = tuned()
    return tuple(
        Variant(f"{count} themes", partial(rendered, with_themes(page, count))) for count in THEMES
    )


def _exponent(costs: Round) -> float:
    pages = [math.log(cost.pages) for cost in costs]
    return linear_regression(pages, [math.log(cost.cpu) for cost in costs]).slope


FIGURE = Figure("P7", "growth exponent, CPU over pages", _variants, _exponent, must=1.15, aim=1.05)
