"""Help: short and long, with examples that the commands take, on any terminal."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.conftest import Run
from workbench.cli import COMMANDS, program
from workbench.cli.examples import EXAMPLES

ROOT = Path(__file__).parents[2]
SPREAD = re.MULTILINE | re.DOTALL


@pytest.mark.parametrize("words", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_is_asked_for_by_a_letter_too(run: Run, words: tuple[str, ...]) -> None:
    code, short, _ = run(*words, "-h")
    assert (code, short) == (0, run(*words, "--help")[1])
    for example in EXAMPLES.get(words[0], ()) if words else ():
        assert f"    {example}" in short.splitlines()


def test_every_command_has_examples_and_nothing_else_has() -> None:
    assert list(EXAMPLES) == list(COMMANDS)


def documented() -> Iterator[str]:
    """Every command that a page shows in a block of its own."""
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for block in re.findall(r"^```(?:sh|console)?\n(.*?)^```", page.read_text("utf-8"), SPREAD):
            for line in block.splitlines():
                if found := re.match(r"(?:\$ |.*\| )?(workbench\b[^…]*)$", line):
                    yield found[1]


@pytest.mark.parametrize(
    "line", [*(line for lines in EXAMPLES.values() for line in lines), *documented()]
)
def test_an_example_is_taken(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is parsed as typed: the options are there and take what the example gives them."""
    monkeypatch.chdir(tmp_path)
    for name in ("queries.jsonl", "pairs.jsonl", "why.md"):
        (tmp_path / name).write_text("")
    words = shlex.split(line.rpartition("| ")[2], comments=True)
    assert words[0] == "workbench"
    if len(words) == 1:
        return
    with program.make_context("workbench", words[1:]) as above:
        name, command, rest = program.resolve_command(above, [*above._protected_args, *above.args])
        assert command is not None
        with command.make_context(name, rest, parent=above) as below:
            assert isinstance(below, click.Context)


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
@pytest.mark.parametrize(
    "words", [("claims", "--format", "table"), ("claims", "--format", "csv"), ("figures",), ("-h",)]
)
def test_a_terminal_that_knows_few_letters_is_no_traceback(
    seeds_folder: Path, encoding: str, words: tuple[str, ...]
) -> None:
    article = "The mayor of Łódź said — “no one” — that 13 people died in Übersee on Friday 日本.\n"
    (seeds_folder / "seeds" / "letters.txt").write_text(article, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "--case", str(seeds_folder), *words],
        capture_output=True, check=False,
        env={"PATH": "/usr/bin", "PYTHONIOENCODING": encoding, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr
    assert done.stdout


def test_an_article_that_is_not_there_is_said(run: Run, seeds_folder: Path) -> None:
    code, out, err = run("claims", "--article", "none.txt", "--case", str(seeds_folder))
    assert (code, out) == (2, "")
    assert "no article 'none.txt'" in err
