"""Makes the web application out of its parts."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from flask import Flask
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix

from toolkit.web import errors
from toolkit.web.assets import with_assets
from toolkit.web.headers import with_headers
from toolkit.web.parts import NAME, Parts
from toolkit.web.routes import ROUTES
from toolkit.web.security import protect

if TYPE_CHECKING:
    from toolkit.settings import Settings

VIEWS = "toolkit.web.views"
View = Callable[..., ResponseReturnValue]


def create_app(parts: Parts) -> Flask:
    """Return the application; it keeps nothing that is not in ``parts``."""
    app = Flask(NAME, static_folder=None)
    app.secret_key = parts.secret
    app.extensions[NAME] = parts
    protect(app, parts.settings)
    errors.answer(app)
    for route in ROUTES:
        app.add_url_rule(route.address, route.view, _asked(route.view), methods=[route.method])
    _wrap(app, parts.settings)
    return app


def load_pages() -> None:
    """Load every view now, so that nobody waits for one who asks for it first."""
    for route in ROUTES:
        view_of(route.view)


def view_of(name: str) -> View:
    """Return a view by its name in the table of routes."""
    module, _, function = name.partition(".")
    view: View = getattr(import_module(f"{VIEWS}.{module}"), function)
    return view


def _asked(name: str) -> View:
    """Return what loads a view when somebody asks for it, and answers with it."""

    def answer(**named: str) -> ResponseReturnValue:
        return view_of(name)(**named)

    return answer


def _wrap(app: Flask, settings: Settings) -> None:
    """Serve the assets before the pages, and believe so many proxies about who is asking (T13)."""
    pages = with_headers(with_assets(app.wsgi_app), secure=settings.secure)
    proxies = settings.trusted_proxies
    if proxies:
        pages = ProxyFix(pages, proxies, proxies, 0, 0, 0)
    app.wsgi_app = pages  # type: ignore[method-assign, assignment]  # Flask's way
