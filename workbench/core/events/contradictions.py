"""Contradictions: what reports of one event say against each other, found unasked.

Nobody asked, so what is shown has to be worth the look. Two articles of one event are compared
by the toll that each states as a whole, and passage by passage where two have words in common
and one of them has something that can be contradicted. What was found between pairs of passages is
then put together: one contradiction for an event and a slot (the toll of what, a date, whether
something was done or said), with all the values that it was given and the sources of each.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec import Struct

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.reasons import AGAINST, Reason
from workbench.core.decide.relation import CONFLICTS, Comparison, compare
from workbench.core.events.independence import source_key
from workbench.core.events.toll_conflicts import toll_conflicts
from workbench.core.reading.terms import words

UNASKED: Mapping[str, tuple[str, float]] = {
    "ages differ": ("age", 0.25),
    "number replaced": ("figure", 0.5),
    "figures exclude each other": ("figure", 0.55),
    "outcomes differ": ("outcome", 0.4),
    "negation in the same words": ("did or did not", 0.5),
    "calls something false": ("did or did not", 0.3),
    "answers no": ("did or did not", 0.5),
    "denial": ("did or did not", 0.3),
    "negated on one side": ("did or did not", 0.65),
    "another date of one thing": ("date", 0.35),
    "omission": ("said or did not say", 0.4),
}
"""Rule of a reason → the slot that it is about, and how much two passages must have in common
(`Comparison.score` / 100) for it to be worth reporting unasked. Days that merely differ are left
out: what they listed of one war were datelines."""
OF_FIGURES = frozenset({"number replaced", "figures exclude each other"})
"""Rules that see two numbers."""
SURE, SURE_DENIED = 0.8, 0.65
"""Confidence of the relation from which a conflict between two articles is reported, and where
one of them alone denies something in nearly the same words: then somebody contradicts."""
CLOSE = 60
"""`Comparison.score` of nearly the same words."""
FEWEST_SHARED = 3
"""Index terms that two passages share at the least to be compared."""
MOST_LIKE = 4
"""Passages of another article, those that share most, with which one is compared."""
LIKE = 0.3
"""Share of the shorter passage's terms that both have at the least."""
SAME_MATTER = 0.5
"""The same from which two passages speak of one matter, so that what contradicts them is one
row."""

ACCOUNTS = {"one account": "another account", "another account": "one account"}
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


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says: its claims, and its tolls as a whole.

    A toll is a passage whose first figure is the one that the article stands by.
    """

    article: str
    claims: tuple[Bearing, ...]
    tolls: tuple[Bearing, ...]


def conflicts_between(one: Account, other: Account, certain: float = 1.0) -> list[Finding]:
    """What two articles of one event say against each other, strongest first.

    An account may be given twice, to look for what it says against itself. `certain` is how
    surely both report one event, 0–1.
    """
    found = [*_by_passages(one, other, certain)]
    if one.article != other.article:
        found += [
            Finding(
                _side(a), _side(b), of, value, other_value, round(100 * sure * certain, 1),
                (why,), _two_sources(a, b),
            )
            for a, b, of, value, other_value, sure, why in toll_conflicts(one.tolls, other.tolls)
        ]  # fmt: skip
    return strongest(found)


def strongest(found: Iterable[Finding]) -> list[Finding]:
    """Each pair of passages once a slot, with its strongest finding; strongest first."""
    best: dict[object, Finding] = {}
    for finding in found:
        known = best.get(finding.key)
        if known is None or known.strength < finding.strength:
            best[finding.key] = finding
    return sorted(best.values(), key=lambda f: (-f.strength, f.key))


def _by_passages(one: Account, other: Account, certain: float) -> Iterator[Finding]:
    within = one.article == other.article
    for claim, passage in _likely(one.claims, other.claims, within):
        found = compare(claim, passage)
        told = _worth_telling(claim, passage, found)
        if not told or (within and not _two_speakers(claim, passage)):
            continue
        if told.rule in OF_FIGURES and within and _is_timeline(claim, passage):
            continue
        if not (told.rule in OF_FIGURES and _both_count_people(claim, passage)):
            yield _finding(claim, passage, found, certain, UNASKED[told.rule][0])


def _is_timeline(one: Bearing, other: Bearing) -> bool:
    """Whether two passages stand in two entries of a live page: one is only newer."""
    return one.reading.moment != other.reading.moment


def _both_count_people(one: Bearing, other: Bearing) -> bool:
    """Whether both give tolls: these are compared article by article."""
    return all(any(f.human_toll for f in side.figures) for side in (one, other))


def _worth_telling(claim: Bearing, passage: Bearing, found: Comparison) -> Reason | None:
    """What speaks for a conflict and is worth reporting unasked, if anything is."""
    denied = bool(claim.reading.denials) != bool(passage.reading.denials) and found.score >= CLOSE
    if found.relation != CONFLICTS or found.confidence < (SURE_DENIED if denied else SURE):
        return None
    against = (reason for reason in found.reasons if reason.side == AGAINST)
    return next(
        (r for r in against if r.rule in UNASKED and found.score >= 100 * UNASKED[r.rule][1]), None
    )


def _two_speakers(one: Bearing, other: Bearing) -> bool:
    """Whether an article sets one source's word against another's."""
    source, theirs = source_key(one.claimant), source_key(other.claimant)
    return bool(source and theirs) and source != theirs


def _likely(
    ones: Sequence[Bearing], others: Sequence[Bearing], within: bool
) -> Iterator[tuple[Bearing, Bearing]]:
    """The pairs that have enough words in common and something that can be contradicted."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(others):
        for term in _terms(passage.quote):
            having[term].append(number)
    for place, claim in enumerate(ones):
        own = _terms(claim.quote)
        shared = Counter(n for term in own for n in having.get(term, ()))
        likely = [
            (count / min(len(own), len(_terms(others[n].quote))), n)
            for n, count in shared.items()
            if count >= FEWEST_SHARED
            and not (within and n <= place)
            and (_can_contradict(claim) or _can_contradict(others[n]))
        ]
        for share, n in sorted(likely, reverse=True)[:MOST_LIKE]:
            if share >= LIKE:
                yield claim, others[n]


