"""The newsroom's week on the screens: three people at their keys, from verdicts to a retraction.

What lists, states and pages have to say after each step is what the guide says. The same week by
commands is in `tests/cli/test_newsroom_week.py`.
"""

import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.newsroom import SECONDS, SETTINGS, TOWNS, TRUE, WHO, rating_of, reports
from workbench.case import Case

KEYS = {"true": "1", "mostly true": "2", "half true": "3", "mostly false": "4", "false": "5"}
"""Rating → its key in the verdict form and in the review."""
WHY = "List and count were read."

pytestmark = pytest.mark.slow


@dataclass
class At:
    """One of the three at the screen."""

    case: Case
    reviewer: object
    claims: dict[str, str]

    @property
    def text(self) -> str:
        return self.reviewer.text

    async def press(self, *keys: str) -> None:
        await self.reviewer.press(*keys)

    async def type(self, words: str) -> None:
        await self.reviewer.type(words)

    async def find(self, town: str) -> None:
        """The claim of a town, by the filter of the claims."""
        await self.press("1", "backspace", "slash")
        await self.type(f"article:{town}-1")
        await self.press("enter")
        assert self.reviewer.app.screen.claim_list.current.id == self.claims[town]

    async def fill(self, rating: str, summary: str, **asked: str) -> None:
        """The verdict form, which is open; `asked` are keys of questions with their answers."""
        await self.press(KEYS[rating])
        await self.press("ctrl+u")
        await self.type(summary)
        for key, words in asked.items():
            await self.press(key, "ctrl+u")
            await self.type(words)
            await self.press("enter")
        await self.press("ctrl+s", "escape")

    def town(self, claim: str) -> str:
        return next(town for town, id in self.claims.items() if id == claim)

    async def review(self) -> dict[str, str]:
        """Town → the word under which tab 7 lists its claim."""
        await self.press("7")
        rows = self.reviewer.app.screen.waiting.rows
        return {self.town(row.claim): row.why for row in rows}


@dataclass
class Week:
    """The case, and who sits down at it."""

    folder: Path
    reviewing: Callable
    claims: dict[str, str] = field(default_factory=dict)

    @asynccontextmanager
    async def at(self, who: str) -> AsyncIterator[At]:
        with Case.open(self.folder, reviewer=who) as case:
            case.working.visit()
            async with self.reviewing(case) as reviewer:
                yield At(case, reviewer, self.claims)

    def states(self) -> dict[str, str]:
        with Case.open(self.folder, reviewer="ann") as case:
            return {town: case.decisions.status(claim) for town, claim in self.claims.items()}

    def pages(self) -> dict[str, str]:
        """Town → its page, of those that have one."""
        found = (self.folder / "claims" / "published").glob("*.md")
        texts = [path.read_text(encoding="utf-8") for path in found]
        return {
            town: text
            for town, claim in self.claims.items()
            for text in texts
            if f'"{claim}"' in text or claim in text.partition("---\n")[2].partition("---")[0]
        }


@pytest.fixture
def week(tmp_path: Path, reviewing: Callable) -> Week:
    folder = tmp_path / "desk"
    (folder / "seeds").mkdir(parents=True)
    (folder / "workbench.toml").write_text(SETTINGS)
    lines = "\n".join(map(json.dumps, reports()))
    (folder / "seeds" / "reports.jsonl").write_text(lines)
    made = Week(folder, reviewing)
    with Case.open(folder, reviewer="ann") as case:
        case.corpus.sync()
        for row in case.corpus.claims():
            town, _, number = row.article.partition("#")[2].partition("-")
            if number == "1":
                made.claims.setdefault(town, row.id)
    assert set(made.claims) == set(TOWNS)
    return made


async def test_the_week(week: Week) -> None:
    for day in (monday, tuesday, wednesday, thursday, friday, saturday):
        await day(week)


def count(text: str, words: str) -> int:
    """The number before words on the screen; -1 where they do not stand there."""
    found = re.search(rf"(\d+) {words}", text)
    return int(found[1]) if found else -1


async def monday(week: Week) -> None:
    """Each rules on their claims; nothing may leave before it is signed."""
    for who in SECONDS:
        async with week.at(who) as at:
            for town in (town for town in TOWNS if WHO[town] == who):
                await at.find(town)
                await at.press("enter", "c" if town in TRUE else "x", "v", "tab", "tab")
                await at.type(WHY)
                await at.press("shift+tab", "shift+tab")
                await at.fill(rating_of(town), "Another paper was read", f2="somebody of the town")
                assert at.case.decisions.verdict(week.claims[town]).rationale == WHY
    assert set(week.states().values()) == {"ready for review"}
    for who in SECONDS:
        async with week.at(who) as at:
            waits = await at.review()
            assert waits == {town: "waiting" for town in TOWNS if WHO[town] != who}, who
            assert f"{len(waits)} to review · 0 to settle" in at.text
            assert "● true" not in at.text, "the second review is blind"
            await at.press("E")
            assert "Publish? 0 would leave, 12 held back" in at.text
            await at.press("y", "n")
    assert week.pages() == {}


