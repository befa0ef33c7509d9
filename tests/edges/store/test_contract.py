"""What every VerdictStore promises; each adapter joins by one more factory."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbench.core.verdicts import history
from workbench.core.verdicts.records import Document
from workbench.edges.store import VerdictStore, open_store
from workbench.errors import StaleRevision, UsageError

NOON = "2026-03-02T12:00:00Z"
LATER = "2026-03-02T12:05:00Z"

Factory = Callable[[], VerdictStore]


@pytest.fixture(params=["tinydb", pytest.param("postgresql", marks=pytest.mark.servers)])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Factory]:
    """Opens the same store again and again, as several processes would."""
    stores: list[VerdictStore] = []
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else ""

    def factory() -> VerdictStore:
        stores.append(open_store(tmp_path / "claims", url, timeout=5))
        return stores[-1]

    yield factory
    for store in stores:
        store.close()


def verdict(claim: str = "c1", **fields: object) -> Document:
    return {"type": "vote", "id": claim, "claim": claim, "rating": "true", **fields}


def link(name: str, claim: str = "c1", **fields: object) -> Document:
    return {"type": "bond", "id": name, "claim": claim, "relation": "context", **fields}


def test_a_saved_record_is_there_when_the_store_is_opened_again(opened: Factory) -> None:
    store = opened()
    stored = store.put(verdict(summary="Two lists agree."), 0, by="Ada", at=NOON)
    store.close()
    assert opened().get("vote", "c1") == stored
    assert stored == verdict(summary="Two lists agree.") | {"revision": 1, "by": "Ada", "at": NOON}


def test_saving_onto_a_newer_revision_is_refused_with_both_versions(opened: Factory) -> None:
    store, other = opened(), opened()
    store.put(verdict(), 0, by="Ada", at=NOON)
    other.put(verdict(rating="false"), 1, by="Ben", at=LATER)
    with pytest.raises(StaleRevision, match="Ben") as refused:
        store.put(verdict(rating="half true"), 1, by="Ada", at=LATER)
    assert refused.value.stored["rating"] == "false"
    assert refused.value.offered["rating"] == "half true"
    assert store.get("vote", "c1")["rating"] == "false"


@pytest.mark.parametrize("expected", [0, 1, 3])
def test_a_wrong_expectation_changes_nothing(opened: Factory, expected: int) -> None:
    store = opened()
    store.put(verdict(), 0, by="Ada", at=NOON)
    store.put(verdict(rating="false"), 1, by="Ada", at=NOON)
    with pytest.raises(StaleRevision):
        store.put(verdict(rating="half true"), expected, by="Ada", at=LATER)
    assert store.get("vote", "c1")["revision"] == 2
    assert len(list(store.changes())) == 2


def test_what_was_never_saved_has_no_revision_to_base_on(opened: Factory) -> None:
    with pytest.raises(StaleRevision):
        opened().put(verdict(), 1, by="Ada", at=NOON)


def test_a_group_is_saved_whole_or_not_at_all(opened: Factory) -> None:
    store = opened()
    store.put(link("l1"), 0, by="Ada", at=NOON)
    with pytest.raises(StaleRevision):
        store.put_many([(verdict(), 0), (link("l1"), 0)], by="Ada", at=LATER)
    assert store.get("vote", "c1") is None
    stored = store.put_many([(verdict(), 0), (link("l1", note="x"), 1)], by="Ada", at=LATER)
    assert [doc["revision"] for doc in stored] == [1, 2]
    assert opened().query(claim="c1") == [stored[1], stored[0]]


def test_a_record_may_stand_only_once_in_a_group(opened: Factory) -> None:
    with pytest.raises(UsageError):
        opened().put_many([(verdict(), 0), (verdict(), 1)], by="Ada", at=NOON)


def test_an_empty_group_changes_nothing(opened: Factory) -> None:
    store = opened()
    assert store.put_many([], by="Ada", at=NOON) == []
    assert list(store.changes()) == []


def test_queries_by_type_and_claim(opened: Factory) -> None:
    store = opened()
    for name, claim in (("l2", "c1"), ("l1", "c1"), ("l3", "c2")):
        store.put(link(name, claim), 0, by="Ada", at=NOON)
    store.put(verdict("c1"), 0, by="Ada", at=NOON)
    store.put({"type": "setting", "id": "scale", "claim": None, "value": 1.5}, 0, by="Ada", at=NOON)

    def names(**wanted: str) -> list[str]:
        return [doc["id"] for doc in store.query(**wanted)]

    assert names(type="bond") == ["l1", "l2", "l3"]
    assert names(claim="c1") == ["l1", "l2", "c1"]
    assert names(type="bond", claim="c1") == ["l1", "l2"]
    assert names() == ["l1", "l2", "l3", "scale", "c1"]
    assert names(type="mark") == names(claim="none") == []


def test_a_record_that_moves_to_another_claim_is_found_there_only(opened: Factory) -> None:
    store = opened()
    store.put(link("l1", "c1"), 0, by="Ada", at=NOON)
    store.put(link("l1", "c2"), 1, by="Ada", at=NOON)
    assert store.query(claim="c1") == []
    assert [doc["id"] for doc in store.query(claim="c2")] == ["l1"]


def test_a_deleted_record_is_gone_and_can_be_made_anew(opened: Factory) -> None:
    store = opened()
    store.put(link("l1"), 0, by="Ada", at=NOON)
    store.put(link("l1", deleted=True), 1, by="Ada", at=NOON)
    assert store.get("bond", "l1") is None
    assert store.query() == []
    assert opened().put(link("l1"), 0, by="Ben", at=LATER)["revision"] == 3


def test_what_a_reader_does_to_a_record_stays_with_the_reader(opened: Factory) -> None:
    store = opened()
    offered = verdict(evidence=[{"links": ["l1"]}])
    stored = store.put(offered, 0, by="Ada", at=NOON)
    for doc in (offered, stored, store.get("vote", "c1"), store.query()[0]):
        doc["evidence"][0]["links"].append("forged")
    assert store.get("vote", "c1")["evidence"] == [{"links": ["l1"]}]


def test_the_history_tells_who_changed_what_from_what(opened: Factory) -> None:
    store = opened()
    first = store.put(verdict(), 0, by="Ada", at=NOON, action="vote")
    second = opened().put(verdict(rating="false"), 1, by="Ben", at=LATER, action="vote")
    store.refresh()
    one, two = store.changes()
    assert (one.seq, one.by, one.at, one.action, one.key) == (
        1, "Ada", NOON, "vote", ("vote", "c1"),
    )  # fmt: skip
    assert (one.before, one.after) == (None, first)
    assert (two.before, two.after, two.previous) == (first, second, (one.hash,))
    assert [change.seq for change in store.changes(1)] == [2]
    assert [change.seq for change in store.changes(newest_first=True)] == [2, 1]
    assert store.verify() == []


ODD = 'c"1\\", "claim":"c2'
"""A claim's id that looks like the beginning of an entry."""


