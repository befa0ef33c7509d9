"""The power fails at any moment: what was said to be saved is there, and groups are whole."""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.edges.store.losing import Disk, everything, nothing, some
from workbench.edges.store import VerdictStore, open_store

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the shim asks /proc")
Told = tuple[str, str, int]
"""Type, id and revision of a record that somebody was told is saved."""


def saved(doc: dict[str, Any]) -> Told:
    return doc["type"], doc["id"], doc["revision"]


def week(disk: Disk, folder: Path) -> None:
    """Three days of single changes, groups, an undo and snapshots, with the store reopened."""
    for day in (3, 4, 5):
        at = f"2026-03-{day:02d}T12:00:00Z"
        store = open_store(folder)
        for n in range(3):
            doc = {"type": "bond", "id": f"{day}-{n}", "claim": "c1", "words": "a ferry " * 20}
            disk.told([saved(store.put(doc, 0, by="Ada", at=at))])
        group = [({"type": "vote", "id": f"g{day}-{n}", "claim": "c2"}, 0) for n in range(4)]
        disk.told([saved(doc) for doc in store.put_many(group, by="Bo", at=at)])
        again = store.get("bond", "3-0")
        disk.told([saved(store.put({**again, "words": "x"}, again["revision"], by="Ada", at=at))])
        if day != 4:
            store.compact()
        store.close()


def moments(disk: Disk, each: int) -> Iterator[tuple[int, random.Random]]:
    for step in range(0, len(disk.steps) + 1, each):
        yield step, random.Random(step)


def groups_are_whole(store: VerdictStore) -> bool:
    found = [doc["id"] for doc in store.query("vote")]
    days = {id.partition("-")[0] for id in found}
    return len(found) == 4 * len(days)


def holds(folder: Path, disk: Disk, step: int) -> None:
    """What has to be true of a store after a crash at a step."""
    told: list[Told] = [one for what in disk.steps[:step] if what[0] == "told" for one in what[1]]
    store = open_store(folder)
    assert store.read_only == "", store.notices
    for kind, id, revision in told:
        found = store.get(kind, id)
        assert found, (kind, id, store.notices)
        assert found["revision"] >= revision
    assert groups_are_whole(store)
    new = store.put(
        {"type": "bond", "id": "new", "claim": "c1"}, 0, by="Cy", at="2026-03-06T09:00:00Z"
    )
    store.close()
    store = open_store(folder)
    assert store.get("bond", "new") == new
    assert store.verify() == []
    assert not store.read_only
    store.close()


def play(tmp_path: Path, each: int) -> int:
    folder = tmp_path / "claims"
    disk = Disk(tmp_path)
    with disk.watching():
        week(disk, folder)
    rounds = 0
    for step, chance in moments(disk, each):
        for keep in (nothing, everything, some(chance)):
            disk.put_back(disk.after(step, keep, chance))
            holds(folder, disk, step)
            rounds += 1
    return rounds


def test_a_store_survives_any_moment(tmp_path: Path) -> None:
    assert play(tmp_path, 7) > 30


@pytest.mark.slow
def test_a_store_survives_every_moment(tmp_path: Path) -> None:
    assert play(tmp_path, 1) > 250


@pytest.mark.parametrize(
    ("forgotten", "instead"),
    [
        ("tests.edges.store.losing.Disk._fsync", lambda self, real, fd: real(fd)),
        ("workbench.edges.inside.Inside.sync", lambda self: None),
    ],
    ids=["anything", "folders"],
)
def test_the_disk_forgets_what_is_not_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgotten: str, instead: object
) -> None:
    """What this file plays would be found: a program that does not sync loses decisions."""
    monkeypatch.setattr(forgotten, instead)
    with pytest.raises(AssertionError):
        play(tmp_path, 7)


def test_commands_survive_any_moment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a command that ended with 0 has said stays said."""
    case, sources = tmp_path / "case", tmp_path / "report.txt"
    sources.write_text("Two ferries sank\n\nAt least 12 people died off Aville, officials said.\n")
    monkeypatch.setenv("WORKBENCH_REVIEWER", "Ada")
    assert run("import", str(sources), "--case", str(case))[0] == 0
    (case / "claims").mkdir(exist_ok=True)
    _, out, _ = run("claims", "--case", str(case), "--format", "jsonl")
    claim = json.loads(out.splitlines()[0])["id"]
    disk = Disk(case / "claims")
    commands = (
        ("verdict", claim, "--rating", "true", "--summary", "It was counted."),
        ("note", claim, "two lists agree"),
        ("verdict", claim, "--rating", "false", "--summary", "It was not."),
        ("undo",),
    )
    with disk.watching():
        for done, words in enumerate(commands, 1):
            assert run(*words, "--case", str(case))[0] == 0
            disk.told(done)
    for step, chance in moments(disk, 3):
        told = max([0, *(what[1] for what in disk.steps[:step] if what[0] == "told")])
        for keep in (nothing, everything, some(chance)):
            disk.put_back(disk.after(step, keep, chance))
            code, out, errors = run("history", claim, "--format", "jsonl", "--case", str(case))
            assert code == 0, errors
            assert len(out.splitlines()) >= told
            assert run("note", claim, "after the cut", "--case", str(case))[0] == 0
            assert run("verify", "--case", str(case))[0] == 0
