"""Contradictions: what the reports of one event say against each other, one row a matter.

Pairs of passages that cannot both be right (`clashes`) are put together here: one contradiction
for an event and a slot (the toll of what, a date, whether something is so), with all the values
that it was given and the sources of each.
"""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec import Struct

from workbench.core.reading.terms import words

SAID, DENIED = "it is so", "it is not so"
"""What the two values of a matter are called that one side says and the other denies."""
SEVERAL = frozenset(("did or did not", "figure", "outcome", "date", "said or did not say"))
"""Slots that one event may have of several matters."""
BY_PASSAGE = frozenset(("said or did not say",))
"""Of these, slots whose rows have a passage in common: two meetings are told of in like words."""
SAME_MATTER = 0.5
"""Share of the shorter passage's terms that both have from which two passages speak of one
matter, so that what contradicts them is one
row."""

LEAST = 72.5
"""Strength from which a row is worth the look: of rows on rumours read by hand, five in six above
it were real, and one in five below; a weaker finding may still join a row."""
OFTEN = 4.0
"""Points of strength that e times as many clashes of a passage count when the pair is chosen that
is shown: of rows read by hand, more showed the matter itself than with 0 or with 10."""
ACCOUNTS = {
    SAID: DENIED, DENIED: SAID,
    "one account": "another account", "another account": "one account",
}  # fmt: skip
"""What a value is called that is no number → what the value against it is."""


class Side(Struct, frozen=True, array_like=True, order=True):
    """A passage on one side: `quote` is `text[start:end]` of the article."""

    article: str
    start: int
    end: int
    quote: str

    @property
    def place(self) -> tuple[str, int]:
        """The article, and where in it the passage begins."""
        return self.article, self.start


