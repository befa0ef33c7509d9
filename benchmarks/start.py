"""How long it takes to start, as ratios against peers timed in the same run.

    python benchmarks/start.py [CASE] [--rounds N]

Commands are timed as whole processes in turns, A B A B …, so that a machine which
speeds up or slows down does so for both. The terminal UI and a bare Textual app run
in a pseudo-terminal, until their first words are on the screen.
"""

import argparse
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

BARE_APP = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("Ready")
Bare().run()
"""
PATIENCE = 60
"""Seconds until a start counts as failed."""


def whole_process(*command: str) -> Callable[[], float]:
    """A timer of a command from its start to its end, in seconds."""

    def timed() -> float:
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - started

    return timed


def first_screen(words: bytes, *command: str) -> Callable[[], float]:
    """A timer of a command until some words are written to its terminal, in seconds."""

    def timed() -> float:
        started = time.perf_counter()
        process, terminal = pty.fork()
        if process == 0:
            os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="36")
            os.execvp(command[0], command)
        seen = b""
        while words not in seen:
            ready, _, _ = select.select([terminal], [], [], PATIENCE)
            if not ready:
                raise TimeoutError(f"{command}: {words!r} never came")
            seen = (seen + os.read(terminal, 65536))[-65536:]
        taken = time.perf_counter() - started
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
        return taken

    return timed


def main() -> None:
    """Print a Markdown table of medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", nargs="?", default=str(Path(__file__).parent.parent))
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    case = ("--case", options.case)
    python, workbench = sys.executable, str(Path(sys.executable).with_name("workbench"))
    pairs = (
        (
            "`workbench claims` against `import textual`",
            whole_process(workbench, "claims", *case, "--format", "jsonl"),
            whole_process(python, "-c", "import textual.app"),
        ),
        (
            "`workbench --help` against `import textual`",
            whole_process(workbench, "--help"),
            whole_process(python, "-c", "import textual.app"),
        ),
        (
            "first screen against a bare Textual app",
            first_screen(b"Candidates", workbench, *case),
            first_screen(b"Ready", python, "-c", BARE_APP),
        ),
    )
    print("| what | ours, s | peer, s | ratio |\n| --- | ---: | ---: | ---: |")
    for name, ours, peer in pairs:
        times = [(ours(), peer()) for _ in range(options.rounds + 1)][1:]  # the first warms up
        ratio = median(a / b for a, b in times)
        a, b = (median(column) for column in zip(*times, strict=True))
        print(f"| {name} | {a:.2f} | {b:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
