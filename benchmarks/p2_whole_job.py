"""P2: everything from the scan file to the report on disk, beside bare WeasyPrint."""

from functools import partial

from benchmarks.example_report import rendered, tuned, whole_job
from benchmarks.judging import Figure, cpu_ratio
from benchmarks.measure import Variant
from benchmarks.plain_weasyprint import plain


def _variants() -> tuple[Variant, ...]:
    page = tuned()
    return (
        Variant("whole job, PDF/A-3a and PDF/UA-1", whole_job),
        Variant("bare WeasyPrint, PDF/UA-1", partial(plain, page)),
        Variant("bare WeasyPrint, PDF/A-3a", partial(plain, page, "pdf/a-3a")),
        Variant("the pages alone, as the program makes them", partial(rendered, page)),
    )


FIGURE = Figure("P2", "whole job ÷ bare WeasyPrint, CPU", _variants, cpu_ratio, must=1.10, aim=1.04)
