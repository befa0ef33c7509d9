"""The store: what people decided, kept so that nothing of it is ever lost.

`VerdictStore` is the seam. The store of one machine is TinyDB on a journal in the
case's folder `claims/`; a store of many machines is another module with the same
verbs, held to the same tests.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.core.verdicts.history import Change
from workbench.core.verdicts.records import Document
from workbench.edges.engines import client_library, read_address
from workbench.edges.store.conflicts import Conflict

if TYPE_CHECKING:
    from workbench.edges.store.postgres_store import PostgresStore

__all__ = ["Change", "Conflict", "Document", "VerdictStore", "open_server_store", "open_store"]


class VerdictStore(Protocol):
    """Records with revisions, their history, and nothing ever overwritten unseen.

    A record (`Document`) has a type and an id. Saving it needs the revision that the
    change is based on; what was saved by anybody else is seen before that is checked.
    """

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, or empty."""

    @property
    def notices(self) -> list[str]:
        """What was found and mended, a line each, for the user to read."""

    def get(self, type: str, id: str) -> Document | None:
        """A copy of the record, or None where there is none or it was deleted."""

    def put(
        self,
        doc: Document,
        expected_revision: int,
        *,
        by: str,
        at: str,
        action: str = "",
        undoes: int | None = None,
    ) -> Document:
        """Save a record; when this returns, it is on the disk.

        `expected_revision` 0 means that it must be new. `by` is the reviewer, `at`
        the time (ISO-8601, UTC), `action` what the reviewer did, `undoes` the `seq`
        of the entry that this takes back. `{"deleted": True}` in the record deletes
        it. Gives the record as stored, with its new revision.

        Raises StaleRevision (with the stored and the offered record) when somebody
        saved it since, or when a conflict about it waits to be decided; UsageError
        when it is not a record; CaseLocked when another process holds the store for
        too long; CaseError when nothing can be saved. Then nothing has changed.
        """

    def put_many(
        self,
        docs: Sequence[tuple[Document, int]],
        *,
        by: str,
        at: str,
        action: str = "",
        undoes: Sequence[int] = (),
    ) -> list[Document]:
        """Save records with their expected revisions as one group: all or none."""

    def query(self, type: str | None = None, claim: str | None = None) -> list[Document]:
        """Copies of the records of a type, of a claim, or of both; by type and id."""

    def scan(self, type: str | None = None, claim: str | None = None) -> Sequence[Document]:
        """The same records for reading only, as fast as they can be had: never change them."""

    def changes(
        self, since: int = 0, *, newest_first: bool = False, claim: str | None = None
    ) -> Iterator[Change]:
        """The history after entry number `since`, oldest first unless asked otherwise.

        With a `claim` only its own entries, at a cost that follows their number.
        """

    def conflicts(self, claim: str | None = None) -> list[Conflict]:
        """Records that two copies of the case changed apart from each other."""

    def verify(self) -> list[str]:
        """Check every entry of the history; one line for each thing that is wrong."""

    def refresh(self) -> bool:
        """Take in what other processes wrote; True if anything changed. Cheap."""

    def may_have_changed(self) -> bool:
        """Whether `refresh` may have something to tell; made to be asked all the time.

        A server is not asked: it tells by itself. So what it has just saved may show
        some milliseconds later here than in `refresh`. False is never said of a
        change that was told while nobody listened.
        """

    def compact(self) -> None:
        """Tidy the store up, where it has something to tidy."""

    def close(self) -> None:
        """Close the store; everything saved is safe already."""


def open_store(
    folder: Path, url: str = "", *, timeout: float = 10.0, read_only: str = ""
) -> VerdictStore:
    """Open the store in a case's folder `claims/`, creating it where there is none.

    With a `url` (`postgresql://…`) it is the store on that server instead. `timeout`
    (seconds) is how long a change waits for the lock. A store that is
    damaged, or cannot be written, opens read-only: see `read_only`. Where a reason is
    given for that, nothing is written from the beginning.
    """
    if url:
        return open_server_store(url, timeout)
    from workbench.edges.store.tiny import TinyStore  # noqa: PLC0415 - TinyDB only where used

    return TinyStore(folder, timeout, read_only)


def open_server_store(url: str, timeout: float = 10.0) -> "PostgresStore":
    """Open the store on a server, which can also take in another store's history."""
    address = read_address(url, "store")
    with client_library("postgres"):
        from workbench.edges.store.postgres_store import PostgresStore  # noqa: PLC0415
    return PostgresStore(address, timeout)
