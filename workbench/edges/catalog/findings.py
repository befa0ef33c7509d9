"""Findings over many articles, kept in the catalogue: tolls and conflicts.

Both are derived: tolls when an article comes in, conflicts when somebody asks,
for the articles that came in since. `unchecked` remembers which those are.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.core.text.wire import Wire
from workbench.edges.catalog import Catalog

if TYPE_CHECKING:  # loaded only where there are conflicts to read
    from workbench.core.events.contradictions import Finding

TOLL = frozenset({"article", "of", "low", "high", "as_of", "claimant", "passages"})
"""Fields of a toll, as `core.events.toll_lines` makes it."""


class Findings:
    """What was found across articles; writes count from the catalogue's next commit on."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def put_tolls(self, article: str, tolls: Sequence[dict[str, Any]]) -> None:
        """Replace the tolls of an article, and put it down for a look for conflicts."""
        self.forget([article])
        for place, toll in enumerate(tolls):
            body = json.dumps(toll, ensure_ascii=False)
            self._catalog.run("INSERT INTO tolls VALUES (?, ?, ?)", article, place, body)
        self._catalog.run("INSERT OR REPLACE INTO unchecked VALUES (?)", article)

    def forget(self, articles: Iterable[str]) -> None:
        """Drop all that was found in articles that changed or went."""
        for article in articles:
            self._catalog.run("DELETE FROM tolls WHERE article = ?", article)
            self._catalog.run("DELETE FROM unchecked WHERE article = ?", article)
            for table in ("conflicts", "event_pairs"):
                self._catalog.run(
                    f"DELETE FROM {table} WHERE one = ? OR other = ?",  # noqa: S608
                    article,
                    article,
                )

    def tolls(self) -> list[dict[str, Any]]:
        """The tolls of all articles, by article."""
        rows = self._catalog.rows("SELECT body FROM tolls ORDER BY article, place")
        return self._tolls(rows)

    def tolls_of(self, article: str) -> list[dict[str, Any]]:
        """The tolls of one article."""
        rows = self._catalog.rows(
            "SELECT body FROM tolls WHERE article = ? ORDER BY place", article
        )
        return self._tolls(rows)

    def _tolls(self, rows: Sequence[tuple[str]]) -> list[dict[str, Any]]:
        with self._catalog.decoding():
            found = [dict(json.loads(row[0])) for row in rows]
            if lacking := next((TOLL - toll.keys() for toll in found if TOLL - toll.keys()), None):
                raise KeyError(min(lacking))
            return found

    def with_tolls(self) -> list[str]:
        """The articles that give any toll."""
        rows = self._catalog.rows("SELECT DISTINCT article FROM tolls ORDER BY article")
        return [row[0] for row in rows]

    def unchecked(self) -> list[str]:
        """The articles whose claims were not yet compared with the corpus."""
        return [
            row[0] for row in self._catalog.rows("SELECT article FROM unchecked ORDER BY article")
        ]

    def put_conflicts(
        self,
        article: str,
        found: "Iterable[Finding]",
        partners: Iterable[tuple[str, float]] = (),
    ) -> None:
        """Add what was found for an article, the stronger of two of one pair, and check it off.

        `partners` are the articles of its event, with how surely they are.
        """
        for f in found:
            self._catalog.run(
                "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE"
                " SET strength = excluded.strength, body = excluded.body"
                " WHERE excluded.strength > strength",
                repr(f.key), f.one.article, f.other.article, f.strength, _wire().dump(f),
            )  # fmt: skip
        for other, sure in partners:
            one, two = sorted((article, other))
            self._catalog.run("INSERT OR REPLACE INTO event_pairs VALUES (?, ?, ?)", one, two, sure)
        self._catalog.run("DELETE FROM unchecked WHERE article = ?", article)

    def event_pairs(self, sure: float) -> list[tuple[str, str]]:
        """The pairs of articles that are so surely of one event, the surest first."""
        rows = self._catalog.rows(
            "SELECT one, other FROM event_pairs WHERE probability >= ?"
            " ORDER BY probability DESC, one, other",
            sure,
        )
        return self._catalog.shaped(rows, str, str)

    def conflicts(self) -> "list[Finding]":
        """What was found between pairs of passages so far, strongest first."""
        rows = self._catalog.rows("SELECT body FROM conflicts ORDER BY strength DESC, key")
        with self._catalog.decoding():
            return [_wire().load(row[0]) for row in rows]

    def count_conflicts(self) -> int:
        """How many conflicts were found so far."""
        return int(self._catalog.rows("SELECT count(*) FROM conflicts")[0][0])

    def conflicts_of(self, article: str) -> "list[Finding]":
        """What a passage of one article is a side of, strongest first."""
        rows = self.conflict_rows(article)
        with self._catalog.decoding():
            return [_wire().load(body) for _, _, body in rows]

    def conflict_rows(self, article: str) -> list[tuple[str, str, bytes]]:
        """The same as (article of one side, of the other, the whole as JSON)."""
        return self._catalog.rows(
            "SELECT one, other, body FROM conflicts WHERE one = ? OR other = ?"
            " ORDER BY strength DESC, key",
            article,
            article,
        )

    def kinds_at(self, article: str, start: int) -> list[str]:
        """The kinds of the claim that begins there; none where there is no claim."""
        rows = self._catalog.rows(
            "SELECT kinds FROM claims WHERE article = ? AND start = ?", article, start
        )
        return rows[0][0].split() if rows else []

    def claimant_at(self, article: str, start: int, quote: str) -> str:
        """Who says the claim of these words that begins there; "" where there is no such claim."""
        rows = self._catalog.rows(
            "SELECT claimant FROM claims WHERE article = ? AND start = ? AND quote = ?",
            article, start, quote,
        )  # fmt: skip
        return str(rows[0][0] or "") if rows else ""


@cache
def _wire() -> "Wire[Finding]":
    from workbench.core.events.contradictions import Finding  # noqa: PLC0415

    return Wire(Finding)
