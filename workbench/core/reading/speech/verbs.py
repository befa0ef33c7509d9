"""Attribution by a verb: a table of rules, tried in order at each cue verb.

Each rule sees the verb in its passage and says whether it is the one that
reports, and who the source is.
"""

from collections.abc import Callable, Sequence

from workbench.core.lexicon.en.grammar import PREPOSITIONS, TIMES, is_adverb
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import Phrase, subject_before
from workbench.core.reading.language.clauses_after import first_subject, phrase_after
from workbench.core.reading.language.reporting_cues import (
    ABOUT,
    FIGURES,
    PARTICLE,
    VALUING,
    CueForm,
)
from workbench.core.reading.language.source_nouns import is_person_noun
from workbench.core.reading.language.verb_groups import verb_group
from workbench.core.reading.speech.conditions import (
    THAT,
    agrees,
    fits,
    following,
    is_outer,
    next_low,
)
from workbench.core.reading.speech.participles import infinitive, participle, subject_participle
from workbench.core.reading.speech.reports import Report, closes_quotation, named_after
from workbench.core.reading.speech.verb_readings import Verb, polarity, report
from workbench.core.reading.tokens import Token, is_quote

_ACTS = word_set("hammer grill address")
_ANSWERS = word_set("comment respond reply answer elaborate")
_CALLED = word_set("a an police cops ambulance in off up")
_CALLED_BACK = word_set(
    "ambassador ambassadors envoy envoys diplomats parliament lawmakers troops cars vehicles units "
    "products models"
)
_OBJECTS = (["him"], ["her"], ["it"], ["them"], ["me"], ["us"], ["you"])
_ADDED = ABOUT | word_set("$ € £ ¥ to another")
_NEVER_SUPPOSED = word_set("show deny think judge")
"""Classes whose verbs report nothing behind "could" or "will": "voters would reject"."""
_ENDED = word_set("charge charges case cases indictment")
_SAYING = word_set("saying telling stating claiming warning arguing insisting calling denying")
_STANCES = word_set("think regard show")
_AFTER_SUBJECT = PREPOSITIONS | word_set("who and as while when")
_AFTER_INVERTED = _AFTER_SUBJECT | TIMES


LONGEST = 20
"""Words from "put" or "value" to the number."""


def verb_report(
    words: Sequence[Token], at: int, form: CueForm, found: Sequence[Report]
) -> Report | None:
    """The attribution made by the cue verb `words[at]`, if it makes one."""
    if words[at].text[0].isupper() and not _title_case(words):
        return None
    if (
        not form.classes
        and next_low(words, at) not in form.particles
        and not _puts_figure(words, at, form)
    ):
        return None
    group = verb_group(words, at)
    verb = Verb(words, at, form, group, found)
    if group.infinitive:
        return infinitive(verb)
    return next((report for _, rule in RULES if (report := rule(verb)) is not None), None)


def _puts_figure(words: Sequence[Token], at: int, form: CueForm) -> bool:
    """ "put the death toll at 14", "value the panel, a small one, at €4 million"."""
    if form.lemma not in VALUING:
        return False
    if form.lemma == "put" and any(w.low in FIGURES for w in words[at + 2 : at + 5]):
        return True
    for i in range(at + 2, min(at + LONGEST, len(words) - 1)):
        if words[i].low == "at":
            after = words[i + 1]
            return after.text[0].isdigit() or after.text in "€$£¥" or after.low in ABOUT
    return False


def _title_case(words: Sequence[Token]) -> bool:
    plain = [w for w in words if not w.mark]
    return sum(w.text[0].isupper() for w in plain) > 0.7 * len(plain)


