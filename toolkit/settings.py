"""The settings of one installation, from the environment: KRS_DATA, KRS_PORT, and so on."""

from __future__ import annotations

import ipaddress
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "KRS_"


def _data_folder() -> Path:
    return Path("~/.local/share/kinderrechtenscan").expanduser()


class Settings(BaseSettings):
    """What an operator may choose; an unknown name is refused when the program starts."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    data: Path = Field(default_factory=_data_folder)
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    public_url: str = ""
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    lang: str = ""
    threads: int = Field(default=4, ge=1, le=64)
    idle_minutes: int | None = Field(default=None, ge=5, le=720)

    @property
    def local(self) -> bool:
        """Whether only this computer can reach the program."""
        return self.host == "localhost" or _is_loopback(self.host)

    @property
    def secure(self) -> bool:
        """Whether people reach the program over https."""
        return self.public_url.startswith("https://")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
