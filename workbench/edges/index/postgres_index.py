"""The index of a case on PostgreSQL alone: for a newsroom that has no search cluster.

Passages lie under the same terms as on every engine, as lexemes of a tsvector that
no parser has touched. A query fetches the passages that share its rarest terms;
BM25 over all terms then puts them in order here (Robertson & Zaragoza, "The
Probabilistic Relevance Framework", 2009, with the embedded engine's constants).
Names that are hardly known are looked for by trigrams and one edit. Good for some
millions of passages; beyond, use OpenSearch.
"""

import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from itertools import accumulate

from psycopg import Rollback
from rapidfuzz.distance import OSA

from workbench.core.candidates.hits import (
    Filters,
    Hit,
    IndexedPassage,
    IndexStats,
    PassageQuery,
    QueryTerm,
)
from workbench.edges.database import Cursor, Database
from workbench.edges.engines import Address
from workbench.edges.index import lexemes
from workbench.edges.index.kept_fields import MOST_FUZZY, RARE, SHORTEST_FUZZY, Pending, hit_of
from workbench.edges.index.lexemes import Collection

RAREST, FEWEST = 8, 5
"""Terms of a query by which passages are fetched: so many, and so many in any case."""
MOST_COUNTED = 50_000
"""Passages that may have one of these terms, beyond which no more terms are taken."""
WEIGHED = 4
"""Passages fetched and put in order for each one that is asked for."""
MOST_WAITING = 20_000
"""Passages kept here until the commit; more are written ahead of it, still unseen."""


class PostgresIndex:
    """`PassageIndex` on PostgreSQL; it may be used by several processes at once.

    With `fresh` the commit replaces everything that was there; until then others
    find the old passages.
    """

    def __init__(self, address: Address, *, fresh: bool = False, timeout: float = 10.0) -> None:
        self._database = Database(address, "index", timeout)
        self._writing = Database(address, "index", timeout)
        self._database.migrate("index", lexemes.MIGRATIONS)
        self._pending = Pending()
        self._open = ExitStack()
        self._cursor: Cursor | None = None
        self._fresh = fresh

    def add(self, passages: Iterable[IndexedPassage]) -> None:
        """Add passages; one of the same article, start and end is replaced."""
        for passage in passages:
            self._pending.add(passage)
            if self._pending.count >= MOST_WAITING:
                self._write()

    def delete(self, articles: Iterable[str]) -> None:
        """Remove every passage of the articles of these ids."""
        for article in articles:
            self._pending.delete(article)

    def commit(self) -> None:
        """Make what was added and deleted visible and lasting, in one transaction."""
        if self._pending or self._fresh or self._cursor:
            self._write()
        self._cursor = None
        self._open.close()

    def _write(self) -> None:
        """Write what waits into the transaction that the commit will end."""
        try:
            if self._cursor is None:
                self._cursor = self._open.enter_context(self._writing.transaction())
            if self._fresh:
                lexemes.clear(self._cursor)
            lexemes.remove(self._cursor, sorted(self._pending.deleted))
            waiting = [p for found in self._pending.passages.values() for p in found.values()]
            lexemes.insert(self._cursor, waiting)
        except BaseException:
            self._cursor = None
            if not self._open.__exit__(*sys.exc_info()):
                raise
        self._fresh = False
        self._pending.clear()

    def search(
        self, query: PassageQuery, k: int = 200, filters: Filters | None = None
    ) -> list[Hit]:
        """The k best hits, best first; an empty query has none."""
        if not query.terms or k < 1:
            return []
        return self._database.read(lambda cursor: _search(cursor, query, k, filters))

    def stats(self) -> IndexStats:
        """How much the index holds."""
        return self._database.read(lexemes.stats)

    def close(self) -> None:
        """Close the connections; what was not committed is dropped."""
        if self._cursor is not None:
            self._cursor = None
            self._open.__exit__(Rollback, Rollback(), None)
        self._writing.close()
        self._database.close()


def _search(cursor: Cursor, query: PassageQuery, k: int, filters: Filters | None) -> list[Hit]:
    collection = lexemes.collection(cursor, query.terms)
    known = [term for term in query.terms if collection.frequency(term)]
    known.sort(key=collection.frequency)
    variants = _variants(cursor, query, collection)
    sought = {term: collection.rarity(term) * term.weight for term in _rarest(known, collection)}
    rows = lexemes.fetch(cursor, sought | variants, WEIGHED * k, query.article, filters)
    scale = lexemes.scale(known, variants, query.article, collection)
    scored = [(scale.score(row), row.stored) for row in rows]
    scored.sort(key=lambda found: -found[0])
    return [hit_of(stored, score) for score, stored in scored[:k]]


def _rarest(known: Sequence[QueryTerm], collection: Collection) -> list[QueryTerm]:
    """The first of the terms, which come with the rarest first."""
    counts = accumulate(map(collection.frequency, known[:RAREST]))
    return [
        term
        for place, (term, count) in enumerate(zip(known, counts, strict=False))
        if place < FEWEST or count <= MOST_COUNTED
    ]


def _variants(
    cursor: Cursor, query: PassageQuery, collection: Collection
) -> dict[QueryTerm, float]:
    """Known names one edit away from names of the query that are hardly known."""
    names = [
        term
        for term in query.terms
        if term.field == "keys"
        and term.text[:2] == "p:"
        and len(term.text) >= SHORTEST_FUZZY
        and collection.frequency(term) <= RARE
    ]
    found: dict[QueryTerm, float] = {}
    for name in names[:MOST_FUZZY]:
        similar: Sequence[str] = lexemes.similar(cursor, name.text)
        near = (one for one in similar if 0 < OSA.distance(one, name.text, score_cutoff=1) <= 1)
        found |= {QueryTerm("keys", one): name.weight for one in near}
    return found
