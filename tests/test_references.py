"""What docstrings, comments and pages name is there: no module, file or name that is gone."""

import ast
import importlib
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("core", "edges", "case", "cli", "tui")
PAGES = ("README.md", "SECURITY.md", "CONTRIBUTING.md", "docs")
CODE = ("workbench", "tests", "benchmarks", "training", "docs")
SKIPPED = {"__pycache__", ".workbench", ".hypothesis", ".nox", ".venv"}

DOTTED = re.compile(rf"(?:workbench\.)?(?:{'|'.join(PARTS)})(?:\.\w+)+")
"""`core.reading.model`, `edges.web.fetch.Limits`."""
FILE = re.compile(r"[\w./-]*\w\.(?:py|json|j2|tcss)|(?:workbench|tests|docs|training)/[a-z_/-]+")
"""`edges/inside.py`, `relation.json`, `tests/fuzz/`."""
QUOTED = re.compile(r"`+([^`\n]+)`+")
MADE = frozenset({
    "manifest.json", "verdict.json", "annotations.json", "articles.json", "search.json",
    "claimreview.json", "verdicts.ghost.json", "FILE.json", "snapshot.json", "trust.json",
})  # fmt: skip
"""Files that the program makes, and no part of it."""


@cache
def files() -> frozenset[str]:
    """Every file of the project, and every folder, below the root with slashes."""
    found = {
        path.relative_to(ROOT).as_posix()
        for top in (*CODE, ".ci", "seeds", "claims")
        for path in (ROOT / top).rglob("*")
        if not SKIPPED & set(path.parts)
    }
    return frozenset({*found, *(path.name for path in ROOT.iterdir())})


def is_there(name: str) -> bool:
    """Whether a file or folder of the project is called so, or ends so."""
    wanted = name.rstrip("/").removeprefix("./")
    return wanted in files() or any(file.endswith(f"/{wanted}") for file in files())


def resolves(dotted: str) -> bool:
    """Whether a dotted name is a module of the program, or something in one."""
    steps = dotted.removeprefix("workbench.").split(".")
    for depth in range(len(steps), 0, -1):
        try:
            found: object = importlib.import_module(".".join(["workbench", *steps[:depth]]))
        except ModuleNotFoundError as error:
            if not str(error.name).startswith("workbench"):
                return True  # an engine's library that is not installed
            continue
        for name in steps[depth:]:
            if not hasattr(found, name):
                return False
            found = getattr(found, name)
        return True
    return False


def dead(text: str) -> Iterator[str]:
    """What a text names in backticks that there is not."""
    for quoted in QUOTED.findall(text):
        for word in quoted.split():
            word = word.strip(",;:()[]\"'").removesuffix("()")
            if DOTTED.fullmatch(word) and not word.endswith((".py", ".json")):
                if not resolves(word):
                    yield word
            elif (
                FILE.fullmatch(word) and word.rsplit("/", 1)[-1] not in MADE and not is_there(word)
            ):
                yield word


def pages() -> list[Path]:
    found = [ROOT / page for page in PAGES]
    return [one for page in found for one in ([page] if page.is_file() else page.glob("*.md"))]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_pages_name_what_is_there(page: Path) -> None:
    assert list(dead(page.read_text(encoding="utf-8"))) == []


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """(line, words) of every docstring and comment of a module."""
    source = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        value = getattr(node, "value", None) if isinstance(node, ast.Expr) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield node.lineno, value.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@pytest.mark.parametrize("top", CODE)
def test_docstrings_and_comments_name_what_is_there(top: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} names {name}"
        for path in sorted((ROOT / top).rglob("*.py"))
        if path != Path(__file__)
        for line, words in prose(path)
        for name in dead(words)
    ]
    assert found == []
