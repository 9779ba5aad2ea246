"""What the guide for operators and the papers for approval say is there, is there."""

import re
from pathlib import Path

from tests.house.source import ROOT, files, name_of
from tests.web.builders import a_site
from toolkit.cli.main import command_line
from toolkit.cli.user import user_command
from toolkit.domain.retention import TERMS
from toolkit.settings import PREFIX, Settings
from toolkit.wording import wording

GUIDE = ROOT / "docs" / "beheer.md"
SETTING = re.compile(rf"\b{PREFIX}[A-Z_]*[A-Z]\b")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
ROW = re.compile(rf"^\| `({PREFIX}[A-Z_]+)` \|", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
PLACE = re.compile(r"`((?:toolkit|tests|docs|templates|scripts|questionnaires)/[\w./\-]+)`")
MEASURES = "docs/goedkeuring/maatregelen-bio2.md"
CONTROLS = re.compile(r"^\| ([5-8]\.\d[\d., –]*) \|", re.MULTILINE)
COMMAND = re.compile(r"(?:\bkrs|\bkinderrechtenscan|\./run) ([a-z][a-z-]*)(?: ([a-z][a-z-]+))?")
PAGE = re.compile(r"`(/(?:account|health|municipalities|operator|sign-in)[^`\s]*)`")
# What may stand in a line of an access log; an address could hold a link that lets somebody in.
HARMLESS = {
    "$remote_addr",
    "$time_iso8601",
    "$request_method",
    "$status",
    "$body_bytes_sent",
    "$request_time",
}


def papers() -> dict[str, str]:
    """Return the texts that operators and privacy officers read, by name."""
    paths = (*files("docs/goedkeuring", suffix=".md"), GUIDE, GUIDE.with_name("operating.md"))
    return {name_of(path): path.read_text("utf-8") for path in paths}


def block(kind: str, holds: str) -> str:
    """Return the piece of the guide that can be copied into a file."""
    found: list[tuple[str, str]] = BLOCK.findall(GUIDE.read_text("utf-8"))
    return next(text for name, text in found if name == kind and holds in text)


def settings() -> set[str]:
    return {f"{PREFIX}{name}".upper() for name in Settings.model_fields}


def test_the_guide_has_a_table_of_exactly_our_settings() -> None:
    """R31."""
    assert set(ROW.findall(GUIDE.read_text("utf-8"))) == settings()


def test_the_guide_has_the_terms_that_hold_without_a_choice() -> None:
    """R33."""
    told = {f"| `{PREFIX}KEEP_{name.upper()}` | `{term.days}` |" for name, term in TERMS.items()}

    missing = [row for row in told if row not in GUIDE.read_text("utf-8")]

    assert told
    assert missing == []


def test_no_paper_names_a_setting_that_we_do_not_have() -> None:
    named = {(paper, name) for paper, text in papers().items() for name in SETTING.findall(text)}

    unknown = [(paper, name) for paper, name in named if name not in settings()]

    assert named
    assert unknown == []


def test_every_link_and_place_in_the_papers_exists() -> None:
    links = [(paper, place) for paper, text in papers().items() for place in LINK.findall(text)]
    places = [(paper, place) for paper, text in papers().items() for place in PLACE.findall(text)]

    gone = [
        (paper, place)
        for paper, place in links
        if not (ROOT / paper).parent.joinpath(place).exists()
    ]
    gone += [(paper, place) for paper, place in places if not (ROOT / place).exists()]

    assert len(links) > 20
    assert len(places) > 20
    assert gone == []


def test_the_example_of_a_proxy_keeps_links_out_of_its_log() -> None:
    """T106, R30."""
    proxy = block("nginx", "log_format")

    logged = re.search(r"^log_format \w+ '([^']*)';", proxy, re.MULTILINE)

    assert logged is not None
    assert set(re.findall(r"\$\w+", logged[1])) <= HARMLESS
    assert "client_max_body_size" in proxy


def test_the_example_of_a_service_confines_the_program() -> None:
    """R32: an account of its own, no way out, and no link in the journal."""
    service = block("ini", "ExecStart=/opt/kinderrechtenscan/.venv/bin/kinderrechtenscan serve")

    wanted = {
        "User=kinderrechtenscan",
        "StandardOutput=null",
        "IPAddressDeny=any",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "StateDirectoryMode=0700",
    }

    assert wanted - set(service.splitlines()) == set()


def test_the_measures_name_every_control_once() -> None:
    """ISO/IEC 27002:2022 has 37, 8, 14 and 34 of them."""
    rows = CONTROLS.findall(papers()[MEASURES])

    named = [one for row in rows for piece in row.split(", ") for one in counted(piece)]

    assert len(rows) > 50
    assert sorted(named) == sorted(
        (chapter, number)
        for chapter, most in ((5, 37), (6, 8), (7, 14), (8, 34))
        for number in range(1, most + 1)
    )


def counted(piece: str) -> list[tuple[int, int]]:
    """Return the controls that ``5.24–5.27`` stands for."""
    first, _, last = piece.partition("–")
    (chapter, begin), (_, end) = first.split("."), (last or first).split(".")
    return [(int(chapter), number) for number in range(int(begin), int(end) + 1)]


def test_every_requirement_in_the_papers_is_proved_by_a_test() -> None:
    """R1 in a risk table is a risk; a requirement stands in brackets or behind a test."""
    tests = "".join(path.read_text("utf-8") for path in files("tests", suffix=".py"))
    named = {number for text in papers().values() for number in proved_numbers(text)}

    unproved = [number for number in named if not re.search(rf"\b{number}\b", tests)]

    assert len(named) > 20
    assert unproved == []


def proved_numbers(text: str) -> list[str]:
    inside = re.findall(r"\(([RT]\d+(?:[,–] ?[RT]\d+)*)\)|[;,] ([RT]\d+(?:, [RT]\d+)*)\)", text)
    return [one for pair in inside for found in pair for one in re.findall(r"[RT]\d+", found)]


def test_the_measures_lean_on_tests() -> None:
    """The column of the program names what can be run, not only what can be read."""
    named = {place for place in PLACE.findall(papers()[MEASURES]) if "/test_" in place}

    assert len(named) >= 30
    assert {
        place for place in named if "def test_" not in (ROOT / place).read_text("utf-8")
    } == set()


def test_every_command_in_the_papers_is_one_of_ours() -> None:
    known = command_line(wording("nl"))
    typed = [words for text in papers().values() for words in COMMAND.findall(text)]

    unknown = [(one, more) for one, more in typed if one not in known.commands]
    users = {more for one, more in typed if one == "user" and more}

    assert len(typed) > 20
    assert unknown == []
    assert users <= set(user_command(wording("nl")).commands)


def test_every_page_in_the_papers_can_be_opened(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    adapter = site.app.url_map.bind("localhost")
    named = {page.replace("…", "x") for text in papers().values() for page in PAGE.findall(text)}

    gone = [page for page in named if not adapter.test(page, "GET")]

    site.parts.database.close()
    assert len(named) > 5
    assert gone == []
