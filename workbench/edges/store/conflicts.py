"""What two copies of a case decided apart from each other."""

from dataclasses import dataclass

from workbench.core.verdicts.records import Document


@dataclass(frozen=True, slots=True)
class Conflict:
    """One record with several versions, none of which knew of the others.

    `revision` is what `put` has to be given as the expected revision to decide it:
    only somebody who has looked here knows it. `versions` are whole records, each
    with who wrote it and when; the last is the one that `get` gives until then.
    """

    type: str
    id: str
    claim: str | None
    revision: int
    versions: tuple[Document, ...]
