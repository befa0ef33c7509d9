"""A snapshot whose checksum is right and whose words are not: the journals count."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from workbench.edges import inside
from workbench.edges.store import open_store
from workbench.errors import CaseDamaged, CaseError

AT = "2026-03-02T12:00:00Z"
HASH = "0" * 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with three records, one taken away, and its snapshot."""
    store = open_store(tmp_path / "claims")
    for name in ("n1", "n2", "n3"):
        doc = {"type": "mark", "id": name, "claim": None, "number": 7}
        store.put(doc, 0, by="Ada", at=AT)
    store.put({**doc, "deleted": True}, 1, by="Ada", at=AT)
    store.compact()
    store.close()
    return tmp_path / "claims"


def sealed(folder: Path, body: bytes) -> None:
    """Put a snapshot there whose checksum is that of the body."""
    head = '{\n"format": "claim-workbench snapshot",\n"version": 1,\n"sha256": "%s",\n'
    (folder / "snapshot.json").write_bytes(
        (head % hashlib.sha256(body).hexdigest()).encode() + body
    )


def parts(folder: Path) -> dict[str, Any]:
    """What the snapshot says below its checksum."""
    whole: dict[str, Any] = json.loads((folder / "snapshot.json").read_bytes())
    return {n: part for n, part in whole.items() if n not in {"format", "version", "sha256"}}


BODIES: dict[str, bytes] = {
    "no JSON": b"x\n",
    "nested": b'"tables": ' + b"[" * 200_000,
    "a number of 6,000 digits": b'"clock": ' + b"9" * 6000 + b"}\n",
    "no number": b'"clock": NaN}\n',
    "nothing": b'"x": 1}\n',
}
JOURNAL = "2026-03-02-aaaaaaaa.jsonl"
RECORD = {"type": "mark", "id": "n1", "claim": None, "revision": 1, "by": "Ada", "at": AT}
PARTS: dict[str, dict[str, Any]] = {
    "heads that are lists": {"heads": [["x"]]},
    "heads that are a number": {"heads": 5},
    "a head that is no hash": {"heads": ["x"]},
    "a conflict of nothing": {"contested": [[]]},
    "a conflict of text": {"contested": ["x"]},
    "a conflict of half records": {"contested": [[{"type": "mark"}, {"type": "mark"}]]},
    "a conflict of two records": {"contested": [[RECORD, RECORD | {"id": "n2"}]]},
    "a file of text bytes": {"covers": {JOURNAL: {"bytes": "a", "lines": 1, "sha256": HASH}}},
    "a file of minus bytes": {"covers": {JOURNAL: {"bytes": -5, "lines": 1, "sha256": HASH}}},
    "a clock that is text": {"clock": "x"},
    "a time that is a number": {"latest": 5},
    "tables that are a list": {"tables": []},
    "a record that is a number": {"deleted": {"mark": {"n1": 5}}},
}


@pytest.mark.parametrize("what", [*BODIES, *PARTS])
def test_it_is_told_and_the_journals_count(what: str, folder: Path) -> None:
    body = BODIES.get(what) or (json.dumps(parts(folder) | PARTS[what])[1:] + "\n").encode()
    sealed(folder, body)
    store = open_store(folder)
    assert "snapshot.json" in store.read_only
    assert [doc["id"] for doc in store.query()] == ["n1", "n2"]
    with pytest.raises(CaseError, match="nothing can be saved"):
        store.put({"type": "mark", "id": "n4", "claim": None}, 0, by="Ada", at=AT)
    assert any("snapshot.json" in fault for fault in store.verify())
    store.close()
    (folder / "snapshot.json").unlink()
    again = open_store(folder)
    assert again.read_only == ""
    again.close()


@pytest.mark.parametrize(
    "forged",
    [
        {"contested": [[RECORD | {"number": 7}, RECORD | {"number": 8}]]},
        {"deleted": {}},
        {"deleted": {"mark": {"n9": RECORD | {"id": "n9", "deleted": True}}}},
    ],
)
def test_what_no_journal_says_is_found(forged: dict[str, Any], folder: Path) -> None:
    sealed(folder, (json.dumps(parts(folder) | forged)[1:] + "\n").encode())
    store = open_store(folder)
    assert any("does not say what the journals say" in fault for fault in store.verify())
    store.close()


@pytest.mark.parametrize("name", ["snapshot.json", "journal/2020-01-01-aaaaaaaa.jsonl"])
def test_a_file_that_fits_no_memory_is_named(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of holes takes no room on the disk, and a terabyte when it is read."""
    monkeypatch.setattr(inside, "LARGEST", 5000)
    with (folder / name).open("ab") as file:
        file.truncate(1 << 40)
    if name.startswith("journal"):
        with pytest.raises(CaseDamaged, match="2020-01-01-aaaaaaaa"):
            open_store(folder)
        return
    store = open_store(folder)
    assert "snapshot.json" in store.read_only
    assert [doc["id"] for doc in store.query()] == ["n1", "n2"]
    store.close()


@pytest.mark.parametrize("kept", ['{"writer":' + "[" * 9000, "[1]", '{"writer": 5}'])
def test_a_strange_name_of_the_copy_is_made_anew(kept: str, folder: Path) -> None:
    (folder / ".writer").write_text(kept)
    store = open_store(folder)
    store.put({"type": "mark", "id": "n4", "claim": None}, 0, by="Ada", at=AT)
    store.close()
    assert len(list((folder / "journal").iterdir())) == 2


def test_the_name_of_the_copy_is_no_path(folder: Path) -> None:
    kept = json.loads((folder / ".writer").read_text())
    (folder / ".writer").write_text(json.dumps(kept | {"writer": "../../x"}))
    store = open_store(folder)
    store.put({"type": "mark", "id": "n4", "claim": None}, 0, by="Ada", at=AT)
    store.close()
    assert all(path.name.endswith(".jsonl") for path in (folder / "journal").iterdir())
