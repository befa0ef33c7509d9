"""The kinds of claim, as the labelling guideline names them, and what gives a passage each."""

from collections.abc import Callable, Sequence
from typing import Protocol

from workbench.core.reading.model import Accusation, Attribution, DateMention, Denial, Figure

KINDS = ("casualty", "quantity", "date", "denial", "accusation", "statement", "event")
BY_WEIGHT = ("denial", "accusation", "casualty", "quantity", "statement", "date", "event")
"""What a claim is called where one kind is shown: a denial that names a day is a denial."""
STATING = frozenset({"neutral", "assertive"})
"""Polarities of attribution that report a statement; the others give kinds of their own."""


class Found(Protocol):
    """What the rules look at: all that was found in one passage."""

    @property
    def figures(self) -> Sequence[Figure]: ...
    @property
    def dates(self) -> Sequence[DateMention]: ...
    @property
    def attributions(self) -> Sequence[Attribution]: ...
    @property
    def denials(self) -> Sequence[Denial]: ...
    @property
    def accusations(self) -> Sequence[Accusation]: ...
    @property
    def assertive(self) -> bool: ...


class _Ruled(Protocol):
    @property
    def rule(self) -> str: ...


def _named(prefix: str, found: Sequence[_Ruled]) -> list[str]:
    return [f"{prefix}: {x.rule}" for x in found]


def _casualty(s: Found) -> list[str]:
    return _named("figure", [f for f in s.figures if f.human_toll and not f.incidental])


def _quantity(s: Found) -> list[str]:
    return _named("figure", [f for f in s.figures if not f.human_toll and not f.incidental])


def _date(s: Found) -> list[str]:
    return _named("date", [d for d in s.dates if d.attaches == "event" and not d.vague])


def _statement(s: Found) -> list[str]:
    return _named("speaker", [a for a in s.attributions if a.polarity in STATING])


RULES: tuple[tuple[str, Callable[[Found], list[str]]], ...] = (
    ("casualty", _casualty),
    ("quantity", _quantity),
    ("date", _date),
    ("denial", lambda s: _named("denial", s.denials)),
    ("accusation", lambda s: _named("accusation", s.accusations)),
    ("statement", _statement),
)
"""(kind, what gives a passage that kind: the names of the rules that fired)."""


def weightiest_first(kinds: Sequence[str]) -> tuple[str, ...]:
    """Kinds in the order in which they are shown to people.

    >>> weightiest_first(("date", "denial"))
    ('denial', 'date')
    """
    return tuple(sorted(kinds, key=BY_WEIGHT.index))


def kinds_of(found: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of a passage and the rules behind them.

    `event` is the kind of what nothing else describes, so it is tried last.
    """
    kinds = [(kind, rules) for kind, rule in RULES if (rules := rule(found))]
    if not kinds and found.assertive:
        kinds = [("event", ["event: plain assertion"])]
    return tuple(kind for kind, _ in kinds), tuple(dict.fromkeys(r for _, rs in kinds for r in rs))
