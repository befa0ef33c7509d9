"""Article text is hostile: in every widget it is shown as it is, and never obeyed."""

import re

import pytest
from textual.pilot import Pilot

from workbench.case import Case
from workbench.core.text.display import visible

HOSTILE = {
    "markup": "The ministry [sic] said 12 people [/red] died [@click=app.quit]here[/] "
    "on [bold]Monday[/bold].",
    "sequences": "The ministry said 12 people died \x1b]52;c;ZXZpbA==\x07 \x1b[6n "
    "\x1b]0;title\x07 \x9b2J on Monday.",
    "direction": "The ministry said 12 people \u202edied\u202c \u2066on\u2069 Mon\u200bday "
    "\U000e0041.",
    "marks": "The ministry said 12 people died a" + "\u0301" * 300 + " on Monday.",
    "wide": "The ministry said 12 people died in 漢字の町 😀👩‍👩‍👧 on Monday.",
}
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\U000e0041]")


@pytest.fixture
def hostile_case(fresh_case):
    texts = {
        f"{name}.txt": f"{text}\n\nRescuers said 12 people died on Monday: {text}\n"
        for name, text in HOSTILE.items()
    }
    with Case.open(fresh_case(texts), reviewer="Ada [/red]\x1b[31m") as case:
        case.corpus.sync()
        yield case


async def every_screen(reviewer):
    """Go through every screen with every claim of the case and yield what is shown."""
    for _ in range(len(reviewer.app.screen.claim_list.rows)):
        yield reviewer.text
        await reviewer.press("enter", "c", "escape")
        yield reviewer.text
        await reviewer.press("j")
    await reviewer.press("g", "v", "1")
    await reviewer.type("sum")
    yield reviewer.text
    await reviewer.press("ctrl+s")
    for key in "456":
        await reviewer.press(key)
        yield reviewer.text
        await reviewer.press("tab")
        yield reviewer.text
        await reviewer.press("escape")


@pytest.mark.slow
@pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((200, 60), marks=pytest.mark.slow)], ids=str
)
async def test_no_screen_shows_a_control_character_or_crashes(reviewing, hostile_case, size):
    async with reviewing(hostile_case, size) as reviewer:
        seen = ""
        async for text in every_screen(reviewer):
            assert not UNSAFE.search(text)
            seen += text
        assert "[sic]" in seen
        assert "␛" in seen
        assert "⟨U+202E⟩" in seen
        assert "[@click=app.quit]" in seen


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
async def test_the_article_is_shown_exactly(reviewing, hostile_case, name):
    async with reviewing(hostile_case, (120, 36)) as reviewer:
        await reviewer.press("4")
        articles = reviewer.app.screen.query_one("ArticleList")
        articles.cursor = next(n for n, row in enumerate(articles.rows) if row.id == f"{name}.txt")
        await reviewer.pilot.pause(0.1)
        await reviewer.settle()
        pane = reviewer.text.split(" Text", 1)[-1]
        shown = re.sub(r"\s", "", pane)
        wanted = re.sub(r"\s", "", visible(HOSTILE[name]))
        if name == "marks":
            assert "a" + "\u0301" * 8 in shown
        else:
            assert wanted in shown


@pytest.mark.slow
async def test_the_rationale_preview_opens_nothing_and_keeps_html_as_text(reviewing, hostile_case):
    async with reviewing(hostile_case, (120, 36)) as reviewer:
        await reviewer.press("v", "1", "tab")
        area = reviewer.app.screen.query_one("#rationale")
        opened = []
        reviewer.app.open_url = lambda *a, **k: opened.append(a)
        area.text = (
            "[link](http://localhost/) <b>x</b> "
            "![i](http://localhost/i.png) [sic] [/red]\n\n<script>alert"
            "(1)</script>\n\n\x1b]52;c;eA==\x07"
        )
        await reviewer.pilot.pause(0.4)
        await reviewer.settle()
        assert not UNSAFE.search(reviewer.text)
        assert "<script>alert(1)</script>" in reviewer.text.split("Preview")[1]
        await click_everywhere(reviewer.pilot, "#preview")
        assert opened == []


async def click_everywhere(pilot: Pilot, selector: str) -> None:
    for x in range(0, 30, 3):
        await pilot.click(selector, offset=(x, 0))


@pytest.mark.parametrize("name", ["markup", "sequences"])
async def test_a_hostile_claim_is_listed_and_read_as_it_is(reviewing, hostile_case, name):
    async with reviewing(hostile_case, (120, 36)) as reviewer:
        await reviewer.press("slash")
        await reviewer.type("rescuers")
        await reviewer.press("enter")
        claims = reviewer.app.screen.claim_list
        claims.cursor = next(n for n, row in enumerate(claims.rows) if row.article == f"{name}.txt")
        await reviewer.pilot.pause(0.15)
        await reviewer.settle()
        assert not UNSAFE.search(reviewer.text)
        assert {"markup": "[sic]", "sequences": "␛]52;c;"}[name] in reviewer.text
