"""The catalogue: what was derived from the seeds, in SQLite under `.workbench/`.

It holds the text of every revision, the claims of the current ones and which
seeds they came from. Nothing in it was decided by a person: deleting it costs
the time of a `workbench reindex`, never work.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.core.text.articles import Article, Part
from workbench.edges.catalog.entries import Entry, near_duplicate
from workbench.edges.catalog.layout import opened, opened_in_memory
from workbench.edges.inside import Inside
from workbench.errors import CaseDamaged, CaseLocked, CaseMissing

if TYPE_CHECKING:  # the finder takes a while to load, and reading the catalogue needs none of it
    from workbench.core.claims import Claim
    from workbench.core.reading.model import Reading

UNDECODED = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError,
    msgspec.MsgspecError,
)  # fmt: skip
"""What reading a row can raise that somebody altered."""
CLAIM = frozenset({
    "id", "article", "start", "end", "quote", "kinds", "claimant", "figures", "dates", "score",
})  # fmt: skip
"""Fields without which a line is no claim."""


class Catalog:
    """The catalogue of one case. One writer at a time; readers are never blocked."""

    def __init__(self, path: Path | Inside, *, in_memory: bool = False) -> None:
        """Open the catalogue, creating it; or a copy `in_memory`, where nothing can be written.

        Raises CaseUnsafe where it is no plain file, CaseNewer, CaseMissing where it cannot
        be opened, CaseDamaged, OSError.
        """
        place = Inside.of(path)
        self.path = place.path
        with self._explained():
            if in_memory:
                self._db = opened_in_memory(place)
            else:
                place.parent.make_folder()
                self._db = opened(place)
        self._seen = self.version()

    def version(self) -> int:
        """A number that another process changes by changing the catalogue."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def refresh(self) -> bool:
        """Whether another process has changed the catalogue since this was last asked."""
        before, self._seen = self._seen, self.version()
        return self._seen != before

    def close(self) -> None:
        """Close the file; uncommitted changes are dropped."""
        self._db.close()

    def commit(self) -> None:
        """Make the changes since the last commit visible and durable."""
        with self._explained():
            self._db.commit()

    def roll_back(self) -> None:
        """Drop the changes since the last commit."""
        with self._explained():
            self._db.rollback()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else changes the catalogue meanwhile. Raises CaseLocked while somebody does."""
        with self._explained():
            self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            self._db.rollback()

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """Turn what reading an altered row raises into CaseDamaged, naming what to do.

        Whoever can write the file can put anything into a row: a day that is none, a list
        where a table belongs.
        """
        try:
            yield
        except UNDECODED as error:
            raise CaseDamaged(
                f"{self.path}: holds what this program did not write ({error}); "
                "run `workbench reindex`"
            ) from error

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn SQLite's errors into the workbench's, naming what to do."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise CaseLocked(
                    f"{self.path}: another import is running; wait for it to end"
                ) from error
            raise CaseMissing(f"{self.path}: cannot be opened ({error})") from error
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise CaseDamaged(
                f"{self.path}: does not read ({error}); run `workbench reindex`"
            ) from error

    def rows(self, sql: str, *values: object) -> list[Any]:
        """All rows that a query gives."""
        with self._explained():
            return self._db.execute(sql, values).fetchall()

    def run(self, sql: str, *values: object) -> None:
        """Change something; it counts from the next commit on."""
        with self._explained():
            self._db.execute(sql, values)

    # -- what it was made with, and from which files ---------------------------------

    def made_with(self) -> dict[str, str]:
        """The versions of the rules that the derived data was made with."""
        return dict(self.rows("SELECT key, value FROM made_with"))

    def set_made_with(self, values: dict[str, str]) -> None:
        """Replace what `made_with` returns."""
        self.run("DELETE FROM made_with")
        for key, value in values.items():
            self.run("INSERT INTO made_with VALUES (?, ?)", key, value)

    def seeds(self) -> dict[str, tuple[int, int]]:
        """Path → (size in bytes, modification time in ns) of the files taken in."""
        return {
            path: (size, changed)
            for path, size, changed in self.rows("SELECT path, size, changed FROM seeds")
        }

    def add_seed(self, path: str, size: int, changed: int) -> None:
        """Record that all articles of a file are in."""
        self.run("INSERT OR REPLACE INTO seeds VALUES (?, ?, ?)", path, size, changed)

    def forget_seed(self, path: str) -> list[str]:
        """Forget a file that is gone; returns the ids of the articles that went with it.

        Their texts stay as old revisions: evidence may stand on them.
        """
        gone = [
            row[0]
            for row in self.rows("SELECT id FROM articles WHERE seed = ? AND current = 1", path)
        ]
        for article in gone:
            self.run("DELETE FROM claims WHERE article = ?", article)
            self.run("DELETE FROM readings WHERE article = ?", article)
            self.forget_copies(article)
        self.run("UPDATE articles SET current = 0 WHERE seed = ?", path)
        self.run("DELETE FROM sources WHERE seed = ?", path)
        self.run("DELETE FROM seeds WHERE path = ?", path)
        self.run("DELETE FROM refusals WHERE seed = ?", path)
        return gone

    def forget_copies(self, article: str) -> None:
        """Forget which articles one is a near-duplicate of."""
        self.run("DELETE FROM copies WHERE article = ?", article)
        self.run("DELETE FROM bands WHERE article = ?", article)
        followers = "leader = ? AND leader != ''"  # the second half is what the index is of
        self.run(f"UPDATE copies SET leader = '' WHERE {followers}", article)  # noqa: S608

    # -- articles ------------------------------------------------------------------

    def put_article(
        self,
        article: Article,
        digest: str,
        seed: str,
        flags: Sequence[str],
        origins: Mapping[str, str],
        claims: "Sequence[Claim]",
        readings: "Sequence[Reading]",
    ) -> None:
        """Add or replace one revision, make it the current one, replace its claims and readings."""
        self.run("UPDATE articles SET current = 0 WHERE id = ?", article.id)
        published = article.published.isoformat() if article.published else None
        self.run(
            "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
            article.id, article.revision, digest, seed, article.title, article.publisher,
            article.url, published, article.language, json.dumps(list(flags)),
            json.dumps(dict(origins)), article.text,
            json.dumps([astuple(p) for p in article.parts]),
        )  # fmt: skip
        self.run("DELETE FROM claims WHERE article = ?", article.id)
        rows = [
            (c.id, c.article, c.start, c.end, c.quote, " ".join(c.kinds), c.claimant, c.score,
             json.dumps(c.as_json(), ensure_ascii=False), json.dumps(c.reasons))
            for c in claims
        ]  # fmt: skip
        with self._explained():
            self._db.executemany(
                "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
            )
        self._put_readings(article.id, readings)

    def _put_readings(self, article: str, readings: "Sequence[Reading]") -> None:
        from workbench.core.reading.codec import pack  # noqa: PLC0415

        self.run("DELETE FROM readings WHERE article = ?", article)
        rows = [(article, r.start, r.end, pack(r)) for r in readings]
        with self._explained():
            self._db.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", rows)

    def add_source(self, id: str, article: str, seed: str) -> None:
        """Record that `id` is the same text as `article`: one article, two sources."""
        self.run("INSERT OR REPLACE INTO sources VALUES (?, ?, ?)", id, article, seed)

    def step_back(self, id: str, article: str) -> None:
        """Make an article of one revision, and its sources, sources of another one."""
        self.add_source(id, article, self.seed_of(id))
        self.run("UPDATE sources SET article = ? WHERE article = ?", article, id)
        for table in ("claims", "readings"):
            self.run(f"DELETE FROM {table} WHERE article = ?", id)  # noqa: S608
        self.forget_copies(id)
        self.run("DELETE FROM articles WHERE id = ?", id)

    def twin_of(self, source: str) -> str:
        """The article whose text a second source has, or ""."""
        rows = self.rows("SELECT article FROM sources WHERE id = ?", source)
        return rows[0][0] if rows else ""

    def revision(self, id: str) -> tuple[int, str] | None:
        """(number, SHA-256 of the text) of an article's latest revision, or None."""
        rows = self.rows(
            "SELECT revision, sha256 FROM articles WHERE id = ? ORDER BY revision DESC LIMIT 1", id
        )
        return rows[0] if rows else None

    def next_revision(self, id: str, digest: str) -> int:
        """The number of the revision with that text, or the number of a new one."""
        rows = self.rows("SELECT revision FROM articles WHERE id = ? AND sha256 = ?", id, digest)
        last = self.revision(id)
        return int(rows[0][0]) if rows else (last[0] + 1 if last else 1)

    def seed_of(self, id: str) -> str:
        """The file under `seeds/` that the current revision was read from, or ""."""
        rows = self.rows("SELECT seed FROM articles WHERE id = ? AND current = 1", id)
        return rows[0][0] if rows else ""

    def changed_since(self, moment: int) -> set[str]:
        """The current articles whose file under `seeds/` was written since (ns after 1970)."""
        rows = self.rows(
            "SELECT id FROM articles JOIN seeds ON path = seed WHERE current = 1 AND changed >= ?",
            moment,
        )
        return {row[0] for row in rows}

    def holds(self, seed_id: str) -> bool:
        """Whether any article, or second source of one, came from a seed of that id."""
        where = "WHERE id = ?1 OR (id >= ?1 || '#' AND id < ?1 || '$')"  # '$' follows '#'
        sql = f"SELECT id FROM articles {where} UNION SELECT id FROM sources {where} LIMIT 1"  # noqa: S608
        return bool(self.rows(sql, seed_id))

    def current_hash(self, id: str) -> str:
        """SHA-256 of the text of an article's current revision, or ""."""
        rows = self.rows("SELECT sha256 FROM articles WHERE id = ? AND current = 1", id)
        return rows[0][0] if rows else ""

    def same_text(self, digest: str) -> str:
        """The id of the current article whose text has that SHA-256, or ""."""
        rows = self.rows("SELECT id FROM articles WHERE sha256 = ? AND current = 1", digest)
        return rows[0][0] if rows else ""

    def texts(self, id: str) -> list[str]:
        """The texts of all revisions of an article."""
        return [text for (text,) in self.rows("SELECT text FROM articles WHERE id = ?", id)]

    def article(self, id: str, revision: int | None = None) -> Article | None:
        """One revision of an article, the current one by default."""
        rows = self.rows(
            "SELECT id, text, title, publisher, url, published, language, revision, parts"
            " FROM articles"
            " WHERE id = ? AND (revision = ? OR (? IS NULL AND current = 1))",
            id, revision, revision,
        )  # fmt: skip
        if not rows:
            return None
        row = rows[0]
        with self.decoding():
            published = date.fromisoformat(row[5]) if row[5] else None
            parts = tuple(Part(*part) for part in json.loads(row[8]))
            texts = (row[1], row[2], row[3], row[4])
            if not all(isinstance(text, str) for text in texts):
                raise TypeError("a text that is none")
            return Article(row[0], *texts, published, row[6], row[7], parts)

    def reading(self, id: str) -> tuple[tuple[str, ...], dict[str, str]]:
        """(flags, origins) of the current revision: how it was read, and each field from where."""
        rows = self.rows("SELECT flags, origins FROM articles WHERE id = ? AND current = 1", id)
        with self.decoding():
            return (
                (tuple(json.loads(rows[0][0])), dict(json.loads(rows[0][1]))) if rows else ((), {})
            )

    def entries(self) -> list[Entry]:
        """Every current article, by id."""
        sources: dict[str, list[str]] = {}
        for id, article in self.rows("SELECT id, article FROM sources ORDER BY id"):
            sources.setdefault(article, []).append(id)
        counts = dict(self.rows("SELECT article, count(*) FROM claims GROUP BY article"))
        rows = self.rows(
            "SELECT id, title, publisher, published, url, language, revision, flags,"
            " coalesce(leader, ''), CASE WHEN title = '' THEN substr(text, 1, 160) ELSE '' END"
            " FROM articles LEFT JOIN copies ON article = id WHERE current = 1 ORDER BY id"
        )
        with self.decoding():
            return [
                Entry(
                    id, title, publisher, date.fromisoformat(published) if published else None, url,
                    language, revision, counts.get(id, 0),
                    (*json.loads(flags), *((near_duplicate(leader),) if leader else ())),
                    tuple(sources.get(id, ())), " ".join(opening.split()),
                )
                for id, title, publisher, published, url, language, revision, flags, leader,
                opening in rows
            ]  # fmt: skip

    # -- claims --------------------------------------------------------------------

    def heads(self) -> dict[str, tuple[str, str, date | None]]:
        """Article → its title, its publisher, its day of publication."""
        rows = self.rows("SELECT id, title, publisher, published FROM articles WHERE current = 1")
        with self.decoding():
            return {
                id: (title, publisher, date.fromisoformat(published) if published else None)
                for id, title, publisher, published in rows
            }

    def claims(
        self, article: str = "", min_score: float = 0.0, most: int = 0
    ) -> list[tuple[str, str, int, int, str, str, str, float]]:
        """(id, article, start, end, quote, kinds, claimant, score), best score first; all of
        them, or at `most` so many."""
        return self.rows(
            "SELECT id, article, start, end, quote, kinds, claimant, score FROM claims"
            " WHERE score >= ? AND (? = '' OR article = ?)"
            " ORDER BY score DESC, article, start LIMIT ?",
            min_score,
            article,
            article,
            most or -1,
        )

    def claim_body(self, id: str) -> dict[str, Any]:
        """A claim in the shape of `claims --format jsonl`; its status is not known here."""
        rows = self.rows("SELECT body FROM claims WHERE id = ?", id)
        with self.decoding():
            body: dict[str, Any] = dict(json.loads(rows[0][0])) if rows else {}
            if rows and (lacking := CLAIM - body.keys()):
                raise KeyError(min(lacking))
            return body

    def claim_reasons(self) -> dict[str, tuple[str, ...]]:
        """Claim id → why it is worth checking; claims with the same reasons share them."""
        rows = self.rows("SELECT id, reasons FROM claims")
        known: dict[str, tuple[str, ...]] = {}
        with self.decoding():
            for _, text in rows:
                if text not in known:
                    known[text] = tuple(json.loads(text or "[]"))
        return {id: known[text] for id, text in rows}

    def scored_by(self, reason: str) -> set[tuple[str, int]]:
        """(article, start) of the claims whose score has a reason, in its words."""
        rows = self.rows("SELECT article, start FROM claims WHERE instr(reasons, ?)", reason)
        return set(rows)

    def score_again(
        self, place: tuple[str, int], new: Callable[[list[str]], tuple[float, tuple[str, ...]]]
    ) -> int:
        """Give the claim that begins at a place another score and reasons; 0 where none does."""
        rows = self.rows(
            "SELECT id, reasons, body FROM claims WHERE article = ? AND start = ?", *place
        )
        for id, text, body in rows:
            with self.decoding():
                score, reasons = new(json.loads(text))
                line = {**json.loads(body), "score": score, "reasons": list(reasons)}
            self.run(
                "UPDATE claims SET score = ?, reasons = ?, body = ? WHERE id = ?",
                score, json.dumps(reasons), json.dumps(line, ensure_ascii=False), id,
            )  # fmt: skip
        return len(rows)

    def readings(self, article: str) -> list[tuple[int, int, bytes]]:
        """(start, end, packed reading) of every passage that is no boilerplate, in order."""
        rows = self.rows(
            "SELECT start, end, body FROM readings WHERE article = ? ORDER BY start", article
        )
        return self.shaped(rows, int, int, bytes)

    def claim_rows(self, article: str, id: str = "") -> list[Any]:
        """(id, start, end, quote, score, reasons as JSON, packed reading) of an article's claims,
        or of one, in reading order."""
        rows = self.rows(
            "SELECT id, claims.start, claims.end, quote, score, reasons, readings.body FROM claims"
            " JOIN readings ON readings.article = claims.article"
            " AND readings.start = claims.start"
            " WHERE claims.article = ? AND (? = '' OR id = ?) ORDER BY claims.start",
            article, id, id,
        )  # fmt: skip
        return self.shaped(rows, str, int, int, str, float, str, bytes)

    def shaped(self, rows: list[Any], *kinds: type) -> list[Any]:
        """Rows whose cells are of these types: SQLite keeps whatever is put into a column.

        Raises CaseDamaged."""
        with self.decoding():
            for row in rows:
                if tuple(map(type, row)) != kinds:
                    raise TypeError("a cell of another type")
        return rows

    def passages(self) -> int:
        """How many passages there are of the current articles."""
        return int(self.rows("SELECT count(*) FROM readings")[0][0])

    def has_claims(self) -> bool:
        """Whether any article has one: then the index has passages."""
        return bool(self.rows("SELECT 1 FROM claims LIMIT 1"))

    def claim_ids(self, prefix: str) -> list[str]:
        """At most three ids that begin with a prefix of hex digits."""
        return [
            row[0]
            for row in self.rows(
                "SELECT id FROM claims WHERE id >= ? AND id < ? LIMIT 3", prefix, prefix + "g"
            )
        ]
