"""Ids and secrets: how they are made, and how a secret is kept."""

import secrets
import uuid
from hashlib import sha256


def new_id() -> str:
    """Return an id that nobody can guess the next of."""
    return uuid.uuid4().hex


def new_secret() -> str:
    """Return 192 random bits as text for an address or a cookie (ASVS 5.0, 7.2.3)."""
    return secrets.token_urlsafe(24)


def digest(secret: str) -> str:
    """Return what is kept of a secret; it is long and random, so one round of hashing will do."""
    return sha256(secret.encode()).hexdigest()