def test_the_history_of_a_claim_is_that_part_of_the_whole(opened: Factory) -> None:
    store = opened()
    for n, claim in enumerate(["c1", ODD, "c2", "c1", "ω\u202e", "c1", None]):
        doc = link(f"l{n}", relation='"claim":"c1"') | {"claim": claim}
        store.put(doc, 0, by='A"da\\', at=NOON, action='"claim":"c1"')
    for reader in (store, opened()):
        whole = list(reader.changes())
        for claim in ("c1", "c2", ODD, "ω\u202e", "c9"):
            own = [change for change in whole if change.claim == claim]
            assert list(reader.changes(claim=claim)) == own
            assert list(reader.changes(claim=claim, newest_first=True)) == own[::-1]
            assert list(reader.changes(2, claim=claim)) == [c for c in own if c.seq > 2]
    assert [c.seq for c in store.changes(claim="c1")] == [1, 4, 6]
    store.put(link("l0") | {"revision": 1}, 1, by="Ada", at=LATER)
    assert [c.seq for c in store.changes(claim="c1")] == [1, 4, 6, 8]


def test_scanning_gives_the_records_that_a_query_gives(opened: Factory) -> None:
    store = opened()
    store.put_many([(verdict(), 0), (link("l1"), 0), (verdict("c2"), 0)], by="Ada", at=NOON)
    for type, claim in ((None, None), ("bond", None), (None, "c1"), ("vote", "c2")):
        assert list(store.scan(type, claim)) == store.query(type, claim)


