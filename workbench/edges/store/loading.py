"""From files to records: what a snapshot and the journals after it come to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.edges.inside import Inside
from workbench.edges.store import snapshot as snapshots
from workbench.edges.store.journal import NEWER, REFUSED, Fault, Line
from workbench.edges.store.journals import Journals
from workbench.edges.store.positions import Found
from workbench.edges.store.snapshot import Covered, Snapshot, SnapshotFault
from workbench.edges.store.state import State
from workbench.errors import CaseDamaged


@dataclass(slots=True)
class Loaded:
    """The records of a store, and what was found on the way to them.

    `faults` say what is damaged and where, `refused` which entries are left out and why,
    `notices` what was put right; `joined` is set where git has joined two snapshots and a
    new one has to be made, `newer` where a newer program has written here.
    """

    state: State
    covers: dict[str, Covered] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    joined: bool = False
    newer: str = ""

    @property
    def why_read_only(self) -> str:
        """Why nothing may be written to such a store, or ""."""
        if self.newer:
            return self.newer
        return f"the store is damaged: {self.faults[0]}" if self.faults else ""

    def note(self, fault: Fault) -> None:
        """Remember a line that did not read: damage closes the store, a refused entry does not."""
        if fault.kind == REFUSED:
            self.refuse(str(fault))
            return
        self.faults.append(str(fault))
        if fault.kind == NEWER:
            self.newer = self.newer or str(fault)

    def refuse(self, what: str) -> None:
        """Leave an entry out, in sight."""
        self.refused.append(what)
        self.notices.append(f"{what}; it is left out (`workbench verify` lists it)")


def anew(folder: Inside) -> Loaded:
    """The same from the journals alone, whatever a snapshot says. Raises CaseDamaged."""
    journals, loaded = Journals(folder), Loaded(State())
    try:
        take(loaded, journals, journals.load({}))
    except OSError as error:
        raise CaseDamaged(f"{journals.folder} cannot be read: {error}") from error
    return loaded


def load(folder: Inside, journals: Journals) -> Loaded:
    """Read a store from the beginning. Raises CaseDamaged where files cannot be read."""
    snapshot, fault = _read_snapshot(folder)
    try:
        found = journals.load(snapshot.covers if snapshot else {})
        heads = {head: journals.clock_of(head) for head in snapshot.heads} if snapshot else {}
        rewritten = found.rewritten or not all(heads.values())
        if rewritten:  # what the snapshot covers is not what the files hold
            found = journals.load({})
    except OSError as error:
        raise CaseDamaged(f"{journals.folder} cannot be read: {error}") from error
    hashes = {line.hash for line in found.lines}
    if snapshot and rewritten and not hashes.issuperset(snapshot.heads):
        loaded = _restored(snapshot, heads)
        loaded.faults.append(
            "journal: entries are missing or altered that the snapshot was made from"
        )
        found.lines = [line for line in found.lines if not _is_covered(line, snapshot)]
    else:
        loaded = Loaded(State()) if rewritten or not snapshot else _restored(snapshot, heads)
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


def _restored(snapshot: Snapshot, heads: dict[str, int]) -> Loaded:
    state = State()
    state.tables, state.deleted = snapshot.tables, snapshot.deleted
    state.contested = {(v[0]["type"], v[0]["id"]): v for v in snapshot.contested}
    state.heads, state.clock = heads, max(heads.values(), default=0)
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
    if "newer program" in str(fault):
        loaded.newer = f"{snapshots.NAME} {fault}"
    loaded.faults.append(
        f"{snapshots.NAME} {fault}; the records come from the journals "
        "(move the file away to have it made again)"
    )


def take(loaded: Loaded, journals: Journals, found: Found) -> None:
    """Apply lines that were read, each once; note damage, missing and impossible entries."""
    for fault in found.faults:
        loaded.note(fault)
    clocks = _known_before(loaded.state, journals, found)
    refused = [fault for fault in found.faults if fault.kind == REFUSED]
    together: list[Line | Fault] = [*found.lines, *refused]
    there = {line.hash for line in together}
    chain = _Chain(clocks, set(journals.refused.values()), there)
    for line in sorted(together, key=_order):
        if isinstance(line, Fault):
            chain.follow(line.hash, line.clock, line.previous)
            continue
        where = f"journal/{line.path.name}: the entry at byte {line.start}"
        previous = line.entry["previous"]
        if not chain.knows(previous):
            loaded.faults.append(f"{where} follows one that is not there")
        elif not chain.fits(line.entry["clock"], previous):
            loaded.refuse(f"{where} has a clock that does not follow from those before it")
            journals.refused[line.path.name, line.start] = line.hash
            chain.left_out.add(line.hash)
            continue
        if line.hash not in clocks:
            loaded.state.apply(line.entry, line.hash)
            clocks[line.hash] = line.entry["clock"]


@dataclass(slots=True)
class _Chain:
    """The entries known so far: hash → clock; the hashes left out; all that were read now.

    A clock is one more than the highest of all entries known when it was written, and that
    one has not been followed by then: so it says nothing that the chain does not. Taken at
    its word, a clock of 10^15 would stand after all that comes later.
    """

    clocks: dict[str, int]
    left_out: set[str]
    there: set[str]

    def knows(self, previous: Iterable[str]) -> bool:
        """Whether all these entries have been read."""
        return all(
            hash_ in self.clocks or hash_ in self.left_out or hash_ in self.there
            for hash_ in previous
        )

    def fits(self, clock: int, previous: Iterable[str]) -> bool:
        """Whether an entry that follows these can have that clock."""
        if not all(hash_ in self.clocks or hash_ in self.left_out for hash_ in previous):
            return False  # it follows one whose clock is as high as its own, or higher
        followed = (self.clocks[hash_] for hash_ in previous if hash_ in self.clocks)
        return clock == 1 + max(followed, default=0)

    def follow(self, hash_: str, clock: int, previous: Iterable[str]) -> None:
        """Let others follow an entry that is left out, where its place is right."""
        if clock and self.knows(previous) and self.fits(clock, previous):
            self.clocks[hash_] = clock


def _order(line: Line | Fault) -> int:
    return line.clock if isinstance(line, Fault) else int(line.entry["clock"])


def _known_before(state: State, journals: Journals, found: Found) -> dict[str, int]:
    """Hash → clock of the entries already applied, as far as new lines may need them."""
    if not found.lines or not state.heads:
        return {}
    if not found.fresh and state.heads.keys() >= set(found.lines[0].entry["previous"]):
        return dict(state.heads)
    new = {(line.path, line.start) for line in found.lines}
    places = journals.places({}, journals.sizes())
    return {place.hash: place.clock for place in places if (place.path, place.start) not in new}
