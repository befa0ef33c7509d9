"""SQLite files inside a case: looked at before SQLite opens them, for it takes only a path."""

import os
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from workbench.edges.inside import Inside

BESIDE = ("", "-journal", "-wal", "-shm")
"""What SQLite adds to a database's name for the files that go with it."""


def database_file(path: Inside) -> Path:
    """The words of a database that is a plain file, made empty where there is none.

    SQLite makes its files for one user; one that is there lends its own rights to those
    beside it, so it is made here, by the rights of its folder. Raises CaseUnsafe, OSError.
    """
    database_name(path)
    if not path.exists():
        os.close(path.open(os.O_RDWR | os.O_CREAT))
    return path.path


def database_name(path: Inside) -> Path:
    """The words of a database whose files are plain, if there are any. Raises CaseUnsafe."""
    for ending in BESIDE:
        (path.parent / (path.name + ending)).plain_tree()
    return path.path.absolute()


def remove_database(path: Inside) -> None:
    """Delete a database with the files beside it."""
    for ending in BESIDE:
        (path.parent / (path.name + ending)).remove()


def check_tables(db: sqlite3.Connection, script: str) -> None:
    """Raise sqlite3.DatabaseError where a database holds other things than a script makes.

    A case may come from somebody else, and SQLite runs what a file holds: a view in a
    table's place that never ends, a trigger that alters what is put in.
    """
    if _things(db) != _made_by(script):
        raise sqlite3.DatabaseError("it holds tables, views or triggers that are not its own")


@cache
def _made_by(script: str) -> frozenset[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(script)
        return _things(db)


def _things(db: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    return frozenset(db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))
