"""Every screen with hostile words in a real pseudo-terminal: none of them is obeyed.

Each control sequence that is written is of a kind that Textual writes for harmless words
too: colours, places of the cursor, its own switches. One that holds a text (OSC, DCS, APC,
PM, SOS) has to be the very same, and none is written in one byte (C1).
"""

import re

import pytest

from tests.hostile.case import HOSTILE, make
from workbench.tui.text import plain

pytestmark = pytest.mark.slow

SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[^\[\]PX^_])"
)
WITH_TEXT = re.compile(rb"\x1b[\]PX^_]")
LONE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\xc2[\x80-\x9f]")

SCREENS: tuple[tuple[bytes, str], ...] = (
    (b"d", "· score "), (b"\x1b", ""), (b"j", ""), (b"v", "Rating"), (b"\x1b", ""), (b"p", ""),
    (b"\x1b", ""),
    (b"f", ""), (b"P", "A name for"), (b"\x1b", ""), (b"2", "2▸Conflicts"), (b"j", ""),
    (b"3", "3▸Figures"), (b"\x1b", ""), (b"4", "4▸Articles"), (b"G", ""),
    (b"m", "Correct what is known"),
    (b"\x1b", ""), (b"r", "as it came first"), (b"\x1b", ""), (b"5", "5▸Import"), (b"\x1b", ""),
    (b"6", "6▸History"), (b"j", ""), (b"7", "7▸Review"), (b"\x10", "Search for commands"),
    (b"saved", "saved"), (b"\x1b", ""), (b"\x1b", ""), (b";", "Jump: the letter"), (b"\x1b", ""),
    (b"?", "j k scroll"), (b"\x1b", ""), (b"8", "8▸Settings"), (b"1", "1▸Claims"),
)  # fmt: skip
"""What is pressed to see one screen after the other, and what shows that it is there."""
QUIET = 4
"""Looks in a row, of a tenth of a second, without a byte: the program is at rest.

A cursor that blinks writes every half second, so it takes no longer pause for rest.
"""


def kind(sequence: bytes) -> bytes:
    """A sequence without its numbers; one that holds a text as it is."""
    return sequence if WITH_TEXT.match(sequence) else re.sub(rb"[0-9;:]+", b"", sequence)


def walk(session, first: str, pasted: str) -> bytes:
    """Everything written while all screens are opened and something is pasted into a line."""
    session.read(first)
    session.read("why:")  # the candidates of the first claim are there
    press(session, b"g")
    for keys, shown in SCREENS:
        press(session, keys, shown)
    for line, shown in ((b"/", ""), (b"w", "Search the corpus for")):
        press(session, line, shown)
        press(session, b"\x1b[200~" + pasted.encode() + b"\x1b[201~")
        press(session, b"\x1b")
    press(session, b"q")
    assert session.wait() == 0
    return session.bytes


def press(session, keys: bytes, shown: str = "") -> None:
    """Send keys, wait until what they lead to is painted, and until nothing is painted any more."""
    session.press(keys)
    session.read(shown)
    quiet = 0
    while quiet < QUIET:
        written = len(session.bytes)
        session.read("")
        quiet = quiet + 1 if written == len(session.bytes) else 0


def test_hostile_words_write_no_other_sequences_than_harmless_ones(terminal, fresh_case, tmp_path):
    harmless = walk(terminal(fresh_case(), columns=160, rows=48), "killed more than 120", "words")
    hostile_case = make(tmp_path)
    pasted = re.sub(
        "[\x1b\x9b]", "", " ".join(HOSTILE.values())
    )  # as terminals paste: without them
    seen = walk(terminal(hostile_case, columns=160, rows=48), "flood killed", pasted)
    known = {kind(found) for found in SEQUENCE.findall(harmless)}
    assert {kind(found) for found in SEQUENCE.findall(seen)} - known == set()
    assert not LONE.search(SEQUENCE.sub(b"", seen))
    for words in HOSTILE.values():
        assert plain(words).encode() in seen
