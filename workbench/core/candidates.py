"""Candidates: the passages that bear on a claim, best first, with reasons.

An engine returns about two hundred hits by words alone. Every one of them is
weighed by cheap features; the best are then compared slot by slot.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.bearings import Bearing, bearing
from workbench.core.hits import Hit, PassageQuery, QueryTerm
from workbench.core.independence import groups, same_text, shingles
from workbench.core.ranking import rank, without_byline
from workbench.core.relations import Comparison, compare
from workbench.core.slots.reasons import AGAINST, FOR
from workbench.core.terms import keys, words

__all__ = ["Bearing", "Candidate", "bearing", "query_for", "rerank"]

MOST_TERMS = 48
"""Terms of a query; a longer text is asked for by the words it uses most."""
LONGEST_QUERY = 20_000
"""Characters of a text that a query is made from."""
KEY_WEIGHT = 0.15
"""Weight of a name or state key beside a word, fitted on the training queries."""
ASIDE_WEIGHT = 0.5
"""Weight of a word of a post's signature or of a web address."""
COMPARED = 30
"""Hits that are compared slot by slot."""
SLOT_BONUS = 0.06
"""What a point of log-odds in the slots adds to the rank, whichever the side."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage proposed for a claim.

    `score` is 0–100, `confidence` that of the relation, 0–1. `reasons` are plain
    words. `group` names the independence group; `independent` is false where the
    passage is of the claim's own article, repeats its text or has its source.
    """

    article: str
    start: int
    end: int
    quote: str
    score: float
    relation: str
    confidence: float
    reasons: tuple[str, ...]
    independent: bool
    group: str


def query_for(claim: Bearing | str) -> PassageQuery:
    """The terms to ask an engine for; none where the text has only stop words."""
    text = claim if isinstance(claim, str) else claim.quote
    body, byline = without_byline(text[:LONGEST_QUERY])
    counted = Counter(words(body))
    common = [word for word, _ in counted.most_common(MOST_TERMS)]
    names = list(dict.fromkeys(keys(body)))[: MOST_TERMS // 2]
    aside = [word for word in dict.fromkeys(words(byline)) if word not in counted]
    return PassageQuery(
        tuple(QueryTerm("words", word) for word in common)
        + tuple(QueryTerm("words", word, ASIDE_WEIGHT) for word in aside[:MOST_TERMS])
        + tuple(QueryTerm("keys", name, KEY_WEIGHT) for name in names)
    )


def rerank(
    claim: Bearing, hits: Sequence[Hit], top: int = 10, exclude_self: bool = True
) -> list[Candidate]:
    """The best `top` of an engine's hits, compared with the claim; best first.

    The claim's own passage (any that overlaps it in its own article) is left out
    unless `exclude_self` is false.
    """
    others = [hit for hit in hits if not (exclude_self and _is_self(claim, hit))]
    ranked = rank(claim, others)[: max(COMPARED, top)]
    compared = [(score, hit, compare(claim, _side(hit))) for score, hit in ranked]
    weighed = [(_final(score, c), hit, c) for score, hit, c in compared]
    weighed.sort(key=lambda found: -found[0])
    return _candidates(claim, weighed[:top])


def _is_self(claim: Bearing, hit: Hit) -> bool:
    return (
        bool(claim.article)
        and hit.article == claim.article
        and hit.start < claim.end
        and claim.start < hit.end
    )


def _side(hit: Hit) -> Bearing:
    return bearing(
        hit.quote,
        article=hit.article,
        start=hit.start,
        published=hit.published,
        publisher=hit.publisher,
        title=hit.title,
    )


def _final(score: float, comparison: Comparison) -> float:
    pull = sum(r.weight for r in comparison.reasons if r.side in (FOR, AGAINST))
    return score + SLOT_BONUS * min(pull, 4.0)


def _candidates(
    claim: Bearing, weighed: Sequence[tuple[float, Hit, Comparison]]
) -> list[Candidate]:
    own = shingles(claim.quote)
    numbers = groups([hit.quote for _, hit, _ in weighed], [""] * len(weighed))
    found = []
    for (score, hit, comparison), number in zip(weighed, numbers, strict=True):
        copy = same_text(own, shingles(hit.quote))
        reasons = [r.text for r in comparison.reasons]
        if copy:
            reasons.append("near-duplicate text: one source, not two")
        leader = weighed[number][1]
        found.append(
            Candidate(
                article=hit.article,
                start=hit.start,
                end=hit.end,
                quote=hit.quote,
                score=round(max(0.0, min(100.0, 100 * score)), 1),
                relation=comparison.relation,
                confidence=comparison.confidence,
                reasons=tuple(reasons),
                independent=not copy and (not claim.article or hit.article != claim.article),
                group="claim" if copy else f"{leader.article}:{leader.start}-{leader.end}",
            )
        )
    return found
