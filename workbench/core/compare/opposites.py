"""Words of which one excludes the other, as data, and the rules that use them.

Pairs are gradable and complementary antonyms (Lyons, *Semantics*, 1977); groups
are words of one kind of which a thing is usually only one.
"""

import re
from collections import defaultdict
from functools import lru_cache

from workbench.core.compare.counted_apart import counted_apart
from workbench.core.compare.negation_reasons import GENERIC, quoted
from workbench.core.compare.profiles import indefinite
from workbench.core.compare.reasons import AGAINST, Pair, Reason
from workbench.core.compare.synonyms import meaning
from workbench.core.lexicon.en.antonyms import PAIRS as ANTONYMS
from workbench.core.lexicon.en.time_words import MONTH_NAMES, WEEKDAYS
from workbench.core.reading.terms import state_of, stem

PAIRS: tuple[tuple[str, str], ...] = (
    ("rise rose risen increase grow grew growth climb surge soar gain higher expand up",
     "fall fell fallen decrease decline drop shrink plunge slump lower reduce cut down"),
    ("win won victory winner", "lose lost defeat loser"),
    ("support back endorse favour favor", "oppose condemn criticise criticize opposition"),
    ("accept agree approve welcome ratify", "reject refuse decline veto block"),
    ("begin began begun start open reopen launch", "end finish close stop cease conclude"),
    ("alive survive survived", "dead die died death killed"),
    ("guilty convicted", "innocent acquitted cleared"),
    ("arrive enter join", "leave left depart withdraw withdrew quit exit"),
    ("true real genuine authentic accurate", "false fake fabricated untrue hoax bogus"),
    ("allow permit legal legalise legalize lawful", "ban forbid prohibit illegal outlaw unlawful"),
    ("male man men boy husband father son brother",
     "female woman women girl wife mother daughter sister"),
    ("first earliest", "last latest final"),
    ("best", "worst"), ("most", "least fewest"), ("highest largest biggest tallest longest",
     "lowest smallest shortest"),
    ("before prior", "after following"), ("always", "never"), ("all every", "none"),
    ("success succeed successful", "fail failure unsuccessful"),
    ("north northern", "south southern"), ("east eastern", "west western"),
    ("hot warm", "cold cool"), ("public", "private"), ("married", "divorced unmarried single"),
    ("friend ally friendly", "enemy foe hostile"), ("love loved", "hate hated"),
    ("safe", "dangerous unsafe"), ("import", "export"), ("old", "young new"),
    ("released freed", "arrested detained jailed imprisoned custody held captive"),
    ("often frequently usually regularly", "rarely seldom hardly"),
    ("attack", "defend"),
    ("uphold upheld", "lift lifted overturn overturned quash quashed"),
    ("confirm", "deny denied"), ("include", "exclude"),
    ("rich", "poor"), ("hero", "villain"), ("professional", "amateur"),
    ("positive", "negative"), ("popular", "unpopular"), ("only", "also various several many"),
    ("fiction fictional", "nonfiction documentary"), ("major", "minor"), ("early", "late"),
)  # fmt: skip
"""Each a pair of sets of words that exclude each other."""

GROUPS: tuple[tuple[str, str], ...] = (
    ("month", " ".join(MONTH_NAMES).lower()),
    ("day of the week", " ".join(WEEKDAYS)),
    ("kind of work",
     "film book song album single painting play musical opera poem website magazine newspaper "
     "podcast game series sitcom documentary"),
    ("genre", "rock pop jazz metal rap country classical folk punk disco techno reggae"),
    ("genre of story", "comedy drama tragedy horror thriller western romance fantasy"),
    ("sport",
     "football soccer basketball baseball tennis golf hockey cricket rugby boxing swimming "
     "volleyball"),
    ("colour", "black white red green blue yellow orange purple pink brown grey"),
    ("place of its kind",
     "city village country province continent planet island river lake mountain"),
    ("animal", "dog cat horse cow sheep bird fish bear wolf tiger lion elephant"),
    ("medium", "television radio print internet theatre cinema"),
    ("season", "spring summer autumn winter"),
    ("weapon", "gun knife bomb missile drone rocket rifle pistol mine"),
    ("disaster", "earthquake flood fire tornado hurricane avalanche landslide tsunami drought"),
    ("way of death", "shot stabbed drowned poisoned strangled beheaded hanged"),
    ("rank", "first second third fourth fifth sixth seventh eighth ninth tenth"),
)  # fmt: skip
"""(what they are, words of which a thing is usually one only)."""
NEAR = 4
"""Content words around a word in which what it is said of is looked for."""
MOST = 0.5
"""Share of the claim's content in the passage from which both are about one thing anyway."""
CALENDAR = frozenset({"month", "day of the week", "season"})
"""Groups that differ between two reports of one event as often as between two events."""

_ATTRIBUTES = re.compile(
    r"\b(?:is|was|are|were|became)\s+(?:an?|the|only)\s+((?:[\w-]+\s+){0,4}[\w-]+)"
)

_WORDNET = frozenset(
    frozenset((a, b))
    for a, b in (tuple(meaning(stem(w)) for w in pair.split()) for pair in ANTONYMS)
    if a != b
)
_OPPOSITES = tuple(
    tuple(frozenset(meaning(stem(w)) for w in side.split()) for side in pair) for pair in PAIRS
)
_GROUPS = tuple(
    (name, frozenset(meaning(stem(w)) for w in words.split())) for name, words in GROUPS
)


