"""Asks the organisation by OpenID Connect who somebody is; loaded when somebody asks."""

from __future__ import annotations

from datetime import datetime

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, import_key
from joserfc.jwt import JWTClaimsRegistry
from requests import RequestException
from structlog import get_logger

from toolkit.services.single_sign_on import Flight, NotVouchedFor, OrganisationSilent, Vouched
from toolkit.settings import Settings

DISCOVERY = "/.well-known/openid-configuration"
# Signatures only; never a shared secret, and never none at all.
ALGORITHMS = ["RS256", "PS256", "ES256"]
SECONDS = 10
log = get_logger()


def address_to_ask(settings: Settings, back: str, flight: Flight) -> str:
    """Return where the organisation asks who this is; raise `OrganisationSilent`."""
    with _client(settings, back) as client:
        told = _told(client, settings.oidc_issuer)
        found: tuple[str, str] = client.create_authorization_url(
            _text(told, "authorization_endpoint"),
            state=flight.state,
            nonce=flight.nonce,
            code_verifier=flight.verifier,
        )
    return found[0]


def vouched(settings: Settings, back: str, flight: Flight, answer: str, *, at: datetime) -> Vouched:
    """Return who came back with this address; raise `NotVouchedFor` and `OrganisationSilent`."""
    try:
        with _client(settings, back) as client:
            told = _told(client, settings.oidc_issuer)
            token: dict[str, object] = client.fetch_token(
                _text(told, "token_endpoint"),
                authorization_response=answer,
                state=flight.state,
                code_verifier=flight.verifier,
                timeout=SECONDS,
            )
            keys = client.request(
                "GET", _text(told, "jwks_uri"), withhold_token=True, timeout=SECONDS
            ).json()
        claims = _claims(settings, str(token.get("id_token", "")), keys, flight, at)
    except RequestException as error:
        raise _silent(error) from error
    except (AuthlibBaseError, JoseError, ValueError, KeyError, TypeError) as error:
        log.warning("not_vouched_for", kind=type(error).__name__)
        raise NotVouchedFor from error
    verified = claims.get("email_verified") is True
    email = str(claims.get("email", "")) if verified else ""
    return Vouched(settings.oidc_issuer, str(claims["sub"]), email)


def _client(settings: Settings, back: str) -> OAuth2Session:
    return OAuth2Session(
        settings.oidc_client_id,
        settings.oidc_client_secret or None,
        scope="openid email",
        redirect_uri=back,
        code_challenge_method="S256",
    )


def _told(client: OAuth2Session, issuer: str) -> dict[str, object]:
    """Return what the organisation says of itself; it has to be the one that was named."""
    try:
        address = issuer.rstrip("/") + DISCOVERY
        answer = client.request("GET", address, withhold_token=True, timeout=SECONDS)
        answer.raise_for_status()
        told: dict[str, object] = answer.json()
    except (RequestException, ValueError) as error:
        raise _silent(error) from error
    if told.get("issuer") != issuer:
        raise _silent(ValueError())
    return told


def _silent(error: Exception) -> OrganisationSilent:
    log.warning("organisation_silent", kind=type(error).__name__)
    return OrganisationSilent()


def _text(told: dict[str, object], name: str) -> str:
    return str(told[name])


def _claims(
    settings: Settings, token: str, keys: dict[str, object], flight: Flight, at: datetime
) -> dict[str, object]:
    """Return what a token says when it is signed, new, and meant for us and this browser."""
    read = jwt.decode(token, _key_set(keys), algorithms=ALGORITHMS)
    registry = JWTClaimsRegistry(
        now=int(at.timestamp()),
        leeway=60,
        iss={"essential": True, "value": settings.oidc_issuer},
        aud={"essential": True, "value": settings.oidc_client_id},
        nonce={"essential": True, "value": flight.nonce},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
    )
    registry.validate(read.claims)
    return dict(read.claims)


def _key_set(told: dict[str, object]) -> KeySet:
    found = told["keys"]
    if not isinstance(found, list):
        raise TypeError
    return KeySet([import_key(one) for one in found])
