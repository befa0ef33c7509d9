"""Figures: the numbers of a passage with bounds, unit and what they count.

Numbers come from `numbers`, human tolls from `casualties`; everything else that
is counted or measured is read here from the unit or the noun after the number.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from workbench.core.lexicon.en.person_nouns import PRONOUNS
from workbench.core.lexicon.en.unit_names import DURATIONS
from workbench.core.lexicon.listing import word_list
from workbench.core.reading.casualties.casualties import Harm, harms_in
from workbench.core.reading.casualties.harm_tokens import is_person, names_harm
from workbench.core.reading.model import Figure
from workbench.core.reading.numbers.counted import noun_after
from workbench.core.reading.numbers.number import Number
from workbench.core.reading.numbers.numbers import evenly, numbers_in
from workbench.core.reading.numbers.units import currency_of, unit_after
from workbench.core.text import correction_notices
from workbench.core.text.passages import Document, Passage

DIGITS = 10
"""From here on newspapers write numbers in digits (*AP Stylebook*): such a count was meant."""
SMALL = 12
"""Up to this count, and without a bound, common nouns of a report are incidental."""


LONGEST_COUNT = 60
"""Characters of a group of people that still states a count; longer ones list people."""


def is_stated(figure: Figure) -> bool:
    """Whether a figure is given as a count, rather than added up from people described."""
    return (
        not figure.incidental
        and len(figure.text) <= LONGEST_COUNT
        and bool(numbers_in(figure.text) or not figure.low)
    )


LARGE = 1_000
"""From this count on a number is worth a look even where its noun stands elsewhere."""

_SHARE_OF = re.compile(
    r"\b(?:(?:half|most|some|many|part|thirds?|quarters?|percent|per cent|%) of (?:the|its|their"
    r"|all|these|those)"
    r"|(?:nearly|almost|virtually|practically) all(?: of)?(?: the| its| their| these| those)?) \Z",
    re.IGNORECASE,
)
"""Words before a whole of which only a share came to harm."""
_MAGNITUDE = re.compile(
    r"(?:magnitude(?: of)?|(?:quake|tremor|shock)s? (?:measur|regist)(?:ed|ing|ered|ering)) \Z",
    re.IGNORECASE,
)
_OF_MAGNITUDE = re.compile(r"[ -]magnitude\b| (?:on|according to) the richter", re.IGNORECASE)
_PART_OF = re.compile(r"\b(?:including|among them|of whom),? \Z", re.IGNORECASE)

LONGEST = 400
"""Characters of a group of people up to which its own numbers are not figures again."""

_INCIDENTAL = frozenset(
    word_list(
        """
    officials countries nations sides leaders sources men women people times days weeks months years
    hours minutes parts ways things reasons occasions parties states regions groups cities areas
    cases places questions issues children brothers sisters sons daughters friends members ministers
    presidents governments presidents officers witnesses others men suspects photos options steps
    teams companies games matches brothers statements reports articles letters words counts charges
    teenagers boys girls kids adults males females vehicles cars hands feet eyes"""
    )
)


def figures_in(text: str, start: int = 0) -> tuple[Figure, ...]:
    """The figures of one passage that stands at offset `start` of its article."""
    found = _figures(text)
    return tuple(_moved(figure, start) for figure in found) if start else found


@lru_cache(maxsize=1024)
def _figures(text: str) -> tuple[Figure, ...]:
    """The figures of a passage; kept, because pages say their lines again and again."""
    written, text = text, evenly(text)
    numbers = numbers_in(text)
    measures = [_measured(text, number) for number in numbers]
    countable = [
        number
        for i, (number, measure) in enumerate(zip(numbers, measures, strict=True))
        if not measure[1]
        and _may_be_people(text, number)
        and not _are_things(text, numbers[:i], number)
    ]
    harms = harms_in(text, countable)
    found = [*_tolls(text, harms), *_others(text, zip(numbers, measures, strict=True), harms)]
    found.sort(key=lambda figure: (figure.start, figure.end))
    if text != written:
        return tuple(replace(f, text=written[f.start : f.end]) for f in found)
    return tuple(found)


def find_figures(document: Document) -> tuple[tuple[Figure, ...], ...]:
    """The figures of every passage of an article, one tuple a passage; none in boilerplate.

    Of a correction the figures are given that it says are so in fact, all incidental: they state
    no toll.
    """
    return tuple(map(_figures_of, document.passages))


def _figures_of(passage: Passage) -> tuple[Figure, ...]:
    if (
        passage.noise == correction_notices.NAME
        and (right := correction_notices.put_right(passage.quote)) > 0
    ):
        found = (f for f in _figures(passage.quote) if f.start >= right)
        return tuple(_moved(replace(f, incidental=True), passage.start) for f in found)
    return () if passage.noise else figures_in(passage.quote, passage.start)


def _moved(figure: Figure, by: int) -> Figure:
    return Figure(
        figure.text, figure.start + by, figure.end + by, figure.low, figure.high, figure.unit,
        figure.of, figure.rule, figure.approximate, figure.incidental,
    )  # fmt: skip


def _measured(text: str, number: Number) -> tuple[int, str]:
    """(end, unit) of a number with its unit or currency; unit "" where it counts things."""
    of_many = number.form == "vague" and text.startswith(" of ", number.end)
    end, unit = unit_after(text, number.end + (3 if of_many else 0))
    if number.form == "fraction":
        return number.end, "%"
    if number.currency:
        return number.end, currency_of(number.currency)
    return end, unit


def _may_be_people(text: str, number: Number) -> bool:
    """Whether people can be counted: no noun follows, or one for people, or a cue of harm."""
    if isinstance(number.low, float) or _SHARE_OF.search(
        text, max(0, number.start - 25), number.start
    ):
        return False
    end, noun = noun_after(text, number.end, number.low != 1)
    return not noun or is_person(text[end - len(noun) : end]) or names_harm(text[number.end : end])


_HIT = re.compile(
    r"(?: of them| others?| more)?(?: (?:ha[sdv]e?|was|were|been)){0,2}(?: [a-z]+ly)? "
    r"(?:burn(?:ed|t)|hit|struck|lost|missing|captured|evacuated|displaced|seized)\b"
)


def _are_things(text: str, before: Sequence[Number], number: Number) -> bool:
    """ "Nine buses were hit and 3 burned": what befalls things, too, befell those counted last."""
    if not before or not _HIT.match(text, number.end):
        return False
    end, noun = noun_after(text, before[-1].end, before[-1].low != 1)
    return bool(noun) and not is_person(text[end - len(noun) : end])


def _tolls(text: str, harms: Sequence[Harm]) -> Iterator[Figure]:
    for harm in harms:
        if text[harm.start : harm.end].lower() in PRONOUNS:
            # "he died" holds neither a number nor a noun; `tolls` reads it where nothing else is
            # said
            continue
        yield Figure(
            text[harm.start : harm.end], harm.start, harm.end, harm.low, harm.high, "",
            harm.of, harm.rule, harm.approximate, not harm.sure,
        )  # fmt: skip


def _others(
    text: str, measured: Iterator[tuple[Number, tuple[int, str]]], harms: Sequence[Harm]
) -> Iterator[Figure]:
    taken = frozenset(
        i for harm in harms for i in range(harm.start, min(harm.end, harm.start + LONGEST))
    )
    for number, (end, unit) in measured:
        if number.start not in taken:
            figure = _measure(text, number, end, unit) if unit else _count(text, number)
            if figure:
                yield figure


def _measure(text: str, number: Number, end: int, unit: str) -> Figure:
    noun_end, noun = (
        noun_after(text, end, many=False)
        if unit == "%" and number.form == "fraction"
        else (end, "")
    )
    if unit != "%" or not noun:
        noun = _of_what(text, end)
    name = (
        "fraction"
        if number.form == "fraction"
        else "money"
        if unit.isupper() and len(unit) == 3
        else "measure"
    )
    if number.ambiguous:
        name += ", read in two ways"
    duration = unit in DURATIONS
    low, high = number.low, number.high
    if unit in _DEGREES and low and high and (zero := _BELOW_ZERO.match(text, noun_end)):
        low, high, noun_end = -abs(high), -abs(low), zero.end()
    return Figure(
        text[number.start : noun_end], number.start, noun_end, low, high, unit,
        noun, "duration" if duration else name, number.approximate, duration
        and not _sentence_of(text, number.start, end),
    )  # fmt: skip


_DEGREES = frozenset({"°C", "°F", "degree"})
_BELOW_ZERO = re.compile(r" below(?: zero)?\b(?! (?:the|normal|average|freezing)\b)")
_SENTENCED = re.compile(
    r"\b(?:jailed|imprisoned|sentenced?|jail terms?|prison terms?) (?:\w{2,20} ){0,3}(?:for|to"
    r"|of) (?:\w{2,12} ){0,2}\Z"
)


def _sentence_of(text: str, start: int, end: int) -> bool:
    """A term of prison or office is worth a look; other stretches of time are dates' business."""
    after = text[end : end + 24].lower()
    return any(word in after for word in ("prison", "jail", "sentence", "behind bars")) or bool(
        _SENTENCED.search(text[max(0, start - 40) : start])
    )


