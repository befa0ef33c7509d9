"""What the program says: in words and keys, about what can be seen, and all of it."""

import threading

import pytest

from workbench.core.verdicts.standing import record_in_words
from workbench.tui.actions import keyed
from workbench.tui.advice import in_keys

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)


@pytest.mark.parametrize(
    ("advice", "said"),
    [
        ("no claim 'ff'; `workbench claims` lists them", "no claim 'ff'; 1 lists them"),
        ("`workbench history` names who", "6 names who"),
        ("workbench article a.txt --published DAY", "the date of a.txt: 4, then m"),
        ("workbench article x/b.csv#2 --url ADDRESS", "the link of x/b.csv#2: 4, then m"),
        ("ask a colleague for: workbench signoff 12ab34cd",
         "ask a colleague, who finds it under 7"),
        ("name the claimant (in the verdict form, or --claimant)", "name the claimant (f2)"),
        ("run `workbench reindex`", "run `workbench reindex`"),
        ("`workbench verdict 12ab34` records one", "v records one"),
    ],
)  # fmt: skip
def test_advice_names_keys_where_there_are_any(advice, said):
    assert keyed(in_keys(advice), {}) == said


def test_a_record_is_told_without_the_signs_of_a_program():
    columns = {"type": "columns", "id": "t.csv", "columns": {"text": "Body", "title": "Head"}}
    assert record_in_words(columns) == "text: Body, title: Head"
    assert record_in_words({**columns, "deleted": True}).startswith("columns taken away: text: B")


@SIZES
async def test_a_facet_that_there_is_not_is_named_with_those_that_there_are(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        await reviewer.press("slash")
        await reviewer.type("kind:foo")
        words = " ".join(reviewer.text.split())
        for part in ("No claim fits: no kind 'foo';", "casualty", "to see all."):
            assert part in words  # the pane beside may stand between two lines
        await reviewer.press("ctrl+u")
        await reviewer.type("after:soon")
        await reviewer.press("enter")
        assert "after:soon says nothing; it takes a day" in reviewer.toasts[-1]


@SIZES
async def test_an_empty_list_leaves_no_titles_of_other_claims(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        assert "Dam burst" in reviewer.text
        await reviewer.press("slash")
        await reviewer.type("'nowhere")
        assert "Dam burst" not in reviewer.text
        assert "No claim is chosen" not in reviewer.text
        await reviewer.press("enter", "d")
        assert "The list has no claim now: backspace shows all" in reviewer.toasts[-1]


@SIZES
async def test_side_by_side_asked_for_early_opens_once_there_is_a_candidate(
    reviewing, case, monkeypatch, size
):
    free, find = threading.Event(), case.matching.candidates
    monkeypatch.setattr(
        case.matching, "candidates", lambda *a, **k: free.wait(20) and find(*a, **k)
    )
    async with reviewing_at_once(reviewing, case, size, free) as reviewer:
        await reviewer.pilot.press("d")
        await reviewer.pilot.pause(0.2)
        assert reviewer.app.screen.SCOPE == "claims"
        free.set()
        await reviewer.settle()
        await reviewer.settle()
        assert reviewer.app.screen.SCOPE == "evidence"


def reviewing_at_once(reviewing, case, size, free):
    """The program with its first claim listed, and the finder still at work on the second."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened():
        free.set()
        async with reviewing(case, size) as reviewer:
            free.clear()
            await reviewer.pilot.press("j")
            await reviewer.pilot.pause(0.3)
            yield reviewer

    return opened()


@SIZES
async def test_side_by_side_says_so_where_nothing_bears_on_the_claim(
    reviewing, case, monkeypatch, size
):
    monkeypatch.setattr(case.matching, "candidates", lambda *a, **k: [])
    async with reviewing(case, size) as reviewer:
        await reviewer.press("d")
        assert "No other passage bears on this claim. w searches" in reviewer.toasts[-1]


@SIZES
async def test_a_long_summary_can_be_read_whole_while_it_is_typed(reviewing, case, size):
    words = "The ministry counted 118 dead on Tuesday and three more on the day after, of whom two "
    words += "had died in hospital, so that more than 120 is right but was not known yet."
    async with reviewing(case, size) as reviewer:
        claim = reviewer.app.claim
        await reviewer.press("v", "2")
        await reviewer.type(words)
        shown = " ".join(reviewer.text.split())
        assert words in shown
        await reviewer.press("enter")
        assert reviewer.app.focused.id == "rationale"
        await reviewer.press("ctrl+s")
    assert case.decisions.verdict(claim.id).summary == words
