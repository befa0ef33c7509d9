"""How much of each side the other has, as numbers a model weighs."""

from collections.abc import Mapping
from itertools import pairwise

from workbench.core.compare.negation_reasons import GENERIC
from workbench.core.compare.reasons import Pair
from workbench.core.compare.wording_reasons import tail_coverage

SHORT = 8
"""Words of a claim under which a share tells little."""


def shares(pair: Pair) -> Mapping[str, float]:
    """Feature → value, most of them 0–1."""
    claim, passage = pair.claim_words, pair.passage_words
    names = pair.names
    words, others = claim.content - names - GENERIC, passage.content - names - GENERIC
    common = words & others
    named = claim.names
    covered = pair.covered
    runs = _runs(claim.stems) & _runs(passage.stems)
    return {
        "share of the claim": covered,
        "most of the claim": max(0.0, covered - 0.5),
        "nearly all of the claim": max(0.0, covered - 0.8),
        "share of the passage": pair.covered_back,
        "most of the passage": max(0.0, pair.covered_back - 0.5),
        "its names": len(named & passage.names) / len(named) if named else 0.5,
        "a name lacking": float(bool(named - passage.names)),
        "its other words": len(common) / len(words) if words else 0.0,
        "most of its other words": max(0.0, len(common) / len(words) - 0.5) if words else 0.0,
        "all of its other words": float(common == words),
        "words in common": min(len(common), 8) / 8,
        "its second half": tail_coverage(pair),
        "the same order": len(runs) / max(1, len(claim.stems) - 1),
        "a long passage": min(len(passage.words), 80) / 80,
        "a short claim": float(len(claim.stems) < 5),
        "close": max(0.0, pair.covered + pair.covered_back - 1.2),
    }


def _runs(stems: tuple[str, ...]) -> set[tuple[str, str]]:
    return set(pairwise(stems))
