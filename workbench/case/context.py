"""What an open case consists of: the edges that its verbs work through."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workbench.edges.catalog import Catalog
from workbench.edges.catalog.findings import Findings
from workbench.edges.catalog.traces import Traces
from workbench.edges.index import PassageIndex
from workbench.edges.inside import Inside
from workbench.edges.seeds import Seeds
from workbench.edges.settings import Settings
from workbench.edges.store import VerdictStore

Progress = Callable[[str, int, int], None]
"""Called with (what is being done, done so far, total) from the working thread."""

Cancelled = Callable[[], bool]
"""Asked between articles; True ends long work at the next whole step."""


DERIVED = ".workbench"
"""The folder of derived data: deleting it costs time, never work."""
DRAFTS = "drafts"
"""The folder in it that is kept when the rest is made again: what is being written."""


def clear_derived(folder: Path) -> None:
    """Delete all that can be made again in a case; drafts cannot. Raises CaseUnsafe."""
    (Inside(folder, ()) / DERIVED).clear(keep=frozenset({DRAFTS}))


def published_folder(folder: Path) -> Inside:
    """Where the publications of a case go unless the user names another place."""
    return Inside(folder, ("claims", "published"))


def utc_now() -> str:
    """The present moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


@dataclass(slots=True)
class Parts:
    """The parts of one case, shared by its verbs.

    `reviewer` is who decides in this process; `now` gives the time of a
    decision, so that tests can set the clock. `notices` waits to be read to the user.
    """

    folder: Path
    reviewer: str
    settings: Settings
    seeds: Seeds
    catalog: Catalog
    index: PassageIndex
    store: VerdictStore
    findings: Findings
    traces: Traces
    now: Callable[[], str] = utc_now
    notices: list[str] = field(default_factory=list)
    nameless: bool = False
    """Whether nobody said who decides here, and the login stands for a name."""

    @property
    def inside(self) -> Inside:
        """The case's folder, from which its files are opened."""
        return Inside(self.folder, ())

    @property
    def index_folder(self) -> Inside:
        """Where the embedded index lies."""
        return self.inside / DERIVED / "index"
