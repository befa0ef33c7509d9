"""`workbench export` of many verdicts, beside markdown-it-py rendering the same Markdown.

    python benchmarks/publication.py [VERDICTS]        (default 10,000)

The case is made first: articles, a verdict on each of their claims, three links each.
Every measurement is the whole command in a process of its own, gathering and gate
included, and prints one line: what, processor time and its ratio to the rendering, time
with all waiting, peak of memory.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from markdown_it import MarkdownIt

from workbench.case import Case, ClaimRow
from workbench.core.events.contradictions import Finding, Side
from workbench.core.evidence.anchors import anchor
from workbench.core.verdicts.ratings import DEFAULT_SCALE

SENTENCES = 20
"""Sentences of an article, each a claim."""
PLACES = ("harbour", "canal", "river mouth", "north quay", "dry dock")
RATINGS = [rating.name for rating in DEFAULT_SCALE.ratings]
RELATIONS = ("corroborates", "conflicts", "context")


class Spent(NamedTuple):
    """Processor time and time by the clock (seconds), peak of memory (MB)."""

    processor: float
    seconds: float
    peak: int


def articles(count: int) -> Iterator[dict[str, str]]:
    """Articles with so many claims together, as lines of a batch file."""
    for number in range(-(-count // SENTENCES)):
        sentences = (
            f"The storm of day {number} sank {number % 90 + place + 3} ships and killed "
            f"{place + 2} people at the {PLACES[place % len(PLACES)]} of town "
            f"{number * 31 + place}, "
            f"the harbour master said on Monday."
            for place in range(SENTENCES)
        )
        yield {
            "id": f"log{number}",
            "title": f"Harbour log {number}",
            "text": " ".join(sentences),
            "publisher": f"Post {number % 40}",
            "url": f"https://post{number % 40}.example/log/{number}",
            "published": f"2024-05-{number % 28 + 1:02d}",
        }


def make_case(folder: Path, count: int) -> None:
    """A case of that many verdicts, each with three links to other articles."""
    source = folder.with_suffix(".jsonl")
    source.write_text("".join(f"{json.dumps(article)}\n" for article in articles(count)))
    with Case.open(folder, "Ada Marsh", create=True) as case:
        case.corpus.import_paths([str(source)])
        rows = case.corpus.claims()[:count]
        for one, other in zip(rows[::10], rows[5::10], strict=False):  # a search would take longer
            sides = (Side(row.article, row.start, row.end, row.quote) for row in (one, other))
            case._parts.findings.put_conflicts(
                one.article, [Finding(*sides, "killed", "9", "12", 60, ("9 ≠ 12",), True)]
            )
        case._parts.catalog.commit()
        texts = {entry.id: case.corpus.article(entry.id) for entry in case.corpus.articles()}
        store = case._parts.store  # 40,000 decisions one by one would take an fsync each
        docs = _documents(rows, texts)
        while group := list(islice(docs, 4000)):
            store.put_many([(doc, 0) for doc in group], by="Ada Marsh", at="2024-06-01T10:00:00Z")


def _documents(rows: list[ClaimRow], texts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(rows):
        yield {
            "type": "verdict",
            "id": row.id,
            "claim": row.id,
            "rating": RATINGS[number % len(RATINGS)],
            "summary": "The log lists the ships a day later, and the count does not differ by "
            "much.",
            "rationale": "The *log* is public.\n\n- first count\n- second count\n",
            "claimant": row.claimant or "the harbour master",
            "anchor": asdict(anchor(texts[row.article], row.start, row.end)),
            "weighed": [],
        }
        for place, relation in enumerate(RELATIONS, 1):
            other = rows[(number + place * 997) % len(rows)]
            yield {
                "type": "link",
                "id": f"{number:012x}{place:04x}",
                "claim": row.id,
                "relation": relation,
                "note": "seen in the log",
                "anchor": asdict(anchor(texts[other.article], other.start, other.end)),
            }


def command(case: Path, *words: str) -> Spent:
    """What `workbench …` on the case takes, in a process of its own."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "workbench", *words, "--case", str(case)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"workbench {' '.join(words)}: exit code {process.returncode}")
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss // 1024)


def rendering(folder: Path) -> Spent:
    """markdown-it-py alone, on the bodies of the pages that were written."""
    reader, processor, seconds = MarkdownIt(), 0.0, 0.0
    for page in folder.glob("*.md"):
        body = page.read_text(encoding="utf-8").split("---\n", 2)[2]
        started, start = time.process_time(), time.perf_counter()
        reader.render(body)
        processor += time.process_time() - started
        seconds += time.perf_counter() - start
    return Spent(processor, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def change_one(folder: Path) -> None:
    """Give one verdict another summary."""
    with Case.open(folder, "Ada Marsh") as case:
        verdict = case.decisions.verdicts()[0]
        case.decisions.rule(verdict.claim, verdict.rating, "The log lists fewer ships.")


def measured(folder: Path) -> Iterator[tuple[str, Spent]]:
    """Every line of the table but the first."""
    for form in ("markdown", "html"):
        yield f"{form}, first export", command(folder, "export", "--format", form)
        yield f"{form}, nothing changed", command(folder, "export", "--format", form)
        change_one(folder)
        yield f"{form}, one verdict changed", command(folder, "export", "--format", form)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where) / "case"
        start = time.perf_counter()
        make_case(folder, count)
        print(f"case of {count:,} verdicts made in {time.perf_counter() - start:.0f} s", flush=True)
        rows = list(measured(folder))
        base = rendering(folder / "claims" / "published")
        for what, spent in (("markdown-it-py renders the Markdown", base), *rows):
            ratio = spent.processor / base.processor
            print(
                f"| {what} | {spent.processor:.1f} s | {ratio:.2f} × | {spent.seconds:.1f} s"
                f" | {spent.peak} MB |"
            )


if __name__ == "__main__":
    main()
