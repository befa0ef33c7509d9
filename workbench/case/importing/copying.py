"""The first step of an import: what a user named is copied or fetched into `seeds/`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from workbench.case.context import Cancelled, Parts, Progress
from workbench.edges.readers import Refusal, find_inputs
from workbench.edges.seeds import Kept
from workbench.edges.web.links import addresses_of
from workbench.errors import InputRefused

STANDARD_INPUT = "-"


class Keeping:
    """Keeps the bytes of files, folders and pages as they are."""

    def __init__(self, parts: Parts, progress: Progress, cancelled: Cancelled) -> None:
        self._parts = parts
        self._progress = progress
        self._cancelled = cancelled

    def keep(self, given: str) -> Iterator[Kept | Refusal]:
        """Every file under one that was named, every page of an address or a list of them.

        `-` is what standard input holds up to its end.
        """
        if given == STANDARD_INPUT:
            yield self._stream()
            return
        addresses = addresses_of(given)
        if addresses:
            yield from self._fetch(addresses)
            return
        for found in find_inputs([given]):
            if isinstance(found, Refusal):
                yield found
                continue
            try:
                yield self._copy(found, Path(given))
            except InputRefused as refused:
                yield Refusal(refused.source, refused.reason)
            except OSError as error:
                yield Refusal(str(found), error.strerror or str(error))

    def _fetch(self, addresses: list[str]) -> Iterator[Kept | Refusal]:
        from workbench.case.importing.fetching import Fetching  # noqa: PLC0415 (only where there is a page)

        fetching = Fetching(self._parts, self._cancelled)
        for number, kept in enumerate(fetching.keep(addresses)):
            self._progress("fetching", number, max(number + 1, len(addresses)))
            yield kept

    def _stream(self) -> Kept | Refusal:
        path = self._parts.seeds.keep_stream(sys.stdin.buffer)
        if path is None:
            return Refusal("standard input", "nothing came")
        return Kept(path.relative_to(self._parts.seeds.folder).as_posix())

    def _copy(self, path: Path, given: Path) -> Kept:
        folder = self._parts.seeds.folder.resolve()
        if path.resolve().is_relative_to(folder):
            return Kept(path.resolve().relative_to(folder).as_posix())
        below = path.relative_to(given.parent) if given.is_dir() else Path(path.name)
        target, _ = self._parts.seeds.keep(path, below.as_posix())
        return Kept(target.relative_to(self._parts.seeds.folder).as_posix())
