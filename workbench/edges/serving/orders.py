"""What the page may send through its WebSocket; all else ends the window."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

LARGEST = 1000
"""Cells across and down that a window may have."""


@dataclass(frozen=True, slots=True)
class Order:
    """One message of the page: a `name` of `NAMES`, with text or a size where it has one."""

    name: str
    text: str = ""
    width: int = 0
    height: int = 0


def cells(value: object) -> int:
    """A width or height in cells; ValueError where it is none."""
    if isinstance(value, int) and 0 < value <= LARGEST:
        return value
    raise ValueError("no size of a window")


def _text(name: str, value: object) -> Order:
    if not isinstance(value, str):
        raise ValueError("no text")
    return Order(name, value)


def _size(name: str, value: object) -> Order:
    if not isinstance(value, dict):
        raise ValueError("no size")
    return Order(name, width=cells(value.get("width")), height=cells(value.get("height")))


def _bare(name: str, _: object) -> Order:
    return Order(name)


NAMES: dict[str, Callable[[str, Any], Order]] = {
    "stdin": _text,
    "ping": _text,
    "resize": _size,
    "focus": _bare,
    "blur": _bare,
}
"""Message of textual-serve's page → how it is read."""


def read_order(message: str) -> Order:
    """Read a message `[name, value]`; ValueError where it is not one of the page's."""
    try:
        match json.loads(message):
            case [str(name), *rest] if name in NAMES and len(rest) <= 1:
                return NAMES[name](name, rest[0] if rest else None)
    except RecursionError:
        pass
    raise ValueError("no message of the page")
