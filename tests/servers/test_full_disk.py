"""A disk that is full under PostgreSQL: told, nothing acknowledged lost, work goes on after."""

import random
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from tests.servers import running
from tests.servers.running import Postgres
from workbench.edges.store import open_server_store
from workbench.errors import EngineFailed

pytestmark = pytest.mark.servers

AT = "2026-03-02T12:00:00Z"


def mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


def note(id: str, text: str) -> dict[str, Any]:
    return {"type": "note", "id": id, "claim": "c", "note": text, "question": False}


@pytest.fixture
def small() -> Iterator[Postgres]:
    """A PostgreSQL on a disk of 120 MB; skipped where nothing may be mounted."""
    with running.folder_for() as folder:
        if not mount("-t", "tmpfs", "-o", "size=120m,mode=777", "tmpfs", str(folder)):
            pytest.skip("needs the right to mount a small disk")
        try:
            with running.postgres(folder) as server:
                yield server
        finally:
            subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing_that_was_saved(small: Postgres) -> None:
    store = open_server_store(small.url)
    saved: list[str] = []
    chance = random.Random(1)

    def fill() -> None:
        for number in range(2000):
            doc = note(f"n{number}", chance.randbytes(100_000).hex())
            store.put(doc, 0, by="Ada", at=AT)
            saved.append(f"n{number}")

    with pytest.raises(EngineFailed, match="saved") as full:
        fill()
    assert saved, str(full.value)
    assert mount("-o", "remount,size=600m", str(small.folder))
    if small.process.poll() is not None:
        small.start()
    running.wait_until(lambda: answers(small), "PostgreSQL")
    names = {doc["id"] for doc in store.query("note")}
    assert set(saved) <= names
    assert len(names) <= len(saved) + 1
    assert store.put(note("after", "more"), 0, by="Ada", at=AT)["revision"] == 1
    assert store.verify() == []
    store.close()


def answers(server: Postgres) -> bool:
    try:
        open_server_store(server.url).close()
    except EngineFailed:
        return False
    return True
