"""Filters with a name: kept in the settings, picked by key and from the palette."""

import pytest
from textual.widgets import Input

from workbench.case import Case
from workbench.case.filters.choice import Choice
from workbench.case.filters.saved import as_choice, as_words

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)


@SIZES
async def test_a_filter_is_named_and_picked_later(reviewing, case, size):
    total = len(case.corpus.claims())
    async with reviewing(case, size) as reviewer:
        await reviewer.press("f", "S", "slash")
        await reviewer.type("flood")
        await reviewer.press("enter")
        found = [row.id for row in reviewer.app.screen.claim_list.rows]
        assert 0 < len(found) < total
        await reviewer.press("P")
        assert "A name for flood kind:casualty sort:article" in reviewer.text
        await reviewer.type("dead, by article")
        await reviewer.press("enter")
        assert case.settings.filters == {"dead, by article": "flood kind:casualty sort:article"}
        await reviewer.press("backspace")
        assert len(reviewer.app.screen.claim_list.rows) == total
        await reviewer.press("p")
        assert "dead, by article" in reviewer.text
        assert "flood kind:casualty" in reviewer.text
        await reviewer.press("enter")
        assert [row.id for row in reviewer.app.screen.claim_list.rows] == found
        assert reviewer.app.screen.query_one("#words", Input).value == "flood kind:casualty"
        assert "by article" in reviewer.text


async def test_the_palette_has_saved_filters_after_a_restart(reviewing, case):
    case.configuring.change({("filters", "Voss denies"): "kind:denial claimant:voss"})
    folder = case.folder
    case.close()
    with Case.open(folder, reviewer="Ada") as again:
        async with reviewing(again, (120, 36)) as reviewer:
            await reviewer.press("4", "ctrl+p")
            await reviewer.type("voss denies")
            await reviewer.press("enter")
            rows = reviewer.app.screen.claim_list.rows
            assert [row.claimant for row in rows] == ["Lena Voss"]


async def test_a_filter_is_dropped_and_others_stay(reviewing, case):
    case.configuring.change({("filters", "a"): "kind:denial", ("filters", "b"): "@ada"})
    async with reviewing(case) as reviewer:
        await reviewer.press("p", "minus")
        assert case.settings.filters == {"b": "@ada"}


async def test_without_filters_the_keys_say_what_to_do(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("p", "P")
        assert "No filter is saved yet" in reviewer.toasts[0]
        assert "Nothing to save" in reviewer.toasts[1]


async def test_claims_are_filtered_by_what_their_score_is_made_of(reviewing, case):
    why = case.corpus.reasons()
    async with reviewing(case) as reviewer:
        for words, wanted in (("why:toll", True), ("!why:toll", False)):
            await reviewer.press("slash", "ctrl+u")
            await reviewer.type(words)
            rows = reviewer.app.screen.claim_list.rows
            assert {row.id for row in rows} == {
                id for id, reasons in why.items() if ("gives a human toll" in reasons) is wanted
            }
            await reviewer.press("enter")


@pytest.mark.parametrize(
    "choice",
    [
        Choice(),
        Choice(words="'exact !not ^a"),
        Choice(kind="denial", status="ready for review", sort="date"),
        Choice(words="x kind:date @ada why:toll", article="a b/c.txt", sort="claimant"),
    ],
    ids=str,
)
def test_words_of_a_choice_narrow_to_the_same_claims(case, choice):
    from workbench.case.filters.choice import Queue

    queue = Queue(case.corpus.claims())
    queue.reasons = case.corpus.reasons()
    again = as_choice(as_words(choice))
    assert again.sort == choice.sort
    assert queue.select(again, lambda: False) == queue.select(choice, lambda: False)


def test_words_that_name_no_order_leave_the_usual_one():
    assert as_choice("flood sort:luck") == Choice(words="flood")
    assert as_choice('status:"in progress"') == Choice(words='status:"in progress"')
