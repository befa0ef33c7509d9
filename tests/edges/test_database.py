"""What a refused login is told as: what is wrong, and where the password belongs."""

import pytest

from workbench.edges.engines import read_address
from workbench.errors import EngineFailed, UsageError

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
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD_HOST", "db.example")
    database = Database(read_address("postgresql://ada@db.example/news", "index"), "index")
    with pytest.raises(EngineFailed, match=told) as failed, database.transaction():
        pass
    assert "hunter2" not in str(failed.value)


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require"])
def test_a_password_is_not_sent_where_the_server_need_not_prove_itself(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.edges.database import Database

    def connect(*_: object, **__: object) -> None:
        raise AssertionError("nothing is connected to")

    monkeypatch.setattr(psycopg, "connect", connect)
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD", "hunter2")
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD_HOST", "db.example")
    address = read_address(f"postgresql://ada@db.example/news?sslmode={mode}", "index")
    with pytest.raises(UsageError, match="over TLS"), Database(address, "index").transaction():
        pass
