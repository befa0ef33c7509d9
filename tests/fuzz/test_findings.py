"""What fuzzing found stays mended, and what it starts from is read."""

from pathlib import Path

import pytest

from workbench.edges.readers import Reading
from workbench.edges.readers.registry import SUFFIXES

from . import targets

FINDINGS = sorted(Path(__file__).parent.glob("findings/*/*"))
READERS = sorted(set(SUFFIXES.values()))


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors that the child process would hide come out, as they do to the fuzzer."""
    for module in targets.WITH_A_CHILD:
        monkeypatch.setattr(module, "shared", targets.Direct)


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_is_read_or_refused(path: Path) -> None:
    if "pdf" in path.parent.name:
        pytest.importorskip("pypdf")
    targets.TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("where", READERS)
def test_fuzzing_starts_from_what_each_reader_reads(where: str) -> None:
    if "pdf" in where:
        pytest.importorskip("pypdf")
    beginnings = targets.BEGINNINGS.get(where, (b"The ferry left.",))
    for data in beginnings:
        rows = targets.read(where, data)
        assert rows
        assert all(isinstance(row, Reading) for row in rows)
