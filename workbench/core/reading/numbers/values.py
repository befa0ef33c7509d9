"""What a number expression says: one reader for each form that `numbers` finds."""

import re
from dataclasses import dataclass

from workbench.core.reading.numbers.words import (
    ONES,
    PARTS,
    SCALES,
    SHORT_SCALES,
    TENS,
    VAGUE,
    Bound,
)

State = tuple[int, int, int]
_NO_SCALE = 10**18
_SPLIT = re.compile(r"[ -]+")
_COUNTED_SHORT = re.compile(
    r"[mkb] (?:(?:more|other|new|young|foreign) )?(?:people|users|customers|jobs|homes|voters|residents|refugees|migrants|children"
    r"|families|households|cars|vehicles|passengers|tonnes|tons|barrels|doses|cases|deaths|tests|workers|visitors"
    r"|tourists|subscribers|members|followers|views|copies|shares|pupils|students|patients|displaced|homeless|dead"
    r"|killed|infected|unemployed|(?:have|has|had|were|are) (?!high|long|wide|deep|tall|away|below|above))\b"
)
"""A letter for a thousand, a million or a billion, as what follows is counted and not measured."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression with its bounds; `None` is an open end.

    `start` is where a modifier ("more than") starts, `core` where the number
    itself does. `form` is digits, words, vague, fraction (low and high are per
    cent) or pair ("both"). `former` marks the old value in "from 10 to 14",
    `extra` a count that comes on top of another ("another 12").
    """

    start: int
    end: int
    low: Bound
    high: Bound
    core: int
    form: str
    currency: str = ""
    approximate: bool = False
    bounded: bool = False
    former: bool = False
    extra: bool = False


def read(match: re.Match[str]) -> Number | None:
    """Read one match of the core pattern by the name of its last group; None is no number."""
    return _READERS[match.lastgroup or "digits"](match)


def _exact(match: re.Match[str], value: int | float, form: str, end: int = -1) -> Number:
    stop = match.end() if end < 0 else end
    return Number(match.start(), stop, value, value, match.start(), form)


def _digits(match: re.Match[str]) -> Number:
    value = _plain(match["value"])
    sign = (match["sign"] or "").strip()
    end = match.end()
    if short := (match["short"] or "").strip():
        if sign or len(short) > 1:
            value = whole(value * SHORT_SCALES[short.lower()])
        else:  # "20m", "5 k": a unit, unless people follow
            end = match.end("value")
            if _COUNTED_SHORT.match(match.string, end + len(match["short"]) - len(short)):
                value, end = whole(value * SHORT_SCALES[short.lower()]), match.end()
    elif match["long"]:
        value = value + 0.5 if "half" in match["long"] else value
        for word in _SPLIT.split(match["long"].lower()):
            value = whole(value * SCALES.get(word, 1))
    return Number(match.start(), end, value, value, match.start(), "digits", sign)


def _words(match: re.Match[str]) -> Number | None:
    """The longest well-formed number at the start of a run of number words."""
    state: State = (0, 0, _NO_SCALE)
    end, after = 0, ""
    for word in re.finditer(r"[a-z]+", match.group().lower()):
        written = word.group()
        if written == "half":
            return _and_a_half(match, state[0] + state[1])
        if written in {"a", "and"}:
            after = after if written == "a" else "and" if after in SCALES else "broken and"
            continue
        step = None if after == "broken and" else _step(state, written)
        if step is None:
            break
        state, end, after = step, word.end(), written
    value = state[0] + state[1]
    return _exact(match, value, "words", match.start() + end) if end else None


def _step(state: State, token: str) -> State | None:
    """Add one number word to (finished thousands, current group, last scale), if it fits."""
    total, group, last = state
    if token in ONES:
        value = ONES[token]
        fits = group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and 0 < value < 10)
        return (total, group + value, last) if fits and last != 12 else None
    if token in TENS:
        return (total, group + TENS[token], last) if group % 100 == 0 and last != 12 else None
    scale = SCALES[token]
    if scale <= 100:
        return (total, max(group, 1) * scale, 12 if scale == 12 else last) if group < 100 else None
    if last == 12 or scale >= last or (total and not group):
        return None
    return total + max(group, 1) * scale, 0, scale


def _and_a_half(match: re.Match[str], value: int) -> Number:
    """ "two and a half million", "a million and a half"."""
    tail = match.group().lower().rsplit(" half", 1)[1].split()
    scale = SCALES[tail[0]] if tail else next((s for s in (10**9, 10**6, 10**3) if value >= s), 1)
    result = whole(value * (scale if tail else 1) + scale / 2)
    return _exact(match, result, "words")


def _vague(match: re.Match[str]) -> Number:
    words = _SPLIT.split(match.group().lower())
    two = " ".join(words[:2])
    low, high = (2, 2) if two == "a couple" else VAGUE.get(two) or VAGUE[words[0]]
    last = words[-1]
    if last in SCALES:  # "several hundred"
        low, high = (
            low * SCALES[last],
            (high or 9) * SCALES[last] + (SCALES[last] - 1 if low > 2 else 0),
        )
    elif len(words) > 2 and words[1] == "of":  # "tens of thousands"
        factor = SCALES[last.removesuffix("s")]
        high = (high + 1) * factor - 1 if high else None
        low *= factor
    return Number(match.start(), match.end(), low, high, match.start(), "vague")


def _halves(match: re.Match[str]) -> Number:
    scale = SCALES[_SPLIT.split(match.group().lower())[-1]]
    value = whole(scale / (4 if "quarter" in match.group().lower() else 2))
    return _exact(match, value, "words")


def _fraction(match: re.Match[str]) -> Number:
    words = _SPLIT.split(match.group().lower())
    part = words[-1] if words[-1] in PARTS else words[-1].removesuffix("s")
    count = ONES.get(words[0], 1) if len(words) > 1 else 1
    share = whole(round(100 * count / PARTS[part], 2))
    return _exact(match, share, "fraction")


def _ratio(match: re.Match[str]) -> Number | None:
    words = _SPLIT.split(match.group().lower())
    first, second = (ONES[w] if w in ONES else int(w) for w in (words[0], words[-1]))
    if not 0 < first < second:
        return _exact(match, first, "words", match.start() + len(words[0]))
    share = whole(round(100 * first / second, 2))
    return _exact(match, share, "fraction")


def _pair(match: re.Match[str]) -> Number:
    return _exact(match, 2, "pair")


def _year(match: re.Match[str]) -> None:
    """ "nineteen ninety-one" counts nothing."""


_READERS = {
    "year": _year,
    "digits": _digits,
    "words": _words,
    "vague": _vague,
    "halves": _halves,
    "fraction": _fraction,
    "ratio": _ratio,
    "pair": _pair,
}


def _plain(digits: str) -> int | float:
    digits = digits.replace(",", "")
    return float(digits) if "." in digits else int(digits)


def whole(value: float) -> int | float:
    """An int where the value is whole: 1.5 million is 1500000; 16.1 million has no rounding tail."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
