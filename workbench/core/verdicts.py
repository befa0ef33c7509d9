"""Links and verdicts as the screens and pages read them, and where a claim stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.anchors import Anchor
from workbench.core.history import Change

RELATIONS = ("corroborates", "conflicts", "context")
"""What a reviewer can say a passage is to a claim."""

STATUSES = ("open", "in progress", "ready for review", "signed off", "published", "reopened")
"""Where a claim stands, in the order of the work."""


CORRECTABLE = ("title", "publisher", "url", "language", "published")
"""Fields of an article that a person can correct."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that a reviewer confirmed, anchored by quote and position."""

    id: str
    claim: str
    relation: str
    anchor: Anchor
    note: str
    by: str
    at: str
    revision: int

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Link":
        """Read a stored document of type "link"."""
        return cls(
            doc["id"], doc["claim"], doc["relation"], Anchor(**doc["anchor"]),
            doc.get("note", ""), doc["by"], doc["at"], doc["revision"],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer ruled on a claim.

    `anchor` is where the claim stood when it was ruled on; `revision` counts
    the versions of this verdict.
    """

    id: str
    claim: str
    rating: str
    summary: str
    rationale: str
    anchor: Anchor
    claimant: str
    by: str
    at: str
    revision: int

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Verdict":
        """Read a stored document of type "verdict"."""
        return cls(
            doc["id"], doc["claim"], doc["rating"], doc["summary"], doc.get("rationale", ""),
            Anchor(**doc["anchor"]), doc.get("claimant", ""), doc["by"], doc["at"], doc["revision"],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands: its status, and the rating of its verdict if it has one."""

    status: str = "open"
    rating: str = ""
    links: int = 0


OPEN = Standing()


def standings(documents: Iterable[Mapping[str, Any]]) -> dict[str, Standing]:
    """Claim id → standing, for every claim that has documents; others are `OPEN`.

    A status that somebody set holds. Otherwise a claim with a verdict is ready
    for review, and one with links is in progress.
    """
    set_by_hand: dict[str, str] = {}
    ratings: dict[str, str] = {}
    links: dict[str, int] = {}
    for doc in documents:
        claim = doc.get("claim") or ""
        if doc["type"] == "verdict":
            ratings[claim] = doc["rating"]
        elif doc["type"] == "link":
            links[claim] = links.get(claim, 0) + 1
        elif doc["type"] == "status":
            set_by_hand[claim] = doc["status"]
    return {
        claim: Standing(
            set_by_hand.get(claim) or ("ready for review" if claim in ratings else "in progress"),
            ratings.get(claim, ""),
            links.get(claim, 0),
        )
        for claim in {**links, **ratings, **set_by_hand}
    }


def in_words(change: Change) -> str:
    """What a change left, in words for a reviewer; its action says what was done."""
    doc = change.after
    if change.type == "link":
        what = f"{doc['relation']}: {doc['anchor']['quote']}"
    elif change.type == "verdict":
        what = f"{doc['rating']}: {doc['summary']}"
    elif change.type == "article":
        what = ", ".join(f"{name} {doc[name]}" for name in CORRECTABLE if name in doc)
    else:
        what = str(doc.get(change.type, change.id))
    return f"{change.type} taken away: {what}" if doc.get("deleted") else what


def change_json(change: Change) -> dict[str, Any]:
    """A change in the shape of `workbench history --format jsonl`."""
    return {
        "seq": change.seq,
        "at": change.at,
        "by": change.by,
        "action": change.action,
        "type": change.type,
        "id": change.id,
        "claim": change.claim,
        "before": change.before,
        "after": change.after,
        "undoes": change.undoes,
        "hash": change.hash,
    }
