"""A connection to PostgreSQL that tells apart "not saved", "busy" and "away".

The store and the index on PostgreSQL share it. Threads take turns. A connection
that was lost is made again at the next use; whether to repeat the work is for the
caller to say, who knows what it means to do it twice.
"""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.rows import TupleRow

from workbench.edges.engines import Address, password
from workbench.errors import CaseError, CaseLocked, EngineFailed, UsageError

CONNECT_SECONDS = 10
"""How long a server may take to accept a connection."""
STATEMENT_SECONDS = 60
"""How long one statement may take before the server calls it off."""
SILENT_SECONDS = 15
"""How long a connection may give no sign of life while something is asked."""
SCHEMA = "workbench"
"""Schema of a case whose address names none."""

_NAME = re.compile(r"[a-z_][a-z0-9_]{0,50}")
_HINTS = {
    "no password supplied": "it goes into WORKBENCH_{}_PASSWORD",
    "password authentication failed": "the password is the one in WORKBENCH_{}_PASSWORD",
    "certificate verify failed": "name an authority of your own by ?sslrootcert=FILE",
}
"""Part of what libpq or the server says → what to do, with the seam in capitals."""
_SURE = frozenset({"verify-ca", "verify-full"})
"""Modes of TLS in which the server has to prove who it is."""
_NETWORK = {"sslmode": "verify-full", "sslrootcert": "system"}

Connection = psycopg.Connection[TupleRow]
Cursor = psycopg.Cursor[TupleRow]
T = TypeVar("T")
Migration = Callable[[Cursor], object]


