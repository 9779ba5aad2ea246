"""Every route says who may knock, and none escapes what is looked at before a page runs."""

import ast
from inspect import signature
from pathlib import Path

import pytest
from flask import Flask

from tests.house.source import modules
from tests.web.builders import a_site
from toolkit.web.app import view_of
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


def test_a_view_takes_what_its_address_names(app: Flask) -> None:
    """A line of the table that leads nowhere, or with other names, fails here and not at a visitor."""
    wanted = {rule.endpoint: rule.arguments for rule in app.url_map.iter_rules()}

    taken = {name: set(signature(view_of(name)).parameters) for name in DOORS}

    assert taken == wanted


def test_every_view_has_an_address() -> None:
    """What answers a request stands in the table; what helps it to does not."""
    views = {
        f"{Path(module.path).stem}.{function.name}"
        for module in modules("toolkit/web/views")
        for function in module.functions()
        if isinstance(function.returns, ast.Name)
        and function.returns.id == "ResponseReturnValue"
        and not function.name.startswith("_")
    }

    assert len(views) > 100
    assert views == DOORS.keys()


def test_a_route_is_opened_or_sent_to(app: Flask) -> None:
    """R15: no other method, and never both in one function."""
    methods = [(rule.methods or set()) - {"HEAD", "OPTIONS"} for rule in app.url_map.iter_rules()]

    assert [found for found in methods if found not in ({"GET"}, {"POST"})] == []


def test_no_route_does_without_a_token() -> None:
    """R15, T16."""
    found = modules("toolkit")

    assert found
    assert [module.path for module in found if "exempt" in module.text] == []
