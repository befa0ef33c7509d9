"""Near-duplicates among the articles, kept in the catalogue.

The first of several copies to come in leads them: only its sketch is kept, so
that a text which a hundred papers printed is compared with once.
"""

from collections.abc import Sequence

from workbench.edges.catalog import Catalog

MOST_COMPARED = 5
"""Articles whose texts are read for one; those that share most of the sketch."""


class Copies:
    """Who is a copy of whom; writes count from the catalogue's next commit on."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def put(self, article: str, digest: str, text: str, sketch: Sequence[int]) -> str:
        """Note an article's text; the id of the article that it is a copy of, or "".

        A text that was noted before keeps its place, whatever came in since.
        """
        noted = self._catalog.rows(
            "SELECT leader FROM copies WHERE article = ? AND sha256 = ?", article, digest
        )
        if noted:
            return str(noted[0][0])
        self._catalog.forget_copies(article)
        leader = self._leader(article, text, sketch)
        self._catalog.run("INSERT INTO copies VALUES (?, ?, ?)", article, digest, leader)
        for band in () if leader else sketch:
            self._catalog.run("INSERT OR IGNORE INTO bands VALUES (?, ?)", band, article)
        return leader

    def leaders(self) -> dict[str, str]:
        """Article → the article that it is a copy of, of those that are copies."""
        return dict(self._catalog.rows("SELECT article, leader FROM copies WHERE leader != ''"))

    def claims_in_copies(self) -> set[tuple[str, int]]:
        """(article, start) of the claims of articles that have a copy, or are one."""
        rows = self._catalog.rows(
            "SELECT claims.article, start FROM claims JOIN"
            " (SELECT article FROM copies WHERE leader != '' UNION"
            " SELECT leader FROM copies WHERE leader != '') AS printed"
            " ON printed.article = claims.article"
        )
        return set(rows)

    def _leader(self, article: str, text: str, sketch: Sequence[int]) -> str:
        if not sketch:
            return ""
        marks = ", ".join("?" * len(sketch))
        likely = self._catalog.rows(
            f"SELECT article FROM bands WHERE band IN ({marks}) GROUP BY article"  # noqa: S608
            f" ORDER BY count(*) DESC, article LIMIT {MOST_COMPARED}",
            *sketch,
        )
        from workbench.core.events.copies import is_copy  # noqa: PLC0415 (where something comes in)

        for (other,) in likely:
            theirs = self._catalog.article(other)
            if theirs and other != article and is_copy(text, theirs.text):
                return str(other)
        return ""
