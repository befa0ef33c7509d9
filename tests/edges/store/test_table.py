"""TinyDB's own methods work on the store, and write only what changed."""

from pathlib import Path

import pytest
from tinydb import Query, where

from workbench.edges.store.storage import JournalStorage
from workbench.edges.store.tiny import TinyStore
from workbench.errors import UsageError

AT = "2026-03-02T12:00:00Z"


@pytest.fixture
def store(tmp_path: Path) -> TinyStore:
    store = TinyStore(tmp_path / "claims")
    docs = [
        ({"type": "vote", "id": f"c{n}", "claim": f"c{n}", "score": n, "tags": []}, 0)
        for n in range(5)
    ]
    store.put_many(docs, by="Ada", at=AT)
    return store


def signed(store: TinyStore):
    storage = store.database.storage
    assert isinstance(storage, JournalStorage)
    return storage.signed("Ben", AT, "by hand")


def test_queries_of_tinydb(store: TinyStore) -> None:
    table = store.database.table("vote")
    found = table.search((where("score") > 2) & Query().tags.test(lambda tags: not tags))
    assert [doc["id"] for doc in found] == ["c3", "c4"]
    assert table.get(where("score") == 1)["id"] == "c1"
    assert table.contains(doc_id="c1")
    assert not table.contains(doc_id="c9")
    assert len(table) == 5
    assert store.database.tables() == {"vote"}


def test_a_query_sees_what_another_process_wrote(store: TinyStore, tmp_path: Path) -> None:
    table, is_nine = store.database.table("vote"), where("score") == 9
    assert table.search(is_nine) == []
    other = TinyStore(tmp_path / "claims")
    other.put({"type": "vote", "id": "c9", "score": 9}, 0, by="Ben", at=AT)
    store.refresh()
    assert len(table.search(is_nine)) == 1


def test_what_a_search_gives_is_a_copy(store: TinyStore) -> None:
    store.database.table("vote").all()[0]["tags"].append("forged")
    assert store.get("vote", "c0")["tags"] == []


def test_an_update_writes_only_the_documents_it_changed(store: TinyStore) -> None:
    table = store.database.table("vote")
    with signed(store):
        assert table.update({"score": 100}, where("score") > 3) == ["c4"]
        table.update(lambda doc: doc["tags"].append("old"), doc_ids=["c0"])
        table.update({"score": 100}, doc_ids=["c4"])  # changes nothing
    new = list(store.changes(5))
    assert [(change.id, change.by, change.after["revision"]) for change in new] == [
        ("c4", "Ben", 2),
        ("c0", "Ben", 2),
    ]
    assert store.verify() == []


def test_inserting_and_removing(store: TinyStore) -> None:
    table = store.database.table("mark")
    with signed(store):
        assert table.insert({"id": "n1", "text": "new"}) == "n1"
        assert table.insert_multiple([{"id": "n2"}, {"id": "n3"}]) == ["n2", "n3"]
        with pytest.raises(ValueError, match="n1"):
            table.insert({"id": "n1"})
        table.remove(doc_ids=["n2"])
    assert [doc["id"] for doc in store.query("mark")] == ["n1", "n3"]
    with signed(store):
        table.truncate()
    assert store.query("mark") == []
    assert len(store.query("vote")) == 5


def test_dropping_a_table_deletes_its_records_and_keeps_their_history(store: TinyStore) -> None:
    with signed(store):
        store.database.drop_tables()
    assert store.query() == []
    assert len(list(store.changes())) == 10
    assert store.put({"type": "vote", "id": "c0"}, 0, by="Ada", at=AT)["revision"] == 3


def test_writing_unsigned_is_refused(store: TinyStore) -> None:
    with pytest.raises(UsageError, match="who writes"):
        store.database.table("vote").insert({"id": "c9"})
    assert store.get("vote", "c9") is None
