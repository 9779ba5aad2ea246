"""Typst: the same content simply laid out by an engine written for speed; no bound, only a distance."""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.example_report import rendered, tuned
from benchmarks.judging import Figure, cpu_ratio
from benchmarks.measure import Variant
from benchmarks.typst_markup import typst
from toolkit.paths import TEMPLATES

_FONTS = TEMPLATES / "assets" / "fonts"
_COMPILE = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]],
              ignore_system_fonts=True, pdf_standards=["ua-1"])
"""


def _compiled(markup: str) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "page.typ", Path(name) / "page.pdf"
        source.write_text(markup, "utf-8")
        command = (sys.executable, "-c", _COMPILE, str(source), str(target), str(_FONTS))
        subprocess.run(command, check=True)  # noqa: S603 # a program and a page of our own
        return target.read_bytes()


def _variants() -> tuple[Variant, ...]:
    page = tuned()
    return (
        Variant("the program, warm", partial(rendered, page)),
        Variant("Typst, cold, PDF/UA-1", partial(_compiled, typst(page.html))),
    )


FIGURE = Figure("Typst", "warm ÷ cold Typst, CPU", _variants, cpu_ratio)
