"""How long it takes to start, as ratios against peers timed in the same run.

    python benchmarks/start.py [CASE] [--rounds N]

Commands are timed as whole processes in turns, A B A B …, so that a machine which
speeds up or slows down does so for both. CASE is one that was opened before: of its claims
the last two rows make cases of 100 and of 100,000. The terminal UI and a bare Textual app run
in a pseudo-terminal, until their first words are on the screen. Beside the seconds that
pass stands the processor time, which is all that counts on a machine that others use.
"""

import argparse
import os
import pty
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
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
ROW = "○ open".encode()
"""What a row of the list has: then there is something to work on."""
Timed = tuple[float, float]
"""Seconds that passed, and seconds of a processor."""
PATIENCE = 60
"""Seconds until a start counts as failed."""


def ended(process: int) -> float:
    """The processor time of a child that has ended or was killed."""
    _, _, used = os.wait4(process, 0)
    return used.ru_utime + used.ru_stime


def whole_process(*command: str) -> Callable[[], Timed]:
    """A timer of a command from its start to its end."""

    def timed() -> Timed:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        processor = ended(process.pid)
        process.returncode = 0
        return time.perf_counter() - started, processor

    return timed


def first_screen(words: bytes, *command: str) -> Callable[[], Timed]:
    """A timer of a command until some words are written to its terminal."""

    def timed() -> Timed:
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
        processor = ended(process)
        os.close(terminal)
        return taken, processor

    return timed


def with_claims(case: str, count: int, folder: Path) -> str:
    """A copy of an indexed case in which the claims of its catalogue are repeated up to a count."""
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns(".git", ".venv", "*cache*"))
    with sqlite3.connect(folder / ".workbench" / "catalog.sqlite") as catalog:
        (known,) = catalog.execute("SELECT count(*) FROM claims").fetchone()
        catalog.execute(
            """
            WITH RECURSIVE times(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < ?)
            INSERT INTO claims SELECT printf('%s%06x', substr(id, 1, 10), n), article, start, end,
                n || ' ' || quote, kinds, claimant, score * (1 - n * 1e-6), body, slots
            FROM claims, times""",
            (count // known + 1,),
        )
        catalog.execute(
            "DELETE FROM claims WHERE rowid NOT IN (SELECT rowid FROM claims LIMIT ?)", (count,)
        )
    return str(folder)


def main() -> None:
    """Print a Markdown table of medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", nargs="?", default=str(Path(__file__).parent.parent))
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    case = ("--case", options.case)
    scratch = tempfile.TemporaryDirectory()
    listed = {
        count: with_claims(options.case, count, Path(scratch.name) / str(count))
        for count in (100, 100_000)
    }
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
        *(
            (
                f"first list, of {count:,} claims, against a bare Textual app",
                first_screen(ROW, workbench, "--case", folder),
                first_screen(b"Ready", python, "-c", BARE_APP),
            )
            for count, folder in listed.items()
        ),
    )
    print("| what | ours, s | peer, s | ratio | ratio in processor time |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, ours, peer in pairs:
        times = [(ours(), peer()) for _ in range(options.rounds + 1)][1:]  # the first warms up
        a, b = (median(side[0] for side in column) for column in zip(*times, strict=True))
        ratio, processor = (median(us[n] / them[n] for us, them in times) for n in (0, 1))
        print(f"| {name} | {a:.2f} | {b:.2f} | {ratio:.2f} | {processor:.2f} |")
    scratch.cleanup()


if __name__ == "__main__":
    main()
