"""Texts that repeat themselves are read, searched and compared in a moment.

Processor time is measured, not the clock: what else the machine does says nothing.
"""

import time
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.case.annotating import compare_pairs

from .inputs import INPUTS

SECONDS = 2.0
"""Of processor time, for each kind of work."""
NAMES = ("spaces.txt", "words.txt", "digits.txt")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_text_that_repeats_itself_takes_under_two_seconds(
    empty_case: Case, tmp_path: Path, name: str
) -> None:
    text = INPUTS[name].data.decode()
    (tmp_path / "first.txt").write_text("Floods\n\nOne person died in Bville.\n", encoding="utf-8")
    empty_case.corpus.import_paths([str(tmp_path / "first.txt")])  # loads what is loaded once
    empty_case.matching.search("person died")
    (tmp_path / name).write_text(text, encoding="utf-8")
    pairs = [{"id": 1, "claim": text, "passage": text.replace("died", "were killed")}]
    for work in (
        lambda: empty_case.corpus.import_paths([str(tmp_path / name)]),
        lambda: empty_case.matching.search(text),
        lambda: list(compare_pairs(pairs)),
    ):
        begun = time.process_time()
        assert work()
        assert time.process_time() - begun < SECONDS
