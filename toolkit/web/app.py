"""Makes the web application out of its parts."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from toolkit.web import errors
from toolkit.web.assets import with_assets
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
    _wrap(app, parts.settings.trusted_proxies)
    return app


def _wrap(app: Flask, proxies: int) -> None:
    """Serve the assets before the pages, and believe so many proxies about who is asking (T13)."""
    app.wsgi_app = with_assets(app.wsgi_app)  # type: ignore[method-assign, assignment]  # Flask's way
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, proxies, proxies, 0, 0, 0)  # type: ignore[method-assign]
