"""Waiting for the disk beside the work: a few files at a time, in threads."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

THREADS = 4
MOST_WAITING = 16
"""Writes that wait for the disk at a time: so many pages stand in memory, never all."""


class Syncing:
    """Runs writes in the background; the first that fails is raised by a later call.

    Leaving the `with` block waits for all of them.
    """

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(THREADS, "write")
        self._waiting: deque[Future[None]] = deque()

    def run(self, write: Callable[..., None], *what: object) -> None:
        """Start a write; waits where too many are on their way. Raises what an earlier one did."""
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.popleft().result()
        self._waiting.append(self._pool.submit(write, *what))

    def finish(self) -> None:
        """Wait until all that was started is on the disk; raises what any of them did."""
        while self._waiting:
            self._waiting.popleft().result()

    def __enter__(self) -> "Syncing":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self.finish()
        finally:
            self._pool.shutdown(cancel_futures=True)
