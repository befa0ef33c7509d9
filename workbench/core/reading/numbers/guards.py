"""What looks like a number and counts nothing: a table of named guards.

Ages, clock times, dates, years, house and phone numbers, scores, calibres and
numbers inside names. Each guard looks at a bounded stretch of text before or
after the number; the first that matches turns it away.
"""

import re
from dataclasses import dataclass

from workbench.core.lexicon.en.time_words import MONTH_ABBREVIATIONS, MONTH_NAMES, WEEKDAYS
from workbench.core.reading.numbers.number import Number
from workbench.core.reading.numbers.units import unit_after

BEFORE = 40
"""Characters looked at before a number."""

_MONTHS = "|".join([*MONTH_NAMES, *(rf"{name.title()}\.?" for name in MONTH_ABBREVIATIONS)])
_DAYS = "|".join(WEEKDAYS).title()
_STREETS = (
    r"Streets?|St|Avenues?|Ave|Av|Roads?|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl"
    r"|Parkway|Pkwy|Highway|Hwy|Terrace|Circle|Way|Square|Alley|Pike|Plaza|Trail"
)
_NAMING = (
    r"routes?|highways?|hwy|interstate|freeway|channel|room|flight|boeing|airbus|section"
    r"|articles?|chapter|title|no\.|nos\.|number|unit|apartment|apt\.?|suite|lot|gate"
    r"|platform|terminal|exit|page|pages|type|model|mark|version|level|phase|tier|grade|game"
    r"|round|week|day|act|area|zone|district|precinct|ward|group of|formula|super bowl"
    r"|engine|fox|news|abc|nbc|cbs|top|covid|psalm|verse|resolution|directive|protocol|rule"
    r"|proposition|prop\.?|measure|amendment|step|part|volume|episode|season|stage|line|pier"
    r"|post|box|call(?:ed|s|ing)?|dial(?:ed|led)?|dialing|windows|fortune|iphone|galaxy"
    r"|playstation|class of"
)

_NO_PLURAL = (
    r"(?! (?:[a-z-]{1,20} ){0,2}(?:people|men|women|children|police|troops|[a-z]{2,20}[^su\W]s)\b"
    r"| (?:more|others|were|died|dead)\b)"
)
"""No counted noun follows: "week 12 was", not "last week 12 people were"."""


@dataclass(frozen=True, slots=True)
class Guard:
    """`before` has to end where the number starts and `after` to start where it ends.

    `forms` are the forms of number it applies to; `least` and `most` are the values.
    """

    name: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    forms: frozenset[str] = frozenset({"digits", "words"})
    least: float = 0
    most: float = float("inf")
    unmodified: bool = True


def _guard(
    name: str,
    before: str = "",
    after: str = "",
    *,
    forms: str = "digits words",
    least: float = 0,
    most: float = float("inf"),
    flags: int = 0,
    unmodified: bool = True,
) -> Guard:
    return Guard(
        name,
        re.compile(rf"(?:{before})\Z", flags) if before else None,
        re.compile(after, flags) if after else None,
        frozenset(forms.split()) | ({"one"} if "words" in forms else set()),
        least,
        most,
        unmodified,
    )


