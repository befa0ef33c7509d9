"""Numbers, and words of which a thing has but one, in the same words as other ones."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import compatible, number_of
from workbench.core.compare.counted_apart import counted_apart
from workbench.core.compare.date_reasons import date_reasons
from workbench.core.compare.figure_reasons import revision, same_thing
from workbench.core.compare.measures import dimension, in_unit_of
from workbench.core.compare.no_names import NO_NAMES
from workbench.core.compare.opposites import CALENDAR, kind_of
from workbench.core.compare.place_reasons import another_predicate
from workbench.core.compare.reasons import AGAINST, APART, FOR, Pair, Reason
from workbench.core.compare.toll_slots import TOLLS, of_a_group
from workbench.core.compare.wording_reasons import alike_words, coverage, same_bag
from workbench.core.reading.model import Figure
from workbench.core.reading.terms import fold_word, name_key, number_term, valued

LONGEST_TEXT = 2000
"""Characters of each text that are read for it."""
LONGEST = 120
"""Words of each text that are aligned."""
SHARED_WORDS = 0.5
"""Share of the claim's content below which the words need not be aligned."""
SAME_WORDS = 0.7
"""Share of the words that two texts share for a number to count as replaced."""
_NO_CLAIM = re.compile(
    r"\b(?:image|photo|picture|slide|page|video)s? \d{1,4} (?:of|/) \d{1,4}\b"
    r"|\b(?:posted|updated|published)\b:?[^.!?]{0,60}?\d:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4}\b)?",
    re.IGNORECASE,
)
"""Numbers that pages put beside a text: which picture of how many, when it was posted."""
LAST_DAY, FIRST_YEAR, LAST_YEAR = 31, 1900, 2100
"""Days of a month and years: where one stands against the other, one side leaves out the year."""
_PLACING = frozenset(("in", "at", "to", "from", "near"))
"""Words before a place."""


def replaced_number(pair: Pair) -> list[Reason]:
    """A number that stands in the same words as another one on the other side."""
    claim = _aligned(pair.claim.quote)
    if not any(word[0] == "#" for word in claim) or coverage(pair) < SHARED_WORDS:
        return []
    if counted_apart(pair):
        return []
    passage = _aligned(pair.passage.quote)
    moved = _alike(claim, passage) < SAME_WORDS
    if moved and not same_bag(_masked(claim), _masked(passage)):
        return []
    names, others = pair.claim_words.names - NO_NAMES, pair.passage_words.names - NO_NAMES
    if names - others and others - names:
        return []  # in the same words of somebody else
    changed = [
        (a, b)
        for a, b in (_left_over if moved else _swapped)(claim, passage)
        if not (
            _day_and_year(a, b)
            or _other_tolls(pair, a, b)
            or _both_may_hold(pair, a, b)
            or _one_number(pair, a, b)
        )
    ]
    if changed and (said := another_predicate(pair)):
        text = f"the numbers are of different things: “{said[0]}”, “{said[1]}”"
        return [Reason("numbers of different things", text, APART, 2.0)]
    return [
        Reason("number replaced", f"{a} ≠ {b} in the same words", AGAINST, 3.0)
        for a, b in changed[:2]
    ]


def replaced_word(pair: Pair) -> list[Reason]:
    """A month, a weekday, a place in a row, an opposite that stands in the same words as
    another one of its kind on the other side."""
    claim, passage = pair.claim_words.words[:LONGEST], pair.passage_words.words[:LONGEST]
    if coverage(pair) < SHARED_WORDS or (pair.claim.figures and counted_apart(pair)):
        return []
    moved = not alike_words(claim, passage, SAME_WORDS)
    if moved and not same_bag(claim, passage):
        return []
    found = [
        (kind, a, b)
        for a, b in (_words_left_over if moved else _swapped_words)(claim, passage)
        if (kind := kind_of(a, b)) and not (kind in CALENDAR and _one_day(pair))
    ]
    return [
        Reason("word replaced", f"another {kind} in the same words: “{a}”, “{b}”", AGAINST, 2.6)
        for kind, a, b in found[:2]
    ]


def replaced_place(pair: Pair) -> list[Reason]:
    """Another place named last in the same words: "The talks will be held in Geneva".

    What stands before a place may be another thing of its kind, as two fires are, so it
    has to be one thing: a name on both sides, or something that "the" tells apart.
    """
    claim, passage = pair.claim_words, pair.passage_words
    one_thing = claim.words[:1] == ("the",) or (claim.names & passage.names) - NO_NAMES
    if not one_thing or not alike_words(claim.words, passage.words, SAME_WORDS):
        return []
    for a, b in _last_places(claim.tokens[:LONGEST], passage.tokens[:LONGEST]):
        if NO_NAMES.isdisjoint({name_key(fold_word(a)), name_key(fold_word(b))}):
            return [
                Reason("place replaced", f"another place in the same words: {a}, {b}", AGAINST, 1.8)
            ]
    return []


