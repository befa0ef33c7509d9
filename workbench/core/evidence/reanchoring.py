"""Finding an anchored passage again in a later revision of its article.

When an article comes in again with another text, the passage is looked for by its
words; where it stood in its surroundings decides between several places. A place is
given only if it is that of the passage beyond reasonable doubt: otherwise a person
has to look.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from workbench.core.evidence.alignment import (
    LONGEST_NEEDLE,
    DiffOp,
    Fit,
    Place,
    Span,
    between,
    exact_places,
    likeness_outward,
    rank,
    similar_places,
    word_diff,
)
from workbench.core.evidence.anchors import CONTEXT, Anchor, text_hash
from workbench.core.evidence.facts import difference
from workbench.core.text.articles import Article
from workbench.core.text.folding import Folded, fold

LIKENESS_FLOORS = (90.0, 65.0, 60.0)
"""Likeness (0 to 100) that an edited passage needs where its surroundings support
it on neither side (and then only beside the older text, which tells that no other
sentence is meant), on one side, on both."""
SHORTEST_UNSUPPORTED = 40
"""Characters that an edited passage needs to be taken up without its surroundings."""
SHORTEST_ALONE = (60, 20, 0)
"""Characters that unchanged words need to be found without the older text, where
their surroundings support them on neither side, on one side, on both."""
CLEAR_LEAD = 0.5
"""By how much (of 0 to 2) surroundings have to fit better to decide between places."""
CLEAR_LIKENESS = 8.0
"""By how much an edited passage has to be more alike than the next best place."""


@dataclass(frozen=True, slots=True)
class Reanchored:
    """What became of an anchored passage in another revision.

    `state` is "same" (same words, same offsets), "moved" (same words, other
    offsets), "changed" (other words, same facts as far as can be told), "facts
    differ" (numbers, negation, names or dates are not the same), "ambiguous"
    (several places fit; none is chosen) or "orphaned". `start`, `end` and `quote`
    are those of the new revision, None and empty where no place is given. `reason`
    says why in words; `diff` leads from the old quote to the new one.
    """

    state: str
    start: int | None
    end: int | None
    quote: str
    reason: str
    diff: tuple[DiffOp, ...] = ()


def reanchor(anchor: Anchor, article: Article, before: Article | None = None) -> Reanchored:
    """Find an anchored passage in a later revision of its article.

    `before` is the revision that the anchor was made in, where it is at hand: with
    it, a sentence that stood in the article twice is told from one that moved.
    """
    stands = article.text[anchor.start : anchor.end] == anchor.quote
    if stands and anchor.sha256 == text_hash(article.text):
        return _unchanged(anchor, article, anchor.start, anchor.end, "the text is the same")
    search = _Search(anchor, article, before)
    exact = [search.fit(Place(a, b, 100.0)) for a, b in search.exact()]
    whole = [fit for fit in exact if fit.sides == 2]
    if len(whole) == 1:
        return search.found(whole[0], "in the same surroundings")
    if len(whole) > 1:
        return _nowhere("ambiguous", f"it stands in {len(whole)} places that look the same")
    edited = search.edited()
    return search.chosen(exact, edited) if exact else search.likeliest(edited)


def _unchanged(anchor: Anchor, article: Article, start: int, end: int, reason: str) -> Reanchored:
    quote = article.text[start:end]
    state = "same" if (start, end) == (anchor.start, anchor.end) else "moved"
    typography = "" if quote == anchor.quote else ", with other typography"
    return Reanchored(state, start, end, quote, reason + typography)


def _nowhere(state: str, reason: str) -> Reanchored:
    return Reanchored(state, None, None, "", reason)


class _Search:
    """One search for one anchor, on folded texts."""

    def __init__(self, anchor: Anchor, article: Article, before: Article | None) -> None:
        self.anchor = anchor
        self.article = article
        self.folded: Folded = fold(article.text)
        self.needle = fold(anchor.quote).text.strip()
        self.prefix = fold(anchor.prefix).text.strip()
        self.suffix = fold(anchor.suffix).text.strip()
        self.older: Folded | None = fold(before.text) if before else None

    def exact(self) -> list[Span]:
        return exact_places(self.needle, self.folded.text) if self.needle else []

    def fit(self, place: Place) -> Fit:
        """How well what stands around a place is what stood around the passage."""
        text, room = self.folded.text, CONTEXT + 2
        left = text[max(0, place.start - room) : place.start].strip()
        right = text[place.end : place.end + room].strip()
        return Fit(
            place,
            likeness_outward(self.prefix[::-1], left[::-1]),
            likeness_outward(self.suffix, right),
        )

    def edited(self) -> list[Fit]:
        """Places where the passage may stand in other words, the likeliest first."""
        if not self.needle:
            return []
        text = self.folded.text
        places = similar_places(self.needle, text, 4, LIKENESS_FLOORS[2])
        places += self._in_surroundings()
        fits: list[Fit] = []
        for fit in sorted(map(self.fit, places), key=rank):
            span = fit.place
            overlaps = any(
                span.start < other.place.end and other.place.start < span.end for other in fits
            )
            if not overlaps and self._acceptable(fit):
                fits.append(fit)
        return fits

    def _in_surroundings(self) -> list[Place]:
        if not (self.prefix and self.suffix):
            return []
        text = self.folded.text
        found = []
        longest = 2 * min(len(self.needle), LONGEST_NEEDLE) + 200
        for start, end in between(self.prefix, self.suffix, text, longest):
            stretch = text[start:end]
            left = start + len(stretch) - len(stretch.lstrip())
            stretch = stretch.strip()
            if stretch and self.needle not in stretch:
                likeness = fuzz.ratio(self.needle[:LONGEST_NEEDLE], stretch[:LONGEST_NEEDLE])
                found.append(Place(left, left + len(stretch), likeness))
        return found

    def _acceptable(self, fit: Fit) -> bool:
        place = fit.place
        text = self.folded.text[place.start : place.end]
        if self.needle in text or place.likeness < LIKENESS_FLOORS[fit.sides]:
            return False
        if fit.sides == 0 and (len(self.needle) < SHORTEST_UNSUPPORTED or not self.older):
            return False
        return fit.sides == 2 or not self._is_another(text, place.likeness)

    def _is_another(self, text: str, likeness: float) -> bool:
        """Whether the older text has, in another place, a passage that is more like it."""
        if self.older is None:
            return False
        start, end = self.older.at(self.anchor.start), self.older.at(self.anchor.end)
        return any(
            place.likeness >= likeness and not (place.start < end and start < place.end)
            for place in similar_places(text, self.older.text, 2, likeness)
        )

    def chosen(self, exact: Sequence[Fit], edited: Sequence[Fit]) -> Reanchored:
        """Decide between places that have the words but not the whole surroundings,
        and places that have the surroundings but not all of the words."""
        ranked = sorted(exact, key=lambda fit: -fit.surroundings)
        best = ranked[0]
        if rivals := [fit for fit in edited if fit.sides and fit.surroundings > best.surroundings]:
            clear = rivals[0].surroundings - best.surroundings >= CLEAR_LEAD
            alike = rivals[0].place.likeness >= LIKENESS_FLOORS[0]
            if len(rivals) > 1 or not clear or not alike:
                return _nowhere("ambiguous", "its words and its surroundings stand apart")
            return self.altered(rivals[0], "; the old words stand elsewhere in the article")
        lead = best.surroundings - (ranked[1].surroundings if len(ranked) > 1 else 0.0)
        if len(ranked) > 1 and (lead < CLEAR_LEAD or not best.sides):
            return _nowhere("ambiguous", f"it stands in {len(ranked)} places")
        if self.older and len(exact_places(self.needle, self.older.text)) > 1:
            return _nowhere("ambiguous", "it stood in several places, and one of them is left")
        if not self.older and len(self.needle) < SHORTEST_ALONE[best.sides]:
            return _nowhere("ambiguous", "these few words stand in quite other surroundings")
        return self.found(best, "in other surroundings")

    def likeliest(self, edited: Sequence[Fit]) -> Reanchored:
        """Take the likeliest edited place, if it is clearly that."""
        if not edited:
            return _nowhere("orphaned", "the passage does not stand in the article any more")
        if len(edited) > 1 and rank(edited[1]) - rank(edited[0]) < CLEAR_LIKENESS:
            return _nowhere("ambiguous", f"{len(edited)} places are about as much like it")
        return self.altered(edited[0], "")

    def found(self, fit: Fit, reason: str) -> Reanchored:
        start, end = self._span(fit.place)
        return _unchanged(self.anchor, self.article, start, end, f"the same words, {reason}")

    def altered(self, fit: Fit, note: str) -> Reanchored:
        start, end = self._span(fit.place)
        quote = self.article.text[start:end]
        facts = difference(self.anchor.quote, quote)
        diff = word_diff(self.anchor.quote, quote)
        if facts:
            return Reanchored("facts differ", start, end, quote, facts + note, diff)
        reason = f"{fit.place.likeness:.0f}% of the wording is the same{note}"
        return Reanchored("changed", start, end, quote, reason, diff)

    def _span(self, place: Place) -> Span:
        return self.folded.span(place.start, place.end)
