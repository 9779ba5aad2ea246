"""Measures the figures that are named, or all of them: ``python -m benchmarks P1 S2``."""

import sys

import click

from benchmarks import (
    k1_workshop_pack,
    k2_room,
    p1_naive_css,
    p2_whole_job,
    p3_tags,
    p4_chromium_time,
    p5_memory,
    p6_file_size,
    p7_growth,
    p8_beside_a_report,
    p9_taking_along,
    s1_import,
    s2_loading,
    s3_scoring,
    typst_distance,
    w1_saves,
    w2_waiting,
    w3_page,
    w4_requests,
)
from benchmarks.judging import measured
from benchmarks.measure import ROUNDS
from benchmarks.quiet import Busy

FIGURES = {
    script.FIGURE.name: script.FIGURE
    for script in (
        k1_workshop_pack,
        k2_room,
        p1_naive_css,
        p2_whole_job,
        p3_tags,
        p4_chromium_time,
        p5_memory,
        p6_file_size,
        p7_growth,
        p8_beside_a_report,
        p9_taking_along,
        s1_import,
        s2_loading,
        s3_scoring,
        typst_distance,
        w1_saves,
        w2_waiting,
        w3_page,
        w4_requests,
    )
}
MISSED, REFUSED = 1, 2


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(tuple(FIGURES), case_sensitive=False))
@click.option("--anyway", is_flag=True, help="Show numbers under load too, without a verdict.")
@click.option("--rounds", default=ROUNDS, type=click.IntRange(min=ROUNDS), show_default=True)
def main(names: tuple[str, ...], rounds: int, *, anyway: bool) -> None:
    """Measure figures; end with 1 when a must is missed, with 2 when the machine is too busy."""
    status = 0
    for name in names or tuple(FIGURES):
        try:
            outcome = measured(FIGURES[name], rounds, anyway=anyway)
        except Busy as problem:
            click.echo(f"{name} is not measured. {problem}", err=True)
            sys.exit(REFUSED)
        click.echo(outcome.table())
        status = max(status, REFUSED if outcome.busy else MISSED * (outcome.verdict == "MISSED"))
    sys.exit(status)


if __name__ == "__main__":
    main()
