"""A page is made whoever asks for it; where the machine gives too little, that is what is said."""

from pathlib import Path

import pytest

from tests.documents.processes import AS_NOBODY, PAGE, THREAD, nobody_can_be_asked, said, under
from toolkit.documents.sandbox import Reason

pytestmark = pytest.mark.slow
asks_nobody = pytest.mark.skipif(not nobody_can_be_asked(), reason="only root becomes another user")


@asks_nobody
def test_a_user_with_few_rights_makes_a_page_and_finds_nothing_new_at_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    tmp_path.chmod(0o755)
    home.chmod(0o777)

    assert said(PAGE, user=AS_NOBODY, HOME=str(home), XDG_CACHE_HOME="") == ("made", "")
    assert list(home.iterdir()) == []


@asks_nobody
def test_the_page_of_a_user_with_few_rights_may_start_the_threads_that_laying_out_needs() -> None:
    assert said(THREAD, user=AS_NOBODY) == ("ended", "")


@asks_nobody
@pytest.mark.parametrize("most", [2, 3])
def test_a_user_who_may_start_few_processes_hears_so(most: int) -> None:
    program = under("RLIMIT_NPROC", most)

    assert said(program, user=AS_NOBODY) == (Reason.HOST_REFUSED, "")


@pytest.mark.parametrize(
    ("limit", "most"),
    [("RLIMIT_AS", 150_000_000), ("RLIMIT_AS", 300_000_000), ("RLIMIT_NOFILE", 5)],
)
def test_a_program_that_may_use_little_hears_so(limit: str, most: int) -> None:
    assert said(under(limit, most)) == (Reason.HOST_REFUSED, "")


@pytest.mark.parametrize(("limit", "most"), [("RLIMIT_AS", 450_000_000), ("RLIMIT_NOFILE", 9)])
def test_a_program_needs_no_more_than_this(limit: str, most: int) -> None:
    assert said(under(limit, most)) == ("made", "")
