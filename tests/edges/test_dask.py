"""Work on a Dask cluster: killed workers cost time, poison one item, a lost scheduler the run."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.servers import running
from tests.servers.running import Dask
from workbench.edges.executors import Lost, map_in_order, open_executor
from workbench.errors import EngineFailed

pytestmark = pytest.mark.servers


def slow_double(number: int) -> int:
    time.sleep(0.05)
    return 2 * number


def poisoned(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def failing(number: int) -> float:
    return 10 / number


def test_results_come_in_order(dask_cluster: Dask) -> None:
    with open_executor(url=dask_cluster.url) as executor:
        assert executor.jobs == 2
        doubled = map_in_order(executor, slow_double, range(40), chunk=4)
        assert list(doubled) == list(range(0, 80, 2))


def test_an_error_costs_its_item(dask_cluster: Dask) -> None:
    with open_executor(url=dask_cluster.url) as executor:
        results = list(map_in_order(executor, failing, [1, 0, 2], chunk=3))
    assert results == [10.0, Lost(0, "division by zero"), 5.0]


def test_a_killed_worker_costs_nothing(dask_cluster: Dask) -> None:
    with open_executor(url=dask_cluster.url) as executor:
        pid = executor.submit(os.getpid).result()
        results = map_in_order(executor, slow_double, range(100), chunk=4)
        first = next(results)
        os.kill(pid, signal.SIGKILL)
        assert [first, *results] == list(range(0, 200, 2))


def test_a_poisoned_item_is_lost_alone(dask_cluster: Dask) -> None:
    with open_executor(url=dask_cluster.url) as executor:
        results = list(map_in_order(executor, poisoned, range(20), chunk=5))
    assert [r for r in results if not isinstance(r, Lost)] == [2 * n for n in range(20) if n != 13]
    assert results[13].item == 13
    assert "worker" in results[13].reason


@pytest.fixture
def breakable() -> Iterator[Dask]:
    """A cluster of this test's own."""
    with running.dask() as cluster:
        yield cluster


def test_a_lost_scheduler_ends_the_run_and_blames_no_item(breakable: Dask) -> None:
    with open_executor(url=breakable.url) as executor:
        results = map_in_order(executor, slow_double, range(1000), chunk=4)
        assert next(results) == 0
        running.stop(breakable.scheduler, signal.SIGKILL)
        with pytest.raises(EngineFailed, match="run the command again"):
            list(results)


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("workbench.edges.dask.CONNECT_SECONDS", 1)
    with pytest.raises(EngineFailed, match="does not answer"):
        open_executor(url=f"dask://127.0.0.1:{running.free_port()}")
