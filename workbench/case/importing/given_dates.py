"""The day that a user names at an import, kept as a decision: it is nowhere in the sources."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from workbench.case.context import Parts


def record_dates(parts: Parts, ids: Sequence[str], published: date) -> None:
    """Put the day on record for each of the articles that took it."""
    docs: list[tuple[dict[str, Any], int]] = [
        ({"type": "article", "id": id, "claim": None, "published": published.isoformat()}, 0)
        for id in ids
    ]
    parts.store.put_many(docs, by=parts.reviewer, at=parts.now(), action="date given at import")