def _quoted_as_saying(verb: Verb) -> Report | None:
    """ "was quoted as saying", "was quoted by the Herald as saying"."""
    words, at = verb.words, verb.at
    if not verb.passive or verb.form.lemma not in ("quote", "cite"):
        return None
    by = phrase_after(words, at + 2) if next_low(words, at) == "by" else None
    if next_low(words, by.last if by else at) != "as":
        return None
    source = subject_before(words, verb.group.before)
    if source is None:
        return None
    return Report(
        source,
        Phrase(at, min(at + 2, len(words) - 1)),
        "neutral",
        "quoted as saying",
        verb.form.lemma,
    )


def _quotes_as(verb: Verb) -> Report | None:
    """ "quoted an aide as saying": the object is the source."""
    if verb.passive or verb.form.lemma not in ("quote", "cite"):
        return None
    source = phrase_after(verb.words, verb.at + 1)
    if source is None:
        return None
    after = source.last + (next_low(verb.words, source.last) == "as")
    if next_low(verb.words, after) not in _SAYING:
        return None
    return report(verb, source, verb.form.classes[0], "quoted as saying")


def _by_source(verb: Verb) -> Report | None:
    """ "first reported by the Herald": the source after "by"."""
    words = verb.words
    by = _place_of_by(verb)
    cue_class = verb.cue_class
    if by is None or cue_class is None or not verb.form.forms & {"past", "part"}:
        return None
    if (
        cue_class.name in _STANCES
        or verb.form.lemma in _ACTS
        or cue_class.complement == "quotation"
    ):
        return None
    source = phrase_after(words, by + 1)
    if source is not None and cue_class.polarity == "accusing":
        of = next(
            (i for i in range(source.first + 1, source.last) if words[i].low in ("of", "for")), None
        )
        source = source if of is None else Phrase(source.first, of - 1)
    return report(verb, source, cue_class, "cue by source")


def _place_of_by(verb: Verb) -> int | None:
    """Where "by" stands behind a participle: at once, after a word, or after "as “unfounded”"."""
    words, at = verb.words, verb.at
    if next_low(words, at) == "by":
        return at + 1
    if not verb.passive:
        return None
    if next_low(words, at + 1) == "by":
        return at + 2
    if next_low(words, at) != "as":
        return None
    near = range(at + 2, min(at + LONGEST, len(words)))
    ended = next((i for i in near if words[i].mark and not is_quote(words[i])), len(words))
    return next((i for i in near if i < ended and words[i].low == "by"), None)


def _cue_subject(verb: Verb) -> Report | None:
    """ "…," wrote Ana Silva: the cue before its subject."""
    words, at = verb.words, verb.at
    cue_class = next((c for c in verb.form.classes if c.inverts), None)
    said = verb.form.forms & {"past", "s"} or words[at].low == "say"
    if cue_class is None or verb.passive or not said:
        return None
    if next_low(words, at) in verb.form.particles | THAT:
        return None
    quoted = _after_quotation(words, at)
    if not quoted and (cue_class.complement == "quotation" or not _after_comma(words, at)):
        return None
    source = phrase_after(words, at + 1)
    if source and words[source.last].clitic == "s":  # "Silva, a trader, said the mayor's anger …"
        source = None
    after = following(words, source.last) if source else None
    if after is not None and not after.mark:
        if after.low not in _AFTER_INVERTED:
            return None
        if not quoted and subject_before(words, at - 1) is not None:
            return None
    return report(verb, source and named_after(words, source), cue_class, "cue subject", outer=True)


def _before_cue(words: Sequence[Token], at: int) -> int:
    return at - 2 if at > 1 and is_adverb(words[at - 1].low) else at - 1


def _after_quotation(words: Sequence[Token], at: int) -> bool:
    i = _before_cue(words, at)
    return i > 0 and closes_quotation(words[i]) and (words[i - 1].mark or words[0].quoted)


def _after_comma(words: Sequence[Token], at: int) -> bool:
    i = _before_cue(words, at)
    return i > 0 and words[i].text in (",", "–", "—", "?", "!")


