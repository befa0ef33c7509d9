"""The shapes of records and of history entries: one table that everything read is held to.

A journal can come from anywhere and have the right checksums all the same. What is read
is therefore looked at once, here, field by field, and refused with the place of what is
wrong; whoever works with a record after that need not ask. What is written is held to
the same table, so that nothing is saved that could not be read again.

A type that the table does not know is a newer program's or a script's own: only its head
is looked at.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from workbench.core.verdicts.records import DEEPEST, HEAD, LONGEST_ID, TYPE, is_time, is_too_deep

Check = Callable[[Any], str]
"""What is wrong with a value, or ""."""
MOST_WEIGHT = 100
"""The largest weight, in log-odds, that a desk may have learnt: far beyond any that is."""
HIGHEST = 2**53
"""The largest whole number that every reader of JSON takes as it is (RFC 8259, 6)."""
_HASH = re.compile(r"[0-9a-f]{64}")


def _one(kind: type, name: str) -> Check:
    return lambda value: "" if type(value) is kind else f"is no {name}"


def _list_of(check: Check) -> Check:
    def found(value: Any) -> str:
        if type(value) is not list:
            return "is no list"
        return next((f"has an entry that {fault}" for v in value if (fault := check(v))), "")

    return found


def _matching(pattern: re.Pattern[str], name: str) -> Check:
    return lambda value: (
        "" if isinstance(value, str) and pattern.fullmatch(value) else f"is no {name}"
    )


def _or_nothing(check: Check) -> Check:
    return lambda value: "" if value is None else check(value)


def _number(least: int) -> Check:
    return lambda value: (
        ""
        if type(value) is int and least <= value < HIGHEST
        else "is no whole number in its bounds"
    )


def _day(value: Any) -> str:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return "is no day"
    return ""


def _id(value: Any) -> str:
    return "" if isinstance(value, str) and 0 < len(value) <= LONGEST_ID else "is no id"


def _texts(value: Any) -> str:
    whole = type(value) is dict and all(type(v) is str for v in value.values())
    return "" if whole else "is no table of texts"


def _weights(value: Any) -> str:
    whole = type(value) is dict and all(
        type(name) is str and type(pair) is list and len(pair) == 2 and all(map(_is_weight, pair))
        for name, pair in value.items()
    )
    return "" if whole else "is no table of weights"


def _is_weight(value: Any) -> bool:
    return type(value) in {int, float} and -MOST_WEIGHT <= value <= MOST_WEIGHT


TEXT, YES_OR_NO = _one(str, "text"), _one(bool, "yes or no")


def _suggestion(value: Any) -> str:
    if type(value) is not dict or value.keys() != _SUGGESTION.keys():
        return "is no suggestion"
    return _first(value, _SUGGESTION)


def _moment(value: Any) -> str:
    return "" if is_time(value) else "is no time"


TEXTS, HASH = _list_of(TEXT), _matching(_HASH, "checksum")


def _anchor(value: Any) -> str:
    if type(value) is not dict or value.keys() != _ANCHOR.keys():
        return "is no anchor"
    if fault := _first(value, _ANCHOR):
        return fault
    return "" if value["start"] < value["end"] else "ends before it begins"


def _first(values: Mapping[str, Any], checks: Mapping[str, Check]) -> str:
    faults = (
        f"has {name!r} that {fault}"
        for name, check in checks.items()
        if name in values and (fault := check(values[name]))
    )
    return next(faults, "")


_ANCHOR: dict[str, Check] = {
    "article": _id, "revision": _number(1), "sha256": TEXT, "start": _number(0),
    "end": _number(1), "quote": TEXT, "prefix": TEXT, "suffix": TEXT,
}  # fmt: skip
_SUGGESTION: dict[str, Check] = {"relation": TEXT, "rules": TEXTS, "reasons": TEXTS}
"""What the program proposed for a passage that was decided on."""
_SAID: dict[str, Check] = {
    "claim": _id, "verdict_revision": _number(0), "says": HASH, "rating": TEXT,
}  # fmt: skip
_HOLD: dict[str, Check] = {"slot": TEXT, "values": TEXTS, "quotes": TEXTS}
"""By what a contradiction is known again."""

FIELDS: dict[str, dict[str, Check]] = {
    "link": {
        "claim": _id, "relation": TEXT, "anchor": _anchor, "note": TEXT, "nature": TEXT,
        "interest": TEXT, "suggested": _suggestion,
    },
    "refusal": {"claim": _id, "refusal": TEXT, "anchor": _anchor, "suggested": _suggestion},
    "learning": {"learning": TEXT, "weights": _weights, "decisions": _number(0)},
    "verdict": {
        "claim": _id, "rating": TEXT, "summary": TEXT, "anchor": _anchor, "rationale": TEXT,
        "claimant": TEXT, "claimant_given": TEXT, "unknown": TEXT, "order": TEXTS,
        "weighed": TEXTS, "correction": TEXT, "correction_class": TEXT, "wording": TEXT,
        "chosen": TEXT, "asked": TEXT, "tools": TEXT, "would_change": TEXT,
    },
    "signoff": {**_SAID, "agrees": YES_OR_NO, "first_rating": TEXT},
    "note": {"claim": _id, "note": TEXT, "question": YES_OR_NO},
    "assignment": {"claim": _id, "assignment": TEXT},
    "status": {"claim": _id, "status": TEXT},
    "publication": {
        **_SAID, "publication": TEXT, "forced": YES_OR_NO, "corrects": YES_OR_NO,
        "retracted": YES_OR_NO, "first": _moment,
    },
    "retraction": {**_SAID, "retraction": TEXT},
    "article": {
        "title": TEXT, "publisher": TEXT, "url": TEXT, "language": TEXT, "archive": TEXT,
        "published": lambda value: "" if value == "" else _day(value),
    },
    "dismissal": {"dismissal": TEXT, **_HOLD},
    "conflict_assignment": {"conflict_assignment": TEXT, **_HOLD},
    "conflict_note": {"conflict_note": TEXT, **_HOLD},
    "columns": {"columns": _texts},
    "webcopy": {"webcopy": TEXT, "url": TEXT},
    "checked": {
        "reviewed": TEXT, "rating": TEXT, "publisher": TEXT, "url": TEXT, "claimant": TEXT,
        "said_on": _or_nothing(_day), "checked_on": _or_nothing(_day),
    },
}  # fmt: skip
"""Type of record → its own fields, each with what it has to be."""

NEEDED: dict[str, frozenset[str]] = {
    "link": frozenset({"claim", "relation", "anchor"}),
    "verdict": frozenset({"claim", "rating", "summary", "anchor"}),
    "refusal": frozenset({"claim", "refusal", "anchor"}),
    "learning": frozenset({"learning", "weights"}),
    "signoff": frozenset({"claim", "rating", "agrees", "first_rating", "verdict_revision"}),
    "note": frozenset({"claim", "note", "question"}),
    "assignment": frozenset({"claim", "assignment"}),
    "status": frozenset({"claim", "status"}),
    "publication": frozenset({"claim", "publication", "verdict_revision"}),
    "retraction": frozenset({"claim", "retraction", "verdict_revision"}),
    **{
        kind: frozenset({kind, *_HOLD})
        for kind in ("dismissal", "conflict_assignment", "conflict_note")
    },
    "columns": frozenset({"columns"}),
    "webcopy": frozenset({"webcopy"}),
    "checked": frozenset(FIELDS["checked"]),
}
"""Type of record → fields of its own that it cannot be read without."""

_HEAD: dict[str, Check] = {
    "type": _matching(TYPE, "type"), "id": _id, "claim": _or_nothing(TEXT),
    "revision": _number(1), "by": TEXT, "at": _moment, "deleted": YES_OR_NO,
}  # fmt: skip

_ENTRY: dict[str, Check] = {
    "clock": _number(1), "at": _moment, "by": TEXT, "action": TEXT,
    "type": _matching(TYPE, "type"), "id": _id, "claim": _or_nothing(TEXT),
    "previous": _list_of(HASH), "undoes": HASH, "resolves": _list_of(HASH),
}  # fmt: skip
ENTRY_FIELDS = frozenset(_ENTRY) - {"undoes", "resolves"} | {"before", "after"}
"""Fields that every entry of a history has."""


def own_fault(doc: Mapping[str, Any]) -> str:
    """What is wrong with a record's own fields, in words; "" for none."""
    kind = doc["type"]
    if missing := NEEDED.get(kind, frozenset()) - doc.keys():
        return f"lacks the field {min(missing)!r}"
    return _first(doc, FIELDS.get(kind, {}))


