"""Traces of articles, by which those that report one event are found, kept in the catalogue.

Names lie in a table of their own, so that what an article may have to do with is found by its
rare names, however many articles there are.
"""

from collections.abc import Collection, Iterable

from workbench.core.events.event import Rarity, Trace
from workbench.core.text.wire import Wire
from workbench.edges.catalog import Catalog

AT_ONCE = 500
"""Values in one question to SQLite."""
MOST_SHARING = 60
"""Articles that have a name up to which it may lead to others of one event: of 857 pairs of
reports of one shooting 836 share such a name, and the work does not grow with the corpus."""

FEWEST = 200
"""Articles among which rarity is reckoned at the least: in a case of five articles that share a
name it is no common one."""

_WIRE = Wire(Trace)


class Traces:
    """The traces of a case's articles; writes count from the catalogue's next commit on."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def put(self, trace: Trace) -> None:
        """Keep an article's trace in place of the one before it."""
        self.forget(trace.article)
        run = self._catalog.run
        run("INSERT INTO traces VALUES (?, ?)", trace.article, _WIRE.dump(trace))
        for name in trace.names:
            run("INSERT OR IGNORE INTO trace_names VALUES (?, ?)", name, trace.article)
        for term in {*trace.names, *trace.words}:
            run(
                "INSERT INTO rarity VALUES (?, 1) ON CONFLICT (term) DO UPDATE"
                " SET articles = articles + 1",
                term,
            )

    def forget(self, article: str) -> None:
        """Drop an article's trace, if it has one."""
        trace = self.of(article)
        if trace is None:
            return
        run = self._catalog.run
        run("DELETE FROM traces WHERE article = ?", article)
        for name in trace.names:
            run("DELETE FROM trace_names WHERE name = ? AND article = ?", name, article)
        for term in {*trace.names, *trace.words}:
            run("UPDATE rarity SET articles = articles - 1 WHERE term = ?", term)

    def of(self, article: str) -> Trace | None:
        """The trace of an article; None where none was taken in."""
        rows = self._catalog.rows("SELECT body FROM traces WHERE article = ?", article)
        with self._catalog.decoding():
            return _WIRE.load(rows[0][0]) if rows else None

    def counts(self, terms: Collection[str]) -> dict[str, int]:
        """How many articles have each of the terms."""
        counts = dict.fromkeys(terms, 0)
        for some in _parts(sorted(counts)):
            counts.update(
                self._catalog.rows(
                    f"SELECT term, articles FROM rarity WHERE term IN ({_marks(some)})",  # noqa: S608
                    *some,
                )
            )
        return counts

    def number(self) -> int:
        """How many articles rarity is reckoned among: those with a trace, FEWEST at the least."""
        (total,) = self._catalog.rows("SELECT count(*) FROM traces")[0]
        return max(int(total), FEWEST)

    def sharing(self, trace: Trace, rarity: Rarity, most: int) -> list[str]:
        """Other articles that share the trace's rarer names, those that share most first."""
        weights: dict[str, float] = {}
        telling = [name for name in trace.names if 1 < rarity.counts[name] <= MOST_SHARING]
        for some in _parts(telling):
            for name, other in self._catalog.rows(
                f"SELECT name, article FROM trace_names WHERE name IN ({_marks(some)})",  # noqa: S608
                *some,
            ):
                weights[other] = weights.get(other, 0.0) + rarity.of(name)
        weights.pop(trace.article, None)
        return sorted(weights, key=lambda other: (-weights[other], other))[:most]


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))


def _parts(terms: list[str]) -> Iterable[Collection[str]]:
    return (terms[at : at + AT_ONCE] for at in range(0, len(terms), AT_ONCE))
