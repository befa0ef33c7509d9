"""Matching at size: ours against brute force, SQLite FTS5, bm25s and bare tantivy, in one run.

    python benchmarks/matching.py CORPUS [--sizes 10000,100000] [--queries 400] [--brute 60]
                                  [--keep FOLDER] [--build-only]

CORPUS is a folder with text (.txt) or JSON Lines (.jsonl, .jsonl.gz with "text").
Its passages are replicated with changes up to each size. Every query is a passage with a
fifth of its words left out. What an import reads in a passage (its figures, dates and
claimant), and none of the peers has, is read apart from the build, and only in the
passages that the queries meet.

Printed for each engine: build time, peak memory of the building process, disk, query
p50 and p95, and the recall of brute force's strong matches (token_set_ratio of 70 and
more, ten at most a query). Ours and bare tantivy are asked all queries, the slow ones
the first of them. With --keep what was built is left in a folder and found there by the
next run. bm25s is left out where it is not installed. All times are processor time of the
process that builds or asks, of all its threads: a shared machine's clock tells of its
other work as well.
"""

import argparse
import gc
import importlib.util
import json
import multiprocessing
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from corpora import asked, passages_of, replicate
from peers import (
    DEPTH,
    TOP,
    Find,
    ask_bare,
    ask_bm25s,
    ask_fts5,
    build_bare,
    build_bm25s,
    build_fts5,
    lines_of,
)  # fmt: skip
from rapidfuzz import fuzz, process

from workbench.core.candidates.rerank import depth, query_for, rerank
from workbench.core.claims import annotate
from workbench.core.compare.bearings import bearing
from workbench.core.reading.codec import pack
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, Passage
from workbench.edges.index import IndexedPassage, PassageIndex, open_index

STRONG = 70
WARM_UP = 50
"""Queries that are asked before the clock starts."""
FEW = 2
"""The same of an engine that is slow."""
Row = dict[str, object]


def write_passages(real: Sequence[str], size: int, path: Path) -> None:
    """Replicate the passages up to a size and write them down."""
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(q)}\n" for q in replicate(real, size, random.Random(size)))
    part.replace(path)


def read_hits(index: PassageIndex, queries: Sequence[str]) -> None:
    """Put what an import reads in passages into the index: in those that the queries meet."""
    met = {
        (hit.article, hit.end): hit.quote
        for query in queries
        for hit in index.search(query_for(query), depth(bearing(query), TOP))
    }
    index.add(_read(article, quote) for (article, _), quote in met.items())
    index.commit()


def _read(article: str, quote: str) -> IndexedPassage:
    whole = Passage(article, 0, len(quote), quote)
    (claim,) = annotate(Document(Article(article, quote), (whole,)))
    return IndexedPassage(article, 0, len(quote), quote, reading=pack(claim.reading))


def build_ours(path: Path, folder: Path) -> None:
    """The embedded index."""
    index = open_index(folder)
    index.add(IndexedPassage(str(i), 0, len(q), q) for i, q in enumerate(lines_of(path)))
    index.commit()
    index.close()


BUILDERS = {"ours": build_ours, "tantivy": build_bare, "fts5": build_fts5, "bm25s": build_bm25s}


def built(name: str, path: Path, folder: Path) -> Row:
    """Build one engine in a process of its own: its time, memory and disk; once only."""
    notes = folder.with_suffix(".json")
    if not notes.exists():
        alone = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, alone) as pool:
            found = pool.submit(_timed, BUILDERS[name], path, folder).result()
        notes.write_text(json.dumps(found))
    read: Row = json.loads(notes.read_text())
    return read


def _timed(build: Callable[[Path, Path], None], path: Path, folder: Path) -> Row:
    began = time.process_time()
    build(path, folder)
    took = time.process_time() - began
    disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return {"build": took, "disk": disk / 1e6, "memory": _peak()}


def _peak() -> float:
    """Peak memory, MB: Linux counts it anew for each program, `getrusage` does not."""
    status = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024


def ours(index: PassageIndex, text: str) -> Sequence[str]:
    """The hits that the rerank of the first twenty weighs; the rerank is done."""
    side = bearing(text)
    hits = index.search(query_for(side), depth(side, TOP))
    rerank(side, hits, TOP)
    return [hit.quote for hit in hits]


def ours_unranked(index: PassageIndex, text: str) -> Sequence[str]:
    """As many hits as for a claim of an article, without the rerank."""
    return [hit.quote for hit in index.search(query_for(text), DEPTH)]


def timed(
    find: Find, queries: Sequence[str], warm_up: int = WARM_UP
) -> tuple[list[float], list[Sequence[str]]]:
    """The time of every query, s, and what it found."""
    for query in queries[-warm_up:]:
        find(query)
    times, found = [], []
    for query in queries:
        began = time.process_time()
        found.append(find(query))
        times.append(time.process_time() - began)
    return times, found


