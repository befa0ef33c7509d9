"""Noun phrases next to a verb, found without a parser.

The walk goes from the verb over words that can belong to a noun phrase and
stops at words of a closed class, a mark, or another verb. That is the chunking
of Abney, "Parsing by chunks" (1991), from the verb outwards; an apposition
between commas ("Ana Silva, a geologist, said") is stepped over.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.lexicon.en.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOUN_LINKS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_ADVERBS,
    TIMES,
    is_adverb,
)
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.reporting_cues import (
    ACCUSATION_NOUNS,
    DENIAL_NOUNS,
    STATEMENT_NOUNS,
    VERBS,
)
from workbench.core.reading.language.source_nouns import (
    PLACE_OPENERS,
    is_document_noun,
    is_person_noun,
    is_source_noun,
)
from workbench.core.reading.tokens import Token, is_quote

LONGEST = 24
"""Words in a noun phrase."""
_APPOSITION_ENDS = (",", "–", "—", ")", "-", "--")
_CONTENTS = STATEMENT_NOUNS | DENIAL_NOUNS | ACCUSATION_NOUNS | {"charge", "allegation"}
_NEVER_INSIDE = PREPOSITIONS | PERSONAL | (SENTENCE_ADVERBS - DETERMINERS)
_CLOSE = word_set("close familiar briefed involved present loyal opposed near")
_MADE_KNOWN = word_set("published released posted issued taken filmed recorded dated conducted")
_ORDINALS = word_set("first second third")
_RELATIVE = word_set("who which that whose whom")
_NO_NAME = TIMES | PREPOSITIONS | SENTENCE_ADVERBS
_NO_HEAD = DETERMINERS | SENTENCE_ADVERBS | TIMES
_FROM = word_set("from with")
_LINKED = DETERMINERS | NOUN_LINKS
_PARTITIVE = NOUN_LINKS | {"some", "many", "most"}


class Phrase(NamedTuple):
    """Words `first` to `last` (inclusive) of a passage."""

    first: int
    last: int


def _ends_phrase(word: Token) -> bool:
    return (
        (word.mark and word.text not in "&$%/")
        or word.low in CONJUNCTIONS
        or (word.low in AUXILIARIES and word.text != "May")
    )


def _verb_like(words: Sequence[Token], i: int) -> bool:
    """Whether a lower-case word is surely a finite cue verb, seen from its left."""
    word = words[i]
    if word.text[0].isupper() or word.low not in VERBS:
        return False
    forms = VERBS[word.low].forms
    return (
        "past" in forms
        and not is_document_noun(word.low)
        and i > 0
        and words[i - 1].low in PERSONAL
    )


def subject_before(words: Sequence[Token], at: int) -> Phrase | None:
    """The noun phrase that ends at word `at`, appositions stepped over."""
    stepped = False
    for _ in range(5):
        if at < 0 or words[at].text not in _APPOSITION_ENDS:
            break
        closing, at = at, _before_apposition(words, at)
        if _is_naming(words, at, closing):
            return Phrase(at + 2, closing - 1)
        stepped = True
    phrase = _phrase_ending(words, _before_handle(words, at)) if at >= 0 else None
    if phrase is None:
        return None
    if not stepped:
        return _named_first(words, phrase) or phrase
    return _named_before(words, phrase) or _before_age(words, phrase) or phrase


def _before_handle(words: Sequence[Token], at: int) -> int:
    """The last word of the name before a handle: "Ana Silva @anas tweeted"."""
    handle = at > 1 and words[at - 1].text == "@"
    return at - 2 if handle and not words[at - 2].mark and _has_capital(words[at - 2]) else at


def _has_capital(word: Token) -> bool:
    return any(c.isupper() for c in word.text)


def _named_first(words: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The name that begins a sentence or follows a quotation, where a description after it is
    not closed: "Ana Silva, director of the port told"."""
    i = phrase.first - 1
    if i < 2 or words[i].text != "," or not words[i - 1].text[0].isupper():
        return None
    if not any(is_person_noun(w.low) for w in words[phrase.first : phrase.last + 1]):
        return None
    name = _phrase_ending(words, i - 1)
    if name is None or words[name.first].low in DETERMINERS:
        return None
    if name.first == name.last and not (name.first and is_quote(words[name.first - 1])):
        return None
    opens = name.first == 0 or words[name.first - 1].mark
    named = all(w.mark or w.text[0].isupper() for w in words[name.first : name.last + 1])
    return name if opens and named and words[name.last].low not in TIMES else None


