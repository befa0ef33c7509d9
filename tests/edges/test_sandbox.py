"""A child that dies, hangs or eats memory costs its call, and nothing else."""

import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.edges.sandbox import Sandbox, SandboxFailed


@pytest.fixture
def sandbox():
    box = Sandbox(seconds=1.0, megabytes=600)
    yield box
    box.close()


def test_gives_back_what_the_function_returns(sandbox):
    assert sandbox.call(math.sqrt, 16) == 4


def test_runs_in_another_process(sandbox):
    assert sandbox.call(os.getpid) != os.getpid()


@pytest.mark.parametrize(
    ("function", "argument", "words"),
    [
        (os._exit, 3, "ended its process"),
        (time.sleep, 30, "took longer than 1 seconds"),
        (bytearray, 2**31, "MemoryError"),
        (int, "twelve", "ValueError"),
    ],
)
def test_names_what_went_wrong_and_goes_on(sandbox, function, argument, words):
    with pytest.raises(SandboxFailed, match=words):
        sandbox.call(function, argument)
    assert sandbox.call(math.sqrt, 9) == 3


def test_a_killed_child_is_replaced(sandbox):
    first = sandbox.call(os.getpid)
    os.kill(first, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while sandbox._child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert sandbox.call(os.getpid) != first


def test_what_the_function_prints_does_not_mix_with_answers(sandbox):
    assert sandbox.call(print, "x" * 100_000) is None
    assert sandbox.call(os.write, 1, b"y" * 10_000) == 10_000
    assert sandbox.call(math.sqrt, 25) == 5


def test_an_error_of_the_function_is_the_cause(sandbox):
    with pytest.raises(SandboxFailed) as failed:
        sandbox.call(int, "twelve")
    assert isinstance(failed.value.__cause__, ValueError)


def test_what_cannot_be_handed_over_is_said(sandbox):
    with pytest.raises(SandboxFailed, match="cannot be handed over"):
        sandbox.call(lambda: 1)
    with pytest.raises(SandboxFailed):
        sandbox.call(open, os.devnull)
    assert sandbox.call(math.sqrt, 25) == 5


def test_an_interrupt_at_the_terminal_is_the_parents_to_handle(sandbox):
    child = sandbox.call(os.getpid)
    os.kill(child, signal.SIGINT)
    assert sandbox.call(os.getpid) == child


def test_a_child_ends_with_its_parent():
    code = (
        "import os, sys\nfrom workbench.edges.sandbox import Sandbox\n"
        "print(Sandbox().call(os.getpid), flush=True)\nos.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    child = Path(f"/proc/{done.stdout.strip()}")
    deadline = time.monotonic() + 5
    while child.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not child.exists()


def test_large_answers_come_through(sandbox):
    assert len(sandbox.call(bytes, 30_000_000)) == 30_000_000
