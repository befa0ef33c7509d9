"""The case's settings file, `workbench.toml`: read once, when the case opens.

reviewer = "Ada"            # who decides; the environment's name wins over it
theme = "textual-light"     # a theme of the terminal UI

[[ratings]]                 # replaces the default scale, truest first
name = "correct"
meaning = "Everything in the claim is right."
value = 2                   # leave it out for a rating off the axis

[checkworthiness]           # weight of a criterion, 0 turns it off
"human toll" = 50

[keys]                      # action = key; the ids are in the help
"link.corroborates" = "s"
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.core.checkworthiness import DEFAULT_WEIGHTS
from workbench.core.ratings import DEFAULT_SCALE, Scale
from workbench.errors import UsageError

FILE_NAME = "workbench.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a newsroom sets for a case; every field has a default."""

    reviewer: str = ""
    theme: str = ""
    scale: Scale = DEFAULT_SCALE
    weights: Mapping[str, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    keys: Mapping[str, str] = field(default_factory=dict)


def read_settings(folder: Path) -> Settings:
    """Read `workbench.toml` of a case folder; without one, the defaults.

    Raises UsageError naming the file and the entry that is wrong.
    """
    path = folder / FILE_NAME
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: does not read ({error}); mend it or move it away") from error
    unknown = sorted(set(values) - set(_ENTRIES))
    if unknown:
        raise UsageError(f"{path}: no setting {unknown[0]!r}; there are {', '.join(_ENTRIES)}")
    try:
        found = {}
        for name, value in values.items():
            attribute, read = _ENTRIES[name]
            found[attribute] = read(value)
        return Settings(**found)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{value!r} is not a text")
    return value


def _weights(value: Any) -> dict[str, float]:
    wrong = [name for name in value if name not in DEFAULT_WEIGHTS] if _is_table(value) else []
    if wrong:
        raise UsageError(f"no criterion {wrong[0]!r}; there are {', '.join(DEFAULT_WEIGHTS)}")
    if not all(isinstance(w, int | float) and not isinstance(w, bool) for w in value.values()):
        raise UsageError("a weight of [checkworthiness] is not a number")
    return {**DEFAULT_WEIGHTS, **value}


def _keys(value: Any) -> dict[str, str]:
    _is_table(value)
    return {action: _text(key) for action, key in value.items()}


def _is_table(value: Any) -> bool:
    if not isinstance(value, dict):
        raise UsageError(f"{value!r} is not a table")
    return True


_ENTRIES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "reviewer": ("reviewer", _text),
    "theme": ("theme", _text),
    "ratings": ("scale", Scale.from_settings),
    "checkworthiness": ("weights", _weights),
    "keys": ("keys", _keys),
}
"""Entry of the file → (field of Settings, how its value is read)."""
