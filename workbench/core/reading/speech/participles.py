"""Participles that report: `…, saying that`, `a statement saying`."""

from collections.abc import Sequence

from workbench.core.lexicon.en.grammar import AUXILIARIES, CLAUSE_OPENERS, PREPOSITIONS, is_adverb
from workbench.core.lexicon.en.tense_words import IRREGULAR_PASTS
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
_SPOKEN = word_set("say announce declare warn insist complain explain argue assert report add")
_OPEN_BEFORE = word_set("""
    fair safe needless easy hard right want wants wanted going able unable more much nothing
    something anything likely unlikely ready reason enough how what supposed declined refused
    refuses declines failed wrong sad sorry about used try tries tried not dare quick first
    """)
"""Words before "to say" where nobody has said anything, or another rule sees who did."""
PASTS = word_set(IRREGULAR_PASTS.replace("|", " "))
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
    if not _opens_clause(words, at):
        return None
    if cue_class.complement == "clause" and next_low(words, at) not in CLAUSE_OPENERS:
        return None
    source = verb.found[-1].source if verb.found else first_subject(words, at)
    return report(verb, source, cue_class, "participle")


def infinitive(verb: Verb) -> Report | None:
    """ "took to the radio to say that": somebody did something in order to say it."""
    words, at, to = verb.words, verb.at, verb.group.before
    if verb.form.lemma not in _SPOKEN or not verb.cue_class or to < 2 or verb.group.negated:
        return None
    after, before = following(words, at), words[to - 1]
    if after is None or not (after.low in CLAUSE_OPENERS or is_quote(after) or after.text == ","):
        return None
    if before.mark or before.low in _OPEN_BEFORE or before.low in AUXILIARIES:
        return None
    if not any(_is_done(w) for w in words[1:to]):
        return None
    return report(verb, first_subject(words, to), verb.cue_class, "infinitive")


def _is_done(word: Token) -> bool:
    """Whether a word is surely a verb in the past."""
    return word.low in PASTS or (
        len(word.low) > 4 and word.low.endswith("ed") and word.text.islower()
    )


def _opens_clause(words: Sequence[Token], at: int) -> bool:
    """Whether a participle begins a clause, adverbs before it stepped over: "…, later saying"."""
    at -= 1
    while at > 0 and is_adverb(words[at].low):
        at -= 1
    return at < 0 or words[at].mark or words[at].low in _AFTER_SUBJECT or words[at].low == "or"


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
