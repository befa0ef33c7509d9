"""Links and verdicts as the screens and pages read them, and where a claim stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.core.evidence.anchors import Anchor
from workbench.core.verdicts.history import Change
from workbench.core.verdicts.records import content, digest
from workbench.core.verdicts.reviewer_names import same_person

RELATIONS = ("corroborates", "conflicts", "context")
"""What a reviewer can say a passage is to a claim."""

STATUSES = (
    "open", "in progress", "ready for review", "signed off", "published", "corrected", "retracted",
    "reopened",
)  # fmt: skip
"""Where a claim stands, in the order of the work.

"published" and "corrected" say what is out, whether or not a second reviewer has signed
it; "reopened" that what is out, or was signed, is not what was decided last, or that two
reviewers differ about it.
"""
BY_HAND = ("open", "in progress", "ready for review", "reopened")
"""Statuses that a person may set; the others follow from what was done."""
AWAITED = frozenset({"ready for review", "signed off", "published", "corrected", "reopened"})
"""Statuses in which a verdict that nobody else has signed waits for a second reviewer."""
CLASSES = ("minor", "update", "substantial")
"""How much a correction changes: a slip, something added, the finding itself."""

OWN_WORDS = ("wording", "chosen", "asked", "tools", "would_change")
"""What a verdict may say beside its finding; each stays until it is said otherwise."""
CORRECTABLE = ("title", "publisher", "url", "language", "published", "archive")
"""What a person can say of an article; `archive` is the address of a kept copy."""
NATURES = ("primary", "secondary")
"""Whether a source saw, made or decided what it tells of, or has it from others."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that a reviewer confirmed, anchored by quote and position.

    `nature` is one of NATURES or empty, `interest` what the source has to gain or lose.
    """

    id: str
    claim: str
    relation: str
    anchor: Anchor
    note: str
    by: str
    at: str
    revision: int
    nature: str = ""
    interest: str = ""

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Link":
        """Read a stored document of type "link"."""
        return cls(
            doc["id"], doc["claim"], doc["relation"], Anchor(**doc["anchor"]),
            doc.get("note", ""), doc["by"], doc["at"], doc["revision"],
            doc.get("nature", ""), doc.get("interest", ""),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer ruled on a claim.

    `anchor` is where the claim stood when it was ruled on; `revision` counts
    the versions of this verdict; `unknown` says what could not be found out, `order`
    which links (their ids) come first as evidence. `wording` is the claim in the house's
    own short words, `chosen` why it was checked, `asked` how the claimant was asked and what
    came of it, `tools` what it was checked with, `would_change` what would change the rating.
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
    wording: str = ""
    chosen: str = ""
    asked: str = ""
    tools: str = ""
    would_change: str = ""

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Verdict":
        """Read a stored document of type "verdict"."""
        return cls(
            doc["id"], doc["claim"], doc["rating"], doc["summary"], doc.get("rationale", ""),
            Anchor(**doc["anchor"]), doc.get("claimant", ""), doc["by"], doc["at"], doc["revision"],
            doc.get("unknown", ""), tuple(doc.get("order", ())),
            *(doc.get(name, "") for name in OWN_WORDS),
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
    `assignee` whoever it was given to. `unsigned` says that its verdict, published
    or not, waits for a second reviewer; `differs` that the second reviewer rated what
    it says otherwise.
    """

    status: str = "open"
    rating: str = ""
    links: int = 0
    reviewer: str = ""
    assignee: str = ""
    unsigned: bool = False
    differs: bool = False


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


Records = Mapping[str, Mapping[str, Any]]
"""Type → the record of that type of one claim, of those types that have one a claim."""


def _standing(found: Records, links: int) -> Standing:
    verdict, assignment = found.get("verdict", {}), found.get("assignment", {})
    status = _status(found)
    by_hand = status == "reopened" and _set_by_hand(found)
    signoff = found.get("signoff", {})
    signed = bool(verdict) and signs(signoff, verdict)
    return Standing(
        status,
        verdict.get("rating", ""),
        links,
        verdict.get("by", ""),
        assignment.get("assignment", ""),
        bool(verdict) and status in AWAITED and not by_hand and not signed,
        signed and not signoff["agrees"] and status != "retracted",
    )


