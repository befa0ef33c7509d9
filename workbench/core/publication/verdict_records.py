"""A published verdict as a plain record, and back: what a bundle carries.

`to_record` and `from_record` are inverse to each other. What comes from another
machine is checked field by field; UsageError names the first that does not fit.
"""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from workbench.core.publication import (
    Citation,
    Correction,
    EvidenceItem,
    FigureRow,
    HistoryItem,
    PublishedVerdict,
)
from workbench.core.verdicts.ratings import Rating
from workbench.core.verdicts.standing import OWN_WORDS
from workbench.errors import UsageError

LATER = frozenset({
    "kind", "before", "after", "published_at", "retraction", "text", "denied",
    *OWN_WORDS,
    "archive", "nature", "interest", "same_as", "history_head",
})  # fmt: skip
"""Fields that records of before 1 December 2026 do not have; each has a default."""
Record = dict[str, Any]
Reader = Callable[[object, str], Any]


def to_record(v: PublishedVerdict) -> Record:
    """The verdict as JSON-ready values: days as ISO text, tuples as lists."""
    plain = _plain(v)
    assert isinstance(plain, dict)
    return plain


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


def from_record(record: object) -> PublishedVerdict:
    """The verdict of a record; raises UsageError where it is not one."""
    return PublishedVerdict(**_fields(record, "verdict", VERDICT))


def _fields(value: object, at: str, readers: Mapping[str, Reader]) -> Record:
    needed = set(readers) - LATER
    if not isinstance(value, Mapping) or not needed <= set(value) <= set(readers):
        raise UsageError(f"{at}: its fields must be {', '.join(readers)}")
    return {name: readers[name](one, f"{at}.{name}") for name, one in value.items()}


def _text(value: object, at: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{at}: must be text")
    return value


def _count(value: object, at: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise UsageError(f"{at}: must be a whole number")
    return value


def _number(value: object, at: str) -> float:
    return value if isinstance(value, float) else _count(value, at)


def _flag(value: object, at: str) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{at}: must be true or false")
    return value


def _day(value: object, at: str) -> date:
    try:
        return date.fromisoformat(_text(value, at))
    except ValueError as error:
        raise UsageError(f"{at}: must be a day like 2024-05-02") from error


def _or_none(read: Reader) -> Reader:
    return lambda value, at: None if value is None else read(value, at)


def _of(kind: Callable[..., Any], readers: Mapping[str, Reader]) -> Reader:
    return lambda value, at: kind(**_fields(value, at, readers))


def _tuple_of(read: Reader) -> Reader:
    def several(value: object, at: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise UsageError(f"{at}: must be a list")
        return tuple(read(one, f"{at}[{i}]") for i, one in enumerate(value))

    return several


_CITATION = _of(
    Citation,
    {
        "title": _text, "publisher": _text, "url": _text, "published": _or_none(_day),
        "article": _text, "revision": _count, "start": _count, "end": _count,
        "archive": _text,
    },
)  # fmt: skip
_RATING = _of(
    Rating,
    {"name": _text, "meaning": _text, "value": _or_none(_count), "best": _count, "worst": _count},
)
_EVIDENCE = _of(
    EvidenceItem,
    {
        "relation": _text, "quote": _text, "citation": _CITATION, "note": _text,
        "reviewer": _text, "independent": _flag, "group": _text, "state": _text,
        "nature": _text, "interest": _text,
    },
)  # fmt: skip
_FIGURE = _of(
    FigureRow,
    {
        "of": _text, "low": _or_none(_number), "high": _or_none(_number),
        "publisher": _text, "published": _or_none(_day), "claimant": _text,
        "text": _text, "denied": _flag,
    },
)  # fmt: skip
_HISTORY = _of(HistoryItem, {"at": _text, "by": _text, "action": _text, "summary": _text})
_CORRECTION = _of(
    Correction,
    {
        "at": _text, "by": _text, "reason": _text,
        "kind": _text, "before": _text, "after": _text,
    },
)  # fmt: skip

VERDICT: Mapping[str, Reader] = {
    "claim_id": _text,
    "claim": _text,
    "claimant": _text,
    "said_on": _or_none(_day),
    "citation": _CITATION,
    "rating": _RATING,
    "summary": _text,
    "rationale": _text,
    "evidence": _tuple_of(_EVIDENCE),
    "reviewer": _text,
    "decided_at": _text,
    "history": _tuple_of(_HISTORY),
    "unknown": _text,
    "figures": _tuple_of(_FIGURE),
    "second_reviewer": _text,
    "corrections": _tuple_of(_CORRECTION),
    "published_at": _text,
    "retraction": _or_none(_CORRECTION),
    **dict.fromkeys((*OWN_WORDS, "same_as", "history_head"), _text),
}
"""Field of a verdict's record → how it is read."""
