"""Which columns of a table hold an article's fields, as a person said at import.

It is kept with the decisions, so that the tables read the same from `seeds/` again.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.case.context import Parts
from workbench.edges.settings import columns_named

WITH_TABLES = frozenset((".csv", ".tsv", ".tab", ".zip", ".gz"))
"""Suffixes of seeds that are tables or may hold some."""

TYPE = "columns"


class Columns:
    """The columns of each seed."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._named: dict[str, dict[str, Any]] = {d["id"]: d for d in parts.store.query(TYPE)}

    def of(self, seed: str) -> Mapping[str, str]:
        """What was said for a seed, or else for the case."""
        found = self._named.get(seed)
        return found[TYPE] if found else self._parts.settings.columns

    def said_for(self, seed: str) -> bool:
        """Whether a person named columns for this very seed, rather than for all of a case."""
        return seed in self._named

    def name(self, seeds: Iterable[str], columns: Mapping[str, str]) -> set[str]:
        """Put columns on record for seeds; those for which that is new. Raises UsageError."""
        said = columns_named(dict(columns))
        if not said:
            return set()
        changed = [seed for seed in sorted(seeds) if self.of(seed) != said]
        docs: list[tuple[dict[str, Any], int]] = []
        for seed in changed:
            stored = self._named.get(seed, {"type": TYPE, "id": seed, "claim": None, "revision": 0})
            docs.append(({**stored, TYPE: said}, stored["revision"]))
        if docs:
            self._parts.store.put_many(
                docs,
                by=self._parts.reviewer,
                at=self._parts.now(),
                action="columns named at import",
            )
        self._named = {d["id"]: d for d in self._parts.store.query(TYPE)}
        return set(changed)
