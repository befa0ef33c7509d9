"""The last entry of a history, told elsewhere: what shows that a history was rewritten.

Every entry stands on all before it, so one hash stands for a whole history. Whoever can
write the case can make all hashes anew; who has a hash from before finds that out.
"""

import re
import zipfile
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from workbench.core.publication.verifying import UNREADABLE, hashes_of
from workbench.edges.bundles import read_bundle
from workbench.edges.readers.folder import opened
from workbench.errors import InputRefused, UsageError

LONGEST = 10_000_000
"""Bytes of a file or page in which hashes are looked for."""
_HASH = re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{64}(?![0-9a-fA-F])")


def told(source: str) -> list[str]:
    """The hashes that a file, a page, a bundle or the words themselves name.

    Of a bundle it is the last entry of its history. Raises UsageError where none is named,
    InputRefused for what does not read.
    """
    if _HASH.fullmatch(source):
        return [source]
    if source.startswith(("http://", "https://")):
        found = _HASH.findall(_page(source))
    elif zipfile.is_zipfile(source):
        try:
            found = hashes_of(read_bundle(Path(source)))[-1:]
        except UNREADABLE as error:
            raise InputRefused(source, "is no evidence bundle") from error
    else:
        with opened(Path(source), source) as file:
            found = _HASH.findall(file.read(LONGEST).decode("utf-8", "replace"))
    if not found:
        raise UsageError(f"{source} names no entry of a history (64 hexadecimal digits)")
    return list(dict.fromkeys(found))


def lacking(hashes: Collection[str], source: str) -> list[str]:
    """What to say where a history does not hold an entry that a source names; [] where it does.

    A page may hold other checksums too: one that is known is enough.
    """
    named, known = told(source), set(hashes)
    if known.intersection(named):
        return []
    return [
        f"does not hold the entry that {source} names ({named[0][:12]}…): it was rewritten "
        "or cut off, or is another case's"
    ]


def bundle_hashes(path: Path) -> list[str]:
    """The hashes of a bundle's history. Raises InputRefused."""
    try:
        return hashes_of(read_bundle(path))
    except UNREADABLE as error:
        raise InputRefused(str(path), "has no history that reads") from error


def _page(url: str) -> str:
    from workbench.edges.readers.unpacking import unpacked  # noqa: PLC0415 (only for a page)
    from workbench.edges.web.fetch import Fetcher, Limits  # noqa: PLC0415

    with Fetcher(Limits(size=LONGEST, robots=False)) as fetcher:
        fetched = fetcher.fetch(url, datetime.now(UTC))
    coding = {name.lower(): value for name, value in fetched.headers}
    body = unpacked(fetched.body, coding.get("content-encoding", ""), LONGEST, url)
    return body.decode("utf-8", "replace")
