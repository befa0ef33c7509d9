"""The case's settings file, `workbench.toml`: read once, when the case opens.

reviewer = "Ada"            # who decides; the environment's name wins over it
theme = "textual-light"     # a theme of the terminal UI
index = "opensearch://host:9200/name"   # engines on other machines; each can be left out
store = "postgresql://user@host/database"
semantic = true             # candidates are reranked by an encoder of sentences, too (an extra)
executor = "dask://host:8786"           # passwords go into the environment, never in here

[[ratings]]                 # replaces the default scale, truest first
name = "correct"
meaning = "Everything in the claim is right."
value = 2                   # leave it out for a rating off the axis

[checkworthiness]           # weight of a criterion, 0 turns it off
"human toll" = 50

[publication]
profile = "house"           # what the gate holds back: draft, house or ifcn
second_reviewer = true      # nothing leaves without a second reviewer's sign-off
independent_sources = 2     # how many a verdict should rest on
hold_back = ["all"]         # rules of the gate that keep a verdict in, instead of the profile's
flavour = "hugo"            # the tool that reads the Markdown, or jekyll, eleventy, pelican, mkdocs

[house]                     # who publishes
name = "The Desk"
url = "https://example.org/checks"

[people]                    # who decides = the name that readers know; others stay unnamed
"ada" = "Ada Berg"

[claimants]                 # who said it = an address by which machines know them
"the ministry" = "https://www.wikidata.org/wiki/Q0"

[ledger]                    # how the best count of a toll is chosen
rule = "range"              # or conservative, or graded

[fetch]                     # pages from the web
agent = "the-desk/1.0 (desk@example.org)"
pause = 2.0                 # seconds between two requests to one host
wayback = true              # ask the Wayback Machine for a copy of what is kept

[import]                    # our field = the column of your tables that holds it
text = "Body"

[filters]                   # a name = what is typed into the filter of the queue
"old denials" = "kind:denial status:open before:2023"

[keys]                      # action = key; the ids are in docs/keys.md
"claims.corroborates" = "s"
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from workbench.core.decide.checkworthiness import DEFAULT_WEIGHTS
from workbench.core.events.ledger_rules import RANGE, RULES
from workbench.core.publication import PROFILE_NAMES, House
from workbench.core.publication.escaping import link
from workbench.core.publication.flavours import FLAVOURS
from workbench.core.verdicts.ratings import DEFAULT_SCALE, Scale
from workbench.core.verdicts.reviewer_names import name_among, same_person
from workbench.edges.engines import SCHEMES, read_address
from workbench.edges.inside import Inside
from workbench.errors import UsageError

COLUMNS = ("id", "text", "html", "title", "publisher", "url", "published", "language")
"""Fields of an article that a column of a table can hold."""
FILE_NAME = "workbench.toml"
LONGEST = 1_000_000
"""Bytes of a settings file that are read: people write it by hand."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a newsroom sets for a case; every field has a default."""

    reviewer: str = ""
    theme: str = ""
    index: str = ""
    store: str = ""
    executor: str = ""
    semantic: bool = False
    """Whether candidates are reranked by an encoder of sentences, too."""
    scale: Scale = DEFAULT_SCALE
    weights: Mapping[str, float] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    keys: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    """Name of a saved filter → the words that it types."""
    house: House = field(default_factory=House)
    people: Mapping[str, str] = field(default_factory=dict)
    """Reviewer → the name under which publications give their work."""
    claimants: Mapping[str, str] = field(default_factory=dict)
    """Claimant → an address that stands for them (schema.org's sameAs)."""
    second_reviewer: bool = False
    independent_sources: int = 2
    profile: str = "house"
    """What the gate holds back, one of `core.publication.gate.PROFILES`."""
    hold_back: tuple[str, ...] = ()
    """Names of the gate's rules that hold a verdict back; empty: those of the profile."""
    flavour: str = "plain"
    """The tool that Markdown is written for, one of `core.publication.flavours.FLAVOURS`."""
    ledger_rule: str = RANGE
    """How the ledger chooses the best count, one of `core.events.ledger_rules.RULES`."""
    fetch: Mapping[str, Any] = field(default_factory=dict)
    """What `edges.web.fetch.Limits` is to have other than usual."""
    wayback: bool = False
    archive: str = ""
    """Where the address of a page is appended to ask for a copy; "" is the usual place."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our field → the column of a table that holds it."""

    def name_of(self, reviewer: str) -> str:
        """The name under which readers know a reviewer, "" where the settings give none.

        Who is called so in the settings is known under that name; a login is no name.
        """
        named = self.reviewer if reviewer == self.reviewer else ""
        return name_among(self.people, reviewer) or named

    def same_as(self, claimant: str) -> str:
        """The address that stands for a claimant, "" where the settings give none."""
        plain = claimant.strip().casefold()
        found = (url for name, url in self.claimants.items() if name.strip().casefold() == plain)
        return next(found, "")

    def same_reviewer(self, one: str, other: str) -> bool:
        """Whether two reviewers are one person, as far as names and the settings tell."""
        names = self.name_of(one) or one, self.name_of(other) or other
        return same_person(one, other) or same_person(*names)


