"""The program runs where there is no network but this computer itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ALONE = ("unshare", "--user", "--map-root-user", "--net")
# Waits for the link that is printed, opens the page, asks for a document in a process of its own.
VISIT = """
ip link set lo up
"$1" -m toolkit serve --lang nl > "$2" & server=$!
until grep -q /start/ "$2"; do sleep 0.2; kill -0 $server || exit 3; done
"$1" -c 'import urllib.request as u; print(len(u.urlopen("http://127.0.0.1:8080/privacy").read()))'
"$1" -m toolkit report "$3" -o "$4" --lang nl >&2
ip -json address
kill $server; wait $server
"""


def own_network_allowed() -> bool:
    return subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode == 0


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not own_network_allowed(), reason="this host gives nobody a network"),
]


def test_pages_and_documents_need_no_network(tmp_path: Path) -> None:
    """R5, R32, T41: with loopback only a page is answered and a report is made."""
    out, report = tmp_path / "said", tmp_path / "report.pdf"
    example = "questionnaires/voorbeelden/korte-ronde.yaml"

    done = subprocess.run(
        [*ALONE, "sh", "-c", VISIT, "sh", sys.executable, str(out), example, str(report)],
        env={**os.environ, "KRS_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.stdout, done.stderr
    page, networks = done.stdout.split("\n", 1)
    assert int(page) > 1_000, done.stderr
    assert [one["ifname"] for one in json.loads(networks)] == ["lo"]
    assert report.read_bytes().startswith(b"%PDF")
