"""The walls of the house: who may import whom."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import workbench

ROOT = Path(workbench.__file__).parent

FLOW = (
    "lexicon",
    "text",
    "reading",
    "compare",
    "decide",
    "claims",
    "events",
    "candidates",
    "evidence",
    "verdicts",
    "publication",
)
"""Stages of `workbench/core`, from the start of the flow to its end."""

SIGNALS = ("language", "numbers", "dates", "casualties", "figures", "speech", "english")
"""Parts of `workbench/core/reading`; each imports only from itself and those before it."""

MAY_IMPORT = {
    "core": {"core", "errors"},
    "edges": {"core", "edges", "errors", "workbench"},
    "case": {"core", "edges", "case", "errors"},
    "cli": {"core", "case", "cli", "errors", "workbench"},
    "tui": {"core", "case", "tui", "errors", "workbench"},
}
"""Part of the house → parts that its modules may import."""

HEAVY = {
    "textual",
    "tinydb",
    "httpx",
    "tantivy",
    "click",
    "rich",
    "sqlite3",
    "psycopg",
    "opensearchpy",
    "distributed",
}
"""Libraries of the edges and shells: `workbench.core` must not load them."""


def modules(part: str) -> list[Path]:
    return sorted((ROOT / part).rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name of a module under `workbench`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(("workbench", *parts)).removesuffix(".__init__")


def imported(path: Path, late: bool = True) -> Iterator[str]:
    """Names of the modules that a file imports; `late` counts imports inside of functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if late else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield node.module or ""


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_parts_import_only_what_they_may(part: str) -> None:
    assert modules(part), f"{part} has no modules"
    for path in modules(part):
        for name in imported(path):
            if name.split(".")[0] == "workbench":
                target = [*name.split("."), "workbench"][1] if "." in name else "workbench"
                deferred = (part, target) == ("cli", "tui") and path.name == "opening.py"
                assert target in MAY_IMPORT[part] or deferred, f"{path}: imports {name}"


def test_every_core_module_has_a_place_in_the_flow() -> None:
    names = {p.relative_to(ROOT / "core").parts[0].removesuffix(".py") for p in modules("core")}
    assert names - {"__init__"} == set(FLOW)


def test_core_imports_only_towards_the_start_of_the_flow() -> None:
    stage = {name: number for number, name in enumerate(FLOW)}
    for path in modules("core"):
        own = path.relative_to(ROOT / "core").parts[0].removesuffix(".py")
        for name in imported(path):
            if name.startswith("workbench.core."):
                other = name.split(".")[2]
                assert stage[other] <= stage.get(own, 0), f"{path}: imports {name}"


@pytest.mark.parametrize("part", ["case", "edges", "tui"])
def test_no_modules_import_each_other_in_a_circle(part: str) -> None:
    """A package's own module may open its parts when asked to; nothing else may, not even
    late or for a type: the reader of a module follows those as well."""
    names = {name_of(path): path for path in modules(part)}
    imports = {
        name: {n for n in imported(path, late=path.stem != "__init__") if n in names}
        for name, path in names.items()
    }
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle


def test_the_core_loads_no_library_of_the_edges() -> None:
    script = (
        "import sys, pkgutil, importlib, workbench.core as core\n"
        "for m in pkgutil.walk_packages(core.__path__, 'workbench.core.'):\n"
        "    importlib.import_module(m.name)\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("arguments", [["--help"], ["claims", "--help"], ["annotate", "--help"]])
def test_no_command_loads_the_terminal_ui(arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from workbench.cli import main\n"
        f"sys.argv = ['workbench', *{arguments!r}]\n"
        "try:\n    main()\n"
        "finally:\n    print('textual' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr.strip().splitlines()[-1] == "False"


def test_opening_a_case_loads_no_rules_of_claims_or_matching() -> None:
    script = "import sys, workbench.case; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert not [name for name in loaded if name.startswith("workbench.core.compare.opposites")]
    assert "workbench.core.reading.dates.date_rules" not in loaded
