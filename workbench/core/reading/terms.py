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
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from workbench.core.lexicon.en.exonyms import LONG_FORMS, SPELLINGS, STATES, UPPERCASE_ONLY
from workbench.core.lexicon.en.number_words import ONES, SCALES, TENS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.numbers.number import Number
from workbench.core.reading.numbers.numbers import values_in

LONGEST_WORD = 60
"""Characters of a word that count; a longer "word" is cut."""

STOP_WORDS = word_set(
    """
    say says said before after while because during until a an the and or but if of to in on at by
    for with from as is are was were be been being am it its this that these those he she they them
    him her his hers their theirs we us our ours you your yours i me my mine not no nor do does did
    doing done has have had having will would can could should may might must shall there here what
    which who whom whose when where why how than then so such also just into about over under up
    down out off again more most very all any both each few other some own same too only one s t d
    ll re ve m don doesn didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn"""
)

_NUMBER_WORDS = frozenset({*ONES, *TENS, *SCALES} - {"one"})
"""Words of which every number in words has one."""
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
    return _words(text, tokens(text))


def words_and_keys(text: str) -> tuple[list[str], list[str]]:
    """What `words` and `keys` give, for a text that is taken apart once."""
    found = tokens(text)
    return _words(text, found), _keys(found)


def _words(text: str, found: Sequence[str]) -> list[str]:
    stems = list(map(_stems, found))
    if None not in stems:
        return list(chain.from_iterable(filter(None, stems)))
    terms: list[str] = []
    for token, readings in _with_values(text):
        if readings:
            terms += dict.fromkeys(number_term(abs(value)) for value in readings)
        else:
            terms += _stems_of_word(token)
    return terms


def _with_values(text: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The words of a text in order, each number as one with its value, or both of its readings.

    Digits that are no number ("F-16", "20th") stand for themselves. "One" is a word.
    """
    at = 0
    for number in values_in(text):
        if number.low != 1 or number.form == "digits":
            yield from _between(text, at, number.start)
            yield text[number.start : number.end], _readings(number)
            at = number.end
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    for match in _TOKEN.finditer(text, start, end):
        token = match[0][:LONGEST_WORD]
        if token[0].isdecimal():
            yield token, (float(token.replace(",", "")[:18]),)
        elif not (token in _ORDINAL_ENDS and text[match.start() - 1].isdecimal()):
            yield token, ()


def _readings(number: Number) -> tuple[float, ...]:
    low, high = number.low or 0.0, number.high or 0.0
    return (low, high) if number.ambiguous else (low,)


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
    return [value for _, readings in _with_values(text) for value in readings[:1]]


def readings_of_numbers(text: str) -> frozenset[float]:
    """Every value that a number of a text may have: both of one that can be read two ways."""
    return frozenset(value for _, readings in _with_values(text) for value in readings)


def written_numbers(text: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each number of a text as it is written, with what it may be."""
    return ((written, readings) for written, readings in _with_values(text) if readings)


def number_term(value: float) -> str:
    """The one term of a number: 13000, 3.1, -3.1."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


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
    return [
        "#" + number_term(readings[0]) if readings else fold_word(token)
        for token, readings in _with_values(text)
    ]


@lru_cache(maxsize=1 << 16)
def _no_number(token: str) -> str:
    """A token folded, or "" where a number may begin with it."""
    folded = fold_word(token)
    return "" if folded[:1].isdecimal() or folded in _NUMBER_WORDS else folded
