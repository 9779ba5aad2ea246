"""What a municipality says of itself and how it looks: on its own pages only, from checked values."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping

import pytest
from PIL import Image
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from tests.documents.uploads import large_picture, pdf, picture
from tests.web.builders import NOON, Browser, Site
from tests.web.pages import looked_over
from tests.web.test_people import a_member, place_of
from toolkit.domain.access import Role
from toolkit.storage import accounts, audit, municipalities
from toolkit.storage import tokens as links
from toolkit.storage.tables import METADATA
from toolkit.web.headers import POLICY_OF_FILES

RED, FAINT, NEAREST = "#a4343a", "#f0a000", "#a36b00"
TOKENS: Mapping[str, object] = {
    "brand": {"red": {"$value": RED, "$type": "color"}},
    "utrecht": {
        "button": {
            "border-radius": {"value": "4px"},
            "primary-action": {"background-color": {"$value": "{brand.red}"}},
        },
        "link": {"color": {"$value": "#24578F"}},
        "document": {"font-family": {"$value": "Eigen Sans, Verdana, sans-serif"}},
        "page-header": {"background-image": {"$value": "url(https://evil.example/x)"}},
    },
}
SHEET = re.compile(r'<link rel="stylesheet" href="(/municipalities/[^"]+\.css)">')


@pytest.fixture
def place(site: Site) -> str:
    site.signed_in()
    return f"/municipalities/{place_of(site)}"


def sent(browser: Browser, address: str, name: str, content: bytes, file: str) -> TestResponse:
    """Send a file as a form does."""
    fields = [field.attributes for field in browser.page("/help-now").all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
    data = {"csrf_token": token, name: (io.BytesIO(content), file)}
    return browser.client.post(address, data=data, content_type="multipart/form-data")


def tokens(browser: Browser, place: str, content: object) -> TestResponse:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return sent(browser, f"{place}/tokens", "tokens", text, "tokens.json")


def logo(browser: Browser, place: str, content: bytes) -> TestResponse:
    return sent(browser, f"{place}/logo", "logo", content, "logo.png")


def sheet_of(browser: Browser, page: str) -> str:
    """Return the style sheet that a page names; the empty text when it names none."""
    found = SHEET.search(browser.page(page).html)
    return browser.client.get(found[1]).text if found else ""


def test_what_a_municipality_says_of_itself_is_kept(browser: Browser, place: str) -> None:
    """R9: as it was meant, also when it was typed otherwise."""
    kept = browser.post(place, {"code": "gm0344", "region": "Midden", "population": "48.000"})

    page = browser.page(place).html
    assert kept.status_code == 303
    assert [value in page for value in ("GM0344", "Midden", "48000")] == [True, True, True]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("code", "0344", "GM"),
        ("code", "GM03445", "GM"),
        ("code", "GM034١", "GM"),
        ("population", "-5", "geheel getal"),
        ("population", "1e6", "geheel getal"),
        ("population", "99999999", "geheel getal"),
        ("region", "x" * 3_000, "langer"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(
    browser: Browser, place: str, field: str, value: str, said: str
) -> None:
    """R9."""
    answer = browser.post(place, {field: value})

    assert answer.status_code == 422
    assert said in looked_over(answer.text).text


def test_a_colour_comes_on_the_pages_of_its_municipality(browser: Browser, place: str) -> None:
    """R6: in a style sheet of checked values, for the light and for the dark; never in a page."""
    browser.post(f"{place}/colour", {"colour": "A4343A"})

    css = sheet_of(browser, "/more")
    assert f"background-color: {RED}" in css
    assert "prefers-color-scheme: dark" in css
    assert RED not in browser.page("/more").html


def test_a_colour_that_cannot_be_read_is_refused_with_one_that_can(
    browser: Browser, place: str
) -> None:
    """M: the message says how far apart, and what would do; one press takes that."""
    refused = browser.post(f"{place}/colour", {"colour": FAINT})
    taken = browser.post(f"{place}/colour", {"colour": NEAREST})

    page = looked_over(refused.text)
    assert refused.status_code == 422
    assert "2,1 op 1" in page.text
    assert f'value="{NEAREST}"' in page.html
    assert taken.status_code == 303


def test_of_a_file_with_tokens_only_what_we_know_is_taken(browser: Browser, place: str) -> None:
    """R6: also what points at another token; no address, no other token, no unknown typeface."""
    answer = tokens(browser, place, TOKENS)

    css = sheet_of(browser, "/more")
    assert answer.status_code == 303
    assert f"background-color: {RED}" in css
    assert "#24578f" in css
    assert "Verdana, sans-serif" in css
    assert [one in css for one in ("url", "evil", "Eigen", "page-header-")] == [False] * 4


def test_a_logo_is_drawn_anew_and_does_nothing(browser: Browser, place: str) -> None:
    """T51, R16: a picture with a policy of its own, at an address that changes with it."""
    added = logo(browser, place, picture("JPEG") + b"<script>alert(1)</script>")

    address = re.search(
        r'<img class="own-logo" src="([^"]+)" alt="Logo van ', browser.page(place).html
    )
    assert added.status_code == 303
    assert address
    given = browser.client.get(address[1])
    assert given.data.startswith(b"\x89PNG")
    assert b"script" not in given.data
    assert given.headers["Content-Security-Policy"] == POLICY_OF_FILES
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert given.headers["Cache-Control"].startswith("private")


def test_a_large_logo_is_made_small(site: Site, browser: Browser, place: str) -> None:
    """T53: what documents and pages need, and no more."""
    logo(browser, place, picture_of(3_000, 500))

    with site.parts.database.reading() as connection:
        kept = (
            connection.execute(select(METADATA.tables["municipalities"].c.logo)).scalars().first()
        )
    with Image.open(io.BytesIO(kept or b"")) as drawn:
        assert drawn.size == (800, 133)


def picture_of(width: int, height: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", (width, height), (164, 52, 58, 128)).save(made, "PNG")
    return made.getvalue()


BAD_LOGOS = {
    "nothing": (b"", "Kies eerst"),
    "a document": (pdf(), "geen PNG of JPG"),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen PNG of JPG"),
    "a gif": (b"GIF89a" + bytes(40), "geen PNG of JPG"),
    "a page": (b"<!doctype html><script>1</script>", "geen PNG of JPG"),
    "cut off": (picture("PNG")[:60], "niet heel"),
    "only a beginning": (b"\x89PNG\r\n\x1a\n", "niet heel"),
    "half a photograph": (picture("JPEG")[:200], "niet heel"),
    "a bomb": (large_picture(), "punten"),
}


@pytest.mark.parametrize(("content", "said"), BAD_LOGOS.values(), ids=BAD_LOGOS)
def test_what_is_no_logo_is_refused_with_a_sentence(
    browser: Browser, place: str, content: bytes, said: str
) -> None:
    """T50, T51, T53, T55."""
    answer = logo(browser, place, content)

    assert answer.status_code == 422
    assert said in looked_over(answer.text).text
    assert "own-logo" not in browser.page(place).html


def test_logo_and_colour_can_be_taken_away(browser: Browser, place: str) -> None:
    logo(browser, place, picture("PNG"))
    browser.post(f"{place}/colour", {"colour": RED})

    browser.post(f"{place}/logo/remove")
    browser.post(f"{place}/look/remove")

    html = browser.page(place).html
    assert "own-logo" not in html
    assert SHEET.search(html) is None


def test_another_municipality_looks_as_it_did(site: Site, browser: Browser, place: str) -> None:
    """T1, R6: neither the sheet nor the logo is for who does not belong there."""
    browser.post(f"{place}/colour", {"colour": RED})
    logo(browser, place, picture("PNG"))
    html = browser.page(place).html
    found = re.findall(r'"(/municipalities/[^"]+\.(?:css|png))"', html)
    with site.parts.database.writing() as connection:
        other = municipalities.add(connection, name="Elders", at=NOON)
    stranger = a_stranger(site, other)

    answers = {stranger.client.get(address).status_code for address in found}

    assert len(set(found)) == 2
    assert answers == {404}
    assert SHEET.search(stranger.page("/more").html) is None


def a_stranger(site: Site, place: str) -> Browser:
    with site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=False, at=NOON)
        accounts.join(connection, account, place, Role.COORDINATOR, "Kim", at=NOON)
        secret = links.make(connection, account, links.SIGN_IN, at=NOON)
    browser = site.visitor()
    browser.post(f"/start/{secret}")
    return browser


def test_a_contributor_sees_the_look_and_changes_nothing(site: Site, place: str) -> None:
    """R23, T3."""
    member = a_member(site, Role.CONTRIBUTOR)

    refused = [
        member.post(f"{place}{way}", {"colour": RED}).status_code
        for way in (
            *("", "/logo", "/logo/remove", "/colour", "/tokens", "/look/remove"),
            *("/headings", "/headings/remove"),
        )
    ]

    assert set(refused) == {403}
    assert member.client.get(place).status_code == 403


def test_a_value_that_came_from_elsewhere_is_measured_before_it_is_used(
    site: Site, browser: Browser, place: str
) -> None:
    """R6: an archive that was read in, or a hand in the database, brings no style of its own."""
    table = METADATA.tables["municipalities"]
    bad = {"link": "red;} body{display:none", "family": "x\"; @import 'evil'", "on_accent": "#eee"}
    with site.parts.database.writing() as connection:
        connection.execute(update(table).values(accent="#FFFFFF", look=bad))

    assert sheet_of(browser, place) == ""


def test_who_changed_the_look_stands_in_the_log(site: Site, browser: Browser, place: str) -> None:
    """R38: what and who, never a value."""
    browser.post(f"{place}/colour", {"colour": RED})

    with site.parts.database.reading() as connection:
        lines = audit.of(connection, place.rpartition("/")[2])
    assert "set_up" in {line.what for line in lines}