_PAIRS_OF: dict[str, list[int]] = defaultdict(list)
for _number, _pair in enumerate(_OPPOSITES):
    for _word in sorted(_pair[0] | _pair[1]):
        _PAIRS_OF[_word].append(_number)
_HAS_OPPOSITE = frozenset(_PAIRS_OF)
_IN_GROUP = frozenset(word for _, group in _GROUPS for word in group)


def kind_of(one: str, other: str) -> str:
    """What two folded words are each one of, so that one excludes the other; "" if nothing."""
    a, b = meaning(stem(one)), meaning(stem(other))
    if a == b:
        return ""
    for pair in _OPPOSITES:
        if (a in pair[0] and b in pair[1]) or (a in pair[1] and b in pair[0]):
            return "side"
    if frozenset((a, b)) in _WORDNET:
        return "side"
    return next((name for name, group in _GROUPS if a in group and b in group), "")


def opposite_words(pair: Pair) -> list[Reason]:
    """One side uses a word of which the other has only the opposite."""
    claim, passage = pair.claim_words, pair.passage_words
    if not claim.content & _HAS_OPPOSITE or not passage.content & _HAS_OPPOSITE:
        return []
    if pair.claim.figures and pair.passage.figures and counted_apart(pair):
        return []
    reasons: list[Reason] = []
    for number in sorted({n for word in claim.content & _HAS_OPPOSITE for n in _PAIRS_OF[word]}):
        one, other = _OPPOSITES[number]
        for here, there in ((one, other), (other, one)):
            mine = (claim.content & here) - claim.proper - claim.negated
            theirs = (passage.content & there) - passage.proper - passage.negated
            if number == _SEXES and _two_people(pair, mine, theirs):
                continue
            if mine and theirs and not passage.content & here and not claim.content & there:
                text = f"{quoted(pair, mine, 1)} against {quoted(pair, theirs, 1)}"
                weight = 1.4 if _said_of_one(pair, mine, theirs) else 0.6
                if number == _CHANGE and _by_as_much(pair):
                    weight *= 2
                reasons.append(Reason("opposite words", text, AGAINST, weight))
    return reasons[:2]


_SEXES = next(n for n, (one, _) in enumerate(PAIRS) if one.startswith("male "))


def _two_people(pair: Pair, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """ "A man" and "a woman" are two people, of whom neither is said to be the other."""
    return any(indefinite(pair.claim_words, pair.claim_words.spelled[w]) for w in mine) and any(
        indefinite(pair.passage_words, pair.passage_words.spelled[w]) for w in theirs
    )


_CHANGE = 0
"""The place of rising and falling among the pairs."""


def _by_as_much(pair: Pair) -> bool:
    """Whether a figure of one side stands on the other, which then speaks against it: "rose by
    12 percent", "fell by 12 percent"."""
    return any(
        one.unit and (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
        for one in pair.claim.figures
        for other in pair.passage.figures
    )


def _said_of_one(pair: Pair, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether words that exclude each other stand near some word that both sides have."""
    one, other = _around(pair.claim_words.stems, mine), _around(pair.passage_words.stems, theirs)
    sides = (pair.claim_words, pair.passage_words)
    shared = (word for word in (one & other) - GENERIC)
    return pair.covered >= MOST or any(
        not all(side.spelled[word][0].isupper() for side in sides) for word in shared
    )


def _around(stems: tuple[str, ...], words: frozenset[str]) -> frozenset[str]:
    """The content words within NEAR words of some words."""
    places = [i for i, stem in enumerate(stems) if stem in words]
    around = (stems[max(0, i - NEAR) : i + NEAR + 1] for i in places)
    return frozenset(stem for found in around for stem in found) - words


def other_of_its_kind(pair: Pair) -> list[Reason]:
    """One side names one of a kind, the other another one of it."""
    claim, passage = pair.claim_words, pair.passage_words
    if not claim.content & _IN_GROUP or not passage.content & _IN_GROUP:
        return []
    for name, group in _GROUPS:
        mine, theirs = (side.content & group - side.proper for side in (claim, passage))
        if mine and theirs and not mine & theirs:
            text = f"another {name}: {quoted(pair, mine, 1)}, {quoted(pair, theirs, 1)}"
            weight = 0.7 if name in CALENDAR else 1.4
            return [Reason("another of its kind", text, AGAINST, weight)]
    return []


def another_nation(pair: Pair) -> list[Reason]:
    """ "an American series" against "a French series": nations as attributes of one thing."""
    mine = _nations(pair.claim.quote)
    theirs = _nations(pair.passage.quote) if mine else {}
    if mine and theirs and not mine.keys() & theirs.keys():
        text = f"another nation: {next(iter(mine.values()))}, {next(iter(theirs.values()))}"
        return [Reason("another nation", text, AGAINST, 1.4)]
    return []


@lru_cache(maxsize=4096)
def _nations(text: str) -> dict[str, str]:
    """The states named by an adjective after "is a", with the word that names them."""
    found = _ATTRIBUTES.search(text[:2000])
    named = ((state_of(word), word) for word in found[1].split()) if found else ()
    return {state: word for state, word in named if state}
