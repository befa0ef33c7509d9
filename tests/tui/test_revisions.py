"""Revisions of an article: which there are, and which words changed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.revising import changes, marked

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)
TEXTS = st.text(alphabet="ab \n", max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_changes(before, now):
    found = list(changes(before, now))
    assert "".join(text for what, text in found if what != "gone") == now
    gone = "".join(text for what, text in found if what == "gone")
    assert len(gone) <= len(before)
    assert (before == now) == all(what == "kept" for what, _ in found)


def test_changed_words_carry_signs():
    found = marked("The flood killed 120 people.", "The flood killed about 95 people.")
    assert found.text == "The flood killed {+about +}[-120-]{+95+} people."
    assert found.changes == 3
    assert [found.text[a:b] for a, b, _ in found.marks] == ["{+about +}", "[-120-]", "{+95+}"]


def test_long_texts_without_an_end_are_compared_in_time():
    started = time.perf_counter()
    one, other = "word " * 100_000, "other " * 100_000
    assert marked(one, other).changes == 2
    assert marked("x" * 1_000_000, "x" * 999_999).text
    assert time.perf_counter() - started < 5


@SIZES
async def test_revisions_are_listed_and_compared(reviewing, case, size):
    source = case.folder / "seeds" / "gazette.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("more than 120", "about 95"), encoding="utf-8")
    case.corpus.sync()
    async with reviewing(case, size) as reviewer:
        await reviewer.press("4", "j", "j")
        row = reviewer.app.screen.query_one("ArticleList").current
        while row.id != "gazette.txt":
            await reviewer.press("k")
            row = reviewer.app.screen.query_one("ArticleList").current
        await reviewer.press("r")
        assert "revision 2" in reviewer.text
        assert "revision 1" in reviewer.text
        assert "95+}" in reviewer.text
        assert "120-]" in reviewer.text
        await reviewer.press("n", "j")
        assert "no change" in reviewer.text
        await reviewer.press("escape")
        assert "Articles · 3" in reviewer.text
