"""Fetching from a server that is slow, endless, rude or wrong."""

import gzip
import ipaddress
import socket
import threading
import time
import zlib
from datetime import UTC, datetime

import pytest

from workbench.edges.readers import Reading, read_seed
from workbench.edges.web import addresses
from workbench.edges.web.fetch import Clock, Fetcher, Known, Limits
from workbench.edges.web.links import is_address
from workbench.errors import InputRefused

AT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
PAGE = (
    b"<html><head><title>Ferry service resumes</title></head><body><article>"
    + b"<p>The ferry between the islands resumed service on Monday after a week of storms.</p>" * 3
    + b"</article></body></html>"
)


class Server:
    """A web server on raw sockets: `pages` maps a path to a function of the connection."""

    def __init__(self):
        self.pages = {}
        self.requests = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def answer(self, path, body=b"", status="200 OK", headers=()):
        lines = [
            f"HTTP/1.1 {status}",
            f"Content-Length: {len(body)}",
            "Connection: close",
            *headers,
        ]
        data = ("\r\n".join(lines) + "\r\n\r\n").encode() + body
        self.pages[path] = lambda connection: connection.sendall(data)

    def close(self):
        self._socket.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        with connection:
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connection.recv(65536)
                if not piece:
                    return
                request += piece
            self.requests.append(request.decode("latin-1"))
            path = request.split(b" ")[1].decode()
            missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            try:
                self.pages.get(path, lambda c: c.sendall(missing))(connection)
            except OSError:
                return


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.fixture
def fetcher(server):
    made = []

    def make(**limits):
        options = {"seconds": 5, "pause": 0, "retries": 0, "robots": False} | limits
        fetcher = Fetcher(
            Limits(private=True, ports=(80, 443, server.port), **options),
            Clock(time.monotonic, lambda _: None),
        )
        made.append(fetcher)
        return fetcher

    yield make
    for fetcher in made:
        fetcher.__exit__()


def test_a_page_is_kept_with_its_headers_and_read_from_what_is_kept(server, fetcher, tmp_path):
    packed = gzip.compress(PAGE)
    headers = ["Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip", 'ETag: "7"']
    server.answer("/news/ferry", packed, headers=headers)
    fetched = fetcher().fetch(server.url("/news/ferry"), AT)
    assert fetched.body == packed
    assert fetched.known() == Known('"7"', "")
    seed = tmp_path / "page.warc"
    seed.write_bytes(fetched.record())
    (reading,) = read_seed(seed, "page.warc")
    assert isinstance(reading, Reading)
    assert reading.article.title == "Ferry service resumes"
    assert reading.article.url == server.url("/news/ferry")
    assert "resumed service on Monday" in reading.article.text


def test_the_same_answer_gives_the_same_seed(server, fetcher):
    server.answer("/a", PAGE)
    first, second = (fetcher().fetch(server.url("/a"), AT) for _ in range(2))
    assert first.record() == second.record()
    assert first.name() == second.name()


def test_a_page_that_did_not_change_is_not_sent_again(server, fetcher):
    server.answer("/a", status="304 Not Modified")
    fetched = fetcher().fetch(server.url("/a"), AT, Known('"7"', "Mon, 06 May 2024 07:08:09 GMT"))
    assert fetched.unchanged
    assert 'If-None-Match: "7"' in server.requests[-1].replace("if-none-match", "If-None-Match")


def test_this_machine_is_refused_unless_allowed(server):
    limits = Limits(ports=(server.port,), robots=False, retries=0)
    with (
        Fetcher(limits) as careful,
        pytest.raises(InputRefused, match="not an address of the public web"),
    ):
        careful.fetch(server.url("/"), AT)
    assert server.requests == []


def test_a_redirect_into_a_private_network_is_refused_at_its_hop(server, monkeypatch):
    real = addresses.problem_of
    allowed = ipaddress.ip_address("127.0.0.1")  # stands for the public server
    monkeypatch.setattr(addresses, "problem_of", lambda a: "" if a == allowed else real(a))
    server.answer("/", status="302 Found", headers=["Location: http://inside.example/secret"])
    names = {"outside.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    limits = Limits(ports=(80, server.port), robots=False, retries=0, pause=0)
    with (
        Fetcher(limits, lookup=lambda host, *_: names[host]) as careful,
        pytest.raises(InputRefused, match=r"10\.0\.0\.1 is not"),
    ):
        careful.fetch(f"http://outside.example:{server.port}/", AT)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://e.example/", "http://u:p@e.example/", "//[", "data:,x"],
)
def test_redirects_lead_to_the_web_only(server, fetcher, location):
    server.answer("/", status="301 Moved", headers=[f"Location: {location}"])
    with pytest.raises(InputRefused):
        fetcher().fetch(server.url("/"), AT)
    assert len(server.requests) == 1


