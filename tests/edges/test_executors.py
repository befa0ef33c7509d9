"""Work in processes: order kept, one lost item per killed process, bounded memory."""

import math
import operator
import os
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count, islice
from typing import ClassVar

import pytest

from workbench.edges.executors import AHEAD, Lost, SandboxPool, map_in_order, open_executor


@pytest.fixture
def pool():
    with SandboxPool(2, seconds=2.0, megabytes=600) as executor:
        yield executor


def test_results_come_in_the_order_of_the_items(pool):
    assert list(map_in_order(pool, math.sqrt, [n * n for n in range(100)], chunk=7)) == list(
        range(100)
    )


def test_a_killed_process_costs_one_item_and_the_pool_survives(pool):
    # os.abort takes no argument, so only the second item reaches a function that ends the process
    work = [partial(math.sqrt, 4), os.abort, partial(math.sqrt, 9), partial(math.sqrt, 16)]
    results = list(map_in_order(pool, operator.call, work, chunk=4))
    assert [r for r in results if not isinstance(r, Lost)] == [2, 3, 4]
    assert isinstance(results[1], Lost)
    assert results[1].item is os.abort
    assert "crashed" in results[1].reason
    assert pool.submit(math.sqrt, 25).result() == 5


def test_a_hung_process_costs_one_item(pool):
    results = list(map_in_order(pool, time.sleep, [0, 60, 0], chunk=1))
    assert [isinstance(r, Lost) for r in results] == [False, True, False]
    assert "longer than" in results[1].reason


def test_a_long_chunk_of_short_items_is_not_taken_for_hung(pool):
    assert list(map_in_order(pool, time.sleep, [0.5] * 6, chunk=6)) == [None] * 6


def test_an_error_costs_its_item_on_any_executor():
    with ThreadPoolExecutor(2) as threads:
        results = list(map_in_order(threads, int, ["1", "two", "3"]))
    assert [results[0], results[2]] == [1, 3]
    assert results[1] == Lost("two", "invalid literal for int() with base 10: 'two'")


def test_an_endless_source_is_drawn_only_as_far_as_needed(pool):
    drawn = []
    source = (drawn.append(n) or n for n in count())
    assert list(islice(map_in_order(pool, float, source, chunk=4), 10)) == list(range(10))
    assert len(drawn) <= 4 * (AHEAD * pool.jobs + 3)


def test_a_task_handed_in_gives_its_own_error(pool):
    with pytest.raises(ValueError, match="invalid literal"):
        pool.submit(int, "two").result()


def test_what_cannot_be_handed_over_does_not_stop_the_pool(pool):
    with pytest.raises(Exception, match=r"pickle|local"):
        pool.submit(lambda: 1).result(timeout=10)
    assert pool.submit(math.sqrt, 25).result(timeout=10) == 5


def test_shutdown_calls_off_what_waits():
    pool = open_executor(1)
    first = pool.submit(time.sleep, 0.3)
    waiting = [pool.submit(time.sleep, 60) for _ in range(3)]
    time.sleep(0.1)
    pool.shutdown(cancel_futures=True)
    assert first.done()
    assert all(future.cancelled() for future in waiting)
    with pytest.raises(RuntimeError):
        pool.submit(math.sqrt, 4)


def test_an_executor_is_sent_as_many_items_at_once_as_it_likes():
    class Counting(ThreadPoolExecutor):
        chunk = 3
        sent: ClassVar[list[int]] = []

        def submit(self, run, fn, batch):
            self.sent.append(len(batch))
            return super().submit(run, fn, batch)

    with Counting(1) as executor:
        assert list(map_in_order(executor, abs, range(7))) == list(range(7))
    assert executor.sent == [3, 3, 1]
