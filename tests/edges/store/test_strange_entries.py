"""Entries with right checksums and wrong contents: left out in sight, and the rest goes on."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.core.verdicts.history import payload
from workbench.core.verdicts.records import to_json
from workbench.edges.store import open_store
from workbench.edges.store.journal import first_line, format_line
from workbench.errors import UsageError

AT = "2026-03-02T12:00:00Z"
STRANGER = "2026-03-03-ffffffff.jsonl"
ANCHOR = {
    "article": "a.txt", "revision": 1, "sha256": "", "start": 0, "end": 5, "quote": "Seven",
    "prefix": "", "suffix": "",
}  # fmt: skip


def verdict(name: str = "c9", **fields: Any) -> dict[str, Any]:
    head = {"type": "verdict", "id": name, "claim": name, "revision": 1, "by": "Eve", "at": AT}
    return head | {"rating": "true", "summary": "It holds.", "anchor": ANCHOR} | fields


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with two verdicts of Ada's."""
    with_two = tmp_path / "claims"
    store = open_store(with_two)
    for name in ("c1", "c2"):
        store.put(verdict(name), 0, by="Ada", at=AT, action="verdict")
    store.close()
    return with_two


def heads(folder: Path) -> tuple[int, list[str]]:
    """The highest clock of a store, and the hash of its last entry."""
    store = open_store(folder)
    last = next(store.changes(newest_first=True))
    store.close()
    return last.clock, [last.hash]


def entry(folder: Path, doc: dict[str, Any], **changed: Any) -> dict[str, Any]:
    clock, previous = heads(folder)
    whole = {"clock": clock + 1, "action": "verdict", "before": None, "after": doc}
    return json.loads(payload(**(whole | {"previous": previous}))) | changed


def join(folder: Path, *texts: str) -> None:
    """Put a stranger's journal beside the others, as git does."""
    lines = first_line("ffffffff") + b"".join(map(format_line, texts))
    (folder / "journal" / STRANGER).write_bytes(lines)


Strange = Callable[[dict[str, Any]], str]
STRANGE: dict[str, Strange] = {
    "a blank after the brace": lambda e: "{ " + to_json(e)[1:],
    "fields in another order": lambda e: to_json(dict(reversed(e.items()))),
    "a clock that is text": lambda e: to_json(e | {"clock": "3"}),
    "a clock of 18 digits": lambda e: to_json(e | {"clock": 999_999_999_999_999_999}),
    "a clock of 19 digits": lambda e: to_json(e | {"clock": 9_999_999_999_999_999_999}),
    "a clock from the future": lambda e: to_json(e | {"clock": e["clock"] + 1}),
    "a clock of the past": lambda e: to_json(e | {"clock": 1}),
    "a clock that is yes": lambda e: to_json(e | {"clock": True}),
    "a clock that stands twice": lambda e: to_json(e).replace(',"at"', ',"clock":99,"at"', 1),
    "a claim that stands twice": lambda e: to_json(e)[:-1] + ',"claim":"c1"}',
    "nested previous": lambda e: to_json(e | {"previous": [e["previous"]]}),
    "previous that is text": lambda e: to_json(e | {"previous": "x"}),
    "a group of one number": lambda e: to_json(e | {"batch": [1]}),
    "a group that is text": lambda e: to_json(e | {"batch": "ab"}),
    "a group that ends before": lambda e: to_json(e | {"batch": [3, 2]}),
    "a time that is a number": lambda e: to_json(e | {"after": e["after"] | {"at": 5}}),
    "another author within": lambda e: to_json(e | {"after": e["after"] | {"by": "Ada"}}),
    "a verdict without rating": lambda e: _without(e, "rating"),
    "a verdict without anchor": lambda e: _without(e, "anchor"),
    "a verdict without summary": lambda e: _without(e, "summary"),
    "an anchor that is a list": lambda e: to_json(e | {"after": e["after"] | {"anchor": []}}),
    "an anchor with more": lambda e: to_json(
        e | {"after": e["after"] | {"anchor": ANCHOR | {"x": 1}}}
    ),
    "an order of numbers": lambda e: to_json(e | {"after": e["after"] | {"order": [1]}}),
    "a record before that is text": lambda e: to_json(e | {"before": "x"}),
    "a claim that is a list": lambda e: to_json(e | {"claim": ["c9"]}),
    "a list": lambda e: to_json([e]),
    "a blank within": lambda e: to_json(e).replace('"after":{', '"after":{ ', 1),
    "a rating that stands twice": lambda e: to_json(e).replace(
        '"rating"', '"rating":"false","rating"', 1
    ),
    "a letter as its escape": lambda e: to_json(e).replace('"rating"', '"\\u0072ating"', 1),
    "a number that is none": lambda e: to_json(e | {"after": e["after"] | {"extra": "?"}}).replace(
        '"?"', "NaN"
    ),
    "a number beyond all": lambda e: to_json(e | {"after": e["after"] | {"extra": "?"}}).replace(
        '"?"', "1e999"
    ),
    "a day that there is not": lambda e: to_json(
        e | {"at": "2026-02-31T12:00:00Z", "after": e["after"] | {"at": "2026-02-31T12:00:00Z"}}
    ),
    "the year nought": lambda e: to_json(
        e | {"at": "0000-01-01T00:00:00Z", "after": e["after"] | {"at": "0000-01-01T00:00:00Z"}}
    ),
    "deep": lambda e: "[" * 100_000 + "]" * 100_000,
    "resolves that is a number": lambda e: to_json(e | {"resolves": 1}),
    "undoes a table": lambda e: to_json(e | {"undoes": {}}),
}


