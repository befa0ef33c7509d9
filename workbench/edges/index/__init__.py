"""The seam to the search engine: passages in, about two hundred hits out.

`PassageIndex` is what every engine has to offer. It holds passages under the
terms that `core.terms` makes of them and ranks by words alone; what a hit
means for a claim is decided by `core.candidates`, the same on every engine.
An index is derived data: delete its folder and it can be built again.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from workbench.core.hits import (
    Filters,
    Hit,
    IndexedPassage,
    IndexStats,
    PassageQuery,
)

__all__ = [
    "Filters",
    "Hit",
    "IndexStats",
    "IndexedPassage",
    "PassageIndex",
    "PassageQuery",
    "open_index",
]


class PassageIndex(Protocol):
    """A store of passages that finds those which share rare words with a query.

    What was added or deleted is found (or gone) after `commit`, also by readers
    that were opened before. Every method raises `CaseDamaged` where the data of
    the index is missing or does not read, `CaseLocked` where another process is
    writing.
    """

    def add(self, passages: Iterable[IndexedPassage]) -> None:
        """Add passages; one of the same article, start and end is replaced."""

    def delete(self, articles: Iterable[str]) -> None:
        """Remove every passage of the articles of these ids."""

    def commit(self) -> None:
        """Make what was added and deleted visible and lasting."""

    def search(
        self, query: PassageQuery, k: int = 200, filters: Filters | None = None
    ) -> list[Hit]:
        """The k best hits, best first; an empty query has none."""

    def stats(self) -> IndexStats:
        """How much the index holds."""

    def close(self) -> None:
        """Release files and locks; what was not committed is dropped."""


def open_index(folder: Path) -> PassageIndex:
    """Open the embedded index in a folder, or make an empty one there.

    Raises `CaseDamaged` where there is an index that does not read: delete the
    folder, open it again and add every passage once more.
    """
    from workbench.edges.index.embedded import EmbeddedIndex  # noqa: PLC0415

    return EmbeddedIndex(folder)
