"""Records: the shape of the documents that a case's store keeps.

A record is a JSON object. Every type of record has the same head, so that the
store, the history and the screens can treat them alike, and fields of its own.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from workbench.errors import UsageError

Document = dict[str, Any]
"""One record: `type`, `id`, `claim` (or None), `revision` (1, 2, …), `by`, `at`
(ISO-8601 UTC), `deleted` (only where true), and the fields of its type."""

HEAD = frozenset({"type", "id", "claim", "revision", "by", "at"})
"""Fields that every stored record has."""
LONGEST_ID = 1000
"""Characters in an id."""
DEEPEST = 50
"""Objects and lists inside each other that a record may have."""

UPGRADES: tuple[Callable[[Document], Document], ...] = ()
"""How a document of format version 1, 2, … becomes one of the next version.

Documents are upgraded as they are read; what is written stays as it was written.
"""

TYPE = re.compile(r"[a-z][a-z_-]{0,39}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|\+00:00)", re.A)
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def to_json(value: object) -> str:
    """One line of JSON in which no character can steer a terminal or an editor.

    Text stays readable; control, direction and zero-width characters and lone
    surrogates are written as `\\u` escapes, which read back as the same text.
    Raises UsageError for what JSON has no form for (NaN, dates, sets, loops).
    """
    try:
        text = _encoder.encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise UsageError(f"a record must be plain JSON: {error}") from error
    return inert(text)


def inert(text: str) -> str:
    """JSON in which such characters are written as escapes; the same to whoever parses it."""
    return _UNSAFE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def copied(value: Any) -> Any:
    """A deep copy of a JSON value (several times as fast as `copy.deepcopy`)."""
    if type(value) is dict:
        return {k: copied(v) if type(v) in (dict, list) else v for k, v in value.items()}
    if type(value) is list:
        return [copied(v) if type(v) in (dict, list) else v for v in value]
    return value


def checked(doc: Mapping[str, Any]) -> Document:
    """The document as it will be stored, or UsageError saying what is wrong with it.

    The head comes first and in one order, so that journals read alike.
    """
    kind, name, claim = doc.get("type"), doc.get("id"), doc.get("claim")
    if not isinstance(kind, str) or not TYPE.fullmatch(kind):
        raise UsageError(f"a record's type is a short word in small letters, not {kind!r:.60}")
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_ID:
        raise UsageError(f"a record's id is text of 1 to {LONGEST_ID} characters, not {name!r:.60}")
    if claim is not None and (not isinstance(claim, str) or len(claim) > LONGEST_ID):
        raise UsageError(f"a record's claim is an id or nothing, not {claim!r:.60}")
    if is_too_deep(doc):
        raise UsageError(f"a record may be {DEEPEST} levels deep, this one is deeper")
    rest = {key: value for key, value in doc.items() if key not in HEAD}
    if not rest.get("deleted"):
        rest.pop("deleted", None)
    plain: Document = json.loads(to_json({"type": kind, "id": name, "claim": claim, **rest}))
    return plain


def is_time(at: object) -> bool:
    """Whether it is a time in ISO 8601 in UTC, to the second or finer, that there is."""
    if not isinstance(at, str) or not _TIME.fullmatch(at):
        return False
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return False
    return True


def check_time(at: str) -> None:
    """Raise UsageError where a time is not ISO 8601 in UTC, to the second or finer."""
    if not is_time(at):
        raise UsageError(f"a time is written like 2023-04-06T12:00:00Z, not {at!r:.40}")


def is_too_deep(value: object, left: int = DEEPEST) -> bool:
    """Whether more objects and lists than DEEPEST lie inside each other."""
    if not isinstance(value, Mapping | list | tuple):
        return False
    inner = value.values() if isinstance(value, Mapping) else value
    return left == 0 or any(is_too_deep(v, left - 1) for v in inner)


def format_version() -> int:
    """The version of the format of journals and snapshots that is written now."""
    return len(UPGRADES) + 1


def newer_format(version: object) -> str:
    """What is said of a file of a format that only a newer program knows; "" for others."""
    if type(version) is not int or version <= format_version():
        return ""
    return (
        f"is of format version {version}: made by a newer program, this one knows up to "
        f"{format_version()}; update it"
    )


def upgraded(doc: Document | None, version: int) -> Document | None:
    """A document of an older format version as one of today's."""
    for upgrade in UPGRADES[version - 1 :]:
        doc = upgrade(doc) if doc is not None else None
    return doc


def stamped(doc: Document, revision: int, by: str, at: str) -> Document:
    """The checked document with its new revision, author and time, head first."""
    head = {"type": doc["type"], "id": doc["id"], "claim": doc["claim"]}
    return {**head, "revision": revision, "by": by, "at": at, **doc}


def content(doc: Mapping[str, Any] | None) -> Document:
    """What a document says, without revision, author and time."""
    return {k: v for k, v in (doc or {}).items() if k not in {"revision", "by", "at"}}


def digest(doc: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a document, the same for the same content in any key order."""
    return hashlib.sha256(to_json(dict(sorted(doc.items()))).encode()).hexdigest()
