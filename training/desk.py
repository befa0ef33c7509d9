"""What a desk gets to see: claims of real articles, each with passages that were found for it.

The other sets pair texts that bear on each other. In a case most of what is found for a claim
only stands near it, so a model of those sets alone sees contradictions everywhere: of 72 that
it suggested here, 3 were any. Each pair was read by two who did not see each other's labels
nor any output (kappa .90); the few on which they differ are left out. Two thirds of the
stories are to fit; the last third (`held`) is only counted.

The labels are positions in the development data, so that no text of others is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from training.pairs import FILES, Labelled, read
from workbench.core.compare.bearings import Bearing, bearing

LABELS = Path(__file__).parent / "labels" / "desk_pairs.jsonl"


@dataclass(frozen=True, slots=True)
class Document:
    """An article of the development data; `group` is its story or incident."""

    id: str
    text: str
    group: str
    day: date | None = None


def pairs(folder: Path) -> Iterator[Labelled]:
    """The labelled pairs, held ones too; `id` says where both sides stand."""
    for row in read(LABELS):
        claim, passage = (" ".join(map(str, row[side])) for side in ("claim", "passage"))
        documents = _documents(folder)
        one, other = (documents[tuple(row[side][:2])] for side in ("claim", "passage"))
        yield Labelled(
            "desk", f"{claim} {passage}", _cut(one, row["claim"]), _cut(other, row["passage"]),
            row["label"], one.group, 0, row["held"],
        )  # fmt: skip


def sides(folder: Path, id: str) -> tuple[Bearing, Bearing]:
    """The two sides of a pair by its id, each as part of its article."""
    parts = id.split()
    return _side(folder, parts[:4]), _side(folder, parts[4:])


def _side(folder: Path, place: list[str]) -> Bearing:
    document = _documents(folder)[place[0], place[1]]
    start, end = int(place[2]), int(place[3])
    return bearing(document.text[start:end], article=document.id, start=start,
                   published=document.day)  # fmt: skip


def _cut(document: Document, place: list[str]) -> str:
    return document.text[int(place[2]) : int(place[3])]


@lru_cache(1)
def _documents(folder: Path) -> dict[tuple[str, ...], Document]:
    """(file, id in it) → article."""
    found = {}
    for row in read(folder / FILES["rumours"]):
        id = str(row["id"])
        found["rumours", id] = Document(f"rumours {id}", row["text"], row["claim"])
    for row in read(folder / FILES["tolls"]):
        for one in row["docs"]:
            id = str(one["doc_id"])
            found["tolls", id] = Document(
                f"tolls {id}", one["text"], str(row["incident_id"]), _day(one["dct"])
            )
    for row in read(folder / "war-reports.jsonl.gz"):
        id = str(row["id"])
        found["war-reports", id] = Document(
            f"war-reports {id}", row["text"], f"war {id}", _day(str(row["published"]))
        )
    return found


def _day(stated: str) -> date | None:
    try:
        return date.fromisoformat(stated[:10])
    except ValueError:
        return None
