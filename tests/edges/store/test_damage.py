"""A damaged store says so and where, and gives back all that can be proved."""

import random
import shutil
from pathlib import Path

import pytest

from workbench.core.verdicts.records import Document
from workbench.edges.store import open_store
from workbench.errors import CaseError

AT = "2026-03-02T12:00:00Z"

States = list[dict[tuple[str, str], Document]]


def note(name: str, text: str) -> Document:
    return {"type": "mark", "id": name, "claim": "c1", "text": text}


def fill(folder: Path, compact_at: int = -1) -> States:
    """A store of a few changes, some in groups; what stood in it after each entry."""
    store = open_store(folder)
    states: States = [{}]

    def saved(docs: list[Document]) -> None:
        state = dict(states[-1])
        for doc in docs:
            state[doc["type"], doc["id"]] = doc
        # of a group, nothing counts before its last entry
        states.extend([states[-1]] * (len(docs) - 1) + [state])

    for number in range(4):
        if number == compact_at:
            store.compact()
        saved([store.put(note(f"n{number}", "“é” one"), 0, by="Ada", at=AT, action="mark")])
    saved([store.put(note("n1", "two"), 1, by="Ben", at=AT)])
    group = [(note("n0", "three"), 1), (note("n9", "nine"), 0), (note("n2", "ten"), 1)]
    saved(store.put_many(group, by="Ada", at=AT))
    saved([store.put(note("n9", "last"), 1, by="Ben", at=AT)])
    store.close()
    return states


def records(store) -> dict[tuple[str, str], Document]:
    return {(doc["type"], doc["id"]): doc for doc in store.query()}


def journal_of(folder: Path) -> Path:
    return next((folder / "journal").glob("*.jsonl"))


def check_cut(folder: Path, whole: bytes, states: States, cut: int) -> None:
    """Cut the journal at a byte; every entry before it has to be back, and work go on."""
    path = journal_of(folder)
    path.write_bytes(whole[:cut])
    shutil.rmtree(folder / "quarantine", ignore_errors=True)
    store = open_store(folder)
    ends = [i + 1 for i, byte in enumerate(whole) if byte == 10]
    entries = max(0, sum(end <= cut + 1 for end in ends) - 1)  # a line end may be missing
    assert store.read_only == ""
    assert records(store) == states[entries]
    rest = b"".join(file.read_bytes() for file in folder.glob("quarantine/*"))
    kept = path.read_bytes()
    assert kept.removesuffix(b"\n") + rest in {whole[:cut], whole[:cut].removesuffix(b"\n")} or (
        kept + rest == whole[:cut]
    )
    assert bool(rest) == bool(store.notices)
    store.put(note("new", "after"), 0, by="Ada", at=AT)
    store.close()
    again = open_store(folder)
    assert records(again).keys() == {*states[entries], ("mark", "new")}
    assert again.verify() == []
    again.close()


def cuts(tmp_path: Path, step: int) -> None:
    folder = tmp_path / "claims"
    states = fill(folder)
    whole = journal_of(folder).read_bytes()
    for cut in range(len(whole) - 1, 0, -step):
        check_cut(folder, whole, states, cut)


def test_a_journal_cut_short_gives_back_all_that_was_whole(tmp_path: Path) -> None:
    cuts(tmp_path, step=101)


@pytest.mark.slow
def test_a_journal_cut_at_every_byte_gives_back_all_that_was_whole(tmp_path: Path) -> None:
    cuts(tmp_path, step=1)


def check_flip(folder: Path, path: Path, whole: bytes, states: States, bit: int) -> None:
    at = bit // 8
    path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << bit % 8)]) + whole[at + 1 :])
    shutil.rmtree(folder / "quarantine", ignore_errors=True)
    store = open_store(folder)
    assert store.read_only or store.notices, "damage went unnoticed"
    found = records(store)
    entries = max(0, whole.count(b"\n", 0, at) - 1) if path.suffix == ".jsonl" else len(states) - 1
    known = {tuple(sorted(map(repr, doc.items()))) for state in states for doc in state.values()}
    for key, doc in states[entries].items():
        assert found[key]["revision"] >= doc["revision"], "an acknowledged record is lost"
    for doc in found.values():
        assert tuple(sorted(map(repr, doc.items()))) in known, "a record was changed silently"
    if store.read_only:
        assert path.name in store.read_only or "journal" in store.read_only
        with pytest.raises(CaseError, match="nothing can be saved"):
            store.put(note("new", "after"), 0, by="Ada", at=AT)
        assert path.read_bytes()[at] != whole[at]
    store.close()


