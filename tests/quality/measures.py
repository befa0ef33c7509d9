"""Measures on the hand labels: of the five articles, and of the invented ones.

score_set     how well the claims found meet the labelled sentences of a set
links_found   where labelled pairs stand among the candidates

A labelled sentence has kinds that must be reported for it (`must`) and kinds
that are neither right nor wrong (`may`), or the mark `noise`. A claim belongs
to every labelled sentence with which it shares half of the shorter of the two.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from workbench.case import Case
from workbench.core.claims import Claim, find_claims
from workbench.core.text.articles import Article
from workbench.edges.readers import Reading, read_seed

GOLD = Path(__file__).parent.parent / "gold"
SEEDS = Path(__file__).parent.parent.parent / "seeds"
SETS = {"seeds": (SEEDS, "seeds-claims.jsonl"), "own": (GOLD / "own", "own-claims.jsonl")}
"""The labelled sets: the folder of the articles and the file of the labels."""
SCORED = ("casualty", "quantity", "date", "denial", "accusation", "statement")
"""The kinds that are scored; `event` is the kind of what nothing else describes."""
VOICED = frozenset({"denial", "accusation", "statement"})
"""The kinds for which a claimant is asked."""

Label: TypeAlias = dict[str, Any]
Finder: TypeAlias = Callable[[Article], Sequence[Claim]]


def read_lines(name: str) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file of `tests/gold`."""
    text = (GOLD / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class LinkResult:
    """One labelled pair: at which rank its passage was found, with which relation."""

    claim: str
    passage: str
    labelled: str
    rank: int | None
    relation: str
    reasons: tuple[str, ...]


def links_found(case: Case, top: int = 10) -> Iterator[LinkResult]:
    """Look for every labelled pair among the candidates of its claim."""
    rows = case.corpus.claims()
    for pair in read_lines("seeds-links.jsonl"):
        claim = max(rows, key=lambda row: _overlap(row, pair["claim"]))
        found = [
            (rank, c)
            for rank, c in enumerate(case.matching.candidates(claim.id, top), 1)
            if _overlap(c, pair["passage"]) > 0
        ]
        rank, best = found[0] if found else (None, None)
        yield LinkResult(
            pair["claim"]["quote"], pair["passage"]["quote"], pair["relation"], rank,
            best.relation if best else "", best.reasons if best else (),
        )  # fmt: skip


def _overlap(found: Any, labelled: dict[str, Any]) -> int:
    """Code points that a claim or candidate shares with a labelled span."""
    if found.article != labelled["article"]:
        return 0
    return max(0, min(found.end, labelled["end"]) - max(found.start, labelled["start"]))


@dataclass(slots=True)
class Share:
    """How many of some were right."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        self.right += right
        self.of += 1

    @property
    def value(self) -> float:
        """The share, 0–1; 0 of none is 0, so that a floor never passes on nothing."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind: `recall` over labelled sentences, `precision` over claims."""

    recall: Share
    precision: Share

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision.value, self.recall.value
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """A set's scores; `noise` is the share of boilerplate reported as claims."""

    kinds: dict[str, KindScore]
    claimant: Share
    figures: Share
    dates: Share
    noise: Share
    unanchored: int
    claims: int

    @property
    def macro_f1(self) -> float:
        """The mean of the scored kinds' F1."""
        return sum(kind.f1 for kind in self.kinds.values()) / len(self.kinds)


def score_set(name: str, finder: Finder = find_claims) -> Scores:
    """Score a claim finder on one of `SETS`, its articles read as an import reads them."""
    folder, labels = SETS[name]
    articles = list(articles_in(folder))
    return score_claims(read_lines(labels), [(a, finder(a)) for a in articles])


def articles_in(folder: Path) -> Iterator[Article]:
    """The articles of a folder; one that is refused is an error here."""
    for path in sorted(folder.glob("*.txt")):
        for row in read_seed(path, path.name):
            assert isinstance(row, Reading), row
            yield row.article


def score_claims(
    labels: Sequence[Label], found: Sequence[tuple[Article, Sequence[Claim]]]
) -> Scores:
    """Score the claims found in articles against the labels of their sentences."""
    claims = [claim for _, of_article in found for claim in of_article]
    rows_of: dict[str, list[Label]] = {article.id: [] for article, _ in found}
    for row in labels:
        rows_of[row["article"]].append(row)
    claims_of = {article.id: of_article for article, of_article in found}
    under = [[row for row in rows_of[claim.article] if _covers(claim, row)] for claim in claims]
    matched = [
        (row, [claim for claim in claims_of[row["article"]] if _covers(claim, row)])
        for row in labels
    ]
    return Scores(
        kinds={k: _kind_score(k, matched, list(zip(claims, under, strict=True))) for k in SCORED},
        claimant=_share(_claimant_right(row, on) for row, on in matched if _has_voice(row, on)),
        figures=_share(
            any(_figure_fits(figure, f) for c in on for f in c.figures)
            for row, on in matched
            for figure in row.get("figures", ())
        ),
        dates=_share(
            any(_date_fits(day, d) for c in on for d in c.dates)
            for row, on in matched
            for day in row.get("dates", ())
        ),
        noise=_share(bool(on) for row, on in matched if row.get("noise")),
        unanchored=sum(a.text[c.start : c.end] != c.quote for a, cs in found for c in cs),
        claims=len(claims),
    )


def _share(outcomes: Iterable[bool]) -> Share:
    share = Share()
    for right in outcomes:
        share.count(right)
    return share


def _kind_score(
    kind: str,
    labels: Sequence[tuple[Label, Sequence[Claim]]],
    claims: Sequence[tuple[Claim, Sequence[Label]]],
) -> KindScore:
    return KindScore(
        recall=_share(
            any(kind in claim.kinds for claim in on)
            for row, on in labels
            if kind in row.get("must", ())
        ),
        precision=_share(
            any(kind in (*row.get("must", ()), *row.get("may", ())) for row in rows)
            for claim, rows in claims
            if kind in claim.kinds
        ),
    )


def _covers(claim: Claim, row: Label) -> bool:
    """Whether claim and sentence share half of the shorter of them."""
    shorter = min(claim.end - claim.start, row["end"] - row["start"])
    return shorter > 0 and 2 * _overlap(claim, row) >= shorter


def _has_voice(row: Label, on: Sequence[Claim]) -> bool:
    """Whether a claimant can be judged: one is labelled, and some voice was found."""
    return bool(row.get("claimants")) and any(VOICED & set(claim.kinds) for claim in on)


def _claimant_right(row: Label, on: Sequence[Claim]) -> bool:
    return any(_same_name(name, claim.claimant) for name in row["claimants"] for claim in on)


def _same_name(one: str, other: str) -> bool:
    """Whether one name is part of the other, or half of the longer one's words are shared."""
    a, b = (
        set(re.findall(r"\w+", name.lower())) - {"a", "an", "the", "of"} for name in (one, other)
    )
    shared = len(a & b)
    return shared > 0 and (shared in {len(a), len(b)} or 2 * shared >= max(len(a), len(b)))


def _same_words(one: str, other: str) -> bool:
    """Whether one text stands in the other, white space folded."""
    a, b = " ".join(one.split()), " ".join(other.split())
    return a in b or b in a


def _figure_fits(labelled: Label, found: Any) -> bool:
    """The same words, and the same lower bound unless the label leaves it open."""
    free = labelled.get("low") is None or labelled.get("vague", False)
    return _same_words(labelled["text"], found.text) and (free or found.low == labelled["low"])


def _date_fits(labelled: Label, found: Any) -> bool:
    """The same words, and the same days where the label names them."""
    days = tuple(str(day) if day else None for day in (found.from_, found.to))
    free = not labelled.get("from")
    return _same_words(labelled["text"], found.text) and (
        free or days == (labelled["from"], labelled["to"])
    )
