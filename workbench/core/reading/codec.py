"""Readings as bytes and back, without loss: what the catalogue and the index keep.

A packed reading leaves out the quote and its place, which stand beside it wherever it is kept.
"""

from functools import lru_cache

from msgspec.structs import replace

from workbench.core.reading.model import Reading
from workbench.core.text.wire import Wire

_WIRE = Wire(Reading)


def pack(reading: Reading) -> bytes:
    """A reading without its place and its words, as JSON."""
    return _WIRE.dump(replace(reading, start=0, end=0, quote=""))


@lru_cache(maxsize=4096)
def unpack(packed: bytes, start: int, end: int, quote: str) -> Reading:
    """What `pack` packed, back in its place. Raises msgspec.ValidationError for anything else."""
    return replace(_WIRE.load(packed), start=start, end=end, quote=quote)
