"""Talking to OpenSearch: with patience, and never taking half an answer for a whole one.

Every request that goes through here may be sent twice without harm. What a node
that starts, stops or is overloaded answers is asked again, a little later each
time; what is wrong with the request or the login is told at once.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    ConnectionError as NotConnected,
)
from opensearchpy.exceptions import (
    ConnectionTimeout,
    NotFoundError,
    SSLError,
    TransportError,
)

from workbench.edges.engines import Address, password
from workbench.errors import CaseDamaged, EngineFailed, UsageError

PAUSES = (0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each further attempt: together longer than electing a new manager takes."""
PATIENCE = 60.0
"""Seconds after which nothing is asked again, however few attempts there were."""
SECONDS = 30
"""How long a node may take to answer one request."""
PORT = 9200
BUSY = frozenset({429, 502, 503, 504})
"""HTTP states that pass: overloaded, or a shard without its node for the moment."""
NODE_GONE = "not connected"
"""In the reason of a 500: the node that was asked has not noticed yet that another one went."""

T = TypeVar("T")
Answer = dict[str, Any]


class Cluster:
    """One cluster; `seconds` is how long it may take to answer a request.

    Options of the address: `tls` (yes or no; without it yes, except to this
    machine) and `ca` (a file with the authority of the cluster's certificate).
    """

    def __init__(self, address: Address, seconds: float = SECONDS) -> None:
        secret = password("index", address)
        tls = address.options.get("tls", "no" if address.local else "yes") == "yes"
        if secret and not (tls or address.local):
            raise UsageError("a password is only sent over TLS: leave tls=no out of the index")
        more: dict[str, Any] = {}
        if address.user:
            more["http_auth"] = (address.user, secret)
        if "ca" in address.options:
            more["ca_certs"] = address.options["ca"]
        self.where = "OpenSearch at " + ", ".join(host for host, _ in address.hosts)
        self.seconds = seconds
        self.client = OpenSearch(
            [{"host": host, "port": port or PORT} for host, port in address.hosts],
            use_ssl=tls,
            verify_certs=True,
            ssl_show_warn=False,
            timeout=seconds,
            max_retries=len(address.hosts),
            retry_on_status=(),
            **more,
        )

    def ask(self, request: Callable[[], T]) -> T:
        """The answer to a request, asked again while the cluster is busy or away.

        Raises CaseDamaged where the index is not there, EngineFailed where the
        cluster stays away, refuses, or answers for some of its shards only.
        """
        end = time.monotonic() + PATIENCE
        for pause in (*PAUSES, None):
            try:
                return _whole(request())
            except NotFoundError as error:
                raise CaseDamaged(f"{self.where}: the index is not there; rebuild it") from error
            except SSLError as error:
                raise EngineFailed(f"{self.where}: its certificate is not trusted") from error
            except _Partial as error:
                failure: Exception = error
                reason = str(error)
            except (NotConnected, ConnectionTimeout) as error:
                failure, reason = error, _away(error, self.seconds)
            except TransportError as error:
                failure, reason = error, _said(error)
                if error.status_code not in BUSY and NODE_GONE not in str(error).lower():
                    raise EngineFailed(f"{self.where}: {reason}") from error
            if pause is None or time.monotonic() > end:
                raise EngineFailed(f"{self.where}: {reason}") from failure
            time.sleep(pause)
        raise AssertionError("unreachable")

    def bulk(self, actions: Sequence[tuple[Answer, Answer | None]], target: str) -> None:
        """Send (action, document) pairs; returns when every one of them is on disk.

        Those that a busy node turned down are sent again. Raises as `ask`.
        """
        left = list(actions)
        for pause in (*PAUSES, None):
            body = [part for action in left for part in action if part is not None]
            send = partial(self.client.bulk, body=body, index=target, require_alias=True)
            answer = self.ask(send)
            left, reason, final = _refused(left, answer)
            if not left:
                return
            if final or pause is None:
                raise EngineFailed(f"{self.where} does not take passages: {reason}")
            time.sleep(pause)


class _Partial(Exception):
    """An answer for some shards only, or for as far as the time went."""


def _whole(answer: T) -> T:
    if isinstance(answer, Mapping):
        shards = answer.get("_shards", {})
        if shards.get("failed"):
            raise _Partial(f"{shards['failed']} of {shards['total']} shards did not answer")
        if answer.get("timed_out"):
            raise _Partial("the search took too long and was not finished")
    return answer


def _refused(
    sent: Sequence[tuple[Answer, Answer | None]], answer: Answer
) -> tuple[list[tuple[Answer, Answer | None]], str, bool]:
    """(the actions to send again, why one was turned down, whether that will not pass).

    A block (of an index on a full disk) has the state of an overload, but stays.
    """
    again: list[tuple[Answer, Answer | None]] = []
    reason, final = "", False
    for action, item in zip(sent, answer["items"], strict=True):
        (result,) = item.values()
        if result["status"] < 300:
            continue
        if result["status"] == 404:
            raise CaseDamaged("the index is not there; rebuild it")
        again.append(action)
        error = result.get("error", {})
        blocked = error.get("type") == "cluster_block_exception"
        if blocked or not reason:
            reason = str(error.get("reason", result["status"]))
        final = final or blocked or result["status"] not in BUSY
    return again, reason, final


def _away(error: NotConnected, seconds: float) -> str:
    if isinstance(error, ConnectionTimeout):
        return f"no answer within {seconds:g} s"
    return f"no node answers ({type(error.info).__name__})"


def _said(error: TransportError) -> str:
    if error.status_code in {401, 403}:
        return (
            "the login is refused: the user stands in the address, the password in "
            "WORKBENCH_INDEX_PASSWORD"
            if error.status_code == 401
            else f"not allowed: {error.error}"
        )
    return f"{error.status_code} {error.error}"
