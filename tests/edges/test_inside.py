"""Opening files of a case by handle: plain files only, and none behind a link."""

import errno
import os
from pathlib import Path

import pytest

from workbench.edges.inside import Inside
from workbench.edges.seeds import Seeds
from workbench.errors import CaseUnsafe


@pytest.mark.parametrize("name", ["..", "a/../b", "", "/etc/passwd", "a//b", ".", "a\0b"])
def test_a_name_that_leads_out_is_no_path_inside(tmp_path: Path, name: str) -> None:
    with pytest.raises(CaseUnsafe):
        Inside(tmp_path, ()) / name


def test_it_cannot_be_handed_to_the_system_by_mistake(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        os.stat(Inside(tmp_path, ("a",)))


def test_what_is_written_is_read_and_listed(tmp_path: Path) -> None:
    folder = Inside(tmp_path, ()) / "a/b"
    folder.make_folder()
    (folder / "c").write(b"one")
    (folder / "c").write(b"two")
    assert ((folder / "c").read(), folder.names()) == (b"two", ["c"])
    assert [(name, status.st_size) for name, status in folder.entries()] == [("c", 3)]
    (Inside(tmp_path, ()) / "a").delete()
    assert os.listdir(tmp_path) == []


def test_the_base_may_lie_behind_a_link_and_nothing_below_it(tmp_path: Path) -> None:
    (tmp_path / "real" / "in").mkdir(parents=True)
    (tmp_path / "real" / "in" / "a").write_bytes(b"a")
    (tmp_path / "link").symlink_to("real")
    assert (Inside(tmp_path / "link", ()) / "in/a").read() == b"a"
    (tmp_path / "real" / "other").symlink_to("in")
    for act in (
        (Inside(tmp_path / "link", ()) / "other/a").read,
        lambda: (Inside(tmp_path / "link", ()) / "other/b").write(b"b"),
        (Inside(tmp_path / "link", ()) / "other").names,
        (Inside(tmp_path / "link", ()) / "other/b").make_folder,
        (Inside(tmp_path / "link", ()) / "other/a").remove,
    ):
        with pytest.raises(CaseUnsafe, match="other is a link"):
            act()
    assert os.listdir(tmp_path / "real" / "in") == ["a"]


def test_deleting_removes_links_and_not_what_they_name(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "letter").write_bytes(b"dear")
    folder = Inside(tmp_path, ()) / "derived"
    folder.make_folder()
    (folder.path / "a").symlink_to(tmp_path / "outside")
    (folder.path / "b").symlink_to(tmp_path / "outside" / "letter")
    folder.delete()
    assert (tmp_path / "outside" / "letter").read_bytes() == b"dear"
    assert not folder.exists()


def test_a_file_with_a_second_name_is_opened_only_where_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    os.link(tmp_path / "a", tmp_path / "b")
    with pytest.raises(CaseUnsafe, match="second name"):
        Inside.of(tmp_path / "a").read()
    assert Inside.of(tmp_path / "a").read(shared=True) == b"a"


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_where_there_are_no_hard_links_a_seed_is_kept_all_the_same(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", none)
    seeds = Seeds(tmp_path / "seeds")
    for text in ("one", "two", "one"):
        (tmp_path / "a.txt").write_text(text)
        seeds.keep(tmp_path / "a.txt", "a.txt")
    assert {s.path.name: s.path.read_text() for s in seeds} == {"a.txt": "one", "a~2.txt": "two"}
    assert sorted(os.listdir(seeds.folder)) == ["a.txt", "a~2.txt"]


def test_a_folder_is_deleted_though_somebody_writes_a_last_file_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "first").write_text("1")
    cleared = Inside.clear

    def late(folder: Inside, keep: frozenset[str] = frozenset()) -> None:
        cleared(folder, keep)
        if folder.parts == ("index",) and not (tmp_path / "late").exists():
            (tmp_path / "late").touch()
            (tmp_path / "index" / "last").write_text("2")

    monkeypatch.setattr(Inside, "clear", late)
    (Inside(tmp_path, ()) / "index").delete()
    assert not (tmp_path / "index").exists()
