"""Numbers in English prose: digits, words, mixtures, ranges, bounds and vague counts.

A plain grammar of modifier, number and scale, in the manner of the cascaded
finite-state recognisers of FASTUS (Hobbs et al., 1997): forms find the cores,
tables give their values, and modifiers, ranges and what cannot be a count are
looked up around each core. Whoever needs a number of a text asks here. Spans are
code points of the text given.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from workbench.core.lexicon.en.number_words import DOZEN, NOT_ONE, SHORT_SCALES
from workbench.core.reading.numbers.cores import FIRST_WORDS, cores_in
from workbench.core.reading.numbers.digits import scale_of
from workbench.core.reading.numbers.guards import is_name_or_time
from workbench.core.reading.numbers.modifiers import (
    excepted,
    in_currency,
    modified,
    none_of,
    signed,
)
from workbench.core.reading.numbers.number import Number, tidy
from workbench.core.reading.numbers.units import unit_after
from workbench.core.text.pattern_needs import words_in

TABLE, DENSE = 20, 12

_NUMBER_WORDS = FIRST_WORDS | {
    "couple",
    "few",
    "handful",
    "third",
    "fifth",
    "single",
    "neither",
    "nary",
    "score",
}
_DIGITS = re.compile(r"\d[\d.,]*|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_LETTERS = re.compile(r"[a-z]+")
_LINK = re.compile(
    r"\s?(?:[-–—‑]|to|or|and)\s?"
    r"|,? (?:(?:or|and) )?(?P<maybe>perhaps|possibly|maybe|even|if not)(?: as many as)? ",
    re.IGNORECASE,
)
_GIVE_OR_TAKE = re.compile(r" ?(?:±|\+/[-−–]) ?|,? (?:plus or minus|give or take) ", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\b(?:anywhere|anything|somewhere|rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) from \Z",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"(?:\w-|\d–)\Z")
_NOT_ONE = re.compile(rf"\b{NOT_ONE}(?= [a-z])(?! (?:one )?of\b)", re.IGNORECASE)
_LAST_LETTERS = re.compile(r"[a-z]+\Z")
_EXACT = frozenset({"digits", "words", "year"})
_BLANK = re.compile(r"[^\S ]")
_TO = re.compile(r"\bto\s")


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number of a passage that can count or measure something, in reading order.

    Ages, clock times, dates, years, ordinals, scores, phone and house numbers,
    calibres and numbers inside names are left out, and so are tables: a passage
    with TABLE or more numbers, one in fewer than DENSE characters, is no prose.
    """
    count = len(_DIGITS.findall(text))
    spelled = not _NUMBER_WORDS.isdisjoint(words_in(text))
    if not (count or spelled):
        return ()
    if spelled:
        count += sum(word in _NUMBER_WORDS for word in _LETTERS.findall(text.lower()))
    if count >= TABLE and count * DENSE > len(text):
        return ()
    text = evenly(text)
    return tuple(number for number in _joined(text) if not is_name_or_time(text, number))


def values_in(text: str) -> tuple[Number, ...]:
    """Every number in digits or words by itself, with its sign: years, ages and names too."""
    text = evenly(text)
    return tuple(signed(text, core) for core in cores_in(text) if core.form in _EXACT)


def evenly(text: str) -> str:
    """A text whose blanks are all plain ones; no offset changes."""
    return _BLANK.sub(" ", text)


def _joined(text: str) -> list[Number]:
    """Numbers with ranges put together, modifiers taken in, and exceptions taken off."""
    cores = [signed(text, core) for core in cores_in(text) if core.form != "year"]
    ranged = list(_ranged(text, cores))
    found: list[Number] = []
    used = -1
    for index, number in enumerate(ranged):
        if index == used:
            continue
        rest = excepted(text, number, ranged, index)
        if rest is None:
            number = none_of(text, number) or modified(text, number)
            while found and found[-1].start >= number.start:
                found.pop()  # "not one of the 40"
            found.append(number)
            continue
        found += rest[:1]
        used = index + 1 if len(rest) > 1 else -1
    return _with_none(text, found)


