"""Speakers: who is reported to say what a passage holds.

`reporting.py` finds the attributions of one passage by itself; here they are
read in order, so that pronouns and short names get the fullest name in the
article and a quotation keeps its speaker over sentences and paragraphs.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from workbench.core.lexicon.en.grammar import PREPOSITIONS, PRONOUNS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import Phrase
from workbench.core.reading.language.clauses_after import first_subject
from workbench.core.reading.language.names import Cast, cast_of, is_plural, names_in
from workbench.core.reading.language.reporting_cues import VERBS
from workbench.core.reading.language.source_nouns import is_person_noun
from workbench.core.reading.model import Attribution
from workbench.core.reading.speech.carried import continue_quotations
from workbench.core.reading.speech.quotations import Quotation, find_quotations, words_of
from workbench.core.reading.speech.reporting import may_report, reports_in
from workbench.core.reading.speech.reports import Report, is_source
from workbench.core.reading.speech.turns import turns_of
from workbench.core.reading.tokens import Token
from workbench.core.text.passages import Document, Passage

REACH = 6
"""Passages that a pronoun looks back over."""


_HE = word_set("he she his her him himself herself")
_CHANNELS = word_set("correspondent correspondents reporter reporters")
"""People who pass on what others say."""
_THEY = word_set("they their them")
_ARTICLES = word_set("a an one another the")
_IT = word_set("it its this")
_FIRST = word_set("i we my our")
_PERSONAL = _HE | _THEY | _IT
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_STANCES = frozenset(("promise", "judge", "think", "regard", "show"))
"""Classes of cues behind which the words themselves may be somebody else's."""
_AGED = re.compile(r"(?:the|this) (\d{1,3})-year-old(?: (?:man|woman|boy|girl))?")
_MEMBER = re.compile(r" (?:of|at|from|with|for)\b")
_LOWER_HEAD = re.compile(r"(?:^|\s)(?:of|for|at|in|from|with|on|by|to|and)\s")


def find_attributions(document: Document) -> tuple[tuple[Attribution, ...], ...]:
    """The attributions of every passage, in order; the first one is the main one.

    Boilerplate and headings have none.
    """
    quotations = find_quotations(document)
    reader = _Reader(document.passages, words_of(document), cast_of(document), quotations)
    for i, (passage, quotation) in enumerate(zip(document.passages, quotations, strict=True)):
        reader.read(i, passage, quotation)
    return continue_quotations(document.passages, quotations, reader.found)


def _is_somebody(claimant: str) -> bool:
    """Whether a described source is one person: "a harbour official"."""
    first, _, rest = claimant.lower().partition(" ")
    return first in _ARTICLES and not is_plural(claimant) and any(map(is_person_noun, rest.split()))


def _is_stance(lemma: str) -> bool:
    """Whether a cue tells what somebody wants or offers rather than what they say."""
    form = VERBS.get(lemma)
    return form is not None and all(c.name in _STANCES for c in form.classes)


