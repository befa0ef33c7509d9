"""An index whose files are not as they were written is told, never opened: it would abort."""

import json
import os
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.edges.index.test_embedded import fill, passage, query_for
from workbench.edges.index import open_index
from workbench.edges.index.soundness import NOTED
from workbench.errors import CaseDamaged


def made(folder: Path) -> Path:
    index = open_index(folder)
    fill(index, *(passage(f"a{n}", f"Ferry {n} stopped with {n + 20} people.") for n in range(30)))
    index.close()
    return folder


@pytest.fixture(scope="module")
def index_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = made(tmp_path_factory.mktemp("index") / "i")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def outcome(folder: Path) -> int:
    """0 found, 3 told as damaged, 1 another error, below 0 a signal: looked at in a child."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            opened = open_index(folder)
            code = 0 if opened.search(query_for("ferry people")) else 1
            opened.stats()
            opened.close()
        except CaseDamaged:
            code = 3
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_changed_byte_is_no_abort(
    index_files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("changed")
    name = data.draw(st.sampled_from(sorted(name for name, held in index_files.items() if held)))
    held = bytearray(index_files[name])
    at = data.draw(st.integers(0, len(held) - 1))
    held[at] = data.draw(st.integers(0, 255))
    for other, content in index_files.items():
        (folder / other).write_bytes(held if other == name else content)
    assert outcome(folder) in {0, 3}, (name, at, held[at])


def test_the_length_of_a_block_does_not_abort(tmp_path: Path) -> None:
    """What aborted: a block of stored passages that says that it is huge."""
    folder = made(tmp_path / "i")
    (store,) = folder.glob("*.store")
    held = bytearray(store.read_bytes())
    held[0:4] = b"\xff\xff\xff\x7f"
    store.write_bytes(held)
    with pytest.raises(CaseDamaged, match="not as it was written"):
        open_index(folder)


def test_what_another_process_commits_is_looked_at_too(tmp_path: Path) -> None:
    folder = made(tmp_path / "i")
    reader, writer = open_index(folder), open_index(folder)
    known = {path.name for path in folder.glob("*.store")}
    fill(writer, passage("new", "A bridge fell."))
    writer.close()
    (new,) = {path.name for path in folder.glob("*.store")} - known
    held = bytearray((folder / new).read_bytes())
    held[0] ^= 255
    (folder / new).write_bytes(held)
    with pytest.raises(CaseDamaged):
        reader.search(query_for("bridge"))


def test_files_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made(tmp_path / "i")
    open_index(folder).close()
    monkeypatch.setattr("workbench.edges.index.soundness._is_whole", lambda *_: 1 / 0)
    open_index(folder).close()


def test_a_note_of_somebody_else_does_not_count(tmp_path: Path) -> None:
    folder = made(tmp_path / "i")
    open_index(folder).close()
    (store,) = folder.glob("*.store")
    store.write_bytes(b"\xff" * 9)
    note = json.loads((folder / NOTED).read_bytes())
    found = store.stat()
    note["files"][store.name] = [found.st_size, found.st_mtime_ns, found.st_ino]
    (folder / NOTED).write_text(json.dumps(note))
    with pytest.raises(CaseDamaged):
        open_index(folder)


@pytest.mark.parametrize("note", [b"", b"[]", b"{", b'{"files":{"a":[1]},"mark":""}', b"[" * 9999])
def test_a_note_that_does_not_read_is_made_again(tmp_path: Path, note: bytes) -> None:
    folder = made(tmp_path / "i")
    (folder / NOTED).write_bytes(note)
    opened = open_index(folder)
    assert opened.search(query_for("ferry"))
    assert json.loads((folder / NOTED).read_bytes())["files"]


def test_a_reader_follows_a_writer_that_merges(tmp_path: Path) -> None:
    """Files come and go while they are looked at: the list is read anew."""
    folder = made(tmp_path / "i")
    child = os.fork()
    if child == 0:
        writer = open_index(folder)
        for n in range(40):
            fill(writer, passage(f"b{n}", f"Dam {n} broke."))
        os._exit(0)
    reader = open_index(folder)
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        assert reader.search(query_for("ferry"))
        open_index(folder).close()
    assert len(reader.search(query_for("dam"))) == 40


def test_a_nested_footer_is_told(index_files: dict[str, bytes], tmp_path: Path) -> None:
    deep = b"[" * 999
    for name, held in index_files.items():
        tail = deep + struct.pack("<II", len(deep), 1337) if name.endswith(".store") else b""
        (tmp_path / name).write_bytes(held + tail)
    (tmp_path / NOTED).unlink(missing_ok=True)
    assert outcome(tmp_path) == 3
