"""Matching at size: ours against brute force, SQLite FTS5, bm25s and bare tantivy, in one run.

    python benchmarks/matching.py CORPUS [--sizes 10000,100000] [--queries 40] [--brute 8]

CORPUS is a folder with text (.txt) or JSON Lines (.jsonl, .jsonl.gz with "text").
Its passages are replicated with changes up to each size. Every query is a passage
with some of its words left out. Printed for each engine: build time, disk, query
p50 and p95, and the recall of brute force's strong matches (token_set_ratio of 70
and more, ten at most) among the hits that the rerank weighs, and for the others among
the first 200 (tantivy: 20). bm25s is left out where it is not
installed.
"""

import argparse
import gzip
import importlib.util
import json
import random
import re
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import tantivy
from rapidfuzz import fuzz, process

from workbench.core.articles import Article
from workbench.core.bearings import bearing
from workbench.core.candidates import depth, query_for, rerank
from workbench.core.passages import split
from workbench.edges.index import IndexedPassage, PassageIndex, open_index

DEPTH = 200
STRONG = 70
Find = Callable[[str], list[int]]


@dataclass
class Engine:
    """One engine: how to find, what it cost to build, and what was measured."""

    name: str
    find: Find
    build: float
    disk: int = 0
    times: list[float] = field(default_factory=list)
    recalled: int = 0


