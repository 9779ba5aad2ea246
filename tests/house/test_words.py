"""No file tells where or how it was made."""

import re

from tests.house.source import files, name_of

PLACES = re.compile(
    r"(?<![\w.])/(?:wor[k]|far[m]|roo[t])/"  # a folder of the machine it was made on
    r"|pyp[i]\.org|pythonhoste[d]|npmj[s]\.|deb\.debia[n]"  # where packages came from
    r"|\.librar[y]/|\bsubagen[t]|\bshare[d]/(?:design|style|domain|reliability|performance)"
    r"|Co-Authored-B[y]",
    re.IGNORECASE,
)
SECRETS = re.compile(r"BEGIN [A-Z ]*PRIVATE KE[Y]|\bAKI[A][0-9A-Z]{16}|\bgh[p]_\w{20}")
READABLE = {
    "", ".cfg", ".css", ".csv", ".html", ".java", ".json", ".lock", ".md", ".po", ".py", ".pyi", ".sh",
    ".svg", ".toml", ".txt", ".yaml", ".yml",
}  # fmt: skip


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name_of(path)}:{number}"
        for path in files()
        if path.suffix in READABLE
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_machine_or_where_packages_came_from() -> None:
    assert files()
    assert PLACES.search("see /" + "root/notes")
    assert lines_with(PLACES) == []


def test_no_file_holds_a_secret() -> None:
    assert files()
    assert SECRETS.search("-----BEGIN RSA PRIVATE " + "KEY-----")
    assert lines_with(SECRETS) == []
