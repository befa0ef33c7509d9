"""Time that grows no faster than the text: a ratio of two runs in one process, never seconds."""

import time
from collections.abc import Callable

SMALL = 3.0
"""Seconds of processor time under which a busy machine and the collector make the ratio noise;
quadratic code takes minutes for texts of this size."""
MOST = 10
"""Times as long that four times the text may take: 4 is linear, 16 quadratic."""


def _seconds(work: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    work(text)
    return time.process_time() - started


def assert_linear(work: Callable[[str], object], text: str) -> None:
    whole = _seconds(work, text)
    assert whole < SMALL or whole < MOST * _seconds(work, text[: len(text) // 4])
