"""Fit the weights by which two articles are taken to report one event.

    python training/event.py DEVDATA [--write]

DEVDATA holds `tolls` (reports of shootings by incident), `rumours` (bodies by rumour) and
`war-reports` (reports of one war; those of one place on neighbouring days are taken for one event,
those of other places and days for others, which is rough). A third of the incidents, rumours and
places is never fitted on nor read; the figures are of that third. Needs the group `training`.
"""

import argparse
import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from workbench.core.events.event import (
    FEATURES,
    SAME_EVENT,
    Rarity,
    Trace,
    features,
    trace_of,
    weighed,
)
from workbench.core.reading.dates.mentions import find_dates
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

SETS = ("tolls", "rumours", "war-reports")
TABLE = Path(__file__).parents[1] / "workbench/core/events/event_weights.json"
MOST_SHARING = 60
"""Articles that share a name up to which they are looked at as a pair, as in a case."""
HELD_OUT = 2
"""The third that is only scored."""


class Report(NamedTuple):
    """An article with its event (place and day, in a war; story and claim, of a rumour) and its
    third, 0–2."""

    trace: Trace
    event: tuple[str, ...]
    third: int


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The lines of a set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def reports(folder: Path, name: str) -> list[Report]:
    """The articles of a set."""
    if name == "tolls":
        return [
            _report(d["doc_id"], d["title"], d["text"], d["dct"], (row["incident_id"],))
            for row in rows(folder, name)
            for d in row["docs"]
        ]
    if name == "rumours":
        return [
            _report(r["id"], "", r["text"], "", (f"story {r['fold']}", r["claim"], ""))
            for r in rows(folder, name)
        ]
    return [
        _report(r["id"], r["title"], r["text"], r["published"], (r["location"], r["published"]))
        for r in rows(folder, name)
    ]


def _report(id: str, title: str, text: str, day: str, event: tuple[str, ...]) -> Report:
    published = date.fromisoformat(day[:10]) if day else None
    article = Article(id, text, title, published=published)
    dates = [d for found in find_dates(split(article)) for d in found]
    third = int(hashlib.sha256(event[0].encode()).hexdigest(), 16) % 3
    return Report(trace_of(article, dates), event, third)


def is_one(one: Report, other: Report) -> bool | None:
    """Whether two reports are of one event; None where the set does not tell."""
    if len(one.event) == 1:
        return one.event == other.event
    if len(one.event) == 3:  # claims of one fold may be of one story
        return True if one.event == other.event else None if one.third == other.third else False
    (place, day), (there, then) = one.event, other.event
    apart = abs((date.fromisoformat(day) - date.fromisoformat(then)).days)
    if place == there and apart <= 1 and place not in {"", "syria"}:
        return True
    return False if apart > 7 or (place != there and apart > 2) else None


def pairs(found: list[Report]) -> Iterator[tuple[Report, Report, tuple[float, ...]]]:
    """The pairs that share a name which is not too common, with their features."""
    counts = Counter(t for r in found for t in {*r.trace.names, *r.trace.words})
    rarity = Rarity(len(found), counts)
    sharing: dict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(found):
        for name in report.trace.names:
            if counts[name] <= MOST_SHARING:
                sharing[name].append(number)
    known = [weighed(report.trace, rarity) for report in found]
    near = {pair for numbers in sharing.values() for pair in combinations(numbers, 2)}
    for a, b in sorted(near):
        yield found[a], found[b], features(known[a], known[b])


def main() -> None:
    """Fit, print the figures of the third that was held out, and write the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    values, labels, held, names, weights = [], [], [], [], []
    for name in SETS:
        found = [
            (f, label, HELD_OUT in {a.third, b.third})
            for a, b, f in pairs(reports(given.folder, name))
            if (label := is_one(a, b)) is not None
        ]
        fitted = sum(not out for _, _, out in found)
        for f, label, out in found:
            values.append(f), labels.append(label), held.append(out), names.append(name)
            weights.append(10_000 / fitted)  # every set counts alike
    x, y, out, of = map(np.array, (values, labels, held, names))
    model = LogisticRegression(max_iter=2000)
    model.fit(x[~out], y[~out], sample_weight=np.array(weights)[~out])
    surely = model.predict_proba(x)[:, 1] >= SAME_EVENT
    figures = {}
    for name in SETS:
        here = out & (of == name)
        right = int((y & surely & here).sum())
        figures[name] = {
            "precision": round(right / max(1, int((surely & here).sum())), 3),
            "recall": round(right / int((y & here).sum()), 3),
            "pairs": int(here.sum()),
        }
    print(json.dumps(figures, indent=1))
    if given.write:
        _write(given.folder, model, figures)


def _write(folder: Path, model: LogisticRegression, figures: dict[str, Any]) -> None:
    digest = {
        name: hashlib.sha256((folder / f"{name}.jsonl.gz").read_bytes()).hexdigest()
        for name in SETS
    }
    table = {
        "made by": "training/event.py",
        "on": date.today().isoformat(),
        "data": digest,
        "held out": figures,
        "base": round(float(model.intercept_[0]), 4),
        "weights": {
            name: round(float(weight), 4)
            for name, weight in zip(FEATURES, model.coef_[0], strict=True)
        },
    }
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
