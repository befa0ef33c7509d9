"""Nothing in the program is there for nobody: what vulture finds unused is used by a name.

A thing that only a test calls counts as used here; one that nothing names at all is to be deleted.
"""

import re
from fnmatch import fnmatchcase
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).parents[1]
READ = ("workbench", "tests", "benchmarks", "training", "docs")
BY_NAME: dict[str, tuple[str, ...]] = {
    "Textual calls or takes it": (
        "action_*", "on_*", "check_*", "watch_*", "validate_*", "BINDINGS", "CSS_PATH", "DEFAULT_*",
        "COMPONENT_CLASSES", "HORIZONTAL_BREAKPOINTS", "VERTICAL_BREAKPOINTS", "ALLOW_*",
        "COMMAND_PALETTE_BINDING", "border_*", "restrict",
    ),
    "the navigator opens it by name": ("*Screen",),
    "the registry of readers names it": ("read_*",),
    "click calls it": ("list_commands", "get_command", "format_commands"),
    "SQLite's connection takes it": ("text_factory",),
    "io calls it": ("readinto",),
    "html.parser calls it": ("handle_*",),
    "asyncio calls it": ("connection_*",),
    "TinyDB takes or calls it": (
        "document_class", "document_id_class", "_update_table", "table_class",
        "default_storage_class",
    ),
    "Jinja takes it": ("intercepted_binops", "urn_of"),
    "httpcore calls it": ("connect_unix_socket",),
    "a template shows it": ("rerated", "corrections_policy", "funding", "complaints"),
    "stored and read as a whole": ("verdict_revision",),
    "an annotation in quotes names it": ("PassageReading", "PageObject"),
}  # fmt: skip
"""Why a name counts as used although no code says it → the names."""
PRIVATE = re.compile(r"^(_[A-Za-z]\w*)(?::[^=\n]+)? = ", re.MULTILINE)
DECORATORS = ["@on", "@on*", "@*.command", "@*.group"]


def unused() -> list[str]:
    """What nothing uses, as `file:line kind name`."""
    finder = Vulture(ignore_decorators=DECORATORS)
    finder.scavenge([str(ROOT / part) for part in READ])
    allowed = [pattern for patterns in BY_NAME.values() for pattern in patterns]
    return [
        f"{item.filename.relative_to(ROOT)}:{item.first_lineno} {item.typ} {item.name}"
        for item in finder.get_unused_code(min_confidence=60)
        if item.filename.is_relative_to(ROOT / "workbench")
        and not any(fnmatchcase(item.name, pattern) for pattern in allowed)
    ]


def test_nothing_is_there_for_nobody() -> None:
    assert unused() == []


def test_every_private_constant_is_used_in_its_module() -> None:
    """vulture passes over what begins with an underscore."""
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "workbench").rglob("*.py")}
    idle = [
        f"{path.relative_to(ROOT)} {name}"
        for path, text in texts.items()
        for name in PRIVATE.findall(text)
        if len(re.findall(rf"\b{name}\b", text)) == 1
    ]
    assert idle == []