def _subject_cue(verb: Verb) -> Report | None:
    """ "Ana Silva, a geologist, said"."""
    words, at, form = verb.words, verb.at, verb.form
    if (
        verb.passive
        or verb.participle
        or (next_low(words, at) == "by" and form.forms & {"past", "part"})
    ):
        return None
    subject = subject_before(words, verb.group.before) or _shared_subject(verb)
    if (
        subject is None
        or _says_nothing(verb, subject)
        or not agrees(words, at, form, verb.group.auxiliary, subject)
    ):
        return None
    outer = is_outer(words, at, subject)
    classes = (
        form.classes if form.classes and next_low(words, at) not in form.particles else (PARTICLE,)
    )
    cue_class = next((c for c in classes if fits(words, at, c, subject, outer)), None)
    if cue_class is None or (verb.group.modal and cue_class.name in _NEVER_SUPPOSED):
        return None
    if (
        cue_class.name == "promise"
        and subject.first
        and words[subject.first - 1].low in ("what", "than")
    ):
        return None
    return Report(
        subject, Phrase(at, at), polarity(verb, cue_class), "subject cue", form.lemma, outer
    )


def _shared_subject(verb: Verb) -> Phrase | None:
    """ "…, and denied": the subject of the verb before "and"."""
    before = verb.group.before
    if before < 1 or verb.words[before].low not in ("and", "but"):
        return None
    if verb.found:
        return verb.found[-1].source
    return first_subject(verb.words, before)


def _says_nothing(verb: Verb, subject: Phrase) -> bool:
    """ "did not respond", "called a doctor", "dismissed an aide": no words are reported."""
    none = verb.group.negated or verb.words[subject.first].low in (
        "neither",
        "nobody",
        "none",
        "no",
    )
    if none and verb.form.lemma in _ANSWERS:
        return True
    acts = _ACTS_OF.get(verb.form.lemma)
    return acts is not None and acts(verb, [w.low for w in verb.words[verb.at + 1 : verb.at + 6]])


def _calls_somebody(verb: Verb, after: list[str]) -> bool:
    """ "called a doctor", but "called him a master"."""
    if verb.form.particles & set(after[:1]):
        return False
    if verb.group.modal or after[:1] in _OBJECTS:
        return verb.group.modal
    return any(low in _CALLED or low.isdigit() for low in after[:2])


def _dismisses_somebody(verb: Verb, after: list[str]) -> bool:
    """ "dismissed an aide", "dismissed the case", but "dismissed the aide as a liar"."""
    if not any(low in _ENDED or is_person_noun(low) for low in after):
        return False
    return all(w.low != "as" for w in verb.words[verb.at + 1 : verb.at + 12])


_ACTS_OF: dict[str, Callable[[Verb, list[str]], bool]] = {
    "call": _calls_somebody,
    "dismiss": _dismisses_somebody,
    "claim": lambda verb, after: not {"life", "lives"}.isdisjoint(after[:3]),
    # "the index added 20 points"
    "add": lambda verb, after: after[:1] != [] and (after[0][0].isdigit() or after[0] in _ADDED),
    # "recalled its ambassador", "recalled 2,000 cars"
    "recall": lambda verb, after: any(low in _CALLED_BACK or low[0].isdigit() for low in after),
}
"""Verbs that also do something without a word: whether the words after one say so."""


def _citing(verb: Verb) -> Report | None:
    """ "…, citing the harbour office": a source behind the source."""
    if not verb.participle or verb.form.lemma not in ("cite", "quote", "reference"):
        return None
    return report(verb, phrase_after(verb.words, verb.at + 1), verb.form.classes[0], "citing")


RULES: tuple[tuple[str, Callable[[Verb], Report | None]], ...] = (
    ("quoted as saying", _quoted_as_saying),
    ("quoted as saying", _quotes_as),
    ("cue by source", _by_source),
    ("cue subject", _cue_subject),
    ("subject cue", _subject_cue),
    ("citing", _citing),
    ("subject participle", subject_participle),
    ("participle", participle),
)
"""(name, rule), in the order in which they are tried at a verb."""
