"""The tour of the README runs as it stands there, in a copy, and prints what it says."""

import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COLUMNS = 80
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def tour() -> list[tuple[str, list[str]]]:
    """(command, the lines under it) of the README's section "A tour"."""
    section = README.split("\n## A tour\n")[1].split("\n## ")[0]
    steps: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", section, re.DOTALL):
        for line in block.rstrip("\n").split("\n"):
            if line.startswith("$ "):
                steps.append((line[2:], []))
            elif line.strip():
                steps[-1][1].append(line)
    return steps


def run(command: str, folder: Path) -> tuple[int, list[str]]:
    """Exit code and what a command says: its output on a terminal of 80 columns, then the rest."""
    master, terminal = pty.openpty()
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    words = ["sh", "-c", command]
    if command.startswith("workbench "):
        words = [*shlex.split(command, comments=True)]
        words = [sys.executable, "-c", "from workbench.cli import main; main()", *words[1:]]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "WORKBENCH_CASE": "tour", "COLUMNS": str(COLUMNS)}
    with open(folder / "said", "wb") as narration:
        ended = subprocess.Popen(words, cwd=folder, env=env, stdout=terminal, stderr=narration)
    os.close(terminal)
    said = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # Linux says so that the other end is closed
            break
        if not piece:
            break
        said += piece
    os.close(master)
    code = ended.wait()
    text = (said + (folder / "said").read_bytes()).decode().replace("\r\n", "\n")
    lines = [ANSI.sub("", line).rstrip() for line in text.split("\n")]
    return code, [line for line in lines if line]


def shown(printed: str, expected: str) -> bool:
    """Whether a line is as the README shows it, or begins so where that ends in an ellipsis."""
    return printed == expected or (
        expected.endswith("…") and printed.startswith(expected.removesuffix("…"))
    )


def test_the_tour_runs_and_prints_what_the_readme_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    steps = tour()
    assert len(steps) > 6
    for command, expected in steps:
        code, printed = run(command, tmp_path)
        assert (command, code) == (command, 1 if "# exit code 1" in command else 0)
        assert len(printed) == len(expected), (command, printed)
        for said, line in zip(printed, expected, strict=True):
            assert shown(said, line), (command, said, line)
    assert not (tmp_path / "claims").exists()  # what is published stays in the copy