GUARDS: tuple[Guard, ...] = (
    _guard("age",
           after=r"[ -–](?:years?|months?|weeks?|days?)[ -–]olds?\b|[ -]?y(?:ea)?rs? old\b|[ "
                 r"-]?y/?o\b", flags=re.I, unmodified=False),
    _guard("age", r"\b(?:ages?|aged|turn(?:ed|s|ing)?|at the age of) ", flags=re.I, most=120,
           unmodified=False),
    _guard("age", r"\b(?:ages?|aged) (?:between )?\d{1,3}(?:,| to| and|-) ?", most=120,
           unmodified=False),
    _guard("age", r"[A-Za-z.’']\)?, ?", r"[,;.)]|\Z| (?:of|from|who|was|is|died)\b",
           forms="digits", most=115),
    _guard("age", r"[A-Za-z.] \(", r"[),]", forms="digits", most=115),
    _guard("age", r"\bin (?:his|her|their) (?:early |mid-|late )?", r"s\b", forms="digits"),
    _guard("age",
           r"(?:\b(?:who|he|she)(?: is| was| turned| turns|['’]s)?(?: now| just| only)?"
           r"|[,(] ?(?:now|just|only)) ",
           r"[,.;]|\Z| (?:when|at the time)\b", most=115, flags=re.I),
    _guard("clock time",
           after=r"\s?(?:[ap]\.?m\b|o['’]clock|hrs?\b|GMT|noon\b|midnight\b|[ECMP][SD]?T\b)",
           flags=re.I, unmodified=False),
    _guard("clock time", r"\b(?:at|before|after|until|by|around|about|past) (?:about |around )?",
           r"(?= (?:on|in the|that|this|today|tonight|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
           r"|Sun)day)\b)", most=24, unmodified=False),
    _guard("date", rf"\b(?:{_MONTHS}) ?(?:\d{{1,2}}(?:-|–| and | to |, ?))?",
           r"(?!\d| (?:people|men|women|children|soldiers|workers|died|were)\b)", forms="digits",
           most=2100),
    _guard("date", rf"\b(?:{_DAYS}),? ", _NO_PLURAL, forms="digits", most=31),
    _guard("date", after=rf"(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b(?! (?:have|be)\b)",
           forms="digits", most=31),
    _guard("counter", r"\b(?:image|photo|picture|slide|page|video|item)s? (?:\d{1,4} (?:of|/) )?",
           flags=re.I, unmodified=False),
    _guard("name", r"\b(?:No|Nos|case|file|section)\.? ", forms="digits", unmodified=False),
    _guard("name", rf"(?<![\w-])(?=(?-i:[A-Z]))(?:{_NAMING}) ", flags=re.I, most=9999),
    _guard("name", rf"(?<![\w-])(?:{_NAMING}) ", _NO_PLURAL, flags=re.I, most=9999),
    _guard("house number",
           after=rf"(?: [NSEW]\.?)?(?: (?:[A-Z][\w.'’-]{{0,20}}|\d{{1,4}}(?:st|nd|rd"
                 rf"|th))){{1,4}} (?:{_STREETS})\b", forms="digits"),
    _guard("house number", after=r"(?:-| )(?:hundred )?blocks?\b(?! (?:away|from))",
           unmodified=False),
    _guard("model",
           r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty"
           r"|forty|fifty|\d[\d,]{0,8}) ", r" [A-Z][a-z]", forms="digits", most=9999),
    _guard("model",
           r"\b(?:(?i:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of)"
           r"|\d[\d,]{0,8}) (?:[A-Z][A-Za-z-]{1,20} ){1,2}", r" [a-z]", forms="digits", most=99),
    _guard("calibre", after=r"[ -]?(?:mm\b(?! of)|cal\b|calib(?:er|re)|gauge)", flags=re.I),
    _guard("score", after=r"[-–]\d", unmodified=False),
    _guard("compound",
           after=r"[-–](?!(?:percent|per|mile|kilomet|km|met(?:er|re)|foot|feet|acre|tonn?e?"
                 r"|strong|member|point|magnitude|kilogram|gram|ton|hectare|(?:mega|giga"
                 r"|kilo)watt|volt|yard|degree|barrel|inch|pound|litre|liter|gallon|kilo|kg|cm|mm"
                 r"|plus|dollar|euro|yuan|pound|rupee|yen|ruble|rouble)s?\b)[A-Za-z]"),
    _guard("phone number", r"\b0\d{2,5} (?:\d{3} )?", forms="digits"),
    _guard("phone number", after=r" \d{3} \d{3}\b", forms="digits"),
    _guard("phone number", r"\b\d{3} (?:\d{3} )?", rf"(?: \d{{3}})?(?![ \d]\d){_NO_PLURAL}",
           forms="digits", most=999),
    _guard("phone number", r"\d\) ?", forms="digits", unmodified=False),
    _guard("phone number", r"\(", r"\) ?\d", forms="digits"),
    _guard("phone number", r"\b(?:call|phone|dial|text|tel|helpline|hotline)\b[^.;]{0,30}",
           rf"(?! [a-z]{{2,}}s\b){_NO_PLURAL}", forms="digits", flags=re.I),
    _guard("phone number",
           after=r"(?! [a-z]+s\b)|[ -](?:calls?|callers?|dispatch\w*|operators?|centers?"
                 r"|recordings?|tapes?|systems?)\b", forms="digits", least=911, most=911),
    _guard("rate", r"\b(?:per|(?:in|for|out of|of) (?:every|each)"
           r"|(?i:one|1) (?:[a-z]+ )?in) ", flags=re.I, unmodified=False),
    _guard("name", r"(?<!\w)(?:covid|sars|cov|apollo|soyuz|artemis)[-–]", flags=re.I),
    _guard("year", r"(?<!\w)['’]", rf"s\b|{_NO_PLURAL}", forms="digits", most=99),
    _guard("pronoun",
           r"\b(?:no|any|every|some|this|that|which|each|the|another|loved|first|last|or|number"
           r"|only|by|square|day) ",
           r"(?! (?:of |person|man|woman|child|dead|other|people|more|killed|injured|wounded"
           r"|victim|suspect|in (?:every )?\w+))", forms="one", flags=re.I),
    _guard("pronoun",
           after=r"(?:['’]s| (?:another|day|thing|time|night|morning|evening|way|hand|point|side"
                 r"|by one|on one|can|could|should|would|might)\b)", forms="one"),
)  # fmt: skip
"""The guards, in the order in which they are tried."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_COUNTED = re.compile(
    r" (?:people|troops|soldiers|civilians|square|km|kilomet|met(?:er|re)|miles|tonn?e?s|dollars"
    r"|euros|jobs|homes|houses|deaths|cases|more|dead|killed|injured|wounded|men|women|children)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?:between )?(?:1[5-9]|20)\d\d(?: and | to |\s?[-–]\s?)(?:(?:1[5-9]|20)\d\d|\d\d)",
    re.IGNORECASE,
)
_SPLIT_SCORE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}")
_NOUN_AFTER = re.compile(
    r" (?!(?:in|on|at|to|with|by|for|against|over|and|after|but|from|when|as|win|victory|loss"
    r"|defeat|lead|draw|record|score|home|away)\b)[a-z$%]|%"
)
_NAME_BEFORE = re.compile(
    r"(?<=[a-z,’] )(?!(?:(?:Kill|Injur|Wound|Leav|Hurt|Claim|Shoot)[a-z]*|Left|Shot|Dead|At|In|And"
    r"|Of|The|For|With|Least|Than|Over)\b)[A-Z][A-Za-z]+[ -]\Z"
)
_NO_NOUN = re.compile(
    r"[,.;:)!?”\"’]|\Z| (?:in|on|at|to|with|by|for|and|was|were|is|are|has|had|from|said|will"
    r"|would)\b"
)


def is_name_or_time(text: str, number: Number) -> bool:
    """Whether a guard (or the look of a year, score or name) says that nothing is counted."""
    if number.form not in {"digits", "words"}:
        return False
    if number.currency:
        return False
    plain = number.start == number.core and not number.bounded
    before = text[max(0, number.core - BEFORE) : number.core]
    if plain and (_looks_like_year(text, number) or _looks_like_name(text, number, before)):
        return True
    if _is_score(text, number):
        return True
    form = "one" if text[number.core : number.end].lower() == "one" else number.form
    if number.bounded and _YEARS.fullmatch(text, number.start, number.end):
        return True
    return any(_applies(guard, text, number, before) for guard in _BY_FORM[form, plain])


def _is_score(text: str, number: Number) -> bool:
    """ "4-3" with nothing counted after it."""
    return (
        number.bounded
        and number.start == number.core
        and _SPLIT_SCORE.fullmatch(text, number.core, number.end) is not None
        and not _NOUN_AFTER.match(text, number.end)
        and not unit_after(text, number.end)[1]
    )


def _applies(guard: Guard, text: str, number: Number, before: str) -> bool:
    value = number.high if number.high is not None else number.low
    if value is None or not guard.least <= value <= guard.most:
        return False
    if guard.after and not guard.after.match(text, number.end):
        return False
    return guard.before is None or guard.before.search(before) is not None


_BY_FORM = {
    (form, plain): tuple(g for g in GUARDS if form in g.forms and (plain or not g.unmodified))
    for form in ("digits", "words", "one")
    for plain in (True, False)
}


def _looks_like_year(text: str, number: Number) -> bool:
    written = text[number.core : number.end]
    return bool(_YEAR.fullmatch(written)) and not _COUNTED.match(text, number.end)


def _looks_like_name(text: str, number: Number, before: str) -> bool:
    """ "Apollo 11", "Air Force One": a capitalised word before, no counted noun after."""
    if not _NAME_BEFORE.search(before):
        return False
    return bool(_NO_NOUN.match(text, number.end)) and (
        number.form == "digits" or text[number.core].isupper()
    )
