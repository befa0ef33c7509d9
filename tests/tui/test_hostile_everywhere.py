"""Hostile words from every source a word can come from, on every screen that shows them.

Titles, publishers, texts, notes, names of reviewers, of saved filters, of files and of the
case's own folder hold them. On each screen they stand as they are, with visible glyphs for
what has none, and nothing else of them reaches the terminal.
"""

import json
import re
import shutil
from collections.abc import Awaitable, Callable

import pytest
from textual import events

from tests.hostile.case import HOSTILE, REVIEWER, UNSAFE, article, make
from workbench.case import Case
from workbench.tui.text import plain


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """The case folder, to be copied."""
    return make(tmp_path_factory.mktemp("everywhere"))


@pytest.fixture
def case(template, tmp_path):
    folder = tmp_path / template.name
    shutil.copytree(template, folder)
    with Case.open(folder, reviewer=REVIEWER) as opened:
        yield opened


Walk = Callable[..., Awaitable[None]]


def keys(*pressed: str) -> Walk:
    async def walk(reviewer, case):
        await reviewer.press(*pressed)

    return walk


async def to_row(reviewer, name: str, list_name: str = "ClaimList") -> None:
    """The cursor on a row of an article with these words."""
    rows = reviewer.app.screen.query_one(list_name)
    ids = [getattr(row, "article", None) or getattr(row, "id", "") for row in rows.rows]
    rows.cursor = next(n for n, id in enumerate(ids) if id.partition("#")[2].startswith(name))
    await reviewer.pilot.pause(0.2)
    await reviewer.settle()


def on_claim(*pressed: str) -> Walk:
    """A claim with the words, and then the keys."""

    async def walk(reviewer, case, name):
        await to_row(reviewer, name)
        await reviewer.press(*pressed)

    return walk


def on_article(*pressed: str) -> Walk:
    async def walk(reviewer, case, name):
        await reviewer.press("4")
        await to_row(reviewer, f"{name}5", "ArticleList")
        await reviewer.press(*pressed)

    return walk


def typed_into(*pressed: str) -> Walk:
    """The words pasted where the keys lead to."""

    async def walk(reviewer, case, name):
        await reviewer.press(*pressed)
        await reviewer.pilot.pause()
        reviewer.app.post_message(events.Paste(HOSTILE[name]))
        await reviewer.settle()

    return walk


async def import_report(reviewer, case, name):
    folder = case.folder.parent / "more"
    folder.mkdir()
    made = folder / f"{HOSTILE[name]}.txt".replace("/", "")
    made.write_text("flood", encoding="utf-8")
    (folder / "twice.jsonl").write_text(json.dumps(article(name, 4, 120)) * 2, encoding="utf-8")
    await reviewer.press("5")
    reviewer.app.focused.value = f"'{folder}'"
    await reviewer.press("enter")


async def verdict_preview(reviewer, case, name):
    await to_row(reviewer, name)
    await reviewer.press("v")
    area = reviewer.app.screen.query_one("#rationale")
    area.text = f"p {HOSTILE[name]}\n\n- q {HOSTILE[name]}"
    await reviewer.pilot.pause(0.4)
    await reviewer.settle()


async def toast(reviewer, case, name):
    reviewer.app.say(f"saved {HOSTILE[name]}")
    await reviewer.settle()


SCREENS: dict[str, Walk] = {
    "claims, claim card, reader and candidates": on_claim(),
    "claims of one article": on_claim("a"),
    "filter as it is typed": typed_into("slash"),
    "saved filters": keys("p"),
    "name for a filter": typed_into("f", "P"),
    "reviewer to give a claim to": typed_into("A"),
    "words to search for": typed_into("w"),
    "evidence": on_claim("d"),
    "link to open": on_claim("o"),
    "verdict, its evidence and what is to be mended": on_claim("v"),
    "verdict being written, and its preview": verdict_preview,
    "conflicts": keys("2"),
    "figures": keys("3"),
    "articles": on_article(),
    "correction": on_article("m"),
    "revisions": on_article("r"),
    "import report": import_report,
    "history": keys("6"),
    "review": keys("7"),
    "settings": keys("8"),
    "palette": typed_into("ctrl+p"),
    "saved filters in the palette": keys("ctrl+p", *"saved"),
    "jump": keys("semicolon"),
    "help": keys("question_mark"),
    "toast": toast,
}
SHOWN_WITH_ANY = {"link to open", "jump", "help", "palette", "settings"}
"""Screens that need not show the words themselves."""
QUICK = {"claims, claim card, reader and candidates", "history", "toast"}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "screen",
    [pytest.param(s, marks=() if s in QUICK else pytest.mark.slow) for s in SCREENS],
)
async def test_hostile_words_are_shown_as_they_are(reviewing, case, screen, name):
    async with reviewing(case, (200, 60)) as reviewer:
        walk = SCREENS[screen]
        await (
            walk(reviewer, case, name) if walk.__code__.co_argcount == 3 else walk(reviewer, case)
        )
        shown = reviewer.text
        assert not UNSAFE.search(shown)
        if screen not in SHOWN_WITH_ANY:
            words = plain(
                HOSTILE[name].replace("/", "") if screen == "import report" else HOSTILE[name]
            )
            assert words in re.sub(r"[│┃║]?\s*\n\s*[│┃║]?", "", shown) or words in shown
