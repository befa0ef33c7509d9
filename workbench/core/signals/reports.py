"""One attribution as it stands in a passage, and what can be a source at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.signals.clauses import Phrase
from workbench.core.signals.roles import is_document_noun, is_source_noun
from workbench.core.signals.words import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SENTENCE_ADVERBS,
    TIMES,
    Word,
    word_set,
)

POSSESSIVES = word_set("his her their its my our your")
_PEOPLE_PRONOUNS = word_set("he she they we i you it who some many others all both everyone everybody someone nobody several most few each none one") | POSSESSIVES
_NO_HEAD = TIMES | DETERMINERS | SENTENCE_ADVERBS | PREPOSITIONS | CONJUNCTIONS


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution as it stands in a passage; indexes count the passage's words.

    `outer` is set where the cue stands after all that it reports.
    """

    source: Phrase | None
    cue: Phrase
    polarity: str
    rule: str
    lemma: str
    outer: bool = False


def is_source(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase names somebody or something that can say things."""
    inside = words[phrase.first : phrase.last + 1]
    head = inside[-1]
    if len(inside) == 1 and head.low in _PEOPLE_PRONOUNS:
        return True
    if any(is_source_noun(w.low) or is_document_noun(w.low) for w in inside):
        return True
    return head.text[0].isupper() and head.low not in _NO_HEAD
