"""An import through Dask gives the case that one process gives, whatever happens to a worker."""

import json
import os
import signal
import threading
from pathlib import Path

import pytest

from tests.servers.running import Dask
from workbench.case import Case
from workbench.case.trusting import name_scheduler
from workbench.edges.executors import open_executor
from workbench.edges.settings_file import change_settings

pytestmark = pytest.mark.servers


def batch(folder: Path, count: int) -> Path:
    lines = [
        {
            "id": f"n{number}",
            "title": f"Harbour report {number}",
            "text": f"Officials in Varna said {number + 2} people were injured in the storm. "
            f"Ferry number {number} left on {number % 28 + 1} March 2024.",
        }
        for number in range(count)
    ]
    path = folder / "batch.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def imported(folder: Path, source: Path, url: str) -> list[object]:
    (folder / "seeds").mkdir(parents=True)
    change_settings(folder, {("executor",): url or None})
    if url:
        name_scheduler(url)
    with Case.open(folder, "Ada") as case:
        report = case.corpus.import_paths([str(source)])
        rows = [(row.source, row.outcome) for row in report.rows]
        return [rows, case.corpus.claims()]


def test_the_same_case_with_dask_and_with_a_worker_killed(
    tmp_path: Path, dask_cluster: Dask
) -> None:
    source = batch(tmp_path, 200)
    plain = imported(tmp_path / "plain", source, "")
    assert imported(tmp_path / "dask", source, dask_cluster.url) == plain
    with open_executor(url=dask_cluster.url) as executor:
        pid = executor.submit(os.getpid).result()
    killer = threading.Timer(0.5, os.kill, (pid, signal.SIGKILL))
    killer.start()
    assert imported(tmp_path / "killed", source, dask_cluster.url) == plain
    killer.join()
