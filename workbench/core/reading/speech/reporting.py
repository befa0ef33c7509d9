"""Who is reported to say something in one passage: a table of named rules.

The rules follow the syntactic types of attribution that Pareti et al.,
"Automatically detecting and attributing indirect quotations" (EMNLP 2013),
count in news: subject and verb, inversion, participles, "according to",
possessive nouns, and marks alone (a colon, a dash).
"""

from collections.abc import Iterator, Sequence

from workbench.core.lexicon.en.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import Phrase, subject_before
from workbench.core.reading.language.clauses_after import phrase_after
from workbench.core.reading.language.reporting_cues import (
    ACCUSATION_NOUNS,
    ATTITUDES,
    DENIAL_NOUNS,
    LIGHT_VERBS,
    PLANS,
    STATEMENT_NOUNS,
    VERBS,
)
from workbench.core.reading.language.verb_groups import verb_group
from workbench.core.reading.speech.marks import FALLBACKS, source_and_colon
from workbench.core.reading.speech.refusals import refused
from workbench.core.reading.speech.reports import POSSESSIVES, Report, author_of, is_source
from workbench.core.reading.speech.verbs import verb_report
from workbench.core.reading.tokens import Token
from workbench.core.text.pattern_needs import words_in

_AFTER_NOUN = word_set("that to about of on for")
_AFTER_ATTITUDE = word_set("that about of with on over by to at")

_NO_MODIFIERS = POSSESSIVES | DETERMINERS | AUXILIARIES | PREPOSITIONS | frozenset(VERBS)

MOST = 10
"""Attributions looked for in one passage."""


_NOUNS: dict[str, str] = (
    dict.fromkeys(STATEMENT_NOUNS, "neutral")
    | dict.fromkeys(DENIAL_NOUNS, "denying")
    | dict.fromkeys(ACCUSATION_NOUNS, "accusing")
)
_CUE_WORDS = frozenset(VERBS) | frozenset(_NOUNS) | ATTITUDES | {"according"}


def may_report(text: str) -> bool:
    """Whether a text has a cue word or a colon at all: a quick look before the rules."""
    return ":" in text or not _CUE_WORDS.isdisjoint(words_in(text))


def reports_in(words: Sequence[Token]) -> list[Report]:
    """Every attribution in a passage, in the order of its cues."""
    found: list[Report] = []
    silent = refused(words)
    for i, word in enumerate(words):
        if len(found) >= MOST:
            break
        if word.quoted or word.mark or i in silent:
            continue
        if word.low == "according" and i + 2 < len(words) and words[i + 1].low == "to":
            found.extend(_according(words, i))
        elif word.low in VERBS:
            report = verb_report(words, i, VERBS[word.low], found)
            if report is not None:
                found.append(report)
                continue
        if word.low in ATTITUDES:
            found.extend(_attitude(words, i))
        elif word.low in _NOUNS:
            found.extend(_noun(words, i))
    colon = next(source_and_colon(words), None)
    if colon is not None and all(report.cue.first > colon.cue.first for report in found):
        return [colon, *found]
    for rule in FALLBACKS:
        if any(report.polarity not in ("denying", "accusing") for report in found):
            break
        found.extend(report for report in rule(words) if report.cue.last not in silent)
    return found


def _according(words: Sequence[Token], i: int) -> Iterator[Report]:
    source = phrase_after(words, i + 2)
    if source is not None:
        yield Report(
            author_of(words, source),
            Phrase(i, i + 1),
            "neutral",
            "according to",
            "according",
            outer=True,
        )


def _noun(words: Sequence[Token], i: int) -> Iterator[Report]:
    """ "Norland's denial of", "their claim that", "allegations by the union"."""
    following = words[i + 1].low if i + 1 < len(words) else ""
    polarity = _NOUNS[words[i].low]
    speaks = words[i].low in PLANS and following in AUXILIARIES
    if polarity == "neutral" and not speaks and following not in _AFTER_NOUN:
        return
    light = _light_verb(words, i, polarity)
    if light is not None:
        yield light
        return
    at = i - 1
    while at > 0 and i - at < 3 and _modifies(words[at]):
        at -= 1
    if at >= 0 and words[at].low in POSSESSIVES:
        yield Report(Phrase(at, at), Phrase(i, i), polarity, "possessive noun", words[i].low)
    elif at >= 0 and (words[at].clitic == "s" or (words[at].text in "'’" and at > 0)):
        last = at if words[at].clitic else at - 1
        source = subject_before(words, last)
        if source is not None and is_source(words, source):
            yield Report(source, Phrase(i, i), polarity, "possessive noun", words[i].low)
    elif following in ("by", "from"):
        source = phrase_after(words, i + 2)
        if source is not None and is_source(words, source):
            yield Report(source, Phrase(i, i), polarity, "noun by source", words[i].low)


def _modifies(word: Token) -> bool:
    """Whether a word can stand between a possessive and its noun."""
    return not (word.clitic or word.mark or word.low in _NO_MODIFIERS)


def _attitude(words: Sequence[Token], i: int) -> Iterator[Report]:
    """ "is concerned that": what somebody thinks, in an adjective."""
    group = verb_group(words, i)
    if not group.be or i + 1 >= len(words) or words[i + 1].low not in _AFTER_ATTITUDE:
        return
    source = subject_before(words, group.before)
    if source is not None and is_source(words, source):
        yield Report(source, Phrase(i, i), "assertive", "attitude", words[i].low)


def _light_verb(words: Sequence[Token], i: int, polarity: str) -> Report | None:
    """ "made the claim that": the subject of the verb is the source."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if words[j].low in LIGHT_VERBS:
            group = verb_group(words, j)
            source = None if group.be or group.infinitive else subject_before(words, group.before)
            if source is not None and is_source(words, source):
                return Report(source, Phrase(j, i), polarity, "verb and noun", words[i].low)
            return None
        if words[j].mark or words[j].low in PREPOSITIONS:
            return None
    return None
