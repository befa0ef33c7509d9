"""When the disk refuses, what was saved stays, and what was not says so."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.core.verdicts.records import Document
from workbench.edges.store import open_store
from workbench.errors import CaseError

DAY = "2026-03-02T12:00:00Z"
NEXT_DAY = "2026-03-03T08:00:00Z"


class Failing:
    """Lets a system call fail at its N-th use, and from then on if `stays` is set."""

    def __init__(self, real: Callable, at: int, stays: bool, partial: bool = False) -> None:
        self.real, self.at, self.stays, self.partial = real, at, stays, partial
        self.used = 0

    def __call__(self, *args, **kwargs):
        self.used += 1
        if self.used == self.at or (self.stays and self.used > self.at):
            if self.partial:
                self.real(args[0], bytes(args[1])[: len(args[1]) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return self.real(*args, **kwargs)


def days_work(folder: Path, acknowledged: dict[str, Document]) -> None:
    """Two days of changes; notes each that was acknowledged, goes on after failures."""
    try:
        store = open_store(folder, timeout=1)
    except CaseError:
        return
    steps: list[tuple[list[tuple[str, int]], str]] = [
        ([("a", 0)], DAY),
        ([("b", 0), ("c", 0), ("d", 0)], DAY),
        ([("a", 1)], DAY),
        ([], DAY),  # a new snapshot
        ([("e", 0)], NEXT_DAY),
        ([("b", 1), ("e", 1)], NEXT_DAY),
        ([], NEXT_DAY),
        ([("f", 0)], DAY),
    ]
    for changes, at in steps:
        docs = [
            ({"type": "mark", "id": name, "text": f"{name} {revision}"}, revision)
            for name, revision in changes
            if revision == acknowledged.get(name, {}).get("revision", 0)
        ]
        try:
            if changes:
                stored = store.put_many(docs, by="Ada", at=at)
                acknowledged.update((doc["id"], doc) for doc in stored)
            else:
                store.compact()
        except CaseError:
            continue
        for name, doc in acknowledged.items():
            assert store.get("mark", name) == doc
    store.close()


CALLS = [
    ("write", False),
    ("write", True),
    ("fsync", False),
    ("replace", False),
    ("ftruncate", False),
]


def run(tmp_path: Path, monkeypatch, call: str, partial: bool, stays: bool, step: int) -> int:
    at = 1
    while True:
        folder = tmp_path / f"{call}-{partial}-{stays}-{at}"
        failing = Failing(getattr(os, call), at, stays, partial)
        acknowledged: dict[str, Document] = {}
        with monkeypatch.context() as patch:
            patch.setattr(os, call, failing)
            days_work(folder, acknowledged)
        store = open_store(folder)
        assert store.read_only == ""
        for name, doc in acknowledged.items():
            found = store.get("mark", name)
            assert found is not None
            assert found["revision"] >= doc["revision"]
            assert found == doc or found["revision"] > doc["revision"]
        store.put({"type": "mark", "id": "z", "text": "room again"}, 0, by="Ada", at=NEXT_DAY)
        assert store.verify() == []
        store.close()
        if failing.used < at:
            return at
        at += step


@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize(("call", "partial"), CALLS[:4])
def test_a_call_that_fails_loses_nothing_acknowledged(
    tmp_path: Path, monkeypatch, call: str, partial: bool, stays: bool
) -> None:
    run(tmp_path, monkeypatch, call, partial, stays, step=3)


@pytest.mark.slow
@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize(("call", "partial"), CALLS)
def test_every_nth_call_that_fails_loses_nothing_acknowledged(
    tmp_path: Path, monkeypatch, call: str, partial: bool, stays: bool
) -> None:
    assert run(tmp_path, monkeypatch, call, partial, stays, step=1) > (call != "ftruncate") * 5


def test_a_disk_that_fails_altogether_leaves_what_was_there(tmp_path: Path, monkeypatch) -> None:
    store = open_store(tmp_path / "claims")
    kept = store.put({"type": "mark", "id": "a"}, 0, by="Ada", at=DAY)
    with monkeypatch.context() as patch:
        for call, partial in CALLS:
            patch.setattr(os, call, Failing(getattr(os, call), 1, True, partial))
        with pytest.raises(CaseError, match="not saved: No space left"):
            store.put({"type": "mark", "id": "a", "text": "lost"}, 1, by="Ada", at=DAY)
        assert store.get("mark", "a") == kept
    assert (
        store.put({"type": "mark", "id": "a", "text": "new"}, 1, by="Ada", at=DAY)["revision"] == 2
    )
    assert open_store(tmp_path / "claims").verify() == []


def test_a_torn_end_on_a_full_disk_can_be_read_and_is_put_aside_later(
    tmp_path: Path, monkeypatch
) -> None:
    folder = tmp_path / "claims"
    store = open_store(folder)
    kept = store.put({"type": "mark", "id": "a"}, 0, by="Ada", at=DAY)
    store.close()
    (journal,) = (folder / "journal").iterdir()
    for torn in (b"00000100 abc", b"00000200 def"):
        with journal.open("ab") as file:
            file.write(torn)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", Failing(os.write, 1, True))
            store = open_store(folder)
            assert "cannot be put aside (No space left on device)" in store.notices[0]
            assert store.query() == [kept]
            with pytest.raises(CaseError):
                store.put({"type": "mark", "id": "b"}, 0, by="Ada", at=DAY)
        store.put({"type": "mark", "id": f"after {torn!r}"}, 0, by="Ada", at=DAY)
        store.put({"type": "mark", "id": f"after {torn!r}", "deleted": True}, 1, by="Ada", at=DAY)
        store.close()
    asides = sorted(path.read_bytes() for path in (folder / "quarantine").iterdir())
    assert asides == [b"00000100 abc", b"00000200 def"]


FULL = """
import resource, signal, sys
from pathlib import Path
from workbench.edges.store import open_store
from workbench.errors import CaseError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
store = open_store(Path(sys.argv[1]))
try:
    for number in range(1000):
        doc = {"type": "mark", "id": f"n{number}", "text": "x" * 300}
        store.put(doc, 0, by="Ada", at="2026-03-02T12:00:00Z")
        print(number, flush=True)
except CaseError as error:
    print(error, file=sys.stderr)
"""


def test_a_full_disk_keeps_what_was_saved_and_works_again_with_room(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder)], capture_output=True, text=True, check=True
    )
    saved = done.stdout.split()
    assert 5 < len(saved) < 100
    assert done.stderr.startswith("not saved: File too large")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    store = open_store(folder)
    assert {doc["id"] for doc in store.query()} == {f"n{number}" for number in saved}
    assert store.read_only == ""
    store.put({"type": "mark", "id": "more", "text": "x" * 300}, 0, by="Ada", at=DAY)
    assert store.verify() == []
