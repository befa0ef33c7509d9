"""What unpacking can meet, and the body of a web answer by its Content-Encoding."""

import struct
import zipfile
import zlib

from workbench.errors import InputRefused

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    RuntimeError,
    NotImplementedError,
)
"""What the standard library raises for a broken archive; fuzzing found most of it."""


class Damaged(InputRefused):
    """A packed stream goes on no further: what was read of it until then is good."""


def unpacked(data: bytes, coding: str, limit: int, name: str) -> bytes:
    """The bytes of an HTTP body by its Content-Encoding. Raises InputRefused."""
    if coding in {"", "identity"}:
        return data
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise InputRefused(name, f"packed in a way that is not read ({coding[:20]})")
    for bits in (47, -15):  # gzip or zlib by its header, or bare as some servers send it
        stream = zlib.decompressobj(bits)
        try:
            out = stream.decompress(data, limit + 1)
        except zlib.error:
            continue
        if len(out) > limit:
            raise InputRefused(name, f"larger than {limit // 1024 // 1024} MiB")
        return out
    raise InputRefused(name, "its packing is damaged")
