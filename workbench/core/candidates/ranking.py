"""Ranking: cheap features that put an engine's hits into our own order.

The weights were fitted by logistic regression: those of the words on the training
part of the CheckThat! 2020 claim retrieval data (posts against fact-checked
claims), the rest on links that a reviewer made within and between news articles. How
rare a word is, is read off the hits themselves, so that the order is the same
on every engine: a word that most hits have says little.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from workbench.core.candidates.hits import OWN_ARTICLE, Hit
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.synonyms import meaning
from workbench.core.reading.terms import keys, words

LONGEST = 1000
"""Characters of a text that are read: a query costs the same whatever a passage's length."""

WEIGHTS: dict[str, float] = {
    "engine": 0.80,
    "covered": 0.05,
    "pairs": 0.15,
    "near": 0.60,
    "states": 0.17,
    "short": -0.25,
}
"""Feature → weight; the features are 0–1."""
NEIGHBOURHOOD = 700
"""Characters over which nearness in the claim's own article falls to a third."""
SHORT = 40
"""Characters below which a passage is a fragment or a heading."""
RANKED = 40
"""Hits of the engine that are weighed at least."""
NEARBY = 0.1
"""Nearness from which a later hit is weighed too."""
CORPUS = 10_000
"""Hits among which a word's rarity is reckoned: more than an engine returns, so that
a word which all hits share still counts for something."""

_ASIDE = re.compile(r"https?://\S{1,300}|\b[\w-]{1,60}\.(?:com|org|net|co|ly)/\S{1,300}")
_SIGNATURE = re.compile(r"[—–] ?[^—–\n]{1,80}\(@\w{1,30}\)[^—–\n]{0,60}$")


def without_byline(text: str) -> tuple[str, str]:
    """What a post says, and apart from it its web addresses and signature.

    The signature is how a quoted post ends: a dash, a name, a handle, a date.
    """
    last = text[-200:]
    found = _SIGNATURE.search(last)
    cut = len(text) - len(last) + found.start() if found else len(text)
    body, byline = text[:cut], text[cut:]
    return _ASIDE.sub(" ", body), " ".join((*_ASIDE.findall(body), byline))


def rank(claim: Bearing, hits: Sequence[Hit], top: int = 0) -> list[tuple[float, Hit]]:
    """The hits with their scores (about 0–1), best first.

    `hits` come best first; beyond RANKED (or `top`, where more are wanted) only what
    stands near the claim can still come up, so the rest is left out.
    """
    weighed = max(RANKED, top)
    near = [hit for i, hit in enumerate(hits) if i < weighed or _nearness(claim, hit) >= NEARBY]
    scored = [
        (sum(WEIGHTS[name] * value for name, value in found.items()), hit)
        for found, hit in zip(features(claim, near), near, strict=True)
    ]
    return sorted(scored, key=lambda found: -found[0])


def features(claim: Bearing, hits: Sequence[Hit]) -> list[dict[str, float]]:
    """The features of every hit, each 0–1.

    `engine` is the hit's score against the best one's, `covered` the share of the claim's words in
    the passage or its title, `pairs` the share of the claim's neighbouring words that are
    neighbours in the passage. `near` is nearness in the claim's own article, where a denial or the
    other side's version often follows at once; `states` the share of the claim's states that the
    passage names, and `short` marks fragments."""
    if not hits:
        return []
    text = without_byline(claim.quote[:LONGEST])[0]
    sought = meanings(text)
    wanted, runs, states = frozenset(sought), _runs(sought), _states(text)
    texts = [_read(hit.title[:LONGEST], hit.quote[:LONGEST]) for hit in hits]
    common = [wanted & here for here, _ in texts]
    rarity = _rarity(wanted, common)
    whole = sum(rarity.values()) or 1.0
    scores = [_engine_score(claim, hit) for hit in hits]
    best = max(scores) or 1.0
    rows = []
    for hit, score, (_, found), shared in zip(hits, scores, texts, common, strict=True):
        rows.append(
            {
                "engine": score / best,
                "covered": sum(rarity[word] for word in shared) / whole,
                "pairs": len(runs & found) / (len(runs) or 1),
                "near": _nearness(claim, hit),
                "states": len(states & _states(hit.quote)) / len(states) if states else 0.0,
                "short": float(len(hit.quote) < SHORT),
            }
        )
    return rows


def meanings(text: str) -> list[str]:
    """The stems of a text in order, synonyms as one."""
    return list(map(meaning, words(text)))


@lru_cache(maxsize=4096)
def _read(title: str, quote: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The meanings of a passage with its title, and those that are neighbours."""
    found = meanings(f"{title}\n{quote}" if title else quote)
    return frozenset(found), _runs(found)


@lru_cache(maxsize=4096)
def _states(text: str) -> frozenset[str]:
    return frozenset(key for key in keys(text[:LONGEST]) if key[0] == "g")


def _engine_score(claim: Bearing, hit: Hit) -> float:
    own = bool(claim.article) and hit.article == claim.article
    return max(0.0, hit.score - OWN_ARTICLE) if own else hit.score


def _nearness(claim: Bearing, hit: Hit) -> float:
    """How near a passage stands to the claim in the claim's own article, 0–1."""
    if not claim.article or hit.article != claim.article:
        return 0.0
    gap = max(0, hit.start - claim.end, claim.start - hit.end)
    return math.exp(-gap / NEIGHBOURHOOD)


def _runs(found: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(found))


def _rarity(wanted: frozenset[str], common: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much a word tells hits apart: the logarithm of CORPUS over the hits that have it."""
    count = Counter(chain.from_iterable(common))
    return {word: math.log(1 + CORPUS / (1 + count[word])) for word in wanted}
