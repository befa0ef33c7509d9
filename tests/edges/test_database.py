"""What a refused login is told as: what is wrong, and where the password belongs."""

import pytest

from workbench.edges.engines import read_address
from workbench.errors import EngineFailed

psycopg = pytest.importorskip("psycopg", reason="needs the extra `postgres`")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("fe_sendauth: no password supplied", "WORKBENCH_INDEX_PASSWORD"),
        ('FATAL:  password authentication failed for user "ada"', "WORKBENCH_INDEX_PASSWORD"),
        ("SSL error: certificate verify failed", "sslrootcert=FILE"),
    ],
)
def test_a_refused_login_says_what_to_do(
    said: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.edges.database import Database

    def refuse(*_: object, **__: object) -> None:
        raise psycopg.OperationalError(said)

    monkeypatch.setattr(psycopg, "connect", refuse)
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD", "hunter2")
    database = Database(read_address("postgresql://ada@db.example/news", "index"), "index")
    with pytest.raises(EngineFailed, match=told) as failed, database.transaction():
        pass
    assert "hunter2" not in str(failed.value)
