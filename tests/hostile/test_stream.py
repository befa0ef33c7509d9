"""A long stream is annotated line by line: in order, flat in memory, broken lines named."""

import importlib.util
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

_SPEC = importlib.util.spec_from_file_location(
    "stream", Path(__file__).parents[2] / "benchmarks" / "stream.py"
)
assert _SPEC
assert _SPEC.loader
stream = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(stream)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_stream_is_read_in_order_and_in_little_memory(jobs: int) -> None:
    size = 500_000
    sent = sum(1 for _ in stream.lines(size))
    found = stream.measure(size, jobs)
    assert found.articles == sent - sent // stream.EVERY
    assert found.refused == sent // stream.EVERY
    assert found.ordered
    assert 0 < found.peak < 300