class Database:
    """One case's schema on a server, and one connection to it.

    `timeout` (seconds) is how long a statement waits for others' locks. A server
    on another machine is spoken to over TLS with its name checked, unless the
    address says otherwise in libpq's own parameters.
    """

    def __init__(self, address: Address, seam: str, timeout: float = 10.0) -> None:
        self.schema = address.options.get("schema", SCHEMA)
        if not _NAME.fullmatch(self.schema):
            raise UsageError(f"{self.schema!r:.60} is no name for a schema: small letters, digits")
        self.where = f"PostgreSQL, schema {self.schema}"
        self._target = _without_schema(address.text)
        self._seam = seam
        self._address = address
        self._settings = _settings(address, timeout)
        self._connection: Connection | None = None
        self._guard = threading.RLock()

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """All that is done within takes effect together, or not at all.

        Raises CaseLocked where another process holds what is needed for too long,
        EngineFailed where the server is away, CaseError where it refuses.
        """
        with self._guard, self._translated(), ExitStack() as open_:
            yield open_.enter_context(self._begun(open_).cursor())

    def read(self, work: Callable[[Cursor], T]) -> T:
        """The answer of `work`, which only reads; asked again once on a lost connection."""
        try:
            with self.transaction() as cursor:
                return work(cursor)
        except EngineFailed:
            with self.transaction() as cursor:
                return work(cursor)

    def migrate(self, room: str, migrations: tuple[Migration, ...]) -> None:
        """Bring the tables of a room (store or index) to this program's version.

        Raises CaseError where a newer program made them.
        """
        with self.transaction() as cursor:
            _prepare(cursor, self.schema)
            cursor.execute("SELECT count(*) FROM migrations WHERE room = %s", [room])
            done = int((cursor.fetchone() or (0,))[0])
            if done > len(migrations):
                raise CaseError(f"{self.where} was made by a newer version of the program")
            for number, migration in enumerate(migrations[done:], done + 1):
                migration(cursor)
                cursor.execute("INSERT INTO migrations VALUES (%s, %s)", [room, number])

    def listen(self, channel: str) -> Connection:
        """A connection of the caller's own that is told what is sent to a channel.

        Raises as `transaction`.
        """
        with self._translated():
            connection = self._new_connection()
            connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
            return connection

    def close(self) -> None:
        """Close the connection; what was not committed is dropped."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _begun(self, open_: ExitStack) -> Connection:
        """A connection with a transaction begun, which ends with `open_`.

        A kept connection may have died while nobody used it, say because the server was
        started anew; that shows at the first statement, when nothing has been done yet.
        """
        kept = self._connection
        try:
            connection = self._connected()
            open_.enter_context(connection.transaction())
        except (psycopg.OperationalError, psycopg.InterfaceError):
            self._drop()
            if kept is None or self._connection is not None:
                raise
            connection = self._connected()
            open_.enter_context(connection.transaction())
        return connection

    def _connected(self) -> Connection:
        if self._connection is None or self._connection.closed:
            connection = self._new_connection()
            path = sql.SQL("SET search_path TO {}, public").format(sql.Identifier(self.schema))
            connection.execute(path)
            self._connection = connection
        return self._connection

    def _new_connection(self) -> Connection:
        secret = password(self._seam, self._address)
        if secret and not self._address.local and self._settings.get("sslmode") not in _SURE:
            raise UsageError(
                "a password is only sent over TLS to a server whose certificate is checked: "
                f"leave sslmode out of the address of the {self._seam}, or say verify-full"
            )
        target = make_conninfo(self._target, password=secret or None)
        return psycopg.connect(target, autocommit=True, **self._settings)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except psycopg.errors.LockNotAvailable as error:
            raise CaseLocked(f"{self.where}: another process holds it for too long") from error
        except psycopg.errors.QueryCanceled as error:
            raise EngineFailed(
                f"{self.where}: no answer within {STATEMENT_SECONDS} s; nothing was changed"
            ) from error
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            self._drop()
            raise EngineFailed(f"{self.where}: {_reason(error)}{self._hint(error)}") from error
        except psycopg.Error as error:
            raise CaseError(f"{self.where} refuses: {_reason(error)}") from error

    def _hint(self, error: psycopg.Error) -> str:
        hints = (hint for said, hint in _HINTS.items() if said in str(error))
        return "".join(f" ({hint.format(self._seam.upper())})" for hint in hints)

    def _drop(self) -> None:
        if self._connection is not None and self._connection.broken:
            with suppress(psycopg.Error):
                self._connection.close()
            self._connection = None


def _settings(address: Address, timeout: float) -> dict[str, Any]:
    limits = {
        "lock_timeout": round(timeout * 1000),
        "statement_timeout": STATEMENT_SECONDS * 1000,
        "idle_in_transaction_session_timeout": 10 * STATEMENT_SECONDS * 1000,
    }
    safe = {} if address.local else _NETWORK | _stated(address)
    if "sslmode" in address.options and "sslrootcert" not in address.options:
        safe.pop("sslrootcert", None)
    return {
        "connect_timeout": CONNECT_SECONDS,
        "tcp_user_timeout": SILENT_SECONDS * 1000,
        "keepalives_idle": SILENT_SECONDS,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
        **safe,
    }


def _stated(address: Address) -> dict[str, str]:
    """What an address itself says of TLS."""
    return {name: address.options[name] for name in _NETWORK if name in address.options}


def _without_schema(text: str) -> str:
    """The address as libpq takes it."""
    parts = urlsplit(text)
    options = [(k, v) for k, v in parse_qsl(parts.query) if k != "schema"]
    return urlunsplit(parts._replace(query=urlencode(options)))


def _prepare(cursor: Cursor, schema: str) -> None:
    """Make the schema and its list of migrations; one process at a time."""
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"claim workbench {schema}"])
    cursor.execute("SELECT to_regclass(%s) IS NULL", [f"{schema}.migrations"])
    if (cursor.fetchone() or (True,))[0]:
        cursor.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema)))
        cursor.execute(
            "CREATE TABLE migrations (room text, number int, at timestamptz DEFAULT now(),"
            " PRIMARY KEY (room, number))"
        )


def _reason(error: psycopg.Error) -> str:
    """What the server or the network says, in one line."""
    said = error.diag.message_primary or str(error)
    return " ".join(said.split()) or type(error).__name__
