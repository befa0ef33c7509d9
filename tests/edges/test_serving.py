"""Who gets in when the UI is served to browsers, and what happens to those who do not."""

import asyncio
import json
import os
import resource
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import program
from workbench.edges import serving
from workbench.edges.serving import Limits, Offer
from workbench.edges.serving.locks import Lock
from workbench.errors import UsageError

aiohttp = pytest.importorskip("aiohttp", reason="needs the extra `serve`")
pytest.importorskip("textual_serve", reason="needs the extra `serve`")

from workbench.edges.serving import server as serving_server  # noqa: E402
from workbench.edges.serving.orders import Order, read_order  # noqa: E402
from workbench.edges.serving.program import environment  # noqa: E402

SMALL = Limits(windows=2, connections=20, silence=0.5, frame=1 << 16, wrong=0.05)

ECHO = """
import json, os, sys
open(sys.argv[1], "a").write("started\\n")
def packet(kind, payload):
    os.write(1, kind + len(payload).to_bytes(4, "big") + payload)
def exactly(count):
    data = b""
    while len(data) < count:
        piece = os.read(0, count - len(data))
        if not piece:
            sys.exit(0)
        data += piece
    return data
os.write(1, b"__GANGLION__\\n")
packet(b"D", b"ready " + b" ".join(str(os.isatty(n)).encode() for n in (0, 1)))
opened = {"type": "open_url", "url": "http://127.0.0.1:9/", "new_tab": True}
packet(b"M", json.dumps(opened).encode())
packet(b"M", json.dumps({"type": "deliver_file_start", "key": "k", "path": "/etc/hosts"}).encode())
while True:
    head = exactly(5)
    payload = exactly(int.from_bytes(head[1:], "big"))
    if head[:1] == b"M" and json.loads(payload)["type"] == "quit":
        packet(b"M", json.dumps({"type": "exit"}).encode())
        sys.exit(0)
    packet(b"D", head[:1] + payload)
"""
"""A program that speaks the driver's packets: it notes that it started, and paints what it gets."""


