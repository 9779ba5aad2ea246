"""Lets a form bring something back unchanged, without keeping it here in the meantime."""

from __future__ import annotations

from hashlib import sha256

from itsdangerous import BadData, URLSafeSerializer

from toolkit.web.parts import parts


def seal(value: object, about: str) -> str:
    """Return a value that JSON can hold as a text for a hidden field.

    ``about`` says for whom and where; it comes back only there. The text can be read by whoever
    has the page, so nothing goes in that its reader may not know.
    """
    return str(_sealing(about).dumps(value))


def unseal(text: str, about: str) -> object:
    """Return what was sealed here for the same; `None` for anything else, which is not unpacked."""
    try:
        value: object = _sealing(about).loads(text)
    except BadData:
        return None
    return value


def _sealing(about: str) -> URLSafeSerializer:
    strong = {"key_derivation": "hmac", "digest_method": sha256}
    return URLSafeSerializer(parts().secret, salt=f"sealed\0{about}", signer_kwargs=strong)
