"""No line of the hostile corpus is without its tests."""

import ast
from pathlib import Path

import pytest

from .lines import LINES, Line

ROOT = Path(__file__).parents[2]


def defined_in(path: Path) -> set[str]:
    """The names of the tests that a file defines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.input[:60])
def test_each_line_has_its_tests(line: Line) -> None:
    assert line.tests
    for test in line.tests:
        path, _, name = test.partition("::")
        assert name in defined_in(ROOT / path), test