def read_settings(folder: Path) -> Settings:
    """All that `workbench.toml` of a case folder says; without one, the defaults.

    What of it counts on this machine is for `case.trusting` to say. Raises UsageError
    naming the file and the entry that is wrong, CaseUnsafe for a link or pipe.
    """
    return settings_from(read_values(folder), folder / FILE_NAME)


def read_values(folder: Path) -> dict[str, Any]:
    """The parsed settings file of a case; all in it is right. Raises UsageError, CaseUnsafe."""
    path = folder / FILE_NAME
    try:
        values = _parsed(file_text(folder), path)
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error
    settings_from(values, path)
    return values


def file_text(folder: Path) -> str:
    """What the settings file of a case says; "" where there is none.

    Raises CaseUnsafe where it is no plain file, OSError, UnicodeDecodeError, UsageError.
    """
    file = Inside(folder, ()) / FILE_NAME
    try:
        data = file.read(LONGEST + 1)
    except FileNotFoundError:
        return ""
    if len(data) > LONGEST:
        raise UsageError(f"{file}: is larger than {LONGEST // 1000} kB")
    return data.decode("utf-8").replace("\r\n", "\n")


def unreadable(path: Path, error: Exception) -> UsageError:
    """What is said of a file that is no settings file."""
    return UsageError(f"{path}: does not read ({error}); mend it or move it away")


def settings_of(text: str, path: Path) -> Settings:
    """What a settings file says; `path` is named where something in it is wrong."""
    return settings_from(_parsed(text, path), path)


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number may have too many digits
        raise unreadable(path, error) from error


def settings_from(values: Mapping[str, Any], path: Path) -> Settings:
    """What parsed settings come to; `path` is named where something in them is wrong."""
    unknown = sorted(set(values) - set(_ENTRIES))
    if unknown:
        raise UsageError(f"{path}: no setting {unknown[0]!r}; there are {', '.join(_ENTRIES)}")
    try:
        found: dict[str, Any] = {}
        for name, value in values.items():
            found |= _ENTRIES[name](value)
        return Settings(**found)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{value!r} is not a text")
    return value


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{value!r} is neither true nor false")
    return value


def _address(seam: str) -> Callable[[Any], dict[str, Any]]:
    """The reader of an engine's address, which is checked but not yet spoken to."""
    return lambda value: {seam: read_address(_text(value), seam).text}


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{value!r} is not a table")
    return value


def _known(value: Any, names: Iterable[str], what: str) -> dict[str, Any]:
    """A table that has no other entries than those named."""
    wrong = [name for name in _table(value) if name not in names]
    if wrong:
        raise UsageError(f"no {what} {wrong[0]!r}; there are {', '.join(names)}")
    return dict(value)


