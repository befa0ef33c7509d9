"""The words of one side as the slot rules read them.

Negation here is shallow, as in NegEx (Chapman et al., J. Biomed. Inform. 2001):
a cue reaches over the next words up to a mark or a conjunction.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workbench.core.compare.synonyms import meaning
from workbench.core.compare.turning_words import (
    ADVERBS,
    CLAUSE_ENDS,
    DENIALS,
    FALSE_NEGATIONS,
    NEGATIONS,
    NEGATIVE_PAIRS,
    NEGATIVE_VERBS,
    SCORN,
)
from workbench.core.reading.frames import (
    CONFIRMED,
    FALSE,
    GOING_ON,
    OPEN,
    VIEW,
    WITHHELD,
    frames_in,
)
from workbench.core.reading.model import Frame, Negation, Reading
from workbench.core.reading.negation import is_negated, negations_in
from workbench.core.reading.terms import (
    STOP_WORDS,
    fold_word,
    name_key,
    state_of,
    stem,
)

LONGEST = 2000
"""Characters of a text that are compared."""
REACH = 4
"""Content words that one negation reaches."""
FIRST_OBJECT = 2
"""Words between "no" and a comma with which the object that it negates is at its end."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_][^\W_]*(?:['’][^\W\d_]{1,3}\b)?|[.,;:!?()\"“”—–]")


@dataclass(frozen=True, slots=True)
class Profile:
    """What the words of a text say, apart from their order. `words` are all folded words in order
    with the marks between clauses;
    `stems` the content stems in order;
    `negated` those that a negation reaches, `focus` the first ones after each;
    `denied` those around a verb or noun of denial; `cues` how many negations there are;
    `denies` whether a verb of denial is among them; `scorns` whether a word of scorn is;
    `names` are keys, `written` has the names as they stand, `proper` their stems. `tokens` are the
    words as they stand and `meant` what each of them means."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: frozenset[str]
    negated: frozenset[str]
    focus: frozenset[str]
    denied: frozenset[str]
    cues: int
    denies: str
    scorns: bool
    names: frozenset[str]
    written: tuple[tuple[str, str], ...]
    proper: frozenset[str]
    tokens: tuple[str, ...]
    meant: tuple[str, ...]
    titled: bool
    against: tuple[bool, ...]
    open: tuple[frozenset[str], ...]
    frames: frozenset[str]
    after_negation: tuple[int, ...]

    @property
    def spelled(self) -> Mapping[str, str]:
        """For each stem the word as it stands first."""
        pairs = zip(reversed(self.meant), reversed(self.tokens), strict=True)
        return {stem: token for stem, token in pairs if stem}


class _Token(NamedTuple):
    """What a token is wherever it stands.

    `plain` is it folded, with a straight apostrophe; `meant` what it stands for (see
    `_meant`). `name` is its key if it has a capital and content, and `known` whether it
    is a name even at the start of a sentence. `cue` marks what may negate.
    """

    plain: str
    meant: str
    name: str
    known: bool
    cue: bool


def profile(text: str) -> Profile:
    """The words of a text by itself."""
    return _profile(text, 0, negations_in(text[:LONGEST]), frames_in(text[:LONGEST]))


def words_of(reading: Reading) -> Profile:
    """The words of a passage, with what was read in it."""
    return _profile(reading.quote, reading.start, reading.negations, reading.frames)


@lru_cache(maxsize=4096)
def _profile(
    text: str, start: int, negations: tuple[Negation, ...], frames: tuple[Frame, ...]
) -> Profile:
    """Take a text's first LONGEST characters apart."""
    seen = unicodedata.normalize("NFC", text[:LONGEST])
    matches = list(_TOKEN.finditer(seen))
    found = [match[0] for match in matches]
    read = list(map(_read, found))
    words = tuple([token.plain for token in read])
    meant = tuple([token.meant for token in read])
    stems = tuple(filter(None, meant))
    negated, focus, cues, denies = _NOTHING_NEGATED
    if any(token.cue for token in read):
        negated, focus, cues, denies = _negation(words, meant)
    proper = _proper(found, read)
    return Profile(
        words,
        stems,
        frozenset(stems),
        negated,
        focus,
        _around_denials(words, meant),
        cues,
        denies,
        not SCORN.isdisjoint(words),
        frozenset(proper),
        tuple(proper.items()),
        frozenset(map(_meant, proper.values())),
        tuple(found),
        meant,
        _titled(found),
        *_standing([start + match.start() for match in matches], negations, frames),
    )


TITLED = 0.7
"""Share of the longer words with a capital from which a text is a headline in capitals, where
a capital tells no name."""


