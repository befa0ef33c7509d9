"""Moving a case to engines on other machines, and back, without losing an entry."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workbench.case.context import Parts, Progress
from workbench.case.derived import shared_index
from workbench.case.importing.deriving import indexed_passages
from workbench.case.trusting import allow_written, counted
from workbench.edges.engines import read_address
from workbench.edges.index import PassageIndex, open_index
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
        if url:
            read_address(url, "store")
        if parts.settings.store == url:
            raise UsageError("the store is there already")
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

    def index(self, url: str, progress: Progress | None = None, *, replace: bool = False) -> int:
        """Fill the index at `url` from the catalogue and use it from now on.

        With "" it is the embedded one again; with the address that is used already it is made
        anew. Gives the number of passages. Nothing is imported meanwhile. Raises UsageError
        where the index there holds more than this machine does, or does not read, unless it
        is to `replace` that; CaseLocked while an import runs.
        """
        parts = self._parts
        if url:
            read_address(url, "index")
        with parts.catalog.alone():
            if url and not replace:
                _check_less(_passages_at(parts, url), parts.catalog.passages())
            target = open_index(parts.index_folder, url, fresh=True)
            try:
                _fill(parts, target, progress)
                passages = target.stats().passages
                settings = set_engine(parts.folder, "index", url)
            except BaseException:
                target.close()
                raise
        parts.index.close()
        parts.index = shared_index(parts.catalog, parts.index_folder, url) if url else target
        if url:
            target.close()
        parts.settings = settings
        return passages

    def home(self, progress: Progress | None = None) -> tuple[Move | None, int]:
        """Bring back to this machine what is kept on others: (decisions, passages)."""
        settings = self._parts.settings
        move = self.store("") if settings.store else None
        passages = self.index("", progress) if settings.index else 0
        self._parts.settings = set_engine(self._parts.folder, "executor", "")
        return move, passages


def _fill(parts: Parts, target: PassageIndex, progress: Progress | None) -> None:
    entries = parts.catalog.entries()
    for number, entry in enumerate(entries, 1):
        if article := parts.catalog.article(entry.id):
            target.add(indexed_passages(article, parts.catalog.readings(entry.id)))
        if progress:
            progress("indexing", number, len(entries))
    target.commit()


def _passages_at(parts: Parts, url: str) -> int | None:
    """How many passages an index on servers holds now; None where that cannot be said."""
    try:
        with closing(open_index(parts.index_folder, url)) as present:
            return present.stats().passages
    except CaseDamaged:
        return None


def _check_less(there: int | None, here: int) -> None:
    """Raises UsageError where others' passages would be gone."""
    if there is not None and there <= here:
        return
    said = "does not read" if there is None else f"holds {there} passages, this machine {here}"
    raise UsageError(
        f"the index there {said}: what others put in would be gone; take the machine that has "
        "all sources, or --replace"
    )


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
