"""Ids and secrets: how they are made, and how a secret is kept."""

import hashlib
import secrets
import uuid
from hashlib import sha256

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS_IN_CODE = 10
_MEANT = str.maketrans("OIL", "011", " -\u2010\u2011\u2013\u00a0")


def new_id() -> str:
    """Return an id that nobody can guess the next of."""
    return uuid.uuid4().hex


def new_secret() -> str:
    """Return 192 random bits as text for an address or a cookie (ASVS 5.0, 7.2.3)."""
    return secrets.token_urlsafe(24)


def digest(secret: str) -> str:
    """Return what is kept of a secret; it is long and random, so one round of hashing will do."""
    return sha256(secret.encode()).hexdigest()


def new_code() -> str:
    """Return 50 random bits as letters that people type over, without those that look alike."""
    return "".join(secrets.choice(LETTERS) for _ in range(LETTERS_IN_CODE))


def code_meant(typed: str) -> str:
    """Return a code as it was made, however it was typed: with spaces, small, an O for a 0."""
    return typed.upper().translate(_MEANT)


def code_digest(code: str) -> str:
    """Return what is kept of a code; it is short enough to guess, so each guess is made to cost."""
    return hashlib.scrypt(code.encode(), salt=b"invitation", n=2**14, r=8, p=1, dklen=32).hex()
