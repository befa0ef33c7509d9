"""What came of long work: one row an input, or one path a page."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What came of one input.

    `outcome` is imported, revised, duplicate, unchanged, partial or refused;
    `reason` says why where it is not plainly imported.
    """

    source: str
    outcome: str
    article: str = ""
    reason: str = ""


@dataclass(slots=True)
class ImportReport:
    """One row an input, in the order in which they were taken in."""

    rows: list[ImportRow] = field(default_factory=list)
    cancelled: bool = False

    def count(self, outcome: str) -> int:
        """How many rows ended that way."""
        return sum(row.outcome == outcome for row in self.rows)

    @property
    def refused(self) -> list[ImportRow]:
        """The rows that somebody has to look at."""
        return [row for row in self.rows if row.outcome in ("refused", "partial")]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did.

    `refused` names the verdicts that the gate held back, `told` what it found in
    those that left; each line says what is wrong and how to mend it. `held` are the
    claims that were held back, `left` those that left. `removed` are the pages of verdicts
    that were taken back before they were published. `head` is the hash of the last entry
    of the history then; `notes` say what the settings lack.
    """

    folder: Path
    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    refused: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    removed: tuple[Path, ...] = ()
    held: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    head: str = ""
    notes: tuple[str, ...] = ()
