"""Every screen with hostile words in a real pseudo-terminal: none of them is obeyed.

Each control sequence that is written is of a kind that Textual writes for harmless words
too: colours, places of the cursor, its own switches. One that holds a text (OSC, DCS, APC,
PM, SOS) has to be the very same, and none is written in one byte (C1).
"""

import re
import time

import pytest

from tests.hostile.case import HOSTILE, make
from workbench.tui.text import plain

pytestmark = pytest.mark.slow

SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[^\[\]PX^_])"
)
WITH_TEXT = re.compile(rb"\x1b[\]PX^_]")
LONE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\xc2[\x80-\x9f]")

SCREENS: tuple[bytes, ...] = (
    b"j", b"j", b"d", b"\x1b", b"o", b"\x1b", b"v", b"\x1b", b"p", b"\x1b", b"fP", b"\x1b",
    b"2", b"j", b"3", b"j", b"4", b"G", b"m", b"\x1b", b"r", b"\x1b", b"5", b"\x1b", b"6", b"j", b"7",
    b"8", b"\x10", b"saved", b"\x1b", b";", b"\x1b", b"?", b"\x1b", b"1",
)  # fmt: skip
"""What is pressed to see one screen after the other."""


def kind(sequence: bytes) -> bytes:
    """A sequence without its numbers; one that holds a text as it is."""
    return sequence if WITH_TEXT.match(sequence) else re.sub(rb"[0-9;:]+", b"", sequence)


def walk(session, first: str, pasted: str) -> bytes:
    """Everything written while all screens are opened and something is pasted into each line."""
    session.read(first)
    for keys in SCREENS:
        session.press(keys)
        time.sleep(0.4)
        session.read("")
    for line in (b"/", b"w", b"A"):
        session.press(line)
        time.sleep(0.2)
        session.press(b"\x1b[200~" + pasted.encode() + b"\x1b[201~")
        time.sleep(0.4)
        session.read("")
        session.press(b"\x1b")
        time.sleep(0.2)
    for keys in (b"\x1b", b"1", b"q"):
        session.press(keys)
        time.sleep(0.3)
    assert session.wait() == 0
    return session.bytes


def test_hostile_words_write_no_other_sequences_than_harmless_ones(terminal, fresh_case, tmp_path):
    harmless = walk(terminal(fresh_case(), columns=160, rows=48), "killed more than 120", "words")
    hostile_case = make(tmp_path)
    seen = b""
    for words in HOSTILE.values():
        seen += walk(terminal(hostile_case, columns=160, rows=48), "flood killed", words)
    known = {kind(found) for found in SEQUENCE.findall(harmless)}
    assert {kind(found) for found in SEQUENCE.findall(seen)} - known == set()
    assert not LONE.search(SEQUENCE.sub(b"", seen))
    for words in HOSTILE.values():
        assert plain(words).encode() in seen
