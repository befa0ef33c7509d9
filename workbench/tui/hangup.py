"""A terminal that goes away ends the program, even where no signal tells it so.

Textual's reader asks a closed terminal for keys without end, and what draws waits
for a writer that is gone. A window that closes sends SIGHUP to the program that it
controls; one that was started without a controlling terminal (in a container, under
a supervisor) is told nothing and would keep a processor busy and the case open.
"""

import os
import select
import signal
import threading


def end_with_terminal(fd: int) -> None:
    """End this process as a closed window would when the terminal of `fd` goes away.

    What the reviewer was told is saved is on the disk, and a draft is as it stood
    last, so nothing has to be done first. Does nothing where `fd` is no terminal or
    `poll` cannot say.
    """
    if os.isatty(fd) and hasattr(select, "poll"):
        threading.Thread(target=_wait, args=(fd,), name="hangup", daemon=True).start()


def _wait(fd: int) -> None:
    poller = select.poll()
    poller.register(fd, 0)  # no event asked for: only a hang-up or an error ends the wait
    if any(events & select.POLLHUP for _, events in poller.poll()):
        os.kill(os.getpid(), signal.SIGHUP)