def _before_age(words: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The phrase in front of an age or a day between commas: "Silva, 54, of Porto, said"."""
    inside = words[phrase.first : phrase.last + 1]
    if phrase.first < 2 or words[phrase.first - 1].text != ",":
        return None
    if not all(w.low.isdigit() or w.low in TIMES for w in inside):
        return None
    return _phrase_ending(words, phrase.first - 2)


def _before_apposition(words: Sequence[Token], at: int) -> int:
    """The word before the mark that opens an apposition closed at `at`, or −1."""
    opening = "(" if words[at].text == ")" else words[at].text
    for i in range(at - 1, max(-1, at - 45), -1):
        if words[i].text == opening:
            return i - 1
        if words[i].text in ";:" or (is_quote(words[i]) and not words[i].quoted):
            return -1
        if opening != "(" and words[i].text in "“”":
            return -1
    return -1


def _is_naming(words: Sequence[Token], at: int, closing: int) -> bool:
    """Whether an apposition names whom the noun before it describes: "his lawyer, Ana Silva,"."""
    inside = words[at + 2 : closing]
    if at < 1 or words[closing].text != "," or not 0 < len(inside) < 6:
        return False
    if len(inside) == 1 and words[at - 1].clitic != "s":
        return False  # "Silva's daughter, Ana,", but "the daughter, 12,"
    described = words[at]
    if not is_person_noun(described.low) and inside[0].low not in PLACE_OPENERS:
        described = words[_head_of(words, at)]
    aged = inside[0].low.endswith("-year-old")
    return (
        is_person_noun(described.low)
        and (described.text[0].islower() or _is_described(words, at))
        and all(
            w.text == "." or (w.text[0].isupper() and w.low not in TIMES) for w in inside[aged:]
        )
    )


def _is_described(words: Sequence[Token], at: int) -> bool:
    """Whether the phrase that ends at a word begins with "the", as an office does."""
    phrase = _phrase_ending(words, at)
    return phrase is not None and words[phrase.first].low in DETERMINERS


def _head_of(words: Sequence[Token], at: int) -> int:
    """The noun that a phrase ending at `at` is about: "head" in "the head of the agency"."""
    phrase = _phrase_ending(words, at)
    if phrase is None:
        return at
    inside = range(phrase.first + 1, phrase.last)
    return next((i - 1 for i in inside if words[i].low in NOUN_LINKS), phrase.last)


def _named_before(words: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """A name just before a phrase that describes it: "Ana Silva, the mayor of X, said"."""
    i = phrase.first - 1
    first = words[phrase.first]
    if i < 1 or words[i].text != "," or first.text[0].isupper():
        return None
    if not any(is_source_noun(w.low) for w in words[phrase.first : phrase.last + 1]):
        return None
    name = words[i - 1]
    if (
        not name.text[0].isupper()
        or name.low in TIMES
        or name.low in SENTENCE_ADVERBS
        or (i == 1 and is_adverb(name.low))
        or name.quoted != first.quoted
    ):
        return None
    return _phrase_ending(words, i - 1)


def _phrase_ending(words: Sequence[Token], at: int) -> Phrase | None:
    """Walk left from the head of a noun phrase."""
    word = words[at]
    if word.mark or is_quote(word):
        return None
    if word.low in PRONOUNS and not (
        word.low in ("one", "all", "both") and at and words[at - 1].low in DETERMINERS
    ):
        return _pronoun(words, at)
    if _ends_phrase(word) or word.low in PREPOSITIONS:
        return None
    first = _walk_left(words, at)
    earlier = _before_adverbial(words, first, at)
    if earlier is not None:
        return earlier
    while (
        first <= at
        and (words[first].low in TIMES or words[first].low in SENTENCE_ADVERBS)
        and first < at
    ):
        first += 1
    if first > at or (first == at and words[at].low in _NO_HEAD):
        return None
    return Phrase(first, at)


def _before_adverbial(words: Sequence[Token], first: int, at: int) -> Phrase | None:
    """The name in front of an adverbial: "Silva in a long letter said"."""
    if first < 2 or words[first - 1].low not in PREPOSITIONS:
        return None
    when = all(w.low in TIMES or w.low.isdigit() for w in words[first : at + 1])
    if first > 2 and words[first - 2].low in _MADE_KNOWN:
        known = _phrase_ending(words, first - 3)
        if known is not None and (when or _can_be_written(words[known.last].low)):
            return known
    if words[at].text[0].isupper():
        return None
    from_body = words[first - 1].low in _FROM
    if any(is_source_noun(w.low) for w in words[first : at + 1]) and not from_body:
        return None
    last = first - 3 if words[first - 2].text == "," and first > 2 else first - 2
    return _name_ending(words, last, full=from_body)


def _name_ending(words: Sequence[Token], at: int, full: bool) -> Phrase | None:
    """The name that ends at a word; where it has to be `full`, of two words or more."""
    name = words[at]
    if name.mark or not name.text[0].isupper() or name.low in _NO_NAME:
        return None
    if full and (at < 1 or not words[at - 1].text[0].isupper()):
        return None
    return _phrase_ending(words, at)


def _can_be_written(low: str) -> bool:
    return is_document_noun(low) or is_source_noun(low)


def _pronoun(words: Sequence[Token], at: int) -> Phrase | None:
    """A pronoun, or the phrase before a relative one."""
    if words[at].low in _RELATIVE and at > 0:
        i = at - 1
        if words[i].text in (",", "–", "—"):
            i -= 1
        if i >= 0 and words[i].low in _PARTITIVE:
            return Phrase(at, at)
        if i >= 0 and words[i].text == ")":
            i = _before_apposition(words, i)
        return _phrase_ending(words, i) if i >= 0 else None
    if words[at].low in ("both", "all", "each") and at > 0 and words[at - 1].text[0].isupper():
        return _phrase_ending(words, at - 1)
    return Phrase(at, at)


def _walk_left(words: Sequence[Token], at: int) -> int:
    i = at
    while i > 0 and at - i < LONGEST and not _begins(words, i):
        i -= 1
    return i


def _goes_on(words: Sequence[Token], i: int) -> bool:
    """ "Ana A. Silva", "a second person": an initial or an ordinal in the middle."""
    if words[i].text == "A":
        return i + 1 < len(words) and words[i + 1].text == "."
    return words[i - 1].low in _ORDINALS and i > 1 and words[i - 2].low in DETERMINERS


def _in_links(words: Sequence[Token], i: int) -> bool:
    """Whether lower-case word `i` stands behind a link: "the Commission on crime | and health"."""
    if i < 2 or words[i].mark or words[i].text[0].isupper():
        return False
    return words[i - 1].low in NOUN_LINKS and words[i - 2].text[0].isupper() and links(words, i - 1)


def _begins(words: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase that holds word `i` begins there."""
    before, here = words[i - 1], words[i]
    if _goes_on(words, i):
        return False
    if here.low in DETERMINERS and before.low not in _LINKED:
        return True
    if before.low in NOUN_LINKS:
        return not links(words, i - 1)
    if before.low == "and":
        joined = i > 1 and not words[i - 2].mark and words[i - 2].text[0].isupper()
        return not (joined or _in_links(words, i - 2))
    if before.text == "." and i > 1 and len(words[i - 2].text) == 1:
        return False
    return _ends_phrase(before) or before.low in _NEVER_INSIDE or _other_clause(words, i - 1, here)


def _other_clause(words: Sequence[Token], i: int, after: Token) -> bool:
    """Whether word `i` belongs to a clause before: "a claim | Norland denies"."""
    return _verb_like(words, i) or (words[i].low in _CONTENTS and after.text[0].isupper())


def links(words: Sequence[Token], i: int) -> bool:
    """Whether a preposition joins two parts of one noun phrase: "official in Kyiv"."""
    if i < 1:
        return False
    head = words[i - 1]
    if head.mark or head.low in PREPOSITIONS or head.low in AUXILIARIES:
        return False
    if words[i].low == "of":
        return not head.text[0].islower() or head.low not in VERBS
    if head.low in _CLOSE:
        return True
    named = words[i].low in ("for", "of") or (
        words[i].low == "at" and any(w.text[0].isupper() for w in words[i + 1 : i + 3])
    )
    if head.text[0].isupper() and named:
        return True
    return is_source_noun(head.low) or (is_document_noun(head.low) and words[i].low != "to")
