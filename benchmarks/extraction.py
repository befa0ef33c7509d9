"""Side by side on labelled pages: the workbench's reader and trafilatura's own settings.

    python benchmarks/extraction.py PAGES.jsonl.gz

Each line of PAGES is {"id","url","html","body"}. Text is scored as the article
extraction benchmark of Zyte does it: precision and recall of runs of four words,
averaged over pages, and their F1. `page_days.json` beside this file has the days of
publication of the pages of that benchmark: the day that a page states in its data and
in its text, looked at by hand where the two differ; a page that states none is left out.
"""

import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import htmldate
import trafilatura

from workbench.edges.readers.html_body import page_of

RUN = 4
WORD = re.compile(r"\w+")
DAYS = Path(__file__).with_name("page_days.json")

Page = dict[str, Any]


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Every run of RUN words of a text, counted; one shorter run for a shorter text."""
    words = WORD.findall(text)
    starts = range(max(1, len(words) - RUN + 1)) if words else ()
    return Counter(tuple(words[i : i + RUN]) for i in starts)


def score(true: list[str], found: list[str]) -> tuple[float, float, float]:
    """(precision, recall, F1) over pages."""
    precisions, recalls = [], []
    for wanted, given in zip(map(runs, true), map(runs, found), strict=True):
        shared = sum((wanted & given).values())
        if given:
            precisions.append(shared / given.total())
        if wanted:
            recalls.append(shared / wanted.total())
    precision, recall = statistics.mean(precisions or [0]), statistics.mean(recalls or [0])
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def texts_of(extract: Callable[[str], str | None], pages: list[Page]) -> tuple[list[str], float]:
    """(texts, milliseconds a page); one page is read beforehand, to load what is needed."""
    extract(pages[0]["html"])
    begun = time.perf_counter()
    texts = [extract(page["html"]) or "" for page in pages]
    return texts, 1000 * (time.perf_counter() - begun) / len(pages)


def days(pages: list[Page]) -> Iterator[tuple[Page, str]]:
    """Pages with the day that is known of them."""
    known: dict[str, str] = json.loads(DAYS.read_text(encoding="utf-8"))
    for page in pages:
        if page["id"] in known:
            yield page, known[page["id"]]


def main(source: str) -> None:
    """Print both tables."""
    with gzip.open(Path(source), "rt", encoding="utf-8") as lines:
        pages: list[Page] = [json.loads(line) for line in lines]
    readers: dict[str, Callable[[str], str | None]] = {
        "workbench": lambda html: page_of(html).text,
        "trafilatura": trafilatura.extract,
        "trafilatura, fast": lambda html: trafilatura.extract(html, fast=True),
        "trafilatura, no comments": lambda html: trafilatura.extract(html, include_comments=False),
    }
    print(f"{len(pages)} pages\n\n| reader | precision | recall | F1 | empty | ms a page |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, extract in readers.items():
        texts, spent = texts_of(extract, pages)
        precision, recall, f1 = score([page["body"] for page in pages], texts)
        empty = sum(not text for text in texts)
        print(f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {empty} | {spent:.0f} |")
    dated = list(days(pages))
    finders: dict[str, Callable[[Page], object]] = {
        "workbench": lambda page: page_of(page["html"], page["url"]).published,
        "workbench, address not known": lambda page: page_of(page["html"]).published,
        "htmldate": lambda page: htmldate.find_date(
            page["html"], original_date=True, url=page["url"]
        ),
        "htmldate, address not known": lambda page: htmldate.find_date(
            page["html"], original_date=True
        ),
    }
    print(f"\n{len(dated)} pages with a known day\n\n| finder | right |\n| --- | --- |")
    for name, find in finders.items():
        right = sum(str(find(page)) == day for page, day in dated)
        print(f"| {name} | {right} ({right / max(1, len(dated)):.3f}) |")


if __name__ == "__main__":
    main(sys.argv[1])