def _weights(value: Any) -> dict[str, Any]:
    given = _known(value, DEFAULT_WEIGHTS, "criterion")
    if not all(_is_number(weight) for weight in given.values()):
        raise UsageError("a weight of [checkworthiness] is not a number")
    return {"weights": {**DEFAULT_WEIGHTS, **given}}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _texts(name: str) -> Callable[[Any], dict[str, Any]]:
    """The reader of a table in which every entry is a text."""
    return lambda value: {name: {key: _text(entry) for key, entry in _table(value).items()}}


def _claimants(value: Any) -> dict[str, Any]:
    given = {name: _text(entry) for name, entry in _table(value).items()}
    if wrong := next((url for url in given.values() if not link(url)), ""):
        raise UsageError(f"{wrong!r} is no address that [claimants] takes")
    return {"claimants": given}


def _publication(value: Any) -> dict[str, Any]:
    given = _known(value, _PUBLICATION, "entry of [publication]")
    for name, entry in given.items():
        if type(entry) is not _PUBLICATION[name]:
            raise UsageError(f"{name} = {entry!r} is not what [publication] takes")
    if given.get("independent_sources", 0) < 0:
        raise UsageError("independent_sources counts sources: 0 or more")
    if given.get("profile", PROFILE_NAMES[0]) not in PROFILE_NAMES:
        raise UsageError(f"no profile {given['profile']!r}; there are {', '.join(PROFILE_NAMES)}")
    _known({given.get("flavour", "plain"): ""}, FLAVOURS, "flavour")
    if given.get("profile") == "ifcn":
        given = {"second_reviewer": True, **given}
    if "hold_back" in given:
        given["hold_back"] = tuple(_text(rule) for rule in given["hold_back"])
    return given


def _ledger(value: Any) -> dict[str, Any]:
    given = _known(value, ("rule",), "entry of [ledger]")
    rule = _text(given.get("rule", RANGE))
    _known({rule: ""}, RULES, "rule of the ledger")
    return {"ledger_rule": rule}


def _fetch(value: Any) -> dict[str, Any]:
    given = _known(value, _FETCH, "entry of [fetch]")
    for name, entry in given.items():
        if not isinstance(entry, _FETCH[name]) or (
            _FETCH[name] is not bool and isinstance(entry, bool)
        ):
            raise UsageError(f"{name} = {entry!r} is not what [fetch] takes")
    ports = given.get("ports", [])
    if not all(type(port) is int for port in ports):
        raise UsageError(f"ports = {ports!r} is not a list of numbers")
    asked: dict[str, Any] = {
        name: given.pop(name) for name in ("wayback", "archive") if name in given
    }
    return {"fetch": {**given, **({"ports": tuple(ports)} if ports else {})}, **asked}


def columns_named(value: Any) -> dict[str, str]:
    """Our fields with the columns that hold them. Raises UsageError."""
    given = _known(value, COLUMNS, "field")
    return {name: _text(column) for name, column in given.items()}


_PUBLICATION = {
    "profile": str, "second_reviewer": bool, "independent_sources": int, "hold_back": list,
    "flavour": str,
}  # fmt: skip
_FETCH: dict[str, type | tuple[type, ...]] = {
    "agent": str,
    "pause": (int, float),
    "seconds": (int, float),
    "private": bool,
    "ports": list,
    "wayback": bool,
    "archive": str,
}

_ENTRIES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "reviewer": lambda value: {"reviewer": _text(value)},
    "semantic": lambda value: {"semantic": _yes_or_no(value)},
    "theme": lambda value: {"theme": _text(value)},
    **{seam: _address(seam) for seam in SCHEMES},
    "ratings": lambda value: {"scale": Scale.from_settings(value)},
    "checkworthiness": _weights,
    "publication": _publication,
    "house": lambda value: {"house": House.from_settings(_table(value))},
    "ledger": _ledger,
    "fetch": _fetch,
    "import": lambda value: {"columns": columns_named(value)},
    "people": _texts("people"),
    "claimants": _claimants,
    "filters": _texts("filters"),
    "keys": _texts("keys"),
}
"""Entry of the file → what it gives as fields of Settings."""
