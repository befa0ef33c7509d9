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
        for name in ("NO_COLOR", "COLUMNS", "LINES"):  # a runner of tests may set a size
            env.pop(name, None)
        self.child = subprocess.Popen(
            [sys.executable, "-m", "workbench", "--case", str(folder)],
            stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True,
            close_fds=True,
        )  # fmt: skip
        os.close(slave)
        self.bytes = b""

    def read(self, until, seconds=90.0):
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
