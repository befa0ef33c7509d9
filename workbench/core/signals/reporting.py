"""Who is reported to say something in one passage: a table of named rules.

The rules follow the syntactic types of attribution that Pareti et al.,
"Automatically detecting and attributing indirect quotations" (EMNLP 2013),
count in news: subject and verb, inversion, participles, "according to",
possessive nouns, and marks alone (a colon, a dash).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.core.signals.clauses import (
    Phrase,
    VerbGroup,
    first_subject,
    phrase_after,
    subject_before,
    verb_group,
)
from workbench.core.signals.cues import (
    ACCUSATION_NOUNS,
    DENIAL_NOUNS,
    LIGHT_VERBS,
    PARTICLE,
    STATEMENT_NOUNS,
    VERBS,
    CueClass,
    CueForm,
)
from workbench.core.signals.roles import is_document_noun, is_source_noun
from workbench.core.signals.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SENTENCE_ADVERBS,
    TIMES,
    Word,
    is_adverb,
    is_quote,
)

_PEOPLE_PRONOUNS = frozenset("he she they we i you it who some many others all both everyone everybody someone nobody several most few each none one".split())
_PLURAL_SUBJECTS = frozenset("they we i you who some many others all both several most few people police men women these those".split())
_LOCATIVE = frozenset("in on at during".split())
_THAT = frozenset("that how whether why what".split())
_ACTS = frozenset("support back seek attack hammer grill release issue publish address".split())
_IDIOMS = frozenset("without needless".split())
_POSSESSIVES = frozenset("his her their its my our your".split())
_NO_COLON = frozenset("note update breaking watch exclusive related warning video photos opinion analysis editor read listen live correction updated".split())


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution as it stands in a passage; indexes count the passage's words.

    `after` is the index of the first word of what is reported, where it follows.
    `outer` is set where the cue stands after all that it reports.
    """

    source: Phrase | None
    cue: Phrase
    polarity: str
    rule: str
    lemma: str
    outer: bool = False


def reports_in(words: Sequence[Word], transcript: bool = False) -> list[Report]:
    """Every attribution in a passage, in the order of its cues.

    In a `transcript` capitals before a colon are a speaker, elsewhere a place.
    """
    found: list[Report] = []
    for i, word in enumerate(words):
        if word.quoted or word.mark:
            continue
        if word.low == "according" and i + 2 < len(words) and words[i + 1].low == "to":
            found.extend(_according(words, i))
        elif word.low in VERBS:
            report = _verb(words, i, VERBS[word.low], found)
            if report is not None:
                found.append(report)
                continue
        if word.low in _NOUNS:
            found.extend(_noun(words, i))
    if transcript:
        return [*_colon(words, transcript), *found]
    for rule in FALLBACKS:
        if found:
            break
        found.extend(rule(words))
    return found


def _according(words: Sequence[Word], i: int) -> Iterator[Report]:
    source = phrase_after(words, i + 2)
    if source is not None:
        yield Report(source, Phrase(i, i + 1), "neutral", "according to", "according", outer=True)


_NOUNS: dict[str, str] = (
    dict.fromkeys(STATEMENT_NOUNS, "neutral")
    | dict.fromkeys(DENIAL_NOUNS, "denying")
    | dict.fromkeys(ACCUSATION_NOUNS, "accusing")
)


def _noun(words: Sequence[Word], i: int) -> Iterator[Report]:
    """ "Norland's denial of", "their claim that", "allegations by the union"."""
    following = words[i + 1].low if i + 1 < len(words) else ""
    polarity = _NOUNS[words[i].low]
    if polarity == "neutral" and following not in ("that", "to", "about", "of", "on", "for"):
        return
    light = _light_verb(words, i, polarity)
    if light is not None:
        yield light
        return
    at = i - 1
    while at > 0 and i - at < 4 and not words[at].clitic and not words[at].mark and words[at].low not in _POSSESSIVES:
        at -= 1
    if at >= 0 and words[at].low in _POSSESSIVES:
        yield Report(Phrase(at, at), Phrase(i, i), polarity, "possessive noun", words[i].low)
    elif at >= 0 and (words[at].clitic == "s" or (words[at].text in "'’" and at > 0)):
        last = at if words[at].clitic else at - 1
        source = subject_before(words, last)
        if source is not None and _is_source(words, source):
            yield Report(source, Phrase(i, i), polarity, "possessive noun", words[i].low)
    elif following in ("by", "from"):
        source = phrase_after(words, i + 2)
        if source is not None and _is_source(words, source):
            yield Report(source, Phrase(i, i), polarity, "noun by source", words[i].low)


