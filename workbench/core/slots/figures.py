"""Figures of the claim against figures of the passage."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.core.signals.figures import Figure
from workbench.core.slots.reasons import AGAINST, APART, FOR, NOTE, Pair, Reason
from workbench.core.slots.synonyms import meaning
from workbench.core.slots.wording import coverage
from workbench.core.terms import fold_word, number_term, stem, valued, word_set

TOLLS = frozenset({"killed", "wounded", "missing", "captured", "displaced", "kidnapped"})
"""Human tolls: they grow as an event goes on, so a later report may give more."""
ROUNDING = 0.1
"""Share by which an approximate figure may miss another one."""
FAR = 3.0
"""Times that a figure may exceed an open bound and still be called the same toll."""
SAME_WORDS = 0.7
"""Share of the words that two texts share for a number to count as replaced."""
SHARED_WORDS = 0.5
"""Share of the claim's content below which the words need not be aligned."""
LONGEST = 120
"""Words of each text that are aligned."""
LONGEST_TEXT = 2000
"""Characters of each text that are read for it."""
LATER = 45
"""Days within which a later report's higher toll is a revision of the same event's."""

_PARTIAL = word_set("another other others more additional further including among whom them extra")


def figure_reasons(pair: Pair) -> list[Reason]:
    """What the figures of both sides say to each other, thing by thing."""
    reasons: list[Reason] = []
    passage = [f for f in pair.passage.figures if not f.incidental]
    for figure in pair.claim.figures:
        if figure.incidental:
            continue
        same = [other for other in passage if same_thing(figure, other)]
        if same:
            reasons.append(_best(pair, figure, same))
        elif other := next((f for f in passage if equal(figure, f)), None):
            reasons.append(_another_thing(figure, other))
    return reasons


def same_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing in the same unit."""
    if bool(_percent(one)) != bool(_percent(other)):
        return False
    if one.of in TOLLS or other.of in TOLLS:
        return one.of == other.of
    return bool(_thing(one) & _thing(other)) if one.of and other.of else False


def _percent(figure: Figure) -> bool:
    return "%" in figure.unit or "percent" in figure.unit


def _thing(figure: Figure) -> frozenset[str]:
    return frozenset(meaning(stem(fold_word(word))) for word in figure.of.split()[-1:])


def equal(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same number, whatever their bounds."""
    return _number(one) == _number(other)


def compatible(one: Figure, other: Figure) -> bool:
    """Whether some number fits both figures, rounding allowed where either is approximate."""
    if overlap(one, other):
        return True
    a, b = _number(one), _number(other)
    rough = one.approximate or other.approximate or one.low != one.high or other.low != other.high
    return rough and a > 0 and b > 0 and max(a, b) / min(a, b) <= 1 + ROUNDING


def overlap(one: Figure, other: Figure) -> bool:
    """Whether the bounds of two figures overlap; an open end runs on, but not beyond FAR times."""
    low = max(_low(one), _low(other))
    high = min(_high(one), _high(other))
    return low <= high


def _low(figure: Figure) -> float:
    if figure.low is not None:
        return figure.low
    return (figure.high or 0.0) / FAR


def _high(figure: Figure) -> float:
    if figure.high is not None:
        return figure.high
    return (figure.low or 0.0) * FAR


