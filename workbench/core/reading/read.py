"""From an article to its readings: every passage is read once, with the whole text in sight."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from msgspec.structs import replace

from workbench.core.reading.dates.mentions import find_dates
from workbench.core.reading.english import language_read, shared_figures
from workbench.core.reading.figures import find_figures
from workbench.core.reading.frames import frames_of
from workbench.core.reading.kinds import kinds_of
from workbench.core.reading.model import (
    Accusation,
    Attribution,
    DateMention,
    Denial,
    Figure,
    Frame,
    Negation,
    Reading,
)
from workbench.core.reading.named_places import find_places
from workbench.core.reading.negation import find_negations
from workbench.core.reading.speech.accusations import find_accusations
from workbench.core.reading.speech.assertions import unassertive
from workbench.core.reading.speech.denials import find_denials
from workbench.core.reading.speech.quotations import words_of
from workbench.core.reading.speech.refusals import told
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.reading.stored_places import as_stored
from workbench.core.reading.tokens import Token
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, Passage, read_document

LONGEST = 2000
"""Characters of a text by itself that are read; of a longer one its beginning is."""


@dataclass(frozen=True)
class _Found:
    """What the readers found in one passage."""

    passage: Passage
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    denials: tuple[Denial, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    words: Sequence[Token] = ()
    language: str = ""

    @cached_property
    def assertive(self) -> bool:
        return not self.language and not unassertive(self.passage.quote)

    @property
    def claimant(self) -> str:
        """Who is reported to say it: the speaker, else who denies or accuses."""
        voices = [a.claimant for a in self.attributions]
        voices += [d.who for d in self.denials] + [a.who for a in self.accusations]
        return next((voice for voice in voices if voice), "")


def read(document: Document) -> Iterator[Reading]:
    """A reading for every passage, in order; boilerplate and headings have no kinds.

    Words are read as they are read by people, without line ends and footnote marks in
    them; every span and quote is the stored text's.
    """
    seen = read_document(document)
    readings = _readings(seen)
    yield from readings if seen is document else map(as_stored, document.passages, readings)


def _readings(document: Document) -> Iterator[Reading]:
    for found in _found(document):
        kinds, rules = _kinds(found)
        p = found.passage
        yield Reading(
            p.start,
            p.end,
            p.quote,
            kinds,
            found.claimant,
            found.assertive,
            found.figures,
            found.dates,
            found.attributions,
            found.denials,
            found.accusations,
            _negations(found),
            _frames(found),
            rules,
            found.language,
            _places(found),
            document.article.moment_at(p.start),
        )


def read_text(text: str, published: date | None = None, start: int = 0) -> Reading:
    """The reading of a text that stands by itself: its first LONGEST characters, as one passage.

    `start` is its offset where it stands in an article all the same.
    """
    seen = text[:LONGEST]
    whole = Passage("", start, start + len(seen), seen)
    (found,) = read(Document(Article("", seen, published=published), (whole,)))
    return found if seen == text else replace(found, end=start + len(text), quote=text)


def _found(document: Document) -> Iterator[_Found]:
    """Run every reader over a document. Of a text in another language only digits are read."""
    language = language_read(document.article)
    figures = find_figures(document)
    if language:
        for passage, own in zip(document.passages, figures, strict=True):
            yield _Found(passage, shared_figures(own), language=language)
        return
    attributions = find_attributions(document)
    words = words_of(document)
    figures = tuple(map(told, figures, words))
    yield from (
        _Found(*found)
        for found in zip(
            document.passages,
            figures,
            find_dates(document),
            map(tuple, attributions),
            find_denials(document, attributions),
            find_accusations(document, attributions),
            words,
            strict=True,
        )
    )


def _kinds(found: _Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if found.passage.noise:
        return (), (f"boilerplate: {found.passage.noise}",)
    return ((), ("heading",)) if found.passage.heading else kinds_of(found)


def _negations(found: _Found) -> tuple[Negation, ...]:
    return () if found.passage.noise else find_negations(found.words)


def _places(found: _Found) -> tuple[str, ...]:
    return () if found.passage.noise else find_places(found.words)


def _frames(found: _Found) -> tuple[Frame, ...]:
    if found.passage.noise or found.language:
        return ()
    return frames_of(found.words)
