"""One attribution as it stands in a passage, and what can be a source at all."""

from collections.abc import Sequence

from msgspec import Struct

from workbench.core.lexicon.en.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    NOUN_LINKS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_ADVERBS,
    TIMES,
)
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import Phrase
from workbench.core.reading.language.clauses_after import first_subject, phrase_after
from workbench.core.reading.language.source_nouns import (
    is_document_noun,
    is_person_noun,
    is_source_noun,
)
from workbench.core.reading.tokens import Token, is_quote, tokens_of

POSSESSIVES = word_set("his her their its my our your")
_PEOPLE_PRONOUNS = (
    word_set(
        "he she they we i you it who some many others all both everyone everybody someone nobody "
        "several most few each none one"
    )
    | POSSESSIVES
)
_ISSUED = word_set(
    "signed issued released written published posted sent made compiled given provided"
)
AGED = ("-year-old", "-year-olds")
"""How a word ends that names somebody by their age."""
_NO_HEAD = TIMES | DETERMINERS | SENTENCE_ADVERBS | PREPOSITIONS | CONJUNCTIONS


class Report(Struct, frozen=True):
    """One attribution as it stands in a passage; indexes count the passage's words.

    `outer` is set where the cue stands after all that it reports.
    """

    source: Phrase | None
    cue: Phrase
    polarity: str
    rule: str
    lemma: str
    outer: bool = False


def is_source(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase names somebody or something that can say things."""
    inside = words[phrase.first : phrase.last + 1]
    head = inside[-1]
    if len(inside) == 1 and head.low in _PEOPLE_PRONOUNS:
        return True
    if any(is_source_noun(w.low) or is_document_noun(w.low) for w in inside):
        return True
    return _is_name(head) or head.low.endswith(AGED) or _is_name(_before_link(inside))


def _is_name(word: Token) -> bool:
    return word.text[0].isupper() and word.low not in _NO_HEAD


def _before_link(inside: Sequence[Token]) -> Token:
    """The head of "Ana Silva of the northern team", or the last word."""
    links = (i for i in range(2, len(inside)) if inside[i].low in NOUN_LINKS)
    return inside[next(links, len(inside)) - 1]


def closes_quotation(word: Token) -> bool:
    """Whether a word is a mark, double or single, at the end of what is quoted."""
    return word.quoted and (is_quote(word) or word.text == "’")


def named_after(words: Sequence[Token], phrase: Phrase) -> Phrase:
    """The name behind a phrase that only describes: "its chief engineer, Tom Brill"."""
    end = phrase.last + 1
    if (
        not is_person_noun(words[phrase.last].low)
        or end + 1 >= len(words)
        or words[end].text != ","
    ):
        return phrase
    name = phrase_after(words, end + 1)
    if name is None or name.last - name.first > 3:
        return phrase
    inside = words[name.first : name.last + 1]
    after = words[name.last + 1] if name.last + 1 < len(words) else None
    named = all(w.text[0].isupper() and w.low not in _NO_HEAD for w in inside)
    return name if named and (after is None or after.mark) else phrase


def author_of(words: Sequence[Token], phrase: Phrase) -> Phrase:
    """Whoever wrote the document that a phrase names: "a letter signed by the mayor"."""
    at = phrase.last + 1
    if at < len(words) and words[at].low in _ISSUED:
        at += 1
    if (
        at + 1 >= len(words)
        or words[at].low != "by"
        or not is_document_noun(words[phrase.last].low)
    ):
        return phrase
    author = phrase_after(words, at + 1)
    return named_after(words, author) if author is not None and is_source(words, author) else phrase


def subject_of(before: str) -> str:
    """The subject of a sentence, given what stands before its verb: "The firm"; "" for a
    pronoun."""
    words = tokens_of(before, 0)
    subject = first_subject(words, len(words))
    if subject is None or (subject.first == subject.last and words[subject.first].low in PRONOUNS):
        return ""
    return before[words[subject.first].start : words[subject.last].end]
