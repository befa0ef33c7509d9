"""The Executor seam beyond one machine: a Dask scheduler and its workers.

A worker that is killed costs nothing but time: the scheduler gives its tasks to
another one. A task that kills one worker after the other is given up, and its
items come back one by one. Results are the same however often a task is done, so
where the scheduler itself is lost, the work is simply run again.
"""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from typing import Any, ParamSpec, TypeVar

from distributed import Client
from distributed.scheduler import KilledWorker

from workbench.edges.engines import Address
from workbench.errors import CaseError, EngineFailed

P = ParamSpec("P")
T = TypeVar("T")

RETRIES = 2
"""Further attempts at a task that failed."""
CONNECT_SECONDS = 10
"""How long a scheduler may take to answer."""
PORT = 8786
CHUNK = 16
"""Items sent at once: a task costs 7 ms whatever is in it, a longer one makes others wait."""
WATCH_SECONDS = 0.5
"""How often the connection to the scheduler is looked at."""

_connect: Any = Client
"""Dask's client, which has no annotations."""


class DaskExecutor(Executor):
    """Work on the workers of a scheduler; `jobs` is how many tasks they do at once.

    `chunk` is how many items are best put into one. The workers need this program in
    the same version. Raises EngineFailed where the scheduler does not answer or has no
    workers; a task that was lost together with its scheduler has EngineFailed as its
    exception.
    """

    chunk = CHUNK

    def __init__(self, address: Address) -> None:
        host, port = address.hosts[0] if address.hosts else ("", 0)
        self._where = f"the Dask scheduler at {host}"
        try:
            self._client = _connect(
                f"tcp://{host}:{port or PORT}", timeout=CONNECT_SECONDS, set_as_default=False
            )
        except (OSError, TimeoutError) as error:
            raise EngineFailed(f"{self._where} does not answer") from error
        self.jobs = sum(self._client.nthreads().values())
        if not self.jobs:
            self._client.close()
            raise EngineFailed(f"{self._where} has no workers")
        self._executor = self._client.get_executor(retries=RETRIES, pure=False)
        self._open: set[Future[Any]] = set()
        self._lock = threading.Lock()
        self._ended, self._gone = threading.Event(), False
        threading.Thread(target=self._watch, name="scheduler", daemon=True).start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Hand in a task; `fn` has to be importable by name. See Executor.submit."""
        outer: Future[T] = Future()
        outer.set_running_or_notify_cancel()
        with self._lock:
            if self._gone:
                raise EngineFailed(self._lost())
            self._open.add(outer)
        try:
            inner = self._executor.submit(fn, *args, **kwargs)
        except (OSError, RuntimeError) as error:
            raise EngineFailed(self._lost()) from error
        inner.add_done_callback(lambda done: self._hand_over(done, outer))
        return outer

    def _watch(self) -> None:
        """End what waits when the scheduler goes.

        Dask calls off the tasks that the scheduler had; one that is handed in while
        the client tries to reach it again can wait for ever.
        """
        while not self._ended.wait(WATCH_SECONDS):
            if self._client.status != "running":
                with self._lock:
                    self._gone, lost = True, list(self._open)
                    self._open.clear()
                for outer in lost:
                    outer.set_exception(EngineFailed(self._lost()))
                return

    def _hand_over(self, done: "Future[T]", outer: "Future[T]") -> None:
        with self._lock:
            if outer not in self._open:
                return  # given up with its scheduler
            self._open.remove(outer)
        try:
            error = done.exception()
        except CancelledError:
            error = EngineFailed(self._lost())
        if error is None:
            outer.set_result(done.result())
        elif isinstance(error, KilledWorker):
            outer.set_exception(CaseError("the work on it killed one worker after the other"))
        else:
            outer.set_exception(error)

    def _lost(self) -> str:
        return f"{self._where} is gone; run the command again, what was taken in stays"

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the scheduler; tasks that are not done are called off."""
        self._ended.set()
        self._executor.shutdown(wait=wait and not cancel_futures and not self._gone)
        self._client.close()
