"""Check-worthiness: a table of criteria whose weights a newsroom can change.

What is worth checking is many-sided and personal, so there is no hidden model:
the score is the sum of the weights of the criteria that apply, held to 0–100,
and each of them gives its reason in words. The criteria follow what
fact-checking organisations state about how they choose (Full Fact's claim
types; Konstantinovskiy et al., "Towards automated factchecking", 2021).
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

_POWER = re.compile(
    r"\b(?:president|minister|ministry|government|kremlin|pentagon|white house|state department"
    r"|spokes(?:man|woman|person|men)|parliament|senat\w+|congress\w*|governor|mayor|chancellor"
    r"|police|sheriff|army|military|general|court|judge|prosecutor\w*|attorney|commission"
    r"|authorities|officials?|agency|bank|chief executive|ceo|director|secretary|embassy|nato"
    r"|united nations|european union|party|candidate|leader|king|queen|pope)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the criteria look at: one passage and what the signals made of it.

    `assertive` says that it is a plain assertion of fact (see
    `signals.assertions`). `sources` counts the different people it attributes something to;
    `conflicts` and `elsewhere` count passages of the corpus, where that is known."""

    quote: str
    kinds: tuple[str, ...]
    assertive: bool = True
    claimant: str = ""
    dated: bool = False
    sources: int = 0
    language: str = ""
    conflicts: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Criterion:
    """One named criterion: its usual weight, its reason in words, when it applies."""

    name: str
    weight: float
    reason: str
    applies: Callable[[Evidence], bool]


def _has(kind: str) -> Callable[[Evidence], bool]:
    return lambda e: kind in e.kinds


CRITERIA: tuple[Criterion, ...] = (
    Criterion("human toll", 35, "gives a human toll", _has("casualty")),
    Criterion("accusation", 20, "accuses somebody", _has("accusation")),
    Criterion("denial", 20, "denies something", _has("denial")),
    Criterion("figure", 15, "gives a figure", _has("quantity")),
    Criterion("conflict", 20, "conflicts with another passage", lambda e: e.conflicts > 0),
    Criterion(
        "power", 15, "said by somebody with power", lambda e: bool(_POWER.search(e.claimant))
    ),
    Criterion("claimant", 10, "has a named claimant", lambda e: bool(e.claimant)),
    Criterion("time", 10, "names a time", lambda e: e.dated or "date" in e.kinds),
    Criterion("names", 10, "names people or places", lambda e: bool(_NAME.search(e.quote))),
    Criterion("second hand", 5, "reported at second hand", lambda e: e.sources > 1),
    Criterion("elsewhere", 5, "also published elsewhere", lambda e: e.elsewhere > 0),
    Criterion("assertion", 10, "states a fact", lambda e: e.assertive),
    Criterion(
        "not English",
        -40,
        "not in English: low confidence",
        lambda e: e.language not in ("", "en"),
    ),
)
"""In the order in which their reasons are shown."""

DEFAULT_WEIGHTS: Mapping[str, float] = {c.name: c.weight for c in CRITERIA}


def assess(
    evidence: Evidence, weights: Mapping[str, float] = DEFAULT_WEIGHTS
) -> tuple[float, tuple[str, ...]]:
    """The score, 0–100, and the reasons behind it, heaviest criterion first.

    A criterion that `weights` leaves out keeps its usual weight; weight 0 turns
    it off.
    """
    applied = [(weights.get(c.name, c.weight), c.reason) for c in CRITERIA if c.applies(evidence)]
    return _summed(applied)


OF_THE_CORPUS = frozenset({"conflict", "elsewhere"})
"""Criteria that only the rest of the corpus can tell of."""


def reassess(
    reasons: Sequence[str],
    corpus: Collection[str],
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
) -> tuple[float, tuple[str, ...]]:
    """What `assess` gives once the corpus is known, from the reasons that it gave before.

    `corpus` names the criteria OF_THE_CORPUS that apply now; the others stay as they were.
    """
    holding = [
        c for c in CRITERIA
        if (c.name in corpus if c.name in OF_THE_CORPUS else c.reason in reasons)
    ]  # fmt: skip
    return _summed([(weights.get(c.name, c.weight), c.reason) for c in holding])


def _summed(applied: list[tuple[float, str]]) -> tuple[float, tuple[str, ...]]:
    applied = sorted((pair for pair in applied if pair[0]), key=lambda pair: -abs(pair[0]))
    score = max(0.0, min(100.0, sum(weight for weight, _ in applied)))
    return round(float(score), 1), tuple(reason for _, reason in applied)
