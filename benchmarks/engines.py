"""Engines on servers beside the embedded ones, in one run, on servers started here.

    python benchmarks/engines.py CORPUS [--passages 100000] [--queries 200] [--nodes 1,3]
    python benchmarks/engines.py CORPUS --articles 20000

CORPUS is a folder with text (.txt) or JSON Lines. The first form replicates its
passages up to a size and asks every index the same queries: build time, CPU of this
process and of the servers for it, disk with copies, memory of the servers, p50 and p95
of the engine and of engine and rerank together, and how many of the embedded index's
top ten are in each one's. An OpenSearch of several nodes has a process for each, a
shard for each, and a copy of every shard. The second imports articles with two processes and with two Dask
workers, and once more with a worker killed in the middle: rates, and whether the
cases are the same.
"""

import argparse
import json
import os
import random
import signal
import statistics
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
from corpora import asked, passages_of, replicate, texts_of
from distributed import Client

from tests.servers import running
from workbench.case import Case
from workbench.core.bearings import bearing
from workbench.core.candidates import query_for, rerank
from workbench.edges.index import IndexedPassage, open_index
from workbench.edges.settings_file import change_settings

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
    began, here, there = time.perf_counter(), time.process_time(), _cpu(servers)
    index.add(
        IndexedPassage(
            f"a{i // PER_ARTICLE}", i % PER_ARTICLE * 1000, i % PER_ARTICLE * 1000 + 1, q
        )
        for i, q in enumerate(passages)
    )
    index.commit()
    built = time.perf_counter() - began
    here, there = time.process_time() - here, _cpu(servers) - there
    times, engine_times, found = [], [], []
    for text in queries:
        began = time.perf_counter()
        hits = index.search(query_for(text), DEPTH)
        engine_times.append(time.perf_counter() - began)
        best = rerank(bearing(text), hits, TOP)
        times.append(time.perf_counter() - began)
        found.append([(c.article, c.start) for c in best])
    size = index.stats().bytes
    index.close()
    print(
        f"{name:14} build {built:6.1f} s, CPU {here:5.1f} + {there:5.1f} s"
        f"  disk {size / 1e6:6.1f} MB  memory {_memory(servers) / 1e6:6.0f} MB"
        f"  engine p50 {_ms(engine_times, 50)} p95 {_ms(engine_times, 95)}"
        f"  with rerank p50 {_ms(times, 50)} p95 {_ms(times, 95)}",
        flush=True,
    )
    return found


def _family(servers: Sequence[int]) -> list[psutil.Process]:
    parents = list(map(psutil.Process, servers))
    return parents + [child for parent in parents for child in parent.children(recursive=True)]


def _cpu(servers: Sequence[int]) -> float:
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


def compare_imports(corpus: Path, count: int) -> None:
    """The same articles through two processes, two Dask workers, and a killed one."""
    with tempfile.TemporaryDirectory() as name, running.dask() as cluster:
        folder = Path(name)
        batch = folder / "articles.jsonl"
        batch.write_text("".join(_articles(list(texts_of(corpus)), count)), "utf-8")
        ways = {"2 processes": "", "2 Dask workers": cluster.url, "one killed": cluster.url}
        cases = {}
        for way, url in ways.items():
            case = folder / way
            (case / "seeds").mkdir(parents=True)
            change_settings(case, {("executor",): url or None})
            killer = threading.Timer(count / 200, _kill_one, (cluster.url,))
            if way == "one killed":
                killer.start()
            cases[way], seconds = _imported(case, batch)
            killer.cancel()
            print(f"{way:15} {count / seconds:7.1f} articles/s", flush=True)
        first = cases["2 processes"]
        print("the same case each time:", all(found == first for found in cases.values()))


def _articles(texts: Sequence[str], count: int) -> list[str]:
    """Articles of the corpus, each told apart by a line of its own."""
    return [
        json.dumps({"id": str(n), "text": f"Report {n} of {count}.\n\n{texts[n % len(texts)]}"})
        + "\n"
        for n in range(count)
    ]


def _imported(folder: Path, batch: Path) -> tuple[list[tuple[str, int, int]], float]:
    with Case.open(folder) as case:
        began = time.perf_counter()
        report = case.corpus.import_paths([str(batch)], jobs=2)
        seconds = time.perf_counter() - began
        assert not report.refused, report.refused[:3]
        return sorted((c.article, c.start, c.end) for c in case.corpus.claims()), seconds


def _kill_one(url: str) -> None:
    with Client(url.replace("dask", "tcp"), set_as_default=False) as client:
        pids = client.run(os.getpid)
        os.kill(min(pids.values()), signal.SIGKILL)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--nodes", default="1,3")
    parser.add_argument("--articles", type=int, default=0)
    given = parser.parse_args()
    if given.articles:
        compare_imports(given.corpus, given.articles)
    else:
        compare_indexes(
            given.corpus,
            given.passages,
            given.queries,
            [int(n) for n in given.nodes.split(",") if n],
        )


if __name__ == "__main__":
    main()
