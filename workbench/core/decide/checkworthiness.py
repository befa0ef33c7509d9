"""Check-worthiness: a table of criteria whose weights a newsroom can change.

What is worth checking is many-sided and personal, so there is no hidden model: the score is a
sum of points, held to 0–100, and each criterion that applies gives its reason in words. The
criteria follow what fact-checking organisations state about how they choose (Full Fact's claim
types; Konstantinovskiy et al., "Towards automated factchecking", 2021). Their usual weights
stand in `checkworthiness.json`: fitted by `training/checkworthiness.py` on sentences that were
judged worth checking or were checked, and drawn towards what editors would expect of those
that no such set tells of, above all of what is contested.
"""

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise

from workbench.core.decide.worth_words import NUMBER, plain_words, wording
from workbench.core.lexicon.en.number_words import ONES, SCALES, TENS
from workbench.core.lexicon.en.tense_words import IRREGULAR_PASTS
from workbench.core.lexicon.listing import word_set

TABLE = "checkworthiness.json"
_POWER = re.compile(
    r"\b(?:president|minister|ministry|government|kremlin|pentagon|white house|state department"
    r"|spokes(?:man|woman|person|men)|parliament|senat\w+|congress\w*|governor|mayor|chancellor"
    r"|police|sheriff|army|military|general|court|judge|prosecutor\w*|attorney|commission"
    r"|authorities|officials?|agency|bank|chief executive|ceo|director|secretary|embassy|nato"
    r"|united nations|european union|party|candidate|leader|king|queen|pope)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"\b(?:army|military|militar\w+|ministry|forces|troops|rebels?|militants?|militia\w*|fighters?"
    r"|insurgents?|separatists?|regime|guerrillas?|kremlin|pentagon|general|commander\w*|party"
    r"|union|company|police)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_NUMBERS = frozenset({NUMBER, *ONES, *TENS, *SCALES} - {"one"})
_PASTS = word_set(IRREGULAR_PASTS.replace("|", " ")) | word_set("was were had did said told been")
_DONE = word_set("been had gone done made lost said voted taken given become seen cut put")
_HAVE = word_set("has have ve")
_MANY = word_set("million millions billion billions trillion trillions thousands hundreds")
_MONEY = word_set("$ € £ dollar dollars euro euros pounds cents")
_PERCENT = word_set("% percent percentage")
_BREAKS = ("…", "...", "—", "–", "--", "-")
_MORE = word_set("""
    more less fewer higher lower bigger smaller larger greater worse better most least largest
    biggest highest lowest worst best twice half double triple than only average every
    """)
_TREND = word_set("""
    increase increased increases increasing rise rose risen rising fell fallen falling drop dropped
    decline declined declining decrease decreased grow grew grown growing growth cut cuts doubled
    tripled lost gained created added reduced raised
    """)
_RATE = word_set(
    "rate rates risk risks average median per likely unemployment poverty inflation deficit debt"
)
_LAW = word_set("""
    law laws bill bills act vote voted votes voting passed signed supported opposed legislation
    amendment veto vetoed treaty sponsored introduced court ruled ruling
    """)
_THANKS = word_set("thank thanks welcome goodnight applause congratulations please sorry")
_PLAN = word_set("will ll shall would going gonna want should must need hope let might could")
_SELF = word_set("i me my m")
_OURS = word_set("we our us")
_YOU = word_set("you your")
_THINKING = word_set("think believe feel guess suppose maybe perhaps")
_NOT = word_set("not never no nothing none nobody t")


@dataclass(frozen=True)
class Evidence:
    """What the criteria look at: one passage and what the signals made of it.

    `assertive` says that it is a plain assertion of fact (see `signals.assertions`). `sources`
    counts the different people it attributes something to; `conflicts`, `elsewhere` and
    `repeats` count passages of the corpus, where that is known.
    """

    quote: str
    kinds: tuple[str, ...]
    assertive: bool = True
    claimant: str = ""
    dated: bool = False
    sources: int = 0
    language: str = ""
    conflicts: int = 0
    elsewhere: int = 0
    repeats: int = 0

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The plain words of the passage."""
        return plain_words(self.quote)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.words)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One named criterion: its usual weight in points, its reason in words, when it applies."""

    name: str
    weight: float
    reason: str
    applies: Callable[[Evidence], bool]


def _has(kind: str) -> Callable[[Evidence], bool]:
    return lambda e: kind in e.kinds


def _any(words: frozenset[str]) -> Callable[[Evidence], bool]:
    return lambda e: not words.isdisjoint(e.vocabulary)


@lru_cache(maxsize=1 << 14)
def _is_past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed")


def _toll_by_party(e: Evidence) -> bool:
    return "casualty" in e.kinds and bool(_PARTY.search(e.claimant))


def _percentage(e: Evidence) -> bool:
    return not _PERCENT.isdisjoint(e.vocabulary) or "per cent" in e.quote


def _several_numbers(e: Evidence) -> bool:
    return not _NUMBERS.isdisjoint(e.vocabulary) and sum(w in _NUMBERS for w in e.words) > 1


def _tells_of_past(e: Evidence) -> bool:
    return not _PASTS.isdisjoint(e.vocabulary) or any(map(_is_past, e.vocabulary))


def _up_to_now(e: Evidence) -> bool:
    if _HAVE.isdisjoint(e.vocabulary):
        return False
    return any(
        one in _HAVE and (_is_past(other) or other in _DONE) for one, other in pairwise(e.words)
    )


SENTENCE = "every sentence"
WORDING = "wording"
_CRITERIA: tuple[tuple[str, str, Callable[[Evidence], bool]], ...] = (
    (SENTENCE, "", lambda e: True),
    ("human toll", "gives a human toll", _has("casualty")),
    ("toll by a party", "gives a toll by a party to it", _toll_by_party),
    ("accusation", "accuses somebody", _has("accusation")),
    ("denial", "denies something", _has("denial")),
    ("figure", "gives a figure", _has("quantity")),
    ("conflict", "conflicts with another passage", lambda e: e.conflicts > 0),
    ("power", "said by somebody with power", lambda e: bool(_POWER.search(e.claimant))),
    ("claimant", "has a named claimant", lambda e: bool(e.claimant)),
    ("time", "names a time", lambda e: e.dated or "date" in e.kinds),
    ("names", "names people or places", lambda e: bool(_NAME.search(e.quote))),
    ("second hand", "reported at second hand", lambda e: e.sources > 1),
    ("elsewhere", "also published elsewhere", lambda e: e.elsewhere > 0),
    ("repeat", "says what a claim above it says", lambda e: e.repeats > 0),
    ("assertion", "states a fact", lambda e: e.assertive),
    ("nothing found", "holds nothing that is checked", lambda e: not e.kinds),
    ("number", "gives a number", lambda e: not _NUMBERS.isdisjoint(e.vocabulary)),
    ("several numbers", "gives several numbers", _several_numbers),
    ("large number", "gives a large number", _any(_MANY)),
    ("percentage", "gives a percentage", _percentage),
    ("money", "gives a sum of money", _any(_MONEY)),
    ("comparison", "compares", _any(_MORE)),
    ("trend", "tells of a rise or fall", _any(_TREND)),
    ("rate or risk", "gives a rate or a risk", _any(_RATE)),
    ("law", "tells of a law, a vote or a ruling", _any(_LAW)),
    ("past", "tells of the past", _tells_of_past),
    ("up to now", "tells of what has been done", _up_to_now),
    ("negation", "says what is not so", _any(_NOT)),
    ("question", "asks", _any(frozenset("?"))),
    ("thanks", "thanks, greets or excuses", _any(_THANKS)),
    ("plan", "tells of a plan, a wish or a duty", _any(_PLAN)),
    ("opinion", "says what somebody thinks", _any(_THINKING)),
    ("first person", "speaks of oneself", _any(_SELF)),
    ("us", "speaks of us", _any(_OURS)),
    ("address", "addresses somebody", _any(_YOU)),
    ("very short", "very short", lambda e: len(e.words) < 6),
    ("short", "short", lambda e: 6 <= len(e.words) < 11),
    ("long", "long", lambda e: len(e.words) > 20),
    ("breaks off", "breaks off", lambda e: e.quote.rstrip().endswith(_BREAKS)),
    ("not English", "not in English: low confidence", lambda e: e.language not in ("", "en")),
)  # fmt: skip
"""(name, reason, when it applies), in the order in which they are shown."""


def _fitted() -> Mapping[str, float]:
    """The usual weight of every criterion, in points."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


DEFAULT_WEIGHTS: Mapping[str, float] = _fitted()
CRITERIA: tuple[Criterion, ...] = (
    *(
        Criterion(name, DEFAULT_WEIGHTS[name], reason, applies)
        for name, reason, applies in _CRITERIA
    ),
    Criterion(WORDING, DEFAULT_WEIGHTS[WORDING], "is worded like what is checked", bool),
)
"""In the order in which their reasons are shown. The weight of the wording is what 1 is worth:
its value is a sum (see `worth_words`), not yes or no."""
_WORDED = re.compile(r"wording ([+-]\d+\.\d):")


def holding(evidence: Evidence) -> list[str]:
    """The names of the criteria that apply, but for the wording."""
    return [name for name, _, applies in _CRITERIA if applies(evidence)]


def assess(
    evidence: Evidence, weights: Mapping[str, float] = DEFAULT_WEIGHTS
) -> tuple[float, tuple[str, ...]]:
    """The score, 0–100, and the reasons behind it, heaviest criterion first.

    A criterion that `weights` leaves out keeps its usual weight; weight 0 turns
    it off.
    """
    applied = [(weights.get(name, DEFAULT_WEIGHTS[name]), reason)
               for name, reason, applies in _CRITERIA if applies(evidence)]  # fmt: skip
    worth = weights.get(WORDING, DEFAULT_WEIGHTS[WORDING])
    if worth:
        applied += _worded(evidence.words, worth)
    return _summed(applied)


def _worded(words: Sequence[str], worth: float) -> list[tuple[float, str]]:
    """What the wording is worth, with its points and the words that weigh most as the reason."""
    gain, told = wording(words)
    points = round(worth * gain, 1)
    return [(points, f"wording {points:+.1f}: {', '.join(told)}")] if points else []


OF_THE_CORPUS = frozenset({"conflict", "elsewhere", "repeat"})
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
        (weights.get(c.name, c.weight), c.reason) for c in CRITERIA
        if (c.name in corpus if c.name in OF_THE_CORPUS else c.reason in ("", *reasons))
    ]  # fmt: skip
    worded = ((_WORDED.match(reason), reason) for reason in reasons)
    return _summed([*holding, *((float(m[1]), reason) for m, reason in worded if m)])


def _summed(applied: list[tuple[float, str]]) -> tuple[float, tuple[str, ...]]:
    applied = sorted((pair for pair in applied if pair[0]), key=lambda pair: -abs(pair[0]))
    score = max(0.0, min(100.0, sum(weight for weight, _ in applied)))
    return round(float(score), 1), tuple(reason for _, reason in applied if reason)
