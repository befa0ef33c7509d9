"""The words of dates: names, numbers, tense and reporting cues, as tables.

Everything here is data for `date_grammar` and `dates`. Sources: the Associated
Press Stylebook for how American news abbreviates months and names days within a
week of publication, and ISO 24617-1 (ISO-TimeML) for what counts as a time
expression.
"""

import re

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_ONES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
]
_ORDINAL_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

NUMBERS: dict[str, int] = {
    **{word: n for n, word in enumerate([*_ONES, *_TEENS], start=1)},
    **{word: n for n, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
"""Number words below a hundred that are one word."""

ORDINALS: dict[str, int] = {
    **{word: n for n, word in enumerate([*_ORDINAL_ONES, *_ORDINAL_TEENS], start=1)},
    "twentieth": 20,
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_ORDINAL_ONES, start=1)},
    **{f"twenty {word}": 20 + n for n, word in enumerate(_ORDINAL_ONES, start=1)},
}
"""Ordinal words of the days of a month, and of centuries."""


def any_of(words: list[str] | dict[str, int]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


ONES, TENS, TEENS = any_of(_ONES), any_of(_TENS), any_of(_TEENS)
SMALL_NUMBER = rf"(?:(?:{TENS})[ -](?:{ONES})|{any_of(NUMBERS)})"
SPELLED_YEAR = (
    rf"(?:(?:nineteen|twenty)[ -](?:hundred|oh[ -](?:{ONES})"
    rf"|(?:{TENS})(?:[ -](?:{ONES}))?|{TEENS})"
    rf"|two thousand(?:(?: and)? (?:(?:{TENS})[ -](?:{ONES})|{any_of(NUMBERS)}))?)"
)


def number_of(words: str) -> int:
    """The value of digits or number words below a hundred ("a" and "an" are one)."""
    if words.isdigit():
        return int(words)
    parts = re.split(r"[ -]", words.lower())
    if parts[0] in {"a", "an"}:
        return 1
    return sum(NUMBERS.get(part, 0) for part in parts)


def ordinal_of(words: str) -> int:
    """The value of an ordinal in digits ("8th") or words, or of plain digits."""
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else ORDINALS.get(words.lower(), 0)


def year_of(words: str, published_year: int | None = None) -> int:
    """The value of a year in digits, short ("'98") or spelled out.

    A short one is the last such year up to ten years after publication; without a
    publication date 00–39 count as this century and 40–99 as the last.
    """
    digits = words.lstrip("'’‘")
    if digits.isdigit():
        value = int(digits)
        return _full_year(value, published_year) if len(digits) == 2 else value
    parts = re.split(r"[ -]", words.lower())
    if parts[:2] == ["two", "thousand"]:
        return 2000 + number_of(" ".join(parts[2:])) if parts[2:] else 2000
    rest = [part for part in parts[1:] if part not in {"hundred", "oh"}]
    return 100 * NUMBERS[parts[0]] + (number_of(" ".join(rest)) if rest else 0)


def _full_year(short: int, published_year: int | None) -> int:
    if published_year is None:
        return short + (2000 if short < 40 else 1900)
    latest = published_year + 10
    return latest - (latest - short) % 100


COUNTED = re.compile(
    r"[ -](?:(?:[a-z]+ ){0,2}(?:people|persons|men|women|children|troops|soldiers|fighters|workers"
    r"|employees|jobs|homes|houses|families|refugees|residents|civilians|students|voters|votes"
    r"|seats|shares|units|copies|pages|words|cases|deaths|dead|wounded|injured|prisoners"
    r"|hostages|members|delegates|points|degrees|tons|tonnes|barrels|gallons|litres|liters"
    r"|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|inches|acres|hectares|pounds|dollars"
    r"|euros?|yen|rubles?|roubles?|francs?|marks?|cents|percent|per cent|km|kg|mph|sq|square"
    r"|hours?|minutes?|seconds?|days|times|million|billion|others|rounds|vehicles|tanks|cars)\b"
    r"|(?:Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ferrari|Fiat|Ford|GMC|Honda"
    r"|Hyundai|Infiniti|Jaguar|Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes|Mercury|Mitsubishi|Nissan"
    r"|Pontiac|Porsche|Renault|Saturn|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo)\b"
    r"|(?:[A-Z]\w+ )?(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Drive|Lane|block)\b)"
)
"""What follows a number that counts, an address or a car of that year's make: no date."""

IRREGULAR = (
    "met|held|made|took|went|came|began|left|won|lost|fell|rose|sold|bought|paid|found|got|gave|saw"
    "|shot|struck|hit|cut|sent|spoke|wrote|led|fled|flew|drove|broke|brought|built|caught|chose|fought"
    "|grew|knew|kept|laid|put|ran|sought|stood|swept|threw|became|arose|drew|ate|heard|hung|hurt|lit"
    "|rode|rang|sank|sat|shook|spent|spread|stole|swore|taught|thought|tore|wore|withdrew|burst"
)
"""Past forms of verbs that do not end in "ed"."""

TENSE = re.compile(
    r"(?P<future>\b(?:(?:will|won['’]t|shall|would|may|might|can|could|should|must|is to|are to"
    r"|was to|were to|to(?= be)|unlikely to|likely to)(?: not| also)?(?! have)(?: be \w+)?|until"
    r"|till|scheduled|due|expect(?:ed|s|ing)? (?:to|in|at|on|for|by)|expected"
    r"|expects|set (?:to|for)|slated|plan(?:s|ned|ning)? (?:to|for|on)|going to|about to"
    r"|(?:intend|hope|want|seek|aim|need|prepare|vow|promise|agree|pledge|propose|urge"
    r")(?:s|d|ed|ing)? (?:(?:him|her|them|it|us|not|also) )?(?:to|for)\b|upcoming|forthcoming"
    r"|deadline|expires?|expiring|payable|redeemable|effective|matur(?:es|ing|ity)|record"
    r"|no later than|ahead of|begins|starts|opens|takes effect)\b|['’]ll\b)"
    r"|(?P<past>\b(?:[a-z]{2,}ed|was|were|had|did|been|said|told|since|ago"
    rf"|{IRREGULAR})\b)",
)
"""Words, in lower case, that show which way the clause of a date looks."""

UNPLANNED = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:shootings?|attacks?|crash|fire|blaze|killings?|murders?|deaths?|blasts?"
    r"|explosions?|bombings?|earthquake|quake|accident|incident|violence|massacre|rampage|assault"
    r"|stabbing|outage|storm|floods?|landslide|collapse|derailment|riots?|clashes|raid|robbery)\b",
    re.IGNORECASE,
)
"""What nobody announces beforehand: "Friday's shooting" is past whatever verb follows."""

LOOKS_AHEAD = re.compile(
    r"\b(?:by|until|till|before|no later than|as early as|as soon as|starting|beginning)"
    r"(?: (?:the|this|late|early|on|in|at))?\s*$",
    re.IGNORECASE,
)
LOOKS_BACK = re.compile(
    r"\b(?:since|after|as of|ended|following|dated|of record)(?: (?:the|this|late|early|on|in))?\s*$",
    re.IGNORECASE,
)

BUSINESS = re.compile(
    r"\b(?:profits?|earnings|earned|sales|revenues?|income|loss(?:es)?|results|gdp|gnp|growth|econom\w+"
    r"|compan\w+|bank\w*|shares?|charges?|net|fiscal|business|invest\w+|dividend|margins?|inflation"
    r"|deliveries|orders|output|production|million|billion|subscribers|expansion|contract\w+)\b",
)
"""Words, in lower case, of a sentence in which a quarter is one of a year."""
