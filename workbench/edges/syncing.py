"""Waiting for the disk for many files at once: it writes them together much sooner."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

THREADS = 16
TOGETHER = 128
"""Acts that are run together; until then they hold what they are to write."""

Act = Callable[[], object]


class Syncing:
    """Acts that each wait for the disk, run in threads when so many have come together.

    The threads do not run beside the work: each step of theirs would wait for it.
    """

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._acts: list[Act] = []

    def add(self, act: Act) -> None:
        """Put an act to the others. Raises what any of those before raises."""
        self._acts.append(act)
        if len(self._acts) >= TOGETHER:
            self.finish()

    def finish(self) -> None:
        """Wait until all is on the disk; raises what the first act raises that fails."""
        acts, self._acts = self._acts, []
        for done in [self._pool.submit(act) for act in acts]:
            done.result()


@contextmanager
def syncing() -> Iterator[Syncing]:
    """All acts are done when the block ends, also where something else fails in it."""
    with ThreadPoolExecutor(THREADS, "sync") as pool:
        waiting = Syncing(pool)
        try:
            yield waiting
        finally:
            waiting.finish()
