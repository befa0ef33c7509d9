"""Folders from outside: nothing hangs, nothing is followed out, everything is named."""

import os
import socket

import pytest

from workbench.edges.readers import Refusal, find_inputs, opened, read_seed
from workbench.errors import InputRefused


def names(paths, root):
    return [os.path.relpath(p, root) if not isinstance(p, Refusal) else p for p in paths]


def refusals(root):
    return {
        r.source.rpartition("/")[2]: r.reason
        for r in find_inputs([str(root)])
        if isinstance(r, Refusal)
    }


def test_files_come_sorted_from_all_folders(tmp_path):
    for name in ("b.txt", "a.txt", "c/z.txt", "c/d/e.txt", ".hidden", ".git/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(find_inputs([str(tmp_path)]), tmp_path) == [
        "a.txt",
        "b.txt",
        "c/d/e.txt",
        "c/z.txt",
    ]


def test_a_file_named_twice_is_given_once(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    paths = [str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "." / "a.txt")]
    assert len(list(find_inputs(paths))) == 1


def test_the_parts_of_a_saved_page_are_not_articles(tmp_path):
    (tmp_path / "Story.html").write_text("x")
    (tmp_path / "Story_files").mkdir()
    (tmp_path / "Story_files" / "ad.html").write_text("x")
    (tmp_path / "tax_files").mkdir()
    (tmp_path / "tax_files" / "b.txt").write_text("x")
    assert names(find_inputs([str(tmp_path)]), tmp_path) == ["Story.html", "tax_files/b.txt"]


def test_special_files_are_a_row_each_and_nothing_hangs(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nothing-there")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "up").symlink_to("..")
    (tmp_path / "good.txt").write_text("x")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(os.path.relpath(tmp_path / "sock.txt"))
    listener.close()
    found = refusals(tmp_path)
    assert set(found) == {"pipe.txt", "device.txt", "loop.txt", "gone.txt", "up", "sock.txt"}
    assert names(find_inputs([str(tmp_path)]), tmp_path).count("good.txt") == 1


def test_links_stay_within_the_folder(tmp_path):
    (tmp_path / "outside.txt").write_text("secret")
    root = tmp_path / "pile"
    root.mkdir()
    (root / "in.txt").write_text("x")
    (root / "also.txt").symlink_to("in.txt")
    (root / "out.txt").symlink_to("../outside.txt")
    (root / "etc").symlink_to("/etc")
    assert set(refusals(root)) == {"out.txt", "etc"}
    assert len([p for p in find_inputs([str(root)]) if not isinstance(p, Refusal)]) == 1


def test_a_file_that_nobody_may_read_is_a_row(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    assert "may not be read" in refusals(tmp_path)["a.txt"]


def test_names_that_cannot_be_shown_are_a_row_that_can(tmp_path):
    for name in (b"bad\xff.txt", b"esc\x1b[31m.txt", b"line\nend.txt"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(b"x")
    found = list(find_inputs([str(tmp_path)]))
    assert len(found) == 3
    assert all(isinstance(r, Refusal) and r.source.isprintable() for r in found)
    assert any("bad\\xff.txt" in r.source for r in found)


def test_a_path_that_is_not_there_is_a_row(tmp_path):
    (row,) = find_inputs([str(tmp_path / "nothing")])
    assert isinstance(row, Refusal)


def test_a_folder_of_great_depth_ends(tmp_path):
    deep = tmp_path.joinpath(*["d"] * 80)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    (row,) = find_inputs([str(tmp_path)])
    assert "folders deep" in row.reason


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One thing."}\n' * 3)
    rows = read_seed(path, "a.jsonl")
    next(rows)
    with path.open("ab") as file:
        file.write(b'{"text": "Another."}\n')
    assert "changed while it was read" in list(rows)[-1].reason


def test_a_pipe_put_in_a_files_place_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(InputRefused, match="not a regular file"), opened(tmp_path / "a.txt", "a"):
        pass
    (row,) = read_seed(tmp_path / "a.txt", "a.txt")
    assert isinstance(row, Refusal)
