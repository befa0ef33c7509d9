"""The quality gate: floors under what the claim finder and the matching reach.

Two labelled sets are measured: the five articles of the corpus, and some two dozen
invented ones over many topics. A floor stands a little under what was measured
when it was pinned and never under `LEAST`, the figures the project has promised.
Raise a floor when the finder gets better; lowering one is a decision made by
hand, with its reason in the commit message.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

import pytest
from msgspec import structs

from workbench.case import Case
from workbench.core.claims import Claim, find_claims
from workbench.core.reading.kinds import KINDS
from workbench.core.reading.model import Reading
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

from .measures import GOLD, SCORED, SETS, Scores, articles_in, links_found, read_lines, score_set


@dataclass(frozen=True, slots=True)
class Floors:
    """Shares, 0–1, that a set has to reach; `noise` is the most that may be reported."""

    macro_f1: float
    claimant: float
    figures: float
    dates: float
    noise: float = 1.0
    casualty: float = 0.0
    quantity: float = 0.0
    date: float = 0.0
    denial: float = 0.0
    accusation: float = 0.0
    statement: float = 0.0


LEAST = {
    "seeds": Floors(macro_f1=0.90, claimant=0.85, figures=0.95, dates=0.95),
    "own": Floors(macro_f1=0.85, claimant=0.0, figures=0.0, dates=0.0),
}
"""What the project has promised: no floor may be pinned under it."""

FLOORS = {
    "seeds": Floors(
        macro_f1=0.98, claimant=0.93, figures=0.99, dates=0.99, noise=0.0,
        casualty=0.99, quantity=0.99, date=0.99, denial=0.99, accusation=0.95, statement=0.97,
    ),
    "own": Floors(
        macro_f1=0.99, claimant=0.98, figures=0.985, dates=0.965, noise=0.05,
        casualty=0.98, quantity=0.975, date=0.99, denial=0.98, accusation=0.98, statement=0.99,
    ),
}  # fmt: skip
"""The floors that hold now, by set; F1 for each kind."""


def shortfalls(scores: Scores, floors: Floors) -> list[str]:
    """What is under its floor, in words: empty where the gate is passed."""
    measured = {
        "macro_f1": scores.macro_f1,
        "claimant": scores.claimant.value,
        "figures": scores.figures.value,
        "dates": scores.dates.value,
        **{kind: score.f1 for kind, score in scores.kinds.items()},
    }
    short = [
        f"{name} {value:.3f} < {getattr(floors, name)}"
        for name, value in measured.items()
        if value < getattr(floors, name)
    ]
    if scores.noise.value > floors.noise:
        short.append(f"noise reported {scores.noise.value:.3f} > {floors.noise}")
    if scores.unanchored:
        short.append(f"{scores.unanchored} quotes that do not stand in their article")
    return short


@pytest.mark.parametrize("name", SETS)
def test_the_claims_found_stay_over_the_floors(name: str) -> None:
    assert shortfalls(score_set(name), FLOORS[name]) == []


@pytest.mark.parametrize("name", SETS)
def test_no_floor_is_pinned_under_what_was_promised(name: str) -> None:
    for field in fields(Floors):
        pinned, least = (getattr(of[name], field.name) for of in (FLOORS, LEAST))
        assert pinned <= least if field.name == "noise" else pinned >= least


@cache
def found_in(article: Article) -> tuple[Claim, ...]:
    """The claims of an article, found once for all the ways to spoil them."""
    return find_claims(article)


def spoiled(claim: Claim, **wrong: Any) -> Claim:
    """A claim whose reading says something else."""
    return replace(claim, reading=structs.replace(claim.reading, **wrong))


def without_kind(kind: str) -> Callable[[Claim], Claim]:
    return lambda c: spoiled(c, kinds=tuple(k for k in c.kinds if k != kind))


def with_kind(kind: str) -> Callable[[Claim], Claim]:
    return lambda c: spoiled(c, kinds=tuple({*c.kinds, kind}))


WORSE: dict[str, Callable[[Claim], Claim]] = {
    **{f"never a {kind}": without_kind(kind) for kind in SCORED},
    **{f"always a {kind}": with_kind(kind) for kind in SCORED},
    "no claimant": lambda c: spoiled(c, claimant=""),
    "the wrong claimant": lambda c: spoiled(c, claimant="Nobody Inparticular"),
    "no figures": lambda c: spoiled(c, figures=()),
    "figures off by one": lambda c: spoiled(
        c, figures=tuple(structs.replace(f, low=(f.low or 0) + 1) for f in c.figures)
    ),
    "no dates": lambda c: spoiled(c, dates=()),
    "unresolved dates": lambda c: spoiled(
        c, dates=tuple(structs.replace(d, from_=None, to=None) for d in c.dates)
    ),
    "a quote one character off": lambda c: spoiled(c, start=c.start + 1),
}
"""Ways in which a claim finder can get worse."""


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("way", WORSE)
def test_the_gate_stops_a_finder_that_got_worse(name: str, way: str) -> None:
    def finder(article: Article) -> list[Claim]:
        return [WORSE[way](claim) for claim in found_in(article)]

    assert shortfalls(score_set(name, finder), FLOORS[name])


@pytest.mark.parametrize("name", SETS)
def test_the_gate_stops_a_finder_that_reports_boilerplate(name: str) -> None:
    def finder(article: Article) -> list[Claim]:
        noise = [p for p in split(article).passages if p.noise]
        made_up = [
            Claim(str(p.start), article.id, 1, Reading(p.start, p.end, p.quote, ("event",)))
            for p in noise
        ]
        return [*found_in(article), *made_up]

    assert any("noise" in s for s in shortfalls(score_set(name, finder), FLOORS[name]))


@pytest.mark.parametrize("name", SETS)
def test_every_label_stands_in_its_article(name: str) -> None:
    folder, labels = SETS[name]
    texts = {article.id: article.text for article in articles_in(folder)}
    for row in read_lines(labels):
        assert texts[row["article"]][row["start"] : row["end"]] == row["quote"]
        must, may = set(row.get("must", ())), set(row.get("may", ()))
        assert must | may <= set(KINDS)
        assert not must & may
        assert row.get("noise") or "must" in row
        for part in (*row.get("figures", ()), *row.get("dates", ())):
            assert part["text"] in row["quote"]


def test_the_invented_articles_are_enough_to_judge_by() -> None:
    rows = read_lines("own-claims.jsonl")
    sentences = [row for row in rows if not row.get("noise")]
    assert len(sentences) >= 150
    assert {row["article"] for row in rows} == {path.name for path in (GOLD / "own").iterdir()}
    for kind in SCORED:
        assert sum(kind in row["must"] for row in sentences) >= 20


FOUND = 23
"""Of the 29 labelled pairs, those whose passage is among the claim's first ten
candidates. Still to reach: 26, from where on nothing lower may be pinned."""
RELATION_RIGHT = 17
"""Of the 29, those that are found and have the labelled relation. Weights set by hand with these
29 in sight reached 19, and were right in 28 of 72 relations on news that nobody had in sight; the
fitted table is kept although it gets two fewer here."""


def test_labelled_pairs_are_found_with_their_relation(seeds_case: Case) -> None:
    found = [r for r in links_found(seeds_case) if r.rank]
    assert len(found) >= FOUND
    assert sum(r.relation == r.labelled for r in found) >= RELATION_RIGHT
    taken = [r for r in found if (r.labelled, r.relation) == ("conflicts", "corroborates")]
    assert taken == []
