"""Odd folders and hand-edited files: a clear message, read-only, nothing overwritten."""

import errno
import fcntl
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from workbench.edges.store import open_store
from workbench.errors import CaseError

AT = "2026-03-02T12:00:00Z"


def note(name: str, **fields: object) -> dict[str, object]:
    return {"type": "mark", "id": name, "claim": None, **fields}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with a snapshot and a change after it."""
    store = open_store(tmp_path / "claims")
    store.put(note("n1", number=7), 0, by="Ada", at=AT)
    store.put(note("n2"), 0, by="Ada", at=AT)
    store.compact()
    store.put(note("n3"), 0, by="Ada", at=AT)
    store.close()
    return tmp_path / "claims"


def digits(count: int) -> bytes:
    return b"7" * count


EDITS = {
    "a value changed": (b'"number":7', b'"number":8', "does not match its checksum"),
    "a key twice": (b'"number":7', b'"number":7,"number":8', "'number' stands twice"),
    "not a number": (b'"number":7', b'"number":NaN', "NaN"),
    "a huge number": (b'"number":7', b'"number":' + digits(5000), "4300"),
    "a mark before it": (b"{\n", b"\xef\xbb\xbf{\n", "byte order mark"),
    "a field missing": (b'"by":"Ada",', b"", "lacks the field 'by'"),
    "a part missing": (b'"covers": {', b'"cover": {', "covers"),
    "a part of another shape": (b'"revision":1', b'"revision":[]', "whole number"),
    "cut short": (b"}\n}\n}\n", b"", "delimiter"),
    "not UTF-8": (b'"number":7', b'"number":"\xff"', "utf-8"),
    "nested": (b'"number":7', b'"number":' + b"[" * 100_000, "recursion"),
    "a newer version": (b'"version": 1,', b'"version": 2,', "knows up to 1"),
    "no version": (b'"version": 1,', b'"version": 0,', "format version 0"),
    "another file": (b"claim-workbench snapshot", b"shopping list", "not a snapshot"),
    "empty": (None, b"", "Expecting value"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_snapshot_edited_by_hand_opens_read_only(folder: Path, edit: str) -> None:
    old, new, message = EDITS[edit]
    path = folder / "snapshot.json"
    data = path.read_bytes()
    edited = new if old is None else data.replace(old, new, 1)
    assert edited != data
    path.write_bytes(edited)
    store = open_store(folder)
    assert message in store.read_only
    assert "snapshot.json" in store.read_only
    assert "\n" not in store.read_only
    assert [doc["id"] for doc in store.query()] == ["n1", "n2", "n3"]
    assert store.get("mark", "n1")["number"] == 7
    with pytest.raises(CaseError, match="nothing can be saved"):
        store.put(note("n4"), 0, by="Ada", at=AT)
    with pytest.raises(CaseError):
        store.compact()
    assert any("snapshot.json" in fault for fault in store.verify())
    store.close()
    assert path.read_bytes() == edited
    path.unlink()
    again = open_store(folder)
    assert again.read_only == ""
    assert len(again.query()) == 3


def test_a_journal_of_a_newer_version_opens_read_only(folder: Path) -> None:
    from workbench.core.verdicts.records import to_json
    from workbench.edges.store.journal import FORMAT, format_line

    line = format_line(to_json({"format": FORMAT, "version": 2, "writer": "ffffffff"}))
    path = folder / "journal" / "2026-03-04-ffffffff.jsonl"
    path.write_bytes(line + line)
    store = open_store(folder)
    assert "format version 2" in store.read_only
    assert len(store.query()) == 3
    assert path.read_bytes() == line + line


def test_a_read_only_folder_can_be_read(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        subprocess.run(["cp", "-r", str(folder), str(place / "claims")], check=True)
        subprocess.run(["chmod", "-R", "a+rX,a-w", str(place)], check=True)
        code = (
            "import os, sys\n"
            "from pathlib import Path\n"
            "from workbench.edges.store.tiny import TinyStore\n"
            "os.geteuid() or os.setuid(65534)\n"
            "store = TinyStore(Path(sys.argv[1]))\n"
            "print(store.read_only); print(len(store.query())); store.close()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(place / "claims")],
            capture_output=True,
            text=True,
            check=False,
        )
        subprocess.run(["chmod", "-R", "u+w", str(place)], check=True)
    assert done.stderr == ""
    reason, count = done.stdout.split("\n")[:2]
    assert "cannot be written (Permission denied)" in reason
    assert count == "3"


def test_a_folder_without_locks_can_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    store = open_store(folder)
    assert "file locks do not work" in store.read_only
    assert "No locks available" in store.read_only
    assert len(store.query()) == 3


def test_a_clock_that_goes_backwards_is_noted_and_harms_nothing(folder: Path) -> None:
    store = open_store(folder)
    early = "1999-01-01T00:00:00Z"
    store.put(note("n1", number=9), 1, by="Ada", at=early)
    store.put(note("n1", number=10), 2, by="Ada", at=early)
    assert len(store.notices) == 1
    assert "the clock of this machine (1999-01-01T00:00:00Z) stands before" in store.notices[0]
    again = open_store(folder)
    assert again.get("mark", "n1")["number"] == 10
    assert [change.at for change in again.changes()][-1] == early
    assert len(list((folder / "journal").iterdir())) == 1
    assert again.verify() == []


def test_a_copy_of_the_folder_writes_under_its_own_name(folder: Path) -> None:
    twin = folder.with_name("twin")
    subprocess.run(["cp", "-r", str(folder), str(twin)], check=True)
    store = open_store(twin)
    store.put(note("n9"), 0, by="Ben", at=AT)
    assert len(list((twin / "journal").iterdir())) == 2


def test_a_days_file_is_left_alone_after_the_day(folder: Path) -> None:
    (first,) = (folder / "journal").iterdir()
    data = first.read_bytes()
    store = open_store(folder)
    store.put(note("n4"), 0, by="Ada", at="2026-03-03T00:00:01Z")
    store.put(note("n5"), 0, by="Ada", at=AT)
    assert first.read_bytes() == data
    assert [path.name[:10] for path in sorted((folder / "journal").iterdir())] == [
        "2026-03-02",
        "2026-03-03",
    ]


def test_an_older_format_is_read_and_left_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.core.verdicts import records

    (old,) = (folder / "journal").iterdir()
    data = old.read_bytes()

    def with_tags(doc: dict[str, object]) -> dict[str, object]:
        return {**doc, "tags": []}

    monkeypatch.setattr(records, "UPGRADES", (with_tags,))
    store = open_store(folder)
    assert store.read_only == ""
    assert [doc["tags"] for doc in store.query()] == [[], [], []]
    store.put(note("n1", tags=["seen"]), 1, by="Ada", at=AT)
    store.compact()
    store.close()
    assert old.read_bytes() == data
    assert json.loads((folder / "snapshot.json").read_bytes())["version"] == 2
    again = open_store(folder)
    assert [doc["tags"] for doc in again.query()] == [["seen"], [], []]
    assert (again.verify(), again.conflicts()) == ([], [])
    again.close()
    monkeypatch.undo()
    assert "knows up to 1" in open_store(folder).read_only


def test_the_snapshot_is_plain_sorted_json_with_a_record_a_line(folder: Path) -> None:
    text = (folder / "snapshot.json").read_text(encoding="utf-8")
    assert [json.loads(text)["tables"]["mark"][name]["id"] for name in ("n1", "n2")] == ["n1", "n2"]
    lines = [line for line in text.split("\n") if '"type":"mark"' in line]
    assert [line[:6] for line in lines] == ['"n1": ', '"n2": ']


def test_a_snapshot_is_made_when_the_journal_has_grown_long(tmp_path: Path) -> None:
    store = open_store(tmp_path / "claims")
    docs = [(note(f"n{i}", text="x" * 900), 0) for i in range(300)]
    store.put_many(docs, by="Ada", at=AT)
    store.close()
    assert (tmp_path / "claims" / "snapshot.json").exists()
    size = os.stat(tmp_path / "claims" / "snapshot.json").st_size
    assert size > 300 * 900


def test_a_closed_store_can_be_closed_again(folder: Path) -> None:
    store = open_store(folder)
    store.close()
    store.close()


def test_a_file_that_is_not_named_like_a_journal_is_noted(folder: Path) -> None:
    (journal,) = (folder / "journal").iterdir()
    stray = journal.with_name(journal.stem + " (conflicted copy).jsonl")
    stray.write_bytes(journal.read_bytes())
    store = open_store(folder)
    assert "conflicted copy" in store.notices[0]
    assert len(store.query()) == 3
    assert store.conflicts() == []


def test_a_journal_that_is_there_twice_counts_once(folder: Path) -> None:
    (journal,) = (folder / "journal").iterdir()
    journal.with_name("2026-03-02-abcdef01.jsonl").write_bytes(journal.read_bytes())
    for snapshot in (True, False):
        if not snapshot:
            (folder / "snapshot.json").unlink()
        store = open_store(folder)
        assert len(list(store.changes())) == 3
        assert (store.conflicts(), store.verify(), store.read_only) == ([], [], "")
        store.close()
