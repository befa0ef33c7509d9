"""Dates of the claim against dates of the passage."""

import re
from datetime import date

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.place_reasons import another_predicate
from workbench.core.compare.reasons import AGAINST, APART, FOR, Pair, Reason
from workbench.core.compare.synonyms import meaning
from workbench.core.lexicon.en.time_words import WEEKDAYS
from workbench.core.reading.model import DateMention
from workbench.core.reading.terms import words

_CLAUSE = re.compile(r"[,;:.!?—–]|\b(?:and|but|when|after|before|while)\b")
_WEEKDAY = re.compile(
    rf"(?:(?:on|last|early|late) )*(?:{'|'.join(WEEKDAYS)})(?: \w+)?",
    re.IGNORECASE,
)
Span = tuple[date, date]
DATED_ALIKE, DATED = 2.0, 1.6
"""Weights of dates that differ, with a word in common before them, and without."""
BEFORE, WORDS = 80, 4
"""Characters before a date, and the last content words in them, that say what is dated."""
SAME_THING, SAME_NAMES = 1.0, 0.5
"""Weights of a date that both sides give: of one thing; with nothing but names in common."""


def date_reasons(pair: Pair) -> list[Reason]:
    """Whether what the claim dates is dated alike in the passage."""
    reasons: list[Reason] = []
    others = _dated(pair.passage.dates)
    for mention, span in _dated(pair.claim.dates):
        if not others:
            break
        if match := next((o for o, other in others if _meet(span, other)), None):
            weight = SAME_THING if _one_thing(pair) else SAME_NAMES
            reasons.append(Reason("same date", f"{mention.text} = {match.text}", FOR, weight))
            continue
        other, other_span = min(others, key=lambda found: _gap(span, found[1]))
        if not _tells(mention, other, _gap(span, other_span)):
            continue
        text = f"{_difference(span, other_span)}: {mention.text}, {other.text}"
        if not _dated_alike(pair, mention, other) and (said := another_predicate(pair)):
            text = f"the dates are of different things: “{said[0]}”, “{said[1]}”"
            reasons.append(Reason("dates of different things", text, APART, 1.5))
            continue
        if _absolute(mention) and _absolute(other) and _dated_alike(pair, mention, other):
            reasons.append(Reason("another date of one thing", text, AGAINST, DATED_ALIKE))
        else:
            reasons.append(Reason("dates differ", text, AGAINST, DATED))
    return reasons


def _dated(mentions: tuple[DateMention, ...]) -> list[tuple[DateMention, Span]]:
    """The mentions that place an event on known days, with those days."""
    return [
        (m, (m.from_, m.to or m.from_))
        for m in mentions
        if m.from_ is not None and not m.vague and m.attaches == "event"
    ]


def _one_thing(pair: Pair) -> bool:
    """Whether both sides have a word in common that is no name: somebody may have died in
    the year in which he married, too."""
    claim, passage = pair.claim_words, pair.passage_words
    return bool((claim.content & passage.content) - claim.proper - passage.proper)


def _dated_alike(pair: Pair, one: DateMention, other: DateMention) -> bool:
    """Whether the word right before a date ("ended in May") is among those before the other."""
    claim, passage = _dated_by(pair.claim, one), _dated_by(pair.passage, other)
    names = pair.claim_words.proper | pair.passage_words.proper
    last = {
        found[-1]
        for found, others in ((claim, passage), (passage, claim))
        if found and found[-1] in others
    }
    return bool(last - names)


def _dated_by(side: Bearing, mention: DateMention) -> list[str]:
    """The last content words before a date, within its clause: "The truce began on"."""
    at = mention.start - side.start
    clause = _CLAUSE.split(side.quote[max(0, at - BEFORE) : max(0, at)])[-1]
    return [meaning(word) for word in words(clause)[-WORDS:] if not word.isdecimal()]


def _absolute(mention: DateMention) -> bool:
    """Whether a date is told by itself, not from the day of publication."""
    return any(c.isdigit() for c in mention.text)


def _tells(one: DateMention, other: DateMention, gap: int) -> bool:
    """Whether two dates that differ may be an error of either side.

    Where a day is only told from the day of publication ("on Friday"), the same words
    are as often a copied text or another week's event, and a day's difference is a
    night's.
    """
    if _absolute(one) and _absolute(other):
        return one.text.casefold() != other.text.casefold()
    if _same_weekday(one, other):
        return False
    return gap > 1 and one.text.casefold() != other.text.casefold()


def _same_weekday(one: DateMention, other: DateMention) -> bool:
    """Whether a bare "Friday" may be the Friday that the other side gives the date of: pages
    are posted anew, and then their days are counted from another day of publication."""
    return any(
        _WEEKDAY.fullmatch(bare.text)
        and bare.from_
        and dated.from_
        and bare.from_.weekday() == dated.from_.weekday()
        for bare, dated in ((one, other), (other, one))
    )


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _gap(one: Span, other: Span) -> int:
    """Days between the nearest ends of two spans that do not meet."""
    if _meet(one, other):
        return 0
    return (other[0] - one[1]).days if other[0] > one[1] else (one[0] - other[1]).days


def _difference(one: Span, other: Span) -> str:
    years = abs(one[0].year - other[0].year)
    if years == 1:
        return "dates differ by a year"
    if years:
        return f"dates differ by {years} years"
    days = _gap(one, other)
    return "dates differ by a day" if days == 1 else f"dates differ by {days} days"
