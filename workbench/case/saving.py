"""Saving one record under this process's reviewer, with a plain word where it is refused."""

from typing import Any

from workbench.case.context import Parts
from workbench.errors import StaleRevision, UsageError


def save(parts: Parts, doc: dict[str, Any], expected: int, action: str) -> dict[str, Any]:
    """The record as it was stored.

    Raises StaleRevision when somebody saved it in between, UsageError when two
    copies of the case left it with two versions, of which one has to be chosen first.
    """
    try:
        return parts.store.put(doc, expected, by=parts.reviewer, at=parts.now(), action=action)
    except StaleRevision as stale:
        for dispute in parts.store.conflicts(doc.get("claim")):
            if (dispute.type, dispute.id) == (doc["type"], doc["id"]):
                authors = " and ".join(str(version["by"]) for version in dispute.versions)
                raise UsageError(
                    f"{dispute.type} {dispute.id} has a version each by {authors}; "
                    f"`workbench settle {dispute.type}/{dispute.id}` decides first"
                ) from stale
        raise
