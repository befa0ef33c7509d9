"""An index on servers, spoken to when something is sought or put in and not before.

It is others' too, so one machine never makes it again by itself, and a server that is
away takes finding away, not reading and deciding.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from workbench.core.candidates.hits import (
    Filters,
    Hit,
    IndexedPassage,
    IndexStats,
    PassageQuery,
)
from workbench.edges.index import PassageIndex
from workbench.errors import CaseDamaged, EngineFailed

MEND = (
    "nothing is made again by itself, for it is others' too: where all sources are, "
    "`workbench move --index` with its address fills it"
)


class DeferredIndex:
    """`PassageIndex` of an engine that is opened by its first use.

    `expected` says whether this machine knows of passages: then an empty index has lost
    them, and nothing is found in it but an error.
    """

    def __init__(self, opener: Callable[[], PassageIndex], expected: Callable[[], bool]) -> None:
        self._opener = opener
        self._expected = expected
        self._index: PassageIndex | None = None
        self._filled = False

    def add(self, passages: Iterable[IndexedPassage]) -> None:
        """Add passages; one of the same article, start and end is replaced."""
        with self._explained():
            self._opened().add(passages)
        self._filled = True

    def delete(self, articles: Iterable[str]) -> None:
        """Remove every passage of the articles of these ids."""
        with self._explained():
            self._opened().delete(articles)

    def commit(self) -> None:
        """Make what was added and deleted visible and lasting."""
        if self._index is not None:
            with self._explained():
                self._index.commit()

    def search(
        self, query: PassageQuery, k: int = 200, filters: Filters | None = None
    ) -> list[Hit]:
        """The k best hits, best first; an empty query has none."""
        with self._explained():
            found = self._opened().search(query, k, filters)
            self._filled = self._filled or bool(found)
            if not self._filled and self._expected():
                self._filled = bool(self._opened().stats().passages)
                if not self._filled:
                    raise CaseDamaged("the index on the server is empty")
            return found

    def stats(self) -> IndexStats:
        """How much the index holds."""
        with self._explained():
            return self._opened().stats()

    def close(self) -> None:
        """Release what was opened; what was not committed is dropped."""
        if self._index is not None:
            self._index.close()

    def _opened(self) -> PassageIndex:
        if self._index is None:
            self._index = self._opener()
        return self._index

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except CaseDamaged as error:
            raise EngineFailed(f"{error}; {MEND}") from error
