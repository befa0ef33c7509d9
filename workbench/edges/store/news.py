"""What a PostgreSQL server tells of changes by itself, so that nobody has to ask it.

A connection of its own listens (LISTEN/NOTIFY), from the first time that somebody
wants to know: a command that only saves needs none. Notifications are lost with
their connection, so after each new beginning something may have been missed.
"""

import threading
from contextlib import suppress

import psycopg

from workbench.edges.database import Connection, Database
from workbench.edges.store.tables import CHANNEL


class News:
    """The number of the newest entry, as far as the server told; any thread may ask."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._channel = CHANNEL.format(database.schema)
        self._connection: Connection | None = None
        self._newest = 0
        self._guard = threading.Lock()

    def beyond(self, seen: int) -> bool:
        """Whether there are entries after number `seen`, or may be; never waits for news.

        Raises EngineFailed where the connection was lost and cannot be made again.
        """
        with self._guard:
            if self._connection is not None:
                with suppress(psycopg.OperationalError, psycopg.InterfaceError):
                    for told in self._connection.notifies(timeout=0):
                        self._newest = max(self._newest, int(told.payload))
                    return self._newest > seen
                self._drop()
            self._connection = self._database.listen(self._channel)
            return True

    def close(self) -> None:
        """Stop listening."""
        with self._guard:
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
