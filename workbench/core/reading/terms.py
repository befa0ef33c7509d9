"""Index terms: what a text is found by, whatever its spelling.

Words are folded, stemmed and without stop words; a number is one term whether
it stands in digits, with separators or in words; a capitalised word also gives
a key by its sound in Latin letters, so that two transliterations of one name
meet, and a key of the state that it names. Engines only ever see these terms,
so the same passages are found on each of them.

The stemmer is of the kind of Harman's S stemmer ("How effective is
suffixing?", JASIS 1991) with the endings -ing, -ed and -ly; longer stemmers
gained nothing on the retrieval data this was measured on.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from workbench.core.lexicon.en.exonyms import LONG_FORMS, SPELLINGS, STATES, UPPERCASE_ONLY
from workbench.core.lexicon.listing import word_set

LONGEST_WORD = 60
"""Characters of a word that count; a longer "word" is cut."""

STOP_WORDS = word_set(
    """say says said before after while because during until a an the and or but if of to in on at by for with from as is are was were be been
    being am it its this that these those he she they them him her his hers their theirs
    we us our ours you your yours i me my mine not no nor do does did doing done has have
    had having will would can could should may might must shall there here what which who
    whom whose when where why how than then so such also just into about over under up
    down out off again more most very all any both each few other some own same too only
    one s t d ll re ve m don doesn didn isn aren wasn weren hasn haven hadn wouldn
    couldn shouldn"""
)

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen"""
ONES = {word: value for value, word in enumerate(_ONES.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
MAGNITUDES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "mn": 10**6,
    "m": 10**6, "crore": 10**7, "billion": 10**9, "bn": 10**9, "trillion": 10**12,
}  # fmt: skip
_SHORT_MAGNITUDES = word_set("k m mn bn")
_NUMBER_WORDS = frozenset(ONES) | frozenset(TENS) | (frozenset(MAGNITUDES) - _SHORT_MAGNITUDES)
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_][^\W_]*")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("zh", "j"),
    ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"),
    ("ch", "C"), ("c", "k"), ("C", "ch"), ("w", "v"), ("dj", "j"), ("dzh", "j"), ("ts", "z"),
    ("tz", "z"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ya", "a"), ("ia", "a"), ("yu", "u"),
    ("iu", "u"), ("yo", "o"), ("io", "o"), ("ye", "e"), ("ie", "e"), ("iy", "i"), ("yi", "i"),
    ("ij", "i"), ("y", "i"), ("j", "i"), ("ei", "e"), ("ai", "e"),
)  # fmt: skip
"""Letters → letters of the key, in order: romanisations of Cyrillic, Arabic and
Persian that English papers mix (BGN/PCGN, ISO 9, GOST, common press usage)."""
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """A word in lower case without diacritics, in compatibility form."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a folded word: plural, -ing, -ed, -ly and a last e or y removed."""
    if len(word) < 4 or not word.isalpha():
        return word
    word = _singular(word)
    for ending, shortest in (("ing", 3), ("ed", 3), ("ly", 4)):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= shortest and any(c in "aeiouy" for c in base):
            word = base[:-1] if base[-1] == base[-2] and base[-1] not in "lsz" else base
            break
    if word[-1] == "e" and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word[-1] == "y" and len(word) > 3 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=1 << 16)
def name_key(word: str) -> str:
    """A folded name by its sound: "Zelensky" and "Zelenskiy" have one key."""
    word = SPELLINGS.get(word, word)
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if len(word) > 4 and word[-1] in "eiah" else word


def tokens(text: str) -> list[str]:
    """The words and numbers of a text as they stand, cut at LONGEST_WORD."""
    found: list[str] = _TOKEN.findall(text)
    if max(map(len, found), default=0) > LONGEST_WORD:
        return [token[:LONGEST_WORD] for token in found]
    return found


def words(text: str) -> list[str]:
    """The stems and numbers of a text in order, without stop words.

    A word with a capital inside ("#FakeNews") gives itself and its parts.
    """
    return _words(tokens(text))


def words_and_keys(text: str) -> tuple[list[str], list[str]]:
    """What `words` and `keys` give, for a text that is taken apart once."""
    found = tokens(text)
    return _words(found), _keys(found)


def _words(found: Sequence[str]) -> list[str]:
    stems = list(map(_stems, found))
    if None in stems:
        return _with_numbers(found, stems)
    return list(chain.from_iterable(filter(None, stems)))


def _with_numbers(found: Sequence[str], stems: Sequence[tuple[str, ...] | None]) -> list[str]:
    """The stems, with the numbers where they stand; `stems` has None where one may begin."""
    terms: list[str] = []
    i = 0
    while i < len(found):
        here = stems[i]
        used = 1
        if here is None:
            value, used = _number(found, i)
            here = (number_term(value),) if used else _stems_of_word(found[i])
        if here:
            terms += here
        i += used or 1
    return terms


