"""Makes the web application out of its parts."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from toolkit.settings import Settings
from toolkit.web import errors
from toolkit.web.assets import with_assets
from toolkit.web.headers import with_headers
from toolkit.web.parts import NAME, Parts
from toolkit.web.security import protect
from toolkit.web.views import BLUEPRINTS


def create_app(parts: Parts) -> Flask:
    """Return the application; it keeps nothing that is not in ``parts``."""
    app = Flask(NAME, static_folder=None)
    app.secret_key = parts.secret
    app.extensions[NAME] = parts
    protect(app, parts.settings)
    errors.answer(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    _wrap(app, parts.settings)
    return app


def _wrap(app: Flask, settings: Settings) -> None:
    """Serve the assets before the pages, and believe so many proxies about who is asking (T13)."""
    pages = with_headers(with_assets(app.wsgi_app), secure=settings.secure)
    proxies = settings.trusted_proxies
    if proxies:
        pages = ProxyFix(pages, proxies, proxies, 0, 0, 0)
    app.wsgi_app = pages  # type: ignore[method-assign, assignment]  # Flask's way
