"""The grammar of number expressions: digits, words, mixtures, shares and vague counts.

A form is a pattern with its reader and examples; forms are tried in order where a number may
begin. What bounds a number, signs it or says that it counts nothing is looked up around these
cores elsewhere. Every repeat is bounded, so the time is linear in the text.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from workbench.core.lexicon.en.number_words import (
    DOZEN,
    FRACTION_SIGNS,
    LOWER_SCALES,
    ONES,
    PARTS,
    SCALES,
    SCORE,
    TENS,
    VAGUE,
)
from workbench.core.reading.numbers.digits import is_linked, read_digits, scale_of
from workbench.core.reading.numbers.number import Number, tidy
from workbench.core.reading.numbers.units import CURRENCY_SIGNS

MOST_WORDS = 20
"""Words of one spelled-out number ("two hundred and fifty-one thousand …")."""

LONGEST_LINK = 30
"""Characters of the unit and the dash between the ends of a range."""

Reader = Callable[[re.Match[str]], Number | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to spell a number: its pattern, its reader, and examples with (low, high).

    `starts` are the words that it can begin with. A reader gives None for what only looks like
    a number.
    """

    name: str
    starts: frozenset[str]
    pattern: str
    read: Reader
    yes: tuple[tuple[str, tuple[float | None, float | None]], ...]


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_FEW = frozenset([word for word, value in ONES.items() if 0 < value < 10] + ["ten"])
_SMALL = _any(_FEW)
_TEEN = _any(word for word, value in ONES.items() if value > 9)
_PLAIN = [scale for scale in SCALES if scale not in {"score", *LOWER_SCALES}]
_LOWER = f"(?-i:{_any(LOWER_SCALES)})"
_SCALE = rf"(?:(?:{_any(_PLAIN)})|{_LOWER})"
_SCORE = r"score(?! (?:goals?|points?|runs?|tries|twice|again|first|in|for|late|early|more)\b)"
_WORD = f"(?:{_any((*ONES, *TENS, *_PLAIN))}|{_LOWER})"
_DIGIT_WORD = f"(?:{_any(word for word, value in ONES.items() if value < 10)}|oh|nought)"
_PART = rf"(?:{_any(PARTS)})s?"


def _exact(match: re.Match[str], value: float, form: str, end: int = -1) -> Number:
    stop = match.end() if end < 0 else end
    return Number(match.start(), stop, tidy(value), tidy(value), match.start(), form)


def _words_of(match: re.Match[str]) -> list[str]:
    return re.split(r"[ -]+", match[0].lower())


State = tuple[int, int, int]
"""(finished thousands, current group, last scale) of a number in words."""
_NO_SCALE = 10**18


def _spelled(match: re.Match[str]) -> Number | None:
    """The longest well-formed number at the start of a run of number words."""
    state: State = (0, 0, _NO_SCALE)
    end, after = 0, ""
    for word in re.finditer(r"[a-z]+", match["run"].lower()):
        written = word[0]
        if written in {"a", "and"}:
            scaled = after in SCALES or after.endswith("score")
            after = after if written == "a" else "and" if scaled else "broken and"
            continue
        step = None if after == "broken and" else _step(state, written)
        if step is None:
            break
        state, end, after = step, word.end(), written
    value = state[0] + state[1]
    if match["more"] and match.start() + end == match.end("run"):
        return _and_more(match, value, after)
    return _exact(match, value, "words", match.start() + end) if end else None


def _step(state: State, token: str) -> State | None:
    """Add one number word to a state, if it fits."""
    total, group, last = state
    if token in ONES:
        value = ONES[token]
        fits = group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and 0 < value < 10)
        fits = fits or (last == SCORE and value > 0)
        return (
            (total, group + value, 1 if last == SCORE else last) if fits and last != DOZEN else None
        )
    if token in TENS:
        fits = group % 100 == 0 and last not in {DOZEN, SCORE}
        return (total, group + TENS[token], last) if fits else None
    scale = SCALES[token]
    if scale <= 100:
        small = scale if scale in {DOZEN, SCORE} else last
        return (total, max(group, 1) * scale, small) if group < 100 else None
    if last in {DOZEN, SCORE} or scale >= last or (total and not group):
        return _of_thousands(state, scale)
    return total + max(group, 1) * scale, 0, scale


def _of_thousands(state: State, scale: int) -> State | None:
    """ "One lakh crore": a scale of a scale."""
    total, group, last = state
    fits = total and not group and scale > last >= 1000
    return (total * scale, 0, scale) if fits else None


