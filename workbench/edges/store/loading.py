"""From files to records: what a snapshot and the journals after it come to."""

from dataclasses import dataclass, field

from workbench.edges.inside import Inside
from workbench.edges.store import snapshot as snapshots
from workbench.edges.store.journal import Line
from workbench.edges.store.journals import Journals
from workbench.edges.store.positions import Found
from workbench.edges.store.snapshot import Covered, Snapshot, SnapshotFault
from workbench.edges.store.state import State
from workbench.errors import CaseDamaged


@dataclass(slots=True)
class Loaded:
    """The records of a store, and what was found on the way to them.

    `faults` say what is damaged and where, `notices` what was put right; `joined` is
    set where git has joined two snapshots and a new one has to be made.
    """

    state: State
    covers: dict[str, Covered] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    joined: bool = False


def load(folder: Inside, journals: Journals) -> Loaded:
    """Read a store from the beginning. Raises CaseDamaged where files cannot be read."""
    snapshot, fault = _read_snapshot(folder)
    try:
        found = journals.load(snapshot.covers if snapshot else {})
        rewritten = found.rewritten
        if rewritten:  # what the snapshot covers is not what the files hold
            found = journals.load({})
    except OSError as error:
        raise CaseDamaged(f"{journals.folder} cannot be read: {error}") from error
    hashes = {line.hash for line in found.lines}
    if snapshot and rewritten and not hashes.issuperset(snapshot.heads):
        loaded = _restored(snapshot)
        loaded.faults.append(
            "journal: entries are missing or altered that the snapshot was made from"
        )
        found.lines = [line for line in found.lines if not _is_covered(line, snapshot)]
    else:
        loaded = _restored(Snapshot() if rewritten or not snapshot else snapshot)
    loaded.notices += [
        f"journal/{name!r} is not named like a journal and is not read"
        for name in journals.strangers()
    ]
    if fault:
        _note(loaded, fault, hashes)
    take(loaded, journals, found)
    return loaded


def _read_snapshot(folder: Inside) -> tuple[Snapshot | None, SnapshotFault | None]:
    try:
        return snapshots.read(folder), None
    except SnapshotFault as fault:
        return None, fault


def _restored(snapshot: Snapshot) -> Loaded:
    state = State()
    state.tables, state.deleted = snapshot.tables, snapshot.deleted
    state.contested = {(v[0]["type"], v[0]["id"]): v for v in snapshot.contested}
    state.heads, state.clock = set(snapshot.heads), snapshot.clock
    state.latest = snapshot.latest
    state.index()
    return Loaded(state, snapshot.covers)


def _is_covered(line: Line, snapshot: Snapshot) -> bool:
    part = snapshot.covers.get(line.path.name)
    return part is not None and line.start < part.bytes


def _note(loaded: Loaded, fault: SnapshotFault, hashes: set[str]) -> None:
    if fault.joined is not None and hashes.issuperset(fault.joined):
        loaded.notices.append(f"{snapshots.NAME} {fault}; it is made again from the journals")
        loaded.joined = True
        return
    loaded.faults.append(
        f"{snapshots.NAME} {fault}; the records come from the journals "
        "(move the file away to have it made again)"
    )


def take(loaded: Loaded, journals: Journals, found: Found) -> None:
    """Apply lines that were read, each once; note damage and missing entries."""
    loaded.faults += [str(fault) for fault in found.faults]
    known = _known_before(loaded.state, journals, found)
    for line in found.lines:
        if not known.issuperset(line.entry["previous"]):
            loaded.faults.append(
                f"journal/{line.path.name}: the entry at byte {line.start} follows "
                "one that is not there"
            )
        if line.hash not in known:
            loaded.state.apply(line.entry, line.hash)
            known.add(line.hash)


def _known_before(state: State, journals: Journals, found: Found) -> set[str]:
    """Hashes of the entries already applied, as far as new lines may need them."""
    if not found.lines or not state.heads:
        return set()
    if not found.fresh and state.heads.issuperset(found.lines[0].entry["previous"]):
        return set(state.heads)
    new = {(line.path, line.start) for line in found.lines}
    places = journals.places({}, journals.sizes())
    return {place.hash for place in places if (place.path, place.start) not in new}
