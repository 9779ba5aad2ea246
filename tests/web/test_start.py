"""What the program refuses to start with, each in one sentence that says what to do."""

from __future__ import annotations

import gc
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.bootstrap import SECRET, assemble
from toolkit.cli.endings import Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.serve import _listening
from toolkit.settings import Settings
from toolkit.storage.database import FILE
from toolkit.wording import wording

NOTHING = {"nl": "Er is niets gestart", "en": "Nothing was started"}
LANGUAGES = ("nl", "en")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for data that does not exist yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("KRS_DATA", str(folder))
    return folder


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something else listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def refusal(language: str = "nl") -> str:
    """Return what starting says, in one language."""
    words = wording(language)
    with pytest.raises(Refusal) as refused:
        parts_for(settings_for(words), words)
    return refused.value.message


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "scan.example"])  # noqa: S104 (refused)
def test_an_address_that_others_can_reach_needs_https(
    data: Path, monkeypatch: pytest.MonkeyPatch, language: str, host: str
) -> None:
    """R30, R31."""
    monkeypatch.setenv("KRS_HOST", host)

    said = refusal(language)

    assert NOTHING[language] in said
    assert "KRS_PUBLIC_URL" in said
    assert not data.exists()


def test_a_proxy_on_this_computer_needs_https_too(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R30: the program listens here only, but others come in through the proxy."""
    monkeypatch.setenv("KRS_PUBLIC_URL", "http://scan.example")

    assert "KRS_PUBLIC_URL" in refusal()
    assert not data.exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701, 0o770, 0o704])
def test_a_folder_that_others_can_read_is_refused(data: Path, language: str, mode: int) -> None:
    """R31."""
    data.mkdir()
    data.chmod(mode)

    said = refusal(language)

    assert NOTHING[language] in said
    assert f"chmod 700 {data}" in said
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "secret", [b"", b"secret", b"x" * 31, b"a" * 64, b"changeme" * 8, b" " * 64, b"\xff" * 40]
)
def test_a_key_that_is_easy_to_guess_is_refused(data: Path, language: str, secret: bytes) -> None:
    """R31."""
    data.mkdir(mode=0o700)
    (data / SECRET).write_bytes(secret)

    said = refusal(language)

    assert NOTHING[language] in said
    assert str(data / SECRET) in said
    assert not (data / FILE).exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["1", "true", "on"])
def test_debugging_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch, language: str, value: str
) -> None:
    """R31, T71."""
    monkeypatch.setenv("FLASK_DEBUG", value)

    said = refusal(language)

    assert NOTHING[language] in said
    assert "unset FLASK_DEBUG" in said
    assert not data.exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["KRS_PROT", "KRS_SECRET", "krs_debug", "KRS_"])
def test_a_setting_that_does_not_exist_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    """R31: a spelling mistake may not open a door unseen."""
    monkeypatch.setenv(name, "1")

    assert name in refusal(language)
    assert not data.exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("KRS_PORT", port) for port in ("0", "65536", "-1", "http", "", "8080.5")),
        *(("KRS_THREADS", count) for count in ("0", "65", "many")),
        *(("KRS_IDLE_MINUTES", count) for count in ("4", "721", "never")),
        *(("KRS_TRUSTED_PROXIES", count) for count in ("-1", "6", "all")),
        *(
            ("KRS_PUBLIC_URL", url)
            for url in (
                *("scan.example", "//scan.example", "ftp://scan.example", "https://"),
                *("https://scan.example/path", "https://u:p@scan.example", "https://a b"),
                *("https://scan.example?x", "https://scan.example#x", "https://scan.example\n"),
                *("javascript:x", "https://scan.example:port", "https://scán.example"),
            )
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch, language: str, name: str, value: str
) -> None:
    """R31."""
    monkeypatch.setenv(name, value)

    assert name in refusal(language)
    assert not data.exists()


def listening_refused(settings: Settings, language: str) -> str:
    """Return what is said when the program cannot listen; waitress leaves its socket to Python."""
    words = wording(language)
    parts = parts_for(settings, words)
    with pytest.raises(Refusal) as refused:
        _listening(parts, words)
    parts.database.close()
    refused.value.__traceback__ = refused.value.__context__ = None
    gc.collect()
    return refused.value.message


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_port_that_is_taken_is_refused(data: Path, taken: int, language: str) -> None:
    said = listening_refused(Settings(data=data, port=taken), language)

    assert str(taken) in said
    assert f"--port {taken + 1}" in said


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_that_is_not_of_this_computer_is_refused(data: Path, language: str) -> None:
    elsewhere = Settings(data=data, host="192.0.2.1", public_url="https://scan.example")

    said = listening_refused(elsewhere, language)

    assert "192.0.2.1" in said


def test_what_is_made_at_the_first_start_is_for_one_user(data: Path) -> None:
    """R31: folder, key and database."""
    assemble(Settings(data=data)).database.close()

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (data, *data.iterdir())}

    assert modes["data"] == 0o700
    assert {mode & 0o077 for name, mode in modes.items() if name in (SECRET, FILE)} == {0}


def test_the_key_stays_the_same_and_differs_everywhere(tmp_path: Path) -> None:
    """R31: there is no key that comes along with the program."""
    first, again, other = (
        assemble(Settings(data=tmp_path / name)) for name in ("one", "one", "two")
    )

    assert first.secret == again.secret != other.secret
    assert len(first.secret) >= 64
    first.database.close()
    again.database.close()
    other.database.close()
