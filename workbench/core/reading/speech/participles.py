"""Participles that report: `…, saying that`, `a statement saying`."""

from collections.abc import Sequence

from workbench.core.lexicon.en.grammar import AUXILIARIES, CLAUSE_OPENERS, PREPOSITIONS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import Phrase, subject_before
from workbench.core.reading.language.clauses_after import first_subject
from workbench.core.reading.language.source_nouns import is_document_noun
from workbench.core.reading.speech.conditions import following, next_low
from workbench.core.reading.speech.reports import Report
from workbench.core.reading.speech.verb_readings import Verb, report
from workbench.core.reading.tokens import Token, is_quote

_STANCES = word_set("think regard show")
_ISSUES = word_set(
    "issued issuing posted posting released releasing sent sending wrote writing published "
    "publishing filed filing signed signing unleashed tweeted delivered submitted submitting shared"
)
_AFTER_SUBJECT = PREPOSITIONS | word_set("who and as while when")


def subject_participle(verb: Verb) -> Report | None:
    """ "with both ministers saying that": the subject just before the participle."""
    words, at, cue_class = verb.words, verb.at, verb.cue_class
    if cue_class is None or cue_class.name in _STANCES or not _participle_reports(verb) or at == 0:
        return None
    if words[at - 1].mark or words[at - 1].low in _AFTER_SUBJECT or words[at - 1].low == "or":
        return None
    after = words[at + 1]
    if (after.mark and not is_quote(after)) or after.low in PREPOSITIONS - verb.form.particles:
        return None
    subject = subject_before(words, at - 1)
    if subject is not None and _is_issued(words, subject):  # "she posted a letter saying"
        subject = first_subject(words, subject.first) or subject
    return report(verb, subject, cue_class, "subject participle")


def _is_issued(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is what somebody writes or sends in the same sentence."""
    before = words[phrase.first - 1].low if phrase.first else ""
    head = words[phrase.first : phrase.last + 1]
    return before in _ISSUES and any(is_document_noun(w.low) for w in head)


def participle(verb: Verb) -> Report | None:
    """ "…, saying that": the subject is that of the clause before it."""
    words, at, cue_class = verb.words, verb.at, verb.cue_class
    if cue_class is None or cue_class.name in _STANCES or not _participle_reports(verb):
        return None
    if (
        at > 0
        and not words[at - 1].mark
        and words[at - 1].low not in _AFTER_SUBJECT
        and words[at - 1].low != "or"
    ):
        return None
    if cue_class.complement == "clause" and next_low(words, at) not in CLAUSE_OPENERS:
        return None
    source = verb.found[-1].source if verb.found else first_subject(words, at)
    return report(verb, source, cue_class, "participle")


def _participle_reports(verb: Verb) -> bool:
    after, cue_class = following(verb.words, verb.at), verb.cue_class
    if not verb.participle or after is None or after.low in AUXILIARIES or after.low == "by":
        return False
    bare = after.low in ("and", "or") or after.text in ".;"
    if bare and cue_class is not None and cue_class.complement == "object":  # held for questioning
        return False
    if verb.at > 0 and verb.words[verb.at - 1].low in (
        "without",
        "needless",
    ):  # goes without saying
        return False
    return cue_class is not None and (cue_class.complement != "quotation" or after.mark)