def _number(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0.0


def revision(pair: Pair, figure: Figure, other: Figure) -> bool:
    """Whether the later of two dated reports gives the higher toll."""
    first, second = pair.claim.published, pair.passage.published
    if figure.of not in TOLLS or first is None or second is None or first == second:
        return False
    later_is_higher = (second > first) == (_low(other) > _low(figure))
    return later_is_higher and days_apart(first, second) <= LATER


def days_apart(one: date, other: date) -> int:
    """Days between two dates."""
    return abs((one - other).days)


def _best(pair: Pair, figure: Figure, others: list[Figure]) -> Reason:
    """The closest of the passage's figures for the same thing decides."""
    for other in others:
        if figure.low == other.low and figure.high == other.high:
            return Reason("same figure", f"{figure.text} = {other.text}", FOR, 2.0)
    for other in others:
        if compatible(figure, other):
            text = f"{_said(figure)} ≈ {_said(other)}"
            return Reason("compatible figures", text, FOR, 1.6)
    nearest = min(others, key=lambda other: abs(_number(other) - _number(figure)))
    if revision(pair, figure, nearest):
        text = f"same event, later toll: {_said(figure)}, then {_said(nearest)}"
        return Reason("later toll", text, NOTE, 0.0)
    text = f"{_digits(figure)} ≠ {_digits(nearest)} {figure.of}"
    if _partial(pair, nearest):
        return Reason("part of a figure", f"{text}, but one may be part of the other", NOTE, 0.0)
    return Reason("figures exclude each other", text, AGAINST, 2.2)


def _another_thing(figure: Figure, other: Figure) -> Reason:
    text = f"same number of another thing: {_said(figure)}, {_said(other)}"
    return Reason("same number of another thing", text, APART, 0.5)


def _partial(pair: Pair, figure: Figure) -> bool:
    """Whether words around a figure say that it is a part of some whole, or comes on top."""
    start = figure.start - pair.passage.start
    around = pair.passage.quote[max(0, start - 25) : start + len(figure.text) + 15]
    return any(word in _PARTIAL for word in around.lower().replace(",", " ").split())


def _said(figure: Figure) -> str:
    return (
        figure.text
        if figure.of and figure.of in figure.text
        else f"{figure.text} {figure.of}".strip()
    )


def _digits(figure: Figure) -> str:
    low, high = figure.low, figure.high
    sign = "%" if _percent(figure) else ""
    if low is not None and high is not None:
        return f"{low:,g}{sign}" if low == high else f"{low:,g}–{high:,g}{sign}"
    return f"at least {low:,g}{sign}" if low is not None else f"at most {high or 0:,g}{sign}"


def replaced_number(pair: Pair) -> list[Reason]:
    """A number that stands in the same words as another one on the other side."""
    claim = _aligned(pair.claim.quote)
    if not any(word[0] == "#" for word in claim) or coverage(pair) < SHARED_WORDS:
        return []
    passage = _aligned(pair.passage.quote)
    if _alike(claim, passage) < SAME_WORDS:
        return []
    changed = [(a, b) for a, b in _swapped(claim, passage) if not _both_may_hold(pair, a, b)]
    return [
        Reason("number replaced", f"{a} ≠ {b} in the same words", AGAINST, 3.0)
        for a, b in changed[:2]
    ]


def _both_may_hold(pair: Pair, a: str, b: str) -> bool:
    """Whether two numbers stand in figures whose bounds meet, or that time explains."""
    ones = [f for f in pair.claim.figures if number_term(_number(f)) == a]
    others = [f for f in pair.passage.figures if number_term(_number(f)) == b]
    return any(
        same_thing(one, other)
        and (revision(pair, one, other) or (compatible(one, other) and not _same_bound(one, other)))
        for one in ones
        for other in others
    )


def _same_bound(one: Figure, other: Figure) -> bool:
    """Whether both are "at least" (or both "up to"): in the same words, one was changed."""
    return (one.low is None) == (other.low is None) and (one.high is None) == (other.high is None)


@lru_cache(maxsize=1024)
def _aligned(text: str) -> tuple[str, ...]:
    return tuple(valued(text[:LONGEST_TEXT])[:LONGEST])


def _alike(claim: Sequence[str], passage: Sequence[str]) -> float:
    """Share of the words that agree in order, all numbers taken for one."""
    masked = [["#" if w[0] == "#" else w for w in side] for side in (claim, passage)]
    return Levenshtein.normalized_similarity(*masked)


def _swapped(claim: Sequence[str], passage: Sequence[str]) -> Iterator[tuple[str, str]]:
    masked = [["#" if w[0] == "#" else w for w in side] for side in (claim, passage)]
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
