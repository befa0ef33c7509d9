"""Rows of the catalogue that somebody altered: a clear error, never a traceback."""

import json
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import Run

CELLS = (
    ("articles", "published"), ("articles", "parts"), ("articles", "flags"), ("articles", "text"),
    ("articles", "title"), ("claims", "body"), ("claims", "reasons"), ("readings", "body"),
    ("claims", "end"), ("readings", "start"), ("traces", "body"), ("tolls", "body"),
    ("conflicts", "body"), ("claims", "article"), ("claims", "quote"), ("event_pairs", "one"),
)  # fmt: skip
VALUES = ("x", "", "[1]", "{}", '"x"', 5, None, b"\xff\x00", "[" * 5000)
COMMANDS = (
    ("claims", "--format", "jsonl"), ("conflicts",), ("article",), ("figures",), ("review",),
    ("match", "--text", "13,000 people were killed"), ("figures", "--ledger"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_an_altered_cell_is_a_clear_error(
    run: Run, seeds_folder: Path, table: str, column: str
) -> None:
    assert run("conflicts", "--case", str(seeds_folder))[0] == 0
    kept = seeds_folder / ".workbench" / "catalog.sqlite"
    before = kept.read_bytes()
    for number, value in enumerate(VALUES):
        kept.write_bytes(before)
        with suppress(sqlite3.IntegrityError), sqlite3.connect(kept) as db:
            db.execute(f"UPDATE {table} SET {column} = ?", (value,))
        db.close()
        for words in (COMMANDS[number % len(COMMANDS)], COMMANDS[(number + 3) % len(COMMANDS)]):
            code, _, said = run(*words, "--case", str(seeds_folder))
            assert code in {0, 3}, (value, words, said)
            assert code == 0 or "reindex" in said
    shutil.rmtree(seeds_folder / ".workbench")
    assert run("claims", "--case", str(seeds_folder))[0] == 0


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
STRANGE_TABLES: dict[str, str] = {
    "a view that never ends": "ALTER TABLE claims RENAME TO kept; CREATE VIEW claims AS "
    f"{ENDLESS} SELECT kept.* FROM kept, n WHERE x < 0",
    "a trigger that never ends": f"CREATE TRIGGER t AFTER INSERT ON articles BEGIN SELECT 1 FROM "
    f"({ENDLESS} SELECT x FROM n) WHERE x < 0; END",
    "a trigger that alters a text": "CREATE TRIGGER t AFTER INSERT ON articles BEGIN "
    "UPDATE articles SET text = 'Nobody died.' WHERE id = NEW.id; END",
    "a column that asks for something": "DROP TABLE seeds; CREATE TABLE seeds "
    "(path TEXT PRIMARY KEY, size INT CHECK (size < 0), changed INT)",
    "another table": "CREATE TABLE more (x)",
    "a table less": "DROP TABLE sources",
}


@pytest.mark.parametrize("what", STRANGE_TABLES)
def test_tables_of_somebody_elses_making_are_made_anew(
    run: Run, seeds_folder: Path, what: str
) -> None:
    """SQLite runs what a file holds; so a file holds what this program put in, or nothing."""
    case = ("--case", str(seeds_folder))
    before = run("claims", "--format", "jsonl", *case)[1]
    with sqlite3.connect(seeds_folder / ".workbench" / "catalog.sqlite") as db:
        db.executescript(STRANGE_TABLES[what])
    db.close()
    (seeds_folder / "seeds" / "late.txt").write_text("At least 12 people died in Aville.\n")
    code, out, said = run("claims", "--format", "jsonl", *case)
    assert (code, "made again" in said) == (0, True)
    assert set(before.splitlines()) < set(out.splitlines())
    assert "At least 12 people died in Aville." in out


def test_a_view_in_what_was_gathered_does_not_hang_an_export(
    run: Run, seeds_folder: Path, tmp_path: Path
) -> None:
    case = ("--case", str(seeds_folder))
    claim = json.loads(run("claims", "--format", "jsonl", *case)[1].splitlines()[0])["id"]
    run("verdict", claim, "--rating", "true", "--summary", "It holds.", *case)
    export = ("export", "--force", "--to", str(tmp_path / "out"), *case)
    assert run(*export)[0] == 0
    with sqlite3.connect(seeds_folder / ".workbench" / "gathered.sqlite") as db:
        db.executescript(
            "ALTER TABLE last RENAME TO kept; CREATE VIEW last AS "
            f"{ENDLESS} SELECT kept.* FROM kept, n WHERE x < 0"
        )
    db.close()
    assert run(*export)[0] == 0


@pytest.mark.parametrize(
    ("column", "value"),
    [("start", "none"), ("article", "none"), ("id", "none"), ("quote", b"\xff"), ("score", "x")],
)
def test_a_claim_that_lost_its_reading_is_a_clear_error(
    run: Run, seeds_folder: Path, tmp_path: Path, column: str, value: object
) -> None:
    """A bundle looks for candidates, and so for the claim's reading."""
    case = ("--case", str(seeds_folder))
    claim = json.loads(run("claims", "--format", "jsonl", *case)[1].splitlines()[0])["id"]
    assert run("verdict", claim, "--rating", "true", "--summary", "It holds.", *case)[0] == 0
    with sqlite3.connect(seeds_folder / ".workbench" / "catalog.sqlite") as db:
        db.execute(f"UPDATE claims SET {column} = ? WHERE id = ?", (value, claim))
    db.close()
    bundle = ("export", "--format", "bundle", "--force", "--to", str(tmp_path / "out"))
    for words in (("match", claim), bundle):
        code, _, said = run(*words, *case)
        assert code in {0, 2, 3}, said
        assert "Traceback" not in said
