"""What stands around a number and changes it: bounds, signs, exceptions, none and not all."""

import re

from msgspec.structs import replace

from workbench.core.lexicon.en.number_words import (
    ABOUT,
    ABOVE,
    ALL_BUT,
    ALL_OF,
    BEHIND,
    BELOW,
    BUT,
    EXTRA,
    MINUS_SIGNS,
    MODIFIERS,
    NEGATIVE_WORDS,
    NONE_OF,
    NOT_ALL,
    NOT_ONE,
)
from workbench.core.reading.numbers.counted import noun_after
from workbench.core.reading.numbers.number import Number
from workbench.core.reading.numbers.units import CODE_BEFORE, unit_after

_WINDOW = 40
"""Characters before a number in which a modifier has room."""
_LONGEST = max(len(phrase.split()) for phrase in MODIFIERS)
_LAST = frozenset(phrase.split()[-1] for phrase in MODIFIERS)
"""The words that a modifier ends in."""
_WORDS_BEFORE = re.compile(rf"(?:[a-z]+[ -]){{1,{_LONGEST}}}\Z", re.IGNORECASE)
_LAST_BEFORE = re.compile(
    r"([^\W\d_]+|[<>~≈≃≤≥])(?:\.|(?<=least|.most|.than) ?(?:[—–,…]|\.{2,3}))?"
    r" ?[(\[“”\"„«‘'‹]{0,2}\Z",
    re.IGNORECASE,
)
"""The last word of a modifier; something may stand behind one that nothing else ends in."""
_BEHIND = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in BEHIND)
_NOUN = (
    r"(?: ?%| ?°[CF]?|(?<=\d)[a-z²]{1,3}(?![a-z])"
    r"|(?: (?!(?:and|or|at|if|maybe|perhaps|possibly)\b)[a-z-]{2,20}){1,3}?)"
)
_BEHIND_NOUN = tuple(
    (re.compile(_NOUN + pattern, re.IGNORECASE), kind) for pattern, kind in BEHIND[1:]
)
_MAY_BE_BEHIND = re.compile(
    r"[+,]| ?\(|[ -](?:plus|odd|some|or|ish|something|at|as|tops|and|if|maybe|perhaps|possibly|even"
    r"|upwards?|minimum|maximum|max)\b",
    re.IGNORECASE,
)
_HAS_BEHIND = re.compile(
    r"[ (](?:or|at|as|and|if|maybe|perhaps|possibly|even|plus|upwards?|tops|minimum|maximum|max)\b",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(
    rf"(?:\A|[\s(\[“\"„«‘'‹:=/–—…])(?:(?P<sign>[{MINUS_SIGNS}])(?P<code>(?:Rs\.?|[A-Z]{{3}}) ?)?"
    r"|(?<!\d )(?P<apart>−) )\Z"
)
_STOOD = re.compile(r"\b(?:was|is|were|at|to|of|by|reached|totall?ed) \W?\Z")
"""What a value stands behind, and no item of a list: "net migration was -3,500 people"."""
_NEGATIVE = re.compile(rf"(?<!\d )(?<!plus or )\b(?:{'|'.join(NEGATIVE_WORDS)}) \Z", re.IGNORECASE)
_TO_NEGATIVE = re.compile(rf" ?(?:to|and|[–—-]) ?(?:[{MINUS_SIGNS}]|minus )\d")
_SURE_MINUS = "−"
_SIGNS = frozenset(MINUS_SIGNS)
_EXCEPT = re.compile(rf"\b{ALL_BUT} \Z", re.IGNORECASE)
_BUT_SOME = re.compile(rf"(?: [a-z-]{{2,20}}){{1,3}},? {BUT} ", re.IGNORECASE)
_BUT_AHEAD = re.compile(rf"(?:(?<![^.,;:(“\"—–]\s)|\A)\b{BUT} \Z", re.IGNORECASE)
_ALL_BEHIND = re.compile(rf"(?: [a-z-]{{2,20}}){{0,3}}, {ALL_OF[2:]} ", re.IGNORECASE)
"""What stands between a number taken off ahead and its whole: "except for four, all 30"."""
_ALL_OF = re.compile(rf"{ALL_OF} \Z", re.IGNORECASE)
_OF_WHOLE = re.compile(
    r"(?:(?<= of)| of)(?: (?:the|its|his|her|their|a|an) (?:crew|group|party|team|total|staff|squad"
    r"|band|class|family|force|patrol|expedition|population) of)?"
    r" (?:the|its|his|her|their|those|these|all|all the)? ?\Z",
    re.IGNORECASE,
)
_NONE = re.compile(rf"\b(?:{NONE_OF}|{NOT_ONE}) \Z", re.IGNORECASE)


def signed(text: str, number: Number) -> Number:
    """A number below zero where a minus stands before it: "-3.5%", "−$4 million", "minus 3".

    A hyphen or dash is a minus only before what is measured, or before a bare number: people
    and things are never fewer than none.
    """
    if number.form not in {"digits", "words"} or number.low is None or number.high is None:
        return number
    before = text[max(0, number.core - 10) : number.core]
    found = _SIGN_BEFORE.search(before) if not _SIGNS.isdisjoint(before) else None
    word = _NEGATIVE.search(before) if before[-2:-1].isalpha() else None
    if not (found or word):
        return number
    if not _surely_negative(before, found, word) and not _is_measure(text, number):
        return number
    code = found["code"] if found else None
    written = 0 if code else len(found["sign"] or "− ") if found else len(word[0] if word else "")
    start = number.core - written  # a code of a currency before it is taken in with its sign
    return replace(number, start=start, core=start, low=-number.high, high=-number.low)


def _surely_negative(before: str, found: re.Match[str] | None, word: re.Match[str] | None) -> bool:
    if found is None:
        return word is not None and word[0].lower().startswith("minus")
    sure = found["sign"] == _SURE_MINUS or found["apart"] or found["code"]
    return bool(sure or _STOOD.search(before[: found.end()]))


def _is_measure(text: str, number: Number) -> bool:
    if number.currency or unit_after(text, number.end)[1] or _TO_NEGATIVE.match(text, number.end):
        return True
    bare = number.form == "digits" and not noun_after(text, number.end, many=True)[1]
    return bare and number.core > 1 and not text[number.end : number.end + 1].isalnum()


def in_currency(text: str, number: Number) -> Number:
    """The number with the code in front of it: "Rs 25 lakh"."""
    if number.form != "digits" or number.currency:
        return number
    code = CODE_BEFORE.search(text, max(0, number.core - 5), number.core)
    if code is None:
        return number
    start = code.start()
    below = number.high is not None and number.high < 0
    if below and text[max(0, start - 1) : start] in _SIGNS:
        start -= 1
    return replace(number, start=start, core=start, currency=code[0].strip())


def modified(text: str, number: Number) -> Number:
    """Take in the modifiers before ("more than", "an estimated") and after ("or more")."""
    for _ in range(2):
        found = _modifier_before(text, number.start)
        if not found:
            break
        number = _bound(replace(number, start=found[0]), found[1])
    if _MAY_BE_BEHIND.match(text, number.end):
        for pattern, kind in _BEHIND:
            if after := pattern.match(text, number.end):
                return _bound(replace(number, end=after.end()), kind)
    if _HAS_BEHIND.search(text, number.end, number.end + _WINDOW):
        for pattern, kind in _BEHIND_NOUN:
            if pattern.match(text, number.end):
                return _bound(number, kind)
    return number


def _modifier_before(text: str, end: int) -> tuple[int, str] | None:
    """Start and sort of the longest modifier that ends where the number starts."""
    last = _LAST_BEFORE.search(text, max(0, end - _WINDOW), end)
    if last is None or last[1].lower() not in _LAST:
        return None
    if not last[1].isalpha():
        return last.start(1), MODIFIERS[last[1]]
    words = _WORDS_BEFORE.search(f"{text[max(0, end - _WINDOW) : last.end(1)]} ")
    phrases = re.split("[ -]", words[0])[:-1] if words else []
    for count in range(len(phrases), 0, -1):
        phrase = " ".join(phrases[-count:])
        if kind := MODIFIERS.get(phrase.lower()):
            return last.end(1) - len(phrase), kind
    return None


def _bound(number: Number, kind: str) -> Number:
    if kind in ABOVE:
        return replace(number, high=None, bounded=True, bound=kind)
    if kind in BELOW:
        return replace(number, low=None, bounded=True, bound=kind)
    if kind == NOT_ALL:
        most = number.low - 1 if number.low is not None else None
        return replace(number, low=None, high=most, bounded=True, bound=kind)
    if kind == ABOUT:
        return replace(number, approximate=True, bound=number.bound or kind)
    return replace(number, extra=kind == EXTRA)


def excepted(text: str, number: Number, numbers: list[Number], index: int) -> list[Number] | None:
    """What "all but three of the 37" leaves: 34; nothing where the whole is not told.

    None where nothing is excepted. The whole stands behind "of", or before: "of the 37
    passengers, all but three".
    """
    words = _EXCEPT.search(text, max(0, number.start - _WINDOW), number.start)
    after = numbers[index + 1] if index + 1 < len(numbers) else None
    ahead = _BUT_AHEAD.search(text, max(0, number.start - _WINDOW), number.start)
    if after and ahead and _ALL_BEHIND.fullmatch(text, number.end, after.start):
        return [_rest(after, number, ahead.start(), after.end), after]
    if words is None:
        link = after and _BUT_SOME.fullmatch(text, number.end, after.start)
        if after is None or not link:
            return None
        whole = _ALL_OF.search(text, max(0, number.start - _WINDOW), number.start)
        end = after.end + ("," in link[0] and text[after.end : after.end + 1] == ",")
        return [_rest(number, after, number.start, end), after] if whole else None
    if after and _OF_WHOLE.fullmatch(text, number.end, after.start):
        return [_rest(after, number, words.start(), after.end), after]
    before = numbers[index - 1] if index else None
    if before and not re.search(r"[.;!?]", text[before.end : words.start()]):
        return [_rest(before, number, words.start(), number.end)]
    return []


def _rest(whole: Number, less: Number, start: int, end: int) -> Number:
    low = whole.low - less.high if whole.low is not None and less.high is not None else None
    high = whole.high - less.low if whole.high is not None and less.low is not None else None
    return replace(
        whole, start=start, core=start, end=end, low=low, high=high, form="words",
        bounded=low != high,
    )  # fmt: skip


def none_of(text: str, number: Number) -> Number | None:
    """ "Neither of the two", "not a single one of the 40": none."""
    words = _NONE.search(text, max(0, number.start - _WINDOW), number.start)
    if words is None:
        return None
    return replace(number, start=words.start(), low=0, high=0, core=words.start(), form="none")
