"""The catalogue stays as quick as it was, however much comes in."""

import sqlite3
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.errors import CaseNewer

TEXT = "At least {n} people died in Aville on March 3, 2021, the ministry said in report {n}.\n"


def test_no_article_that_comes_in_makes_the_catalogue_go_through_all_others(
    tmp_path: Path, empty_case: Case
) -> None:
    (tmp_path / "first.txt").write_text(TEXT.format(n=5), encoding="utf-8")
    empty_case.corpus.import_paths([str(tmp_path / "first.txt")])
    asked: list[str] = []
    catalog = empty_case._parts.catalog
    catalog._db.set_trace_callback(asked.append)
    for n in (6, 7):
        (tmp_path / "second.txt").write_text(TEXT.format(n=n) * 40, encoding="utf-8")
        empty_case.corpus.import_paths([str(tmp_path / "second.txt")])
    catalog._db.set_trace_callback(None)
    whole = [sql for sql in asked if "articles" in sql or "copies" in sql or "claims" in sql]
    with sqlite3.connect(catalog.path) as db:
        plans = {
            sql: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
            for sql in whole
            if " WHERE " in sql
        }
    assert any(sql.startswith("UPDATE copies") for sql in plans)
    assert not [sql for sql, plan in plans.items() if any(p.startswith("SCAN") for p in plan)]


def test_a_catalogue_of_a_newer_program_is_not_dropped(empty_case: Case) -> None:
    path = empty_case._parts.catalog.path
    empty_case.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    with pytest.raises(CaseNewer, match="newer program"):
        Case.open(empty_case.folder)
    Case.forget_derived(empty_case.folder)
    Case.open(empty_case.folder).close()