def test_others_changes_appear_on_refresh(opened: Factory) -> None:
    store, other = opened(), opened()
    assert not store.refresh()
    other.put(verdict(), 0, by="Ben", at=NOON)
    assert store.refresh()
    assert store.get("vote", "c1")["by"] == "Ben"
    assert not store.refresh()


def test_a_change_of_others_is_never_held_for_none(opened: Factory) -> None:
    store, other = opened(), opened()
    for revision in range(3):
        other.put(verdict(), revision, by="Ben", at=NOON)
        end = time.monotonic() + 10
        while not store.may_have_changed():
            assert time.monotonic() < end, "it was never told"
        assert store.refresh()


def test_undo_and_redo_are_entries_of_their_own(opened: Factory) -> None:
    store = opened()
    store.put(verdict(), 0, by="Ada", at=NOON, action="vote")
    store.put(verdict(rating="false"), 1, by="Ada", at=NOON, action="vote")
    store.close()
    store = opened()
    back = history.undo(store.changes(newest_first=True), "Ada")
    store.put_many(back.documents, by="Ada", at=LATER, action=back.action, undoes=back.undoes)
    assert store.get("vote", "c1")["rating"] == "true"
    forth = history.redo(opened().changes(newest_first=True), "Ada")
    store.put_many(forth.documents, by="Ada", at=LATER, action=forth.action, undoes=forth.undoes)
    assert store.get("vote", "c1")["rating"] == "false"
    assert [change.undoes for change in store.changes()] == [None, None, 2, 3]
    assert store.verify() == []


def test_what_undo_names_must_be_in_the_history(opened: Factory) -> None:
    with pytest.raises(UsageError, match="no entry 7"):
        opened().put(verdict(), 0, by="Ada", at=NOON, undoes=7)


@pytest.mark.parametrize(
    "doc",
    [
        {"type": "Verdict!", "id": "c1"},
        {"type": "vote", "id": ""},
        {"type": "vote", "id": 3},
        {"type": "vote", "id": "x" * 1001},
        {"type": "vote", "id": "c1", "claim": 5},
        {"type": "vote", "id": "c1", "score": float("nan")},
        {"type": "vote", "id": "c1", "when": object()},
    ],
)
def test_what_is_not_a_record_is_refused(opened: Factory, doc: Document) -> None:
    store = opened()
    with pytest.raises(UsageError):
        store.put(doc, 0, by="Ada", at=NOON)
    assert list(store.changes()) == []


def test_hostile_text_comes_back_as_it_was(opened: Factory) -> None:
    text = "\x00\x1b[2J\x9b1m\u202e\ud800\u2028[/red] \U0001f600 “”\r\n\ufeff"
    store = opened()
    store.put(verdict(rationale=text), 0, by=text, at=NOON, action=text)
    again = opened()
    assert again.get("vote", "c1")["rationale"] == text
    assert [change.by for change in again.changes()] == [text]
    assert again.verify() == []


@pytest.mark.parametrize("at", ["", "yesterday", "2026-03-02", "2026-03-02T12:00:00+02:00"])
def test_a_time_has_to_be_one(opened: Factory, at: str) -> None:
    with pytest.raises(UsageError, match="a time is written like"):
        opened().put(verdict(), 0, by="Ada", at=at)


def test_threads_of_one_process_share_a_store(opened: Factory) -> None:
    store = opened()

    def work(name: str) -> None:
        for number in range(20):
            store.put(link(f"{name}{number}"), 0, by=name, at=NOON)
            assert store.get("bond", f"{name}{number}") is not None
            assert len(store.query(claim="c1")) >= number
            store.refresh()
            assert next(store.changes(newest_first=True)).type == "bond"

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(work, name) for name in "abcd"]:
            done.result()
    assert len(opened().query("bond")) == 80
    assert store.verify() == []