def flips(tmp_path: Path, count: int) -> None:
    for compact_at in (-1, 3):
        folder = tmp_path / f"claims{compact_at}"
        states = fill(folder, compact_at)
        paths = [journal_of(folder)]
        if compact_at >= 0:
            paths.append(folder / "snapshot.json")
        for path in paths:
            whole = path.read_bytes()
            chance = random.Random(compact_at)
            for _ in range(count // 3):
                check_flip(folder, path, whole, states, chance.randrange(8 * len(whole)))
            path.write_bytes(whole)


def test_a_flipped_bit_loses_and_changes_nothing_silently(tmp_path: Path) -> None:
    flips(tmp_path, 240)


@pytest.mark.slow
def test_bits_flipped_at_5000_places_lose_and_change_nothing_silently(tmp_path: Path) -> None:
    flips(tmp_path, 5001)


def test_blocks_that_never_reached_the_disk_are_a_torn_end(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    states = fill(folder)
    with journal_of(folder).open("ab") as file:
        file.write(b"00000300 " + b"\0" * 500 + b"\n")
    store = open_store(folder)
    assert store.read_only == ""
    assert "never finished" in store.notices[0]
    assert records(store) == states[-1]


def test_damage_in_the_middle_is_located(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    states = fill(folder)
    path = journal_of(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"one", b"eno")
    path.write_bytes(b"".join(lines))
    store = open_store(folder)
    assert f"journal/{path.name} line 3 does not match its checksum" in store.read_only
    assert records(store) == states[-1]  # that record has been written again since
    assert any("line 3" in fault for fault in store.verify())


@pytest.mark.parametrize("compacted", [False, True])
def test_an_entry_taken_out_is_missed(tmp_path: Path, compacted: bool) -> None:
    folder = tmp_path / "claims"
    states = fill(folder, 3 if compacted else -1)
    path = journal_of(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2] + lines[3:]))
    store = open_store(folder)
    assert "missing" in store.read_only or "not there" in store.read_only
    assert any("is not there" in fault for fault in store.verify())
    assert records(store).keys() <= states[-1].keys()


def test_a_forged_entry_with_a_new_checksum_is_named(tmp_path: Path) -> None:
    from workbench.edges.store.journal import PREFIX, format_line

    folder = tmp_path / "claims"
    fill(folder)
    path = journal_of(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[3] = format_line(lines[3][PREFIX:].strip().decode().replace("Ada", "Eve"))
    path.write_bytes(b"".join(lines))
    store = open_store(folder)
    assert store.read_only
    assert any(fault.startswith("entry 4 ") for fault in store.verify())


def test_a_journal_that_vanished_is_missed(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    states = fill(folder, compact_at=3)
    journal_of(folder).unlink()
    store = open_store(folder)
    assert "entries are missing" in store.read_only
    assert records(store) == states[3]


def test_losing_the_snapshot_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "claims"
    states = fill(folder, compact_at=3)
    (folder / "snapshot.json").unlink()
    store = open_store(folder)
    assert store.read_only == ""
    assert records(store) == states[-1]


def test_another_copys_unfinished_journal_is_left_alone(tmp_path: Path) -> None:
    """A folder synced file by file: one half of what the other copy has saved is there."""
    store = open_store(tmp_path / "claims")
    for name in ("a", "b"):
        store.put(note(name, "text"), 0, by="Ada", at=AT)
    store.close()
    (journal,) = (tmp_path / "claims" / "journal").iterdir()
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-40])
    (tmp_path / "claims" / ".writer").unlink()  # this is another copy of the case
    store = open_store(tmp_path / "claims")
    assert any(journal.name in line and "left alone" in line for line in store.notices)
    store.put(note("c", "text"), 0, by="Ben", at=AT)
    assert journal.read_bytes() == whole[:-40]
    assert not (tmp_path / "claims" / "quarantine").exists()
    journal.write_bytes(whole)  # the rest has come
    store.refresh()
    assert sorted(doc["id"] for doc in store.query()) == ["a", "b", "c"]
    store.close()
    again = open_store(tmp_path / "claims")
    assert sorted(doc["id"] for doc in again.query()) == ["a", "b", "c"]
    assert again.verify() == []
    again.close()
