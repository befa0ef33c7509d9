"""Several processes on one store: every acknowledged change is kept, none overwritten."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.edges.store import open_store
from workbench.errors import CaseLocked

WRITER = """
import sys
from pathlib import Path
from workbench.edges.store import open_store
from workbench.errors import StaleRevision
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = open_store(folder, timeout=60)
assert not store.read_only, store.read_only
for number in range(count):
    at = f"2026-03-{1 + number % 3:02d}T12:00:00Z"
    doc = {"type": "bond", "id": f"{name}-{number}", "claim": "c1"}
    store.put(doc, 0, by=name, at=at)
    while True:
        store.refresh()
        shared = store.get("mark", "shared") or {"type": "mark", "id": "shared", "writers": []}
        shared["writers"].append(f"{name}-{number}")
        try:
            store.put(shared, shared.get("revision", 0), by=name, at=at)
        except StaleRevision:
            continue
        break
    print(number, flush=True)
store.close()
"""


def start(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name, str(count)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def rounds(folder: Path, writers: int, count: int) -> None:
    names = [f"w{number}" for number in range(writers)]
    running = [start(folder, name, count) for name in names]
    for process in running:
        _, errors = process.communicate(timeout=300)
        assert (process.returncode, errors) == (0, "")
    store = open_store(folder)
    wanted = {f"{name}-{number}" for name in names for number in range(count)}
    assert {doc["id"] for doc in store.query("bond")} == wanted
    shared = store.get("mark", "shared")
    assert len(shared["writers"]) == len(wanted) == shared["revision"]
    assert set(shared["writers"]) == wanted
    assert len(list(store.changes())) == 2 * len(wanted)
    assert store.verify() == store.conflicts() == []
    assert store.read_only == ""
    store.close()


def test_processes_at_once_keep_every_change(tmp_path: Path) -> None:
    rounds(tmp_path / "claims", 3, 25)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(20))
def test_four_processes_of_250_changes_keep_all_1000(tmp_path: Path, number: int) -> None:
    rounds(tmp_path / "claims", 4, 125)


def kills(folder: Path, times: int) -> None:
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for number in range(0, times, 2):
        names = [f"k{number}", f"k{number + 1}"]
        running = [start(folder, name, 10_000) for name in names]
        for process in running:
            process.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        for name, process in zip(names, running, strict=True):
            process.kill()
            rest, errors = process.communicate(timeout=60)
            assert errors == ""
            last = max([0, *(int(line) for line in rest.split("\n")[:-1])])
            acknowledged |= {f"{name}-{done}" for done in range(last + 1)}
        store = open_store(folder)
        assert store.read_only == ""
        found = {doc["id"] for doc in store.query("bond")}
        assert acknowledged <= found
        assert acknowledged <= set(store.get("mark", "shared")["writers"]) <= found
        store.close()
    assert open_store(folder).verify() == []


def test_killed_writers_lose_nothing_acknowledged(tmp_path: Path) -> None:
    kills(tmp_path / "claims", 4)


@pytest.mark.slow
def test_200_killed_writers_lose_nothing_acknowledged(tmp_path: Path) -> None:
    kills(tmp_path / "claims", 200)


HOLDER = """
import sys
from pathlib import Path
from workbench.edges.store.lock import Lock
lock = Lock(Path(sys.argv[1]) / ".lock", 5)
lock.acquire("Mara \\x1b[2J Lind")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_held_lock_times_out_with_the_holders_name(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    store = open_store(folder, timeout=0.2)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    holder.stdout.readline()
    with pytest.raises(CaseLocked, match=r"is being written by Mara 2J Lind \(process \d+ on"):
        store.put({"type": "mark", "id": "n"}, 0, by="Ben", at="2026-03-02T12:00:00Z")
    assert open_store(folder).query() == []  # reading needs no lock
    holder.kill()
    holder.wait()
    store.put({"type": "mark", "id": "n"}, 0, by="Ben", at="2026-03-02T12:00:00Z")


def test_the_lock_file_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    store = open_store(folder)
    inode = (folder / ".lock").stat().st_ino
    store.put({"type": "mark", "id": "n"}, 0, by="Ben", at="2026-03-02T12:00:00Z")
    store.compact()
    store.close()
    open_store(folder).close()
    assert (folder / ".lock").stat().st_ino == inode


def test_a_change_of_another_process_is_seen_within_a_second(tmp_path: Path) -> None:
    store = open_store(tmp_path / "claims")
    process = start(tmp_path / "claims", "other", 1)
    process.stdout.readline()
    started = time.monotonic()
    while not store.get("bond", "other-0"):
        store.refresh()
    assert time.monotonic() - started < 1
    process.communicate()
