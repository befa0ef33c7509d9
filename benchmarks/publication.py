"""Exporting many verdicts, beside markdown-it-py rendering the same Markdown.

    python benchmarks/publication.py [VERDICTS]        (default 10,000)

Each measurement runs in a process of its own and prints one line: what, seconds,
ratio to the rendering, and the peak of resident memory.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from markdown_it import MarkdownIt

from workbench.core.publication import (
    Citation,
    EvidenceItem,
    FigureRow,
    HistoryItem,
    House,
    PublishedVerdict,
)
from workbench.core.publication.markdown import to_markdown
from workbench.core.ratings import DEFAULT_SCALE
from workbench.edges.pages import write_markdown
from workbench.edges.site import write_site

HOUSE = House("The Desk", "https://desk.example")
Measured = tuple[str, float]


def verdict(number: int) -> PublishedVerdict:
    """A verdict of the size that reviewers write, with three pieces of evidence."""
    where = Citation(
        "Harbour log", "Post", "https://post.example/log", date(2024, 5, 2), "log.txt", 1, 0, 60
    )
    relations = ("corroborates", "conflicts", "context")
    return PublishedVerdict(
        claim_id=f"claim{number:08d}",
        claim=f"The storm sank {number} ships in the harbour, the harbour master said.",
        claimant="the harbour master",
        said_on=date(2024, 5, 2),
        citation=where,
        rating=DEFAULT_SCALE.ratings[number % len(DEFAULT_SCALE.ratings)],
        summary=f"The log lists {number} ships a day later.",
        rationale="The *log* is [public](https://log.example/).\n\n- first count\n- second count\n",
        evidence=tuple(
            EvidenceItem(relation, f"Ship number {number} was lost in the storm.", where, "seen", "Ada", True, relation)
            for relation in relations
        ),
        figures=(FigureRow("ships", number, None, "Post", date(2024, 5, 2)), FigureRow("ships", number, number, "Wire", None)),
        reviewer="Ada Marsh",
        second_reviewer="Bo Lind",
        decided_at=f"2024-05-{number % 28 + 1:02d}T10:00:00Z",
        history=(HistoryItem("2024-05-04T10:00:00Z", "Ada Marsh", "rated", "three sources"),),
    )  # fmt: skip


def timed(act: Callable[[], object]) -> float:
    """Seconds that an act takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def rendering(count: int, _: Path) -> Iterator[Measured]:
    """markdown-it-py alone, on the bodies of the same pages."""
    reader = MarkdownIt()
    bodies = (to_markdown(verdict(n)).split("---\n", 2)[2] for n in range(count))
    yield (
        "markdown-it-py renders the Markdown",
        sum(timed(lambda b=body: reader.render(b)) for body in bodies),
    )  # type: ignore[misc]


def markdown(count: int, folder: Path) -> Iterator[Measured]:
    """Markdown: first, and again with nothing changed."""
    export = lambda: write_markdown((verdict(n) for n in range(count)), folder, HOUSE)  # noqa: E731
    yield "Markdown export", timed(export)
    yield "Markdown export, nothing changed", timed(export)


def site(count: int, folder: Path) -> Iterator[Measured]:
    """The site: first, and again with nothing changed."""
    export = lambda: write_site(lambda: (verdict(n) for n in range(count)), folder, HOUSE)  # noqa: E731
    yield "site export", timed(export)
    yield "site export, nothing changed", timed(export)


RUNS = {run.__name__: run for run in (rendering, markdown, site)}


def measure(name: str, count: int) -> tuple[list[Measured], int]:
    """The measurements of one run, and the peak of memory (MB) of the process it ran in."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(RUNS[name](count, Path(folder) / "out"))
    return found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    base = 0.0
    for name in RUNS:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found, peak = pool.apply(measure, (name, count))
        for what, seconds in found:
            base = base or seconds
            print(
                f"| {what}, {count:,} | {seconds:.1f} s, {seconds / base:.2f} ×, peak {peak} MB |"
            )


if __name__ == "__main__":
    main()
