"""A case in the browser: what is offered there, and to whom."""

import sys
from collections.abc import Callable
from pathlib import Path

from workbench.case import Case
from workbench.edges import serving


def is_private(host: str) -> bool:
    """Whether only this machine can reach an address."""
    return serving.is_loopback(host)


def serve(
    folder: Path, reviewer: str, host: str, port: int, password: str,
    ready: Callable[[str], None], tell: Callable[[str], None],
) -> None:  # fmt: skip
    """Serve the terminal UI of a case until the process is told to stop.

    `ready` gets the link with the one-time token, `tell` what the owner should know
    meanwhile. Raises UsageError where the extra `serve` is missing, the address cannot be
    had, or other machines could come in without a password; CaseError where there is no
    case to serve.
    """
    name = folder.resolve().name
    words = [sys.executable, "-m", "workbench", "--case", str(folder.resolve())]
    words += ["--reviewer", reviewer] if reviewer else []
    offer = serving.Offer(tuple(words), name, host, port, password, tell)
    serving.check(offer)
    with Case.open(folder, reviewer):
        pass  # better said here than in a page
    serving.serve(offer, ready)
