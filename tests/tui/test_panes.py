"""Panes alone and wider, remembered; articles found, sorted and named."""

import pytest

from workbench.case import Case

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)


@SIZES
async def test_a_pane_is_shown_alone_follows_the_focus_and_gives_way(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        screen = reviewer.app.screen
        await reviewer.press("plus")
        assert screen.claim_list.size.width > size[0] - 4
        assert screen.claim_list.size.height > size[1] - 8
        await reviewer.press("tab")
        assert screen.reader.has_focus
        assert screen.reader.size.width > size[0] - 4
        assert screen.claim_list.size.height == 0
        await reviewer.press("slash")
        assert screen.claim_list.size.height, "the filter has no pane: all are there again"
        await reviewer.press("escape", "plus", "plus")
        assert screen.reader.size.height
        assert screen.claim_list.size.height


@SIZES
async def test_a_pane_is_made_larger_and_stays_so(reviewing, case, size):
    side = "width" if size[0] >= 120 else "height"
    async with reviewing(case, size) as reviewer:
        before = getattr(reviewer.app.screen.claim_list.size, side)
        await reviewer.press(*["greater_than_sign"] * 3)
        wider = getattr(reviewer.app.screen.claim_list.size, side)
        assert wider > before
    case.close()
    with Case.open(case.folder, reviewer="Ada") as again:
        async with reviewing(again, size) as reviewer:
            assert getattr(reviewer.app.screen.claim_list.size, side) == wider
            await reviewer.press(*["less_than_sign"] * 3)
            assert getattr(reviewer.app.screen.claim_list.size, side) == before


TABLE = """id,text
1,"Nine people were hurt when a crane fell in Orla, the mayor said on Friday."
2,"The crane in Orla had been checked in May, its owner said. Two more were found."
"""


@SIZES
async def test_articles_are_filtered_sorted_and_named_by_their_first_words(
    reviewing, fresh_case, size
):
    folder = fresh_case()
    (folder / "seeds" / "rows.csv").write_text(TABLE, encoding="utf-8")
    with Case.open(folder, reviewer="Ada") as case:
        case.corpus.sync()
        case.working.visit()
        async with reviewing(case, size) as reviewer:
            await reviewer.press("4")
            articles = reviewer.app.screen.query_one("ArticleList")
            assert "title ▾" in reviewer.text
            assert "publisher" in reviewer.text
            assert "Nine people were hurt when" in reviewer.text
            assert "rows.csv#1" not in reviewer.text.split("Text")[0]
            await reviewer.press("S")
            assert "date ▾" in reviewer.text
            days = [row.published for row in articles.rows if row.published]
            assert days == sorted(days, reverse=True)
            await reviewer.click_on("claims  ")
            counts = [row.claims for row in articles.rows]
            assert counts == sorted(counts, reverse=True)
            await reviewer.press("slash")
            await reviewer.type("crane checked")
            await reviewer.press("enter")
            assert [row.id for row in articles.rows] == ["rows.csv#2"]
            assert "1 of 5" in reviewer.text