async def tuesday(week: Week) -> None:
    """Each gives the second review of somebody's; two of them differ."""
    differing = {"Bestad": "half true", "Gorley": "half true"}
    for first, second in SECONDS.items():
        async with week.at(second) as at:
            await at.press("7")
            for town in (town for town in TOWNS if WHO[town] == first):
                listed = [row.claim for row in at.reviewer.app.screen.waiting.rows]
                await at.press("g", *["j"] * listed.index(week.claims[town]))
                await at.press("r", KEYS[differing.get(town, rating_of(town))])
                said = at.reviewer.toasts[-1]
                assert said.startswith("You differ" if town in differing else "You agree"), town
    assert {town for town, state in week.states().items() if state == "reopened"} == set(differing)
    assert set(week.states().values()) == {"signed off", "reopened"}
    for who in SECONDS:
        async with week.at(who) as at:
            assert await at.review() == dict.fromkeys(differing, "mismatch"), who
            assert "0 to review · 2 to settle" in at.text


async def wednesday(week: Week) -> None:
    """What was signed leaves, after it was shown and asked for."""
    async with week.at("ann") as at:
        await at.press("E")
        assert "Publish? 10 would leave, 2 held back" in at.text
        await at.press("n")
        assert week.pages() == {}, "nothing leaves unless somebody says so"
        await at.press("E", "y")
        assert count(at.text, "written, 0 unchanged, 2 held back") == 10
    pages = week.pages()
    assert set(pages) == set(TOWNS) - {"Bestad", "Gorley"}
    assert "Ann Example" in pages["Aville"]
    assert "Ben Example" in pages["Aville"]
    assert {week.states()[town] for town in pages} == {"published"}


async def thursday(week: Week) -> None:
    """A mismatch is settled; what is out is corrected, and readers see it once it is signed."""
    async with week.at("ann") as at:
        await at.press("7")
        listed = [row.claim for row in at.reviewer.app.screen.waiting.rows]
        await at.press("g", *["j"] * listed.index(week.claims["Bestad"]), "enter", "v")
        await at.fill("half true", "Another number was found")
        await at.find("Corvo")
        await at.press("v")
        await at.fill("mostly true", "The same, on one day", f5="It was of one day only.")
        assert at.case.decisions.status(week.claims["Corvo"]) == "reopened"
        await at.press("E", "y", "escape")
    assert "It was of one day only." not in week.pages()["Corvo"], "until it is signed"
    async with week.at("ben") as at:
        assert await at.review() == {
            "Bestad": "waiting", "Corvo": "waiting", "Gorley": "mismatch",
        }  # fmt: skip
        for town, rating in (("Bestad", "half true"), ("Corvo", "mostly true")):
            listed = [row.claim for row in at.reviewer.app.screen.waiting.rows]
            await at.press("g", *["j"] * listed.index(week.claims[town]), "r", KEYS[rating])
        await at.press("E")
        assert "Publish? 11 would leave, 1 held back" in at.text
        await at.press("y")
    page = week.pages()["Corvo"]
    assert "It was of one day only." in page
    assert "Rated true before, mostly true then." in page
    states = week.states()
    assert (states["Corvo"], states["Bestad"]) == ("corrected", "published")


async def friday(week: Week) -> None:
    """One verdict is taken back with a reason, one by undoing it: neither page vanishes."""
    async with week.at("ann") as at:
        await at.find("Elswick")
        await at.press("R")
        await at.type("The list was of another school.")
        await at.press("enter")
        assert at.case.decisions.status(week.claims["Elswick"]) == "retracted"
        await at.press("e")
        assert "Publish? 1 would leave, 0 held back" in at.text
        await at.press("y", "escape")
    page = week.pages()["Elswick"]
    assert "The list was of another school." in page
    assert week.states()["Elswick"] == "retracted"
    async with week.at("ann") as at:
        await at.press("z")
        assert "Take this back?" in at.text
        await at.press("y")
        assert at.case.decisions.status(week.claims["Elswick"]) != "retracted"
        await at.press("Z", "y")
        assert at.case.decisions.status(week.claims["Elswick"]) == "retracted"


async def saturday(week: Week) -> None:
    """A second look publishes nothing new, and all that was decided holds together."""
    async with week.at("cas") as at:
        assert await at.review() == {"Gorley": "mismatch"}
        await at.press("E", "y", "escape")
        before = week.pages()
        assert before["Elswick"].count("The list was of another school.") >= 1
        assert before["Elswick"].count("(retraction, ") == 1, "what nobody saw was none"
        await at.press("E", "y")
        assert count(at.text, "written, 11 unchanged, 1 held back") == 0
        await at.press("escape", "6")
        assert "Elswick" in at.text or "retract" in at.text
        assert at.case.decisions.verify() == []
    assert week.pages() == before
