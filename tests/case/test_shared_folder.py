"""A case folder that two accounts share by its group: all that is made in it is for both."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from workbench.case import Case


def used(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import from a file and from standard input, rule, draft, export."""
    (tmp_path / "a.txt").write_text("At least 40 people died in the flood, the ministry said.")
    (tmp_path / "a.txt").chmod(0o600)
    stdin = io.TextIOWrapper(io.BytesIO(b"The governor denied that 12 dams had failed."))
    monkeypatch.setattr(sys, "stdin", stdin)
    with Case.open(folder, "Ada", create=True) as case:
        case.corpus.import_paths([str(tmp_path / "a.txt"), "-"])
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, case.settings.scale.names[0], "It holds.")
        case.publications.export(force=True)
        case.publications.export(format="html", force=True)
        case.configuring.change({("theme",): "textual-light"})
        case._parts.store.compact()


@pytest.mark.parametrize(
    ("mask", "folders", "files"), [(0o002, 0o2775, 0o664), (0o077, 0o700, 0o600)]
)
def test_files_follow_the_folder(
    mask: int, folders: int, files: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shared"
    before = os.umask(mask)
    try:
        folder.mkdir()
        folder.chmod(folders)
        used(folder, tmp_path, monkeypatch)
    finally:
        os.umask(before)
    for path in folder.rglob("*"):
        mode = path.stat().st_mode
        if path.is_dir():
            assert stat.S_IMODE(mode) == folders, path
        elif path.name == ".lock":
            assert stat.S_IMODE(mode) == files & 0o660, path
        else:
            assert stat.S_IMODE(mode) == files, path


def test_who_only_reads_the_folder_cannot_open_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o022)
    try:
        used(tmp_path / "read", tmp_path, monkeypatch)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "read" / "claims" / ".lock").stat().st_mode) == 0o600
