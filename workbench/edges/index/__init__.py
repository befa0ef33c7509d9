"""The seam to the search engine: passages in, about two hundred hits out.

`PassageIndex` is what every engine has to offer. It holds passages under the
terms that `core.reading.terms` makes of them and ranks by words alone; what a hit
means for a claim is decided by `core.candidates.rerank`, the same on every engine.
An index is derived data: delete its folder and it can be built again.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from workbench.core.candidates.hits import (
    Filters,
    Hit,
    IndexedPassage,
    IndexStats,
    PassageQuery,
)
from workbench.edges.engines import Address, client_library, read_address
from workbench.edges.inside import Inside

__all__ = [
    "Filters",
    "Hit",
    "IndexStats",
    "IndexedPassage",
    "PassageIndex",
    "PassageQuery",
    "open_index",
    "open_index_in_memory",
]


class PassageIndex(Protocol):
    """A store of passages that finds those which share rare words with a query.

    What was added or deleted is found (or gone) after `commit`, also by readers
    that were opened before. Every method raises `CaseDamaged` where the data of
    the index is missing or does not read, `CaseLocked` where another process is
    writing, `EngineFailed` where a server is away or answers for a part only.
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


def open_index(folder: Path | Inside, url: str = "", *, fresh: bool = False) -> PassageIndex:
    """Open the embedded index in a folder, or make an empty one there.

    With a `url` (`opensearch://…`, `postgresql://…`) it is the index on those
    servers instead. With `fresh` it is empty and takes the place of the present
    one: on servers at the first commit, so that others go on finding.

    Raises `CaseDamaged` where there is an index that does not read: open it fresh
    and add every passage once more. Raises `EngineFailed` where a server is away.
    """
    if url:
        return _open_engine(read_address(url, "index"), fresh)
    from workbench.edges.index.embedded import EmbeddedIndex, erase  # noqa: PLC0415

    if fresh:
        erase(Inside.of(folder))
    return EmbeddedIndex(folder)


def open_index_in_memory(folder: Inside) -> PassageIndex:
    """An empty embedded index that leaves nothing behind."""
    from workbench.edges.index.embedded import MemoryIndex  # noqa: PLC0415

    return MemoryIndex(folder)


def _open_engine(address: Address, fresh: bool) -> PassageIndex:
    if address.scheme == "postgresql":
        with client_library("postgres"):
            from workbench.edges.index.postgres_index import PostgresIndex  # noqa: PLC0415
        return PostgresIndex(address, fresh=fresh)
    with client_library("opensearch"):
        from workbench.edges.index.opensearch import OpenSearchIndex  # noqa: PLC0415
    return OpenSearchIndex(address, fresh=fresh)