def report(name: str, times: Sequence[float], found: Sequence[Sequence[str]],
           strong: Sequence[set[str]], notes: Row) -> float:  # fmt: skip
    """One row of the table; gives the p95 in s."""
    p95 = sorted(times)[int(0.95 * (len(times) - 1))]
    met = sum(len(best.intersection(ids)) for best, ids in zip(strong, found, strict=False))
    costs = " | ".join(f"{notes[key]:.0f}" if notes else "–" for key in ("build", "memory", "disk"))
    print(
        f"| {name} | {costs} | {1000 * statistics.median(times):.1f} | {1000 * p95:.1f} |"
        f" {met / sum(map(len, strong)):.3f} |"
    )
    return p95


def one_more(index: PassageIndex, build: float) -> None:
    """The cost of one article more, from adding it to finding it; it is taken out again."""
    quotes = [f"Quillback zebrafish number {i} reached the estuary." for i in range(30)]
    began = time.process_time()
    index.add(IndexedPassage("one-more", 100 * i, 100 * i + 60, q) for i, q in enumerate(quotes))
    index.commit()
    found = index.search(query_for("quillback zebrafish estuary"), 5)
    took = time.process_time() - began
    assert found, "the new article is not found"
    assert found[0].article == "one-more"
    index.delete(["one-more"])
    index.commit()
    print(f"one article more, until found: {1000 * took:.0f} ms = 1/{build / took:.0f} of building")


def memory_of_asking(folder: Path, queries: Sequence[str]) -> float:
    """Peak memory, MB, of a process that only asks."""
    index = open_index(folder)
    for query in queries:
        ours(index, query)
    return _peak()


def run(size: int, count: int, brute: int, folder: Path) -> None:
    """Measure every engine over `size` passages."""
    names = [name for name in BUILDERS if name != "bm25s" or importlib.util.find_spec("bm25s")]
    notes = {name: built(name, folder / "passages", folder / name) for name in names}
    passages = list(lines_of(folder / "passages"))
    queries = asked(passages, count, random.Random(size))
    gc.freeze()  # a million texts of the benchmark's own are no part of a query
    first = queries[:brute]
    slow, best = timed(partial(exhaustive, passages), first, FEW)
    strong = [set(found) for found in best]
    print(f"\n{size:,} passages; {sum(map(len, strong))} strong matches\n")
    print("| engine | build, s | memory, MB | disk, MB | p50, ms | p95, ms | recall |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    index = open_index(folder / "ours")
    read_hits(index, queries)
    own = report(
        "workbench, reranked", *timed(partial(ours, index), queries), strong, notes["ours"]
    )
    deep = timed(partial(ours_unranked, index), queries)
    report(f"workbench, {DEPTH} hits, no rerank", *deep, strong, {})
    peer = report("tantivy, 20 hits", *timed(ask_bare(folder / "tantivy"), queries), strong,
                  notes["tantivy"])  # fmt: skip
    report("SQLite FTS5", *timed(ask_fts5(folder / "fts5"), first, FEW), strong, notes["fts5"])
    if "bm25s" in names:
        found = timed(ask_bm25s(folder / "bm25s", passages), first, FEW)
        report("bm25s", *found, strong, notes["bm25s"])
    last = report("brute force", slow, best, strong, {})
    print(f"\nat p95: {last / own:.0f} × faster than brute force, {own / peer:.1f} × bare tantivy")
    one_more(index, float(str(notes["ours"]["build"])))
    index.close()
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        asking = pool.submit(memory_of_asking, folder / "ours", queries[:WARM_UP]).result()
    print(f"peak memory of a process that asks: {asking:.0f} MB")


def exhaustive(passages: Sequence[str], query: str) -> Sequence[str]:
    """Brute force's strong matches, ten at most."""
    found = process.extract(query, passages, scorer=fuzz.token_set_ratio, limit=10)
    return [quote for quote, score, _ in found if score >= STRONG]


def main() -> None:
    """Print one table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--brute", type=int, default=60)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--build-only", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        for size in map(int, wanted.sizes.split(",")):
            folder = (wanted.keep or Path(passing)) / str(size)
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "passages").exists():
                real = passages_of(wanted.corpus, size)
                print(f"{len(real)} distinct passages in {wanted.corpus.name}")
                write_passages(real, size, folder / "passages")
            if wanted.build_only:
                for name in BUILDERS:
                    built(name, folder / "passages", folder / name)
            else:
                run(size, wanted.queries, wanted.brute, folder)


if __name__ == "__main__":
    main()