class _Reader:
    """Reads passages in order and remembers who spoke last."""

    def __init__(
        self,
        passages: Sequence[Passage],
        words: Sequence[Sequence[Token]],
        cast: Cast,
        quotations: Sequence[Quotation],
    ) -> None:
        self.passages = passages
        self.words = words
        self.cast = cast
        self.quotations = quotations
        self.turns = turns_of(passages)
        self.found: list[tuple[Attribution, ...]] = []

    def read(self, i: int, passage: Passage, quotation: Quotation) -> None:
        """Add the attributions of passage `i`, which follows those read before."""
        if passage.noise or passage.heading:
            self.found.append(())
            return
        if not quotation.spans and not may_report(passage.quote):
            self.found.append(tuple(self._turn(i)))
            return
        words = self.words[i]
        reports = sorted(reports_in(words), key=partial(self._rank, words))
        own = [self._attribution(i, passage, quotation, words, r) for r in reports]
        own.sort(key=lambda a: a.claimant.lower() in _PERSONAL)
        turn = self.turns[i]
        if turn and turn.start >= passage.start:
            own = [a for a in own if a.rule != "source and colon"]
        self.found.append((*self._turn(i), *own))

    def _rank(self, words: Sequence[Token], report: Report) -> float:
        """Who frames the whole passage comes first; a medium that passes it on, later; what
        somebody offers or wants, later still.

        "…, the mayor said": outer. "The mayor denied …, the Herald reported": the
        mayor is the claimant, the Herald the channel.
        """
        if report.lemma in ("report", "according") and report.outer and report.source is not None:
            inside = words[report.source.first : report.source.last + 1]
            person = any(is_person_noun(w.low) or w.low in _HE for w in inside)
            person = person and all(w.low not in _CHANNELS for w in inside)
            return (
                0
                if person or self.cast.is_person(self.cast.full(inside[-1].text, inside[-1].start))
                else 1.5
            )
        if report.rule in ("cue by source", "citing"):
            return 3
        if not report.outer and _is_stance(report.lemma):
            return 2
        return 0 if report.outer else 1

    def _turn(self, i: int) -> Iterator[Attribution]:
        """Whoever was named before a colon speaks until the next one is."""
        turn, passage = self.turns[i], self.passages[i]
        if turn is None:
            return
        at, end = passage.start, passage.start
        if turn.start >= passage.start:
            at, end = turn.start, turn.end
        source = passage.quote[at - passage.start : end - passage.start]
        numbered = turn.name[-1:].isdigit()
        claimant = turn.name if numbered else self.cast.full(turn.name, at)
        yield Attribution(source, at, end, claimant, ":", "neutral", "turn", True)

    def _attribution(
        self, i: int, passage: Passage, quotation: Quotation, words: Sequence[Token], report: Report
    ) -> Attribution:
        text, source, start, end = passage.quote, "", passage.start, passage.start
        if report.source is not None:
            start, end = words[report.source.first].start, words[report.source.last].end
            source = text[start - passage.start : end - passage.start]
            bare = _POSSESSIVE.sub("", source)
            if (bare != source and report.source.last > report.source.first) or bare[:1].isupper():
                source, end = bare, start + len(bare)
        cue = text[
            words[report.cue.first].start - passage.start : words[report.cue.last].end
            - passage.start
        ]
        claimant = self._claimant(i, source, start, report.outer)
        if (
            claimant == source
            and (source.lower() in _THEY or source.lower() in _IT)
            and report.source is not None
        ):
            claimant = self._in_sentence(passage, words, report.source) or source
        return Attribution(
            source, start, end, claimant, cue, report.polarity, report.rule, bool(quotation.spans)
        )

    def _claimant(self, i: int, source: str, start: int, outer: bool) -> str:
        low = re.split(r"['’]", source.lower(), maxsplit=1)[0]
        turn = self.turns[i]
        if turn is not None and low in _FIRST:
            return self.cast.full(turn.name, start)
        if low in _HE:
            return self._person(i, start, low, outer) or source
        if low in _THEY:
            return self._earlier(i, is_plural) or source
        if low in _IT:
            return self._body(i) or source
        if aged := _AGED.fullmatch(low):
            return self._of_age(aged[1]) or self._earlier(i, self.cast.is_person) or source
        return self.cast.holder(source, start) or self._fullest(source, start)

    def _of_age(self, age: str) -> str:
        """The one person whose age an article tells: "Ana Silva, 61,", "61-year-old Ana Silva"."""
        told = re.compile(
            rf"(?:[A-Z][\w.'’-]*,? ){{1,5}}"
            rf"(?:\({age}\)|{age}(?=[,.;]| (?:of|from|who)\b)|aged {age}\b)"
        )
        known = {
            m.name
            for passage, mentions in zip(self.passages, self.cast.mentions, strict=True)
            for m in mentions
            if self.cast.is_person(m.name)
            and (
                told.match(passage.quote, m.start - passage.start)
                or passage.quote[: m.start - passage.start].endswith(f"{age}-year-old ")
            )
        }
        return known.pop() if len(known) == 1 else ""

    def _in_sentence(self, passage: Passage, words: Sequence[Token], pronoun: Phrase) -> str:
        """The subject of the sentence that "they" or "it" takes up."""
        subject = first_subject(words, pronoun.first)
        if subject is None or words[subject.last].low in PRONOUNS or not is_source(words, subject):
            return ""
        start, end = words[subject.first].start, words[subject.last].end
        return self._fullest(passage.quote[start - passage.start : end - passage.start], start)

    def _fullest(self, source: str, start: int) -> str:
        """A person's full name where the source ends in one, else the source."""
        names = names_in(source, start)
        if names and names[0].start == start and _MEMBER.match(source, names[0].end - start):
            first = self.cast.full(names[0].text, start)
            if self.cast.is_person(first):
                return first
        if not names or names[-1].end != start + len(source):
            return source
        before = source[: names[-1].start - start]
        if _LOWER_HEAD.search(" " + before):
            return source
        full = self.cast.full(names[-1].text, start)
        if self.cast.is_person(full):
            return full
        return source

    def _person(self, i: int, start: int, pronoun: str, outer: bool) -> str:
        """The nearest speaker or named person that `he` or `she` can stand for."""
        for j in range(i, max(-1, i - REACH - 1), -1):
            spoken = [a.claimant for a in self.found[j][:1]] if j < i else []
            named = (
                []
                if outer and j == i
                else [
                    m.name
                    for m in self.cast.mentions[j]
                    if m.start < start and not self.quotations[j].covers(m.start, m.start + 1)
                ]
            )
            for name in spoken + named:
                if self.cast.is_person(name) and self.cast.agrees(name, pronoun):
                    return name
            if spoken and _is_somebody(spoken[0]):
                return spoken[0]
        return ""

    def _body(self, i: int) -> str:
        """Who "it" is: a speaker or the subject just before, else an earlier speaker."""
        return (
            self._earlier(i, self._is_body, 1)
            or self._subject(i - 1)
            or self._earlier(i, self._is_body)
        )

    def _is_body(self, name: str) -> bool:
        return not self.cast.is_person(name) and not is_plural(name)

    def _subject(self, i: int) -> str:
        """The body that passage `i` is about, or ""."""
        if i < 0 or self.passages[i].noise or self.passages[i].heading:
            return ""
        passage = self.passages[i]
        words = self.words[i]
        subject = first_subject(words, len(words))
        if subject is None or words[subject.last].low in PRONOUNS:
            return ""
        inside = range(subject.first + 1, subject.last)
        head = next((k - 1 for k in inside if words[k].low in PREPOSITIONS), subject.last)
        if not is_source(words, Phrase(subject.first, head)):
            return ""
        start, end = words[subject.first].start, words[subject.last].end
        name = passage.quote[start - passage.start : end - passage.start]
        return name if self._is_body(self._fullest(name, start)) else ""

    def _earlier(self, i: int, fits: Callable[[str], bool], reach: int = REACH) -> str:
        """The nearest claimant before passage `i` that a pronoun fits."""
        for j in range(i - 1, max(-1, i - reach - 1), -1):
            for attribution in self.found[j]:
                if attribution.claimant and fits(attribution.claimant):
                    return attribution.claimant
        return ""
