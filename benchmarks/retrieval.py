"""Retrieval: MAP@5 of our candidates against bare tantivy BM25, on queries with known answers.

    python benchmarks/retrieval.py CLAIMS QUERIES [--semantic]

CLAIMS is JSON Lines (may be .gz) of {"id","claim","title"}, QUERIES of
{"id","text","relevant","split"}: the shape of the CheckThat! 2020 task 2 data. With
--semantic the rerank by an encoder (the extra of that name) is measured beside the default.
"""

import argparse
import gzip
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import tantivy

from workbench.core.candidates.rerank import Alike, depth, query_for, rerank
from workbench.core.compare.bearings import bearing
from workbench.edges.index import IndexedPassage, open_index
from workbench.edges.semantic import Encoder

Row = dict[str, Any]
Find = Callable[[str], list[str]]


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file, compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def average_precision(found: list[str], relevant: set[str], k: int = 5) -> float:
    """Precision at each relevant item among the first k, over how many there could be."""
    hits, total = 0, 0.0
    for rank, item in enumerate(dict.fromkeys(found[:k]), 1):
        if item in relevant:
            hits += 1
            total += hits / rank
    return total / min(len(relevant), k)


def bare(claims: list[Row]) -> Find:
    """tantivy's own default: BM25 over title and text with its English stemmer."""
    builder = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    for name in ("title", "text"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(60_000_000, 1)
    for row in claims:
        writer.add_document(tantivy.Document(id=row["id"], title=row["title"], text=row["claim"]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> list[str]:
        query, _ = index.parse_query_lenient(re.sub(r"[^\w\s]", " ", text), ["title", "text"])
        return [searcher.doc(at)["id"][0] for _, at in searcher.search(query, 10).hits]

    return find


def ours(claims: list[Row], folder: Path, alike: Alike | None = None) -> Find:
    """The index and the rerank as `workbench match --queries` uses them."""
    index = open_index(folder)
    index.add(
        IndexedPassage(row["id"], 0, len(row["claim"]), row["claim"], row["title"])
        for row in claims
    )
    index.commit()

    def find(text: str) -> list[str]:
        side = bearing(text)
        hits = index.search(query_for(side), depth(side, 10, alike is not None))
        return [found.article for found in rerank(side, hits, 10, alike=alike)]

    return find


def main() -> None:
    """Print MAP@5 for each split, and the time of a query."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--semantic", action="store_true")
    asked = parser.parse_args()
    claims, queries = list(rows(asked.claims)), list(rows(asked.queries))
    with tempfile.TemporaryDirectory() as folder:
        report("bare tantivy", bare(claims), queries)
        report("ours", ours(claims, Path(folder) / "ours"), queries)
        if asked.semantic:
            report("semantic", ours(claims, Path(folder) / "too", Encoder().alike), queries)


def report(name: str, find: Find, queries: list[Row]) -> None:
    """One line an engine: MAP@5 of each split and the time of a query."""
    began = time.perf_counter()
    by_split: dict[str, list[float]] = {}
    for query in queries:
        score = average_precision(find(query["text"]), set(query["relevant"]))
        by_split.setdefault(query["split"], []).append(score)
    each = 1000 * (time.perf_counter() - began) / len(queries)
    scores = "  ".join(f"{s} {sum(v) / len(v):.4f} ({len(v)})" for s, v in by_split.items())
    print(f"{name:14} MAP@5  {scores}  {each:.1f} ms a query")


if __name__ == "__main__":
    main()
