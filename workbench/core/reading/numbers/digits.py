"""Numbers in digits: thousands set apart in any way, decimals, fractions, scales behind them.

Where thousands are set apart by a point ("12.500 km"), English readers and others read two
numbers: what is counted is whole, so people and things decide it; where nothing does, both
readings are the bounds.
"""

import re
from typing import NamedTuple

from workbench.core.lexicon.en.number_words import (
    APOSTROPHES,
    FRACTION_SIGNS,
    LOWER_SCALES,
    MINUS_SIGNS,
    SCALES,
    SHORT_SCALES,
)
from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.lexicon.en.unit_names import CURRENCIES
from workbench.core.reading.numbers.counted import noun_after
from workbench.core.reading.numbers.number import Number, tidy
from workbench.core.reading.numbers.units import CODE_BEFORE, CURRENCY_SIGNS, unit_after

_BEFORE = re.compile(
    rf"(?<![\w#@&=])(?<!\d[.,:/⁄+{APOSTROPHES}])(?<![^\W\d][-‑])(?<!\)[-–])(?<![A-Z]–)"
    r"(?:(?<=[a-z]{3}\.)|(?<![^\W\d]\.))(?:(?<=[a-z]{3}/)(?=\d[\d,.'’ ]{0,14} [a-z])|(?<!/))"
)
"""Where digits are no part of a word, a name, an address, a time or a longer number."""
_CURRENCY = re.compile(rf"(?:{CURRENCY_SIGNS}) ?", re.IGNORECASE)
_GROUPED = re.compile(
    r"\d{1,2}(?:,\d{2}){1,6},\d{3}(?:\.\d{1,9})?(?!\d)"
    rf"|[1-9]\d{{0,2}}(?P<by>[ ,.{APOSTROPHES}])\d{{3}}(?:(?P=by)\d{{3}}){{0,5}}(?!\d)"
    r"(?:(?<!\.\d{3})\.\d{1,9}|(?<!,\d{3}),\d{1,2})?"
)
_DECIMAL_COMMA = re.compile(r"\d{1,15},\d{1,2}(?!\d)|0,\d{3,9}")
_SIMPLE = re.compile(r"(?!0\d)\d{1,15}(?:\.\d{1,9})?|(?<![^\s(−–‑-])\.\d{1,9}")
_FRACTION = re.compile(
    rf" ?(?P<sign>[{''.join(FRACTION_SIGNS)}])"
    r"|(?P<tops>[⁰¹²³⁴-⁹]{1,2})[/⁄](?P<bottoms>[₀-₉]{1,2})"
    r"|(?:(?<=\d)[ -])?(?P<top>\d{1,2})[/⁄](?P<bottom>[1-9]\d?)(?![/⁄\d])"
)
_DASHES = ("-", "–", "—", "‑")
_LONGER = re.compile(r"[.,:/⁄]?\d")
_SCALE = (
    f"(?:(?:{'|'.join(s for s in SCALES if s not in {'score', *LOWER_SCALES})})s?"
    f"|(?-i:{'|'.join(LOWER_SCALES)}))"
)
_LONG = re.compile(
    rf"[ -]?(?:(?P<more>(?<= )(?:and (?:a half|a quarter|three quarters)"
    rf"|half)) )?(?P<first>{_SCALE})(?: (?P<second>{_SCALE}))?\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf" ?(?P<scale>{'|'.join(sorted(SHORT_SCALES, key=len, reverse=True))})\b"
    rf"(?!-(?!{CURRENCY_SIGNS})[a-z])",
    re.IGNORECASE,
)
_MONEY = "|".join(name for name in CURRENCIES if name.isalpha() and len(name) > 2)
_COUNTED_SHORT = re.compile(
    rf"[mkbMKB] (?:(?:US|Canadian|Australian|Swiss|Hong Kong|Singapore|New Zealand) )?(?:{_MONEY}"
    rf"|pound)s?\b"
    r"|[mkbMKB] (?:(?:more|other|new|young|foreign) )?(?:people|soldiers|civilians|troops"
    r"|villagers|inhabitants|citizens|viewers|users|customers|jobs|homes|voters|residents"
    r"|refugees|migrants|children"
    r"|families|households|cars|vehicles|passengers|tonnes|tons|barrels|doses|cases|deaths|tests"
    r"|workers|visitors"
    r"|tourists|subscribers|members|followers|views|copies|shares|pupils|students|patients"
    r"|displaced|homeless|dead"
    r"|killed|infected|unemployed|(?:have|has|had|were|are) (?!high|long|wide|deep|tall|away"
    r"|below|above))\b"
)
"""A letter for a thousand, a million or a billion, as what follows is counted and not measured."""
_RANGED_SHORT = re.compile(
    r"(?P<letter>[kmbKMB]) ?(?:[-–—‑]|to|and|or) ?\d[\d.,]{0,12}(?P<last>(?P=letter))\b"
)
"""The letter of a range's lower end, which means what that of the upper end does."""
_LINKED = re.compile(r" ?(?:[kmb]|mn|bn|tn|mln|bln|trn|cr)?[-–—‑]", re.IGNORECASE)
_SYMBOL = re.compile(
    r"[CFkmbt]\b|(?:km|pc|cm|ft|kg|lbs?|mph|kph|k?m/h|kmh|[MGk]Wh?|[GMT]B|ha|dB)\b"
    r"|in\b(?= (?:deep|wide|long|tall|high|thick|across|below|above|of|by|x|guns?|nails?|pipes?"
    r"|screens?|rain|snow)\b|[.,;)])"
)
"""A unit that touches its number."""
_NAMED = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|no|nos|flight|boeing|airbus|channel|route|highway|room|page|level"
    r"|line|bus|unit|section|article|chapter|platform|gate|aged?)\.? \Z",
    re.IGNORECASE,
)
"""Words whose number is a name or a day, and takes no thousands after a blank."""
_AGED = re.compile(r"\b(?:over |under[- ])[1-9]\d \Z", re.IGNORECASE)
"""People of some age: "of those over 65 300 died"."""
_MODEL = re.compile(r"7\d7(?= [A-Z])|(?!000)\d{3}(?=-[a-z])")
"""Three digits that are no thousands: an aeroplane, or how big each one is ("12 500-pound
bombs")."""
_GROUPED_BY_COMMA = re.compile(r"\d,\d{3}(?!\d)")
_MORE = {"and a half": 0.5, "half": 0.5, "and a quarter": 0.25, "and three quarters": 0.75}
_OF_A_SCALE = re.compile(rf" of an? (?P<scale>{_SCALE})\b", re.IGNORECASE)
_SHARES = frozenset({"%", "pp", "°C", "°F", "degree"})
"""Units whose numbers hardly ever reach the thousands."""
_POINTED = frozenset("$£")
"""Signs of currencies in whose countries a point parts the decimals: "$3.459 a gallon"."""
SHARED = 100
"""Beyond this scale a value is whole: no third of a person is counted."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)


class _Literal(NamedTuple):
    """Digits with what is written into them: `values` has two where they can be read in two
    ways; `kind` is "comma" for a decimal comma, "share" for a fraction alone."""

    values: tuple[float, ...]
    end: int
    kind: str = ""


def is_linked(text: str, last: Number, at: int) -> bool:
    """Whether a number at `at` is the upper end of a range that `last` begins: "20km-30km"."""
    end, unit = unit_after(text, last.end)
    if unit and (end - last.end > 2 or text[last.end] != " ") and text[end : end + 1] in _DASHES:
        return end + 1 == at
    return _LINKED.fullmatch(text, last.end, at) is not None


def read_digits(text: str, at: int, lower: Number | None = None) -> Number | None:
    """The number whose currency sign or first digit stands at `at`.

    `lower` is the lower end of the range whose upper end it is.
    """
    sign = _CURRENCY.match(text, at)
    start = sign.end() if sign else at
    coded = None if sign else CODE_BEFORE.search(text, max(0, at - 5), at)
    negative = sign is not None and text[start : start + 1] in MINUS_SIGNS
    free = sign or lower or coded or _BEFORE.match(text, at)
    literal = _literal(text, start + negative) if free else None
    if literal is None:
        return None
    money_known = bool(sign or coded or (lower and _in_money(text, lower)))
    more, by, end = _scale_after(text, literal.end, money_known)
    if end == literal.end and text[end : end + 1].isalpha() and not _SYMBOL.match(text, end):
        return None
    money = sign[0].strip() if sign else ""
    readings = [(value + more) * by for value in _likely(text, literal, end, money)]
    if by > SHARED:
        readings = [round(value) for value in readings]  # "1⅓ million"
    if not readings:
        return None
    low, high = tidy(min(readings)), tidy(max(readings))
    if negative:
        low, high = -high, -low
    if literal.kind == "share" and end == literal.end and text.startswith(" of ", end):
        if whole := _OF_A_SCALE.match(text, end):
            value = tidy(round(low * scale_of(whole["scale"])))
            return Number(at, whole.end(), value, value, at, "digits", money)
        return Number(at, end, round(100 * low, 2), round(100 * high, 2), at, "fraction")
    two = low != high
    return Number(at, end, low, high, at, "digits", money, ambiguous=two, bounded=two)


def _in_money(text: str, number: Number) -> bool:
    return bool(number.currency or CODE_BEFORE.search(text, max(0, number.core - 5), number.core))


def _literal(text: str, at: int) -> _Literal | None:
    match = _GROUPED.match(text, at)
    if match and not _LONGER.match(text, match.end()) and _is_grouped(text, match):
        return _Literal(_thousands(match), match.end())
    if (match := _DECIMAL_COMMA.match(text, at)) and not _LONGER.match(text, match.end()):
        return _Literal((float(match[0].replace(",", ".")),), match.end(), "comma")
    if (match := _SIMPLE.match(text, at)) and not _LONGER.match(text, match.end()):
        value, end = float(match[0]), match.end()
        part = None if "." in match[0] else _FRACTION.match(text, end)
        return _Literal((value + _part(part),), part.end()) if part else _Literal((value,), end)
    part = _FRACTION.match(text, at)
    share = part and part[0][0] != " " and _part(part)
    return _Literal((share,), part.end(), "share") if part and share and share < 1 else None


def _is_grouped(text: str, match: re.Match[str]) -> bool:
    """Whether three digits after a blank are thousands, and no number by themselves."""
    return match["by"] != " " or not (
        _AGED.search(text[max(0, match.start() - 7) : match.start() + 3])
        or _NAMED.search(text, max(0, match.start() - 12), match.start())
        or _MODEL.match(text, match.end() - 3)
        or text[match.end() : match.end() + 2].strip().isdigit()
    )


def _thousands(match: re.Match[str]) -> tuple[float, ...]:
    written, by = match[0], match["by"] or ","
    value = float(written.replace(by, "").replace(",", "."))
    if by == "." and written.count(".") == 1 and "," not in written:
        return float(written), value
    return (value,)


def _part(match: re.Match[str]) -> float:
    if match["sign"]:
        return FRACTION_SIGNS[match["sign"]]
    top, bottom = match["tops"] or match["top"], match["bottoms"] or match["bottom"]
    return int(top.translate(_RAISED)) / max(1, int(bottom.translate(_RAISED)))


def _scale_after(text: str, end: int, money: bool) -> tuple[float, float, int]:
    """(what "and a half" adds, factor, end) of the scale behind digits."""
    if match := _SHORT.match(text, end):
        letters = match["scale"].lower()
        at = match.start("scale")
        if ranged := _RANGED_SHORT.match(text, at):
            at = ranged.start("last")
        if money or len(letters) > 1 or _COUNTED_SHORT.match(text, at):
            return 0, SHORT_SCALES[letters], match.end()
        return 0, 1, end
    if match := _LONG.match(text, end):
        by = scale_of(match["first"]) * scale_of(match["second"] or "")
        return _MORE.get((match["more"] or "").lower(), 0), by, match.end()
    return 0, 1, end


def scale_of(word: str) -> int:
    """What a word of scale multiplies by, in singular or plural; 1 of any other."""
    word = word.lower()
    return SCALES.get(word) or SCALES.get(word.removesuffix("s"), 1)


def _likely(text: str, literal: _Literal, end: int, money: str) -> tuple[float, ...]:
    """The readings of a literal that what stands after it allows."""
    scaled = end > literal.end
    unit = "" if money or scaled else unit_after(text, end)[1]
    measured = bool(unit or money or scaled)
    if literal.kind:
        share = literal.kind == "share" and text.startswith(" of ", end)
        return literal.values if measured or share else ()
    if len(literal.values) == 1:
        return literal.values
    decimal, thousands = literal.values
    if scaled or unit in _SHARES or (money[-1:] in _POINTED and decimal % 1):
        return (decimal,)
    if decimal == int(decimal) or (not measured and noun_after(text, end, many=True)[1]):
        return (thousands,)
    return (decimal,) if _GROUPED_BY_COMMA.search(text) else literal.values
