"""Structs as JSON and back, whatever their texts hold."""

import json
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Wire(Generic[T]):
    """A type on its way into a file or an engine, and back.

    Lone surrogates, which UTF-8 cannot hold, travel as escapes: slower, and seldom met.
    """

    def __init__(self, type_: type[T]) -> None:
        self._type = type_
        self._encoder = msgspec.json.Encoder()
        self._decoder = msgspec.json.Decoder(type_)

    def dump(self, value: T) -> bytes:
        """JSON of a value in UTF-8."""
        try:
            return self._encoder.encode(value)
        except UnicodeEncodeError:
            return json.dumps(msgspec.to_builtins(value)).encode("ascii")

    def load(self, data: bytes | str) -> T:
        """What `dump` gave. Raises msgspec.ValidationError for anything else."""
        try:
            return self._decoder.decode(data)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:
            return msgspec.convert(json.loads(data), self._type)
