"""Contradictions made on purpose: one thing in a sentence is changed, all else stays.

A sentence is set against itself with another number, date or ordinal, or with a
negation put in or taken out, and against itself as it was or reworded. What was
changed has to be called a conflict, what was not never.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.core.compare.bearings import bearing
from workbench.core.compare.measures import is_money
from workbench.core.compare.toll_slots import TOLLS
from workbench.core.decide.relation import CONFLICTS, compare
from workbench.core.reading.dates.mentions import dates_in
from workbench.core.reading.figures import figures_in, is_stated

Change = Callable[[str], str | None]
"""A sentence → the sentence with its change, None where there is nothing to change."""

WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SPELLED = {**{word: n for n, word in enumerate(WORDS, 2)}, "dozen": 12}
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
MONTHS = "January February March April May June July August September October November December"

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SPELLED = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b")
_MONTH = re.compile(rf"\b(?:{MONTHS.replace(' ', '|')})\b")
_AUXILIARY = re.compile(
    r"\b(was|were|is|are|has|have|had|will|did|can|could|would|should)\b (?!not\b|n't)"
)
_NOT = re.compile(r"\b(was|were|is|are|has|have|had|will|did|can|could|would|should) not\b ")
_SAID = re.compile(r"^(?P<what>[A-Z][^“”\"]{20,200}), (?P<who>[^,“”\"]{3,60} said)\.$")


def other_number(written: str) -> str:
    """Another number in the same form: 12 → 21, 3.1 → 31, 4,500 → 6,300, five → eight."""
    if written.lower() in SPELLED:
        new = WORDS[(WORDS.index(written.lower()) + 3) % len(WORDS)]
        return new.capitalize() if written[0].isupper() else new
    if "." in written:
        return written.replace(".", "")
    value = int(written.replace(",", ""))
    turned = int(str(value)[::-1])
    new_value = turned if turned != value and len(str(turned)) == len(str(value)) else value * 2 + 1
    return f"{new_value:,}" if "," in written or new_value >= 10_000 else str(new_value)


def _in_figure(text: str, wanted: Callable[..., bool]) -> str | None:
    """The sentence with another number in its first figure that is wanted."""
    for figure in figures_in(text):
        if not is_stated(figure) or not wanted(figure):
            continue
        for pattern in (_DIGITS, _SPELLED):
            if found := pattern.search(text, figure.start, figure.end):
                return text[: found.start()] + other_number(found[0]) + text[found.end() :]
    return None


def toll(text: str) -> str | None:
    """Another toll."""
    return _in_figure(text, lambda figure: figure.of in TOLLS and figure.low)


def percent(text: str) -> str | None:
    """Another percentage: the point is lost, or digits are turned."""
    return _in_figure(text, lambda figure: figure.unit == "%")


def money(text: str) -> str | None:
    """Another sum of money."""
    return _in_figure(text, is_money)


def count(text: str) -> str | None:
    """Another number of things, or another measure."""
    return _in_figure(
        text,
        lambda f: f.of not in TOLLS and f.unit != "%" and not is_money(f) and bool(f.of or f.unit),
    )


def day(text: str) -> str | None:
    """Another month, or another year, of a date."""
    for mention in dates_in(text, None):
        if found := _MONTH.search(text, mention.start, mention.end):
            names = MONTHS.split()
            new = names[(names.index(found[0]) + 4) % 12]
            return text[: found.start()] + new + text[found.end() :]
        if found := re.compile(r"\b(?:19|20)\d\d\b").search(text, mention.start, mention.end):
            return text[: found.start()] + str(int(found[0]) - 2) + text[found.end() :]
    return None


def ordinal(text: str) -> str | None:
    """Another place in a row."""
    if not (found := _ORDINAL.search(text)):
        return None
    new = ORDINALS[(ORDINALS.index(found[0]) + 2) % len(ORDINALS)]
    return text[: found.start()] + new + text[found.end() :]


def negation(text: str) -> str | None:
    """A negation more, or one less."""
    if _NOT.search(text):
        return _NOT.sub(r"\1 ", text, count=1)
    return _AUXILIARY.sub(r"\1 not ", text, count=1) if _AUXILIARY.search(text) else None


def spelled_otherwise(text: str) -> str | None:
    """The same number in words for digits, or in digits for words."""
    for figure in figures_in(text):
        if not is_stated(figure):
            continue
        found = _SPELLED.search(text, figure.start, figure.end)
        if found and figure.low == SPELLED[found[0].lower()]:
            return text[: found.start()] + str(SPELLED[found[0].lower()]) + text[found.end() :]
        found = _DIGITS.search(text, figure.start, figure.end)
        if found and found[0].isdigit() and 2 <= int(found[0]) <= len(WORDS):
            return text[: found.start()] + WORDS[int(found[0]) - 2] + text[found.end() :]
    return None


def said_first(text: str) -> str | None:
    """The same with its source in front: "X, police said" → "Police said X"."""
    if not (found := _SAID.match(text)):
        return None
    who = found["who"]
    return f"{who[0].upper()}{who[1:]} {found['what'][0].lower()}{found['what'][1:]}."


def reported(text: str) -> str | None:
    """The same with a phrase before it."""
    return f"According to reports, {text[0].lower()}{text[1:]}" if text[:1].isupper() else None


def both(change: Change, rewording: Change) -> Change:
    """A change and a rewording of what comes of it."""

    def changed(text: str) -> str | None:
        other = change(text)
        return rewording(other) if other is not None else None

    return changed


CHANGED: Mapping[str, Change] = {
    "toll": toll, "percent": percent, "money": money, "count": count, "date": day,
    "ordinal": ordinal, "negation": negation,
    "toll, reworded": both(toll, said_first), "count, reworded": both(count, said_first),
    "date, reworded": both(day, said_first), "negation, reworded": both(negation, said_first),
}  # fmt: skip
"""What is changed; each has to be called a conflict."""
KEPT: Mapping[str, Change] = {
    "unchanged": lambda text: text, "number spelled otherwise": spelled_otherwise,
    "source in front": said_first, "a phrase before it": reported,
}  # fmt: skip
"""What says the same; none may be called a conflict."""


@dataclass(slots=True)
class Flagged:
    """For each change how many sentences had it, and how many of these are conflicts."""

    of: Counter[str] = field(default_factory=Counter)
    conflicts: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def share(self, change: str) -> float:
        """The share that was called a conflict; 0 of none."""
        return self.conflicts[change] / self.of[change] if self.of[change] else 0.0


def flagged(sentences: Iterable[str], most: int = 300) -> Flagged:
    """Set every sentence against its changes, `most` of each."""
    found = Flagged()
    for text in sentences:
        for name, other in _changes(text):
            if found.of[name] >= most:
                continue
            found.of[name] += 1
            relation = compare(bearing(text), bearing(other)).relation
            found.conflicts[name] += relation == CONFLICTS
            if (relation == CONFLICTS) != (name in CHANGED):
                found.missed[name].append((text, other))
    return found


def _changes(text: str) -> Iterator[tuple[str, str]]:
    for name, change in (*CHANGED.items(), *KEPT.items()):
        other = change(text)
        if other is not None and (other != text or name == "unchanged"):
            yield name, other