def _titled(found: Sequence[str]) -> bool:
    long = [word for word in found if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= TITLED * len(long)


def _standing(
    starts: Sequence[int], negations: Sequence[Negation], frames: Sequence[Frame]
) -> tuple[tuple[bool, ...], tuple[frozenset[str], ...], frozenset[str], tuple[int, ...]]:
    """For each word whether it is said not to be so, and the frames that leave it open; the
    kinds of all frames; where the first word of each negation stands."""
    if not negations and not frames:
        none: frozenset[str] = frozenset()
        return (False,) * len(starts), (none,) * len(starts), none, ()
    untrue = [f for f in frames if f.kind == FALSE and not _taken_back(f, negations)]
    silent = [f for f in frames if f.kind == WITHHELD]
    against = tuple(
        [not any(f.scope_start <= at < f.scope_end for f in silent) and
         (is_negated(negations, at) or any(f.scope_start <= at < f.scope_end for f in untrue))
         for at in starts]
    )  # fmt: skip
    leaves = [f for f in frames if f.kind in OPEN or f.kind in {VIEW, GOING_ON, CONFIRMED}]
    open_ = tuple(
        [frozenset(f.kind for f in leaves if f.scope_start <= at < f.scope_end) for at in starts]
    )
    first = tuple(
        next((i for i, at in enumerate(starts) if at >= n.scope_start), len(starts))
        for n in negations
    )
    return against, open_, frozenset(f.kind for f in frames), first


def _taken_back(frame: Frame, negations: Sequence[Negation]) -> bool:
    """Whether a frame is itself negated: "no hoax", "is not false"."""
    return any(
        n.rule == "negator" and n.covers(frame.start) and not frame.start <= n.start < frame.end
        for n in negations
    )


_NOTHING_NEGATED: tuple[frozenset[str], frozenset[str], int, str] = (
    frozenset(),
    frozenset(),
    0,
    "",
)


@lru_cache(maxsize=1 << 16)
def _read(token: str) -> _Token:
    word = fold_word(token).replace("’", "'")
    cue = word in _CUES or word in _FIRST_OF_PAIRS or word.endswith("n't")
    if not token[0].isupper():
        return _Token(word, _meant(token), "", False, cue)
    name = name_key(_bare(word)) if _is_content(word) else ""
    return _Token(word, _meant(token), name, bool(state_of(_bare(token))), cue)


def _bare(word: str) -> str:
    return word.partition("'")[0]


def _is_content(word: str) -> bool:
    return word[0].isalpha() and _bare(word) not in STOP_WORDS and not word.endswith("n't")


def _proper(found: Sequence[str], read: Sequence[_Token]) -> dict[str, str]:
    """Keys of words with a capital that are not only the first of their sentence."""
    names: dict[str, str] = {}
    for i, token in enumerate(read):
        if token.name and (token.known or not _is_first(found, i)):
            names.setdefault(token.name, found[i])
    return names


def _is_first(found: Sequence[str], i: int) -> bool:
    """Whether no word of the same sentence stands before the i-th token."""
    while i > 0 and found[i - 1] not in _SENTENCE_ENDS:
        if found[i - 1][0].isalpha():
            return False
        i -= 1
    return True


_SENTENCE_ENDS = frozenset(".!?")


@lru_cache(maxsize=1 << 16)
def _meant(token: str) -> str:
    """What a word stands for: a state for its people and capital, else the root of its
    synonyms; "" for marks, numbers and stop words."""
    word = fold_word(token).replace("’", "'")
    if not _is_content(word):
        return ""
    bare = _bare(word)
    state = state_of(token.replace("’", "'").partition("'")[0]) if token[0].isupper() else ""
    return state or meaning(stem(bare))


def _negation(
    words: tuple[str, ...], meant: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str], int, str]:
    """The stems that negations reach, the first of each, how many there are, the verb of denial."""
    reached: set[str] = set()
    focus: set[str] = set()
    cues = 0
    denies = ""
    reach = 0
    negating = begins = False
    for i, word in enumerate(words):
        if (word in CLAUSE_ENDS and not _pair_negates(words, i)) or (
            word == "," and words[i - 1 - FIRST_OBJECT : i].count("no")
        ):
            reach, negating = 0, False
        elif word in {"or", "nor"} and negating:
            reach = REACH
        elif _negates(words, i):
            cues += 1
            reach, negating, begins = REACH, True, True
            if word in DENIALS:
                denies = denies or word
        elif reach and meant[i]:
            reached.add(meant[i])
            if begins:
                focus.add(meant[i])
            begins = begins and word in ADVERBS
            reach -= 1
    return frozenset(reached), frozenset(focus), cues, denies


def _around_denials(words: tuple[str, ...], meant: tuple[str, ...]) -> frozenset[str]:
    """The stems within REACH words of a verb or noun of denial: whose words it may deny."""
    if DENIALS.isdisjoint(words):
        return frozenset()
    places = [i for i, word in enumerate(words) if word in DENIALS]
    around = (meant[max(0, i - REACH) : i + REACH + 1] for i in places)
    return frozenset(stem for found in around for stem in found if stem)


_CUES = NEGATIONS | NEGATIVE_VERBS | DENIALS
_FIRST_OF_PAIRS = frozenset(first for first, _ in NEGATIVE_PAIRS)


def _pair_negates(words: tuple[str, ...], i: int) -> bool:
    return words[i] in _FIRST_OF_PAIRS and words[i : i + 2] in NEGATIVE_PAIRS


def _negates(words: tuple[str, ...], i: int) -> bool:
    word = words[i]
    if _pair_negates(words, i):
        return True
    if word not in _CUES and not word.endswith("n't"):
        return False
    following = words[i + 1] if i + 1 < len(words) else ""
    if word.endswith("n't") or word in DENIALS or word in NEGATIVE_VERBS:
        return (word, following) not in FALSE_NEGATIONS
    before = words[i - 1] if i else ""
    return (
        word in NEGATIONS
        and (word, following) not in FALSE_NEGATIONS
        and (before, word) not in FALSE_NEGATIONS
    )


def indefinite(words: Profile, token: str) -> bool:
    """Whether a word has "a" or "an" before it: then it may be anybody, of whom both speak."""
    at = words.tokens.index(token) if token in words.tokens else 0
    return bool(at) and words.words[at - 1] in {"a", "an"}
