"""Engines on servers beside the embedded ones, in one run, on servers started here.

    python benchmarks/engines.py CORPUS [--passages 100000] [--queries 200] [--nodes 1]
    python benchmarks/engines.py CORPUS --articles 20000

CORPUS is a folder with text (.txt) or JSON Lines. The first form replicates its
passages up to a size and asks every index the same queries: build time, size, p50
and p95 of engine and rerank together, and how many of the embedded index's top ten
are in each one's. The second imports articles with two processes and with two Dask
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
from contextlib import ExitStack
from pathlib import Path

from distributed import Client
from matching import asked, passages_of, replicate, texts_of

from tests.servers import running
from workbench.case import Case
from workbench.case.moving import set_engine
from workbench.core.bearings import bearing
from workbench.core.candidates import query_for, rerank
from workbench.edges.index import IndexedPassage, open_index

DEPTH = 200
TOP = 10
PER_ARTICLE = 30
Found = list[list[tuple[str, int]]]


def measured(
    name: str, url: str, passages: Sequence[str], queries: Sequence[str], folder: Path
) -> Found:
    """Build an index, ask it everything, print what it cost; gives the top ten of each query."""
    index = open_index(folder, url, fresh=True)
    began = time.perf_counter()
    index.add(
        IndexedPassage(
            f"a{i // PER_ARTICLE}", i % PER_ARTICLE * 1000, i % PER_ARTICLE * 1000 + 1, q
        )
        for i, q in enumerate(passages)
    )
    index.commit()
    built = time.perf_counter() - began
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
        f"{name:12} build {built:7.1f} s  size {size / 1e6:7.1f} MB"
        f"  engine p50 {_ms(engine_times, 50)} p95 {_ms(engine_times, 95)}"
        f"  with rerank p50 {_ms(times, 50)} p95 {_ms(times, 95)}",
        flush=True,
    )
    return found


def _ms(times: Sequence[float], percent: int) -> str:
    return f"{1000 * statistics.quantiles(times, n=100)[percent - 1]:6.1f} ms"


def compare_indexes(corpus: Path, size: int, count: int, nodes: int) -> None:
    """Every index on the same passages and queries."""
    chance = random.Random(5)
    passages = replicate(passages_of(corpus, size), size, chance)
    queries = asked(passages, count, chance)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        search = stack.enter_context(running.opensearch(nodes, heap=512))
        database = stack.enter_context(running.postgres())
        shards = f"?shards={nodes}&replicas=0"
        urls = {
            "embedded": "",
            "opensearch": f"{search.url}/benchmark{shards}",
            "postgresql": database.url,
        }
        found = {
            name: measured(name, url, passages, queries, folder / "index")
            for name, url in urls.items()
        }
    for name, lists in found.items():
        same = sum(len(set(a) & set(b)) for a, b in zip(found["embedded"], lists, strict=True))
        total = sum(map(len, found["embedded"]))
        first = sum(a[:1] == b[:1] for a, b in zip(found["embedded"], lists, strict=True))
        print(
            f"{name:12} top ten as the embedded one's {same / total:.1%}, first {first / count:.1%}"
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
            set_engine(case, "executor", url)
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
    parser.add_argument("--nodes", type=int, default=1)
    parser.add_argument("--articles", type=int, default=0)
    given = parser.parse_args()
    if given.articles:
        compare_imports(given.corpus, given.articles)
    else:
        compare_indexes(given.corpus, given.passages, given.queries, given.nodes)


if __name__ == "__main__":
    main()