def _light_verb(words: Sequence[Word], i: int, polarity: str) -> Report | None:
    """ "made the claim that": the subject of the verb is the source."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if words[j].low in LIGHT_VERBS:
            group = verb_group(words, j)
            source = None if group.be or group.infinitive else subject_before(words, group.before)
            if source is not None and _is_source(words, source):
                return Report(source, Phrase(j, i), polarity, "verb and noun", words[i].low)
            return None
        if words[j].mark or words[j].low in PREPOSITIONS:
            return None
    return None


def _verb(words: Sequence[Word], i: int, form: CueForm, found: Sequence[Report]) -> Report | None:
    if words[i].text[0].isupper() and not _title_case(words):
        return None
    if not form.classes and _next(words, i) not in form.particles:
        return None
    group = verb_group(words, i)
    if group.infinitive:
        return None
    if "ing" in form.forms and not group.be:
        return _participle(words, i, form, found)
    if form.forms & {"past", "part"}:
        if (group.be and "ing" not in form.forms) or _next(words, i) == "by":
            return _passive(words, i, form)
    inverted = _inverted(words, i, form)
    if inverted is not None:
        return inverted
    return _finite(words, i, form, group)


def _next(words: Sequence[Word], i: int) -> str:
    return words[i + 1].low if i + 1 < len(words) else ""


def _title_case(words: Sequence[Word]) -> bool:
    plain = [w for w in words if not w.mark]
    return sum(w.text[0].isupper() for w in plain) > 0.7 * len(plain)


def _finite(words: Sequence[Word], i: int, form: CueForm, group: VerbGroup) -> Report | None:
    subject = subject_before(words, group.before)
    if subject is None or not _number_fits(words, i, form, group, subject):
        return None
    outer = subject.first > 0 and words[subject.first - 1].mark and _closes(words, i)
    classes = (PARTICLE,) if _next(words, i) in form.particles else form.classes
    cue_class = next((c for c in classes if _fits(words, i, c, subject, outer)), None)
    if cue_class is None:
        return None
    return Report(subject, Phrase(i, i), cue_class.polarity, "subject cue", form.lemma, outer)


def _closes(words: Sequence[Word], i: int) -> bool:
    """Whether nothing that could be reported follows a cue."""
    following = words[i + 1] if i + 1 < len(words) else None
    return following is None or following.mark or following.low in TIMES or following.low in _LOCATIVE


def _number_fits(words: Sequence[Word], i: int, form: CueForm, group: VerbGroup, subject: Phrase) -> bool:
    """Whether a present form agrees with its subject and is no noun."""
    if form.forms & {"past", "part", "ing"} or group.auxiliary:
        return not (form.forms == {"part"} and not group.auxiliary)
    head, following = words[subject.last], words[i + 1] if i + 1 < len(words) else None
    if form.lemma != "say" and not _is_source(words, subject) or words[subject.first].low == "let":
        return False
    if "s" in form.forms:
        if subject.first == subject.last and head.low in _PLURAL_SUBJECTS - {"who"}:
            return False
        if form.lemma == "say":
            return True
        if following is None or (following.mark and not is_quote(following) and following.text not in ":,"):
            return subject.first > 0 and words[subject.first - 1].mark
        return following.low not in AUXILIARIES and (following.low not in PREPOSITIONS - {"to", "in", "on", "at"} or following.low in form.particles)
    joined = any(w.low == "and" for w in words[subject.first : subject.last])
    return head.low in _PLURAL_SUBJECTS or joined or _plural(head.low) or _plural(_head(words, subject))


def _plural(low: str) -> bool:
    return (low.endswith("s") and not low.endswith("ss")) or low in _PLURAL_SUBJECTS


def _head(words: Sequence[Word], phrase: Phrase) -> str:
    """The head noun of a phrase: the word before its first preposition."""
    for i in range(phrase.first + 1, phrase.last):
        if words[i].low in PREPOSITIONS:
            return words[i - 1].low
    return words[phrase.last].low


def _fits(words: Sequence[Word], i: int, cue_class: CueClass, subject: Phrase, outer: bool) -> bool:
    head = words[subject.last].low
    if cue_class.subject == "source" and not _is_source(words, subject):
        return False
    if subject.first == subject.last and head in ("this", "that", "these", "those", "which", "you"):
        return False
    if cue_class.complement == "any" or (outer and cue_class.complement in ("clause", "that")):
        return True
    if cue_class.complement == "quotation":
        return _beside_quotation(words, i, subject)
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or following.low in AUXILIARIES or following.low in PREPOSITIONS - {"to"}:
        return False
    if cue_class.complement == "that":
        return following.low in _THAT or (is_quote(following) and following.quoted)
    if cue_class.complement == "object" or any(is_document_noun(w.low) for w in words[subject.first : subject.last + 1]):
        return not following.mark or is_quote(following) or following.text == ":"
    return following.low in CLAUSE_OPENERS or is_quote(following) or following.text == ":" or following.text[0].isupper()


def _beside_quotation(words: Sequence[Word], i: int, subject: Phrase) -> bool:
    """Whether a quotation or "that" stands next to a clause of subject and cue."""
    after = words[i + 1 : i + 4]
    if after and (after[0].low in ("that", "by") or after[0].text == ":"):
        return True
    if any(w.quoted for w in after):
        return True
    return subject.first > 0 and is_quote(words[subject.first - 1])


def _is_source(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase names somebody or something that can say things."""
    inside = words[phrase.first : phrase.last + 1]
    head = inside[-1]
    if len(inside) == 1 and head.low in _PEOPLE_PRONOUNS | _POSSESSIVES:
        return True
    if any(is_source_noun(w.low) or is_document_noun(w.low) for w in inside):
        return True
    return head.text[0].isupper() and head.low not in TIMES | DETERMINERS | SENTENCE_ADVERBS | PREPOSITIONS | CONJUNCTIONS


