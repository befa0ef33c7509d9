"""The program in a real pseudo-terminal: started by its command, driven by bytes."""

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time

import pytest

from workbench.case import Case

pytestmark = pytest.mark.slow

HOSTILE = (
    "Flood in Arda \x1b]0;owned\x07\n\nThe ministry said 12 people died \x1b]52;c;ZXZpbA==\x07 "
    "\x1b[6n\x9b2J \x1b]8;;http://localhost/\x07here\x1b]8;;\x07 on Monday.\n\n"
    "Rescuers said 12 people died in Arda on Monday \x1b]52;c;ZXZpbA==\x07.\n"
)


class Terminal:
    """A child on a pseudo-terminal of a given size; keeps every byte it wrote."""

    def __init__(self, folder, columns=80, rows=24):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        env = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "WORKBENCH_REVIEWER": "Ada",
        }
        env.pop("NO_COLOR", None)
        self.child = subprocess.Popen(
            [sys.executable, "-m", "workbench", "--case", str(folder)],
            stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True, close_fds=True,
        )  # fmt: skip
        os.close(slave)
        self.bytes = b""

    def read(self, until, seconds=30.0):
        """Read until some text was painted (colours and cursor moves left out)."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                with contextlib.suppress(OSError):
                    self.bytes += os.read(self.master, 65536)
            if until in self.text:
                return
        pytest.fail(f"never painted {until!r}; last: {self.text[-800:]!r}")

    def press(self, keys):
        """Send bytes, and start to look for what is painted after them."""
        self.bytes_before = len(self.bytes)
        os.write(self.master, keys)

    @property
    def text(self):
        """What was painted since the last keys, roughly."""
        painted = self.bytes[getattr(self, "bytes_before", 0) :].decode("utf-8", "replace")
        return re.sub(
            r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[\]P^_][^\x07\x1b]*(?:\x07|\x1b\\)?", "", painted
        )

    def wait(self):
        """Until the program has ended; its exit code."""
        end = time.monotonic() + 20
        while self.child.poll() is None and time.monotonic() < end:
            with contextlib.suppress(OSError):
                if select.select([self.master], [], [], 0.1)[0]:
                    self.bytes += os.read(self.master, 65536)
        os.close(self.master)
        return self.child.returncode


@pytest.fixture
def terminal():
    """Opens the program on a case; ends it when the test ends."""
    opened = []

    def make(folder, **size):
        opened.append(Terminal(folder, **size))
        return opened[-1]

    yield make
    for one in opened:
        if one.child.poll() is None:
            one.child.kill()
            one.child.wait()


def test_a_session_from_start_to_verdict_and_export(fresh_case, terminal):
    folder = fresh_case()
    session = terminal(folder)
    session.read("The flood killed more than 120")
    session.press(b"\r")
    session.read("why: ")
    session.press(b"c")
    session.read("Linked")
    session.press(b"v")
    session.read("Rating")
    session.press(b"2About 120")
    session.read("9 of 75")
    session.press(b"\x13")
    session.read("To mend before it leaves")
    session.press(b"\x1b")
    session.read("1 ruled")
    session.press(b"e")
    session.read("1 written")
    session.press(b"q")
    assert session.wait() == 0
    with Case.open(folder) as case:
        claim = case.corpus.claims()[0].id
        assert case.decisions.verdict(claim).summary == "About 120"
        assert case.decisions.verdict(claim).by == "Ada"
        assert len(case.decisions.links(claim)) == 1
    assert list((folder / "claims" / "published").rglob("*.md"))


def test_no_sequence_of_an_article_reaches_the_terminal(fresh_case, terminal):
    session = terminal(fresh_case({"osc.txt": HOSTILE}), columns=120, rows=36)
    session.read("12 people died")
    for keys in (b"\r", b"c", b"\r", b"\x1b", b"2", b"3", b"4", b"6", b"1", b"v"):
        session.press(keys)
        time.sleep(0.6)
        session.read("")
    session.press(b"\x1b")
    time.sleep(0.5)
    session.press(b"q")
    session.wait()
    for sequence in (
        b"\x1b]52",
        b"\x1b]0;owned",
        b"\x1b]8;;http",
        b"\x1b[6n",
        b"\xc2\x9b",
        b"ZXZpbA==\x07",
    ):
        assert sequence not in session.bytes
    assert "␛]52;c;ZXZpbA==␇".encode() in session.bytes


def test_a_terminal_too_small_says_so(fresh_case, terminal):
    session = terminal(fresh_case(), columns=40, rows=10)
    session.read("Needs 60×15, has 40×10")
    session.press(b"q")
    assert session.wait() == 0
