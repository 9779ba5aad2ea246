"""Lets a form bring something back unchanged, without keeping it here in the meantime."""

from __future__ import annotations

import hmac
import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from hashlib import sha256

from toolkit.web.parts import parts

_MARK = sha256().digest_size


def seal(value: object, about: str) -> str:
    """Return a value that JSON can hold as a text for a hidden field.

    ``about`` says for whom and where; it comes back only there. The text can be read by whoever
    has the page, so nothing goes in that its reader may not know.
    """
    packed = zlib.compress(json.dumps(value).encode())
    return urlsafe_b64encode(_mark(packed, about) + packed).decode()


def unseal(text: str, about: str) -> object:
    """Return what was sealed here for the same; `None` for anything else, which is not unpacked."""
    try:
        sent = urlsafe_b64decode(text.encode())
    except (Error, ValueError):
        return None
    mark, packed = sent[:_MARK], sent[_MARK:]
    if not hmac.compare_digest(mark, _mark(packed, about)):
        return None
    value: object = json.loads(zlib.decompress(packed))
    return value


def _mark(packed: bytes, about: str) -> bytes:
    key = f"sealed\0{parts().secret}".encode()
    return hmac.digest(key, sha256(about.encode()).digest() + packed, "sha256")
