"""The headers that every answer carries (ASVS 5.0, 3.4.1 to 3.4.6, 14.3)."""

from flask import Response

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " object-src 'none'; frame-ancestors 'none'"
)
FOR_EVERYTHING = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
# A file is never a page of ours, whatever is in it (R16).
TO_TAKE_ALONG = {"Content-Security-Policy": "sandbox; default-src 'none'"}
NEVER_KEPT = "no-store"
TWO_YEARS = "max-age=63072000; includeSubDomains"


def guard(response: Response, *, secure: bool) -> Response:
    """Add what keeps an answer out of caches, frames and other people's scripts."""
    for name, value in FOR_EVERYTHING.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", NEVER_KEPT)
    response.headers["Vary"] = "Cookie, Accept-Language, HX-Request"
    if secure:
        response.headers["Strict-Transport-Security"] = TWO_YEARS
    return response
