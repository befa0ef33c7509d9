"""What is about to leave the house: a verdict at hand, or one gathered only where it is needed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workbench import __version__
from workbench.core.publication import PublishedVerdict


@dataclass(frozen=True, slots=True)
class Due:
    """A verdict that is due to be published.

    `made` stands for everything that its pages depend on, beside house and templates:
    where it is as it was, nothing is gathered and no page rendered. One that is `held`
    does not leave: the page that was published of it before stays. If there is one, it is
    `out`, and `gather` gives it to the lists as it left then. `first_day` is when readers
    could first see it, of what is not out yet when it was decided.
    """

    claim_id: str
    claim: str
    made: str
    gather: Callable[[], PublishedVerdict]
    held: bool = False
    out: bool = False
    first_day: str = ""

    @property
    def listed(self) -> bool:
        """Whether the lists show it: what leaves now, and what has left before."""
        return self.out or not self.held


Outgoing = PublishedVerdict | Due
Verdicts = Callable[[], Iterable[Outgoing]]
"""All verdicts to publish; may be called again, so that they never stand in memory together."""


def due(v: Outgoing) -> Due:
    """The verdict as one that is due."""
    if isinstance(v, Due):
        return v
    return Due(v.claim_id, v.claim, fingerprint(v), lambda: v, first_day=v.first_day)


def gathered(verdicts: Verdicts) -> Iterator[PublishedVerdict]:
    """The verdicts that lists show, one at a time: those that leave, and those that are out."""
    return (d.gather() for d in map(due, verdicts()) if d.listed)


def fingerprint(*parts: object) -> str:
    """A digest of values that are equal exactly where their `repr` is."""
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def made_of(*parts: object) -> str:
    """The digest of what a verdict is made of: another version of the program makes it anew."""
    return fingerprint(program(), *parts)


@lru_cache(maxsize=1)
def program() -> str:
    """The program's version, and a digest of its code that gathers and renders.

    Between two releases the version stays the same, and the pages may not.
    """
    package, made = Path(__file__).parents[1], hashlib.sha256()
    for path in sorted([*(package / "core").rglob("*.py"), *(package / "case").rglob("*.py")]):
        made.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{__version__} {made.hexdigest()[:16]}"
