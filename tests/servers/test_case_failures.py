"""What a whole case makes of a server that loses what it had, or goes away in the middle."""

import json
import signal
import threading
from pathlib import Path

import pytest

from tests.servers import running
from workbench.case import Case
from workbench.edges.index import open_index
from workbench.edges.settings_file import change_settings
from workbench.errors import EngineFailed

pytestmark = pytest.mark.servers

ARTICLES = 400
SENTENCES = 20


def test_an_index_that_was_deleted_is_made_again_from_the_catalogue(
    seeds_folder: Path, opensearch_url: str
) -> None:
    with Case.open(seeds_folder, "Ada") as case:
        case.moving.index(opensearch_url)
        claim = case.corpus.claims()[0].id
        before = case.matching.candidates(claim, 10)
        other = open_index(Path(), opensearch_url)
        name = opensearch_url.rpartition("/")[2]
        other._client.indices.delete(index=f"{name}-v*")
        other.close()
        assert before
        assert case.matching.candidates(claim, 10) == before


def test_an_import_whose_scheduler_was_lost_goes_on_where_it_was(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    with batch.open("w") as lines:
        for number in range(ARTICLES):
            told = " ".join(
                f"Ferry {number}-{n} brought {n + 2} people to Varna." for n in range(SENTENCES)
            )
            lines.write(json.dumps({"id": f"n{number}", "text": told}) + "\n")
    begun = threading.Event()
    with running.dask() as cluster, Case.open(tmp_path / "case", "Ada", create=True) as case:
        change_settings(case.folder, {("executor",): cluster.url})

        def kill() -> None:
            begun.wait(60)
            running.stop(cluster.scheduler, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        with Case.open(case.folder, "Ada") as remote, pytest.raises(EngineFailed, match="again"):
            remote.corpus.import_paths([str(batch)], progress=lambda *_: begun.set())
        killer.join()
    change_settings(tmp_path / "case", {("executor",): None})
    with Case.open(tmp_path / "case", "Ada") as case:
        case.corpus.import_paths([str(batch)], jobs=2)
        assert len(case.corpus.articles()) == ARTICLES
    with Case.open(tmp_path / "plain", "Ada", create=True) as plain:
        plain.corpus.import_paths([str(batch)], jobs=2)
        wanted = plain.corpus.claims()
    with Case.open(tmp_path / "case", "Ada") as case:
        assert case.corpus.claims() == wanted
