"""Dates: the time expressions of a passage, with the days they denote.

A date is worth checking where it places an event. Where it only says when
somebody spoke ("said on Thursday") it attaches to the report. Relative forms are
resolved against the day of publication, weekdays and months by the tense of
their clause, "the next day" and the like against the date named before; where
any of these is unknown the mention stays without days. What counts as a time
expression and how its value is read follows ISO 24617-1 (ISO-TimeML); rules for
the forms are in `date_grammar`, their values in `day_values`,
`period_values` and `year_values`.
"""

from collections.abc import Iterator
from datetime import date

from workbench.core.reading.dates.attachment import Speech
from workbench.core.reading.dates.calendar import Span
from workbench.core.reading.dates.classes import classes_in
from workbench.core.reading.dates.frame import NOTHING, Frame, Named, Reading
from workbench.core.reading.dates.grammar import Rule, rules_for
from workbench.core.reading.model import DateMention
from workbench.core.text.passages import Document

LONGEST = 1200
"""Characters read at a time; a longer text is no sentence and is read in pieces."""
REACH = 3
"""Passages for which a named date stays the one that "the next day" counts from."""


def dates_in(
    text: str, published: date | None = None, start: int = 0, ahead: Named = NOTHING
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
    found: list[tuple[DateMention, ...]] = []
    before: tuple[Span, int] | None = None
    years: dict[tuple[int, int], int] = {}
    for number, passage in enumerate(document.passages):
        near = before[0] if before and number - before[1] <= REACH else None
        ahead = Named(near, years)
        mentions = () if passage.noise else dates_in(passage.quote, published, passage.start, ahead)
        named = next((s for m in reversed(mentions) if (s := _span(m))), None)
        before = (named, number) if named else before
        years.update(_years_given(mentions))
        found.append(mentions)
    return tuple(found)


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
    text: str, published: date | None, offset: int, ahead: Named
) -> Iterator[DateMention]:
    classes = classes_in(text)
    if not classes:
        return
    frame = Frame(text, published, ahead)
    speech = Speech(text, frame.lower)
    for reading, rule in sorted(_readings(frame, classes), key=lambda found: found[0].start):
        a, b = reading.start, reading.end
        first, last = reading.days or (None, None)
        report = not reading.vague and speech.takes(a, b)
        attaches = "report" if report else "event"
        yield DateMention(
            text[a:b], offset + a, offset + b, first, last, attaches, rule.name, reading.vague
        )


def _readings(frame: Frame, classes: frozenset[str]) -> list[tuple[Reading, Rule]]:
    """What the rules read in a sentence; an earlier rule keeps its ground."""
    kept: list[tuple[Reading, Rule]] = []
    taken = bytearray(len(frame.text))
    for rule in rules_for(classes):
        for match in rule.pattern.finditer(frame.lower):
            for reading in rule.read(match, frame):
                if 1 not in taken[reading.start : reading.end]:
                    taken[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
                    frame.kept.append(reading)
                    kept.append((reading, rule))
    return kept
