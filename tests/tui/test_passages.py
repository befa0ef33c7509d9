"""Any passage of any article as evidence, chosen by keys or by the mouse."""

import pytest

from workbench.tui.widgets.passage_reader import PassageReader

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)


@SIZES
async def test_a_passage_of_the_open_article_is_chosen_and_linked(reviewing, case, size):
    claim = case.corpus.claims()[0]
    async with reviewing(case, size) as reviewer:
        await reviewer.press("tab", "l")
        reader = reviewer.app.screen.reader
        assert reader.chosen == (claim.start, claim.end), "the claim's own passage comes first"
        await reviewer.press("l")
        start, end = reader.chosen
        assert start > claim.end
        assert "» " + reader.text[start:end][:20] in reviewer.text
        await reviewer.press("t")
        (link,) = case.decisions.links(claim.id)
        assert (link.relation, link.anchor.start, link.anchor.end) == ("context", start, end)
        assert link.anchor.quote == reader.text[start:end]
        await reviewer.press("u")
        assert case.decisions.links(claim.id) == []


async def test_what_is_chosen_grows_and_shrinks_by_passages(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("tab", "l", "L")
        reader = reviewer.app.screen.reader
        both = reader.chosen
        await reviewer.press("H")
        one = reader.chosen
        assert one[0] == both[0]
        assert one[1] < both[1]
        await reviewer.press("H", "h")
        assert reader.chosen[1] <= one[0], "the passage before"


async def test_a_click_chooses_the_passage_under_the_pointer(reviewing, case):
    async with reviewing(case, (120, 36)) as reviewer:
        reader = reviewer.app.screen.reader
        rows = [reader.render_line(y).text for y in range(reader.size.height)]
        y = next(n for n, row in enumerate(rows) if "Minister Lena" in row)
        await reviewer.click(reader, offset=(6, y))
        start, end = reader.chosen
        assert reader.text[start:end].startswith("Minister Lena Voss denied")


@SIZES
async def test_a_passage_of_a_candidates_article_is_linked_too(reviewing, case, size):
    claim = case.corpus.claims()[0]
    async with reviewing(case, size) as reviewer:
        await reviewer.press("enter", "left_square_bracket")
        reader = reviewer.app.screen.reader
        assert isinstance(reader, PassageReader)
        assert reader.has_focus
        assert reader.article != claim.article
        await reviewer.press("l", "l", "x")
        (link,) = case.decisions.links(claim.id)
        assert link.anchor.article == reader.article
        assert (link.anchor.start, link.anchor.end) == reader.chosen


@SIZES
async def test_a_passage_found_among_the_articles_goes_to_the_queues_claim(reviewing, case, size):
    claim = case.corpus.claims()[0]
    async with reviewing(case, size) as reviewer:
        await reviewer.press("4", "c")
        assert any("Choose a passage first" in toast for toast in reviewer.toasts)
        await reviewer.press("j", "tab", "l", "l", "c")
        reader = reviewer.app.screen.reader
        (link,) = case.decisions.links(claim.id)
        assert (link.relation, link.anchor.article) == ("corroborates", reader.article)
        assert (link.anchor.start, link.anchor.end) == reader.chosen
        assert any(claim.quote[:30] in toast for toast in reviewer.toasts)
