"""One module a family of pages."""

from flask import Blueprint

from toolkit.web.views import (
    answering,
    documents,
    files,
    health,
    help_now,
    home,
    language,
    outcome,
    scan,
    start,
)

BLUEPRINTS: tuple[Blueprint, ...] = (
    start.bp,
    home.bp,
    scan.bp,
    answering.bp,
    outcome.bp,
    documents.bp,
    files.bp,
    language.bp,
    help_now.bp,
    health.bp,
)
