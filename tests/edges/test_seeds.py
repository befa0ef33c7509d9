"""Seeds are kept as they came: never changed, never overwritten."""

import fcntl
from pathlib import Path

import pytest

from workbench.edges.seeds import Seeds
from workbench.errors import InputRefused


@pytest.fixture
def seeds(tmp_path: Path) -> Seeds:
    return Seeds(tmp_path / "case" / "seeds")


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_source_is_kept_byte_for_byte_and_only_once(seeds: Seeds, tmp_path: Path) -> None:
    source = written(tmp_path / "a.txt", b"\xff\r\nraw\0bytes")
    first, new = seeds.keep(source, "news/a.txt")
    again, new_again = seeds.keep(source, "news/a.txt")
    assert first.read_bytes() == source.read_bytes()
    assert (first, new, new_again) == (again, True, False)
    assert [s.id for s in seeds] == ["news/a.txt"]


def test_other_bytes_under_a_name_become_its_next_versions(seeds: Seeds, tmp_path: Path) -> None:
    for text in (b"one", b"two", b"one", b"three", b"two"):
        seeds.keep(written(tmp_path / "a.b.txt", text), "a.b.txt")
    found = [(s.path.name, s.id, s.version, s.path.read_bytes()) for s in seeds]
    assert found == [
        ("a.b.txt", "a.b.txt", 1, b"one"),
        ("a~2.b.txt", "a.b.txt", 2, b"two"),
        ("a~3.b.txt", "a.b.txt", 3, b"three"),
    ]


def test_a_name_that_only_looks_like_a_version_stands_for_itself(
    seeds: Seeds, tmp_path: Path
) -> None:
    seeds.keep(written(tmp_path / "x", b"x"), "plan~2.txt")
    assert [(s.id, s.version) for s in seeds] == [("plan~2.txt", 1)]


def test_hidden_files_and_links_are_no_seeds(seeds: Seeds, tmp_path: Path) -> None:
    outside = written(tmp_path / "secret.txt", b"secret")
    seeds.keep(outside, "a.txt")
    (seeds.folder / ".git").mkdir()
    written(seeds.folder / ".git" / "config", b"x")
    (seeds.folder / "link.txt").symlink_to(outside)
    assert [s.id for s in seeds] == ["a.txt"]


def test_a_failed_copy_leaves_nothing_behind(seeds: Seeds, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no such file"):
        seeds.keep(tmp_path / "missing.txt", "missing.txt")
    assert list(seeds) == []
    assert list(seeds.folder.iterdir()) == []


def test_an_unfinished_copy_is_swept_up_unless_somebody_writes_it(
    seeds: Seeds, tmp_path: Path
) -> None:
    seeds.keep(written(tmp_path / "a.txt", b"text"), "a.txt")
    left = written(seeds.folder / ".incoming-left", b"half")
    with (seeds.folder / ".incoming-held").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        seeds.sweep()
        assert not left.exists()
        assert Path(held.name).exists()
    assert [s.id for s in seeds] == ["a.txt"]
