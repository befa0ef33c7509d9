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
import tomlkit
from textual import events

from workbench.case import Case
from workbench.tui.text import plain

MARKUP = "[/red][sic][@click=app.quit]x[/]"
SEQUENCES = "\x1b]52;c;eA==\x07\x9b6n\x1b[31m"
UNSEEN = "\u202eno\u2069\u200b\U000e0041"
HOSTILE = {"markup": MARKUP, "sequences": SEQUENCES, "unseen": UNSEEN}

UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\U000e0000-\U000e0fff]"
)

TEXTS = (
    "The flood killed {toll} people in the Arda valley, said Lena Voss {words}.\n\n"
    "The ministry {words} denied that the dam had been neglected.\n"
)


def article(name: str, number: int, toll: int) -> dict[str, str]:
    """A row whose every field holds the words; two tolls, so that rows contradict each other."""
    words = HOSTILE[name]
    return {
        "id": f"{name}{number}", "title": f"{words} {number}", "publisher": f"{words}{number}",
        "published": f"2024-03-0{number}", "url": "https://post.example/a",
        "text": TEXTS.format(toll=toll, words=words),
    }  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """The case folder; its own name is hostile too."""
    folder = tmp_path_factory.mktemp("everywhere") / f"arda {MARKUP.replace('/', '')}\x1b]0;x\x07"
    folder.mkdir()
    settings = {"filters": {words: f"flood {words}" for words in HOSTILE.values()}}
    (folder / "workbench.toml").write_text(tomlkit.dumps(settings), encoding="utf-8")
    rows = [article(name, n, toll) for name in HOSTILE for n, toll in ((4, 120), (5, 45))]
    source = folder.parent / "hostile.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with Case.open(folder, f"Bo {MARKUP}", create=True) as case:
        case.corpus.import_paths([str(source)])
        claims = {row.article.partition("#")[2]: row for row in case.corpus.claims()}
        for name, words in HOSTILE.items():
            mine, other = claims[f"{name}4"], claims[f"{name}5"]
            case.decisions.link(mine.id, other.article, other.start, other.end, "conflicts", words)
            case.decisions.rule(mine.id, "false", f"{words} sum", f"{words} why")
            case.reviewing.assign(other.id, words)
            case.reviewing.note(other.id, f"{words} note")
    rows[1::2] = [row | {"text": row["text"].replace("45", "46")} for row in rows[1::2]]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with Case.open(folder, "Cy") as case:
        case.corpus.import_paths([str(source)])
        case.comparing.conflicts()
    return folder


@pytest.fixture
def case(template, tmp_path):
    folder = tmp_path / template.name
    shutil.copytree(template, folder)
    with Case.open(folder, reviewer=f"Ada {UNSEEN}{SEQUENCES}{MARKUP}") as opened:
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
