"""One durable change and opening a case, beside plain TinyDB and json.load.

    python benchmarks/store.py [VERDICTS]        (default 100,000)

Prints one line a measurement: what, seconds, and the ratio to what it is held to.
"""

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import tinydb

from workbench.core.verdicts.records import Document
from workbench.edges.store import VerdictStore, open_store

AT = "2026-03-02T12:00:00Z"


def verdict(number: int) -> Document:
    """A verdict of the size that reviewers write: about 700 bytes of JSON."""
    return {
        "type": "verdict",
        "id": f"claim-{number:06d}",
        "claim": f"claim-{number:06d}",
        "rating": ("true", "mostly true", "half true", "false")[number % 4],
        "summary": f"Report {number} is borne out by two of the three lists that were looked at.",
        "rationale": f"The first list gives {number}, the second a little more. " * 5,
        "evidence": [{"link": f"link-{number}-{i}", "relation": "corroborates"} for i in range(2)],
        "reviewer": "Ada Marsh",
    }


def seconds(act: Callable[[], object], times: int) -> float:
    """Median time of an act, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def filled(folder: Path, size: int) -> VerdictStore:
    """A store with `size` verdicts, saved as one group and closed once."""
    store = open_store(folder)
    store.put_many([(verdict(n), 0) for n in range(size)], by="Ada Marsh", at=AT, action="verdict")
    store.close()
    return open_store(folder)


def change(store: VerdictStore, size: int) -> Callable[[], object]:
    """An act that changes one verdict, another each time."""
    numbers = iter(range(size))

    def act() -> object:
        doc = store.get("verdict", f"claim-{next(numbers):06d}")
        assert doc is not None
        return store.put({**doc, "rating": "outdated"}, doc["revision"], by="Ben", at=AT)

    return act


def plain_change(path: Path, size: int) -> float:
    """Seconds for TinyDB's own storage to insert one document into `size` of them."""
    table = {str(n): verdict(n) for n in range(1, size + 1)}
    path.write_text(json.dumps({"_default": table}), encoding="utf-8")
    with tinydb.TinyDB(path) as database:
        database.table("_default")
        return seconds(lambda: database.insert(verdict(0)), 2)


def opening(folder: Path) -> float:
    """Seconds to open a store and read one record."""

    def act() -> None:
        store = open_store(folder)
        assert store.get("verdict", "claim-000007")
        store.close()
        gc.collect()

    return seconds(act, 3)


def loading(path: Path, records: list[Document]) -> float:
    """Seconds of json.load for the same records."""
    path.write_text(json.dumps(records), encoding="utf-8")

    def act() -> None:
        with path.open(encoding="utf-8") as file:
            json.load(file)
        gc.collect()

    return seconds(act, 3)


def main() -> None:
    """Measure and print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        start = time.perf_counter()
        large = filled(folder / "large", size)
        report(f"{size} verdicts saved as one group", time.perf_counter() - start)
        small = filled(folder / "small", 1000)
        at_small = seconds(change(small, 1000), 500)
        at_large = seconds(change(large, size), 500)
        report("one change at 1,000 verdicts", at_small)
        report(f"one change at {size} verdicts", at_large, at_large / at_small, "of that at 1,000")
        plain = plain_change(folder / "plain.json", size)
        report(f"TinyDB's JSONStorage at {size}", plain, plain / at_large, "of our change")
        load = loading(folder / "records.json", large.query())
        large.compact()
        large.close()
        report("json.load of the records", load)
        opened = opening(folder / "large")
        report("opening with a snapshot", opened, opened / load, "of json.load")
        (folder / "large" / "snapshot.json").unlink()
        opened = opening(folder / "large")
        report("opening from the journal alone", opened, opened / load, "of json.load")


def report(what: str, taken: float, ratio: float = 0.0, of: str = "") -> None:
    """Print one measurement."""
    print(f"{what:45} {taken:10.5f} s" + (f"  {ratio:10.2f} × {of}" if of else ""), flush=True)


if __name__ == "__main__":
    main()