def _can_contradict(side: Bearing) -> bool:
    """Whether a passage has a figure, a date, a negation or a frame: a plain event has none."""
    r = side.reading
    return bool(r.negations or r.frames or r.denials or r.figures or r.dates)


@lru_cache(maxsize=1 << 14)
def _terms(quote: str) -> frozenset[str]:
    return frozenset(words(quote))


def _finding(
    claim: Bearing, passage: Bearing, found: Comparison, certain: float, slot: str
) -> Finding:
    against = [reason for reason in found.reasons if reason.side == AGAINST]
    return Finding(
        _side(claim), _side(passage), slot, "", "",
        round(100 * found.confidence * certain, 1),
        tuple(reason.text for reason in against or found.reasons),
        _two_sources(claim, passage),
    )  # fmt: skip


def _side(side: Bearing) -> Side:
    return Side(side.article, side.start, side.end, side.quote)


def _two_sources(one: Bearing, other: Bearing) -> bool:
    """Whether two passages are of two articles and name no common source."""
    if one.article == other.article:
        return False
    source, theirs = source_key(one.claimant), source_key(other.claimant)
    return not (source and source == theirs)


def contradictions(found: Iterable[Finding], events: Mapping[str, str]) -> list[Contradiction]:
    """Each contradiction once, strongest first.

    `events` maps an article to the article that stands for its event; one that is not there
    stands for itself.
    """
    groups: dict[tuple[str, str], list[list[Finding]]] = defaultdict(list)
    for finding in strongest(found):
        event = events.get(finding.one.article, finding.one.article)
        group = groups[event, finding.slot]
        known = next((some for some in group if _same_matter(some, finding)), None)
        if known is None:
            group.append([finding])
        else:
            known.append(finding)
    rows = [_row(event, some) for (event, _), group in groups.items() for some in group]
    return sorted(rows, key=lambda row: (-row.strength, row.id))


def _same_matter(group: Sequence[Finding], finding: Finding) -> bool:
    """Whether a finding is of the matter of a group: a toll of one slot always is."""
    if finding.value:
        return True
    return any(
        _alike(known.quote, own.quote)
        for one in group
        for known in (one.one, one.other)
        for own in (finding.one, finding.other)
    )


def _alike(one: str, other: str) -> bool:
    ours, theirs = _terms(one), _terms(other)
    return len(ours & theirs) >= SAME_MATTER * max(1, min(len(ours), len(theirs)))


def _row(event: str, group: Sequence[Finding]) -> Contradiction:
    """A group as one row: who says what, from the strongest pair on."""
    first = group[0]
    sides: dict[str, list[Side]] = {}
    placed: dict[Side, str] = {}
    for number, finding in enumerate(group):
        one, other = _names(finding, placed, number)
        for name, side in ((one, finding.one), (other, finding.other)):
            placed.setdefault(side, name)
            held = sides.setdefault(name, [])
            if side not in held:
                held.append(side)
    values = [Value(name, tuple(held)) for name, held in sides.items()]
    return Contradiction(
        event, first.slot, tuple(values), first.strength, first.reasons,
        any(f.independent for f in group), len(group) - 1,
    )  # fmt: skip


def _names(finding: Finding, placed: Mapping[Side, str], number: int) -> tuple[str, str]:
    """What the two values of a finding are called: by their number, or as a side and its other."""
    if finding.value:
        return finding.value, finding.other_value
    one = placed.get(finding.one) or _opposite(placed.get(finding.other))
    return one or "one account", _opposite(one or "one account") or ""


def _opposite(name: str | None) -> str | None:
    return ACCOUNTS.get(name or "")
