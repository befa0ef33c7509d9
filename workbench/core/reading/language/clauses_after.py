"""Noun phrases after a verb, and the first subject of a sentence: reading to the right."""

from collections.abc import Sequence

from workbench.core.lexicon.en.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOUN_LINKS,
    PERSONAL,
    PREPOSITIONS,
    SENTENCE_ADVERBS,
    TIMES,
    is_adverb,
)
from workbench.core.lexicon.en.time_words import MONTH_NAMES
from workbench.core.reading.language.clauses import LONGEST, Phrase, links
from workbench.core.reading.language.reporting_cues import VERBS
from workbench.core.reading.language.source_nouns import is_document_noun, is_source_noun
from workbench.core.reading.tokens import Token, is_quote

_MONTHS = frozenset(name[:3].lower() for name in MONTH_NAMES) - {"mar", "may"}
_NEVER_FIRST = (CONJUNCTIONS | AUXILIARIES) - DETERMINERS
_NEVER_LATER = CONJUNCTIONS | AUXILIARIES | PREPOSITIONS | PERSONAL
_AFTER_PAST = DETERMINERS | PREPOSITIONS | PERSONAL
_ADVERBIAL = (PREPOSITIONS | CONJUNCTIONS) - DETERMINERS


def phrase_after(words: Sequence[Token], at: int) -> Phrase | None:
    """The noun phrase that starts at word `at`."""
    while at < len(words) and _is_plain_adverb(words[at]):
        at += 1
    if at >= len(words):
        return None
    if words[at].low in PERSONAL or words[at].low in ("him", "her", "them"):
        return (
            Phrase(at, at)
            if words[at].low != "her" or at + 1 == len(words) or not words[at + 1].text[0].isalpha()
            else _walk_right(words, at)
        )
    return _walk_right(words, at)


def _walk_right(words: Sequence[Token], at: int) -> Phrase | None:
    i = at
    if words[i].mark and not is_quote(words[i]):
        return None
    while i < len(words) and i - at < LONGEST:
        word = words[i]
        last = words[i - 1] if i > at else None
        if (
            word.mark
            and word.text not in ("&", "$", "/")
            and not (word.text == "." and last and len(last.text) == 1)
        ):
            break
        if i > at and (_is_time(word) or _is_past(words, i)):
            break
        if word.low in NOUN_LINKS:
            if last is None or not (
                word.low == "of"
                or (word.low in ("for", "at", "from", "in", "with") and links(words, i))
            ):
                break
        elif word.low == "and":
            following = words[i + 1] if i + 1 < len(words) else None
            if following is None or not following.text[0].isupper() or following.low in PERSONAL:
                break
        elif (
            (i > at and (word.low in _NEVER_LATER or _is_plain_adverb(word)))
            or (
                i > at
                and word.low in VERBS
                and word.text[0].islower()
                and not is_document_noun(word.low)
                and {"past", "s", "ing"} & VERBS[word.low].forms
            )
            or (i == at and word.low in _NEVER_FIRST)
        ):
            break
        i += 1
    while i > at and (
        words[i - 1].low in NOUN_LINKS or words[i - 1].low == "and" or words[i - 1].mark
    ):
        i -= 1
    return Phrase(at, i - 1) if i > at else None


def _is_plain_adverb(word: Token) -> bool:
    """Whether a word is an adverb and no name that ends like one: "Nealy"."""
    return word.text[0].islower() and is_adverb(word.low)


def _is_time(word: Token) -> bool:
    """Whether a word says when: "Monday", "morning", but not the Morning Herald."""
    return word.low in TIMES and (
        word.text[0].islower() or word.low.endswith("day") or word.low[:3] in _MONTHS
    )


def _is_past(words: Sequence[Token], i: int) -> bool:
    """Whether an unknown word in -ed is the verb of the phrase before it."""
    word, after = words[i], words[i + 1] if i + 1 < len(words) else None
    if not word.low.endswith("ed") or word.text[0].isupper() or words[i - 1].low in DETERMINERS:
        return False
    return after is None or after.mark or is_adverb(after.low) or after.low in _AFTER_PAST


def first_subject(words: Sequence[Token], before: int) -> Phrase | None:
    """The first noun phrase of a sentence that can be the subject of its main verb."""
    i = 0
    while i < before and (words[i].mark or words[i].quoted or words[i].low in SENTENCE_ADVERBS):
        i += 1
    if i < before and words[i].low in _ADVERBIAL:
        while i < before and words[i].text != ",":
            i += 1
        i += 1
        while i < before and (words[i].text == "," or words[i].low in SENTENCE_ADVERBS):
            i += 1
    phrase = phrase_after(words, i) if i < before else None
    return _without_verb(words, phrase) if phrase and phrase.last < before else None


def _without_verb(words: Sequence[Token], phrase: Phrase) -> Phrase:
    """Cut a phrase after its name or source noun, where an unknown verb follows."""
    for i in range(phrase.first, phrase.last):
        word, after = words[i], words[i + 1]
        head = word.text[0].isupper() or is_source_noun(word.low)
        if head and i > phrase.first - (word.low not in DETERMINERS) and not _may_follow(after):
            return Phrase(phrase.first, i)
    return phrase


def _may_follow(word: Token) -> bool:
    """Whether a word can stand behind a name inside one noun phrase."""
    if word.text[0].isupper() or word.mark or word.low in NOUN_LINKS or word.low == "and":
        return True
    return is_source_noun(word.low) or is_document_noun(word.low)
