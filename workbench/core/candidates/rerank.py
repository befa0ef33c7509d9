"""Candidates: the passages that bear on a claim, best first, with reasons.

An engine returns about two hundred hits by words alone. Every one of them is
weighed by cheap features; the best are then compared slot by slot.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.core.candidates.hits import Hit, PassageQuery, QueryTerm
from workbench.core.candidates.ranking import RANKED, rank, without_byline
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.reasons import AGAINST, FOR
from workbench.core.compare.synonyms import synonyms
from workbench.core.decide.relation import CORROBORATES, SIDES, Comparison, Table, compare
from workbench.core.events.independence import copied, groups, source_key
from workbench.core.reading.codec import unpack
from workbench.core.reading.read import read_text
from workbench.core.reading.terms import keys, words

__all__ = ["Bearing", "Candidate", "depth", "query_for", "rerank", "side_of"]

MOST_TERMS = 48
"""Terms of a query; a longer text is asked for by the words it uses most."""
LONGEST_QUERY = 20_000
"""Characters of a text that a query is made from."""
KEY_WEIGHT = 0.15
"""Weight of a name or state key beside a word, fitted on the training queries."""
ASIDE_WEIGHT = 0.5
"""Weight of a word of a post's signature or of a web address."""
SYNONYM_WEIGHT = 0.2
"""Weight of a word that may stand for a word of the claim."""
AROUND_WEIGHT = 0.1
"""Weight of a word of the claimant's name or of the title of the claim's article."""
IN_ARTICLE = 200
"""Hits asked of the engine for a claim that stands in an article."""
LONGEST = 600
"""Characters of a title, or of a passage for its speaker, that are read."""
COMPARED, COMPARED_FREE = 40, 20
"""Hits that are compared slot by slot, for a claim and for a text that is none yet."""
BONUS_OF_SIDE = {FOR: 0.35, AGAINST: 0.09}
"""What a point of log-odds of a slot adds to the rank, by the side it speaks for."""
BONUS = {
    "denial": 0.07,
    "negated on one side": 0.35,
    "negated of another": 0.15,
    "omission": 0.4,
    "number replaced": 0.35,
    "figures exclude each other": 0.22,
    "negation in the same words": 0.35,
    **dict.fromkeys(
        ("same roles", "confirmed", "untrue on both sides", "untrue on one side", "negated first",
         "all of it untrue on one side", "another name in its place", "another word in its place",
         "another number in its place"), 0.0,
    ),
}  # fmt: skip
"""The same for single rules, where it differs."""
MOST_BONUS = 1.6
FREE_TEXT = 0.05
"""Share of the bonus for a text that stands in no article: it is no checked claim yet."""
STEP_BACK = 0.1
"""What each further passage of one article loses for such a text."""
WHOLE = 1.5
"""The rank that is shown as 100."""


BY_MEANING = 50
"""Hits that are put in a new order where an encoder tells how alike texts are."""
MEANING_WEIGHT = 2.0
"""Weight of the likeness in meaning beside the rank, fitted on the training queries."""

Alike = Callable[[str, Sequence[str]], Sequence[float]]
"""How alike a text is in meaning to each of several others, -1 to 1."""
Settled = Callable[[Hit, Comparison], Comparison]
"""What remains of a comparison once more is known of a hit than its words."""
Weighed = tuple[float, Hit, Comparison]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage proposed for a claim.

    `score` is 0–100, `confidence` that of the relation, 0–1. `reasons` are plain
    words. `group` names the independence group; `independent` is false where the
    passage is of the claim's own article, repeats its text or has its source. `copies` is
    how many more passages have the same text, and are not shown.
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
    copies: int = 0