def _and_more(match: re.Match[str], value: int, last: str) -> Number:
    """ "Two and a half million", "a million and a half", "a dozen and a half"."""
    count, part = (match["times"] or "a").lower(), match["more"].lower()
    share = ONES.get(count, 1) / PARTS[part if part in PARTS else part.removesuffix("s")]
    if match["scale"]:
        return _exact(match, (value + share) * scale_of(match["scale"]), "words")
    return _exact(match, value + share * SCALES.get(last, 1), "words")


def _vague(match: re.Match[str]) -> Number:
    words = _words_of(match)
    low, high = VAGUE.get(" ".join(words[:2])) or VAGUE[words[0]]
    last = words[-1]
    if last in SCALES:  # "several hundred", "a few dozen"
        by = SCALES[last]
        rest = by - 1 if low > 2 else 0
        high = (high or 9) * by + rest if by > DOZEN else high and high * by
        low *= by
    elif len(words) > 2 and words[1] == "of":  # "tens of thousands"
        by = scale_of(last)
        low, high = low * by, (high + 1) * by - 1 if high else None
    return Number(match.start(), match.end(), low, high, match.start(), "vague")


def _part_of_scale(match: re.Match[str]) -> Number:
    part = match["part"].lower()
    share = (
        ONES.get((match["count"] or "a").lower(), 1) / PARTS[part if part in PARTS else part[:-1]]
    )
    return _exact(match, round(share * scale_of(match["scale"])), "words")


def _share_of_one(match: re.Match[str]) -> float:
    """ "Half a percent", "three quarters of a mile"."""
    count, *rest = _words_of(match)
    part = next(word for word in (count, *rest) if word in PARTS or word.removesuffix("s") in PARTS)
    return ONES.get(count, 1) / PARTS[part if part in PARTS else part.removesuffix("s")]


def _pointed(match: re.Match[str]) -> Number:
    """ "Two point five million"."""
    whole = sum(ONES.get(word, 0) + TENS.get(word, 0) for word in match["whole"].lower().split("-"))
    parts = "".join(str(ONES.get(word, 0)) for word in match["parts"].lower().split())
    return _exact(match, float(f"{whole}.{parts}") * scale_of(match["scale"] or ""), "words")


def _a_score(match: re.Match[str]) -> Number:
    """ "A score of people"; "of" belongs to what is counted."""
    written = match[0].removesuffix(" of ")
    return _exact(
        match, SCORE * (1.5 if match["more"] else 1), "vague", match.start() + len(written)
    )


def _share(match: re.Match[str]) -> Number:
    words = _words_of(match)
    part = words[-1] if words[-1] in PARTS else words[-1].removesuffix("s")
    count = ONES.get(words[0], 1) if len(words) > 1 else 1
    return _exact(match, round(100 * count / PARTS[part], 2), "fraction")


def _year(match: re.Match[str]) -> Number:
    """ "Nineteen ninety-one", which counts nothing but is a number."""
    first, *rest = _words_of(match)
    value = 100 * ONES.get(first, 20) + sum(ONES.get(w, 0) + TENS.get(w, 0) for w in rest)
    return _exact(match, value, "year")


def _pair(match: re.Match[str]) -> Number:
    """ "Both"; "not both" are one at most."""
    if match.string[: match.start()].lower().endswith("not "):
        return Number(match.start() - 4, match.end(), None, 1, match.start(), "pair", bounded=True)
    return _exact(match, 2, "pair")


def _ratio(match: re.Match[str]) -> Number | None:
    words = _words_of(match)
    first, second = (
        ONES[w] if w in ONES else int(w.replace(",", "")) for w in (words[0], words[-1])
    )
    if not 0 < first < second:
        return _exact(match, first, "words", match.start() + len(words[0]))
    return _exact(match, round(100 * first / second, 2), "fraction")