def _inverted(words: Sequence[Word], i: int, form: CueForm) -> Report | None:
    """ "…," wrote Ana Silva: the cue before its subject."""
    cue_class = next((c for c in form.classes if c.inverts), None)
    if cue_class is None or i == 0 or _next(words, i) in form.particles or not form.forms & {"past", "s"}:
        return None
    before = words[i - 1]
    if is_adverb(before.low) and i > 1:
        before = words[i - 2]
    quoted = is_quote(before) and before.quoted and i > 1 and (words[i - 2].mark or words[0].quoted)
    if _next(words, i) in _THAT or not quoted and before.text not in (",", "–", "—", "?", "!"):
        return None
    source = phrase_after(words, i + 1)
    if source is None:
        return None
    following = words[source.last + 1] if source.last + 1 < len(words) else None
    ends = following is None or following.mark or following.low in PREPOSITIONS or following.low in TIMES or following.low in ("who", "and", "as", "while", "when")
    if not ends or not _is_source(words, source):
        return None
    if not quoted and following is not None and not following.mark and subject_before(words, i - 1) is not None:
        return None
    return Report(source, Phrase(i, i), cue_class.polarity, "cue subject", form.lemma, outer=True)


def _participle(words: Sequence[Word], i: int, form: CueForm, found: Sequence[Report]) -> Report | None:
    """ "…, saying that": the subject is that of the clause before it."""
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or following.low in AUXILIARIES or following.low == "by" or (i > 0 and words[i - 1].low in _IDIOMS):
        return None
    cue_class = PARTICLE if following.low in form.particles else form.classes[0] if form.classes else None
    if cue_class is None or cue_class.complement == "quotation" and not following.mark:
        return None
    if form.lemma in ("cite", "quote", "reference"):
        source = phrase_after(words, i + 1)
        if source is not None and _is_source(words, source):
            return Report(source, Phrase(i, i), "neutral", "citing", form.lemma)
    if i > 0 and not words[i - 1].mark and words[i - 1].low not in PREPOSITIONS | {"and", "or", "while", "when"}:
        source = subject_before(words, i - 1)
        if source is None or not _is_source(words, source) or cue_class.name in ("think", "want", "show"):
            return None
        if following.mark and not is_quote(following) or following.low in PREPOSITIONS - form.particles:
            return None
        return Report(source, Phrase(i, i), cue_class.polarity, "subject participle", form.lemma)
    if cue_class.name in ("think", "want", "show") or cue_class.complement == "clause" and following.low not in CLAUSE_OPENERS:
        return None
    source = found[-1].source if found else first_subject(words, i)
    if source is None or not _is_source(words, source):
        return None
    return Report(source, Phrase(i, i), cue_class.polarity, "participle", form.lemma)


