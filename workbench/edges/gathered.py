"""What was gathered of verdicts for their publication, kept so that it is not gathered again.

Derived data in `.workbench/`: losing it costs the time of one export. Each verdict
stands beside a digest of all that it was made of, and each row beside a digest of
itself that only this user's own key makes, so that what is damaged, out of date or put
there by somebody else is gathered anew and never published.
"""

import hashlib
import hmac
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from workbench.edges.catalog import Catalog
from workbench.edges.databases import check_tables, database_file, remove_database
from workbench.edges.inside import Inside
from workbench.edges.outgoing import fingerprint
from workbench.edges.trust import own_key

FILE = "gathered.sqlite"
"""In the folder of derived data."""
DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged file raises; the second where SQLite names a damaged word of its schema."""
TOGETHER = 200
"""Verdicts that are kept with one wait for the disk."""

_TABLES = """
CREATE TABLE IF NOT EXISTS verdicts (
    claim TEXT PRIMARY KEY, made TEXT, verdict TEXT, findings TEXT, digest TEXT);
CREATE TABLE IF NOT EXISTS histories (
    claim TEXT PRIMARY KEY, entries TEXT, published INTEGER);
CREATE TABLE IF NOT EXISTS last (number INTEGER, hash TEXT);
"""

History = tuple[str, bool]
"""(digest of a claim's entries, whether its verdict has left the house)."""
Row = tuple[str, str, str, str]
"""(claim, what it was made of, verdict, findings)."""
T = TypeVar("T")


class Gathered:
    """The kept verdicts of one case. What cannot be kept is simply not there the next time."""

    def __init__(self, folder: Path | Inside) -> None:
        self._db = _reached(Inside.of(folder) / FILE)
        self._new: dict[str, Row] = {}

    def close(self) -> None:
        """Keep what was put, and close the file."""
        self._keep()
        self._db.close()

    def verdict(self, claim: str, made: str) -> tuple[str, str] | None:
        """(verdict, findings) as put, where they were made of the same; else None."""
        if claim in self._new and self._new[claim][1] == made:
            return self._new[claim][2:]
        rows = self._asked(
            lambda: self._db.execute("SELECT * FROM verdicts WHERE claim = ?", (claim,)).fetchall()
        )
        if not rows or rows[0][1] != made or rows[0][4] != _signed(rows[0][:4]):
            return None
        return rows[0][2], rows[0][3]

    def put_verdict(self, claim: str, made: str, verdict: str, findings: str) -> None:
        """Keep a verdict and the gate's findings, both as text."""
        self._new[claim] = (claim, made, verdict, findings)
        if len(self._new) >= TOGETHER:
            self._keep()

    def histories(self) -> tuple[int, str, dict[str, History]]:
        """(number and hash of the last entry taken in, claim → history); 0 without any."""
        last = self._asked(lambda: self._db.execute("SELECT * FROM last").fetchall())
        rows = self._asked(lambda: self._db.execute("SELECT * FROM histories").fetchall())
        if not last or not isinstance(last[0][0], int):
            return 0, "", {}
        return last[0][0], last[0][1], {claim: (made, bool(out)) for claim, made, out in rows}

    def put_histories(
        self, number: int, last: str, changed: Mapping[str, History], *, anew: bool
    ) -> None:
        """Take in histories up to an entry; `anew` says that those before do not hold."""
        with suppress(*DAMAGE), self._db:
            if anew:
                self._db.execute("DELETE FROM histories")
            self._db.execute("DELETE FROM last")
            self._db.execute("INSERT INTO last VALUES (?, ?)", (number, last))
            self._db.executemany(
                "INSERT OR REPLACE INTO histories VALUES (?, ?, ?)",
                ((claim, *history) for claim, history in changed.items()),
            )

    def _keep(self) -> None:
        rows = [(*row, _signed(row)) for row in self._new.values()]
        self._new.clear()
        with suppress(*DAMAGE), self._db:
            self._db.executemany("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", rows)

    def _asked(self, question: Callable[[], list[T]]) -> list[T]:
        try:
            return question()
        except DAMAGE:  # a damaged page: as if nothing had been kept
            return []


def _signed(row: Sequence[object]) -> str:
    """A digest of a row that nobody else can make."""
    said = fingerprint(*row).encode()
    return hmac.new(own_key(), said, hashlib.sha256).hexdigest()


def trace_of(catalog: Catalog, article: str) -> str:
    """A digest of all that is known of every revision of an article, its texts by their own."""
    rows = catalog.rows(
        "SELECT revision, sha256, title, publisher, url, published, language, current"
        " FROM articles WHERE id = ? ORDER BY revision",
        article,
    )
    return fingerprint(article, rows)


def _reached(path: Inside) -> sqlite3.Connection:
    """The file, made anew where it is damaged; where it cannot be used, one in memory."""
    with suppress(sqlite3.OperationalError, OSError):
        try:
            return _opened(database_file(path))
        except sqlite3.OperationalError:
            raise
        except DAMAGE:
            remove_database(path)
            return _opened(database_file(path))
    return _opened(Path(":memory:"))


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=2, check_same_thread=False)
    db.text_factory = lambda text: text.decode("utf-8", "replace")  # a flipped bit may be no text
    try:
        if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")  # derived data: a lost tail is made again
        db.executescript(_TABLES)
        check_tables(db, _TABLES)
    except DAMAGE:
        db.close()
        raise
    return db
