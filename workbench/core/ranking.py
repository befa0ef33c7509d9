"""Ranking: cheap features that put an engine's hits into our own order.

The weights were fitted by logistic regression on the training half of the
CheckThat! 2020 claim retrieval data (posts against fact-checked claims). How
rare a word is, is read off the hits themselves, so that the order is the same
on every engine: a word that most hits have says little.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from workbench.core.bearings import Bearing
from workbench.core.hits import Hit
from workbench.core.terms import words

LONGEST = 2000
"""Characters of a text that are read."""

WEIGHTS: dict[str, float] = {"engine": 0.80, "covered": 0.04, "covers": 0.02, "pairs": 0.14}
"""Feature → weight; the features are 0–1 and the weights add up to 1."""
UNSHARED = 6.0
"""Rarity taken for a word that the claim does not have."""
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


def rank(claim: Bearing, hits: Sequence[Hit]) -> list[tuple[float, Hit]]:
    """The hits with their scores (about 0–1), best first."""
    scored = [
        (sum(WEIGHTS[name] * value for name, value in found.items()), hit)
        for found, hit in zip(features(claim, hits), hits, strict=True)
    ]
    return sorted(scored, key=lambda found: -found[0])


def features(claim: Bearing, hits: Sequence[Hit]) -> list[dict[str, float]]:
    """The features of every hit, each 0–1.

    `engine` is the hit's score against the best one's, `covered` the share of the
    claim's words in the passage or its title, `covers` the share of the passage's
    words in the claim, `pairs` the share of the claim's neighbouring words that
    are neighbours in the passage.
    """
    if not hits:
        return []
    sought = words(without_byline(claim.quote[:LONGEST])[0])
    wanted, runs = frozenset(sought), _runs(sought)
    texts = [words(f"{hit.title}\n{hit.quote[:LONGEST]}") for hit in hits]
    sets = [frozenset(text) for text in texts]
    rarity = _rarity(wanted, sets)
    whole = sum(rarity.values()) or 1.0
    best = max(hit.score for hit in hits) or 1.0
    rows = []
    for hit, text, here in zip(hits, texts, sets, strict=True):
        shared = sum(rarity[word] for word in wanted & here)
        rest = len(here - wanted) * UNSHARED
        rows.append(
            {
                "engine": hit.score / best,
                "covered": shared / whole,
                "covers": shared / (shared + rest or 1.0),
                "pairs": len(runs & _runs(text)) / (len(runs) or 1),
            }
        )
    return rows


def _runs(found: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(found))


def _rarity(wanted: frozenset[str], texts: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much a word tells hits apart: the logarithm of CORPUS over the hits that have it."""
    count = Counter(word for text in texts for word in text & wanted)
    return {word: math.log(1 + CORPUS / (1 + count[word])) for word in wanted}