def says(verdict: Mapping[str, Any]) -> str:
    """A digest of what a verdict says: the same again where a change of it was taken back.

    What was known to contradict its claim is no part of what it says.
    """
    return digest({k: v for k, v in content(verdict).items() if k != "weighed"})


def holds(mark: Mapping[str, Any] | None, verdict: Mapping[str, Any]) -> bool:
    """Whether a sign-off, publication or retraction is of the verdict as it stands."""
    if not mark:
        return False
    if said := mark.get("says"):
        return bool(said == says(verdict))
    return bool(mark["verdict_revision"] == verdict["revision"])


def signs(signoff: Mapping[str, Any] | None, verdict: Mapping[str, Any]) -> bool:
    """Whether a sign-off is of the verdict as it stands, and somebody else's than its own."""
    return holds(signoff, verdict) and not same_person((signoff or {})["by"], verdict["by"])


def _set_by_hand(found: Records) -> bool:
    """Whether somebody said where the claim stands after all that was done about it."""
    verdict, by_hand = found.get("verdict"), found.get("status")
    if not by_hand or not verdict:
        return bool(by_hand)
    done = [found[act]["at"] for act in ("signoff", "publication") if act in found]
    return bool(by_hand["at"] >= verdict["at"] and all(by_hand["at"] > at for at in done))


def _status(found: Records) -> str:
    """What was set by hand holds until the next verdict; else it follows from the work.

    A sign-off and a publication count for what the verdict said when they were made: a
    verdict changed afterwards stands open again. What was published and taken back is
    retracted, however it was taken back.
    """
    verdict, published = found.get("verdict"), found.get("publication")
    if published and _taken_back(verdict, found.get("retraction")):
        return "retracted"
    if _set_by_hand(found):
        return str(found["status"]["status"])
    if not verdict:
        return "in progress" if found.keys() & {"link", "assignment"} else "open"
    return _status_of(verdict, found)


def _taken_back(verdict: Mapping[str, Any] | None, retraction: Mapping[str, Any] | None) -> bool:
    """Whether a verdict is gone, or was retracted since it was given."""
    if not verdict or not retraction:
        return not verdict
    return holds(retraction, verdict) and bool(retraction["at"] >= verdict["at"])


def _status_of(verdict: Mapping[str, Any], found: Records) -> str:
    signed, published = found.get("signoff"), found.get("publication")
    if signed and signs(signed, verdict) and not signed["agrees"]:
        return "reopened"
    if published and holds(published, verdict) and not published.get("retracted"):
        return "corrected" if published.get("corrects") else "published"
    if signs(signed, verdict):
        return "signed off"
    return "reopened" if published else "ready for review"


def in_words(change: Change) -> str:
    """What a change left, in words for a reviewer; its action says what was done."""
    return record_in_words(change.after)


def restored_in_words(change: Change) -> str:
    """What stands again once a change is taken back, in words for a reviewer."""
    return record_in_words(change.before or {**change.after, "deleted": True})


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
        what = _plainly(doc.get(kind, doc["id"]))
    return f"{kind} taken away: {what}" if doc.get("deleted") else what


def _plainly(value: Any) -> str:
    """A value of a record without the signs of a program: {"text": "Body"} → "text: Body"."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_plainly(inner)}" for name, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_plainly, value))
    return str(value)


def versions_in_words(versions: Iterable[Mapping[str, Any]]) -> list[str]:
    """The versions of a disputed record, numbered from 1, each with who left it."""
    return [
        f"{number}. {doc['by']}, {doc['at']}: {record_in_words(doc)}"
        for number, doc in enumerate(versions, 1)
    ]


HIDDEN = "(hidden until your own review)"
"""What stands for the first reviewer's words where the second is still to rate."""
_RULING = ("rating", "summary", "rationale", "unknown", "correction")


def without_ruling(change: Change) -> Change:
    """A change of a verdict as a blind second reviewer may see it."""
    if change.type != "verdict":
        return change
    before = _hidden(change.before) if change.before else None
    return replace(change, before=before, after=_hidden(change.after))


def _hidden(doc: Mapping[str, Any]) -> dict[str, Any]:
    return {name: HIDDEN if name in _RULING and value else value for name, value in doc.items()}


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
