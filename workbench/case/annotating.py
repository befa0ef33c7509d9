"""Annotation without a case: articles in, every passage with what was found in it out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from workbench.core.claims import annotate
from workbench.core.compare.bearings import bearing
from workbench.core.decide.relation import compare
from workbench.core.text.articles import Article
from workbench.core.text.folding import as_written
from workbench.core.text.passages import split
from workbench.edges.executors import Lost, map_in_order, open_executor
from workbench.edges.readers import Reading, Refusal, find_inputs, read_seed, read_stream

__all__ = ["Line", "Refusal", "annotate_paths", "annotate_stream", "compare_pairs"]

Line = dict[str, Any]


def annotate_paths(
    paths: Iterable[str], published: date | None = None, jobs: int = 1
) -> Iterator[Line | Refusal]:
    """Every passage of the files and folders named, in order; bad inputs as refusals."""
    yield from annotate_articles(_read_paths(paths), published, jobs)


def annotate_stream(
    stream: BinaryIO, published: date | None = None, jobs: int = 1
) -> Iterator[Line | Refusal]:
    """Every passage of the articles of a stream, in order; bad input as refusals.

    JSONL articles, or anything that a file could hold, told by its first bytes.
    """
    yield from annotate_articles(read_stream(stream), published, jobs)


def annotate_articles(
    found: Iterable[Reading | Refusal], published: date | None = None, jobs: int = 1
) -> Iterator[Line | Refusal]:
    """`published` stands in for articles that state no date of their own."""
    dated = (_dated(one, published) for one in found)
    if jobs <= 1:
        for one in dated:
            yield from _lines(one)
        return
    with open_executor(jobs) as executor:
        for lines in map_in_order(executor, _lines, dated):
            yield from [_lost(lines)] if isinstance(lines, Lost) else lines


def compare_pairs(pairs: Iterable[Mapping[str, Any]]) -> Iterator[Line]:
    """`{"id","claim","passage",…}` each → the lines of `workbench compare`."""
    for pair in pairs:
        found = compare(
            bearing(as_written(str(pair["claim"])), published=_day(pair.get("claim_published"))),
            bearing(
                as_written(str(pair["passage"])), published=_day(pair.get("passage_published"))
            ),
        )
        yield {
            "id": pair["id"],
            "relation": found.relation,
            "score": round(found.score, 1),
            "confidence": round(found.confidence, 2),
            "reasons": [reason.text for reason in found.reasons],
        }


def _read_paths(paths: Iterable[str]) -> Iterator[Reading | Refusal]:
    for path in find_inputs(list(paths)):
        if isinstance(path, Path):
            yield from read_seed(path, path.name)
        else:
            yield path


def _dated(one: Reading | Refusal, published: date | None) -> Reading | Refusal:
    if isinstance(one, Refusal) or one.article.published or not published:
        return one
    return replace(one, article=replace(one.article, published=published))


def _lost(lost: Lost[Reading | Refusal]) -> Refusal:
    article = lost.item.article.id if isinstance(lost.item, Reading) else lost.item.source
    return Refusal(article, lost.reason)


def _lines(one: Reading | Refusal) -> list[Line | Refusal]:
    if isinstance(one, Refusal):
        return [one]
    return list(passage_lines(one.article))


def passage_lines(article: Article) -> Iterator[Line]:
    """One line a passage of an article; `status` means nothing without a case."""
    for claim in annotate(split(article)):
        line = claim.as_json()
        del line["status"]
        yield line


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
