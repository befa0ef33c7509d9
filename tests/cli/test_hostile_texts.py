"""Hostile words in every table, line and message of the command line; a terminal obeys none."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.hostile.case import HOSTILE, UNSAFE, article, make, write
from workbench.case import Case
from workbench.core.text.display import visible


@pytest.fixture(scope="module")
def hostile_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("tables"))


def commands(folder: Path) -> dict[str, list[str]]:
    """Every command that prints words of articles, notes, files or reviewers."""
    more = folder.parent / "more"
    more.mkdir(exist_ok=True)
    for name, words in HOSTILE.items():
        (more / f"{words}.txt".replace("/", "")).write_text("flood", encoding="utf-8")
        write(more / f"{name}.jsonl", [article(name, 6, 50), article(name, 7, 50) | {"text": ""}])
    with Case.open(folder, "Ada") as case:
        ids = {row.article.partition("#")[2]: row.id for row in case.corpus.claims()}
    pairs = folder.parent / "pairs.jsonl"
    write(
        pairs,
        [{"id": n, "claim": f"12 died {w}", "passage": f"13 died {w}"} for n, w in HOSTILE.items()],
    )
    return {
        "import": ["import", str(more)],
        "claims": ["claims"],
        "match a claim": ["match", ids["sequences4"]],
        "match a text": ["match", "--text", f"The flood killed 45 {HOSTILE['unseen']}"],
        "conflicts": ["conflicts"],
        "figures": ["figures"],
        "review": ["review"],
        "history": ["history"],
        "history of a claim": ["history", ids["unseen4"]],
        "article": ["article", "hostile.jsonl#sequences4"],
        "verify": ["verify"],
        "where": ["where"],
        "export": ["export", "--force"],
        "annotate": ["annotate", str(more / "sequences.jsonl")],
        "compare": ["compare", "--pairs", str(pairs)],
        "no such claim": ["link", HOSTILE["sequences"], "x:1-2", "--as", "context"],
        "no such case": ["claims", "--case", f"/tmp/{HOSTILE['sequences']}"],
        "no such kind": ["claims", "--kind", HOSTILE["sequences"]],
        "no such article": ["article", HOSTILE["unseen"]],
    }  # fmt: skip


TABLES = {
    "import", "claims", "match a claim", "match a text", "conflicts", "figures", "review",
    "history", "history of a claim", "article", "where",
}  # fmt: skip
"""Commands that print a table where they are asked for one."""
ALL_WORDS = {"claims", "history", "review"}
"""Commands of which every kind of hostile words is to be seen, as it is."""
SOME_WORDS = {"conflicts"}
"""Those of which one kind is: the sentences are copies of one another, which are listed once."""


def test_no_table_line_or_message_holds_a_control_sequence(
    run: Run, hostile_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    for name, arguments in commands(hostile_case).items():
        own = [] if "--case" in arguments else ["--case", str(hostile_case)]
        for form in (["--format", "table"], ["--format", "jsonl"]) if name in TABLES else ([],):
            code, out, err = run(*arguments, *own, *form)
            assert code in {0, 1, 2, 3}, name
            shown = (
                out if name != "export" else ""
            )  # paths for programs, tested on a terminal below
            assert not UNSAFE.search(shown + err), (name, form)
            if name in ALL_WORDS and "table" in form:
                assert all(visible(words) in out for words in HOSTILE.values()), name
            if name in SOME_WORDS and "table" in form:
                assert any(visible(words) in out for words in HOSTILE.values()), name


def test_json_lines_give_the_words_back(run: Run, hostile_case: Path) -> None:
    _, out, _ = run("claims", "--case", str(hostile_case), "--format", "jsonl")
    quotes = [json.loads(line)["quote"] for line in out.splitlines()]
    for words in HOSTILE.values():
        assert any(words in quote for quote in quotes)


@pytest.mark.parametrize("seam", ["store", "index", "executor"])
def test_a_password_in_an_address_is_neither_kept_nor_shown(
    run: Run, seeds_folder: Path, seam: str
) -> None:
    scheme = {"store": "postgresql", "index": "opensearch", "executor": "dask"}[seam]
    address = f"{scheme}://ada:hunter2@db.example/news"
    case = ("--case", str(seeds_folder))
    if seam != "executor":
        code, out, err = run("move", f"--{seam}", address, *case)
        assert code == 2
        assert f"WORKBENCH_{seam.upper()}_PASSWORD" in err
        assert "hunter2" not in out + err
    (seeds_folder / "workbench.toml").write_text(f'{seam} = "{address}"\n', encoding="utf-8")
    for command in (["claims"], ["history"], ["export"], ["where"]):
        code, out, err = run(*command, *case)
        assert code == 2
        assert "password" in err.lower()
        assert "hunter2" not in out + err
    (seeds_folder / "workbench.toml").unlink()
    kept = [path for path in seeds_folder.rglob("*") if path.is_file()]
    assert not any(b"hunter2" in path.read_bytes() for path in kept)


@pytest.mark.slow
def test_a_terminal_gets_colours_and_nothing_else(hostile_case: Path) -> None:
    for name, arguments in commands(hostile_case).items():
        own = [] if "--case" in arguments else ["--case", str(hostile_case)]
        seen = on_a_terminal([*arguments, *own])
        left = re.sub(rb"\x1b\[[\d;]*[mKA-D]|\x1b\[\?25[lh]|\r\n|\r", b"", seen).decode()
        assert left.strip(), name
        assert not UNSAFE.search(left), name


def on_a_terminal(arguments: list[str]) -> bytes:
    """Everything that the program writes to a pseudo-terminal, in and out of order."""
    master, slave = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "200", "WORKBENCH_REVIEWER": "Ada"}
    command = [sys.executable, "-m", "workbench", *arguments]
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env) as child:
        os.close(slave)
        written = b""
        with contextlib.suppress(OSError):  # the end of a terminal is an error on Linux
            while piece := os.read(master, 65536):
                written += piece
        child.wait()
    os.close(master)
    return written
