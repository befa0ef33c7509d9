"""Pairs of one topic that say nothing of each other, as most candidates of a case do.

Made from what is known to be apart: reports of two events, claims of two stories, sentences
of one article. A claim is set against what an engine finds for it there.
"""

import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from training.pairs import CONFLICTS, CONTEXT, CORROBORATES, FILES, Labelled, read
from workbench.core.candidates.rerank import query_for
from workbench.core.compare.bearings import bearing
from workbench.core.compare.profiles import words_of
from workbench.core.compare.reasons import pair as both_sides
from workbench.core.reading.frames import FALSE
from workbench.edges.index import IndexedPassage, open_index

Find = Callable[[str, str, int], list[tuple[str, str]]]
"""(claim, its group, how many) → passages of other groups, best first."""
EACH = 3
"""Negatives of one claim."""


def pairs(folder: Path, known: Sequence[Labelled]) -> Iterator[Labelled]:
    """Negatives of the pairs that may be read, of the shootings and of the rumours' articles."""
    yield from _other_claims(known)
    yield from _other_events(folder)
    yield from _bodies(folder)


def _other_claims(known: Sequence[Labelled]) -> Iterator[Labelled]:
    """Each claim with passages of other groups of its set that share its words."""
    by_set: dict[str, list[Labelled]] = defaultdict(list)
    for one in known:
        by_set[one.set].append(one)
    for rows in by_set.values():
        claims = {one.claim: one for one in rows}
        chosen = sorted(claims)
        random.Random(7).shuffle(chosen)
        texts = [(one.passage, one.group) for one in rows]
        find = _finder(texts)
        for claim in chosen[:80]:
            own = claims[claim]
            for n, (passage, _) in enumerate(find(claim, own.group, EACH)):
                yield Labelled("other claims", f"{own.id}-o{n}", claim, passage, CONTEXT,
                               own.group, own.fold, False)  # fmt: skip


def _other_events(folder: Path) -> Iterator[Labelled]:
    """Sentences of one shooting's report with what is found for them in reports of others, and
    in the same report."""
    from training.measures import sentences  # noqa: PLC0415

    rows = list(read(folder / FILES["tolls"]))
    random.Random(3).shuffle(rows)
    texts = [
        (quote, str(row["incident_id"]))
        for row in rows[:150]
        for quote in sentences(row["docs"][0]["text"])
    ]
    find = _finder(texts)
    chosen = random.Random(4).sample([t for t in texts if 40 < len(t[0]) < 400], 260)
    within: dict[str, list[str]] = defaultdict(list)
    for quote, group in texts:
        within[group].append(quote)
    for n, (claim, own) in enumerate(chosen):
        for k, (passage, _) in enumerate(find(claim, own, EACH)):
            yield Labelled("other events", f"e{n}-{k}", claim, passage, CONTEXT, own, 0, False)
        others = [q for q in within[own] if q != claim and _covered(claim, q) < 0.5]
        for k, passage in enumerate(random.Random(n).sample(others, min(2, len(others)))):
            yield Labelled("same article", f"a{n}-{k}", claim, passage, CONTEXT, own, 0, False)


def _bodies(folder: Path) -> Iterator[Labelled]:
    """Headlines with the sentences of a body that only discusses them, with the sentence of a
    body that agrees which has most of their words, and with that of one which disagrees which
    has most of them of those that negate or call something false."""
    from training.measures import sentences  # noqa: PLC0415

    rows = [row for row in read(folder / FILES["rumours"]) if row["fold"] not in {3, 4}]
    for row in rows:
        body = sentences(row["text"])
        if not body:
            continue
        chosen = random.Random(row["id"]).sample(row["headlines"], min(3, len(row["headlines"])))
        for n, one in enumerate(chosen):
            ranked = sorted(body, key=lambda quote: -_covered(one["headline"], quote))
            label = {"discuss": CONTEXT, "agree": CORROBORATES}.get(one["stance"], CONFLICTS)
            if label == CONFLICTS:
                ranked = [quote for quote in ranked if _turned(quote)]
            if not ranked or _covered(one["headline"], ranked[0]) < LEAST_COVERED[label]:
                continue
            for k, quote in enumerate(ranked[: 2 if label == CONTEXT else 1]):
                yield Labelled("bodies", f"{row['id']}-{n}-{k}", one["headline"], quote, label,
                               row["claim"], row["fold"], False)  # fmt: skip


LEAST_COVERED = {CONTEXT: 0.5, CORROBORATES: 0.5, CONFLICTS: 0.3}
"""Share of a headline in a sentence from which it is taken for what the body says to it."""


def _turned(quote: str) -> bool:
    words = words_of(bearing(quote).reading)
    return any(words.against) or FALSE + " word" in words.frames


def _covered(claim: str, passage: str) -> float:
    return both_sides(bearing(claim), bearing(passage)).covered


def _finder(texts: Sequence[tuple[str, str]]) -> Find:
    folder = tempfile.mkdtemp()
    index = open_index(Path(folder))
    index.add(IndexedPassage(str(i), 0, len(t), t) for i, (t, _) in enumerate(texts))
    index.commit()

    def find(claim: str, group: str, most: int) -> list[tuple[str, str]]:
        hits = index.search(query_for(claim), 60)
        found = [texts[int(hit.article)] for hit in hits]
        seen: set[str] = set()
        kept = []
        for text, of in found:
            if of != group and text != claim and text not in seen:
                seen.add(text)
                kept.append((text, of))
        return kept[:most]

    return find
