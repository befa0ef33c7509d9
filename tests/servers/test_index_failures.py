"""What happens to the index on OpenSearch when nodes are killed while it works."""

import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import running
from tests.servers.running import OpenSearch
from workbench.core.candidates.rerank import query_for
from workbench.edges.index import IndexedPassage, PassageIndex, open_index
from workbench.errors import CaseDamaged, EngineFailed

pytestmark = pytest.mark.servers

MANY = 20_000


@pytest.fixture(scope="module")
def cluster() -> Iterator[OpenSearch]:
    """Three nodes, to be killed and started again."""
    with running.opensearch(3) as nodes:
        yield nodes


@pytest.fixture(autouse=True)
def _whole(cluster: OpenSearch) -> None:
    """Each test begins with all nodes up."""
    for node in cluster.nodes:
        if node.process.poll() is not None:
            cluster.start(node)
    cluster.wait(3)


def opened(cluster: OpenSearch, name: str) -> PassageIndex:
    return open_index(Path(), f"{cluster.url}/{name}")


def passages(count: int) -> Iterator[IndexedPassage]:
    for number in range(count):
        quote = f"Ferry number {number} left the harbour at {number % 24} sharp."
        yield IndexedPassage(f"a{number // 10}", number % 10, number % 10 + 60, quote)


def wait_for_copies(index: PassageIndex, name: str) -> None:
    """Wait until every shard has its copy on another node."""

    def green() -> bool:
        return index._client.cluster.health(index=name)["status"] == "green"

    running.wait_until(green, "a copy of each shard")


def kill_manager(cluster: OpenSearch, index: PassageIndex) -> None:
    """End the elected manager as a power cut would."""
    name = index._client.cat.cluster_manager(format="json")[0]["node"]
    node = next(node for node in cluster.nodes if f"node{node.number}" == name)
    running.stop(node.process, signal.SIGKILL)


def test_a_node_killed_while_indexing_costs_no_passage(cluster: OpenSearch) -> None:
    index = opened(cluster, "killed")
    index.add(passages(10))
    index.commit()
    wait_for_copies(index, "killed")
    killer = threading.Timer(1, kill_manager, (cluster, index))
    killer.start()
    waiting = list(passages(MANY))
    for first in range(0, MANY, 2000):
        index.add(waiting[first : first + 2000])
        index.commit()
    killer.join()
    assert sum(node.process.poll() is None for node in cluster.nodes) == 2
    assert index.stats().passages == MANY
    assert len(index.search(query_for("ferry number 19999"), 50)) == 50
    index.close()


def test_a_node_killed_while_searching_costs_no_hit(cluster: OpenSearch) -> None:
    index = opened(cluster, "asked")
    index.add(passages(2000))
    index.commit()
    wait_for_copies(index, "asked")
    wanted = [hit.quote for hit in index.search(query_for("ferry number 77 harbour"), 20)]
    for number in range(40):
        if number == 10:
            kill_manager(cluster, index)
        hits = index.search(query_for("ferry number 77 harbour"), 20)
        assert [hit.quote for hit in hits] == wanted
    assert sum(node.process.poll() is None for node in cluster.nodes) == 2
    index.close()


def test_a_lost_shard_is_an_error_and_not_nothing_found(
    cluster: OpenSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.edges.index.cluster.PAUSES", (0.5, 1.0))
    index = opened(cluster, "split?shards=3&replicas=0")
    index.add(passages(300))
    index.commit()
    shards = index._client.cat.shards(index="split", format="json")
    holder = next(node for node in cluster.nodes if f"node{node.number}" == shards[0]["node"])
    running.stop(holder.process, signal.SIGKILL)
    with pytest.raises(EngineFailed, match="OpenSearch"):
        index.search(query_for("zebra nowhere"))
    with pytest.raises(EngineFailed, match="OpenSearch"):
        index.search(query_for("ferry"))
    cluster.start(holder)
    cluster.wait(3)
    monkeypatch.undo()
    assert len(index.search(query_for("ferry"), 300)) == 300
    index.close()


def test_an_index_that_was_deleted_is_damaged_and_not_empty(cluster: OpenSearch) -> None:
    index = opened(cluster, "gone")
    index.add(passages(10))
    index.commit()
    index._client.indices.delete(index="gone-v*")
    with pytest.raises(CaseDamaged, match="rebuild"):
        index.search(query_for("ferry"))
    index.add(passages(10))
    with pytest.raises(CaseDamaged, match="rebuild"):
        index.commit()
    index.close()


def test_a_full_disk_is_told_as_what_it_is(cluster: OpenSearch) -> None:
    index = opened(cluster, "full")
    index.add(passages(10))
    index.commit()
    block = {"index.blocks.read_only_allow_delete": True}
    index._client.indices.put_settings(index="full", body=block)
    index.add(passages(20))
    with pytest.raises(EngineFailed, match="read-only"):
        index.commit()
    assert len(index.search(query_for("ferry"), 50)) == 10
    block["index.blocks.read_only_allow_delete"] = None
    index._client.indices.put_settings(index="full", body=block)
    index.commit()
    assert len(index.search(query_for("ferry"), 50)) == 20
    index.close()
