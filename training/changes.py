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


PARTIES = (
    "the Orlem council",
    "the Tessaro union",
    "Harwick",
    "Ostrava’s navy",
    "the miners",
    "Mara Voss",
    "the port authority",
    "Nils Berg",
    "the northern rebels",
    "the bank",
)
ACTS = (
    ("sued", "sued"), ("defeated", "defeated"), ("accused", "accused"), ("attacked", "attacked"),
    ("beat", "beaten"), ("praised", "praised"), ("visited", "visited"), ("bought", "bought"),
)  # fmt: skip
ENDS = ("", " in the valley", " on Monday", " over the contract", " after the election")
THINGS = (
    ("The {} of the ferry was {}.", ("captain", "owner", "cook"),
     ("Norwegian", "Danish", "Greek", "Turkish")),
    ("The suspect in the {} case is a {}.", ("Orlem", "Tessaro"),
     ("plumber", "dentist", "farmer", "pilot")),
    ("{1} is the {0} of the province.", ("capital", "largest port"),
     ("Orlem", "Tessaro", "Harwick")),
    ("The {} in Orlem was {} this year.", ("harvest", "mood", "fishing"),
     ("good", "bad", "poor", "excellent")),
    ("The road to {} is {} closed in winter.", ("Orlem", "Harwick"), ("often", "rarely", "never")),
    ("The talks will be held in {1} by the {0}.", ("union", "council"),
     ("Geneva", "Orlem", "Kigali")),
)  # fmt: skip


def invented() -> Iterator[Labelled]:
    """Who does what to whom, and what a thing is, with one thing exchanged: invented people."""
    chance = random.Random(8)
    for n in range(120):
        one, other = chance.sample(PARTIES, 2)
        (active, passive), end = chance.choice(ACTS), chance.choice(ENDS)
        told = _sentence(f"{one} {active} {other}{end}.")
        turned = chance.choice(
            (f"{other} {active} {one}{end}.", f"{one} was {passive} by {other}{end}.")
        )
        same = chance.choice(
            (
                f"{other} was {passive} by {one}{end}.",
                f"It was confirmed that {one} {active} {other}.",
            )
        )
        for passage, label in ((turned, CONFLICTS), (same, CORROBORATES)):
            yield Labelled("invented", f"act-{n}-{label}", told, _sentence(passage), label,
                           f"act{n}", 0, False)  # fmt: skip
    for n in range(90):
        frame, slots, values = chance.choice(THINGS)
        slot, (one, other) = chance.choice(slots), chance.sample(values, 2)
        yield Labelled("invented", f"is-{n}", frame.format(slot, one), frame.format(slot, other),
                       CONFLICTS, f"is{n}", 0, False)  # fmt: skip


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


__all__ = ["KEPT", "framed", "invented", "pairs"]