def texts_of(folder: Path) -> Iterator[str]:
    """Every text under a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text("utf-8", "replace")
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    yield from _texts_in(row)


def _texts_in(row: dict[str, object]) -> Iterator[str]:
    docs = row.get("docs")
    for one in docs if isinstance(docs, list) else [row]:
        text = one.get("text") or one.get("claim")
        if isinstance(text, str):
            yield text


def passages_of(folder: Path, most: int) -> list[str]:
    """Distinct passages of 40 to 400 characters."""
    found: dict[str, None] = {}
    for text in texts_of(folder):
        for passage in split(Article("", text)).passages:
            if not passage.noise and 40 <= len(passage.quote) <= 400:
                found[passage.quote] = None
        if len(found) >= most:
            break
    return list(found)[:most]


def replicate(real: Sequence[str], size: int, chance: random.Random) -> list[str]:
    """`size` passages: the real ones, then copies with a third of their words exchanged."""
    vocabulary = [word for quote in real[:20_000] for word in quote.split()]
    grown = list(real[:size])
    while len(grown) < size:
        words = chance.choice(real).split()
        if len(words) < 6:
            continue
        for _ in range(max(2, len(words) // 3)):
            words[chance.randrange(len(words))] = chance.choice(vocabulary)
        grown.append(" ".join(words))
    return grown


def asked(passages: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """Queries: passages without a fifth of their words."""
    picked = chance.sample(passages, count)
    return [" ".join(w for w in quote.split() if chance.random() > 0.2) for quote in picked]


def ours(passages: Sequence[str], folder: Path) -> tuple[Engine, PassageIndex]:
    """The embedded index with the rerank of the first twenty; ids are the articles."""
    began = time.perf_counter()
    index = open_index(folder)
    index.add(IndexedPassage(str(i), 0, len(q), q) for i, q in enumerate(passages))
    index.commit()

    def find(text: str) -> list[int]:
        side = bearing(text)
        hits = index.search(query_for(side), depth(side, 20))
        rerank(side, hits, 20)
        return [int(hit.article) for hit in hits]

    return Engine("ours, reranked", find, time.perf_counter() - began, _disk(folder)), index


def ours_unranked(index: PassageIndex) -> Engine:
    """The same index asked for as many hits as for a claim of an article, without the rerank."""

    def find(text: str) -> list[int]:
        return [int(hit.article) for hit in index.search(query_for(text), DEPTH)]

    return Engine(f"ours, top {DEPTH}", find, 0.0)


def bare(passages: Sequence[str], folder: Path) -> Engine:
    """tantivy as it comes: default tokenizer, top 20 with the text."""
    began = time.perf_counter()
    builder = tantivy.SchemaBuilder().add_unsigned_field("id", stored=True)
    schema = builder.add_text_field("text", stored=True).build()
    folder.mkdir()
    index = tantivy.Index(schema, str(folder))
    writer = index.writer(128_000_000, 1)
    for i, quote in enumerate(passages):
        writer.add_document(tantivy.Document(id=i, text=quote))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> list[int]:
        query, _ = index.parse_query_lenient(re.sub(r"[^\w\s]", " ", text), ["text"])
        return [searcher.doc(at)["id"][0] for _, at in searcher.search(query, 20).hits]

    return Engine("tantivy top 20", find, time.perf_counter() - began, _disk(folder))


def fts5(passages: Sequence[str], folder: Path) -> Engine:
    """SQLite FTS5 with its Porter tokenizer, ranked by its bm25."""
    began = time.perf_counter()
    folder.mkdir()
    store = sqlite3.connect(folder / "fts.db")
    store.execute("create virtual table p using fts5(text, tokenize='porter unicode61')")
    store.executemany("insert into p(rowid, text) values (?, ?)", enumerate(passages))
    store.commit()

    def find(text: str) -> list[int]:
        match = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        found = store.execute(
            "select rowid from p where p match ? order by rank limit ?", (match, DEPTH)
        )
        return [row[0] for row in found]

    return Engine("SQLite FTS5", find, time.perf_counter() - began, _disk(folder))


def with_bm25s(passages: Sequence[str]) -> Engine:
    """bm25s in memory."""
    import bm25s  # noqa: PLC0415

    began = time.perf_counter()
    model = bm25s.BM25()
    tokens = bm25s.tokenize(list(passages), show_progress=False)
    model.index(tokens, show_progress=False)

    def find(text: str) -> list[int]:
        query = bm25s.tokenize([text], show_progress=False)
        found, _ = model.retrieve(query, k=min(DEPTH, len(passages)), show_progress=False)
        return [int(i) for i in found[0]]

    return Engine("bm25s", find, time.perf_counter() - began)


def _disk(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(
    engines: Sequence[Engine], passages: Sequence[str], queries: Sequence[str], brute: int
) -> None:
    """Time every engine on every query, brute force on the first few, and compare."""
    exhaustive = Engine("brute force", lambda _: [], 0.0)
    strong = 0
    for nth, query in enumerate(queries):
        best: set[int] = set()
        if nth < brute:
            began = time.perf_counter()
            found = process.extract(query, passages, scorer=fuzz.token_set_ratio, limit=10)
            exhaustive.times.append(time.perf_counter() - began)
            best = {i for _, score, i in found if score >= STRONG}
            strong += len(best)
            exhaustive.recalled += len(best)
        for engine in engines:
            began = time.perf_counter()
            ids = engine.find(query)
            engine.times.append(time.perf_counter() - began)
            engine.recalled += len(best.intersection(ids))
    for engine in (*engines, exhaustive):
        report(engine, strong)


def report(engine: Engine, strong: int) -> None:
    """One line of the table."""
    p50 = 1000 * statistics.median(engine.times)
    p95 = 1000 * sorted(engine.times)[int(0.95 * (len(engine.times) - 1))]
    print(
        f"{engine.name:16} build {engine.build:7.1f} s  disk {engine.disk / 1e6:7.1f} MB  "
        f"p50 {p50:9.2f} ms  p95 {p95:9.2f} ms  recall {engine.recalled / max(1, strong):.3f}"
    )


def one_more(index: PassageIndex, build: float) -> None:
    """The cost of one article more, from adding it to finding it."""
    article = [
        IndexedPassage("one-more", 100 * i, 100 * i + 40, f"Quillback zebrafish number {i} reached the estuary.")
        for i in range(30)
    ]  # fmt: skip
    began = time.perf_counter()
    index.add(article)
    index.commit()
    found = index.search(query_for("quillback zebrafish estuary"), 5)
    took = time.perf_counter() - began
    assert found, "the new article is not found"
    assert found[0].article == "one-more"
    print(f"one article more, until found: {1000 * took:.0f} ms = 1/{build / took:.0f} of building")


def main() -> None:
    """Print one table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--brute", type=int, default=8)
    wanted = parser.parse_args()
    sizes = [int(size) for size in wanted.sizes.split(",")]
    real = passages_of(wanted.corpus, max(sizes))
    print(f"{len(real)} distinct passages in {wanted.corpus.name}")
    for size in sizes:
        run(real, size, wanted.queries, wanted.brute)


def run(real: Sequence[str], size: int, count: int, brute: int) -> None:
    """Build every engine over `size` passages and measure."""
    chance = random.Random(size)
    passages = replicate(real, size, chance)
    queries = asked(passages, count, chance)
    print(f"\n{size:,} passages")
    with tempfile.TemporaryDirectory() as folder:
        own, index = ours(passages, Path(folder) / "ours")
        engines = [
            own,
            ours_unranked(index),
            bare(passages, Path(folder) / "bare"),
            fts5(passages, Path(folder) / "fts"),
        ]
        if importlib.util.find_spec("bm25s"):
            engines.append(with_bm25s(passages))
        measure(engines, passages, queries, brute)
        one_more(index, own.build)
        index.close()
    print(
        f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    main()