FORMS: tuple[Form, ...] = (
    Form(
        "ratio",
        _FEW,
        rf"\b(?:{_SMALL}|(?<![\w.,:/-])\d{{1,3}}) (?:in|out of) (?:every )?(?:{_SMALL}"
        rf"|\d{{1,3}}(?:,?\d{{3}})?)\b(?![:,]?\d)",
        _ratio,
        (("one in five", (20, 20)), ("9 out of 10", (90, 90))),
    ),
    Form(
        "part of a scale",
        _FEW | {"a", "half", "quarter", "quarters"},
        rf"\b(?:(?P<count>a|{_SMALL})[ -])?(?P<part>{_PART})(?:[ -]of)?(?:[ -]an?[ -]"
        rf"|(?<=half)[ -]|(?<=quarter)[ -])(?P<scale>{_SCALE}|score)\b",
        _part_of_scale,
        (
            ("half a million", (500_000, 500_000)),
            ("a half million", (500_000, 500_000)),
            ("three-quarters of a million", (750_000, 750_000)),
            ("a quarter of a million", (250_000, 250_000)),
            ("half-dozen", (6, 6)),
            ("half a dozen", (6, 6)),
            ("half-a-million", (500_000, 500_000)),
        ),
    ),
    Form(
        "part of one",
        _FEW | {"a", "half", "quarter"},
        rf"\b(?:(?:a|{_SMALL})[ -])?{_PART}(?: of)?(?: an?| one)(?= (?:per ?cent|percentage point"
        rf"|degree|mile|kilomet|met(?:er|re)|tonne|ton|acre|hectare)\b)",
        lambda match: _exact(match, _share_of_one(match), "words"),
        (("half a percent", (0.5, 0.5)), ("three quarters of a mile", (0.75, 0.75))),
    ),
    Form(
        "point",
        frozenset({*ONES, *TENS, "nought"}),
        rf"(?<!at )\b(?P<whole>(?:nought|{_any((*ONES, *TENS))})(?:-(?:{_SMALL}))?) point "
        rf"(?P<parts>{_DIGIT_WORD}(?: {_DIGIT_WORD}){{0,5}})"
        rf"(?: (?P<scale>{_SCALE})\b|(?= (?:per ?cent|percentage|degrees?|times|met(?:er|re)s?"
        rf"|kilomet(?:er|re)s?|miles?|tonnes?|on the)\b))",
        _pointed,
        (("two point five million", (2_500_000, 2_500_000)),
         ("zero point two five million", (250_000, 250_000))),
    ),
    Form(
        "share",
        _FEW | {"a", "half"},
        rf"\b(?:(?:a|{_SMALL})[ -]{_PART}(?= of\b)"
        r"|(?:two|three)[ -](?:third|quarter|fifth)s(?= (?:of|the|majority|vote)\b)"
        rf"|(?<=by )(?:(?:a|one|two)[ -]{_PART}|half)\b(?! (?:a|an|dozen)\b)"
        r"|(?<!first )(?<!second )(?<!latter )(?<!other )half(?= (?:of|the|its|their|his|her|all) "
        r"))",
        _share,
        (("two-thirds of the house", (66.67, 66.67)), ("half of the", (50, 50))),
    ),
    Form(
        "vague",
        frozenset(word.split()[0] for word in VAGUE),
        r"\b(?:(?:tens|dozens|scores|hundreds|thousands) of (?:hundreds|thousands|lakhs|millions"
        r"|crores|billions)"
        r"|(?:several|a few|a handful|a couple(?= (?:of|more|others|dozen|hundred|thousand|million"
        r"|days|weeks|months|years|hours)\b))(?: of)?(?:[ -](?:dozen|hundred|thousand|lakh|million"
        r"|crore|billion)\b)?"
        r"|tens(?= of)|dozens|scores(?= (?:of|more|were|are|killed|injured|wounded|dead|missing"
        r"|died|feared))"
        r"|hundreds|thousands|millions|billions|lakhs|crores)\b",
        _vague,
        (
            ("several hundred", (300, 999)),
            ("tens of thousands", (20_000, 99_999)),
            ("a couple of hundred", (200, 200)),
            ("a few dozen", (36, None)),
            ("dozens", (24, None)),
        ),
    ),
    Form(
        "year",
        frozenset({"nineteen", "twenty"}),
        rf"\b(?:nineteen|twenty)[ -](?:oh[ -]\w{{3,5}}|(?:{_TEEN})|(?:{_any(TENS)})(?:[ "
        rf"-](?:{_SMALL}))?)\b",
        _year,
        (("nineteen ninety-one", (1991, 1991)), ("twenty twelve", (2012, 2012))),
    ),
    Form(
        "a score",
        frozenset("a"),
        r"\ba score(?P<more> and a half)?(?: of (?=(?:[a-z-]+ )?(?:people"
        r"|[a-z-]+s)\b)(?!(?:points|runs|goals)\b)"
        r"|(?= (?:or (?:more|so|fewer) )?(?:[a-z]+s )?(?:were|are|died|killed|injured"
        r"|wounded|dead|missing|hurt)\b))",
        _a_score,
        (("a score of people", (20, 20)), ("a score and a half of people", (30, 30))),
    ),
    Form(
        "words",
        frozenset({"a", *ONES, *TENS, *_PLAIN}),
        rf"\b(?P<run>(?:a (?={_SCALE}\b))?{_WORD}(?:(?:[ -]| and (?!\w+[ -](?:half|third"
        rf"|quarter))|(?<=score) and )(?:{_WORD}|(?<=[a-z][ -]){_SCORE})){{0,{MOST_WORDS}}})\b"
        rf"(?:[ -]and[ -](?P<times>an?|one|two|three)[ -](?P<more>(?:half|halves|thirds?"
        rf"|quarters?))\b(?! of\b)(?: (?P<scale>{_SCALE}|score)\b)?)?",
        _spelled,
        (
            ("thirteen thousand", (13_000, 13_000)),
            ("two hundred and fifty-one thousand", (251_000, 251_000)),
            ("two and a half million", (2_500_000, 2_500_000)),
            ("a million and a half", (1_500_000, 1_500_000)),
            ("a dozen and a half", (18, 18)),
            ("one and three quarter million", (1_750_000, 1_750_000)),
            ("three score and ten", (70, 70)),
            ("two score villagers", (40, 40)),
            ("two lakh crore", (2_000_000_000_000, 2_000_000_000_000)),
        ),
    ),
    Form("baker's dozen", frozenset("a"), r"\ba baker['’]s dozen\b",
         lambda match: _exact(match, DOZEN + 1, "words"), (("a baker's dozen", (13, 13)),)),
    Form("pair", frozenset({"both"}), r"\bboth\b", _pair, (("both", (2, 2)),)),
)  # fmt: skip
"""How numbers are spelled; digits have a reader of their own."""