def test_a_redirect_loop_ends(server, fetcher):
    server.answer("/", status="302 Found", headers=["Location: /"])
    with pytest.raises(InputRefused, match="more than 5 redirects"):
        fetcher().fetch(server.url("/"), AT)


def _drip(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def _drip_headers(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def _endless(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


def _silent(connection):
    time.sleep(30)


@pytest.mark.parametrize("behaviour", [_drip, _drip_headers, _silent])
def test_a_slow_server_is_left_in_time(server, fetcher, behaviour):
    server.pages["/"] = behaviour
    begun = time.monotonic()
    with pytest.raises(InputRefused):
        fetcher(seconds=0.6).fetch(server.url("/"), AT)
    assert time.monotonic() - begun < 3


def test_an_endless_body_is_cut_off_by_size(server, fetcher):
    server.pages["/"] = _endless
    with pytest.raises(InputRefused, match="larger than 1 MiB"):
        fetcher(size=1024 * 1024).fetch(server.url("/"), AT)


def test_a_packed_bomb_is_refused(server, fetcher):
    packer = zlib.compressobj(9, wbits=31)
    once = packer.compress(b"\0" * 40_000_000) + packer.flush()
    server.answer("/", once, headers=["Content-Encoding: gzip"])
    with pytest.raises(InputRefused, match="larger than 32 MiB"):
        fetcher().fetch(server.url("/"), AT)


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "compress"])
def test_a_bomb_of_800_bytes_is_refused_unopened(server, fetcher, coding):
    bomb = gzip.compress(gzip.compress(b"\0" * 400 * 1024 * 1024))
    assert len(bomb) < 2000
    server.answer("/", bomb, headers=[f"Content-Encoding: {coding}"])
    with pytest.raises(InputRefused, match="packed in a way that is not read"):
        fetcher().fetch(server.url("/"), AT)
    assert "accept-encoding: gzip, deflate\r\n" in server.requests[-1].lower()


def test_errors_are_tried_again_and_then_named(server, fetcher):
    server.answer("/", status="503 Service Unavailable")
    with pytest.raises(InputRefused, match="answered 503"):
        fetcher(retries=2).fetch(server.url("/"), AT)
    assert len(server.requests) == 3


def test_a_server_that_recovers_is_heard(server, fetcher):
    page = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    answers = [b"", page]
    server.pages["/"] = lambda connection: connection.sendall(answers.pop(0))
    assert fetcher(retries=1).fetch(server.url("/"), AT).body == b"ok"


def test_no_cookie_is_carried(server, fetcher):
    server.answer("/a", b"a", headers=["Set-Cookie: who=me; Path=/"])
    server.answer("/b", b"b")
    one = fetcher()
    one.fetch(server.url("/a"), AT)
    one.fetch(server.url("/b"), AT)
    assert "cookie" not in server.requests[-1].lower()


def test_proxies_of_the_environment_are_not_used(server, fetcher, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.answer("/a", b"a")
    assert fetcher().fetch(server.url("/a"), AT).body == b"a"


def test_robots_txt_is_obeyed_and_asked_for_once(server, fetcher):
    server.answer("/robots.txt", b"User-agent: *\nDisallow: /private\n")
    server.answer("/open", b"text")
    polite = fetcher(robots=True)
    assert polite.fetch(server.url("/open"), AT).body == b"text"
    with pytest.raises(InputRefused, match=r"robots\.txt"):
        polite.fetch(server.url("/private/x"), AT)
    assert [r.split(" ")[1] for r in server.requests] == ["/robots.txt", "/open"]


def test_a_site_without_robots_txt_is_open_and_a_broken_one_closed(server, fetcher):
    server.answer("/open", b"text")
    assert fetcher(robots=True).fetch(server.url("/open"), AT).body == b"text"
    server.answer("/robots.txt", status="500 Oops")
    with pytest.raises(InputRefused, match=r"robots\.txt cannot be read"):
        fetcher(robots=True).fetch(server.url("/open"), AT)


def test_one_host_gets_a_pause_between_requests(server):
    now, slept = [0.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    server.answer("/a", b"a")
    limits = Limits(private=True, ports=(server.port,), robots=False, pause=2.0)
    with Fetcher(limits, Clock(lambda: now[0], sleep)) as polite:
        for _ in range(3):
            polite.fetch(server.url("/a"), AT)
    assert slept == [2.0, 2.0]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://a b/",
        "x" * 10_000,
        "http://[::",
    ],
)
def test_what_is_no_web_address_is_refused(fetcher, url):
    with pytest.raises(InputRefused):
        fetcher().fetch(url, AT)


def test_the_seed_has_a_safe_name(server, fetcher):
    server.answer("/CON", b"a")
    name = fetcher().fetch(server.url("/CON"), AT).name()
    assert name.startswith("127-0-0-1/con-")
    assert name.endswith(".warc")
    assert ".." not in name


def test_addresses_are_told_from_files():
    assert is_address("HTTPS://e.example/a")
    assert not is_address("seeds/http.txt")
