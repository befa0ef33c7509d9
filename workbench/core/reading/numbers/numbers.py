"""Numbers in English prose: digits, words, mixtures, ranges, bounds and vague counts.

A plain grammar of modifier, number and scale, in the manner of the cascaded
finite-state recognisers of FASTUS (Hobbs et al., 1997): one pattern finds the
cores, tables give their values, and modifiers, ranges and what cannot be a
count are looked up around each core. Spans are code points of the text given.
Every repeat is bounded, so that the time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.core.reading.numbers.guards import is_name_or_time
from workbench.core.reading.numbers.values import Number, read, whole
from workbench.core.reading.numbers.words import (
    ABOUT,
    EXTRA,
    HIGH,
    LOW,
    MODIFIERS,
    ONES,
    PARTS,
    SCALES,
    SHORT_SCALES,
    TENS,
    VAGUE,
)

MOST_WORDS = 12
"""Words of one spelled-out number ("two hundred and fifty-one thousand …")."""

TABLE, DENSE = 20, 12

CURRENCY_SIGNS = r"(?:US|AU|NZ|HK|A|C|S|R)?\$|[€£¥₹₽₴₪]"


_WORD = "|".join(sorted([*ONES, *TENS, *SCALES], key=len, reverse=True))
_SCALE = "|".join(SCALES)
_SHORT = "|".join(sorted(SHORT_SCALES, key=len, reverse=True))
_PART = "|".join(PARTS)
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten"

_TEEN = "ten|eleven|twelve|" + "|".join(word for word in ONES if word.endswith("teen"))

_CORE = re.compile(
    rf"""
    (?P<ratio>\b(?:{_COUNT}|(?<![\w.,:/-])\d{{1,3}})[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:{_COUNT}|\d{{1,4}})\b(?!:))
  | (?P<fraction>\b(?:(?:a|one|two|three|four|five|seven)[ -](?:{_PART})s?(?=[ ]of\b)
        |(?:two|three)[ -](?:third|quarter|fifth)s(?=[ ](?:of|the|majority|vote)\b)
        |(?<=by[ ])(?:(?:a|one|two)[ -](?:{_PART})s?|half)\b(?![ ](?:a|an|dozen)\b)
        |(?<!first[ ])(?<!second[ ])(?<!latter[ ])(?<!other[ ])half(?=[ ](?:of|the|its|their|his|her|all)[ ])))
  | (?P<halves>\bhalf[ ](?:a|an)[ ](?:{_SCALE})\b|\bhalf[ -]dozen\b|\ba[ ]quarter[ ]of[ ]a[ ](?:{_SCALE})\b)
  | (?P<vague>\b(?:(?:tens|dozens|scores|hundreds|thousands)[ ]of[ ](?:hundreds|thousands|lakhs|millions|billions)
        |(?:several|a[ ]few|a[ ]handful|a[ ]couple(?=[ ](?:of|more|others|dozen|hundred|thousand|million|days|weeks|months|years|hours)\b))(?:[ ]of)?(?:[ -](?:dozen|hundred|thousand|million|billion)\b)?
        |tens(?=[ ]of)|dozens|scores(?=[ ](?:of|more|were|are|killed|injured|wounded|dead|missing|died|feared))
        |hundreds|thousands|millions|billions|lakhs)\b)
  | (?P<digits>(?P<sign>(?:{CURRENCY_SIGNS})[ ]?)?(?<![\w.,:/#@&=+'’])(?<![^\W\d][-–])(?<!\)[-–])
        (?!0\d)(?P<value>\d{{1,3}}(?:,\d{{2,3}}){{1,6}}(?:\.\d{{1,9}})?|\d{{1,15}}(?:\.\d{{1,9}})?)
        (?![.,:/]?\d|[:/]\d)
        (?:(?P<short>[ ]?(?:{_SHORT})\b(?!-))|(?P<long>[ -](?:and[ ]a[ ]half[ ])?(?:{_SCALE})(?:[ ](?:{_SCALE}))?\b)|(?![^\W\d_])|(?=[CF]\b)))
  | (?P<year>\b(?:nineteen|twenty)[ -](?:oh[ -]\w{{3,5}}|{_TEEN}|(?:{"|".join(TENS)})(?:[ -](?:{_COUNT}))?)\b)
  | (?P<words>\b(?:a[ ](?=(?:{_SCALE})\b))?(?:{_WORD})(?:(?:[ -]|[ ]and[ ])(?:{_WORD})){{0,{MOST_WORDS}}}\b
        (?:[ ]and[ ]a[ ]half(?:[ ](?:{_SCALE}))?\b)?)
  | (?P<pair>\bboth\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CODE = re.compile(
    r"(?<![\w.])(?:Rs\.?|Rp|Tk|K?Sh|R(?=\d)|RM|INR|PKR|UAH|PLN|EUR|USD|GBP|CHF|CNY|RMB|NGN|CAD|AUD|NZD|ZAR|KES|BRL|TRY|RUB|JPY|KRW|SEK|NOK|DKK|CZK|HUF)[ \xa0]?\Z"
)
"""Codes of currencies in front of a number, in capitals as they are written."""
_STARTS = re.compile(rf"(?P<sure>(?:{CURRENCY_SIGNS})|\d[\d,.]*)|[^\W\d_]+")
_FIRST = frozenset(
    {*ONES, *TENS, *SCALES, *(word.split()[0] for word in VAGUE), "half", "both", "scores", "a"}
)
"""The words that a number can start with."""
_AFTER_A = re.compile(rf"[ -](?:{_PART}|few|handful|couple|{_SCALE})", re.IGNORECASE)
"""What has to follow "a" that it starts a number."""
_NUMBER_WORDS = (_FIRST - {"a"}) | {"couple", "few", "handful", "quarter", "third", "fifth"}
_DIGITS = re.compile(r"\d[\d.,]*")
_LETTERS = re.compile(r"[a-z]+")
_LINK = re.compile(r"\s?[-–—]\s?|\s(?:to|or|and)\s", re.IGNORECASE)
_HYPHENATED = re.compile(r"\w[-–]\Z")
_OPENERS = "(“\"‘'—–-"
_LAST = frozenset(phrase.split(" ")[-1] for phrase in MODIFIERS)
"""The words that a modifier ends in."""
_AFTER = re.compile(r"\+(?!\w)|-plus\b| plus\b(?! )| or (?:more|so|fewer|less)\b", re.IGNORECASE)


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number of a passage that can count or measure something, in reading order.

    Ages, clock times, dates, years, ordinals, scores, phone and house numbers,
    calibres and numbers inside names are left out, and so are tables: a passage
    with TABLE or more numbers, one in fewer than DENSE characters, is no prose.
    """
    count = len(_DIGITS.findall(text))
    words = _LETTERS.findall(text.lower())
    if not count and _NUMBER_WORDS.isdisjoint(words):
        return ()
    count += sum(word in _NUMBER_WORDS for word in words)
    if count >= TABLE and count * DENSE > len(text):
        return ()
    return tuple(
        number for number in _joined(text, list(_cores(text))) if not is_name_or_time(text, number)
    )


def _cores(text: str) -> Iterator[Number]:
    position = 0
    for token in _STARTS.finditer(text):
        start = token.start()
        if start < position or not (token["sure"] or _may_start(text, token)):
            continue
        match = _CORE.match(text, start)
        if match is None:
            continue
        number = read(match)
        position = number.end if number else match.end()
        if number:
            yield number


def _may_start(text: str, word: re.Match[str]) -> bool:
    low = word[0].lower()
    return low in _FIRST and (low != "a" or _AFTER_A.match(text, word.end()) is not None)


def _joined(text: str, cores: list[Number]) -> Iterator[Number]:
    """Cores with ranges put together and modifiers taken in."""
    i = 0
    while i < len(cores):
        if _HYPHENATED.search(text, max(0, cores[i].core - 2), cores[i].core):
            i += 1  # "608-364-6865"
            continue
        first = _modified(text, _in_currency(text, cores[i]))
        joined = _range(text, first, cores[i + 1]) if i + 1 < len(cores) else None
        if joined:
            yield joined
            i += 2
            continue
        if i + 1 < len(cores) and _is_former(text, first, cores[i + 1]):
            first = replace(first, former=True)
        yield first
        i += 1


def _in_currency(text: str, number: Number) -> Number:
    """The number with the code in front of it: "Rs 25 lakh"."""
    if number.form != "digits" or number.currency:
        return number
    code = _CODE.search(text, max(0, number.core - 5), number.core)
    if code is None:
        return number
    return replace(number, start=code.start(), core=code.start(), currency=code[0].strip())


def _is_former(text: str, first: Number, second: Number) -> bool:
    """Whether this is the old value of "from 10 to 14"."""
    return (
        text[max(0, first.start - 5) : first.start].lower().endswith("from ")
        and second.core - first.end < 25
        and re.search(r"\bto\s", text[first.end : second.core]) is not None
    )


def _range(text: str, first: Number, second: Number) -> Number | None:
    """The range of "between 30 and 40", "30 to 40" or "30-40", if it is one."""
    link = _LINK.fullmatch(text, first.end, second.core)
    if not link or first.form not in {"digits", "words"} or second.form != first.form:
        return None
    low, high = first.low, second.high
    before = text[max(0, first.start - 8) : first.start].lower()
    word = link.group().strip().lower()
    if (
        low is None
        or high is None
        or (before.endswith("from ") and word == "to" and not first.currency and high > 10 * low)
    ):
        return None
    if word == "and" and not before.endswith("between "):
        return None
    if word == "to" and before.endswith("by "):
        return None  # "fell by 30 to 126"
    for scale in sorted({*SCALES.values()} - {12}, reverse=True):
        if high >= scale and low < high / scale and high / scale < 1_000 and low < 1_000 <= high:
            low = whole(low * scale)  # "2 to 3 million"
            break
    if low >= high or (before.endswith("from ") and word == "to"):
        return None
    start = first.start - 8 if before.endswith("between ") else first.start
    return replace(first, start=start, end=second.end, low=low, high=high, bounded=True)


def _modified(text: str, number: Number) -> Number:
    """Take in the modifiers before ("more than", "an estimated") and after ("or more")."""
    for _ in range(2):
        found = _modifier_before(text, number.start)
        if not found:
            break
        number = _bound(replace(number, start=found[0]), found[1])
    if after := _AFTER.match(text, number.end):
        kind = {"fewer": HIGH, "less": HIGH, "so": ABOUT}.get(
            after.group().split()[-1].lower(), LOW
        )
        number = _bound(replace(number, end=after.end()), kind)
    return number


def _modifier_before(text: str, end: int) -> tuple[int, str] | None:
    """Start and sort of the longest modifier that ends where the number starts."""
    window = text[max(0, end - 32) : end]
    if not window.endswith(" "):
        return None
    words = window.rstrip().split(" ")
    if words[-1].lower().lstrip(_OPENERS) not in _LAST:
        return None
    for count in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[-count:])
        bare = phrase.lstrip(_OPENERS)
        if kind := MODIFIERS.get(bare.lower()):
            return end - (len(window) - len(window.rstrip())) - len(bare), kind
    return None


def _bound(number: Number, kind: str) -> Number:
    if kind == LOW:
        return replace(number, high=None, bounded=True)
    if kind == HIGH:
        return replace(number, low=None, bounded=True)
    if kind == ABOUT:
        return replace(number, approximate=True)
    return replace(number, extra=kind == EXTRA)