class Visitor:
    """A client of a served program: a browser, or somebody who pretends to be one."""

    def __init__(self, client, server, link, starts, said):
        self.client, self.server, self.link, self.said = client, server, link, said
        self.home = link.split("/?")[0]
        self._starts = starts

    @property
    def starts(self):
        """How often the program was started."""
        return self._starts.read_text().count("started") if self._starts.exists() else 0

    async def get(self, path="/", **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.client.get(
            self.home + path, headers=headers, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text(errors="replace"), answer.headers

    async def enter(self):
        status, _, headers = await self.get(self.link.removeprefix(self.home))
        assert status == 303
        return headers["Set-Cookie"]

    async def post(self, **form):
        async with self.client.post(
            f"{self.home}/enter", data=form, headers={"Origin": self.home}, allow_redirects=False
        ) as answer:
            return answer.status

    def window(self, **headers):
        headers = {"Origin": self.home} | headers
        return self.client.ws_connect(f"{self.home}/ws?width=80&height=24", headers=headers)

    async def refusal(self, **headers):
        """The status with which a WebSocket is refused."""
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await self.window(**headers)
        return refused.value.status


@pytest.fixture
def visiting(tmp_path):
    """`async with visiting(…) as visitor`: a served program, and a first visitor."""

    @asynccontextmanager
    async def visiting(limits=SMALL, script=ECHO, **offer):
        starts, said = tmp_path / "starts", []
        command = (sys.executable, "-c", script, str(starts))
        server = serving_server.Server(
            Offer(command, "a </title> case", port=0, **offer), limits, said.append
        )
        link = await server.open()
        jar = aiohttp.CookieJar(unsafe=True)
        try:
            async with aiohttp.ClientSession(cookie_jar=jar) as client:
                yield Visitor(client, server, link, starts, said)
        finally:
            await asyncio.wait_for(server.close(), 30)

    return visiting


async def painted(socket, until, seconds=10):
    """Everything painted up to some bytes."""
    seen = b""
    async with asyncio.timeout(seconds):
        while until not in seen:
            message = await socket.receive()
            assert message.type == aiohttp.WSMsgType.BINARY, message
            seen += message.data
    return seen


async def typed(socket, text):
    """Type into a window; it lives when the program answers."""
    await socket.send_str(json.dumps(["stdin", text]))
    await painted(socket, b"D" + text.encode())


async def test_the_link_opens_a_window_on_a_terminal(visiting):
    async with visiting() as visitor:
        cookie = await visitor.enter()
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        status, page, headers = await visitor.get()
        assert status == 200
        assert "a &lt;/title&gt; case" in page
        assert "http" not in page.replace(visitor.home, "")
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        async with visitor.window() as socket:
            await painted(socket, b"ready True True")
            await typed(socket, "käse")
            await socket.send_str('["resize", {"width": 133, "height": 31}]')
            assert b'"width": 133' in await painted(socket, b"31}")
        assert visitor.starts == 1


async def test_what_the_page_may_fetch_is_there_and_nothing_else(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        for name in serving_server.STATIC:
            assert (await visitor.get(f"/static/{name}"))[0] == 200
        for path in (
            "/static/", "/static/..%2f..%2f__init__.py", "/static/%2fetc%2fhosts",
            "/static/../server.py", "/download/k", "/etc/hosts", "/static/page.css/x",
        ):  # fmt: skip
            assert (await visitor.get(path))[0] == 404, path


async def test_links_and_files_that_the_program_offers_do_not_reach_the_page(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        async with visitor.window() as socket:
            await painted(socket, b"ready")
            await typed(socket, "after")  # only what is painted arrived before it
        assert (await visitor.get("/download/k"))[0] == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "https://{host}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Host": "elsewhere.example:{port}"},
        {"Host": "elsewhere.example"},
        {"Host": "127.0.0.1:1"},
        {"Host": "127.0.0.1.elsewhere.example:{port}"},
        {"Host": "elsewhere.example:{port}", "Origin": "http://elsewhere.example:{port}"},
    ],
)
async def test_another_site_gets_nothing_even_with_the_cookie(visiting, headers):
    async with visiting() as visitor:
        await visitor.enter()
        host = visitor.home.removeprefix("http://")
        headers = {
            name: value.format(host=host, port=host.split(":")[1])
            for name, value in headers.items()
        }
        async with visitor.window() as running:
            await painted(running, b"ready")
            assert await visitor.refusal(**headers) == 403
            for path in ("/", "/static/textual.js", visitor.link.removeprefix(visitor.home)):
                assert (await visitor.get(path, **headers))[0] == 403
            await typed(running, "still here")
        assert visitor.starts == 1


async def test_a_websocket_that_names_no_page_is_refused(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await visitor.client.ws_connect(f"{visitor.home}/ws?width=80&height=24")
        assert visitor.starts == 0


async def test_without_the_token_nothing_starts(visiting):
    async with visiting() as visitor:
        for path in ("/", "/ws", "/static/textual.js", "/nowhere"):
            assert (await visitor.get(path))[0] == 403
        assert await visitor.refusal() == 403
        port = visitor.home.rpartition(":")[2]
        for cookie in ("", "x", "é" * 40, visitor.server.gate.token.secret):
            assert await visitor.refusal(Cookie=f"workbench-{port}={cookie}") == 403
        assert visitor.starts == 0


async def test_the_token_works_once(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        async with visitor.window() as running:
            await painted(running, b"ready")
            visitor.client.cookie_jar.clear()
            assert (await visitor.get(visitor.link.removeprefix(visitor.home)))[0] == 403
            assert await visitor.refusal() == 403
            await typed(running, "still here")
        assert visitor.starts == 1


async def test_a_second_wrong_token_voids_the_link_and_costs_time(visiting):
    async with visiting() as visitor:
        started = asyncio.get_running_loop().time()
        for guess in ("a", "%00%ff"):
            assert (await visitor.get(f"/?token={guess}"))[0] == 403
        assert asyncio.get_running_loop().time() - started >= 2 * SMALL.wrong
        assert (await visitor.get(visitor.link.removeprefix(visitor.home)))[0] == 403
        assert len(visitor.said) == 1
        assert "void" in visitor.said[0]
        assert visitor.starts == 0


async def test_guesses_leave_a_running_window_alone(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        async with visitor.window() as running:
            await painted(running, b"ready")
            for guess in range(5):
                assert (await visitor.get(f"/?token={guess}"))[0] == 403
            await typed(running, "still here")
            assert (await visitor.get())[0] == 200


async def test_other_sites_cannot_use_up_the_guesses(visiting):
    async with visiting() as visitor:
        for _ in range(5):
            assert (await visitor.get("/?token=x", Sec_Fetch_Site="cross-site"))[0] == 403
        await visitor.enter()


async def test_windows_beyond_the_limit_are_refused(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        async with visitor.window() as first, visitor.window() as second:
            await painted(first, b"ready")
            await painted(second, b"ready")
            assert await visitor.refusal() == 503
            await typed(first, "still here")
        for _ in range(50):  # a place is free again when the program is gone
            if not visitor.server.windows:
                break
            await asyncio.sleep(0.1)
        async with visitor.window() as third:
            await painted(third, b"ready")
        assert visitor.starts == 3


async def test_500_connections_at_once_leave_a_running_window_alone(visiting):
    async with visiting(replace(SMALL, silence=1.0)) as visitor:
        await visitor.enter()
        async with visitor.window() as running:
            await painted(running, b"ready")
            host, port = visitor.home.removeprefix("http://").split(":")

            async def connect():
                with suppress(OSError):
                    return await asyncio.open_connection(host, int(port))

            async with asyncio.timeout(20):
                opened = [
                    one for one in await asyncio.gather(*map(_one(connect), range(500))) if one
                ]
                await typed(running, "still here")
                assert len(opened) >= 400
                assert len(visitor.server._runner.server.connections) <= SMALL.connections
                # Those let in are closed too, since they say nothing.
                ends = await asyncio.gather(
                    *(reader.read() for reader, _ in opened), return_exceptions=True
                )
            assert all(end == b"" or isinstance(end, OSError) for end in ends)
            for _, writer in opened:
                writer.close()
            await typed(running, "and still")
            await asyncio.sleep(1.1)  # until those that are closed no longer count
            assert (await visitor.get())[0] == 200
        assert visitor.starts == 1


async def test_connections_that_drip_do_not_keep_the_owner_out(visiting):
    async with visiting(replace(SMALL, silence=30.0)) as visitor:
        host, port = visitor.home.removeprefix("http://").split(":")
        dripping = []
        for _ in range(2 * SMALL.connections):
            _, writer = await asyncio.open_connection(host, int(port))
            writer.write(b"GET / HT")
            dripping.append(writer)
        async with asyncio.timeout(2):
            await visitor.enter()
            assert (await visitor.get())[0] == 200
        for writer in dripping:
            writer.close()


def _one(make):
    return lambda _: make()


async def test_500_windows_at_once_start_no_more_programs_than_allowed(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        async with visitor.window() as running:
            await painted(running, b"ready")

            async def attempt(_):
                try:
                    return await asyncio.wait_for(visitor.window(), 10)
                except (aiohttp.ClientError, TimeoutError):
                    return None

            opened = [one for one in await asyncio.gather(*map(attempt, range(500))) if one]
            assert len(opened) <= SMALL.windows - 1
            await typed(running, "still here")
            for one in opened:
                await one.close()
        assert visitor.starts <= SMALL.windows


async def test_a_frame_of_64_mb_ends_its_window_only(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        async with visitor.window() as running, visitor.window() as flooding:
            await painted(running, b"ready")
            await painted(flooding, b"ready")
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            # The client's own frame takes memory here as well: its header alone is sent.
            flooding._writer.transport.write(
                b"\x81\xff" + (64 << 20).to_bytes(8, "big") + b"\0\0\0\0" + b"[" * 100_000
            )
            async with asyncio.timeout(10):
                while (message := await flooding.receive()).type == aiohttp.WSMsgType.BINARY:
                    pass
            assert message.type == aiohttp.WSMsgType.CLOSE
            assert message.data == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
            assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 << 10
            await typed(running, "still here")


@pytest.mark.parametrize(
    "message",
    ["", "{}", "[]", "[1]", '["open"]', '["stdin", 5]', '["stdin", "a", "b"]', '["resize", 1]',
     '["resize", {"width": -1, "height": 2}]', '["resize", {"width": 80}]',
     '["resize", {"width": 1e9, "height": 24}]', "[" * 60_000],
)  # fmt: skip
def test_a_message_that_no_page_sends_is_refused(message):
    with pytest.raises(ValueError, match=r"."):
        read_order(message)


def test_the_messages_of_the_page_are_read():
    assert read_order('["stdin", "j"]') == Order("stdin", "j")
    assert read_order('["resize", {"width": 80, "height": 24}]') == Order("resize", "", 80, 24)
    assert read_order('["focus"]') == Order("focus")


async def test_a_wrong_message_ends_its_window_only(visiting):
    async with visiting() as visitor:
        await visitor.enter()
        async with visitor.window() as running, visitor.window() as other:
            await painted(other, b"ready")
            await other.send_str("nonsense")
            while (message := await other.receive(10)).type == aiohttp.WSMsgType.BINARY:
                pass
            assert message.data == aiohttp.WSCloseCode.POLICY_VIOLATION
            await painted(running, b"ready")
            await typed(running, "still here")


async def test_a_program_that_does_not_start_says_why_in_the_page(visiting):
    script = "import sys; sys.exit('the case is locked')"
    async with visiting(script=script) as visitor:
        await visitor.enter()
        async with visitor.window() as socket:
            await painted(socket, b"the case is locked\r\n")
            assert (await socket.receive(10)).type == aiohttp.WSMsgType.CLOSE


async def test_programs_end_with_their_windows_and_with_the_server(visiting, tmp_path):
    script = ECHO.replace('"started\\n"', 'f"started {os.getpid()}\\n"')
    async with visiting(script=script) as visitor:
        await visitor.enter()
        async with visitor.window() as first:
            await painted(first, b"ready")
        second = await visitor.window()
        await painted(second, b"ready")
    ids = [int(line.split()[1]) for line in (tmp_path / "starts").read_text().splitlines()]
    assert len(ids) == 2
    for id_ in ids:
        with pytest.raises(ProcessLookupError):
            os.kill(id_, 0)


async def test_a_password_is_asked_for_besides_the_link(visiting):
    async with visiting(password="long enough") as visitor:
        token = visitor.server.gate.token.secret
        status, page, _ = await visitor.get(f"/?token={token}")
        assert status == 200
        assert "password" in page
        assert (await visitor.get())[0] == 403
        assert await visitor.post(token=token, password="wrong") == 403
        assert await visitor.post(token="", password="long enough") == 403
        assert await visitor.post(token=token, password="long enough") == 303
        assert (await visitor.get())[0] == 200
        assert await visitor.post(token=token, password="long enough") == 403


async def test_five_wrong_passwords_void_the_link(visiting):
    async with visiting(password="long enough") as visitor:
        token = visitor.server.gate.token.secret
        statuses = await asyncio.gather(
            *(visitor.post(token=token, password=f"guess {n}") for n in range(6))
        )
        assert statuses == [403] * 6
        assert await visitor.post(token=token, password="long enough") == 403
        assert len(visitor.said) == 1


@pytest.mark.parametrize(
    ("host", "named", "let_in"),
    [
        ("192.0.2.7", "192.0.2.7:8000", True),
        ("192.0.2.7", "192.0.2.8:8000", False),
        ("desk.example", "DESK.example:8000", True),
        ("desk.example", "elsewhere.example:8000", False),
        ("0.0.0.0", "192.0.2.7:8000", True),
        ("0.0.0.0", "elsewhere.example:8000", False),
        ("::", "[2001:db8::1]:8000", True),
        ("127.0.0.1", "192.0.2.7:8000", False),
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "", False),
    ],
)
def test_only_names_of_this_server_are_let_in(host, named, let_in):
    gate = serving_server.Gate(Offer((), "", host, password="long enough"), SMALL, port=8000)
    assert gate.is_own_host(named) is let_in


def test_a_lock_takes_its_secret_until_it_is_void():
    lock = Lock("right", 2)
    assert lock.fits("right")
    assert not lock.fits("wrong\ud800")
    assert lock.fits("right")
    assert not lock.fits("")
    assert not lock.fits("right")


def test_the_program_is_told_neither_the_password_nor_an_editor():
    outer = {
        "WORKBENCH_SERVE_PASSWORD": "secret",
        "TEXTUAL": "devtools",
        "EDITOR": "vi",
        "VISUAL": "vi",
        "HOME": "/home/ada",
    }
    inner = environment(outer, 80, 24)
    assert "secret" not in inner.values()
    assert not {"TEXTUAL", "EDITOR", "VISUAL"} & inner.keys()
    assert inner["HOME"] == "/home/ada"


async def test_it_listens_on_loopback_unless_told_otherwise(visiting):
    assert Offer((), "").host == "127.0.0.1"
    async with visiting() as visitor:
        assert visitor.home.startswith("http://127.0.0.1:")
        (socket,) = visitor.server._listening.sockets
        assert socket.getsockname()[0] == "127.0.0.1"


async def test_a_port_that_is_taken_is_named(visiting):
    async with visiting() as visitor:
        port = int(visitor.home.rpartition(":")[2])
        with pytest.raises(UsageError, match=str(port)):
            await serving_server.Server(Offer((), "", port=port), SMALL).open()


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.0.2.7", "desk.example", "127.0.0.1.example"]
)
def test_other_machines_need_a_password(host):
    with pytest.raises(UsageError, match="password"):
        serving.check(Offer((), "", host))
    with pytest.raises(UsageError, match="at least 8"):
        serving.check(Offer((), "", host, password="short"))
    serving.check(Offer((), "", host, password="long enough"))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_this_machine_needs_none(host):
    serving.check(Offer((), "", host))


@pytest.fixture
def served(monkeypatch, tmp_path):
    """Runs `workbench serve` up to the point where it would listen; what it would serve."""
    offers = []

    def listen(offer, ready, limits):
        offers.append(offer)
        ready("http://127.0.0.1:8000/?token=t")

    monkeypatch.setattr(serving_server, "run", listen)
    (tmp_path / "seeds").mkdir()

    def run(*arguments, **env):
        done = CliRunner(env={"WORKBENCH_SERVE_PASSWORD": None, **env}).invoke(
            program, ["--case", str(tmp_path), "--reviewer", "Ada", "serve", *arguments],
            standalone_mode=False,
        )  # fmt: skip
        return done, offers

    return run


def test_the_command_prints_the_link_alone_on_stdout(served, tmp_path):
    done, (offer,) = served()
    assert done.stdout == "http://127.0.0.1:8000/?token=t\n"
    assert "once" in done.stderr
    assert "warning" not in done.stderr
    assert offer.host == "127.0.0.1"
    assert offer.command[1:] == ("-m", "workbench", "--case", str(tmp_path), "--reviewer", "Ada")


def test_host_without_a_password_starts_nothing(served):
    done, offers = served("--host", "0.0.0.0")
    assert "WORKBENCH_SERVE_PASSWORD" in str(done.exception)
    assert offers == []


def test_host_with_a_password_warns(served):
    done, (offer,) = served("--host", "0.0.0.0", WORKBENCH_SERVE_PASSWORD="long enough")
    assert offer.password == "long enough"
    assert "warning" in done.stderr
    assert "long enough" not in done.output


def test_without_the_extra_one_line_says_what_to_install(served, monkeypatch):
    monkeypatch.setattr(serving, "NEEDED", ("aiohttp", "no_such_library"))
    done, offers = served()
    assert isinstance(done.exception, UsageError)
    assert "claim-workbench[serve]" in str(done.exception)
    assert offers == []


def test_a_folder_without_a_case_is_refused(served, tmp_path):
    missing = tmp_path / "nowhere"
    done, offers = served("--case", str(missing))
    assert done.exception is not None
    assert offers == []
    assert not Path(missing).exists()
