"""The command line."""

import click


@click.group()
def main() -> None:
    """Score a child-rights scan, then write its advisory report."""