_COMPILED = tuple((re.compile(form.pattern, re.IGNORECASE), form) for form in FORMS)
_RATIO = _COMPILED[0][0]
_BY_FIRST = {
    word: tuple((pattern, form.read) for pattern, form in _COMPILED if word in form.starts)
    for word in frozenset[str]().union(*(form.starts for form in FORMS))
}
FIRST_WORDS = frozenset(_BY_FIRST) - {"a"}
"""The words that a number can start with, but for "a"."""
_STARTS = re.compile(
    rf"(?P<digit>(?:{CURRENCY_SIGNS.lower()})|(?<![^\s(−–‑-])\.\d+|\d[\d,.]*"
    rf"|[{''.join(FRACTION_SIGNS)}⁰¹²³⁴-⁹])|\b(?:{_any(FIRST_WORDS)})\b"
    rf"|\ba(?=[ -](?:{_PART}|few|handful|couple|baker|{_any(_PLAIN)}|score)\b)"
)
"""Where a number may begin in a text in lower case; the pattern needs no other case, so that
`re` can skip by first letters."""


@lru_cache(maxsize=2048)
def cores_in(text: str) -> tuple[Number, ...]:
    """Every number expression of a plain text without what stands around it, years too."""
    found: list[Number] = []
    position = 0
    low = text.lower()
    if len(low) != len(text):  # "İ" has two letters in lower case
        low = "".join(c.lower()[0] for c in text)
    for token in _STARTS.finditer(low):
        at = token.start()
        if at < position:
            continue
        if token["digit"]:
            last = found[-1] if found and found[-1].form == "digits" else None
            number, position = _digits_at(text, at, last)
        else:
            number, position = _words_at(text, at, token[0])
        if number:
            found.append(number)
    return tuple(found)


def _digits_at(text: str, at: int, last: Number | None) -> tuple[Number | None, int]:
    """(the number in digits at `at`, where to look on); `last` is the one before it."""
    match = _RATIO.match(text, at)
    number = _ratio(match) if match else None
    if number is None or number.form != "fraction":
        lower = (
            last if last and at - last.end < LONGEST_LINK and is_linked(text, last, at) else None
        )
        number = read_digits(text, at, lower)
    return number, number.end if number else at + 1


def _words_at(text: str, at: int, first: str) -> tuple[Number | None, int]:
    for pattern, read in _BY_FIRST[first]:
        if match := pattern.match(text, at):
            number = read(match)
            return number, number.end if number else match.end()
    return None, at
