"""Evidence bundles on disk: zip files that are written whole and opened with limits."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from workbench.edges.inside import Inside
from workbench.edges.pages import naming, put
from workbench.edges.readers.folder import opened
from workbench.errors import InputRefused

MOST_MEMBERS = 10_000
MOST_BYTES = 200 * 1024 * 1024
"""Unpacked bytes of a bundle that are read; a zip bomb is refused before it fills memory."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: the same input, the same bytes

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
