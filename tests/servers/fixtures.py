"""The servers that tests marked `servers` run against, each started once at most."""

import itertools
from collections.abc import Iterator

import pytest

from tests.servers import running
from tests.servers.running import Dask, OpenSearch, Postgres

_names = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A PostgreSQL that all tests share; never break it."""
    with running.postgres() as server:
        yield server


@pytest.fixture(scope="session")
def opensearch_server() -> Iterator[OpenSearch]:
    """An OpenSearch of one node that all tests share; never break it."""
    with running.opensearch() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def dask_cluster() -> Iterator[Dask]:
    """A Dask scheduler with two workers."""
    with running.dask() as cluster:
        yield cluster


@pytest.fixture
def postgres_url(postgres_server: Postgres) -> str:
    """The address of a case of this test's own on the shared PostgreSQL."""
    return f"{postgres_server.url}?schema=case_{next(_names)}"


@pytest.fixture
def opensearch_url(opensearch_server: OpenSearch) -> str:
    """The address of an index of this test's own on the shared OpenSearch."""
    return f"{opensearch_server.url}/case-{next(_names)}"
