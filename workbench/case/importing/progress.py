"""How far long work is, in words and in bytes."""

import time
from collections.abc import Callable

from workbench.case.context import Progress


class Pace:
    """Counts articles, and tells how many a second come in.

    The total is known in bytes only: an article counts as its characters until
    its seed ends, which puts the sum right.
    """

    def __init__(
        self, tell: Progress, total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tell = tell
        self._total = total
        self._clock = clock
        self._begun = clock()
        self._seeds = self._within = self._articles = 0

    def count(self, characters: int) -> None:
        """One more article of that length, or one refused, of length 0."""
        self._articles += 1
        self._within += characters
        self._show()

    def end_seed(self, size: int) -> None:
        """A seed of so many bytes is in."""
        self._seeds, self._within = self._seeds + size, 0
        self._show()

    def _show(self) -> None:
        seconds = self._clock() - self._begun
        rate = f", {self._articles / seconds:,.1f} a second" if seconds >= 1 else ""
        done = min(self._seeds + self._within, self._total)
        self._tell(f"importing, {self._articles:,} articles{rate}", done, self._total)