def _of_what(text: str, end: int) -> str:
    if text[end : end + 4] != " of ":
        return ""
    return noun_after(text, end + 3, many=False)[1]


_CHANGED = re.compile(
    r"\b(?:rose|risen|rising|fell|fallen|grew|grown|climb\w*|dropp\w*|down|up|increas\w*|decreas\w*"
    r"|cut|jump\w*|declin\w*|slipp\w*|gain\w*|dipp\w*|reach\w*|hit|stood|totall?ed"
    r"|numbered)\b[^.;,]{0,25}\b(?:by|to|from|at) \Z"
)


def _stands_for_a_count(text: str, number: Number) -> bool:
    """ "30 of Boeing's jets", "down by 30 to 126": what is counted stands elsewhere."""
    if number.former or text.startswith(" of ", number.end):
        return not number.former
    return _CHANGED.search(text, max(0, number.start - 45), number.start) is not None


def _count(text: str, number: Number) -> Figure | None:
    low = number.low if number.low is not None else number.high
    many = low != 1
    end, noun = noun_after(text, number.end, many)
    spelled = number.form != "digits" or (low or 0) < DIGITS
    small = isinstance(low, int) and 0 <= low <= SMALL and spelled and not number.bounded
    if number.form == "pair" or (not noun and (number.form == "words" or small)):
        return None
    if number.form == "digits" and (
        _MAGNITUDE.search(text, max(0, number.start - 24), number.start)
        or _OF_MAGNITUDE.match(text, number.end)
    ):
        noun = "magnitude"
    common = small and (noun in _INCIDENTAL or number.form == "vague" or low in {1, 2})
    bare = not noun and not number.bounded and (low is None or low < LARGE)
    if bare and number.form == "digits" and (low or 0) >= DIGITS:
        bare = not _stands_for_a_count(text, number)
    common = common or (number.bounded and low == 1)
    part = _PART_OF.search(text, max(0, number.start - 20), number.start) is not None
    incidental = common or bare or part
    return Figure(
        text[number.start : end], number.start, end, number.low, number.high, "",
        noun, "count" if noun else "number", number.approximate, bool(incidental),
    )  # fmt: skip
