"""Times of day: "3 a.m.", "15:40", "noon"."""

import re
from typing import NamedTuple

LONGEST = 2000
"""Characters of a text that are read."""

_TIME = re.compile(
    r"\b(?<!\d:)(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?!:|\d| ?[ap]\.?m)"
    r"|(?P<word>midnight|noon|midday))",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s?\(?(?:GMT|UTC|local time|[ECMP][SD]?T)\b")
_WORDS = {"midnight": 0, "noon": 720, "midday": 720}


class Clock(NamedTuple):
    """A time of day as written, in minutes from midnight; None where there is no such hour.

    `zoned` is set where its zone is named, so that it may be another place's time.
    """

    text: str
    minutes: int | None
    zoned: bool


def clocks_in(text: str) -> tuple[Clock, ...]:
    """The times of day of a passage, in reading order."""
    return tuple(
        Clock(match[0], _minutes(match), _ZONE.match(text, match.end()) is not None)
        for match in _TIME.finditer(text[:LONGEST])
    )


def _minutes(match: re.Match[str]) -> int | None:
    if match["word"]:
        return _WORDS[match["word"].lower()]
    if match["hour24"]:
        return int(match["hour24"]) * 60 + int(match["minute24"])
    hour = int(match["hour"])
    afternoon = 12 if match["half"].lower() == "p" else 0
    return (hour % 12 + afternoon) * 60 + int(match["minute"] or 0) if 1 <= hour <= 12 else None
