"""How often an article's tolls are right: measured on a set of news reports of shootings.

    python benchmarks/tolls.py TOLLS.jsonl.gz [--misses killed|wounded] [--half 0|1]

Each line of the data is an incident with its final toll (`killed`, `injured`)
and its reports (`docs` with `title` and `text`). Printed for each half of the
incidents: the share of reports of incidents with at least one victim for which
a toll is answered, and the share right among those answered; and the time of
`find_figures` for 2,000 characters.
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.core.events.tolls import Toll, find_tolls
from workbench.core.reading.figures import find_figures
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, split

GOLD = {"killed": "killed", "wounded": "injured"}


def reports(path: Path) -> Iterator[tuple[int, dict[str, Any], dict[str, str]]]:
    """(half, incident, report) for every report."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            incident = json.loads(line)
            for report in incident["docs"]:
                yield number % 2, incident, report


def document_of(report: dict[str, str]) -> Document:
    return split(Article(report["doc_id"], report["text"], title=report["title"] or ""))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", choices=sorted(GOLD))
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    documents = [(half, i, r, document_of(r)) for half, i, r in reports(options.data)]
    began = time.process_time()
    figures = [find_figures(document) for _, _, _, document in documents]
    seconds = time.process_time() - began
    began = time.process_time()
    answers = [
        {toll.of: toll for toll in find_tolls(document, found)}
        for (_, _, _, document), found in zip(documents, figures, strict=True)
    ]
    toll_seconds = time.process_time() - began
    characters = sum(len(document.article.text) for _, _, _, document in documents)
    for of, key in GOLD.items():
        for half in (0, 1):
            rows = [
                (incident[key], answer.get(of), report)
                for (h, incident, report, _), answer in zip(documents, answers, strict=True)
                if h == half and incident[key] >= 1
            ]
            print(f"{of:8} half {half}: {table_row(rows)}")
            if options.misses == of and options.half in {None, half}:
                show_misses(rows)
    print(
        f"figures {2000e3 * seconds / characters:.2f} ms, tolls "
        f"{2000e3 * toll_seconds / characters:.2f} ms for 2,000 characters"
    )


def table_row(rows: list[tuple[int, Toll | None, dict[str, str]]]) -> str:
    answered = [(gold, toll) for gold, toll, _ in rows if toll]
    right = sum(toll.low == gold for gold, toll in answered)
    return (
        f"{len(rows):4} reports, answered {len(answered) / len(rows):.3f}, right "
        f"{right / max(1, len(answered)):.3f}"
    )


def show_misses(rows: list[tuple[int, Toll | None, dict[str, str]]]) -> None:
    for gold, toll, report in rows:
        if not toll or toll.low != gold:
            said = f"{toll.low} by {toll.rule} in {toll.passages}" if toll else "nothing"
            print(f"  {report['doc_id']}: {gold}, said {said} | {report['title']}")


if __name__ == "__main__":
    main()
