"""A few rounds of fuzzing whole cases; `fuzz_cases.py` runs as many as one likes."""

from pathlib import Path

import pytest

from . import fuzz_cases


@pytest.mark.parametrize("seed", [1])
def test_an_altered_case_neither_crashes_nor_reaches_out(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = fuzz_cases.fuzz(8, seed, tmp_path)
    assert [(one.round, one.what, one.altered) for one in found] == []
