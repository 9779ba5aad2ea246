"""Starts the process that pages are made in before the first test asks for one."""

import pytest

from toolkit.documents import pdf


@pytest.fixture(autouse=True, scope="session")
def warm_renderer() -> None:
    pdf.warm_up()
