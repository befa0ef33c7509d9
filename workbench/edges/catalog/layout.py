"""The tables of the catalogue."""

import sqlite3
from contextlib import closing

from workbench.edges.databases import check_tables, database_file, database_name
from workbench.edges.inside import Inside
from workbench.errors import CaseNewer

LAYOUT = 7
"""Raised when a table changes: a catalogue of another layout is made again."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS made_with (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS seeds (path TEXT PRIMARY KEY, size INT, changed INT);
CREATE TABLE IF NOT EXISTS articles (
    id TEXT, revision INT, sha256 TEXT, seed TEXT, title TEXT, publisher TEXT, url TEXT,
    published TEXT, language TEXT, flags TEXT, origins TEXT, text TEXT, current INT,
    parts TEXT, PRIMARY KEY (id, revision));
CREATE INDEX IF NOT EXISTS article_texts ON articles (sha256) WHERE current = 1;
CREATE TABLE IF NOT EXISTS copies (article TEXT PRIMARY KEY, sha256 TEXT, leader TEXT);
CREATE TABLE IF NOT EXISTS bands (
    band INT, article TEXT, PRIMARY KEY (band, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bands_by_article ON bands (article);
CREATE INDEX IF NOT EXISTS copies_by_leader ON copies (leader) WHERE leader != '';
CREATE TABLE IF NOT EXISTS refusals (seed TEXT, source TEXT, reason TEXT);
CREATE INDEX IF NOT EXISTS refusals_by_seed ON refusals (seed);
CREATE TABLE IF NOT EXISTS sources (id TEXT PRIMARY KEY, article TEXT, seed TEXT);
CREATE TABLE IF NOT EXISTS claims (
    id TEXT PRIMARY KEY, article TEXT, start INT, end INT, quote TEXT, kinds TEXT,
    claimant TEXT, score REAL, body TEXT, reasons TEXT);
CREATE INDEX IF NOT EXISTS claims_by_score ON claims (score DESC, article, start);
CREATE INDEX IF NOT EXISTS claims_by_article ON claims (article, start);
CREATE TABLE IF NOT EXISTS readings (
    article TEXT, start INT, end INT, body BLOB, PRIMARY KEY (article, start)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS traces (article TEXT PRIMARY KEY, body BLOB);
CREATE TABLE IF NOT EXISTS trace_names (
    name TEXT, article TEXT, PRIMARY KEY (name, article)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rarity (term TEXT PRIMARY KEY, articles INT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tolls (article TEXT, place INT, body TEXT, PRIMARY KEY (article, place));
CREATE TABLE IF NOT EXISTS conflicts (
    key TEXT PRIMARY KEY, one TEXT, other TEXT, strength REAL, body TEXT);
CREATE INDEX IF NOT EXISTS conflicts_by_one ON conflicts (one);
CREATE INDEX IF NOT EXISTS conflicts_by_other ON conflicts (other);
CREATE TABLE IF NOT EXISTS event_pairs (
    one TEXT, other TEXT, probability REAL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS event_pairs_by_other ON event_pairs (other);
CREATE TABLE IF NOT EXISTS unchecked (article TEXT PRIMARY KEY);
"""


def opened(path: Inside) -> sqlite3.Connection:
    """The file with all its tables; those of another layout are dropped first."""
    db = sqlite3.connect(database_file(path), timeout=10, check_same_thread=False)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")  # derived data: a lost tail is made again
    return _laid_out(db, path)


def opened_in_memory(path: Inside) -> sqlite3.Connection:
    """A copy in memory of what the file holds, for a place where nothing can be written.

    A file with changes beside it that were never taken into it counts as empty: they
    cannot be read without writing.
    """
    db = sqlite3.connect(":memory:", check_same_thread=False)
    beside = (path.parent / f"{path.name}-wal").status()
    if path.exists() and not (beside and beside.st_size):
        kept = database_name(path).as_uri() + "?immutable=1"
        with closing(sqlite3.connect(kept, uri=True)) as file:
            file.backup(db)
    return _laid_out(db, path)


def _laid_out(db: sqlite3.Connection, path: Inside) -> sqlite3.Connection:
    """The database with the tables of this layout and nothing else. Raises CaseNewer."""
    layout = db.execute("PRAGMA user_version").fetchone()[0]
    if layout > LAYOUT:
        db.close()
        raise CaseNewer(
            f"{path} was made by a newer program (layout {layout}): update this one, or "
            "`workbench reindex` makes it again"
        )
    if layout != LAYOUT:
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in tables.fetchall():
            db.execute('DROP TABLE "{}"'.format(name.replace('"', '""')))
        db.executescript(SCHEMA)
        db.execute(f"PRAGMA user_version = {LAYOUT}")
    check_tables(db, SCHEMA)
    return db
