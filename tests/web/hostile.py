"""Texts that somebody with bad intentions types in."""

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}{x.__class__}%(name)s",
    "'; DROP TABLE actions; --",
    "=HYPERLINK(1)",
    "\u202egnp.exe\u200b",
    "e\u0301\u0301 👩\u200d👧 \U0001f600",
)