@lru_cache(maxsize=1 << 17)
def _stems(token: str) -> tuple[str, ...] | None:
    """The stems of a token that cannot begin a number, or None where it can."""
    return _stems_of_word(token) if _no_number(token) else None


def _stems_of_word(token: str) -> tuple[str, ...]:
    folded = fold_word(token)
    stems: tuple[str, ...] = () if folded in STOP_WORDS else (stem(folded),)
    if token != folded and len(parts := _CAMEL.split(token)) > 1:
        stems += tuple(stem(p) for p in map(fold_word, parts) if p not in STOP_WORDS)
    return stems


def numbers(text: str) -> list[float]:
    """The values of the numbers of a text, in digits or in words, in order."""
    found = tokens(text)
    values: list[float] = []
    i = 0
    while i < len(found):
        value, used = _number(found, i)
        if used:
            values.append(value)
        i += used or 1
    return values


def number_term(value: float) -> str:
    """The one term of a number: 13000, 3.1."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


def _number(found: Sequence[str], i: int) -> tuple[float, int]:
    """The value of the number that starts at found[i], and how many tokens it takes (or 0)."""
    first = found[i]
    if first[0].isdecimal():
        value, used = _digits(first), 1
        if i + 1 < len(found) and found[i + 1] in _ORDINAL_ENDS:
            return value, 2
    else:
        value, used = _spelled(found, i)
        if not used:
            return 0.0, 0
    while i + used < len(found):
        follower = fold_word(found[i + used])
        if follower not in MAGNITUDES or value > 10**12:
            break
        value *= MAGNITUDES[follower]
        used += 1
        rest, more = _below_hundred(found, i + used) if follower == "hundred" else (0.0, 0)
        value += rest
        used += more
    return value, used


def _below_hundred(found: Sequence[str], i: int) -> tuple[float, int]:
    """The rest of "two hundred and forty", or nothing."""
    joined = i < len(found) and found[i] == "and"
    value, used = _spelled(found, i + joined) if i + joined < len(found) else (0.0, 0)
    return (value, used + joined) if used and 0 < value < 100 else (0.0, 0)


def _digits(token: str) -> float:
    bare = token.replace(",", "")
    return float(bare[:18]) if bare.isascii() else float(unicodedata.normalize("NFKC", bare[:18]))


def _spelled(found: Sequence[str], i: int) -> tuple[float, int]:
    """The number below a hundred, or the lone magnitude ("a million"), in words at found[i]."""
    first = fold_word(found[i])
    following = fold_word(found[i + 1]) if i + 1 < len(found) else ""
    if first in TENS:
        if ONES.get(following, 10) < 10:
            return float(TENS[first] + ONES[following]), 2
        return float(TENS[first]), 1
    if first in ONES and (first != "one" or following in MAGNITUDES):
        return float(ONES[first]), 1
    if first in MAGNITUDES and first not in _SHORT_MAGNITUDES:
        return float(MAGNITUDES[first]), 1
    return 0.0, 0


def keys(text: str) -> list[str]:
    """The name keys ("p:zelensk") and state keys ("g:ukraine") of a text, in order."""
    return _keys(tokens(text))


def _keys(found: Sequence[str]) -> list[str]:
    keys: list[str] = []
    previous = ""
    for low, own in map(_own_keys, found):
        keys += own
        if low in _SECOND_WORDS and (state := _LONG_FORMS.get((previous, low))):
            keys.append("g:" + state)
        previous = low
    return keys


@lru_cache(maxsize=1 << 17)
def _own_keys(token: str) -> tuple[str, tuple[str, ...]]:
    """(a token in lower case, the keys that it gives by itself where it is capitalised)."""
    if not token[0].isupper():
        return token.lower(), ()
    folded = fold_word(token)
    state = state_of(token)
    named = len(folded) > 2 and folded not in STOP_WORDS
    keys = (("p:" + name_key(folded),) if named else ()) + (("g:" + state,) if state else ())
    return token.lower(), keys


_LONG_FORMS = dict(LONG_FORMS)
_SECOND_WORDS = frozenset(second for _, second in _LONG_FORMS)


def state_of(token: str) -> str:
    """The state that a word as it stands in a text names, or ""."""
    folded = fold_word(token)
    if folded in UPPERCASE_ONLY and not token.isupper():
        return ""
    return STATES.get(SPELLINGS.get(folded, folded), STATES.get(folded, ""))


def valued(text: str) -> list[str]:
    """All folded words of a text in order, stop words too, with each number as "#13000"."""
    found = tokens(text)
    values: list[str] = []
    i = 0
    while i < len(found):
        word = _no_number(found[i])
        value, used = (0.0, 0) if word else _number(found, i)
        values.append("#" + number_term(value) if used else word or fold_word(found[i]))
        i += used or 1
    return values


@lru_cache(maxsize=1 << 16)
def _no_number(token: str) -> str:
    """A token folded, or "" where a number may begin with it."""
    folded = fold_word(token)
    return "" if folded[:1].isdecimal() or folded in _NUMBER_WORDS else folded
