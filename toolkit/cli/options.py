"""The options that several commands share."""

from pathlib import Path

import click

from toolkit.catalogue import Shelf, shelf_at, shipped
from toolkit.wording import Wording


def output_option(
    words: Wording, default: str | None = None, *, metavar: str = "OUT.pdf"
) -> click.Option:
    """Return ``-o``; it must be typed when there is no default."""
    option = click.Option(
        ["-o", "--output"],
        required=default is None,
        metavar=metavar,
        help=words("The file to make; what stands there is replaced."),
    )
    if default is not None:  # to click, a default of None is a default too
        option.default = default
    return option


def questionnaire_option(words: Wording) -> click.Option:
    """Return ``--questionnaire``, whose value is for `shelf_for`."""
    return click.Option(
        ["--questionnaire"],
        metavar=words("FOLDER"),
        help=words("Where the questionnaire is, if it is not an installed one."),
    )


def shelf_for(folder: str | None) -> Shelf:
    """Return the questionnaires in a folder, or the installed ones; raises what `shelf_at` does."""
    return shelf_at(Path(folder)) if folder else shipped()
