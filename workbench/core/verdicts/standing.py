"""Links and verdicts as the screens and pages read them, and where a claim stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.core.evidence.anchors import Anchor
from workbench.core.verdicts.history import Change

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
    the versions of this verdict; `unknown` says what could not be found out, `order`
    which links (their ids) come first as evidence.
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
    unknown: str = ""
    order: tuple[str, ...] = ()

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Verdict":
        """Read a stored document of type "verdict"."""
        return cls(
            doc["id"], doc["claim"], doc["rating"], doc["summary"], doc.get("rationale", ""),
            Anchor(**doc["anchor"]), doc.get("claimant", ""), doc["by"], doc["at"], doc["revision"],
            doc.get("unknown", ""), tuple(doc.get("order", ())),
        )  # fmt: skip


def in_order(links: Iterable[Link], order: Sequence[str]) -> list[Link]:
    """The links that an order names, as it has them, then the others as they came."""
    places = {id: place for place, id in enumerate(order)}
    return sorted(links, key=lambda link: places.get(link.id, len(places)))


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a claim; `question` where it waits for an answer."""

    id: str
    claim: str
    text: str
    question: bool
    by: str
    at: str

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Note":
        """Read a stored document of type "note"."""
        return cls(doc["id"], doc["claim"], doc["note"], doc["question"], doc["by"], doc["at"])


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands.

    `rating` is that of its verdict, if it has one, `reviewer` who gave it;
    `assignee` whoever it was given to.
    """

    status: str = "open"
    rating: str = ""
    links: int = 0
    reviewer: str = ""
    assignee: str = ""


OPEN = Standing()


def standings(documents: Iterable[Mapping[str, Any]]) -> dict[str, Standing]:
    """Claim id → standing, for every claim that has documents; others are `OPEN`."""
    by_claim: dict[str, dict[str, Mapping[str, Any]]] = {}
    links: dict[str, int] = {}
    for doc in documents:
        claim = doc.get("claim")
        if claim:
            by_claim.setdefault(claim, {})[doc["type"]] = doc
            links[claim] = links.get(claim, 0) + (doc["type"] == "link")
    return {claim: _standing(found, links[claim]) for claim, found in by_claim.items()}


def _standing(found: Mapping[str, Mapping[str, Any]], links: int) -> Standing:
    verdict, assignment = found.get("verdict", {}), found.get("assignment", {})
    return Standing(
        _status(found),
        verdict.get("rating", ""),
        links,
        verdict.get("by", ""),
        assignment.get("assignment", ""),
    )


def _status(found: Mapping[str, Mapping[str, Any]]) -> str:
    """What was set by hand holds until the next verdict; else it follows from the work.

    A sign-off and a publication count for the revision of the verdict that they
    were made of: a verdict changed afterwards stands open again.
    """
    verdict, by_hand = found.get("verdict"), found.get("status")
    if by_hand and (not verdict or by_hand["at"] >= verdict["at"]):
        return str(by_hand["status"])
    if not verdict:
        return "in progress" if found.keys() & {"link", "assignment"} else "open"
    published, signed = found.get("publication"), found.get("signoff")
    if published:
        current = published["verdict_revision"] == verdict["revision"]
        return "published" if current else "reopened"
    if signed and signed["verdict_revision"] == verdict["revision"]:
        return "signed off" if signed["agrees"] else "reopened"
    return "ready for review"


def in_words(change: Change) -> str:
    """What a change left, in words for a reviewer; its action says what was done."""
    return record_in_words(change.after)


def record_in_words(doc: Mapping[str, Any]) -> str:
    """What a record says, in words for a reviewer."""
    kind = doc["type"]
    if kind == "link":
        what = f"{doc['relation']}: {doc['anchor']['quote']}"
    elif kind == "verdict":
        what = f"{doc['rating']}: {doc['summary']}"
    elif kind == "article":
        what = ", ".join(f"{name} {doc[name]}" for name in CORRECTABLE if name in doc)
    elif kind == "signoff":
        instead = "" if doc["agrees"] else f" instead of {doc['first_rating']}"
        what = f"{doc['rating']}{instead}"
    elif kind == "checked":
        what = f"{doc['publisher'] or 'somebody'} rated it {doc['rating']}: {doc['reviewed']}"
    else:
        what = str(doc.get(kind, doc["id"]))
    return f"{kind} taken away: {what}" if doc.get("deleted") else what


def versions_in_words(versions: Iterable[Mapping[str, Any]]) -> list[str]:
    """The versions of a disputed record, numbered from 1, each with who left it."""
    return [
        f"{number}. {doc['by']}, {doc['at']}: {record_in_words(doc)}"
        for number, doc in enumerate(versions, 1)
    ]


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
