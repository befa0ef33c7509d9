"""`workbench serve` as a reviewer has it: a real browser, real keys, the case on the disk."""

import asyncio
import base64
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import asynccontextmanager, suppress

import pytest

from tests.chromium import CHROMIUM, HEADLESS
from workbench.case import Case

aiohttp = pytest.importorskip("aiohttp", reason="needs the extra `serve`")
pytest.importorskip("textual_serve", reason="needs the extra `serve`")

FLAGS = (*HEADLESS, "--no-first-run", "--remote-debugging-port=0")
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[\]P^_][^\x07\x1b]*(?:\x07|\x1b\\)?")
CODES = {"Escape": 27, "Enter": 13, "Tab": 9}
HOSTILE = {
    "links.txt": "Flood in Arda\n\nThe ministry said 12 people died, http://elsewhere.example/x "
    "\x1b]52;c;ZXZpbA==\x07 on Monday.\n"
    "The river </script><script>document.title='owned'</script> rose for hours on Sunday.\n"
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian's package chromium)"),
]


class Page:
    """One page of a browser, by the DevTools protocol."""

    def __init__(self, socket):
        self.socket = socket
        self.asked, self.errors, self.bytes, self.seen = [], [], b"", 0
        self._answers, self._number = {}, 0
        self._reading = asyncio.create_task(self._read())

    async def _read(self):
        async for message in self.socket:
            said = json.loads(message.data)
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
                continue
            values = said["params"]
            match said["method"]:
                case "Network.requestWillBeSent":
                    self.asked.append(values["request"]["url"])
                case "Network.webSocketCreated":
                    self.asked.append(values["url"])
                case "Network.webSocketFrameReceived" if values["response"]["opcode"] == 2:
                    self.bytes += base64.b64decode(values["response"]["payloadData"])
                case "Runtime.exceptionThrown":
                    self.errors.append(json.dumps(values))
                case "Log.entryAdded" if values["entry"]["level"] == "error":
                    self.errors.append(values["entry"]["text"])

    async def ask(self, method, **values):
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self.socket.send_str(
            json.dumps({"id": self._number, "method": method, "params": values})
        )
        return (await asyncio.wait_for(answer, 30))["result"]

    async def value(self, expression):
        said = await self.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, userGesture=True
        )
        return said["result"].get("value")

    async def go(self, address):
        for domain in ("Network", "Page", "Runtime", "Log"):
            await self.ask(f"{domain}.enable")
        await self.ask("Page.navigate", url=address)

    async def press(self, key, control=False):
        """A key as a person presses it; the screen is read from here on."""
        self.seen = len(self.bytes)
        await self._strike(key, control)

    async def type(self, text):
        self.seen = len(self.bytes)
        for key in text:
            await self._strike(key)

    async def _strike(self, key, control=False):
        code = CODES.get(key) or ord(key.upper())
        typed = {} if control or key in CODES else {"text": key}
        both = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 2 if control else 0}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **both, **typed)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **both)

    @property
    def text(self):
        """What was painted since the last key, roughly."""
        return SEQUENCE.sub("", self.bytes[self.seen :].decode("utf-8", "replace"))

    async def until(self, words, seconds=60.0):
        end = time.monotonic() + seconds
        while words not in self.text:
            if time.monotonic() > end:
                pytest.fail(f"never painted {words!r}; last: {self.text[-800:]!r} {self.errors}")
            await asyncio.sleep(0.05)

    async def picture(self, path):
        shot = await self.ask("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))


def ended(process, number=signal.SIGTERM):
    """Stop a process that this test started; its exit code."""
    if process.poll() is None:
        process.send_signal(number)
    try:
        return process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


@asynccontextmanager
async def browser(profile):
    """A browser of its own, and its one page."""
    command = [CHROMIUM, *FLAGS, "--window-size=1200,800", f"--user-data-dir={profile}"]
    process = subprocess.Popen(
        [*command, "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        where = profile / "DevToolsActivePort"
        end = time.monotonic() + 60
        while not (where.exists() and where.read_text().strip()):
            assert process.poll() is None
            assert time.monotonic() < end, "the browser did not start"
            await asyncio.sleep(0.1)
        port = where.read_text().splitlines()[0]
        async with aiohttp.ClientSession() as client:
            async with client.get(f"http://127.0.0.1:{port}/json") as answer:
                pages = [one for one in await answer.json() if one["type"] == "page"]
            address = pages[0]["webSocketDebuggerUrl"]
            async with client.ws_connect(address, max_msg_size=1 << 26) as socket:
                yield Page(socket)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        ended(process)


@pytest.fixture
def served(fresh_case):
    """Starts `workbench serve` on a case; its folder, link and process."""
    started = []

    def start(articles=None):
        folder = fresh_case(articles) if articles else fresh_case()
        with Case.open(folder) as case:
            case.corpus.sync()
        process = subprocess.Popen(
            [sys.executable, "-m", "workbench", "--case", str(folder), "serve", "--port", "0"],
            stdout=subprocess.PIPE, text=True,
            env={**os.environ, "WORKBENCH_REVIEWER": "Ada", "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        started.append(process)
        return folder, process.stdout.readline().strip(), process

    yield start
    for process in started:
        ended(process)
        process.stdout.close()


async def saved(folder, words, seconds=30.0):
    """The verdict on the claim with some words in it, as another process finds it on the disk."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with Case.open(folder) as case:
            claim = next(one.id for one in case.corpus.claims() if words in one.quote)
            if verdict := case.decisions.verdict(claim):
                return verdict
        await asyncio.sleep(0.2)
    return pytest.fail("no verdict was saved")


async def test_a_claim_is_filtered_and_ruled_on_in_the_browser(served, tmp_path):
    folder, link, process = served()
    async with browser(tmp_path / "profile") as page:
        await page.go(link)
        await page.until("The flood killed more than 120")
        await page.picture(tmp_path / "claims.png")

        await page.until("━ Claims")  # the list has the focus, and is at rest
        await page.until("why: more than 120")
        await page.press("/")
        await page.until("─ Claims")  # the filter has it
        await page.type("neglected")
        await page.until("2 of ")
        await page.picture(tmp_path / "filtered.png")
        await page.press("Escape")
        await page.until("About 4,500 people")

        await page.press("v")
        await page.until("Rating")
        await page.press("2")
        await asyncio.sleep(1)
        await page.type("It was")
        await page.until("6 of 75")
        await page.picture(tmp_path / "verdict.png")
        await page.press("s", control=True)
        verdict = await saved(folder, "denied")
        assert (verdict.summary, verdict.by) == ("It was", "Ada")

        home = link.split("?")[0]
        own = (home, f"ws{home[4:]}ws?", "data:,")
        assert any("/ws?" in url for url in page.asked)
        assert [url for url in page.asked if not url.startswith(own)] == []
        assert page.errors == []
    assert ended(process, signal.SIGINT) == 0


async def test_what_an_article_says_opens_and_runs_nothing(served, tmp_path):
    _, link, _ = served(HOSTILE)
    async with browser(tmp_path / "profile") as page:
        await page.go(link)
        await page.until("12 people died")
        assert b"\x1b]52" not in page.bytes
        assert "owned" not in await page.value("document.title")
        home = link.split("?")[0]
        assert await page.value("document.cookie") == ""
        assert await page.value(f"window.open('{home}') === null") is True
        await page.value("fetch('http://127.0.0.1:9/x').catch(() => 0)")
        await page.value("document.body.append(Object.assign(new Image(), {src: '//127.0.0.1:9'}))")
        await page.value(
            "document.body.append(Object.assign(document.createElement('script'),"
            "{textContent: \"document.title = 'ran'\"}))"
        )
        assert await page.value("document.title") != "ran"
        await asyncio.sleep(0.5)
        blocked = [entry for entry in page.errors if "Content Security Policy" in entry]
        assert len(blocked) >= 3


async def test_the_page_says_when_the_program_has_ended_and_opens_it_again(served, tmp_path):
    _, link, _ = served()
    async with browser(tmp_path / "profile") as page:
        await page.go(link)
        await page.until("The flood killed more than 120")
        await page.press("q")
        for _ in range(100):
            if await page.value("document.body.classList.contains('-closed')"):
                break
            await asyncio.sleep(0.1)
        assert await page.value("document.activeElement.id") == "again"
        await page.picture(tmp_path / "ended.png")
        await page.value("document.getElementById('again').click()")
        page.seen = len(page.bytes)
        await page.until("The flood killed more than 120")
