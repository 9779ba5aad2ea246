"""One module a family of pages."""

from flask import Blueprint

from toolkit.web.views import (
    about,
    actions,
    answering,
    comparison,
    documents,
    evidence,
    files,
    find_out,
    health,
    help_now,
    home,
    language,
    life,
    outcome,
    rectification,
    remarks,
    scan,
    start,
)

BLUEPRINTS: tuple[Blueprint, ...] = (
    start.bp,
    home.bp,
    scan.bp,
    answering.bp,
    outcome.bp,
    evidence.bp,
    remarks.bp,
    find_out.bp,
    actions.bp,
    life.bp,
    rectification.bp,
    comparison.bp,
    documents.bp,
    files.bp,
    language.bp,
    help_now.bp,
    about.bp,
    health.bp,
)
