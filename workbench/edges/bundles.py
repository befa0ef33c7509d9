"""Evidence bundles on disk: zip files that are written whole and opened with limits."""

import io
import json
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.core.publication.bundle import ARTICLES, VERDICT, text_bytes
from workbench.core.publication.verdict_records import from_record
from workbench.core.publication.verifying import UNREADABLE as UNFIT
from workbench.core.publication.verifying import Fault, undecided_texts
from workbench.edges.inside import Inside
from workbench.edges.pages import naming, put
from workbench.edges.readers import Reading, finished, rows_of_seed
from workbench.edges.readers.finding_inputs import opened
from workbench.edges.settings import columns_named
from workbench.errors import InputRefused, UsageError

MOST_MEMBERS = 10_000
MOST_BYTES = 200 * 1024 * 1024
"""Unpacked bytes of a bundle that are read; a zip bomb is refused before it fills memory."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: the same input, the same bytes

_SEED = re.compile(r"seeds/[0-9]{1,6}(?:\.[a-z0-9]{1,8}){0,2}")

UNREADABLE = (
    OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What opening a file that is no (whole, plain) zip can raise."""


def packed(members: Mapping[str, bytes]) -> bytes:
    """The members as a zip file; the same members give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return made.getvalue()


def write_bundle(members: Mapping[str, bytes], path: Path) -> None:
    """Write a bundle's members to a zip file; raises CaseError where that fails."""
    with naming(path):
        put(Inside.of(path), packed(members))


def read_bundle(path: Path) -> dict[str, bytes]:
    """The members of a zip file, in memory: nothing is unpacked to disk.

    Raises InputRefused for what is no zip file, is damaged or encrypted, holds a
    name twice, or unpacks to more than the limits.
    """
    try:
        with opened(path, str(path)) as file, zipfile.ZipFile(file) as archive:
            return _members(archive, str(path))
    except UNREADABLE as error:
        raise InputRefused(str(path), f"cannot be read as a bundle ({error})") from error


def seed_faults(held: Mapping[str, bytes]) -> Iterator[Fault]:
    """What a bundle quotes that the source files in it, read again, do not say."""
    try:
        verdict = from_record(json.loads(held[VERDICT])["verdict"])
        quoted = [(verdict.citation, verdict.claim)]
        quoted += [(item.citation, item.quote) for item in verdict.evidence]
        others = undecided_texts(held)
        for one in json.loads(held[ARTICLES]):
            place, seed = (one["article"], one["revision"]), one.get("seed")
            if seed and not _SEED.fullmatch(seed["member"]):
                yield Fault(ARTICLES, f"names {seed['member']!r:.60} as a source file")
                continue
            quotes = [q for where, q in quoted if (where.article, where.revision) == place]
            texts = _texts_of_seed(held, one) if seed else []
            if seed and not any(all(q in text for q in quotes) for text in texts):
                yield Fault(seed["member"], f"does not say what is quoted of {place[0]}")
            elif place in others and held[one["member"]] not in map(text_bytes, texts):
                yield Fault(
                    one["member"],
                    f"is neither the text of {place[0]} that was decided on nor what a source "
                    "in the bundle says",
                )
    except UsageError as error:
        yield Fault(VERDICT, str(error))
    except UNFIT as error:
        yield Fault(ARTICLES, f"does not read ({type(error).__name__})")


def _texts_of_seed(held: Mapping[str, bytes], one: Mapping[str, Any]) -> list[str]:
    """What the source file of an article says, read again."""
    article, member = one["article"], one["seed"]["member"]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / member.removeprefix("seeds/")
        place.write_bytes(held[member])
        rows = rows_of_seed(
            place, article.partition("#")[0], columns=columns_named(one["seed"]["columns"])
        )
        reads = [read for read in map(finished, rows) if isinstance(read, Reading)]
    return [read.article.text for read in reads if read.article.id == article]


def _members(archive: zipfile.ZipFile, source: str) -> dict[str, bytes]:
    names = archive.namelist()
    if len(names) > MOST_MEMBERS or len(set(names)) < len(names):
        raise InputRefused(source, "holds too many members, or a name twice")
    held: dict[str, bytes] = {}
    left = MOST_BYTES
    for info in archive.infolist():
        with archive.open(info) as member:
            held[info.filename] = member.read(left + 1)
        left -= len(held[info.filename])
        if left < 0:
            raise InputRefused(source, f"unpacks to more than {MOST_BYTES // 1024 // 1024} MB")
    return held
