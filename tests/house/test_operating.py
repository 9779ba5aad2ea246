"""What the guide for operators and the papers for approval say is there, is there."""

import re

from tests.house.source import ROOT, files, name_of
from toolkit.domain.retention import TERMS
from toolkit.settings import PREFIX, Settings

GUIDE = ROOT / "docs" / "beheer.md"
SETTING = re.compile(rf"\b{PREFIX}[A-Z_]*[A-Z]\b")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
ROW = re.compile(rf"^\| `({PREFIX}[A-Z_]+)` \|", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
PLACE = re.compile(r"`((?:toolkit|tests|docs|templates|scripts|questionnaires)/[\w./\-]+)`")
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
