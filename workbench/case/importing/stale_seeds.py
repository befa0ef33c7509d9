"""Which seeds wait to be taken in: cheap to ask, for every command asks it first."""

from collections.abc import Iterable

from workbench.case.context import Parts
from workbench.edges.seeds import Seed

RULES_VERSION = "3"
"""Raised when a change of the rules makes the derived data of older cases stale."""


def made_with(parts: Parts) -> dict[str, str]:
    """What derived data depends on beside the seeds."""
    settings = parts.settings
    made = {"rules": RULES_VERSION, "weights": repr(sorted(settings.weights.items()))}
    if settings.columns:
        made["columns"] = repr(sorted(settings.columns.items()))
    return made


def is_stale(parts: Parts) -> bool:
    """Whether everything has to be derived again."""
    return parts.catalog.made_with() != made_with(parts)


def pending(parts: Parts, seeds: Iterable[Seed] | None = None) -> list[Seed]:
    """The seeds that the catalogue does not know as they are now; `seeds` if they are listed.

    A later version of a pending seed is pending too, so that the last version
    always ends as the current one.
    """
    known = {} if is_stale(parts) else parts.catalog.seeds()
    waiting: list[Seed] = []
    for seed in parts.seeds if seeds is None else seeds:
        later = bool(waiting) and waiting[-1].id == seed.id
        if later or known.get(parts.seeds.name(seed)) != (seed.size, seed.changed):
            waiting.append(seed)
    return waiting
