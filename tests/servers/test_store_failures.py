"""What happens to decisions in PostgreSQL when the server, the network or a process fails."""

import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.servers import running
from tests.servers.running import Postgres
from workbench.edges.store import VerdictStore, open_server_store
from workbench.errors import CaseError, CaseLocked, EngineFailed

pytestmark = pytest.mark.servers

AT = "2026-03-02T12:00:00Z"

REVIEWER = """
import sys
from workbench.edges.store import open_server_store
from workbench.edges.store.postgres_store import PostgresStore
from workbench.errors import StaleRevision
url, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = open_server_store(url, timeout=60)
refused = 0
for number in range(count):
    claim = f"c{number % 10}"
    seen = store.get("vote", claim)
    while True:
        doc = {"type": "vote", "id": claim, "claim": claim, "by whom": f"{name}-{number}"}
        try:
            store.put(doc, seen["revision"] if seen else 0, by=name, at="2026-03-02T12:00:00Z")
        except StaleRevision as error:
            refused += 1
            assert error.stored["revision"] != (seen["revision"] if seen else 0)
            seen = error.stored
            continue
        break
    print(number, flush=True)
print("refused", refused)
"""


def reviewer(url: str, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", REVIEWER, url, name, str(count)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace"
    )


def note(name: str) -> dict[str, object]:
    return {"type": "mark", "id": name, "claim": "c1"}


def test_8_reviewers_of_250_changes_keep_all_2000(postgres_url: str) -> None:
    running_ = [reviewer(postgres_url, f"r{number}", 250) for number in range(8)]
    refused = 0
    for process in running_:
        out, errors = process.communicate(timeout=300)
        assert (process.returncode, errors) == (0, "")
        refused += int(out.split()[-1])
    store = open_server_store(postgres_url)
    changes = list(store.changes())
    wanted = {f"r{who}-{number}" for who in range(8) for number in range(250)}
    assert len(changes) == 2000
    assert {change.after["by whom"] for change in changes} == wanted
    assert sum(doc["revision"] for doc in store.query("vote")) == 2000
    for claim in range(10):
        own = [c for c in changes if c.id == f"c{claim}"]
        assert [c.before for c in own] == [None, *(c.after for c in own[:-1])]
    assert store.verify() == store.conflicts() == []
    assert refused > 0, "eight at once on ten records have to meet"
    print(f"2,000 kept, {refused} conflicts reported", file=sys.stderr)
    store.close()


def test_killed_reviewers_lose_nothing_acknowledged(postgres_url: str) -> None:
    chance = random.Random(3)
    acknowledged: set[str] = set()
    for round_ in range(6):
        process = reviewer(postgres_url, f"k{round_}", 10_000)
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.1))
        process.kill()
        rest, _ = process.communicate(timeout=30)
        last = max([0, *(int(line) for line in rest.split("\n")[:-1])])
        acknowledged |= {f"k{round_}-{number}" for number in range(last + 1)}
    store = open_server_store(postgres_url)
    assert acknowledged <= {change.after["by whom"] for change in store.changes()}
    assert store.verify() == []
    store.close()


@pytest.fixture
def breakable() -> Iterator[Postgres]:
    """A PostgreSQL of this test's own, to be broken."""
    with running.postgres() as server:
        yield server


def test_a_crashed_server_has_all_that_was_saved_when_it_is_back(breakable: Postgres) -> None:
    store = open_server_store(breakable.url)
    saved: list[str] = []
    failures: list[EngineFailed] = []

    def work() -> None:
        for number in range(100_000):
            try:
                store.put(note(f"n{number}"), 0, by="Ada", at=AT)
            except EngineFailed as error:
                failures.append(error)
                return
            saved.append(f"n{number}")

    thread = threading.Thread(target=work)
    thread.start()
    while len(saved) < 50:
        time.sleep(0.01)
    breakable.crash()
    thread.join(60)
    assert failures
    assert "saved" in str(failures[0])
    with pytest.raises(EngineFailed):
        store.get("mark", "n0")
    breakable.start()
    names = {doc["id"] for doc in store.query("mark")}
    assert set(saved) <= names
    assert len(names) <= len(saved) + 1
    assert store.put(note("after"), 0, by="Ada", at=AT)["revision"] == 1
    assert store.verify() == []
    store.close()


