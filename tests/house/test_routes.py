"""Every route says who may knock, and none escapes what is looked at before a page runs."""

from pathlib import Path

import pytest
from flask import Flask

from tests.house.source import modules
from tests.web.builders import a_site
from toolkit.web.routes import DOORS


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("site")
    return a_site(folder).app


def test_every_route_stands_in_the_table_of_doors(app: Flask) -> None:
    """R26, R27, T1: also the open ones; the table names no route that is not there."""
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert len(endpoints) > 30
    assert endpoints == DOORS.keys()


def test_a_route_is_opened_or_sent_to(app: Flask) -> None:
    """R15: no other method, and never both in one function."""
    methods = [(rule.methods or set()) - {"HEAD", "OPTIONS"} for rule in app.url_map.iter_rules()]

    assert [found for found in methods if found not in ({"GET"}, {"POST"})] == []


def test_no_route_does_without_a_token() -> None:
    """R15, T16."""
    found = modules("toolkit")

    assert found
    assert [module.path for module in found if "exempt" in module.text] == []
