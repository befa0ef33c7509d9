"""Tokens of a passage with the classes that the casualty rules are written in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.core.signals.casualty_words import CUES, MULTIPLES, NOT_CUES, OTHER, PEOPLE
from workbench.core.signals.number_words import Bound
from workbench.core.signals.numbers import Number


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign, or a group of people made of several.

    `kind` is its class; `of` what a cue counts; `low` and `high` how many people.
    """

    kind: str
    start: int
    end: int
    word: str = ""
    of: str = ""
    low: Bound = None
    high: Bound = None
    approximate: bool = False


_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TOKEN = re.compile(
    rf"(?P<age>\b(?:\d{{1,3}}|{_SMALL})[ -–](?:year|month|week|day)s?[ -–]old(?P<olds>s?)\b)"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+){0,3})|(?P<digits>\d(?:[\w,.]{0,20}\w)?)|(?P<sign>[^\w\s])",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"[\w'’-]+")
_NATIONALITY = re.compile(r"[A-Z][a-z]{2,20}(?:ans|is|ers|ese|ians|Jews|Turks|Kurds|Serbs|Arabs|Sikhs|Afghans|Thais|Poles|Danes|Finns|Swedes|Brits|Britons|Czechs)\Z")
_SIGNS = {",": ",", "(": ",", ")": ",", "&": "&"}
_SILENT = frozenset("\"“”'’‘[]*")

_WORDS: dict[str, tuple[str, str]] = {}
_PHRASES: dict[str, list[tuple[re.Pattern[str], str, str]]] = {}


def _add_phrase(phrase: str, kind: str, of: str) -> None:
    pattern = re.compile(rf"{phrase}\b", re.IGNORECASE)
    _PHRASES.setdefault(phrase.split(" ")[0].split("-")[0], []).append((pattern, kind, of))


def _build() -> None:
    for word, kind in (*PEOPLE.items(), *OTHER.items()):
        if " " not in word:
            _WORDS[word] = (kind, "")
    for phrase, kind, of in CUES:
        if _PLAIN_WORD.fullmatch(phrase):
            _WORDS[phrase] = (kind, of)
        else:
            _add_phrase(phrase, kind, of)
    for phrase in NOT_CUES:
        _add_phrase(phrase, "x", "")
    _add_phrase("no one", "z", "")
    _add_phrase("not one", "z", "")
    _add_phrase("among them", "i", "")
    _add_phrase("death toll", "O", "killed")
    for word in MULTIPLES:
        _add_phrase(rf"{word} (?:murder|homicide|killing|slaying|fatality)s?", "w", "killed")
        _add_phrase(rf"{word} (?:shooting|stabbing)s?", "w", "wounded")
    for entries in _PHRASES.values():
        entries.sort(key=lambda entry: -len(entry[0].pattern))


_build()
_HARM = re.compile(
    r"\b(?:"
    + "|".join(sorted({re.escape(p.split(" ")[0])[:5] for p, _, _ in CUES if p.split(" ")[0] not in {"in", "to", "with", "from", "for", "on", "left", "took", "made"}}))
    + r"|toll|lives|hospital|wound|injur|displac)",
    re.IGNORECASE,
)


def has_cue(text: str) -> bool:
    """Whether a passage can hold a human toll at all: a cheap look before the rules."""
    return _HARM.search(text) is not None


def is_person(noun: str) -> bool:
    """Whether a noun (as written) can be people, or what befell them."""
    return noun.lower() in _WORDS or noun[:1].isupper()


def tokens_of(text: str, numbers: Sequence[Number]) -> list[Token]:
    """The tokens of a passage, numbers as one token each."""
    return list(_tokens(text, numbers))


def _tokens(text: str, numbers: Sequence[Number]) -> Iterator[Token]:
    upcoming = iter(sorted(numbers, key=lambda number: number.start))
    number = next(upcoming, None)
    position = 0
    previous = ""
    while match := _TOKEN.search(text, position):
        while number and number.start < match.start():
            number = next(upcoming, None)
        if number and number.start == match.start():
            position = number.end
            yield _counted(text, number)
            number = next(upcoming, None)
            continue
        token = _classified(text, match, previous)
        position = match.end() if token is None else max(token.end, match.start() + 1)
        if token:
            yield token
            previous = text[token.start : token.end]


def _counted(text: str, number: Number) -> Token:
    kind = "a" if number.former else "N"
    return Token(kind, number.start, number.end, text[number.core : number.end].lower(), "", number.low, number.high, number.approximate)


def _classified(text: str, match: re.Match[str], previous: str) -> Token | None:
    start, end = match.span()
    if match.lastgroup == "sign" or match["sign"]:
        sign = match["sign"]
        if sign in _SILENT or (sign == "." and (len(previous) <= 4 and previous[:1].isupper())):
            return None
        return Token(_SIGNS.get(sign, ";"), start, end)
    if match["age"]:
        return Token("P" if match["olds"] else "Y", start, end)
    if match["digits"]:
        return Token("a", start, end)
    written = match["word"]
    word = written.lower().removesuffix("'s").removesuffix("’s")
    for pattern, kind, of in _PHRASES.get(word, ()):
        if found := pattern.match(text, start):
            many = MULTIPLES.get(word)
            return Token(kind, start, found.end(), found.group().lower(), of, many, many)
    if known := _WORDS.get(word):
        return Token(known[0], start, end, word, known[1])
    if not written[0].isupper():
        return Token("x", start, end, word)
    return Token("c" if _NATIONALITY.match(written) else "C", start, end, word)
