"""Signs in a passage, and what they weigh together.

A sign is a rule of a table that fired; its cue is the part that the rule calls `cue`. Whether
signs make a passage a denial or an accusation is decided by a sum of named weights: for each
sign, and for its group with what stands around it. The weights are fitted by
`training/fit_signs.py` and stand in `sign_weights`; the model is a logistic regression, so that
a sum over 0 means more likely than not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from workbench.core.lexicon.en.allegations import RUMOURS
from workbench.core.lexicon.en.grammar import BE, MODALS, PRONOUNS
from workbench.core.lexicon.en.wrongdoing import POLICE
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses import subject_before
from workbench.core.reading.language.source_nouns import is_source_noun
from workbench.core.reading.language.verb_groups import verb_group
from workbench.core.reading.matcher import Found, RuleTable
from workbench.core.reading.model import Attribution
from workbench.core.reading.negation import find_negations, is_negated
from workbench.core.reading.speech.quotations import words_of
from workbench.core.reading.tokens import Token
from workbench.core.text.passages import Document

DOUBTFUL = 0.12
"""Share of passages with a word of rumours from which an article is about one."""
DEEDS = frozenset(("deed", "loose", "undone", "own"))
"""Groups of signs that tell of a deed, where it matters whose it is."""
_CLAIMING = ("claim", "insist", "contend", "assert", "argu", "complain", "maintain", "alleg")
_STATING = frozenset(("neutral", "assertive"))
_SELF = word_set("i we my our us me")


class Sign(Struct, frozen=True):
    """A rule that fired, its group, and the first and last word of its cue."""

    name: str
    group: str
    first: int
    last: int


def signs_in(table: RuleTable, words: Sequence[Token]) -> tuple[Sign, ...]:
    """The signs of a passage in the order of the table; what a `none` rule covers is no sign."""
    found = list(table.search(words))
    none = {i for f in found if f.rule.gives == "none" for i in range(f.first, f.last + 1)}
    return tuple(
        Sign(f.rule.name, f.rule.gives, *f.parts["cue"])
        for f in found
        if f.rule.gives != "none" and none.isdisjoint(_cue(f))
    )


def _cue(found: Found) -> range:
    first, last = found.parts["cue"]
    return range(first, last + 1)


def is_doubtful(passages: Sequence[Sequence[Token]]) -> bool:
    """Whether an article, given as the words of its passages, is about a rumour."""
    speaking = sum(not RUMOURS.isdisjoint([w.low for w in words]) for words in passages)
    return speaking >= DOUBTFUL * max(1, len(passages)) and speaking > 1


@lru_cache(maxsize=2)
def _doubtful(document: Document) -> bool:
    """Asked for denials and again for accusations."""
    return is_doubtful(words_of(document))


def features_of(
    signs: Iterable[Sign],
    words: Sequence[Token],
    said: Sequence[Attribution],
    doubtful: bool,
) -> frozenset[str]:
    """The names that weights are fitted for: signs, and their groups with what is around them."""
    signs = tuple(signs)
    if not signs:
        return frozenset()
    frame = tuple(_frame(words, said)) + (("article in doubt",) if doubtful else ())
    return frozenset(_features(signs, words, said, frame))


def _frame(words: Sequence[Token], said: Sequence[Attribution]) -> Iterator[str]:
    """What is around all signs of a passage."""
    if any(a.cue.lower().startswith(_CLAIMING) for a in said):
        yield "claimed"
    if any(w in POLICE for a in said for w in a.source.lower().split()):
        yield "said by police"
    if words and words[-1].text == "?":
        yield "asked"


def _features(
    signs: Sequence[Sign],
    words: Sequence[Token],
    said: Sequence[Attribution],
    frame: Sequence[str],
) -> Iterator[str]:
    negations = find_negations(words)
    reported = any(a.polarity in _STATING for a in said)
    for sign in signs:
        yield sign.name
        quoted = words[sign.first].quoted
        voice = "quoted" if quoted else "said" if reported else "told"
        yield f"{sign.group}, {voice}"
        if sign.group in DEEDS:
            yield f"{sign.group}, {voice}, {_agent(sign, words, said)}"
        for place in (*frame, *_places(sign, words)):
            yield f"{sign.group}, {place}"
        if "article in doubt" in frame:
            yield f"{sign.group}, {voice}, article in doubt"
        if is_negated(negations, words[sign.first].start):
            yield f"{sign.group}, negated"


def _places(sign: Sign, words: Sequence[Token]) -> Iterator[str]:
    """What is before one sign."""
    before = words[max(0, sign.first - 2) : sign.first + 1]
    if any(w.low in MODALS for w in before):
        yield "supposed"
    if any(w.low == "to" for w in before):
        yield "infinitive"


def _agent(sign: Sign, words: Sequence[Token], said: Sequence[Attribution]) -> str:
    """Whose deed a sign is, by the subject before it: the reporter's own or another's."""
    first = sign.group in ("deed", "loose") and words[sign.first].low not in BE
    verb = sign.first if first else sign.last
    group = verb_group(words, verb)
    if group.be and words[verb].low[-3:] != "ing":
        return "undergone"
    subject = subject_before(words, group.before)
    if subject is None:
        return "of nobody"
    head = words[subject.last]
    kinds = (
        ("of oneself", head.low in _SELF),
        ("of the speaker", any(a.start <= head.start < a.end for a in said)),
        ("of a pronoun", head.low in PRONOUNS),
        ("of a name", head.text[0].isupper()),
        ("of people", is_source_noun(head.low)),
    )
    return next((kind for kind, is_it in kinds if is_it), "of a thing")


def weigh(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of features, with the weight of `always`."""
    return weights["always"] + sum(weights.get(name, 0.0) for name in features)


class Weighed(Struct, frozen=True):
    """The sign that weighs most in a passage whose signs weigh enough, with its cue's offsets."""

    sign: str
    group: str
    start: int
    end: int


def weigh_passages(
    table: RuleTable,
    weights: Mapping[str, float],
    document: Document,
    attributions: Sequence[Sequence[Attribution]],
) -> tuple[Weighed | None, ...]:
    """For every passage what makes it of a kind; boilerplate and headings are of none."""
    passages = words_of(document)
    doubtful = _doubtful(document)
    return tuple(
        None
        if passage.noise or passage.heading
        else _weighed(signs_in(table, words), words, said, doubtful, weights)
        for passage, words, said in zip(document.passages, passages, attributions, strict=True)
    )


def _weighed(
    signs: Sequence[Sign],
    words: Sequence[Token],
    said: Sequence[Attribution],
    doubtful: bool,
    weights: Mapping[str, float],
) -> Weighed | None:
    if not signs or weigh(features_of(signs, words, said, doubtful), weights) <= 0:
        return None
    sign = max(signs, key=lambda sign: weights.get(sign.name, 0.0))
    return Weighed(sign.name, sign.group, words[sign.first].start, words[sign.last].end)
