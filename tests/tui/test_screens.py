"""The other screens: side by side, conflicts, figures; palette and help from one registry."""

import pytest

from workbench.tui.actions import ACTIONS, SCOPES, actions
from workbench.tui.app import WorkbenchApp
from workbench.tui.palette import ActionProvider, Palette
from workbench.tui.screens.evidence import EvidenceScreen
from workbench.tui.screens.leaving import LeavingScreen
from workbench.tui.screens.revisions import RevisionsScreen
from workbench.tui.screens.verdict import VerdictScreen
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.figure_list import bar
from workbench.tui.widgets.passage_reader import PassageReader
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.rowlist import RowList

WIDE = (120, 36)


async def test_claim_and_candidate_stand_side_by_side_with_differences_signed(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("enter")
        candidates = reviewer.app.screen.candidate_list
        candidates.cursor = next(
            n for n, row in enumerate(candidates.rows) if row.quote.startswith("Only 45")
        )
        await reviewer.press("enter")
        text = reviewer.text
        assert "Claim: 2024-03-04" in text
        assert "Candidate: 2024-03-06" in text
        assert f"{candidates.cursor + 1} of " in text
        assert "why: " in text
        assert "# " in text, "the figures differ"
        await reviewer.press("x")
        assert [link.relation for link in case.decisions.links(claim)] == ["conflicts"]
        await reviewer.press("N")
        assert "× conflicts, linked by Ada" in reviewer.text
        await reviewer.press("escape")
        assert "Candidates" in reviewer.text


@pytest.mark.slow
async def test_from_side_by_side_a_verdict_can_be_written(reviewing, case):
    claim = case.corpus.claims()[0].id  # contested ones stand first once they are known
    async with reviewing(case) as reviewer:
        await reviewer.press("enter", "enter", "c", "v", "1")
        await reviewer.type("ok")
        await reviewer.press("ctrl+s")
        assert case.decisions.verdict(claim).summary == "ok"


@pytest.mark.slow
async def test_conflicts_show_both_sides_and_open_the_claim(reviewing, case):
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("2")
        assert "Conflicts · " in reviewer.text
        assert "One side: " in reviewer.text
        assert "Other side: " in reviewer.text
        row = reviewer.app.screen.query_one("ConflictList").current
        await reviewer.press("enter")
        here = reviewer.app.screen.claim_list.current
        assert (here.article, here.start) == row.found.one.place


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_a_contradiction_is_found_linked_and_put_away(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        await reviewer.press("2")
        conflicts = reviewer.app.screen.query_one("ConflictList")
        every = len(conflicts.rows)
        assert "by strength" in reviewer.text
        assert "killed: " in reviewer.text
        assert "Dismiss" in reviewer.text
        await reviewer.press("/")
        await reviewer.type("killed 45")
        await reviewer.press("enter")
        assert [row.found.slot for row in conflicts.rows] == ["killed"]
        row = conflicts.current
        await reviewer.press("x")
        (link,) = [k for c in case.corpus.claims() for k in case.decisions.links(c.id)]
        assert link.relation == "conflicts"
        await reviewer.press("A")
        await reviewer.type("Ben")
        await reviewer.press("enter", "n")
        await reviewer.type("ask the morgue")
        await reviewer.press("enter")
        given = conflicts.current
        assert (given.assignee, [n.text for n in given.notes]) == ("Ben", ["ask the morgue"])
        await reviewer.press("m", "minus")
        assert "not worth more time" in reviewer.text
        await reviewer.type("two floods")
        await reviewer.press("enter")
        (away,) = case.contradicting.dismissals()
        assert (away.why, away.id) == ("two floods", row.found.id)
        assert not conflicts.rows
        await reviewer.press("z", "y", "/", "escape", "S")
        assert len(conflicts.rows) == every
        assert "by sources" in reviewer.text


@pytest.mark.slow
async def test_figures_about_words_are_listed_with_source_and_day(reviewing, case):
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("3")
        assert "Type what the figures are about" in reviewer.text
        await reviewer.type("people killed by the flood")
        await reviewer.press("enter")
        assert "more than 120 people" in reviewer.text
        assert "45 people" in reviewer.text
        assert "█" in reviewer.text
        assert "◆" in reviewer.text


@pytest.mark.parametrize(
    ("value", "most", "cells", "wanted"),
    [
        (10, 10, 4, "████"),
        (5, 10, 4, "██"),
        (0, 10, 4, ""),
        (1, 1000, 4, "▏"),
        (1, 0, 4, ""),
        (7, 8, 1, "▉"),
    ],
)
def test_bars(value, most, cells, wanted):
    assert bar(value, most, cells) == wanted


async def test_the_palette_offers_every_action_of_the_registry_with_its_keys(reviewing, case):
    async with reviewing(case) as reviewer:
        provider = ActionProvider(reviewer.app.screen)
        offered = [hit.display async for hit in provider.discover()]
        assert len(offered) == len(ACTIONS)
        for action, shown in zip(ACTIONS, offered, strict=True):
            assert action.title in str(shown)


@pytest.mark.slow
@pytest.mark.parametrize(
    "scope", ["claims", "articles", "history", "figures", "conflicts", "review"]
)
async def test_help_lists_the_actions_of_the_screen_and_of_everywhere(reviewing, case, scope):
    async with reviewing(case, (120, 60)) as reviewer:
        await reviewer.app.action_open(scope)
        await reviewer.settle()
        reviewer.app.screen.set_focus(None)
        await reviewer.press("question_mark")
        shown = "\n".join(reviewer.app.screen._lines())
        for action in (*actions(scope), *actions("everywhere")):
            assert action.help.split()[0] in shown
        assert SCOPES[scope] in shown


def test_every_action_names_a_method_of_its_scope():
    homes = {
        "everywhere": WorkbenchApp, "list": RowList, "reader": Reader, "passage": PassageReader,
        "order": EvidenceList, "verdict": VerdictScreen, "evidence": EvidenceScreen,
        "revisions": RevisionsScreen,
        "leaving": LeavingScreen,
        **{mode: type(screen()) for mode, screen in WorkbenchApp.MODES.items()},
    }  # fmt: skip
    missing = [
        a.id for a in ACTIONS if not hasattr(homes[a.scope], f"action_{a.call.partition('(')[0]}")
    ]
    assert missing == []


@pytest.mark.slow
async def test_themes_turn_in_a_circle(reviewing, case):
    async with reviewing(case) as reviewer:
        seen = []
        for _ in range(4):
            await reviewer.press("ctrl+t")
            seen.append(reviewer.app.theme)
            assert "The flood killed" in reviewer.text
        assert len(set(seen)) == 4


@pytest.mark.slow
async def test_no_color_leaves_every_sign(reviewing, case, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with reviewing(case, WIDE) as reviewer:
        assert reviewer.app.no_color
        assert "▶" in reviewer.text
        assert "+ corroborates?" in reviewer.text


async def test_pages_turn_in_the_palette_of_a_terminal_that_became_tiny(reviewing, case):
    async with reviewing(case, (80, 24)) as reviewer:
        await reviewer.pilot.press("ctrl+p")
        await reviewer.pilot.pause()
        await reviewer.pilot.press("down")
        await reviewer.pilot.resize_terminal(40, 4)
        await reviewer.pilot.press("pagedown", "pageup")
        await reviewer.pilot.resize_terminal(80, 24)
        assert isinstance(reviewer.app.screen, Palette)
        await reviewer.pilot.press("pagedown", "escape")
        await reviewer.settle()
        assert not isinstance(reviewer.app.screen, Palette)