@pytest.mark.parametrize("how", ["crash", "close"])
def test_the_first_save_after_a_restart_is_saved(breakable: Postgres, how: str) -> None:
    stores = [open_server_store(breakable.url) for _ in range(2)]
    for number, store in enumerate(stores):
        store.put(note(f"before{number}"), 0, by="Ada", at=AT)
    getattr(breakable, how)()
    breakable.start()
    for number, store in enumerate(stores):
        assert store.put(note(f"after{number}"), 0, by="Ada", at=AT)["revision"] == 1
        assert store.put(note(f"after{number}"), 1, by="Ada", at=AT)["revision"] == 2
    ids = [change.id for change in stores[0].changes()]
    assert ids == ["before0", "before1", "after0", "after0", "after1", "after1"]
    for store in stores:
        assert store.verify() == []
        store.close()


def told(store: VerdictStore) -> bool:
    """Whether the store hears of a change within some seconds."""
    end = time.monotonic() + 10
    while not (heard := store.may_have_changed()) and time.monotonic() < end:
        time.sleep(0.01)
    return heard


def test_changes_are_told_and_not_asked_for(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = open_server_store(postgres_url), open_server_store(postgres_url)
    assert store.may_have_changed(), "what came before it listened may have been missed"
    assert not store.refresh()
    store.put(note("own"), 0, by="Ada", at=AT)
    with monkeypatch.context() as deaf:
        deaf.setattr(store._database, "transaction", lambda: pytest.fail("the server was asked"))
        time.sleep(0.2)
        assert not any(store.may_have_changed() for _ in range(100)), "one's own is no news"
        other.put(note("others"), 0, by="Ben", at=AT)
        assert told(store)
    assert [change.id for change in store.changes(1)] == ["others"]
    assert store.refresh()
    assert not store.may_have_changed()
    store.close()
    other.close()


def test_a_listener_that_was_cut_off_misses_nothing(breakable: Postgres) -> None:
    store, other = open_server_store(breakable.url), open_server_store(breakable.url)
    store.may_have_changed()
    with other._database.transaction() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
        )
    other.put(note("while nobody listened"), 0, by="Ben", at=AT)
    assert told(store)
    assert store.refresh()
    breakable.crash()
    with pytest.raises(EngineFailed, match="PostgreSQL"):
        told(store)
    breakable.start()
    assert other.get("mark", "after the restart") is None
    other.put(note("after the restart"), 0, by="Ben", at=AT)
    assert told(store)
    assert store.refresh()
    assert not store.may_have_changed()
    other.put(note("and on it goes"), 0, by="Ben", at=AT)
    assert told(store)
    store.close()
    other.close()


class Cut:
    """A way to a server that can be cut just before an answer comes back.

    Or `at_once`, when the server has the question and is at work on it.
    """

    def __init__(self, port: int, *, at_once: bool = False) -> None:
        self._port = port
        self._at_once = at_once
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.cut_answers_to = b""
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._port))
            armed = threading.Event()
            for one, other, asking in ((client, server, True), (server, client, False)):
                threading.Thread(
                    target=self._carry, args=(one, other, asking, armed), daemon=True
                ).start()

    def _carry(
        self, one: socket.socket, other: socket.socket, asking: bool, armed: threading.Event
    ) -> None:
        try:
            while data := one.recv(65536):
                if asking and self.cut_answers_to and self.cut_answers_to in data:
                    armed.set()
                    if self._at_once:
                        other.sendall(data)
                if armed.is_set() and (not asking or self._at_once):
                    self.cut_answers_to, self.cuts = b"", self.cuts + 1
                    break
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listener.close()


