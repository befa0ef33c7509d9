"""Pages from the web into `seeds/`: single addresses, lists of them, entries of feeds."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workbench.case.parts import Cancelled, Parts
from workbench.edges.fetch import Fetched, Fetcher, Limits, is_address, known_from, seed_name
from workbench.edges.links import LONGEST_LIST, addresses_in, entries_of
from workbench.edges.readers import Refusal
from workbench.errors import InputRefused


def addresses_of(given: str) -> list[str]:
    """The addresses that an input of the import names; empty for an ordinary file."""
    if is_address(given):
        return [given]
    path = Path(given)
    try:
        if path.is_file() and path.stat().st_size <= LONGEST_LIST:
            return addresses_in(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return []  # the readers say what is wrong with the file
    return []


class Fetching:
    """Fetches pages and keeps each, with its headers, as a seed."""

    def __init__(self, parts: Parts, cancelled: Cancelled) -> None:
        self._parts = parts
        self._limits = Limits(**parts.settings.fetch)
        self._cancelled = cancelled

    def keep(self, addresses: list[str]) -> Iterator[str | Refusal]:
        """Fetch pages one after the other; the name of each under `seeds/`, or why not.

        The entries of a feed are fetched in its place. A page that is as it was
        is not kept again.
        """
        with Fetcher(self._limits) as fetcher:
            for address in addresses:
                yield from self._one(fetcher, address, follow=True)

    def _one(self, fetcher: Fetcher, address: str, follow: bool) -> Iterator[str | Refusal]:
        if self._cancelled():
            return
        try:
            last = self._parts.seeds.latest(seed_name(address))
            known = known_from(last.read_bytes()) if last else None
            fetched = fetcher.fetch(address, datetime.now(UTC), known)
            entries = entries_of(fetched, self._limits.size) if follow else []
        except InputRefused as refused:
            yield Refusal(refused.source, refused.reason)
            return
        if entries:
            for entry in entries:
                yield from self._one(fetcher, entry, follow=False)
        else:
            yield self._kept(fetched, last)

    def _kept(self, fetched: Fetched, last: Path | None) -> str:
        """The name of the seed; the bytes of a page say whether it is new, not its headers."""
        same = last and (fetched.unchanged or fetched.body in last.read_bytes())
        path = last if same and last else None
        if not path:
            path, _ = self._parts.seeds.keep_bytes(fetched.record(), fetched.name())
        return path.relative_to(self._parts.seeds.folder).as_posix()
