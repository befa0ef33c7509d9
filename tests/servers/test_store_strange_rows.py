"""Rows of a server that are no records or entries: named, left out, and the rest goes on."""

import pytest

pytest.importorskip("psycopg")

from workbench.edges.store import open_server_store
from workbench.edges.store.postgres_store import PostgresStore

pytestmark = pytest.mark.servers

AT = "2026-03-02T12:00:00Z"
ODD = (
    "", "{", "5", "[]", "{}", '{"type":"vote"}', '{"type":5,"id":[],"revision":"x"}', "[" * 5000,
    '{"type":"vote","id":"a","claim":null,"revision":-1,"by":"x","at":"x"}',
    '{"type":"verdict","id":"a","claim":"c","revision":1,"by":"x","at":"2026-03-02T12:00:00Z"}',
)  # fmt: skip


def altered(store: PostgresStore, table: str, line: str, where: str) -> None:
    with store._database.transaction() as cursor:
        cursor.execute(f"UPDATE {table} SET line = %s WHERE {where}", [line])


@pytest.fixture
def store(postgres_url: str) -> PostgresStore:
    found = open_server_store(postgres_url)
    for name in ("a", "b"):
        found.put({"type": "vote", "id": name, "claim": "c1"}, 0, by="Ada", at=AT)
    assert isinstance(found, PostgresStore)
    return found


@pytest.mark.parametrize("line", ODD)
def test_a_record_that_is_none_is_left_out_and_named(store: PostgresStore, line: str) -> None:
    altered(store, "records", line, "doc->>'id' = 'a'")
    assert [doc["id"] for doc in store.query("vote")] == ["b"]
    assert store.get("vote", "a") is None
    assert store.conflicts() == []
    assert any(name.startswith("the record under ") for name in store.verify())
    store.put({"type": "vote", "id": "c", "claim": "c1"}, 0, by="Bo", at=AT)
    assert [doc["id"] for doc in store.query("vote")] == ["b", "c"]


@pytest.mark.parametrize("line", ODD)
def test_an_entry_that_is_none_is_left_out_and_named(store: PostgresStore, line: str) -> None:
    altered(store, "entries", line, "seq = 1")
    assert [change.id for change in store.changes()] == ["b"]
    assert [change.id for change in store.changes(newest_first=True)] == ["b"]
    assert any(name.startswith("entry 1 ") for name in store.verify())
    store.put({"type": "vote", "id": "c", "claim": "c1"}, 0, by="Bo", at=AT)
    assert [change.id for change in store.changes()] == ["b", "c"]


@pytest.mark.parametrize("gone", ["seq > 1", "true"], ids=["last", "all"])
def test_an_end_that_was_cut_off_is_named(store: PostgresStore, gone: str) -> None:
    """Also where the records were made to agree with what is left."""
    assert store.verify() == []
    with store._database.transaction() as cursor:
        cursor.execute(f"DELETE FROM entries WHERE {gone}")
        cursor.execute(
            'DELETE FROM records WHERE %s OR line LIKE \'%%"id":"b"%%\'', [gone == "true"]
        )
    assert any("entries were written" in fault for fault in store.verify())
    assert any("the end was cut off" in fault for fault in store.verify())