def test_a_commit_whose_answer_is_lost_is_looked_for(postgres_server: Postgres) -> None:
    way = Cut(postgres_server.port)
    url = f"postgresql://reviewer@127.0.0.1:{way.port}/postgres?schema=cut_commit&sslmode=disable"
    store = open_server_store(url)
    store.put(note("a"), 0, by="Ada", at=AT)
    way.cut_answers_to = b"COMMIT"
    assert store.put(note("b"), 0, by="Ada", at=AT)["revision"] == 1
    assert way.cuts == 1
    assert [change.id for change in store.changes()] == ["a", "b"]
    way.cut_answers_to = b"INSERT INTO entries"
    with pytest.raises(EngineFailed, match="not saved"):
        store.put(note("c"), 0, by="Ada", at=AT)
    assert way.cuts == 2
    assert [change.id for change in store.changes()] == ["a", "b"]
    assert store.put(note("c"), 0, by="Ada", at=AT)["revision"] == 1
    assert store.verify() == []
    store.close()
    way.close()


SLOW_COMMITS = (
    "CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$",
    "CREATE CONSTRAINT TRIGGER slowly AFTER INSERT ON entries"
    " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slowly()",
)


def test_a_commit_that_goes_on_without_its_connection_is_waited_for(
    postgres_server: Postgres,
) -> None:
    way = Cut(postgres_server.port, at_once=True)
    url = f"postgresql://reviewer@127.0.0.1:{way.port}/postgres?schema=slow_commit&sslmode=disable"
    store = open_server_store(url)
    with store._database.transaction() as cursor:
        for statement in SLOW_COMMITS:
            cursor.execute(statement)
    way.cut_answers_to = b"COMMIT"
    assert store.put(note("a"), 0, by="Ada", at=AT)["revision"] == 1
    assert way.cuts == 1
    assert [change.id for change in store.changes()] == ["a"]
    store.close()
    way.close()


def test_a_held_store_times_out_and_goes_on(postgres_url: str) -> None:
    holder, store = open_server_store(postgres_url), open_server_store(postgres_url, timeout=0.3)
    with holder._database.transaction() as cursor:
        cursor.execute("SELECT * FROM head FOR UPDATE")
        with pytest.raises(CaseLocked):
            store.put(note("a"), 0, by="Ben", at=AT)
        assert store.query() == [], "reading waits for nobody"
    assert store.put(note("a"), 0, by="Ben", at=AT)["revision"] == 1
    holder.close()
    store.close()


def test_a_silent_server_is_given_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.edges.database.CONNECT_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        began = time.monotonic()
        with pytest.raises(EngineFailed, match="PostgreSQL"):
            open_server_store(f"postgresql://ada@127.0.0.1:{port}/x?sslmode=disable")
        assert time.monotonic() - began < 20


def test_a_slow_statement_is_called_off(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.edges.database.STATEMENT_SECONDS", 1)
    store = open_server_store(postgres_url)
    with pytest.raises(EngineFailed, match="no answer within 1 s"):
        store._database.read(lambda cursor: cursor.execute("SELECT pg_sleep(5)"))
    assert store.put(note("a"), 0, by="Ada", at=AT)["revision"] == 1
    store.close()


def test_an_altered_entry_is_named(postgres_url: str) -> None:
    store = open_server_store(postgres_url)
    for name in "abc":
        store.put(note(name), 0, by="Ada", at=AT)
    with store._database.transaction() as cursor:
        cursor.execute("UPDATE entries SET line = replace(line, 'Ada', 'Eve') WHERE seq = 2")
    assert any("entry 2" in fault and "altered" in fault for fault in store.verify())
    with store._database.transaction() as cursor:
        cursor.execute("DELETE FROM entries WHERE seq = 2")
        cursor.execute(
            "UPDATE records SET line = replace(line, 'c1', 'c2') WHERE line LIKE '%\"a\"%'"
        )
    faults = " ".join(store.verify())
    assert "not there" in faults
    assert "mark a is not what the history says" in faults
    store.close()


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STORE_PASSWORD", "hunter2")
    port = running.free_port()
    with pytest.raises(CaseError) as failed:
        open_server_store(f"postgresql://ada@127.0.0.1:{port}/x")
    assert "hunter2" not in str(failed.value) + repr(failed.value.__cause__)
