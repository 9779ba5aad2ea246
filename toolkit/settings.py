"""The settings of one installation, from the environment: KRS_DATA, KRS_PORT, and so on."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from toolkit.domain.fields import Model

PREFIX = "KRS_"
SITE = re.compile(r"(https?)://([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?/?")
MAILBOX = re.compile(r"[^\s@<>]+@[^\s@<>]+|[^\r\n<>]+ <[^\s@<>]+@[^\s@<>]+>")
SCANNER = re.compile(r"/.+|([a-zA-Z0-9.-]+|\[[0-9a-f:.]+\]):[0-9]{1,5}")
# The organisation is asked over https, or on this computer.
ISSUER = r"^$|^https://[^\s?#]+$|^http://(localhost|127\.0\.0\.1)(:[0-9]{1,5})?(/[^\s?#]*)?$"
USUAL_PORTS = {"http": ":80", "https": ":443"}


def _data_folder() -> Path:
    return Path("~/.local/share/kinderrechtenscan").expanduser()


def _site(address: str) -> str:
    """Return an address as browsers say it: without a path, and without the usual port."""
    if not address:
        return ""
    parts = SITE.fullmatch(address.lower())
    if parts is None:
        raise ValueError(address)
    kind, host, port = parts.groups("")
    return f"{kind}://{host}{'' if port == USUAL_PORTS[kind] else port}"


def _mailbox(address: str) -> str:
    """Return an address of mail, with or without a name before it, on one line."""
    if address and not MAILBOX.fullmatch(address):
        raise ValueError(address)
    return address


def _scanner(address: str) -> str:
    """Return where a virus scanner listens: host:port, or the path of a socket."""
    if address and not SCANNER.fullmatch(address):
        raise ValueError(address)
    return address


Days = Annotated[int | None, Field(ge=0, le=36_500)]


class Settings(Model):
    """What an operator may choose; an unknown name is refused when the program starts."""

    data: Path = Field(default_factory=_data_folder)
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    public_url: Annotated[str, AfterValidator(_site)] = ""
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    lang: str = ""
    contact: str = Field(default="", max_length=200)
    smtp_host: str = ""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_from: Annotated[str, AfterValidator(_mailbox)] = ""
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    oidc_issuer: str = Field(default="", pattern=ISSUER)
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_name: str = Field(default="", max_length=80)
    oidc_second_step: bool = False
    threads: int = Field(default=4, ge=1, le=64)
    idle_minutes: int | None = Field(default=None, ge=5, le=720)
    quota_mb: int = Field(default=500, ge=1, le=100_000)
    keep_backups: int = Field(default=0, ge=0, le=36_500)
    # In days; 0 keeps for good, nothing said keeps as long as domain/retention.py says.
    keep_sessions: Days = None
    keep_tokens: Days = None
    keep_attempts: Days = None
    keep_documents: Days = None
    keep_drafts: Days = None
    keep_accounts: Days = None
    keep_audit: Days = None
    keep_final: Days = None
    clamd: Annotated[str, AfterValidator(_scanner)] = ""

    @classmethod
    def of(cls, environ: Mapping[str, str], **chosen: object) -> Settings:
        """Return what the environment says, in capitals or not, with ``chosen`` before it.

        Raises `ValidationError`, and `RuntimeError` without a home folder to put the data in.
        """
        said = {name.upper(): value for name, value in environ.items()}
        names = {name: f"{PREFIX}{name}".upper() for name in cls.model_fields}
        known = {name: said[there] for name, there in names.items() if there in said}
        return cls.model_validate({**known, **chosen})

    @property
    def address(self) -> str:
        """Where people reach the program; never taken from a request (T15)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"

    @property
    def single_sign_on(self) -> bool:
        """Whether people can sign in with the account of their organisation."""
        return bool(self.oidc_issuer and self.oidc_client_id)

    @property
    def mails(self) -> bool:
        """Whether the program can send mail; without it everything is handed over by hand."""
        return bool(self.smtp_host and self.smtp_from)

    @property
    def mails_openly(self) -> bool:
        """Whether a password would go to the mail server where others can read it."""
        secret = bool(self.smtp_user or self.smtp_password)
        return secret and self.smtp_tls == "none" and not _is_loopback(self.smtp_host)

    @property
    def local(self) -> bool:
        """Whether only this computer can reach the program; a proxy beside it lets others in."""
        public = urlsplit(self.public_url).hostname
        return _is_loopback(self.host) and (public is None or _is_loopback(public))

    @property
    def secure(self) -> bool:
        """Whether people reach the program over https."""
        return self.public_url.startswith("https://")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
