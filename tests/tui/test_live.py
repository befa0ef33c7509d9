"""Decisions on a server: the screen follows what others save, and outlives the server."""

import asyncio
import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.servers import running
from tests.servers.running import Postgres
from workbench.case import Case
from workbench.case.trusting import allow
from workbench.edges.settings_file import change_settings

pytestmark = pytest.mark.servers


@pytest.fixture
def breakable() -> Iterator[Postgres]:
    """A PostgreSQL of this test's own, to be broken."""
    with running.postgres() as server:
        yield server


@pytest.fixture
def two(template, tmp_path, breakable) -> Iterator[tuple[Case, Case]]:
    """Two reviewers' copies of the case, with one store on a server."""
    cases = []
    for name in ("Ada", "Bo"):
        folder = tmp_path / name
        shutil.copytree(template, folder)
        change_settings(folder, {("store",): breakable.url})
        allow(folder)
        cases.append(Case.open(folder, reviewer=name))
    yield tuple(cases)
    for case in cases:
        case.close()


async def until(shown: Callable[[], bool], seconds: float = 15) -> None:
    """Wait for what the program does by itself."""
    for _ in range(round(seconds / 0.05)):
        if shown():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came")


async def test_what_another_reviewer_rules_appears_without_a_key(reviewing, two):
    ada, bo = two
    claim = bo.corpus.claims()[0]
    async with reviewing(ada, (120, 36)) as reviewer:
        await asyncio.sleep(1.2)  # the program looks every half second, from the start on
        assert "0 ruled" in reviewer.text
        bo.decisions.rule(claim.id, "false", "Counted twice.")
        await until(lambda: "1 ruled" in reviewer.text)
        await reviewer.settle()


async def test_a_server_that_goes_and_comes_back_is_told_once_each(reviewing, two, breakable):
    ada, _ = two
    async with reviewing(ada, (120, 36)) as reviewer:
        await asyncio.sleep(1.2)
        breakable.crash()
        await until(lambda: any("PostgreSQL" in toast for toast in reviewer.toasts))
        await asyncio.sleep(1.2)
        assert len([toast for toast in reviewer.toasts if "PostgreSQL" in toast]) == 1
        await reviewer.press("j", "k")
        assert reviewer.app.is_running
        breakable.start()
        await until(lambda: "The server is back." in reviewer.toasts)
        await reviewer.settle()
