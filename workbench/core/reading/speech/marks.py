"""Attribution by a mark or by place alone, where no cue word is found."""

from collections.abc import Callable, Iterator, Sequence

from workbench.core.lexicon.en.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    is_adverb,
)
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import Phrase
from workbench.core.reading.language.clauses_after import first_subject, phrase_after
from workbench.core.reading.language.source_nouns import is_document_noun, is_source_noun
from workbench.core.reading.speech.reports import (
    Report,
    author_of,
    closes_quotation,
    is_source,
    named_after,
)
from workbench.core.reading.speech.turns import LABELS
from workbench.core.reading.tokens import Token, is_quote

_NO_NAME = DETERMINERS | PREPOSITIONS | TIMES

_NO_VERB = AUXILIARIES | _NO_NAME | CONJUNCTIONS | PRONOUNS
_DASHES = ("—", "–", "―", "-", "--", "~", "(")
REACH = 24
"""Words from the end among which a quotation is signed."""
_IRREGULAR = word_set("read reads spat sang swore sprang rang ran shot bit cut")
_AFTER_SPEAKER = PREPOSITIONS | TIMES | word_set("who whose as when while after before and")


def source_and_colon(words: Sequence[Token]) -> Iterator[Report]:
    """ "Mayor: No decision yet"; capitals before a colon are a place, or a turn."""
    start = 1 if words and is_quote(words[0]) else 0
    for i in range(start + 1, min(start + 9, len(words) - 2)):
        if words[i].text == ":" and not words[i + 1].text.isdigit():
            left = words[start:i]
            if "".join(w.text for w in left).isupper():
                return  # a dateline
            name = len(left) < 4 and all(
                w.text[0].isupper() and w.low not in _NO_NAME for w in left
            )
            named = name or is_document_noun(left[-1].low) or is_source_noun(left[-1].low)
            if named and left[0].low not in LABELS:
                yield Report(
                    Phrase(start, i - 1),
                    Phrase(i, i),
                    "neutral",
                    "source and colon",
                    ":",
                    outer=True,
                )
            return
        if words[i].text in ".?!":
            return


def _dash(words: Sequence[Token]) -> Iterator[Report]:
    """ "“…” — Ana Silva", "“…” (Ana Silva)": a name at the end of a quotation."""
    for i in range(len(words) - 2, max(0, len(words) - REACH), -1):
        if words[i].text not in _DASHES:
            continue
        before = i - 1 - (words[i - 1].text in _DASHES)
        quoted = before > 1 and (is_quote(words[before]) or words[before].text in "’'")
        source = phrase_after(words, i + 1)
        if quoted and source and words[source.last].text[0].isupper():
            yield Report(source, Phrase(i, i), "neutral", "source after dash", "-", outer=True)
        return


def _around_quotation(words: Sequence[Token]) -> Iterator[Report]:
    """A verb that is in no table, next to a quotation: "…," she sighed."""
    for i, word in enumerate(words):
        if not (is_quote(word) or closes_quotation(word)):
            continue
        ends = (
            word.quoted
            and i > 1
            and words[i - 1].text in ",?!"
            and i + 2 < len(words)
            and not words[i + 1].quoted
        )
        if ends and (inverted := _inverted(words, i + 1)):
            yield inverted
            return
        if ends and (source := phrase_after(words, i + 1)) and source.last + 1 < len(words):
            verb = words[source.last + 1]
            plain = not verb.mark and verb.text[0].islower() and verb.low not in AUXILIARIES
            if plain and is_source(words, source) and verb.low.endswith(("d", "s")):
                yield Report(
                    source,
                    Phrase(source.last + 1, source.last + 1),
                    "neutral",
                    "verb by quotation",
                    verb.low,
                    outer=True,
                )
                return
        long = sum(w.quoted and not w.mark for w in words[i + 1 : i + 6]) >= 4
        opens = (
            long and word.quoted and i > 2 and words[i - 1].text in ",:" and not words[i - 1].quoted
        )
        if (
            opens
            and (source := first_subject(words, i - 1))
            and is_source(words, source)
            and source.last < i - 2
        ):
            yield Report(
                named_after(words, source),
                Phrase(i - 2, i - 2),
                "neutral",
                "introduces quotation",
                words[i - 2].low,
            )
            return


def _inverted(words: Sequence[Token], at: int) -> Report | None:
    """ "…!” thundered Ana Silva": any verb between a quotation and its speaker."""
    verb = words[at]
    if (
        verb.mark
        or not verb.text.islower()
        or verb.low in _NO_VERB
        or is_adverb(verb.low)
        or is_source_noun(verb.low)
    ):
        return None
    source = phrase_after(words, at + 1)
    if source is None or not is_source(words, source):
        return None
    head = words[source.first]
    named = head.text[0].isupper() and head.low not in _NO_NAME
    known = verb.low.endswith(("ed", "s")) or verb.low in _IRREGULAR
    following = words[source.last + 1] if source.last + 1 < len(words) else None
    author = author_of(words, source)
    ends = (
        following is None or following.mark or following.low in _AFTER_SPEAKER or author != source
    )
    if not ends or not (named or known):
        return None
    return Report(
        named_after(words, author),
        Phrase(at, at),
        "neutral",
        "verb by quotation",
        verb.low,
        outer=True,
    )


FALLBACKS: tuple[Callable[[Sequence[Token]], Iterator[Report]], ...] = (_dash, _around_quotation)
"""Tried in order where a passage has no cue word with a source."""