def fault_of(doc: object, kind: str, name: str) -> str:
    """What is wrong with a stored record that should be of this type and id; "" for none."""
    if not isinstance(doc, dict):
        return "is not an object"
    if missing := HEAD - doc.keys():
        return f"lacks the field {min(missing)!r}"
    if doc["type"] != kind or doc["id"] != name:
        return "stands under another id or type than its own"
    if is_too_deep(doc):
        return f"is more than {DEEPEST} levels deep"
    return _first(doc, _HEAD) or own_fault(doc)


def entry_fault(entry: Mapping[str, Any]) -> str:
    """What is wrong with an entry of a history, in words; "" for none."""
    if missing := ENTRY_FIELDS - entry.keys():
        return f"lacks the field {min(missing)!r}"
    if fault := _first(entry, _ENTRY):
        return fault
    if "batch" in entry and not _is_batch(entry["batch"]):
        return "has 'batch' that is no place in a group"
    kind, name, after = entry["type"], entry["id"], entry["after"]
    for doc in [after] if entry["before"] is None else [after, entry["before"]]:
        if fault := fault_of(doc, kind, name):
            return f"holds a record that {fault}"
    same = all(entry[field] == after[field] for field in ("at", "by", "claim"))
    return "" if same else "tells another author, time or claim than its record"


def chain_fault(entry: Mapping[str, Any]) -> str:
    """What is wrong with an entry's place in the chain, in words; "" for nothing."""
    return _first(entry, {name: _ENTRY[name] for name in ("clock", "previous")})


def _is_batch(value: Any) -> bool:
    return (
        type(value) is list
        and len(value) == 2
        and not any(map(_number(1), value))
        and bool(value[0] <= value[1])
    )
