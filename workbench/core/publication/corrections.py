"""What readers are told was changed of a verdict after it had left the house.

Read from the history of its claim. A change that was taken back before anybody
outside could see it is no correction; one that was published and then taken back is a
correction itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.core.publication import Correction
from workbench.core.verdicts.history import Change

RETRACTION = "retraction"
"""The class of a correction that takes the verdict back."""
FIELDS = ("rating", "summary", "rationale", "claimant", "unknown")
"""What a change of a verdict is described by, where nobody said why it was made."""
SIGHTED = ("rating", "summary", "claimant")
"""Of these, what changes the finding that readers took away."""

Document = Mapping[str, Any]


def corrections(history: Iterable[Change]) -> Iterator[Correction]:
    """The corrections of one claim's verdict, oldest first, from its history, oldest first."""
    published = False
    waiting = _Waiting()
    for change in history:
        if change.type == "publication":
            yield from waiting.taken()
            published = True
        elif published and change.type in {"verdict", RETRACTION}:
            waiting.take(change)
    yield from waiting.taken()


class _Waiting:
    """Changes that nobody outside has seen yet."""

    def __init__(self) -> None:
        self._seen: dict[int, Change] = {}
        self._gone: dict[int, Change] = {}
        """Entry that took a change back → that change."""

    def take(self, change: Change) -> None:
        """Put a change to the others; with what it takes back, both fall out."""
        undoes = change.undoes
        if undoes is not None and undoes in self._seen:
            self._gone[change.seq] = self._seen.pop(undoes)
        elif undoes is not None and undoes in self._gone:
            self._seen[change.seq] = self._gone.pop(undoes)
        else:
            self._seen[change.seq] = change

    def taken(self) -> Iterator[Correction]:
        """The corrections that these changes are; none of them waits any more."""
        yield from map(_correction, self._seen.values())
        self._seen, self._gone = {}, {}


def _correction(change: Change) -> Correction:
    before, after = change.before or {}, change.after
    if change.type == RETRACTION:
        return _of_retraction(change, after)
    if after.get("deleted"):
        reason = "The verdict was taken back."
        return Correction(change.at, change.by, reason, RETRACTION, before.get("rating", ""), "")
    given = after.get("correction", "") if change.undoes is None else ""
    return Correction(
        change.at, change.by, given or difference(before, after),
        (given and after.get("correction_class")) or class_of(before, after),
        before.get("rating", ""), after["rating"],
    )  # fmt: skip


def _of_retraction(change: Change, after: Document) -> Correction:
    if after.get("deleted"):
        return Correction(change.at, change.by, "The retraction was taken back.", "substantial")
    rating = after.get("rating", "")
    return Correction(change.at, change.by, after[RETRACTION], RETRACTION, rating, "")


def class_of(before: Document, after: Document) -> str:
    """How much a change of a verdict changes, where nobody said so."""
    if before.get("rating") != after.get("rating"):
        return "substantial"
    return "update" if any(before.get(n) != after.get(n) for n in SIGHTED) else "minor"


def difference(before: Document, after: Document) -> str:
    """What a change of a verdict changed, as a sentence."""
    if not before:
        return "The verdict was given again."
    names = [name for name in FIELDS if before.get(name) != after.get(name)]
    if "rating" in names:
        return f"The rating was changed from “{before['rating']}” to “{after['rating']}”."
    return f"Changed: {', '.join(names) or 'the verdict'}."
