"""The last entry of a history, told elsewhere: what shows that a history was rewritten.

Every entry stands on all before it, so one hash stands for a whole history. Whoever can
write the case can make all hashes anew; who has a hash from before finds that out.
"""

import re
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.core.publication.verifying import UNREADABLE, hashes_of
from workbench.edges.bundles import read_bundle
from workbench.edges.readers.finding_inputs import opened
from workbench.errors import InputRefused, UsageError

LONGEST = 10_000_000
"""Bytes of a file or page in which hashes are looked for."""
_HASH = re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{64}(?![0-9a-fA-F])")
_LABELLED = re.compile(r"""(?:history_head|"version")"?: ?"([0-9a-f]{64})\"""")
"""An entry as Markdown, JSON Lines and ClaimReview name it."""
_COLUMN, _CELL = ",history_head", re.compile(r",([0-9a-f]{64})\r?$", re.MULTILINE)
"""The last column of a table, and a cell of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """The entries that a source names; `surely` says that each of them is an entry of a history.

    Otherwise other checksums may be among them, and one that is known is enough.
    """

    hashes: tuple[str, ...]
    surely: bool = True


def told(source: str) -> Told:
    """What a file, a page, a bundle or the words themselves name.

    Of a bundle it is the last entry of its history. Raises UsageError where none is named,
    InputRefused for what does not read.
    """
    if _HASH.fullmatch(source):
        return Told((source,))
    if source.startswith(("http://", "https://")):
        found = _named(_page(source))
    elif zipfile.is_zipfile(source):
        try:
            found = Told(tuple(hashes_of(read_bundle(Path(source)))[-1:]))
        except UNREADABLE as error:
            raise InputRefused(source, "is no evidence bundle") from error
    else:
        with opened(Path(source), source) as file:
            found = _named(file.read(LONGEST).decode("utf-8", "replace"))
    if not found.hashes:
        raise UsageError(f"{source} names no entry of a history (64 hexadecimal digits)")
    return found


def _named(text: str) -> Told:
    """The entries that a text names: where publications of ours say so, else any checksum."""
    table = text.partition("\n")[0].rstrip("\r").endswith(_COLUMN)
    labelled = (_CELL if table else _LABELLED).findall(text)
    return Told(tuple(dict.fromkeys(labelled or _HASH.findall(text))), bool(labelled))


def lacking(hashes: Collection[str], source: str) -> list[str]:
    """What to say where a history does not hold an entry that a source names; [] where it does."""
    named, known = told(source), set(hashes)
    missing = [one for one in named.hashes if one not in known]
    if not missing or (not named.surely and len(missing) < len(named.hashes)):
        return []
    return [
        f"does not hold the entry that {source} names ({missing[0][:12]}…): it was rewritten "
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
