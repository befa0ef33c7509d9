"""Dates: the time expressions of a passage, with the days they denote.

A date is worth checking where it places an event. Where it only says when
somebody spoke ("said on Thursday") it attaches to the report. Relative forms are
resolved against the day of publication, weekdays and months by the tense of
their clause, "the next day" and the like against the date named before; where
any of these is unknown the mention stays without days. What counts as a time
expression and how its value is read follows ISO 24617-1 (ISO-TimeML); the forms stand
in `date_rules`, what they denote in `date_values`. A story about the past is told from
news by `narrative`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from workbench.core.reading.dates.attachment import Speech
from workbench.core.reading.dates.date_context import (
    NOTHING,
    Ahead,
    Context,
    Dated,
    Form,
    lowered,
    plain,
    story_date,
)
from workbench.core.reading.dates.date_forms import DateRule
from workbench.core.reading.dates.date_rules import rules_for
from workbench.core.reading.dates.narrative import is_story
from workbench.core.reading.dates.spans import Span
from workbench.core.reading.model import DateMention
from workbench.core.text.passages import Document, Passage

LONGEST = 1200
"""Characters read at a time; a longer text is no sentence and is read in pieces."""
MOST = 24
"""Dates of a sentence; one with more is a table or a calendar and no prose."""
REACH = 3
"""Passages for which a named date stays the one that "the next day" counts from."""


def dates_in(
    text: str, published: date | None = None, start: int = 0, ahead: Ahead = NOTHING
) -> tuple[DateMention, ...]:
    """Find the dates of one sentence.

    `start` is the sentence's offset in its article and is added to the offsets of
    the mentions. `ahead` is what the article named ahead of the sentence.
    """
    return tuple(
        mention
        for at in range(0, len(text), LONGEST)
        for mention in _mentions(text[at : at + LONGEST], published, start + at, ahead)
    )


def find_dates(document: Document) -> tuple[tuple[DateMention, ...], ...]:
    """Find the dates of an article: one tuple for each passage, in order.

    Which day its text states is for its reader to say: here a page's captions and quoted
    posts cannot be told from its own date line any more.
    """
    published = document.article.published
    told = is_story(document.article.text, published)
    found: list[tuple[DateMention, ...]] = []
    before: tuple[Span, int] | None = None
    years: dict[tuple[int, int], int] = {}
    for number, passage in enumerate(document.passages):
        near = before and (told or number - before[1] <= REACH)
        ahead = Ahead(before[0] if before and near else None, years, told)
        mentions: tuple[DateMention, ...] = ()
        if not passage.noise:
            said = document.article.day_at(passage.start)
            mentions = dates_in(passage.quote, said, passage.start, ahead)
        before = _named_last(passage, mentions, before, number, told)
        years.update(_years_given(mentions))
        found.append(mentions)
    return tuple(found)


def _named_last(
    passage: Passage,
    mentions: tuple[DateMention, ...],
    before: tuple[Span, int] | None,
    number: int,
    told: bool,
) -> tuple[Span, int] | None:
    """The date that what follows a passage counts from, and the number of its passage."""
    if told:
        readings = [_reading(m, passage.start) for m in mentions]
        reached = story_date(lowered(plain(passage.quote)), readings, before[0] if before else None)
        return (reached, number) if reached else None
    named = next((s for m in reversed(mentions) if (s := _span(m))), None)
    return (named, number) if named else before


def _reading(mention: DateMention, offset: int) -> Dated:
    days = (mention.from_, mention.to) if mention.from_ and mention.to else None
    start, end = mention.start - offset, mention.end - offset
    return Dated(start, end, days, mention.rule, mention.vague)


def _years_given(mentions: tuple[DateMention, ...]) -> Iterator[tuple[tuple[int, int], int]]:
    """The days that are given with their year: month and day, and the year."""
    for mention in mentions:
        day = mention.from_
        if day and day == mention.to and str(day.year) in mention.text:
            yield (day.month, day.day), day.year


def _span(mention: DateMention) -> Span | None:
    """The days of a mention that can serve as the date another one counts from."""
    if mention.from_ is None or mention.to is None or mention.attaches == "report":
        return None
    return mention.from_, mention.to


def _mentions(
    text: str, published: date | None, offset: int, ahead: Ahead
) -> Iterator[DateMention]:
    context = Context(plain(text), published, ahead)
    readings = _readings(context, rules_for(text))
    if len(readings) > MOST:
        return
    speech = Speech(context.text, context.lower)
    for reading in readings:
        a, b = reading.start, reading.end
        first, last = reading.days or (None, None)
        report = not reading.vague and speech.takes(a, b)
        attaches = "report" if report else "event"
        yield DateMention(
            text[a:b], offset + a, offset + b, first, last, attaches, reading.rule, reading.vague
        )


def _readings(context: Context, rules: Iterable[DateRule]) -> list[Dated]:
    """What rules read in a sentence: an earlier rule keeps its ground.

    Days are told in reading order, so that each date can count from the one before it.
    """
    forms: list[tuple[int, int, Form, DateRule]] = []
    taken = bytearray(len(context.text))
    for rule in rules:
        for match in rule.pattern.finditer(context.lower):
            form = Form(match, context)
            spans = [(*match.span(part), part) for part in rule.parts if match[part]]
            if any(1 in taken[a:b] for a, b, _ in spans) or not rule.takes(form):
                continue
            for a, b, part in spans:
                taken[a:b] = b"\1" * (b - a)
                forms.append((a, b, Form(match, context, part), rule))
    for a, b, form, rule in sorted(forms, key=lambda found: found[0]):
        days = rule.value(form)
        if days or not rule.sure:
            context.read.append(Dated(a, b, days, rule.name, rule.vague))
    return context.read
