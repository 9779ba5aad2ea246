"""Under which names the program answers, and where it never leads."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from flask import request

from tests.web.builders import Browser, Site, a_site
from toolkit.settings import Settings
from toolkit.web.security import own_path

PUBLIC = "https://scan.example"
BEGINNINGS = (
    *("", "/", "//", "///", "////", "\\", "\\\\", "/\\", "/\\/", "\\/", "/\\\\"),
    *("https:", "https:/", "https://", "https:///", "https:\\\\", "http:", "HtTpS://", "ftp://"),
    *("javascript:", "data:text/html,", "vbscript:", "blob:", "view-source:", "file:///"),
    *("/\t/", "\t//", "/\n/", "\r\n//", "/\r\nLocation: //", "\0//", "/\0/", " //", "\x0b//"),
    *(
        "/ﾠ/",
        "\u3000//",
        "\u200b//",
        "/\u2044",
        "\uff0f\uff0f",
        "/\uff0f",
        "\u2215\u2215",
        "\ufeff//",
    ),
    *(
        "//localhost@",
        "https://localhost@",
        "//localhost:80@",
        "https://localhost.",
        "@",
        ".",
        "?//",
    ),
)
ENDS = ("evil.nl", "evil.nl/path", "user@evil.nl", "evil\u3002nl", "\u24d4vil.nl", "0x7f000001")
LEADS = tuple(beginning + end for beginning, end in product(BEGINNINGS, ENDS))


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Site]:
    """An installation behind a proxy on the same computer."""
    site = a_site(tmp_path, public_url=PUBLIC, trusted_proxies=1)
    yield site
    site.parts.database.close()


def status(browser: Browser, host: str, path: str = "/help-now") -> int:
    return browser.client.get(path, headers={"Host": host}).status_code


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080"])
def test_this_computer_finds_itself(site: Site, host: str) -> None:
    assert status(site.visitor(), host) == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.nl", "evil.nl:8080", "localhost.evil.nl", "127.0.0.1.evil.nl", "evil.nl@localhost"),
        *("localhost@evil.nl", "localhost:80@evil.nl", "localhost:evil", "localhost,evil.nl"),
        *("[::1", "[::1]evil.nl", "localhost/", "localhost evil.nl", "127.0.0.2", "2130706433", ""),
    ],
)
def test_another_name_is_refused(site: Site, host: str) -> None:
    """T15: so that no name leads a browser to somebody's own computer."""
    assert status(site.visitor(), host) == 400


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8080", "evil.nl", "scan.example:8080"])
def test_a_public_site_has_one_name(public: Site, host: str) -> None:
    """T15: also on the computer on which it runs."""
    assert status(public.visitor(), host) == 400
    assert status(public.visitor(), "scan.example") == 200


def test_whoever_watches_over_the_program_may_use_any_name(public: Site) -> None:
    """T70: nothing is told."""
    assert status(public.visitor(), "10.0.0.5:8080", "/health") == 200


@pytest.mark.parametrize("given", ["https://Scan.Example/", "https://scan.example:443"])
def test_a_public_address_is_said_as_browsers_say_it(tmp_path: Path, given: str) -> None:
    settings = Settings(data=tmp_path, public_url=given)

    assert settings.public_url == PUBLIC
    assert settings.secure
    assert not settings.local


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "http://127.0.0.1:8080"),
        ({"host": "::1", "port": 9000}, "http://[::1]:9000"),
        ({"public_url": PUBLIC}, PUBLIC),
    ],
)
def test_a_link_names_the_address_of_the_settings(
    settings: dict[str, object], expected: str
) -> None:
    """T15, C12: never that of a request."""
    assert Settings.model_validate(settings).address == expected


def test_no_target_leads_away() -> None:
    """T14, R2."""
    found = [lead for lead in LEADS if leads_away(own_path(lead))]

    assert len(LEADS) > 200
    assert found == []


def leads_away(target: str) -> bool:
    """Return whether a browser leaves; it drops tabs and line ends, and takes \\ for /."""
    read = target.translate(dict.fromkeys(map(ord, "\t\r\n"))).replace("\\", "/").strip()
    gone = urlsplit(urljoin("http://localhost/language", read))
    return (gone.scheme, gone.netloc) != ("http", "localhost")


@pytest.mark.parametrize("lead", ["//evil.nl", "https://evil.nl", "/\\evil.nl", "/\t/evil.nl"])
def test_a_choice_of_language_leads_nowhere_else(site: Site, lead: str) -> None:
    """T14."""
    answer = site.visitor().post("/language", {"language": "nl", "next": lead})

    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("path", ["//evil.nl/", "//evil.nl/scans/x", "/\\evil.nl/", "///evil.nl"])
def test_an_address_with_too_many_slashes_leads_nowhere_else(site: Site, path: str) -> None:
    """T14."""
    answer = site.visitor().client.get("/", environ_overrides={"PATH_INFO": path})

    assert not leads_away(answer.headers.get("Location", "/"))


@pytest.mark.parametrize(
    ("proxies", "told", "expected"),
    [
        (0, "6.6.6.6", "127.0.0.1"),
        (1, "6.6.6.6", "6.6.6.6"),
        (1, "9.9.9.9, 6.6.6.6", "6.6.6.6"),
        (2, "9.9.9.9, 6.6.6.6, 7.7.7.7", "6.6.6.6"),
        (2, "6.6.6.6", "127.0.0.1"),
    ],
)
def test_as_many_proxies_are_believed_as_there_are(
    tmp_path: Path, proxies: int, told: str, expected: str
) -> None:
    """T13: what stands further to the left was written by whoever is asking."""
    site = a_site(tmp_path, public_url=PUBLIC, trusted_proxies=proxies)
    site.app.view_functions["help.now"] = lambda: str(request.remote_addr)

    answer = site.visitor().client.get(
        "/help-now", headers={"Host": "scan.example", "X-Forwarded-For": told}
    )

    assert answer.text == expected
    site.parts.database.close()


def test_no_proxy_names_another_host(public: Site) -> None:
    """T13, T15."""
    told = {"X-Forwarded-Host": "scan.example", "Forwarded": "host=scan.example"}

    answer = public.visitor().client.get("/help-now", headers={"Host": "evil.nl", **told})

    assert answer.status_code == 400
