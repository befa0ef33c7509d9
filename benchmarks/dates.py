"""Measure the dates signal on labelled news texts and print a small table.

    python -m benchmarks.dates FILE.jsonl.gz [--misses] [--half 0|1]

Each line of FILE is a text with its day of creation (`dct`) and its time
expressions (`timexes` with start, end, type and a TimeML value). Counted are
expressions of type DATE whose value is a day, a month or a year: found means
that a mention overlaps one, right that its days are those the value denotes.
False mentions overlap no time expression of any type. The two halves are the
even and the odd texts, so that one can be held out while rules are tuned.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from workbench.core.reading.dates import spans as cal
from workbench.core.reading.dates.mentions import find_dates
from workbench.core.reading.model import DateMention
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

SCORED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def denoted(value: str) -> cal.Span | None:
    """The days of a TimeML value of day, month or year form."""
    match = SCORED.match(value)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return cal.a_day(year, month, day)
    return cal.a_month(year, month) if month else cal.a_year(year)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The labelled texts of a gzip JSONL file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def judged(row: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any] | DateMention, Any]]:
    """What became of each scored expression, and the false mentions, of one text."""
    article = Article("text", row["text"], published=date.fromisoformat(row["dct"][:10]))
    mentions = [m for ms in find_dates(split(article)) for m in ms]
    for timex in row["timexes"]:
        days = denoted(timex["value"]) if timex["type"] == "DATE" else None
        if days is None:
            continue
        over = [m for m in mentions if m.start < timex["end"] and timex["start"] < m.end]
        right = any((m.from_, m.to) == days for m in over)
        yield ("right" if right else "wrong" if over else "missed"), timex, over
    for mention in mentions:
        if not any(mention.start < t["end"] and t["start"] < mention.end for t in row["timexes"]):
            yield "false", mention, None


def measure(rows: list[dict[str, Any]], misses: bool) -> dict[str, int]:
    """Count outcomes over some texts; print each that is not right if asked."""
    counts = dict.fromkeys(("right", "wrong", "missed", "false"), 0)
    for row in rows:
        for outcome, what, over in judged(row):
            counts[outcome] += 1
            if misses and outcome != "right":
                _show(outcome, row, what, over)
    return counts


def _show(outcome: str, row: dict[str, Any], what: Any, over: Any) -> None:
    start, end = (what.start, what.end) if outcome == "false" else (what["start"], what["end"])
    text = row["text"].replace("\n", " ")
    print(
        f"{outcome:7}{row['dct'][:10]} {what.rule if outcome == 'false' else what['value']} | "
        f"{text[max(0, start - 60) : start]}[[{text[start:end]}]]{text[end : end + 30]}",
        *(f"<{m.text}: {m.from_}..{m.to} {m.rule}>" for m in over or ()),
    )


def main() -> None:
    """Print found, right, false mentions and the time per text, for each half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    rows = rows_of(options.file)
    print("half   scored  found  right  false  mentions' time per 2 kB")
    for half in (0, 1) if options.half is None else (options.half,):
        counts = measure(rows[half::2], options.misses)
        found = counts["right"] + counts["wrong"]
        total = found + counts["missed"]
        print(
            f"{('even', 'odd')[half]:6}{total:7}{found / total:7.3f}{counts['right'] / found:7.3f}"
            f"{counts['false']:7}{_pace(rows[half::2]):10.2f} ms"
        )


def _pace(rows: list[dict[str, Any]]) -> float:
    """Milliseconds that the signal takes for 2,000 characters, sentences already split."""
    documents = [
        split(Article("text", row["text"], published=date.fromisoformat(row["dct"][:10])))
        for row in rows
    ]
    begun = time.process_time()
    for document in documents:
        find_dates(document)
    spent = time.process_time() - begun
    return 1000 * spent * 2000 / sum(len(row["text"]) for row in rows)


if __name__ == "__main__":
    main()
