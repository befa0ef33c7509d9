"""The Executor seam: work on many articles in several processes.

Anything that is a `concurrent.futures.Executor` can do the work; the embedded
one is a pool of sandboxed child processes. A child that is killed, crashes or
hangs costs the item it worked on: the standard pool would be broken for good,
this one starts another child. Children are started afresh, never forked, which
is unsafe under the threads of a terminal UI.
"""

import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import islice
from typing import Generic, ParamSpec, TypeVar

from workbench.edges.engines import client_library, read_address
from workbench.edges.sandbox import MEGABYTES, SECONDS, Sandbox, SandboxFailed, beat
from workbench.errors import EngineFailed

P = ParamSpec("P")
A = TypeVar("A")
T = TypeVar("T")

CHUNK = 8
"""Items sent at once: with fewer the messages cost, with more the last chunk is waited for."""
AHEAD = 8
"""Chunks under way per process: work for as long as the caller is busy with its own."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[A]):
    """An item whose work took its process along, or failed; `reason` is for a person."""

    item: A
    reason: str


@dataclass(frozen=True, slots=True)
class _Task:
    future: "Future[object]"
    call: Callable[[Sandbox], object]


class SandboxPool(Executor):
    """Child processes that outlive any one task.

    `seconds` is the longest time between two signs of life of a task (its start,
    a `beat`), `megabytes` the address space of a child. A task that takes its
    child along has SandboxFailed as its exception.
    """

    def __init__(self, jobs: int, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self.jobs = max(1, jobs)
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._sandboxes = [Sandbox(seconds, megabytes) for _ in range(self.jobs)]
        self._threads = [
            threading.Thread(target=self._work, args=(sandbox,), daemon=True)
            for sandbox in self._sandboxes
        ]
        self._lock = threading.Lock()
        self._closed = False
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Hand in a task; `fn` has to be importable by name. See Executor.submit."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is shut down")
            self._tasks.put(_Task(future, lambda sandbox: sandbox.call(fn, *args, **kwargs)))  # type: ignore[arg-type]
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the children when their tasks are done, or at once when cancelling."""
        with self._lock:
            if not self._closed:
                self._closed = True
                if cancel_futures:
                    self._cancel_waiting()
                for _ in self._threads:
                    self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _cancel_waiting(self) -> None:
        while True:
            try:
                task = self._tasks.get_nowait()
            except queue.Empty:
                return
            if task is not None:
                task.future.cancel()

    def _work(self, sandbox: Sandbox) -> None:
        while (task := self._tasks.get()) is not None:
            if not task.future.set_running_or_notify_cancel():
                continue
            try:
                result = task.call(sandbox)
            except SandboxFailed as failed:
                task.future.set_exception(failed.__cause__ or failed)
            else:
                task.future.set_result(result)
        sandbox.close()


def open_executor(jobs: int = 0, url: str = "") -> Executor:
    """The embedded executor; `jobs` is its number of processes, 0 one per core.

    With a `url` (`dask://host:8786`) it is the workers there instead, however many
    there are. Raises EngineFailed where they do not answer.
    """
    if url:
        address = read_address(url, "executor")
        with client_library("dask"):
            from workbench.edges.dask import DaskExecutor  # noqa: PLC0415
        return DaskExecutor(address)
    return SandboxPool(jobs or os.cpu_count() or 1)


def map_in_order(
    executor: Executor,
    fn: Callable[[A], T],
    items: Iterable[A],
    *,
    jobs: int = 0,
    chunk: int = 0,
) -> Iterator[T | Lost[A]]:
    """`fn` of each item, in the items' order, on any executor.

    They are sent in chunks of `chunk` items, or of as many as the executor likes.
    Items are drawn as the work goes on, so an endless iterable takes bounded
    memory: AHEAD chunks per process. An item whose work fails comes out as Lost;
    the others of its chunk are done again one by one. Raises EngineFailed where
    the executor itself is lost. Closing the iterator calls
    off what has not begun.
    """
    chunk = chunk or getattr(executor, "chunk", CHUNK)
    most = AHEAD * (jobs or getattr(executor, "jobs", 0) or os.cpu_count() or 1)
    source = iter(items)
    waiting: deque[tuple[Sequence[A], Future[list[T]]]] = deque()
    try:
        while True:
            while len(waiting) < most and (batch := list(islice(source, chunk))):
                waiting.append((batch, executor.submit(run_chunk, fn, batch)))
            if not waiting:
                return
            yield from _results(executor, fn, *waiting.popleft())
    finally:
        for _, future in waiting:
            future.cancel()


def run_chunk(fn: Callable[[A], T], batch: Sequence[A]) -> list[T]:
    """The work of one chunk, with a sign of life after each item."""
    results = []
    for item in batch:
        results.append(fn(item))
        beat()
    return results


def _results(
    executor: Executor, fn: Callable[[A], T], batch: Sequence[A], future: "Future[list[T]]"
) -> Iterator[T | Lost[A]]:
    error = future.exception()
    if isinstance(error, EngineFailed):
        raise error  # no item's fault
    if error is None:
        yield from future.result()
    elif len(batch) == 1:
        yield Lost(batch[0], str(error) or type(error).__name__)
    else:
        for item in batch:
            yield from _results(executor, fn, [item], executor.submit(run_chunk, fn, [item]))
