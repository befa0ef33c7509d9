"""Indexes on servers beside the embedded one, in one run, on servers started here.

    python benchmarks/engines.py CORPUS [--passages 100000] [--queries 200] [--nodes 1,3]

CORPUS is a folder with text (.txt) or JSON Lines. Its passages are replicated up to a
size, and every index is asked the same queries: build time; CPU of this process and of
the servers, for the build and for a query with its rerank; disk with copies; memory of
the servers; p50 and p95 of the engine and of engine and rerank together; and how many of
the embedded index's top ten are in each one's. An OpenSearch of several nodes has a
process for each, a shard for each, and a copy of every shard. Importing with Dask
workers is in `workers.py`.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
from corpora import asked, passages_of, replicate

from tests.servers import running
from workbench.core.candidates.rerank import query_for, rerank
from workbench.core.compare.bearings import bearing
from workbench.edges.index import IndexedPassage, open_index

DEPTH = 200
TOP = 10
PER_ARTICLE = 30
Found = list[list[tuple[str, int]]]


def measured(
    name: str,
    url: str,
    passages: Sequence[str],
    queries: Sequence[str],
    folder: Path,
    servers: Sequence[int] = (),
) -> Found:
    """Build an index, ask it everything, print what it cost; gives the top ten of each query.

    `servers` are the processes that serve it.
    """
    index = open_index(folder, url, fresh=True)
    began, here, there = time.perf_counter(), time.process_time(), cpu_of(servers)
    index.add(
        IndexedPassage(
            f"a{i // PER_ARTICLE}", i % PER_ARTICLE * 1000, i % PER_ARTICLE * 1000 + 1, q
        )
        for i, q in enumerate(passages)
    )
    index.commit()
    built = time.perf_counter() - began
    here, there = time.process_time() - here, cpu_of(servers) - there
    times, engine_times, found = [], [], []
    asking, answering = time.process_time(), cpu_of(servers)
    for text in queries:
        began = time.perf_counter()
        hits = index.search(query_for(text), DEPTH)
        engine_times.append(time.perf_counter() - began)
        best = rerank(bearing(text), hits, TOP)
        times.append(time.perf_counter() - began)
        found.append([(c.article, c.start) for c in best])
    each = 1000 / len(queries)
    asking, answering = each * (time.process_time() - asking), each * (cpu_of(servers) - answering)
    size, memory = index.stats().bytes, _memory(servers)
    index.close()
    print(
        f"{name:14} build {built:6.1f} s, CPU {here:5.1f} + {there:5.1f} s"
        f"  disk {size / 1e6:6.1f} MB  memory {memory / 1e6:6.0f} MB"
        f"  CPU a query {asking:4.1f} + {answering:4.1f} ms"
        f"  engine p50 {_ms(engine_times, 50)} p95 {_ms(engine_times, 95)}"
        f"  with rerank p50 {_ms(times, 50)} p95 {_ms(times, 95)}",
        flush=True,
    )
    return found


def _family(servers: Sequence[int]) -> list[psutil.Process]:
    parents = list(map(psutil.Process, servers))
    return parents + [child for parent in parents for child in parent.children(recursive=True)]


def cpu_of(servers: Sequence[int]) -> float:
    """CPU seconds that servers have used, with those of their children that ended."""
    times = [process.cpu_times() for process in _family(servers)]
    return sum(t.user + t.system + t.children_user + t.children_system for t in times)


def _memory(servers: Sequence[int]) -> int:
    """Bytes that servers hold; what several of them share is counted once."""
    return sum(process.memory_full_info().pss for process in _family(servers))


def _ms(times: Sequence[float], percent: int) -> str:
    return f"{1000 * statistics.quantiles(times, n=100)[percent - 1]:6.1f} ms"


def compare_indexes(corpus: Path, size: int, count: int, nodes: Sequence[int]) -> None:
    """Every index on the same passages and queries, one after the other."""
    chance = random.Random(5)
    passages = replicate(passages_of(corpus, size), size, chance)
    queries = asked(passages, count, chance)
    found: dict[str, Found] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found["embedded"] = measured("embedded", "", passages, queries, folder / "index")
    for number in nodes:
        with running.opensearch(number, heap=512) as search:
            url = f"{search.url}/benchmark?shards={number}&replicas={int(number > 1)}"
            pids = [node.process.pid for node in search.nodes if node.process]
            label = f"opensearch, {number}"
            found[label] = measured(label, url, passages, queries, Path(), pids)
    with running.postgres() as database:
        pids = [database.process.pid] if database.process else []
        found["postgresql"] = measured("postgresql", database.url, passages, queries, Path(), pids)
    for name, lists in found.items():
        same = sum(len(set(a) & set(b)) for a, b in zip(found["embedded"], lists, strict=True))
        total = sum(map(len, found["embedded"]))
        first = sum(a[:1] == b[:1] for a, b in zip(found["embedded"], lists, strict=True))
        print(
            f"{name:14} top ten as the embedded one's {same / total:.1%}, first {first / count:.1%}"
        )


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--nodes", default="1,3")
    given = parser.parse_args()
    nodes = [int(n) for n in given.nodes.split(",") if n]
    compare_indexes(given.corpus, given.passages, given.queries, nodes)


if __name__ == "__main__":
    main()
