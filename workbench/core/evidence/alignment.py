"""Finding a passage again in a text that may have been edited.

All texts here are folded (see `text.fold`). The region of a passage is found by
partial matching; its exact ends by approximate word matching (P. H. Sellers, "The
theory and computation of evolutionary distances", J. Algorithms 1, 1980), in
which the text may begin and end anywhere at no cost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

LONGEST_NEEDLE = 1500
"""Characters of a passage that are compared; partial matching is quadratic."""
LONGEST_PROBE = 300
"""Characters of its beginning by which the region of a passage is found."""
MOST_PLACES = 40
"""Places at which one passage is looked for."""
SUPPORTED = 0.8
"""Likeness (0 to 1) from which what stands on one side counts as the same."""
SHARE_OF_MARGIN = 0.5
"""Share of a passage's length by which it may have grown on either side."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|[^\s]")

_DECIMAL = re.compile(r"\d[.,]\d")

_OMIT = 1.1
_ADD = 1.0
_REPLACE = 0.6

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage may stand: a span of the folded text, likeness 0 to 100."""

    start: int
    end: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A place and how well its surroundings fit on either side (0 to 1)."""

    place: Place
    before: float
    after: float

    @property
    def sides(self) -> int:
        return (self.before >= SUPPORTED) + (self.after >= SUPPORTED)

    @property
    def surroundings(self) -> float:
        return self.before + self.after


@dataclass(frozen=True, slots=True)
class DiffOp:
    """A step of a word diff: `kind` is equal, delete, insert or replace."""

    kind: str
    old: str
    new: str


def exact_places(needle: str, text: str) -> list[Span]:
    """All places (up to MOST_PLACES + 1) at which the needle stands word for word."""
    found: list[Span] = []
    at = text.find(needle)
    while at >= 0 and len(found) <= MOST_PLACES:
        if _at_word_ends(text, at, at + len(needle)):
            found.append((at, at + len(needle)))
        at = text.find(needle, at + max(1, len(needle)))
    return found


def _at_word_ends(text: str, start: int, end: int) -> bool:
    """Whether a span cuts no word or number in two at its ends."""
    return not (_cuts(text, start) or _cuts(text, end))


def _cuts(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    if text[at - 1].isalnum() and text[at].isalnum():
        return True
    return bool(_DECIMAL.search(text[max(0, at - 2) : at + 2]))


def similar_places(needle: str, text: str, wanted: int, floor: float) -> list[Place]:
    """The places most like the needle, at least `floor`, most alike first; no overlaps."""
    needle = needle[:LONGEST_NEEDLE]
    probe = needle[:LONGEST_PROBE]
    found: list[Place] = []
    rest = text
    for _ in range(wanted):
        region = fuzz.partial_ratio_alignment(probe, rest, score_cutoff=max(1.0, floor - 15))
        if region is None or region.dest_end <= region.dest_start:
            break
        end = max(region.dest_end, region.dest_start + len(needle))
        place = refined(needle, text, (region.dest_start, min(end, len(text))))
        if place.likeness >= floor and not any(_overlap(place, other) for other in found):
            found.append(place)
        rest = _blanked(rest, region.dest_start, region.dest_end)
    return sorted(found, key=lambda place: -place.likeness)


def _overlap(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "\0" * (end - start) + text[end:]


def refined(needle: str, text: str, region: Span) -> Place:
    """The span of words in and around a region that is closest to the needle."""
    margin = int(len(needle) * SHARE_OF_MARGIN) + 20
    left = max(0, region[0] - margin)
    stretch = text[left : region[1] + margin]
    words = list(_WORD.finditer(stretch))
    wanted = _WORD.findall(needle)
    if not words or not wanted:
        return Place(region[0], region[1], fuzz.ratio(needle, text[region[0] : region[1]]))
    first, last = _closest([word[0] for word in words], wanted)
    start, end = left + words[first].start(), left + words[last].end()
    return Place(start, end, fuzz.ratio(needle, text[start:end]))


def _closest(words: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """First and last index of the words that are cheapest to turn into `wanted`.

    Of equally cheap ends the first is taken.
    """
    costs = [0.0] * (len(words) + 1)
    starts = list(range(len(words) + 1))
    for target in wanted:
        swaps = {word: _swap(word, target) for word in set(words)}
        row, origin = [costs[0] + _OMIT], [starts[0]]
        for i, word in enumerate(words):
            cost, start = costs[i] + swaps[word], starts[i]
            if costs[i + 1] + _OMIT < cost:
                cost, start = costs[i + 1] + _OMIT, starts[i + 1]
            if row[i] + _ADD < cost:
                cost, start = row[i] + _ADD, origin[i]
            row.append(cost)
            origin.append(start)
        costs, starts = row, origin
    end = min(range(1, len(costs)), key=costs.__getitem__)
    return min(starts[end], end - 1), end - 1


def _swap(word: str, target: str) -> float:
    if word == target:
        return 0.0
    return _REPLACE * (2 - Indel.normalized_similarity(word[:40], target[:40]))


def word_diff(old: str, new: str) -> tuple[DiffOp, ...]:
    """How one text becomes the other, in whole words with the space after them.

    The `old` parts put together are the old text, the `new` parts the new one.
    """
    olds, news = _pieces(old), _pieces(new)
    ops = Indel.opcodes([piece.rstrip() for piece in olds], [piece.rstrip() for piece in news])
    found: list[DiffOp] = []
    for op in ops:
        before, after = (
            "".join(olds[op.src_start : op.src_end]),
            "".join(news[op.dest_start : op.dest_end]),
        )
        if found and {op.tag, found[-1].kind} <= {"delete", "insert", "replace"}:
            last = found.pop()
            before, after = last.old + before, last.new + after
        found.append(DiffOp(_kind(before, after, op.tag), before, after))
    return tuple(found)


def _kind(before: str, after: str, tag: str) -> str:
    if tag == "equal":
        return "equal"
    return "replace" if before and after else "delete" if before else "insert"


def _pieces(text: str) -> list[str]:
    starts = [0, *(word.start() for word in _WORD.finditer(text) if word.start())]
    return [text[a:b] for a, b in pairwise([*starts, len(text)])]


def between(prefix: str, suffix: str, text: str, longest: int) -> Iterator[Span]:
    """Stretches of up to `longest` characters between the prefix and the suffix."""
    start = text.find(prefix) + len(prefix) if prefix in text else -1
    for _ in range(MOST_PLACES):
        if start < 0:
            return
        end = text.find(suffix, start, start + longest + len(suffix))
        if end >= start:
            yield start, end
        following = text.find(prefix, start)
        start = following + len(prefix) if following >= 0 else -1


def likeness_outward(wanted: str, found: str) -> float:
    """Likeness (0 to 1) of two stretches that begin at the passage.

    Where the passage stood at an end of the text, it fits there, and half elsewhere.
    """
    if not wanted:
        return 0.5 if found else 1.0
    return max(fuzz.ratio(wanted, found[: len(wanted)]), fuzz.ratio(wanted, found)) / 100


def rank(fit: Fit) -> float:
    """Smaller is likelier: wording and surroundings put together."""
    return -(fit.place.likeness + 15 * fit.surroundings)