class Finding(Struct, frozen=True, array_like=True):
    """Two passages that cannot both be right, as far as the rules see.

    `slot` is what they differ in, `value` and `other_value` what each says, "" where that is the
    passage itself. `strength` is 0–100. `independent` is false for two passages of one article or
    source.
    """

    one: Side
    other: Side
    slot: str
    value: str
    other_value: str
    strength: float
    reasons: tuple[str, ...]
    independent: bool

    @property
    def key(self) -> tuple[tuple[str, int, int], tuple[str, int, int], str]:
        """The same for both orders of the two sides."""
        a = (self.one.article, self.one.start, self.one.end)
        b = (self.other.article, self.other.start, self.other.end)
        return (*sorted((a, b)), self.slot)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Value:
    """One of the things that is said: `sides` are who says it, the clearest first."""

    text: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What sources of one event say against each other in one slot.

    `values` are two or more, those with most sources first. `event` is the id of the article
    that stands for the event. `strength` is 0–100, that of the surest pair, whose `reasons` are
    given. `copies` counts the further pairs of passages that say the same.
    """

    event: str
    slot: str
    values: tuple[Value, ...]
    strength: float
    reasons: tuple[str, ...]
    independent: bool
    copies: int = 0

    @property
    def one(self) -> Side:
        """The clearest passage of the first value."""
        return self.values[0].sides[0]

    @property
    def other(self) -> Side:
        """The clearest passage of the second value."""
        return self.values[1].sides[0]

    @property
    def summary(self) -> str:
        """The slot and how many articles give each value: "killed: 17 (2) | 16 (1)"."""
        said = (f"{v.text} ({len({s.article for s in v.sides})})" for v in self.values)
        return f"{self.slot}: {' | '.join(said)}"

    @property
    def numbers(self) -> frozenset[str]:
        """The values that have a name of their own: none where two accounts differ in words."""
        return frozenset(value.text for value in self.values) - ACCOUNTS.keys()

    @property
    def id(self) -> str:
        """12 hex digits, the same while slot, values and clearest words are."""
        said = sorted(
            (value.text * (value.text not in ACCOUNTS), " ".join(value.sides[0].quote.split()))
            for value in self.values
        )
        return hashlib.blake2b(repr((self.slot, said)).encode(), digest_size=6).hexdigest()


def strongest(found: Iterable[Finding]) -> list[Finding]:
    """Each pair of passages once a slot, with its strongest finding; strongest first."""
    best: dict[object, Finding] = {}
    for finding in found:
        known = best.get(finding.key)
        if known is None or known.strength < finding.strength:
            best[finding.key] = finding
    return sorted(best.values(), key=lambda f: (-f.strength, f.key))


def contradictions(found: Iterable[Finding], events: Mapping[str, str]) -> list[Contradiction]:
    """Each contradiction once, strongest first.

    `events` maps an article to the article that stands for its event; one that is not there
    stands for itself.
    """
    groups: dict[str, list[_Group]] = defaultdict(list)
    for finding in strongest(found):
        event = events.get(finding.one.article, finding.one.article)
        of_slot = groups[finding.slot]
        known = [group for group in of_slot if _same_matter(group, finding, event)]
        of_slot[:] = [group for group in of_slot if group not in known]
        together = known[0] if known else _Group(event, [], set())
        for group in known[1:]:
            together.findings.extend(group.findings)
            together.places.update(group.places)
        together.findings.append(finding)
        together.places.update((finding.one.place, finding.other.place))
        of_slot.append(together)
    rows = (_row(group.event, group.findings) for some in groups.values() for group in some)
    listed = [row for row in rows if row.strength >= LEAST]
    return sorted(listed, key=lambda row: (-row.strength, row.id))


@dataclass(frozen=True, slots=True)
class _Group:
    """Findings of one matter, the event of the strongest, and where their passages stand."""

    event: str
    findings: list[Finding]
    places: set[tuple[str, int]]


def _same_matter(group: _Group, finding: Finding, event: str) -> bool:
    """Whether a finding is of the matter of a group: one passage in common, or one event and most
    of the words that both of its sides have. Tolls of one thing of an event always are."""
    if finding.slot not in SEVERAL:
        return event == group.event
    if not group.places.isdisjoint((finding.one.place, finding.other.place)):
        return True
    if finding.slot in BY_PASSAGE:
        return False
    return event == group.event and any(_alike(known, finding) for known in group.findings)


def _alike(one: Finding, other: Finding) -> bool:
    ours, theirs = _common(one), _common(other)
    return len(ours & theirs) >= SAME_MATTER * max(1, min(len(ours), len(theirs)))


@lru_cache(maxsize=1 << 14)
def _common(finding: Finding) -> frozenset[str]:
    """The index terms that both sides of a finding have."""
    return frozenset(words(finding.one.quote)) & frozenset(words(finding.other.quote))


def _row(event: str, group: Sequence[Finding]) -> Contradiction:
    """A group as one row: who says what, the passages first that show it best."""
    met = Counter(side for finding in group for side in (finding.one, finding.other))
    first = max(group, key=lambda finding: (_shows(finding, met), finding.key))
    sides: dict[str, list[Side]] = {}
    placed: dict[Side, str] = {}
    others = sorted((f for f in group if f is not first), key=lambda f: (-f.strength, f.key))
    for number, finding in enumerate([first, *others]):
        one, other = _names(finding, placed, number)
        for name, side in ((one, finding.one), (other, finding.other)):
            placed.setdefault(side, name)
            held = sides.setdefault(name, [])
            if side not in held:
                held.append(side)
    return Contradiction(
        event, first.slot, tuple(Value(name, tuple(held)) for name, held in sides.items()),
        max(f.strength for f in group), first.reasons,
        any(f.independent for f in group), len(group) - 1,
    )  # fmt: skip


def _shows(finding: Finding, met: Mapping[Side, int]) -> float:
    """How well a pair of passages shows a contradiction: how sure it is, and how many others
    each of them clashes with, because those tell of the matter most plainly."""
    return finding.strength + OFTEN * math.log(met[finding.one] * met[finding.other])


def _names(finding: Finding, placed: Mapping[Side, str], number: int) -> tuple[str, str]:
    """What the two values of a finding are called: by their number, or as a side and its other."""
    if finding.value:
        return finding.value, finding.other_value
    one = placed.get(finding.one) or _opposite(placed.get(finding.other))
    return one or "one account", _opposite(one or "one account") or ""


def _opposite(name: str | None) -> str | None:
    return ACCOUNTS.get(name or "")
