"""A case folder that came from somebody else: nothing in it leads out of it."""

import hashlib
import os
import shutil
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case

SECONDS = 20
"""Longer than any command on the five articles takes; a hang is a failure."""

PLACES = (
    "claims", "claims/.lock", "claims/.writer", "claims/journal", "claims/snapshot.json",
    "claims/published", "claims/published/page.md", "claims/published/html",
    ".workbench", ".workbench/catalog.sqlite", ".workbench/catalog.sqlite-wal",
    ".workbench/catalog.sqlite-shm", ".workbench/index", ".workbench/index/meta.json",
    ".workbench/index/layout", ".workbench/gathered.sqlite",
    "seeds", "templates", "templates/verdict.md.j2", "workbench.toml",
)  # fmt: skip

COMMANDS = (
    ("claims",),
    ("history",),
    ("verify",),
    ("note", "CLAIM", "a note"),
    ("export",),
    ("export", "--format", "html"),
    ("reindex",),
)


def _link(path: Path, outside: Path, folder: bool) -> None:
    path.symlink_to(outside / ("folder" if folder else "profile"))


def _second_name(path: Path, outside: Path, folder: bool) -> None:
    if folder:
        pytest.skip("folders have no second names")
    os.link(outside / "profile", path)


def _pipe(path: Path, outside: Path, folder: bool) -> None:
    os.mkfifo(path)


def _socket(path: Path, outside: Path, folder: bool) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        here = os.open(path.parent, os.O_RDONLY)  # such a name may have 108 bytes
        try:
            one.bind(f"/proc/self/fd/{here}/{path.name}")
        finally:
            os.close(here)


def _device(path: Path, outside: Path, folder: bool) -> None:
    path.symlink_to("/dev/zero")


KINDS: dict[str, Callable[[Path, Path, bool], None]] = {
    "link": _link, "second name": _second_name, "pipe": _pipe, "socket": _socket,
    "device": _device,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    signal.alarm(SECONDS * len(COMMANDS))
    yield
    signal.alarm(0)


@pytest.fixture(scope="module")
def ruled_on(indexed_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a verdict, published as pages and as a site."""
    folder = Path(shutil.copytree(indexed_seeds, tmp_path_factory.mktemp("ruled") / "case"))
    with Case.open(folder, "Ada") as case:
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, case.settings.scale.names[0], "It holds.")
        case.publications.export(force=True)
        case.publications.export(format="html", force=True)
    (folder / "templates").mkdir()
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """What belongs to the reader: a start-up file without a last line end, a folder of things."""
    made = tmp_path / "home"
    (made / "folder" / "deep").mkdir(parents=True)
    (made / "profile").write_text("export PATH=/bin")
    (made / "folder" / "catalog.sqlite").write_text("not ours")
    (made / "folder" / "deep" / "letter.txt").write_text("dear Nora")
    return made


def state(folder: Path) -> dict[str, tuple[int, str]]:
    """Mode and bytes of everything in a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        found[str(path)] = (path.stat().st_mode, hashlib.sha256(data).hexdigest())
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_in_it_leads_outside(
    kind: str, place: str, ruled_on: Path, outside: Path, tmp_path: Path, run: Run
) -> None:
    case = Path(shutil.copytree(ruled_on, tmp_path / "strange"))
    claim = run("claims", "--case", str(case), "--format", "jsonl")[1].split('"')[3]
    target = case / place
    folder = target.is_dir()
    if folder:
        shutil.rmtree(target)
    target.unlink(missing_ok=True)
    KINDS[kind](target, outside, folder)
    before = state(outside)
    codes = set()
    for command in COMMANDS:
        words = [claim if word == "CLAIM" else word for word in command]
        code, out, err = run(*words, "--case", str(case))
        codes.add(code)
        assert "Traceback" not in err
        assert "dear Nora" not in out + err
        assert code != 3 or "not opened" in err or "plain" in err, err
    assert state(outside) == before
    if place not in REPLACED:
        assert 3 in codes


REPLACED = frozenset({"claims/.writer", ".workbench/gathered.sqlite"})
"""Files that are only ever made anew, and of which nobody misses what they held."""


def test_a_page_of_what_is_published_is_not_read_through_a_folder(
    ruled_on: Path, outside: Path, tmp_path: Path, run: Run
) -> None:
    case = Path(shutil.copytree(ruled_on, tmp_path / "strange"))
    published = case / "claims" / "published"
    (published / "deep").symlink_to(outside / "folder" / "deep")
    listed = '{"deep/letter.txt": ["made", "held"]}'
    (published / ".workbench-pages.json").write_text(listed)
    before = state(outside)
    code, _, err = run("export", "--case", str(case))
    assert (code, state(outside)) == (3, before)
    assert "deep" in err


def test_a_manifest_in_a_folder_that_the_user_names_deletes_nothing_behind_a_link(
    ruled_on: Path, outside: Path, tmp_path: Path, run: Run
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "deep").symlink_to(outside / "folder" / "deep")
    (pages / ".workbench-pages.json").write_text('{"deep/letter.txt": ["made", "held"]}')
    before = state(outside)
    code, _, err = run("export", "--force", "--to", str(pages), "--case", str(ruled_on))
    assert (code, state(outside)) == (3, before)
    assert "deep is a link" in err


def test_a_journal_that_is_a_link_is_neither_emptied_nor_copied(
    ruled_on: Path, outside: Path, tmp_path: Path, run: Run
) -> None:
    case = Path(shutil.copytree(ruled_on, tmp_path / "strange"))
    (journal,) = (case / "claims" / "journal").iterdir()
    journal.unlink()
    journal.symlink_to(outside / "profile")
    before = state(outside)
    code, _, err = run("claims", "--case", str(case))
    assert (code, state(outside)) == (3, before)
    assert journal.name in err
    assert not (case / "claims" / "quarantine").exists()


def test_links_in_seeds_are_named_and_not_read(
    ruled_on: Path, outside: Path, tmp_path: Path, run: Run
) -> None:
    case = Path(shutil.copytree(ruled_on, tmp_path / "strange"))
    (case / "seeds" / "letter.txt").symlink_to(outside / "folder" / "deep" / "letter.txt")
    os.mkfifo(case / "seeds" / "pipe.txt")
    code, _, err = run("reindex", "--case", str(case))
    assert (code, "letter.txt" in err, "pipe.txt" in err) == (1, True, True)
    assert "Nora" not in run("claims", "--case", str(case), "--format", "jsonl")[1]


def test_a_case_with_an_absurd_web_archive_stays_usable(run: Run, tmp_path: Path) -> None:
    answer = b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<p>x</p>"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + answer
    head = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
    length = b"Content-Length: %d\r\n\r\n" % len(block)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "page.warc").write_bytes(head + length + block + b"\r\n\r\n")
    (tmp_path / "seeds" / "note.txt").write_text("At least 12 people died in Aville.\n")
    for words in (("claims", "--format", "jsonl"), ("history",), ("verify",), ("reindex",)):
        code, _, said = run(*words, "--case", str(tmp_path))
        assert code in {0, 1}, (words, said)
    assert "note.txt" in run("claims", "--format", "jsonl", "--case", str(tmp_path))[1]