def _without(entry: dict[str, Any], name: str) -> str:
    return to_json(entry | {"after": {k: v for k, v in entry["after"].items() if k != name}})


@pytest.mark.parametrize("what", STRANGE)
def test_it_is_left_out_in_sight_and_the_rest_goes_on(what: str, folder: Path) -> None:
    text = STRANGE[what](entry(folder, verdict()))
    join(folder, text)
    store = open_store(folder)
    assert store.read_only == ""
    assert any(STRANGER in notice and "left out" in notice for notice in store.notices)
    assert any(STRANGER in fault for fault in store.verify())
    assert [doc["id"] for doc in store.query()] == ["c1", "c2"]
    hashes = {change.hash for change in store.changes()}
    assert hashlib.sha256(text.encode()).hexdigest() not in hashes
    assert len(hashes) == 2
    for claim in ("c1", "c9"):
        assert len(list(store.changes(claim=claim))) == (claim == "c1")
    store.put(verdict("c3"), 0, by="Ada", at=AT)
    store.compact()
    store.close()
    again = open_store(folder)
    assert [doc["id"] for doc in again.query()] == ["c1", "c2", "c3"]
    assert next(again.changes(newest_first=True)).id == "c3"
    assert again.read_only == ""
    again.close()


def test_what_follows_an_impossible_clock_is_left_out_too(folder: Path) -> None:
    first = to_json(entry(folder, verdict(), clock=10**15))
    hash_ = hashlib.sha256(first.encode()).hexdigest()
    second = to_json(entry(folder, verdict("c8"), clock=10**15 + 1, previous=[hash_]))
    join(folder, first, second)
    store = open_store(folder)
    assert [doc["id"] for doc in store.query()] == ["c1", "c2"]
    assert store.put(verdict("c3"), 0, by="Ada", at=AT)["revision"] == 1
    assert next(store.changes(newest_first=True)).clock == 3
    store.close()


def test_what_follows_a_record_of_a_wrong_shape_stays(folder: Path) -> None:
    first = _without(entry(folder, verdict()), "rating")
    hash_ = hashlib.sha256(first.encode()).hexdigest()
    second = to_json(entry(folder, verdict("c8"), clock=4, previous=[hash_]))
    join(folder, first, second)
    store = open_store(folder)
    assert [doc["id"] for doc in store.query()] == ["c1", "c2", "c8"]
    store.close()


def test_a_snapshot_that_says_something_else_is_found_out(folder: Path) -> None:
    store = open_store(folder)
    store.compact()
    store.close()
    path = folder / "snapshot.json"
    body = path.read_bytes().split(b'",\n', 3)[-1]
    body = (
        path.read_bytes().partition(b'"sha256": "')[2][64 + 3 :].replace(b"It holds.", b"It fails.")
    )
    head = '{\n"format": "claim-workbench snapshot",\n"version": 1,\n"sha256": "%s",\n'
    path.write_bytes((head % hashlib.sha256(body).hexdigest()).encode() + body)
    store = open_store(folder)
    assert any("does not say what the journals say" in fault for fault in store.verify())
    store.close()


@pytest.mark.parametrize("name", ["rating", "anchor", "summary", "claim"])
def test_what_could_not_be_read_again_is_not_saved(name: str, folder: Path) -> None:
    store = open_store(folder)
    doc = verdict("c4")
    del doc[name]
    with pytest.raises(UsageError, match=name):
        store.put(doc, 0, by="Ada", at=AT)
    store.close()
