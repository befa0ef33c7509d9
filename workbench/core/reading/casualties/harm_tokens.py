"""Tokens of a passage with the classes that the rules of casualties are written in."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from workbench.core.lexicon.en.harm import AROUND, CUES, MULTIPLES, NOT_CUES
from workbench.core.lexicon.en.number_words import Bound
from workbench.core.lexicon.en.person_nouns import PLURALS, PRONOUNS, SINGULARS
from workbench.core.lexicon.listing import word_list
from workbench.core.reading.matcher import Shelf
from workbench.core.reading.numbers.number import Number
from workbench.core.text.pattern_needs import words_in

CLASSES = (
    *AROUND, "PERSON", "PEOPLE", "PRONOUN", "HARMED", "HARMING", "DIED", "STATE", "DEATHS",
    "TO_DEATH", "AWAY", "NUMBER", "DIGITS", "AGED", "CAPITAL", "NATION", "WORD", "COMMA", "STOP",
    "COLON", "COUNTED", "NAMED", "KNOWN", "ATTRIBUTED", "LIVES",
)  # fmt: skip
"""Every token has one of them. A group of people is COUNTED (or one with "a"), NAMED, KNOWN
("the man"), ATTRIBUTED ("three wounded soldiers") or LIVES."""
_WIDER: Mapping[str, str] = {
    "FATE": "HARMED STATE",
    "DOING": "HARMED HARMING",
    "GROUP": "COUNTED NAMED KNOWN ATTRIBUTED",
    "COUNT": "COUNTED NUMBER",
    "VICTIMS": "COUNTED NAMED KNOWN NUMBER",
    "MANY": "PEOPLE NATION",
    "STOP": "COLON",
    "WORD": "SAID ROSE",
    "ADVERB": "WORD SAID ROSE BADLY",
    "QUALITY": "WORD SAID ROSE CAPITAL",
}
"""Classes that stand for several of them."""
SHAPES = {
    name: frozenset({name, *(wide for wide, names in _WIDER.items() if name in names.split())})
    for name in CLASSES
}


class Token(NamedTuple):
    """A word, number or sign, or a group of people made of several.

    `kind` is its class; `of` what a cue counts; `least` and `most` how many people.
    A named tuple, because every word of every article becomes one.
    """

    kind: str
    start: int
    end: int
    low: str = ""
    of: str = ""
    least: Bound = None
    most: Bound = None
    approximate: bool = False

    @property
    def shape(self) -> frozenset[str]:
        """The names by which patterns know it."""
        return SHAPES[self.kind]


SHELF = Shelf(attrgetter("kind"), lambda kind: ("", SHAPES[kind]), tuple(SHAPES.values()))
"""The tables that read these tokens."""

_SMALL = frozenset(
    word_list(
        """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
    """
    )
)
_AGE = re.compile(
    rf"(?:\d{{1,3}}|{'|'.join(_SMALL)})[ -–](?:year|month|week|day)s?[ -–]old(s?)\b|\d{{1,3}}[ "
    rf"-]?y/?o\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+){0,3})|(?P<digits>\d(?:[\w,.]{0,20}\w)?)"
    r"|(?P<sign>[^\w\s])"
)
_PLAIN_WORD = re.compile(r"[\w'’-]+")
_NATIONALITY = re.compile(
    r"[A-Z][a-z]{2,20}(?:ans|is|ers|ese|ians|Jews|Turks|Kurds|Serbs|Arabs|Sikhs|Afghans|Thais|Poles"
    r"|Danes|Finns|Swedes|Brits|Britons|Czechs)\Z"
)
_SIGNS = {",": "COMMA", "(": "COMMA", ")": "COMMA", "&": "AND", ":": "COLON"}
_SILENT = frozenset("\"“”'’‘[]*")

_CONTRACTED = frozenset(
    word_list(
        """
    he she it that who there what here let one
    """
    )
)

Phrase = tuple[re.Pattern[str], str, str]


def _words() -> dict[str, tuple[str, str]]:
    """Single words → (class, what a cue counts)."""
    people = {"PEOPLE": PLURALS, "PERSON": SINGULARS, "PRONOUN": PRONOUNS}
    words = {word: (kind, "") for kind, listed in people.items() for word in listed}
    words |= {word: (kind, "") for kind, listed in AROUND.items() for word in listed.split()}
    return words | {word: (kind, of) for word, kind, of in CUES if _PLAIN_WORD.fullmatch(word)}


def _phrases() -> dict[str, list[Phrase]]:
    """First words of phrases → (pattern, class, what a cue counts), longest pattern first."""
    entries = [
        *((phrase, kind, of) for phrase, kind, of in CUES if not _PLAIN_WORD.fullmatch(phrase)),
        *((phrase, "WORD", "") for phrase in NOT_CUES),
        ("or (?:even |perhaps |possibly |maybe )?(?:more|fewer|less|so|over|under|above|below"
         "|upwards?)", "WORD", ""),
        ("and (?:counting|up|upwards?|(?:possibly|perhaps|maybe) more)", "WORD", ""),
        *((f"{word} (?:even )?(?:more|fewer"
           f"|less)", "WORD", "") for word in ("if not", "maybe", "perhaps", "possibly")),
        ("no one", "NOBODY", ""), ("prisoners of war", "PEOPLE", ""),
        ("to death", "TO_DEATH", "killed"),
        ("not one", "NOBODY", ""),
        ("among them", "INCLUDING", ""), ("loss of", "COST", ""),
        ("death toll", "TOLL", "killed"),
        *((f"{way} their (?:homes|villages|houses|land)", "AWAY", "displaced")
          for way in ("from", "out of")),
        ("to (?:flee|evacuate|abandon their homes|leave their homes)", "AWAY", "displaced"),
        ("hostage", "AWAY", "captured"), ("captive", "AWAY", "captured"),
        *((rf"{word} (?:murder|homicide|killing|slaying|fatality)s?", "ATTRIBUTED", "killed")
          for word in MULTIPLES),
        *((rf"{word} (?:shooting|stabbing)s?", "ATTRIBUTED", "wounded") for word in MULTIPLES),
    ]  # fmt: skip
    phrases: dict[str, list[Phrase]] = {}
    for phrase, kind, of in sorted(entries, key=lambda entry: -len(entry[0])):
        pattern = re.compile(rf"{phrase}\b", re.IGNORECASE)
        phrases.setdefault(phrase.split(" ")[0], []).append((pattern, kind, of))
    return phrases


_WORDS = _words()
_PHRASES = _phrases()
_COMMON = frozenset(
    word_list(
        """
    in to with from for on left took made fighting expected rounded required needed sought
    received ordered forced
    """
    )
)
_HINTS = word_list(
    """
    toll lives treatment attention evacuate flee homes hospital hospitals wound wounds injuries
    condition survive recover live hostages captives prisoners pows gunned captivity custody bars
    arrest inhalation hostage captive prisoner homeless"""
)
_CUE_WORDS = frozenset(
    {phrase.split(" ")[0] for phrase, _, _ in CUES} - _COMMON | set(MULTIPLES) | set(_HINTS)
)
_HARM = frozenset({phrase.split(" ")[0] for phrase, _, _ in CUES} - _COMMON)
_LETTERS = re.compile(r"[a-z]+")


def has_cue(text: str) -> bool:
    """Whether a passage can hold a human toll at all: a cheap look before the rules."""
    return not _CUE_WORDS.isdisjoint(words_in(text))


def names_harm(text: str) -> bool:
    """Whether a word of a short stretch itself says what befell people: "wounded", not "homes"."""
    return not _HARM.isdisjoint(_LETTERS.findall(text.lower()))


def is_person(noun: str) -> bool:
    """Whether a noun (as written) can be people, or what befell them."""
    return noun.lower() in _WORDS or noun[:1].isupper()


def tokens_of(text: str, numbers: Sequence[Number]) -> list[Token]:
    """The tokens of a passage, numbers as one token each."""
    spans = {number.start: number for number in numbers}
    found: list[Token] = []
    before, end = 0, 0  # where the token before stands
    make = tuple.__new__  # every word becomes a token: without the call around it, in half the time
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < end:
            continue
        if "-" in match[0] and (inner := _within(match, spans)):
            before, end = inner.start, inner.end  # "fell-at least 40"
            found.append(_counted(text, inner))
            continue
        kind, word, of = _alone(match[0])
        if start in spans:
            token: Token | None = _counted(text, spans[start])
        elif kind:
            token = make(Token, (kind, start, match.end(), word, of, None, None, False))
        else:
            token = _in_context(text, match, text[before:end])
        if token:
            before, end = start, token.end
            found.append(token)
    return found


def _within(match: re.Match[str], spans: Mapping[int, Number]) -> Number | None:
    """The number that begins inside a word."""
    return next((n for at, n in spans.items() if match.start() < at < match.end()), None)


@lru_cache(maxsize=4096)
def _alone(written: str) -> tuple[str, str, str]:
    """(class, lower case, what a cue counts) of a token; class "" where others decide it."""
    word = written.lower()
    if not written[0].isalpha():
        sign = not written[0].isdigit() and written != "." and written not in _SILENT
        return _SIGNS.get(written, "STOP") if sign else "", word, ""
    if word in _SMALL or word.endswith(("-old", "-olds")):
        return "", word, ""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
        if word not in _CONTRACTED:
            return "THE", word, ""
    return ("", word, "") if word in _PHRASES else _class_of(written, word)


def _class_of(written: str, word: str) -> tuple[str, str, str]:
    if known := _WORDS.get(word):
        return known[0], word, known[1]
    if not written[0].isupper():
        return "WORD", word, ""
    return "NATION" if _NATIONALITY.match(written) else "CAPITAL", word, ""


def _counted(text: str, number: Number) -> Token:
    kind = "DIGITS" if number.former else "NUMBER"
    return Token(
        kind,
        number.start,
        number.end,
        text[number.core : number.end].lower(),
        "",
        number.low,
        number.high,
        number.approximate,
    )


def _in_context(text: str, match: re.Match[str], previous: str) -> Token | None:
    """The token of a sign, an age or a word that may begin a phrase; None counts for nothing."""
    start, end = match.span()
    if sign := match["sign"]:
        if sign in _SILENT or (sign == "." and len(previous) <= 4 and previous[:1].isupper()):
            return None
        return Token("STOP", start, end)
    if age := _AGE.match(text, start):
        return Token("PEOPLE" if age.group(1) else "AGED", start, age.end())
    if match["digits"]:
        return Token("DIGITS", start, end)
    written = match[0]
    word = written.lower().removesuffix("'s").removesuffix("’s")
    for pattern, kind, of in _PHRASES.get(word, ()):
        if found := pattern.match(text, start):
            many = MULTIPLES.get(word)
            return Token(kind, start, found.end(), found.group().lower(), of, many, many)
    kind, word, of = _class_of(written, word)
    return Token(kind, start, end, word, of)