def query_for(claim: Bearing | str) -> PassageQuery:
    """The terms to ask an engine for; none where the text has only stop words.

    Beside its own words a claim is asked for by their synonyms, by its claimant
    and by the title of its article, each at a lower weight.
    """
    text = claim if isinstance(claim, str) else claim.quote
    body, byline = without_byline(text[:LONGEST_QUERY])
    counted = Counter(words(body))
    if not counted:
        return PassageQuery()
    common = [word for word, _ in counted.most_common(MOST_TERMS)]
    weights = dict.fromkeys(common, 1.0)
    around = "" if isinstance(claim, str) else f"{claim.claimant} {claim.title[:LONGEST]}"
    for weight, more in (
        (ASIDE_WEIGHT, words(byline)),
        (AROUND_WEIGHT, words(around)),
        (SYNONYM_WEIGHT, [other for word in common for other in synonyms(word)]),
    ):
        for word in more[:MOST_TERMS]:
            weights.setdefault(word, weight)
    names = dict.fromkeys(keys(body))
    return PassageQuery(
        tuple(QueryTerm("words", word, weight) for word, weight in weights.items())
        + tuple(QueryTerm("keys", name, KEY_WEIGHT) for name in list(names)[: MOST_TERMS // 2]),
        article="" if isinstance(claim, str) else claim.article,
    )


def depth(claim: Bearing, top: int, by_meaning: bool = False) -> int:
    """How many hits of an engine count for the best `top` candidates of a claim or a text.

    Beyond RANKED only what stands in the claim's own article can still come up, or what
    an encoder finds alike.
    """
    return max(IN_ARTICLE if claim.article else RANKED, top, BY_MEANING if by_meaning else 0)


def rerank(
    claim: Bearing,
    hits: Sequence[Hit],
    top: int = 10,
    exclude_self: bool = True,
    alike: Alike | None = None,
    fold: bool = False,
    *,
    settled: Settled | None = None,
    others: bool = False,
    by: Table | None = None,
) -> list[Candidate]:
    """The best `top` of an engine's hits, compared with the claim; best first.

    The claim's own passage (any that overlaps it in its own article) is left out
    unless `exclude_self` is false. `alike` tells how alike texts are in meaning, and
    puts the first BY_MEANING in a new order before they are compared. With `fold` each text
    stands once, its copies counted; a list that unfolds them itself wants them all. `settled`
    has the last word on a relation, before any place is given by it. With `others` only
    independent candidates are given. `by` are weights that a desk has learnt.
    """
    beside = [hit for hit in hits if not (exclude_self and _is_self(claim, hit))]
    compared = COMPARED if claim.article else COMPARED_FREE
    ranked = rank(claim, beside, max(top, BY_MEANING) if alike else top)
    if alike:
        ranked = _by_meaning(claim, ranked, alike)
    ranked = ranked[: max(compared, top)]
    last = settled or (lambda _, comparison: comparison)
    sides = [(score, hit, last(hit, compare(claim, side_of(hit), by=by))) for score, hit in ranked]
    share = 1.0 if claim.article else FREE_TEXT
    weighed = [(score + share * _bonus(c), hit, c) for score, hit, c in sides]
    weighed.sort(key=lambda found: -found[0])
    if not claim.article:
        weighed = _spread(weighed)
    if others:
        weighed = [found for found in weighed if _independent(claim, found)]
    folded, copies = _folded(weighed) if fold else (list(weighed), Counter())
    return _candidates(claim, _both_sides(folded, top), copies)


def _folded(weighed: Sequence[Weighed]) -> tuple[list[Weighed], Counter[tuple[str, int]]]:
    """Each text once, and how many copies of it there are, by (article, start): a list full of
    copies of one report shows nothing else."""
    leaders = groups([hit.quote for _, hit, _ in weighed], [""] * len(weighed))
    copies = Counter((weighed[i][1].article, weighed[i][1].start) for i in leaders)
    folded = [found for i, found in enumerate(weighed) if leaders[i] == i]
    return folded, copies


def _both_sides(weighed: list[Weighed], top: int) -> list[Weighed]:
    """The first `top`; where something was found for the claim or against it and none of it is
    among them, the first of it takes the place of the last that is not alone of its side."""
    first = weighed[:top]
    for side in SIDES if len(first) > 1 else ():
        later = (found for found in weighed[top:] if found[2].relation == side)
        if all(c.relation != side for _, _, c in first) and (found := next(later, None)):
            gone = _last_to_spare(first)
            first = [*first[:gone], *first[gone + 1 :], found]
    return first


def _last_to_spare(first: Sequence[Weighed]) -> int:
    """The place of the last candidate that is context, or one of several of its side."""
    count = Counter(c.relation for _, _, c in first)
    spare = (
        place
        for place in reversed(range(len(first)))
        if (relation := first[place][2].relation) not in SIDES or count[relation] > 1
    )
    return next(spare, len(first) - 1)


def _by_meaning(
    claim: Bearing, ranked: Sequence[tuple[float, Hit]], alike: Alike
) -> list[tuple[float, Hit]]:
    """The first BY_MEANING in the order that their likeness in meaning gives them."""
    first = ranked[:BY_MEANING]
    likeness = alike(claim.quote, [hit.quote for _, hit in first])
    both = zip(first, likeness, strict=True)
    share = 1 / (1 + MEANING_WEIGHT)
    new = [(share * (score + MEANING_WEIGHT * near), hit) for (score, hit), near in both]
    rest = [(share * score, hit) for score, hit in ranked[BY_MEANING:]]
    return [*sorted(new, key=lambda found: -found[0]), *rest]


def _is_self(claim: Bearing, hit: Hit) -> bool:
    return _own_article(claim, hit) and hit.start < claim.end and claim.start < hit.end


def side_of(hit: Hit) -> Bearing:
    """A hit as a side of a comparison: as it was read at import, or else by itself."""
    if hit.reading:
        reading = unpack(hit.reading, hit.start, hit.end, hit.quote)
    else:
        reading = read_text(hit.quote, hit.published, hit.start)
    return Bearing(hit.article, reading, hit.published, hit.publisher, hit.title)


def _bonus(comparison: Comparison) -> float:
    """What the slots add to a hit's rank: what bears on the claim comes up."""
    pull = sum(
        BONUS.get(reason.rule, BONUS_OF_SIDE.get(reason.side, 0.0)) * reason.weight
        for reason in comparison.reasons
    )
    return min(pull, MOST_BONUS)


def _spread(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Let no article crowd out the others: each further passage of one steps back."""
    seen: Counter[str] = Counter()
    spread: list[Weighed] = []
    for score, hit, comparison in weighed:
        spread.append((score - STEP_BACK * seen[hit.article], hit, comparison))
        seen[hit.article] += 1
    return sorted(spread, key=lambda found: -found[0])


def _candidates(
    claim: Bearing, weighed: Sequence[Weighed], copies: Counter[tuple[str, int]]
) -> list[Candidate]:
    sources = _sources(weighed, bool(source_key(claim.claimant)))
    leaders = groups([hit.quote for _, hit, _ in weighed], sources)
    found = []
    for (score, hit, comparison), source, leader in zip(weighed, sources, leaders, strict=True):
        copy = copied(claim.quote, hit.quote)
        shared = _same_source(claim, source)
        first = weighed[leader][1]
        found.append(
            Candidate(
                article=hit.article,
                start=hit.start,
                end=hit.end,
                quote=hit.quote,
                score=round(max(0.0, min(100.0, 100 * score / WHOLE)), 1),
                relation=comparison.relation,
                confidence=comparison.confidence,
                reasons=(*(r.text for r in comparison.reasons), *_ties(copy, shared, source)),
                independent=not copy and not shared and not _own_article(claim, hit),
                copies=max(0, copies[hit.article, hit.start] - 1),
                group="claim" if copy or shared else f"{first.article}:{first.start}-{first.end}",
            )
        )
    return found


def _sources(weighed: Sequence[Weighed], own: bool) -> list[str]:
    """Who says it, looked for only where it counts: where several corroborate, or the
    claim has a source of its own."""
    says = [comparison.relation == CORROBORATES for _, _, comparison in weighed]
    counts = own or sum(says) > 1
    return [
        _source(hit) if counts and yes else ""
        for (_, hit, _), yes in zip(weighed, says, strict=True)
    ]


def _source(hit: Hit) -> str:
    return side_of(hit).claimant


def _same_source(claim: Bearing, source: str) -> bool:
    return bool(source) and source_key(source) == source_key(claim.claimant) != ""


def _independent(claim: Bearing, found: Weighed) -> bool:
    """Whether a hit stands in another article, in other words, and from another source."""
    _, hit, comparison = found
    if _own_article(claim, hit) or copied(claim.quote, hit.quote):
        return False
    says = comparison.relation == CORROBORATES
    return not (says and source_key(claim.claimant) and _same_source(claim, _source(hit)))


def _ties(copy: bool, shared: bool, source: str) -> Iterator[str]:
    if copy:
        yield "near-duplicate text: one source, not two"
    if shared:
        yield f"the same source on both sides: {source}"


def _own_article(claim: Bearing, hit: Hit) -> bool:
    return bool(claim.article) and hit.article == claim.article
