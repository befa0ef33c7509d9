"""What a whole case makes of a server that loses what it had."""

from pathlib import Path

import pytest

from workbench.case import Case
from workbench.edges.index import open_index
from workbench.errors import EngineFailed

pytestmark = pytest.mark.servers


def test_an_index_that_was_deleted_is_an_error_until_it_is_filled_again(
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
        with pytest.raises(EngineFailed, match="move --index"):
            case.matching.candidates(claim, 10)
        case.moving.index(opensearch_url)
        assert case.matching.candidates(claim, 10) == before