def _with_none(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers with "not a single" among them, which counts none of what follows."""
    none = [
        Number(m.start(), m.end(), 0, 0, m.start(), "none")
        for m in _NOT_ONE.finditer(text)
        if not any(n.start <= m.start() < n.end for n in numbers)
    ]
    if not none:
        return numbers
    kept = [n for n in numbers if not any(m.start <= n.start < m.end for m in none)]
    return sorted((*kept, *none), key=lambda number: number.start)


def _ranged(text: str, cores: list[Number]) -> Iterator[Number]:
    i = 0
    while i < len(cores):
        if _HYPHENATED.search(text, max(0, cores[i].core - 2), cores[i].core):
            i += 1  # "608-364-6865"
            continue
        first = in_currency(text, cores[i])
        second = in_currency(text, cores[i + 1]) if i + 1 < len(cores) else None
        joined = _range(text, first, second) if second else None
        if joined:
            yield joined
            i += 2
            continue
        if second and _is_former(text, first, second):
            first = replace(first, former=True)
        yield first
        i += 1


def _is_former(text: str, first: Number, second: Number) -> bool:
    """Whether this is the old value of "from 10 to 14"."""
    return (
        text[max(0, first.start - 5) : first.start].lower().endswith("from ")
        and second.core - first.end < 25
        and _TO.search(text[first.end : second.core]) is not None
    )


def _range(text: str, first: Number, second: Number) -> Number | None:
    """The range of "between 30 and 40", "30 to 40", "30-40" or "$20m-$30m", if it is one."""
    unit_end, unit = unit_after(text, first.end)
    same = unit and unit_after(text, second.end)[1] == unit
    if spread := _spread(text, first, second):
        return spread
    link = _LINK.fullmatch(text, unit_end if same else first.end, second.core)
    if not link or first.form not in {"digits", "words"} or second.form != first.form:
        return None
    low, high = first.low, second.high
    before = text[max(0, first.start - 8) : first.start].lower()
    word = link[0].strip().lower()
    if low is None or high is None or not _may_be_range(before, word, first, high):
        return None
    low = _scaled_alike(low, high, text[second.core : second.end])
    if low >= high:
        return None
    start = first.start
    if before.endswith("between "):
        start -= 8
    elif word == "to" and before.endswith("from "):
        span = _FROM_TO.search(text, max(0, start - 15), start)
        if span is None:
            return None
        start = span.start()
    end = second.end
    if link["maybe"] and link[0][0] == text[end : end + 1] == ",":
        end += 1
    return replace(first, start=start, end=end, low=low, high=high, bounded=True)


def _spread(text: str, first: Number, second: Number) -> Number | None:
    """ "90 ± 5", "90, give or take 5"."""
    if not _GIVE_OR_TAKE.fullmatch(text, first.end, second.core):
        return None
    if first.low is None or first.high is None or second.high is None:
        return None
    low, high = tidy(first.low - second.high), tidy(first.high + second.high)
    return replace(first, end=second.end, low=low, high=high, bounded=True)


def _may_be_range(before: str, word: str, first: Number, high: float) -> bool:
    if word == "and":
        return before.endswith("between ")
    if word == "to" and before.endswith("by "):
        return False  # "fell by 30 to 126"
    far = not first.currency and high > 10 * abs(first.low or 0)
    return not (far and (word == "or" or (before.endswith("from ") and word == "to")))


def _scaled_alike(low: int | float, high: int | float, written: str) -> int | float:
    """The lower end in the scale of the upper one: "2 to 3 million", "$2-3bn"."""
    last = _LAST_LETTERS.search(written.lower())
    by = (SHORT_SCALES.get(last[0]) or scale_of(last[0])) if last else 1
    return tidy(low * by) if by > DOZEN and 0 < low < high / by else low
