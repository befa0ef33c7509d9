"""The words of one side as the slot rules read them.

What is negated, and how far, is taken from the reading.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workbench.core.compare.synonyms import meaning
from workbench.core.compare.turning_words import ADVERBS, SCORN
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
"""Words around a denial among which it may say whose words it denies."""
CLAUSE_MARKS = frozenset('.;:!?,()—–“”"')
"""What stands between one clause and the next."""
DENYING = frozenset({"denied", "was denied"})
"""Rules of negation that find a verb or noun of denial."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_][^\W_]*(?:['’][^\W\d_]{1,3}\b)?|[.,;:!?()\"“”—–]")


@dataclass(frozen=True, slots=True)
class Profile:
    """What the words of a text say, apart from their order. `words` are all folded words in order
    with the marks between clauses;
    `stems` the content stems in order;
    `negated` those that a negation reaches, `focus` the first ones after each;
    `subjects` those of which something is said not to be so;
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
    subjects: frozenset[str]
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
    is a name even at the start of a sentence.
    """

    plain: str
    meant: str
    name: str
    known: bool


def profile(text: str) -> Profile:
    """The words of a text by itself."""
    return _profile(text, 0, negations_in(text[:LONGEST]), frames_in(text[:LONGEST]))


def words_of(reading: Reading) -> Profile:
    """The words of a passage, with what was read in it."""
    return _profile(reading.quote, reading.start, reading.negations, reading.frames)


def meanings(text: str) -> tuple[str, ...]:
    """What the content words of a text mean, in order, by themselves."""
    return tuple(filter(None, (_read(token).meant for token in _TOKEN.findall(text[:LONGEST]))))


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
    starts = [start + match.start() for match in matches]
    denying = [n for n in negations if n.rule in DENYING]
    proper = _proper(found, read)
    return Profile(
        words,
        stems,
        frozenset(stems),
        frozenset(
            m for m, at in zip(meant, starts, strict=True) if m and is_negated(negations, at)
        ),
        _focus(words, meant, starts, negations),
        _around(meant, starts, denying),
        _subjects(words, meant, starts, negations),
        len(negations),
        denying[0].cue.lower() if denying else "",
        not SCORN.isdisjoint(words),
        frozenset(proper),
        tuple(proper.items()),
        frozenset(map(_meant, proper.values())),
        tuple(found),
        meant,
        _titled(found),
        *_standing(starts, negations, frames),
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


@lru_cache(maxsize=1 << 16)
def _read(token: str) -> _Token:
    word = fold_word(token).replace("’", "'")
    if not token[0].isupper():
        return _Token(word, _meant(token), "", False)
    name = name_key(_bare(word)) if _is_content(word) else ""
    return _Token(word, _meant(token), name, bool(state_of(_bare(token))))


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


def _subjects(
    words: Sequence[str], meant: Sequence[str], starts: Sequence[int], negations: Sequence[Negation]
) -> frozenset[str]:
    """The stems before "did not" and the like in their clause, if every negation is such a one
    and has some: of whom something is said not to be so."""
    found: set[str] = set()
    for negation in negations:
        at = bisect_left(starts, negation.start)
        begins = next((i + 1 for i in range(at - 1, -1, -1) if words[i] in CLAUSE_MARKS), 0)
        before = {stem_ for stem_ in meant[begins:at] if stem_}
        if not before or negation.rule != "negator":
            return frozenset()
        found |= before
    return frozenset(found)


def _focus(
    words: Sequence[str], meant: Sequence[str], starts: Sequence[int], negations: Sequence[Negation]
) -> frozenset[str]:
    """The first word of content behind each negation, and the second behind an adverb."""
    found: set[str] = set()
    for negation in negations:
        for word, meaning_, at in zip(words, meant, starts, strict=True):
            if meaning_ and negation.covers(at):
                found.add(meaning_)
                if word not in ADVERBS:
                    break
    return frozenset(found)


def _around(
    meant: Sequence[str], starts: Sequence[int], denying: Sequence[Negation]
) -> frozenset[str]:
    """The stems within REACH words of a verb or noun of denial: whose words it may deny."""
    places = [bisect_right(starts, n.start) - 1 for n in denying]
    around = (meant[max(0, i - REACH) : i + REACH + 1] for i in places)
    return frozenset(stem for found in around for stem in found if stem)


def negated_of_another(one: Profile, other: Profile) -> bool:
    """Whether all that one side negates is said of somebody whom the other side does not name:
    "the governor did not go" against "the mayor went"."""
    return bool(one.subjects) and one.subjects.isdisjoint(other.content)


def indefinite(words: Profile, token: str) -> bool:
    """Whether a word has "a" or "an" before it: then it may be anybody, of whom both speak."""
    at = words.tokens.index(token) if token in words.tokens else 0
    return bool(at) and words.words[at - 1] in {"a", "an"}
