"""Pages from the web into `seeds/`: single addresses, lists of them, entries of feeds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from workbench.case.context import Cancelled, Parts
from workbench.edges.readers import Refusal
from workbench.edges.seeds import Kept
from workbench.edges.web.fetch import Fetched, Fetcher, Limits, known_from, seed_name
from workbench.edges.web.links import entries_of
from workbench.edges.web.wayback import SERVICE, save_page
from workbench.errors import InputRefused

WEB_COPY = "webcopy"
"""Type of the record that says where a web archive keeps a seed's page."""


class Fetching:
    """Fetches pages and keeps each, with its headers, as a seed."""

    def __init__(self, parts: Parts, cancelled: Cancelled) -> None:
        self._parts = parts
        self._limits = Limits(**parts.settings.fetch)
        self._cancelled = cancelled

    def keep(self, addresses: list[str]) -> Iterator[Kept | Refusal]:
        """Fetch pages one after the other; where each is kept, or why not.

        The entries of a feed are fetched in its place. A page that is as it was
        is not kept again.
        """
        with Fetcher(self._limits) as fetcher:
            for address in addresses:
                yield from self._one(fetcher, address, follow=True)

    def _one(self, fetcher: Fetcher, address: str, follow: bool) -> Iterator[Kept | Refusal]:
        if self._cancelled():
            return
        try:
            last = self._parts.seeds.latest(seed_name(address))
            known = known_from(self._parts.seeds.read(last)) if last else None
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

    def _kept(self, fetched: Fetched, last: str | None) -> Kept:
        """The seed; the bytes of a page say whether it is new, not its headers."""
        seeds = self._parts.seeds
        same = last and (fetched.unchanged or fetched.body in seeds.read(last))
        name = last if same else None
        if not name:
            path, _ = seeds.keep_bytes(fetched.record(), fetched.name())
            name = path.relative_to(seeds.folder).as_posix()
        asked = self._parts.settings.wayback and not self._parts.store.get(WEB_COPY, name)
        return Kept(name, self._ask_archive(fetched.url, name) if asked else "")

    def _ask_archive(self, url: str, name: str) -> str:
        """Have a web archive keep the page too, and put its answer on record; what went wrong."""
        settings, now = self._parts.settings, self._parts.now()
        limits = replace(self._limits, robots=False)
        try:
            with Fetcher(limits) as fetcher:
                at = datetime.now(UTC)
                saved = save_page(fetcher, url, at, settings.archive or SERVICE)
        except InputRefused as refused:
            return f"kept, but the web archive made no copy: {refused.reason}"
        record = {"type": WEB_COPY, "id": name, "claim": None, WEB_COPY: saved.copy, "url": url}
        self._parts.store.put_many(
            [(record, 0)], by=self._parts.reviewer, at=now, action="copy asked of a web archive"
        )
        return ""
