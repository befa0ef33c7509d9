"""Importing with two Dask workers against two embedded processes, in one run.

    python benchmarks/workers.py [COUNT] [--source FOLDER] [--characters 2000]

COUNT articles, which are the texts of FOLDER cut to a length, over and over with other
numbers in them, go into a case by two processes, by two workers, and by two workers of
which one is killed half way. Printed are articles a second by the clock, processor
seconds with those of the servers, and whether the three cases are the same: claims,
articles, what the index finds and exported verdicts, byte for byte.
"""

import argparse
import hashlib
import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from distributed import Client
from engines import cpu_of
from importing import Run, imported, write_rows

from tests.servers import running
from workbench.case import Case
from workbench.edges.settings_file import change_settings

RULED = 60
"""Claims that get a verdict, to be exported."""
FORMATS = ("markdown", "html", "claimreview", "csv")
Contents = dict[str, str]


def contents_of(folder: Path) -> Contents:
    """Digests of what a case holds and exports, by name."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in _written(folder)}


def _written(folder: Path) -> Iterator[tuple[str, bytes]]:
    with Case.open(folder, "Ada", now=lambda: "2024-06-01T10:00:00+00:00") as case:
        claims = case.corpus.claims()
        yield "claim lines", "\n".join(map(str, case.corpus.claim_lines())).encode()
        yield "articles", repr(case.corpus.articles()).encode()
        for claim in claims[:: max(1, len(claims) // RULED)]:
            yield f"hits {claim.id}", repr(_found(case, claim.quote)).encode()
            case.decisions.rule(claim.id, "true", "It was counted.")
        for form in FORMATS:
            for path in case.publications.export(to=folder / form, format=form).written:
                yield str(path.relative_to(folder)), path.read_bytes()


def _found(case: Case, text: str) -> list[tuple[float, str, int]]:
    """The best hits; which of those with the lowest score are among them is chance."""
    hits = case.matching.search(text, 50)
    lowest = hits[-1].score if hits else 0.0
    named = {(-h.score, h.article, h.start) for h in hits if h.score > lowest}
    return [*sorted(named), (-lowest, "", len(hits) - len(named))]


def kill_one(url: str) -> None:
    """Kill one of the worker processes; what watches it starts another one."""
    with Client(url.replace("dask", "tcp"), set_as_default=False) as client:
        os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)


def timed(case: Path, source: Path, cluster: running.Dask, url: str, kill_after: float) -> Run:
    """Import into a new case; a worker is killed after some seconds, if any are given."""
    case.mkdir()
    change_settings(case, {("executor",): url or None})
    killer = threading.Timer(kill_after, kill_one, (cluster.url,))
    servers = [process.pid for process in [cluster.scheduler, *cluster.workers]]
    before = cpu_of(servers)
    if kill_after:
        killer.start()
    run = imported(case, source, 2)
    run.processor += cpu_of(servers) - before
    if kill_after and killer.is_alive():
        killer.cancel()
        raise SystemExit("the import ended before a worker was to be killed")
    return run


def main() -> None:
    """Print a Markdown table and what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    parser.add_argument("--source", type=Path, default=Path("seeds"))
    parser.add_argument("--characters", type=int, default=2_000)
    given = parser.parse_args()
    texts = [p.read_text("utf-8")[: given.characters] for p in sorted(given.source.glob("*.txt"))]
    runs: dict[str, Run] = {}
    cases: dict[str, Contents] = {}
    print("| import with | articles | s | a second | processor s |")
    print("| --- | ---: | ---: | ---: | ---: |", flush=True)
    with tempfile.TemporaryDirectory() as name, running.dask() as cluster:
        source = Path(name) / "batch.jsonl"
        write_rows(source, texts, given.count)
        for way in ("two processes", "two Dask workers", "one of them killed half way"):
            url = cluster.url if runs else ""
            half = runs["two Dask workers"].seconds / 2 if len(runs) == 2 else 0.0
            run = runs[way] = timed(Path(name) / way, source, cluster, url, half)
            print(
                f"| {way} | {given.count} | {run.seconds:.1f} | {given.count / run.seconds:.1f} |"
                f" {run.processor:.1f} |",
                flush=True,
            )
        for way in runs:
            cases[way] = contents_of(Path(name) / way)
    pool, dask, _ = runs.values()
    print(f"\nDask against the pool: {pool.seconds / dask.seconds:.2f} x its rate by the clock,")
    print(
        f"{pool.processor / dask.processor:.2f} x by processor time; load {os.getloadavg()[0]:.1f}"
    )
    first = cases["two processes"]
    for way, found in cases.items():
        different = [n for n in first.keys() | found.keys() if first.get(n) != found.get(n)]
        print(f"{way}: {len(found)} things compared, different: {different[:5] or 'none'}")


if __name__ == "__main__":
    main()
