"""Passages of one source as one row, so that ten copies do not look like ten sources."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.core.candidates.rerank import Candidate
    from workbench.core.evidence.anchors import Anchor


@dataclass(frozen=True, slots=True)
class Folded:
    """The rows to show; `more` says how many a group has beside its first, best one."""

    rows: "list[Candidate]"
    more: Mapping[str, int]


def folded(
    found: "Sequence[Candidate]", opened: Collection[str], kept: Collection[str] = ()
) -> Folded:
    """The first of each independence group, all of the `opened` ones, and what is `kept`.

    `opened` are names of groups, `kept` places (`article:start-end`) that are shown
    in any case.
    """
    rows: list[Candidate] = []
    sizes: dict[str, int] = {}
    for candidate in found:
        group = candidate.group
        sizes[group] = sizes.get(group, 0) + 1
        if sizes[group] == 1 or group in opened or place_of(candidate) in kept:
            rows.append(candidate)
    return Folded(rows, {group: size - 1 for group, size in sizes.items() if size > 1})


def place_of(passage: "Candidate | Anchor") -> str:
    """What names a passage: its place."""
    return f"{passage.article}:{passage.start}-{passage.end}"
