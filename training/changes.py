"""Pairs made on purpose: real sentences with one thing changed, and kept or reworded."""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.pairs import CONFLICTS, CONTEXT, CORROBORATES, FILES, Labelled, read

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "quality"))
from changes import CHANGED, KEPT, _changes

MOST = 40
"""Sentences of each change."""


def pairs(folder: Path) -> Iterator[Labelled]:
    """Sentences of the shootings' reports, every seventh, against their changes."""
    from training.measures import sentences  # noqa: PLC0415

    rows = list(read(folder / FILES["tolls"]))
    random.Random(5).shuffle(rows)
    count: Counter[str] = Counter()
    for row in rows[:150]:
        for quote in sentences(row["docs"][0]["text"])[::3]:
            for name, other in _changes(quote):
                if count[name] < MOST:
                    count[name] += 1
                    changed = name in CHANGED
                    yield Labelled(
                        "changed" if changed else "kept", f"{name}-{count[name]}", quote, other,
                        CONFLICTS if changed else CORROBORATES, str(row["incident_id"]), 0, False,
                    )  # fmt: skip


UNTRUE = (
    "Reports that {} are false.", "It is a hoax that {}.", "There is no evidence that {}.",
    "Officials denied that {}.", "The agency debunked rumours that {}.", "It is not true that {}.",
    "Claims that {} are untrue, the ministry said.", "There is no truth to the report that {}.",
    "A spokeswoman dismissed claims that {}.", "The story that {} is a hoax.", "No, {}.",
    "The rumour that {} was debunked by experts.", "Investigators found no proof that {}.",
)  # fmt: skip
LEFT_OPEN = (
    "Officials declined to comment on reports that {}.", "It is unclear whether {}.",
    "Police could not confirm that {}.", "Did it happen that {}?",
    "The department did not respond to questions about whether {}.",
    "It would be a disaster if {}.", "The agency neither confirmed nor denied that {}.",
)  # fmt: skip
TOLD_TOO = ("Officials confirmed that {}.", "According to the report, {}.", "It is true that {}.")
FRAMED = {CONFLICTS: UNTRUE, CONTEXT: LEFT_OPEN, CORROBORATES: TOLD_TOO}
FRAMED_EACH = 25


def framed(folder: Path) -> Iterator[Labelled]:
    """Sentences as they stand against themselves in a frame that turns them round, leaves
    them open, or says them again."""
    from training.measures import sentences  # noqa: PLC0415

    rows = list(read(folder / FILES["tolls"]))
    random.Random(6).shuffle(rows)
    found = (
        (q, str(row["incident_id"]))
        for row in rows
        for q in sentences(row["docs"][0]["text"])[:4]
        if 30 < len(q) < 140
        and q[0].isupper()
        and q.endswith(".")
        and '"' not in q
        and "“" not in q
    )
    for label, frames in FRAMED.items():
        for n in range(FRAMED_EACH * len(frames)):
            quote, group = next(found, ("", ""))
            if not quote:
                return
            inner = quote[:-1] if quote.split()[1][:1].isupper() else quote[0].lower() + quote[1:-1]
            passage = frames[n % len(frames)].format(inner)
            yield Labelled("framed", f"{label}-{n}", quote, passage, label, group, 0, False)


__all__ = ["KEPT", "framed", "pairs"]