def _last_places(claim: Sequence[str], passage: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names after "in" and the like, in the second half of the words, that were exchanged."""
    for block in Levenshtein.opcodes(claim, passage):
        a, b = claim[block.src_start : block.src_end], passage[block.dest_start : block.dest_end]
        before = claim[max(0, block.src_start - 1) : block.src_start]
        late = 2 * block.src_start >= len(claim)
        named = len(a) == len(b) == 1 and a[0][0].isupper() and b[0][0].isupper()
        if block.tag == "replace" and named and late and set(before) & _PLACING:
            yield a[0], b[0]


def _swapped_words(claim: Sequence[str], passage: Sequence[str]) -> Iterator[tuple[str, str]]:
    for block in Levenshtein.opcodes(claim, passage):
        if block.tag == "replace":
            yield from zip(
                claim[block.src_start : block.src_end],
                passage[block.dest_start : block.dest_end],
                strict=False,
            )


def _words_left_over(claim: Sequence[str], passage: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word of one side with each of the other that the first lacks: few, in the same words."""
    ones, others = Counter(claim), Counter(passage)
    yield from product(ones - others, others - ones)


def _one_day(pair: Pair) -> bool:
    """Whether both sides place something on one and the same day, however they call it."""
    return any(reason.side == FOR for reason in date_reasons(pair))


def _day_and_year(a: str, b: str) -> bool:
    """Whether one is a day of a month and the other a year: one side only leaves it out."""
    low, high = sorted((float(a), float(b)))
    return low <= LAST_DAY and FIRST_YEAR <= high <= LAST_YEAR


def _both_may_hold(pair: Pair, a: str, b: str) -> bool:
    """Whether two numbers stand in figures whose bounds meet, or that time explains."""
    ones, others = _figures_of(pair.claim, a), _figures_of(pair.passage, b)
    return any(_may_hold(pair, one, other) for one in ones for other in others)


def _other_tolls(pair: Pair, a: str, b: str) -> bool:
    """Whether one number is of people killed, say, and the other of people wounded, or
    one of everybody and the other of the children among them."""
    ones, others = _figures_of(pair.claim, a), _figures_of(pair.passage, b)
    tolls = [(x, y) for x in ones for y in others if x.of in TOLLS and y.of in TOLLS]
    return bool(tolls) and all(x.of != y.of or of_a_group(x, y) for x, y in tolls)


def _one_number(pair: Pair, a: str, b: str) -> bool:
    """Whether both numbers are parts of figures that may be one: half a million, 500,000."""
    return any(
        compatible(one, in_unit_of(other, one))
        and (one.low == one.high or other.low == other.high or not _same_bound(one, other))
        and dimension(one) == dimension(other)
        and "#" + a in valued(one.text) and "#" + b in valued(other.text)
        for one in pair.claim.figures for other in pair.passage.figures
    )  # fmt: skip


def _figures_of(side: Bearing, number: str) -> list[Figure]:
    return [f for f in side.figures if number_term(number_of(f)) == number]


def _may_hold(pair: Pair, one: Figure, other: Figure) -> bool:
    if one.unit != other.unit:
        return dimension(one) == dimension(other) and compatible(one, in_unit_of(other, one))
    return same_thing(one, other) and (
        revision(pair, one, other) or (compatible(one, other) and not _same_bound(one, other))
    )


def _same_bound(one: Figure, other: Figure) -> bool:
    """Whether both are "at least" (or both "up to"): in the same words, one was changed."""
    return (one.low is None) == (other.low is None) and (one.high is None) == (other.high is None)


@lru_cache(maxsize=1024)
def _aligned(text: str) -> tuple[str, ...]:
    return tuple(valued(_NO_CLAIM.sub(" ", text[:LONGEST_TEXT]))[:LONGEST])


def _alike(claim: Sequence[str], passage: Sequence[str]) -> float:
    """Share of the words that agree in order, all numbers taken for one."""
    masked = _masked(claim), _masked(passage)
    return Levenshtein.normalized_similarity(*masked)


def _masked(words: Sequence[str]) -> list[str]:
    return ["#" if word[0] == "#" else word for word in words]


def _left_over(claim: Sequence[str], passage: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The one number of each side that the other lacks, where the words stand in another order."""
    ones, others = (Counter(w for w in side if w[0] == "#") for side in (claim, passage))
    mine, theirs = list((ones - others).elements()), list((others - ones).elements())
    if len(mine) == len(theirs) == 1:
        yield mine[0][1:], theirs[0][1:]


def _swapped(claim: Sequence[str], passage: Sequence[str]) -> Iterator[tuple[str, str]]:
    masked = _masked(claim), _masked(passage)
    for block in Levenshtein.opcodes(*masked):
        if block.tag != "equal":
            continue
        for a, b in zip(
            claim[block.src_start : block.src_end],
            passage[block.dest_start : block.dest_end],
            strict=True,
        ):
            if a != b:
                yield a[1:], b[1:]