def _passive(words: Sequence[Word], i: int, form: CueForm) -> Report | None:
    """ "was quoted as saying", "first reported by the Herald"."""
    cue_class = form.classes[0] if form.classes else PARTICLE
    if form.lemma in ("quote", "cite") and _next(words, i) == "as":
        source = subject_before(words, verb_group(words, i).before)
        return Report(source, Phrase(i, min(i + 2, len(words) - 1)), "neutral", "quoted as saying", form.lemma) if source else None
    if cue_class.name in ("want", "show", "think") or form.lemma in _ACTS:
        return None
    for j in range(i + 1, min(i + 3, len(words) - 1)):
        if words[j].low == "by":
            source = phrase_after(words, j + 1)
            if source is not None and _is_source(words, source):
                return Report(source, Phrase(i, i), cue_class.polarity, "cue by source", form.lemma)
            return None
    return None


def _colon(words: Sequence[Word], transcript: bool = False) -> Iterator[Report]:
    """ "Mayor: No decision yet" and the turns of a transcript."""
    start = 1 if words and is_quote(words[0]) else 0
    for i in range(start + 1, min(start + 9, len(words) - 2)):
        if words[i].text == ":" and not words[i + 1].text.isdigit():
            left = words[start:i]
            shouted = "".join(w.text for w in left).isupper()
            if shouted and not transcript:
                return  # a dateline
            capital = all(w.text[0].isupper() or w.mark or w.low in PREPOSITIONS for w in left)
            if (capital or is_document_noun(left[-1].low)) and left[0].low not in _NO_COLON:
                yield Report(Phrase(start, i - 1), Phrase(i, i), "neutral", "source and colon", ":")
            return
        if words[i].text in ".?!":
            return


def _dash(words: Sequence[Word]) -> Iterator[Report]:
    """ "“…” — Ana Silva": a name after a dash at the end of a quotation."""
    for i in range(len(words) - 2, max(0, len(words) - 14), -1):
        if words[i].text in ("—", "–", "―", "-", "--"):
            source = phrase_after(words, i + 1)
            if i > 2 and is_quote(words[i - 1]) and source and words[source.last].text[0].isupper():
                yield Report(source, Phrase(i, i), "neutral", "source after dash", "-", outer=True)
            return


def _around_quotation(words: Sequence[Word]) -> Iterator[Report]:
    """A verb that is in no table, next to a quotation: "…," she sighed."""
    for i, word in enumerate(words):
        if not is_quote(word):
            continue
        ends = word.quoted and i > 1 and words[i - 1].text in ",?!" and i + 2 < len(words) and not words[i + 1].quoted
        if ends and (source := phrase_after(words, i + 1)) and source.last + 1 < len(words):
            verb = words[source.last + 1]
            if not verb.mark and verb.text[0].islower() and _is_source(words, source) and verb.low.endswith(("ed", "s", "d")):
                yield Report(source, Phrase(source.last + 1, source.last + 1), "neutral", "verb by quotation", verb.low, outer=True)
                return
        long = sum(w.quoted and not w.mark for w in words[i + 1 : i + 6]) >= 4
        opens = long and word.quoted and i > 2 and words[i - 1].text in ",:" and not words[i - 1].quoted
        if opens and (source := first_subject(words, i - 1)) and _is_source(words, source) and source.last < i - 2:
            yield Report(source, Phrase(i - 2, i - 2), "neutral", "introduces quotation", words[i - 2].low)
            return


FALLBACKS: tuple[Callable[[Sequence[Word]], Iterator[Report]], ...] = (_colon, _dash, _around_quotation)
"""Tried in order where a passage has no cue word with a source."""
