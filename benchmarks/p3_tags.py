"""P3: the report with tags for screen readers, beside one without."""

from functools import partial

from benchmarks.example_report import tuned
from benchmarks.judging import Figure, cpu_ratio
from benchmarks.measure import Variant
from benchmarks.plain_weasyprint import plain


def _variants() -> tuple[Variant, ...]:
    page = tuned()
    return (
        Variant("tagged", partial(plain, page, "pdf/a-3u", tags=True)),
        Variant("untagged", partial(plain, page, "pdf/a-3u", tags=False)),
    )


FIGURE = Figure("P3", "tagged ÷ untagged, CPU", _variants, cpu_ratio, must=1.25, aim=1.15)
