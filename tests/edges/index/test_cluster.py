"""Half an answer, a login, a certificate: what OpenSearch may say besides the truth.

A small server here says it, so that these run wherever the client is installed.
"""

import base64
import json
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from workbench.core.candidates.hits import PassageQuery, QueryTerm
from workbench.edges.engines import read_address
from workbench.errors import CaseDamaged, EngineFailed, UsageError

pytest.importorskip("opensearchpy")

from workbench.edges.index import cluster as clusters
from workbench.edges.index.opensearch import OpenSearchIndex

WHOLE: dict[str, Any] = {
    "_shards": {"total": 2, "successful": 2, "failed": 0},
    "timed_out": False,
    "hits": {"total": {"value": 0}, "hits": []},
}
QUERY = PassageQuery((QueryTerm("words", "ferri"),))
Answer = Callable[[str], tuple[int, Any]]


@contextmanager
def served(search: Answer, context: ssl.SSLContext | None = None, login: str = "") -> Iterator[int]:
    """A server that knows an index `case` and answers searches as told; gives its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, body = search(self.path)
            wanted = "Basic " + base64.b64encode(login.encode()).decode()
            if login and self.headers.get("Authorization") != wanted:
                status, body = 401, {"error": "Unauthorized"}
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        do_GET = do_HEAD = do_PUT = do_POST  # noqa: N815

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def answering(*answers: tuple[int, Any]) -> Answer:
    """A server's answers to searches, one after the other; the last one stays."""
    left = list(answers)

    def answer(path: str) -> tuple[int, Any]:
        if "_search" in path:
            return left.pop(0) if len(left) > 1 else left[0]
        if "_mapping" in path:
            return 200, {"case-v": {"mappings": {"_meta": {"layout": _layout()}}}}
        return 200, {"version": {"number": "2.19.1", "distribution": "opensearch"}}

    return answer


def _layout() -> str:
    from workbench.edges.index.kept_fields import LAYOUT

    return LAYOUT


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "PAUSES", (0.01, 0.02))


def opened(port: int, more: str = "", user: str = "") -> OpenSearchIndex:
    return OpenSearchIndex(read_address(f"opensearch://{user}127.0.0.1:{port}/case{more}", "index"))


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((200, WHOLE | {"_shards": {"total": 2, "successful": 1, "failed": 1}}), "1 of 2 shards"),
        ((200, WHOLE | {"timed_out": True}), "not finished"),
        ((503, {"error": {"type": "search_phase_execution_exception"}}), "503"),
        ((429, {"error": "too many"}), "429"),
        ((400, {"error": {"type": "parsing_exception"}}), "400 parsing_exception"),
        ((401, {"error": "no"}), "login is refused"),
    ],
)
def test_half_an_answer_is_an_error_and_not_nothing_found(
    answer: tuple[int, Any], told: str
) -> None:
    with served(answering(answer)) as port, pytest.raises(EngineFailed, match=told):
        opened(port).search(QUERY)


def test_a_busy_server_is_asked_again() -> None:
    partial = WHOLE | {"_shards": {"total": 2, "successful": 1, "failed": 1}}
    with served(answering((503, {}), (200, partial), (200, WHOLE))) as port:
        assert opened(port).search(QUERY) == []


def test_a_server_that_misses_one_of_its_nodes_is_asked_again() -> None:
    gone = {"type": "node_not_connected_exception", "reason": "[node3] Node not connected"}
    error = {"type": "search_phase_execution_exception", "root_cause": [gone]}
    with served(answering((500, {"error": error, "status": 500}), (200, WHOLE))) as port:
        assert opened(port).search(QUERY) == []


def test_a_missing_index_is_damage() -> None:
    missing = 404, {"error": {"type": "index_not_found_exception"}}
    with served(answering(missing)) as port, pytest.raises(CaseDamaged, match="rebuild"):
        opened(port).search(QUERY)


def test_a_silent_server_is_given_up_on() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        address = read_address(f"opensearch://127.0.0.1:{port}/case", "index")
        with pytest.raises(EngineFailed, match=r"no answer within 0\.2 s"):
            OpenSearchIndex(address, seconds=0.2)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine, signed by itself, with its key beside it."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-keyout", "key.pem", "-out", "ca.pem", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return folder / "ca.pem"


def test_login_and_certificate(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD", "hunter2")
    trusted = f"?tls=yes&ca={certificate}"
    with served(answering((200, WHOLE)), context, "ada:hunter2") as port:
        assert opened(port, trusted, "ada@").search(QUERY) == []
        with pytest.raises(EngineFailed, match="certificate is not trusted"):
            opened(port, "?tls=yes", "ada@")
        monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD", "wrong-one")
        with pytest.raises(EngineFailed, match="login is refused") as refused:
            opened(port, trusted, "ada@")
        assert "wrong-one" not in str(refused.value)


def test_a_password_travels_only_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD", "hunter2")
    monkeypatch.setenv("WORKBENCH_INDEX_PASSWORD_HOST", "search.example")
    address = read_address("opensearch://ada@search.example:9200/case?tls=no", "index")
    with pytest.raises(UsageError, match="only sent over TLS"):
        OpenSearchIndex(address)
