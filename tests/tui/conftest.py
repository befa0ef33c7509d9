"""A small case of invented articles, and eyes and fingers for the terminal UI."""

import shutil
from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.tui.app import WorkbenchApp

from .terminal import Terminal

ARTICLES = {
    "gazette.txt": """Dam burst floods Arda valley

Mon Mar 04 2024

The flood killed more than 120 people in the Arda valley, the interior ministry said on Monday.

Minister Lena Voss denied that the dam had been neglected.

The company accused the ministry of ignoring three warnings in 2021.
""",
    "courier.txt": """Rescuers search the Arda valley

Tue Mar 05 2024

An estimated 120 people have been killed by the flood in the Arda valley, rescuers said.

The dam had been neglected for years, the engineers' union said.

About 4,500 people lost their homes.
""",
    "herald.txt": """Arda: toll disputed

Wed Mar 06 2024

Only 45 people died in the flood in the Arda valley, the governor said on Wednesday.

The ministry had received three warnings in 2021, according to a letter that the Herald has seen.
""",
}


@pytest.fixture(scope="session")
def template(tmp_path_factory) -> Path:
    """The case folder, indexed once."""
    folder = tmp_path_factory.mktemp("tui") / "arda"
    write_seeds(folder, ARTICLES)
    with Case.open(folder, reviewer="Ada") as case:
        case.corpus.sync()
    return folder


@pytest.fixture(autouse=True)
def own_habits(monkeypatch, tmp_path_factory):
    """Each test has a user of its own, who never sat here before."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("habits")))


@pytest.fixture
def case(template, tmp_path) -> Iterator[Case]:
    """A fresh copy of the case, open, and not for the first time."""
    folder = tmp_path / "arda"
    shutil.copytree(template, folder)
    with Case.open(folder, reviewer="Ada") as opened:
        opened.working.visit()
        yield opened


def write_seeds(folder: Path, articles: dict[str, str]) -> None:
    (folder / "seeds").mkdir(parents=True)
    for name, text in articles.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")


class Reviewer:
    """Presses keys and reads the screen."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def settle(self):
        """Until nothing is being read, painted or waited for."""
        for _ in range(1000):
            await self.pilot.pause(0.03)
            if self.at_rest:
                await self.pilot.pause()  # what a worker left in the queue may begin another one
                if self.at_rest:
                    break

    @property
    def at_rest(self) -> bool:
        return not (
            self.app.typing
            or self.app.desk.waiting
            or any(worker.is_running for worker in self.app.workers)
        )

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text):
        await self.pilot.press(*(("space" if char == " " else char) for char in text))
        await self.settle()

    async def click(self, *args, **kwargs):
        await self.pilot.click(*args, **kwargs)
        await self.settle()

    async def click_on(self, words):
        """Click the first place of the screen that shows the words."""
        lines = self.text.split("\n")
        row = next(n for n, line in enumerate(lines) if words in line)
        await self.click(offset=(lines[row].index(words), row))

    @property
    def text(self) -> str:
        """What the terminal shows."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    @property
    def toasts(self) -> list[str]:
        return [str(n.message) for n in self.app._notifications]


@pytest.fixture
def reviewing():
    """`async with reviewing(case, (80, 24)) as reviewer`: the program on a case, at rest."""

    @asynccontextmanager
    async def reviewing(case, size=(80, 24)):
        app = WorkbenchApp(case)
        async with app.run_test(size=size) as pilot:
            reviewer = Reviewer(app, pilot)
            await reviewer.settle()
            yield reviewer

    return reviewing


@pytest.fixture
def fresh_case(tmp_path):
    """Makes a case folder of the articles given, not indexed yet."""

    def make(articles=ARTICLES) -> Path:
        folder = tmp_path / "fresh"
        write_seeds(folder, articles)
        return folder

    return make


@pytest.fixture
def terminal():
    """Opens the program on a case; ends it when the test ends."""
    opened = []

    def make(folder, **size):
        opened.append(Terminal(folder, **size))
        return opened[-1]

    yield make
    for one in opened:
        if one.child.poll() is None:
            one.child.kill()
            one.child.wait()
