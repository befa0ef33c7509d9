"""What was refused, kept in the catalogue: the same import again says so again.

A source whose article was refused is read once, like any other. Without this its next
import would call it unchanged, and the script that runs every hour would see nothing wrong.
"""

from workbench.edges.catalog import Catalog
from workbench.edges.readers import Refusal


class Refusals:
    """The refusals of each seed; writes count from the catalogue's next commit on."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def put(self, seed: str, source: str, reason: str) -> None:
        """Add one to those of a seed, named by its path below `seeds/`."""
        self._catalog.run("INSERT INTO refusals VALUES (?, ?, ?)", seed, source, reason)

    def of(self, seed: str) -> list[Refusal]:
        """All of a seed, in the order in which they came."""
        rows = self._catalog.rows(
            "SELECT source, reason FROM refusals WHERE seed = ? ORDER BY rowid", seed
        )
        return [Refusal(source, reason) for source, reason in rows]

    def forget(self, seed: str) -> None:
        """Drop those of a seed that is read again, or is gone."""
        self._catalog.run("DELETE FROM refusals WHERE seed = ?", seed)
