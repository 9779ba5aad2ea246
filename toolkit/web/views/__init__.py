"""One module a family of pages."""

from flask import Blueprint

from toolkit.web.views import health, help_now, home, language, start

BLUEPRINTS: tuple[Blueprint, ...] = (
    start.bp,
    home.bp,
    language.bp,
    help_now.bp,
    health.bp,
)
