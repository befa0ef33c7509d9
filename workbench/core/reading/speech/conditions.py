"""What has to stand around a verb for it to report something.

Many cue verbs have other meanings ("found a seat", "plans the route"), and many
of their forms are nouns as well ("the claims", "battleground states"). The
checks here are agreement with the subject and the complement that the verb's
class asks for.
"""

from collections.abc import Callable, Sequence
from typing import TypeGuard

from workbench.core.lexicon.en.grammar import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    TIMES,
)
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import Phrase
from workbench.core.reading.language.reporting_cues import ALSO_NOUNS, CueClass, CueForm
from workbench.core.reading.language.source_nouns import is_document_noun
from workbench.core.reading.speech.reports import is_source
from workbench.core.reading.tokens import Token, is_quote

THAT = word_set("that how whether why what")
_PLURAL_SUBJECTS = word_set(
    """
    they we i you who some many others all both several most few people police men women data media
    staff these those percent"""
)
_NO_SPEAKERS = word_set("this that these those which you")
_NO_SHOWERS = _NO_SPEAKERS | word_set("one each both some another")
_NO_SINGULAR = _PLURAL_SUBJECTS - {"who"}
_RELATIVE = word_set("which what as who whom that")
_PLACES = word_set("in on at during")
_NOUN_BEFORE = (AUXILIARIES - {"having"}) | (PREPOSITIONS - word_set("to in on at"))
_NEVER_AFTER = AUXILIARIES | (PREPOSITIONS - {"to"})


def following(words: Sequence[Token], i: int) -> Token | None:
    """The word after word `i`, if there is one."""
    return words[i + 1] if i + 1 < len(words) else None


def next_low(words: Sequence[Token], i: int) -> str:
    """The word after word `i` in lower case, or ""."""
    return words[i + 1].low if i + 1 < len(words) else ""


def is_outer(words: Sequence[Token], i: int, subject: Phrase) -> bool:
    """Whether subject and cue stand behind all that they report: "…, the mayor said on Friday"."""
    if subject.first == 0 or not words[subject.first - 1].mark:
        return False
    after = following(words, i)
    return after is None or after.mark or after.low in TIMES or after.low in _PLACES


def agrees(words: Sequence[Token], i: int, form: CueForm, auxiliary: bool, subject: Phrase) -> bool:
    """Whether a form agrees with its subject; a present form may also be a noun."""
    if form.forms & {"past", "part", "ing"} or auxiliary:
        return auxiliary or form.forms != {"part"}
    after = following(words, i)
    if form.lemma == "state" and (after is None or after.low not in CLAUSE_OPENERS):
        return False  # "advocates in a swing state"
    if words[i - 1].low in DETERMINERS:
        return False  # "won in a state they lost"
    if (form.lemma != "say" and not is_source(words, subject)) or words[subject.first].low == "let":
        return False
    return (
        _third_person(words, i, form, subject) if "s" in form.forms else _is_plural(words, subject)
    )


def _third_person(words: Sequence[Token], i: int, form: CueForm, subject: Phrase) -> bool:
    if subject.first == subject.last and words[subject.last].low in _NO_SINGULAR:
        return False
    after = following(words, i)
    if form.lemma == "say":
        return True
    if after is None or (after.mark and not is_quote(after) and after.text not in ":,"):
        before = words[subject.first - 1] if subject.first > 0 else None
        return form.lemma not in ALSO_NOUNS or (
            before is not None and (before.mark or before.low in _RELATIVE)
        )
    noun = after.low in _NOUN_BEFORE
    return not noun or after.low in form.particles


def _is_plural(words: Sequence[Token], subject: Phrase) -> bool:
    heads = {words[subject.last].low, _head(words, subject)}
    joined = any(w.low == "and" for w in words[subject.first : subject.last])
    joined = joined or (words[subject.first].low == "those" and subject.last > subject.first)
    return joined or any(
        head in _PLURAL_SUBJECTS
        or head.endswith(("men", "women"))
        or (head.endswith("s") and not head.endswith("ss"))
        for head in heads
    )


def _head(words: Sequence[Token], phrase: Phrase) -> str:
    """The head noun of a phrase: the word before its first preposition."""
    for i in range(phrase.first + 1, phrase.last):
        if words[i].low in PREPOSITIONS:
            return words[i - 1].low
    return words[phrase.last].low


def fits(words: Sequence[Token], i: int, cue_class: CueClass, subject: Phrase, outer: bool) -> bool:
    """Whether a verb's subject and complement are those of a class."""
    if cue_class.subject == "source" and not is_source(words, subject):
        return False
    if subject.first == subject.last and words[subject.last].low in (
        _NO_SHOWERS if cue_class.name == "show" else _NO_SPEAKERS
    ):
        return False
    complement = cue_class.complement
    if outer and complement in ("clause", "that"):
        return True
    inside = words[subject.first : subject.last + 1]
    if complement in ("clause", "that") and any(is_document_noun(w.low) for w in inside):
        return _object(words, i, subject)  # a survey shows things as well as that things are so
    return COMPLEMENTS[complement](words, i, subject)


def _anything(words: Sequence[Token], i: int, subject: Phrase) -> bool:
    return True


def _object(words: Sequence[Token], i: int, subject: Phrase) -> bool:
    after = following(words, i)
    return _can_follow(after) and (not after.mark or is_quote(after) or after.text == ":")


def _document(words: Sequence[Token], i: int, subject: Phrase) -> bool:
    """ "published a report", but not "will publish", nor "a paper published"."""
    group = words[max(0, i - 3) : i]
    written = any(is_document_noun(w.low) for w in words[i + 1 : i + 4])
    return written and _object(words, i, subject) and not any(w.low in MODALS for w in group)


def _clause(words: Sequence[Token], i: int, subject: Phrase) -> bool:
    after = following(words, i)
    if not _can_follow(after):
        return False
    return (
        after.low in CLAUSE_OPENERS
        or is_quote(after)
        or after.text == ":"
        or after.text[0].isupper()
    )


def _that(words: Sequence[Token], i: int, subject: Phrase) -> bool:
    after = following(words, i)
    return after is not None and (after.low in THAT or (is_quote(after) and after.quoted))


def _quotation(words: Sequence[Token], i: int, subject: Phrase) -> bool:
    after = words[i + 1 : i + 3]
    if after and (after[0].low in ("that", "by") or after[0].text == ":" or is_quote(after[0])):
        return True
    if len(after) == 2 and after[0].text == "," and is_quote(after[1]):
        return True
    return subject.first > 0 and is_quote(words[subject.first - 1])


def _can_follow(after: Token | None) -> TypeGuard[Token]:
    if after is None:
        return False
    return after.low not in _NEVER_AFTER


COMPLEMENTS: dict[str, Callable[[Sequence[Token], int, Phrase], bool]] = {
    "any": _anything,
    "object": _object,
    "document": _document,
    "clause": _clause,
    "that": _that,
    "quotation": _quotation,
}
"""What a class of cues asks to follow (or, for a quotation, to stand beside it)."""
