"""One run of the program for one window of a browser.

It runs on a pseudo-terminal of its own, as in any terminal, so it ends with the server even
where that is killed: the kernel hangs the terminal up. In it the UI uses Textual's driver
for the web, which sends packets: one byte of type ("D" what to paint, "M" what to do), the
length in four bytes, big-endian, then the payload. No order of the program is passed on to
the page, so none opens an address or hands out a file; its end shows by itself. That driver
does not hand its terminal to another program either, such as an editor.
"""

import asyncio
import contextlib
import fcntl
import json
import os
import subprocess
import termios
import tty
from collections.abc import AsyncIterator, Mapping

STARTED = b"__GANGLION__\n"
"""What the driver writes before its first packet."""
KEPT = 4096
"""Bytes of the program's messages that are kept, to show why it did not start."""
PATIENCE = 5.0
"""Seconds that a program gets to end by itself."""
SECRETS = ("WORKBENCH_SERVE_PASSWORD",)
TOOLS = (
    *("EDITOR", "VISUAL", "BROWSER"),
    *("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS"),
)
"""Settings that a served window must not have: an editor in it would open any file."""


def environment(outer: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    """The program's environment: the server's without its password, for a web page."""
    kept = {name: value for name, value in outer.items() if name not in (*SECRETS, *TOOLS)}
    return kept | {
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM": "xterm-256color",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }


class Program:
    """The program, started; type into it, read what it paints, stop it."""

    def __init__(self, process: asyncio.subprocess.Process, reader: asyncio.StreamReader,
                 writer: asyncio.StreamWriter, hung_up: asyncio.BaseTransport) -> None:  # fmt: skip
        self._process = process
        self._reader = reader
        self._writer = writer
        self._hung_up = hung_up
        self._messages = asyncio.create_task(self._read_messages())

    @classmethod
    async def start(cls, command: tuple[str, ...], width: int, height: int) -> "Program":
        """Start the command on a new terminal of that size, in cells."""
        master, slave = os.openpty()
        tty.setraw(slave)
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=slave,
                stdout=slave,
                stderr=subprocess.PIPE,
                env=environment(os.environ, width, height),
                start_new_session=True,
                preexec_fn=_take_terminal,
            )
        except OSError:
            os.close(master)
            raise
        finally:
            os.close(slave)
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        reading, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(os.dup(master), "rb", 0)
        )
        writing, protocol = await loop.connect_write_pipe(
            lambda: asyncio.StreamReaderProtocol(asyncio.StreamReader()),
            os.fdopen(master, "wb", 0),
        )
        return cls(process, reader, asyncio.StreamWriter(writing, protocol, None, loop), reading)

    async def painted(self) -> AsyncIterator[bytes]:
        """What the program paints, until it ends."""
        # Linux answers EIO where a terminal's other side is closed.
        ended = (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError)
        with contextlib.suppress(*ended):
            await self._reader.readuntil(STARTED)
            while True:
                head = await self._reader.readexactly(5)
                payload = await self._reader.readexactly(int.from_bytes(head[1:], "big"))
                if head[:1] == b"D":
                    yield payload

    async def messages(self) -> bytes:
        """What the ended program wrote to stderr: its last lines."""
        return await self._messages

    async def _read_messages(self) -> bytes:
        assert self._process.stderr is not None
        kept = b""
        while piece := await self._process.stderr.read(KEPT):
            kept = (kept + piece)[-KEPT:]
        return kept

    async def type(self, text: str) -> None:
        """Keys, clicks and pasted text, as a terminal sends them."""
        await self._send(b"D", text.encode("utf-8", "replace"))

    async def order(self, type_: str, **details: int) -> None:
        """Tell the driver something: "resize" with width and height, "focus", "blur", "quit"."""
        await self._send(b"M", json.dumps({"type": type_, **details}).encode())

    async def _send(self, type_: bytes, payload: bytes) -> None:
        self._writer.write(type_ + len(payload).to_bytes(4, "big") + payload)
        with contextlib.suppress(OSError):  # it ended meanwhile; `painted` tells
            await self._writer.drain()

    async def stop(self) -> None:
        """End the program: ask it, then tell it, then kill it. Returns when it is gone."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.order("quit"), 1.0)
        for harder in (self._process.terminate, self._process.kill):
            if await self._ended():
                break
            with contextlib.suppress(ProcessLookupError):
                harder()
        await self._process.wait()
        self._writer.transport.abort()
        self._hung_up.close()
        self._messages.cancel()

    async def _ended(self) -> bool:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), PATIENCE)
        return self._process.returncode is not None


def _take_terminal() -> None:
    """Make the new terminal the child's own, so that it hears when it is hung up."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
