"""The headers that every answer carries, whoever made it (ASVS 5.0, 3.4.1 to 3.4.6, 14.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import TracebackType
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " object-src 'none'; frame-ancestors 'none'"
)
# A file is never a page of ours, whatever is in it (R16).
POLICY_OF_FILES = "sandbox; default-src 'none'"
FOR_EVERYTHING = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
NEVER_KEPT = "no-store"
DEPENDS_ON = "Cookie, Accept-Language, HX-Request"
TWO_YEARS = "max-age=63072000; includeSubDomains"

ErrorOfServer = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]


def with_headers(pages: WSGIApplication, *, secure: bool) -> WSGIApplication:
    """Return the pages, their answers kept out of caches, frames and other people's scripts."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        def begin(
            status: str, given: list[tuple[str, str]], error: ErrorOfServer | None = None
        ) -> Callable[[bytes], object]:
            return start(status, _guarded(given, secure=secure), error)

        return pages(environ, begin)

    return answer


def _guarded(given: list[tuple[str, str]], *, secure: bool) -> list[tuple[str, str]]:
    headers = Headers([*given])
    a_file = (headers["Content-Disposition"] or "").startswith("attachment")
    a_file = a_file or headers["Content-Type"] == "image/png"
    headers["Content-Security-Policy"] = POLICY_OF_FILES if a_file else POLICY
    for name, value in FOR_EVERYTHING.items():
        headers[name] = value
    if "Cache-Control" not in headers:
        headers["Cache-Control"], headers["Vary"] = NEVER_KEPT, DEPENDS_ON
    if secure:
        headers["Strict-Transport-Security"] = TWO_YEARS
    return headers.items()
