"""Moving a case to engines on other machines, and back, without losing an entry."""

from dataclasses import dataclass
from pathlib import Path

from workbench.case.deriving import indexed_passages
from workbench.case.parts import Parts, Progress
from workbench.case.trusting import allow_written, counted
from workbench.edges.engines import read_address
from workbench.edges.index import open_index
from workbench.edges.settings import Settings
from workbench.edges.settings_file import change_settings
from workbench.edges.store import VerdictStore, open_server_store, open_store
from workbench.edges.store.handover import write_journals
from workbench.errors import CaseDamaged, UsageError


@dataclass(frozen=True, slots=True)
class Move:
    """What a move came to: entries of the history there now, and how many were new."""

    entries: int
    added: int
    records: int


class Moving:
    """Changing the engines of an open case."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def store(self, url: str) -> Move:
        """Copy what people decided to the store at `url`, compare, and use it from now on.

        With "" it goes back into the case's own folder. Entries that are there already
        stay, so a move can be repeated, and a store that was used before goes on where
        it was. The store that is left keeps what it has.

        Raises CaseDamaged, and changes no settings, where the history does not hold
        up or where the two stores differ afterwards.
        """
        parts = self._parts
        self._check("store", url)
        if faults := parts.store.verify():
            raise CaseDamaged(f"nothing was moved: {faults[0]}")
        claims = parts.folder / "claims"
        added = _hand_over(parts.store, claims, url)
        target = open_store(claims, url)
        try:
            move = _compared(parts.store, target, added)
            settings = set_engine(parts.folder, "store", url)
        except BaseException:
            target.close()
            raise
        parts.store.close()
        parts.store, parts.settings = target, settings
        return move

    def index(self, url: str, progress: Progress | None = None) -> int:
        """Fill the index at `url` from the catalogue and use it from now on.

        With "" it is the embedded one again. Gives the number of passages.
        """
        parts = self._parts
        self._check("index", url)
        entries = parts.catalog.entries()
        target = open_index(parts.index_folder, url, fresh=True)
        try:
            for number, entry in enumerate(entries, 1):
                if article := parts.catalog.article(entry.id):
                    target.add(indexed_passages(article, parts.catalog.readings(entry.id)))
                if progress:
                    progress("indexing", number, len(entries))
            target.commit()
            passages = target.stats().passages
            settings = set_engine(parts.folder, "index", url)
        except BaseException:
            target.close()
            raise
        parts.index.close()
        parts.index, parts.settings = target, settings
        return passages

    def home(self, progress: Progress | None = None) -> tuple[Move | None, int]:
        """Bring back to this machine what is kept on others: (decisions, passages)."""
        settings = self._parts.settings
        move = self.store("") if settings.store else None
        passages = self.index("", progress) if settings.index else 0
        self._parts.settings = set_engine(self._parts.folder, "executor", "")
        return move, passages

    def _check(self, seam: str, url: str) -> None:
        if url:
            read_address(url, seam)
        if getattr(self._parts.settings, seam) == url:
            raise UsageError(f"the {seam} is there already")


def _hand_over(source: VerdictStore, claims: Path, url: str) -> int:
    if not url:
        return write_journals(claims, source.changes())
    target = open_server_store(url)
    try:
        return target.take_in(source.changes())
    finally:
        target.close()


def _compared(source: VerdictStore, target: VerdictStore, added: int) -> Move:
    """The figures of a move. Raises CaseDamaged where the target is not the source."""
    here, there = (
        {change.hash for change in source.changes()},
        {change.hash for change in target.changes()},
    )
    if not here <= there:
        raise CaseDamaged(f"{len(here - there)} entries did not arrive; the settings are unchanged")
    if here == there and (
        source.query() != target.query() or source.conflicts() != target.conflicts()
    ):
        raise CaseDamaged("the records differ after the move; the settings are unchanged")
    if faults := target.verify():
        raise CaseDamaged(f"after the move {faults[0]}; the settings are unchanged")
    return Move(len(there), added, len(target.query()))


def set_engine(folder: Path, seam: str, url: str) -> Settings:
    """Name an engine in the case's settings ("" for the embedded one); the rest stays.

    Raises UsageError for an address that the settings do not take.
    """
    change_settings(folder, {(seam,): url or None})
    allow_written(folder, [(seam,)])
    return counted(folder).settings
