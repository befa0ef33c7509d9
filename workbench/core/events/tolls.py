"""Tolls: how many an article says were killed, wounded, … as one answer per thing counted.

An article gives its toll more than once: in the title, in the lead, again by the names of the dead,
and beside it the tolls of other events. Evidence is weighed by where it stands and how it was
found; counts in passages about other times and places weigh little. One person ("a man was shot
dead") weighs less than a count, so that the same victim described twice is not two, and a death
that is only spoken of ("the fatal shooting") is taken for one where nothing else is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.core.lexicon.en.number_words import Bound
from workbench.core.reading.casualties.background import BACKGROUND
from workbench.core.reading.casualties.casualties import harms_in
from workbench.core.reading.english import language_read
from workbench.core.reading.figures import figures_in
from workbench.core.reading.model import Figure
from workbench.core.reading.toll_signs import (
    counts_charged,
    nth_death,
    speaks_of_death,
    tells_of_suicide,
    then_self,
)
from workbench.core.text.passages import Document

TITLE = -1
"""Stands for the article's title where passages are numbered."""


@dataclass(frozen=True, slots=True)
class Toll:
    """An article's answer for one thing counted.

    `passages` are the indices of the passages of the document that give this
    very count, in reading order (empty where only the title does). `as_of` (ISO
    day) and `claimant` are known only after dates and speakers were read.
    """

    article: str
    of: str
    low: Bound
    high: Bound
    passages: tuple[int, ...] = ()
    rule: str = ""
    as_of: str = ""
    claimant: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One count with where it stands and its weight."""

    low: Bound
    high: Bound
    passage: int
    weight: float
    rule: str
    single: bool = False
    text: str = ""


def find_tolls(document: Document, figures: Sequence[Sequence[Figure]]) -> tuple[Toll, ...]:
    """The tolls of an article from its figures, at most one for each thing counted.

    `figures` holds one sequence a passage, as `find_figures` returns them. The
    article's title counts as evidence too. A text that is not English has none.
    """
    if language_read(document.article):
        return ()
    by_kind: dict[str, list[Evidence]] = {}
    for of, found in _evidence(document, figures):
        by_kind.setdefault(of, []).append(found)
    tolls: list[Toll] = []
    killed = _killed(document, by_kind.pop("killed", []))
    if killed:
        tolls.append(killed)
    dead = killed.low if killed and killed.low else 0
    died = _died_of_wounds(document, figures) if dead else frozenset()
    wounded = list(_without_dead(by_kind.pop("wounded", []), dead, died))
    if toll := _answer(document, "wounded", wounded) or _known_wounded(document, dead, died):
        tolls.append(toll)
    tolls += [
        toll for of, found in sorted(by_kind.items()) if (toll := _answer(document, of, found))
    ]
    return tuple(tolls)


_TITLE_WEIGHT, _LEAD_WEIGHT, _BODY_WEIGHT = 4.0, 3.0, 1.0
_LEAD = 3
"""Passages of the story that make its lead."""
_LONG = 40
"""Passages after which a page is mostly other stories, comments and transcripts."""
_EARLY = 8
"""Up to this passage one word of a death is enough to imply it."""
_SINGLE = 0.4
_UNSURE = 0.1


def _evidence(
    document: Document, figures: Sequence[Sequence[Figure]]
) -> Iterator[tuple[str, Evidence]]:
    for index, text, weight in _weighted(document):
        found = figures_in(text) if index == TITLE else figures[index]
        tolls = [figure for figure in found if figure.human_toll or figure.of == "arrested"]
        if tolls and BACKGROUND.search(text):
            weight *= _UNSURE
        for figure in tolls:
            yield figure.of, _weighed(figure, index, weight)


def _weighted(document: Document) -> Iterator[tuple[int, str, float]]:
    """(index, text, weight) of the title and of every passage that is no boilerplate."""
    if document.article.title:
        yield TITLE, document.article.title, _TITLE_WEIGHT
    story = 0
    for index, passage in enumerate(document.passages):
        if not passage.noise:
            body = _BODY_WEIGHT + 1 / (1 + story) if story <= _LONG else _UNSURE
            yield index, passage.quote, _LEAD_WEIGHT if story < _LEAD else body
            story += 1


def _weighed(figure: Figure, index: int, weight: float) -> Evidence:
    written = figure.text[:3].lower()
    single = figure.low == figure.high == 1 and written != "one" and written[:2] != "1 "
    partial = single or figure.rule.endswith(", condition")
    sure = _UNSURE if figure.incidental else _SINGLE if partial else 1.0
    return Evidence(figure.low, figure.high, index, weight * sure, figure.rule, single, figure.text)


def _answer(document: Document, of: str, evidence: Sequence[Evidence]) -> Toll | None:
    """The count with most weight; the weights of equal counts add up."""
    weights: dict[tuple[Bound, Bound], float] = {}
    if any(e.low for e in evidence):
        evidence = [e for e in evidence if e.high != 0]  # "no one else was hurt"
    for e in evidence:
        weights[e.low, e.high] = weights.get((e.low, e.high), 0.0) + e.weight
    if not weights:
        return None
    low, high = max(weights, key=lambda bounds: weights[bounds])
    chosen = [e for e in evidence if (e.low, e.high) == (low, high)]
    passages = sorted({e.passage for e in chosen if e.passage != TITLE})
    return Toll(document.article.id, of, low, high, tuple(passages), chosen[0].rule)


_DIED = re.compile(
    r"\b(?:died|pronounced (?:\w+ )?dead|declared dead|succumbed|fatally|did not survive)\b",
    re.IGNORECASE,
)


def _died_of_wounds(document: Document, figures: Sequence[Sequence[Figure]]) -> frozenset[int]:
    """The passages in which the one who was hurt is the one who died: nobody else is counted
    dead."""
    return frozenset(
        index
        for index, (passage, found) in enumerate(zip(document.passages, figures, strict=True))
        if not any(f.of == "killed" for f in found) and _DIED.search(passage.quote)
    )


_BESIDE = re.compile(
    r"^(?:another|an?(?: \w+)? (?:second|third|fourth|fifth|sixth))\b|\b(?:others?|more)$",
    re.IGNORECASE,
)


def _without_dead(
    evidence: Sequence[Evidence], dead: Bound, died: frozenset[int]
) -> Iterator[Evidence]:
    """Who was shot is wounded or dead: take the dead off those counts.

    "Another man was shot" and "four others" tell of people beside the dead.
    """
    for e in evidence:
        if e.single and e.passage in died:
            continue
        if not e.rule.endswith(", shot") or not dead or _BESIDE.search(e.text):
            yield e
        elif e.low and e.low > dead and not e.single:
            yield replace(e, low=e.low - dead, high=e.high - dead if e.high else e.high)


def _known_wounded(document: Document, dead: Bound, died: frozenset[int]) -> Toll | None:
    """One wounded where an article has nothing more than "she was taken to hospital"."""
    passages = [
        index
        for index, text, _ in _weighted(document)
        if index not in died
        for harm in harms_in(text, ())
        if harm.of == "wounded" and not harm.sure and not (dead and harm.rule.endswith(", shot"))
    ]
    if not passages:
        return _charged(document, "wounded")
    return Toll(
        document.article.id,
        "wounded",
        1,
        None,
        tuple(sorted({*passages} - {TITLE})),
        "known person",
    )


def _killed(document: Document, evidence: list[Evidence]) -> Toll | None:
    evidence += _nth_deaths(document)
    toll = _answer(document, "killed", evidence)
    if toll is None:
        return _charged(document, "killed") or _implied(document)
    if toll.low and _killer_died(document, toll, evidence):
        high = toll.high + 1 if toll.high else toll.high
        return replace(toll, low=toll.low + 1, high=high, rule="object and killer")
    return toll


def _nth_deaths(document: Document) -> Iterator[Evidence]:
    """ "A third victim has died": that many are dead, by the title or the lead."""
    for story, (index, text, weight) in enumerate(_weighted(document)):
        if story <= _LEAD and not BACKGROUND.search(text) and (dead := nth_death(text)):
            yield Evidence(dead, dead, index, weight, "nth death")


def _killer_died(document: Document, toll: Toll, evidence: Sequence[Evidence]) -> bool:
    """Whether the toll is what a killer did to others ("killed three, then himself")."""
    texts = {index: text for index, text, _ in _weighted(document)}
    if toll.rule == "object":
        if any("self" in e.text.lower() for e in evidence if e.rule == "object"):
            return False
        return any(map(tells_of_suicide, texts.values()))
    return any(
        e.low == toll.low
        and e.passage <= _EARLY
        and not e.single
        and then_self(texts[e.passage], e.text)
        for e in evidence
    )


def _implied(document: Document) -> Toll | None:
    """One death where an article only speaks of it: "the fatal shooting", "charged with murder"."""
    found = [index for index, text, _ in _weighted(document) if speaks_of_death(text)]
    if not found or (found[0] > _EARLY and len(found) < 2):
        return None
    passages = tuple(i for i in found if i != TITLE)
    return Toll(document.article.id, "killed", 1, None, passages, "implied death")


def _charged(document: Document, of: str) -> Toll | None:
    """As many victims as there are counts of a charge."""
    for index, text, _ in _weighted(document):
        if number := counts_charged(text, of):
            where = (index,) if index != TITLE else ()
            return Toll(document.article.id, of, number.low, number.high, where, "counts charged")
    return None
