"""The settings screen: what is changed there holds at once and stands in the file."""

import pytest

from workbench.case import Case
from workbench.case.trusting import allow
from workbench.tui.actions import ACTIONS, SCOPES
from workbench.tui.keymap import clashes, keys_of, owner

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)
ACTION = {action.id: action for action in ACTIONS}
WRITTEN = '# ours: ask Mia\nreviewer = "Ada"\n\n[keys]\n"claims.cite" = "Y"  # y is taken\n'


def file_of(case) -> str:
    return (case.folder / "workbench.toml").read_text(encoding="utf-8")


async def to(reviewer, words):
    """The cursor on the setting that the words find."""
    await reviewer.press("8", "slash")
    await reviewer.type(words)
    await reviewer.press("enter")


@SIZES
async def test_the_settings_of_a_case_are_listed_with_what_they_mean(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        await reviewer.press("8")
        for words in (
            "Reviewer",
            "Second reviewer",
            "Independent sources",
            "Wayback",
            "Human toll",
        ):
            assert words in reviewer.text
        assert "links, verdicts and reviews are recorded" in reviewer.text
        await to(reviewer, "engines")
        assert "(in this folder)" in reviewer.text
        assert "WORKBENCH_STORE_PASSWORD" in reviewer.text


@SIZES
async def test_a_switch_and_a_number_are_saved_beside_what_people_wrote(reviewing, case, size):
    (case.folder / "workbench.toml").write_text(WRITTEN, encoding="utf-8")
    allow(case.folder)
    async with reviewing(case, size) as reviewer:
        await to(reviewer, "second reviewer")
        await reviewer.press("enter")
        assert case.settings.second_reviewer is True
        await reviewer.press("escape")
        await to(reviewer, "independent sources")
        await reviewer.press("enter", "backspace", "3", "enter")
        assert case.settings.independent_sources == 3
        text = file_of(case)
        assert "# ours: ask Mia" in text
        assert '"claims.cite" = "Y"  # y is taken' in text


async def test_another_reviewer_decides_from_then_on(reviewing, case, monkeypatch):
    monkeypatch.delenv("WORKBENCH_REVIEWER", raising=False)
    async with reviewing(case) as reviewer:
        await to(reviewer, "reviewer you")
        await reviewer.press("enter", "ctrl+u")
        await reviewer.type("Bo Reyes")
        await reviewer.press("enter")
        assert "│ Bo Reyes │" in reviewer.text
        await reviewer.press("1", "enter", "c")
        assert [link.by for link in case.decisions.links(case.corpus.claims()[0].id)] == [
            "Bo Reyes"
        ]


async def test_words_where_a_number_belongs_are_refused(reviewing, case):
    async with reviewing(case) as reviewer:
        await to(reviewer, "human toll")
        await reviewer.press("enter")
        await reviewer.type("much")
        await reviewer.press("enter")
        assert any("takes a number" in toast for toast in reviewer.toasts)
        assert not (case.folder / "workbench.toml").exists()


async def test_another_weight_finds_the_scores_again(reviewing, case):
    before = {row.id: row.score for row in case.corpus.claims()}
    async with reviewing(case) as reviewer:
        await to(reviewer, "human toll")
        await reviewer.press("enter", "ctrl+u", "0", "enter", "1")
        after = {row.id: row.score for row in case.corpus.claims()}
        assert after.keys() == before.keys()
        assert after != before
        assert "not in the list" not in reviewer.text


@pytest.mark.slow
async def test_a_theme_is_kept(reviewing, case):
    async with reviewing(case) as reviewer:
        await to(reviewer, "theme")
        await reviewer.press("enter", "3")
        assert reviewer.app.theme == "high-contrast"
        assert case.settings.theme == "high-contrast"
        await reviewer.press("backspace")
        assert case.settings.theme == ""


async def test_an_action_gets_the_key_that_is_pressed(reviewing, case):
    async with reviewing(case, (120, 36)) as reviewer:
        await to(reviewer, "claims.corroborates")
        await reviewer.press("enter", "i")
        assert case.settings.keys == {"claims.corroborates": "i"}
        await reviewer.press("1", "enter")
        assert "i +corroborates" in reviewer.text
        claim = case.corpus.claims()[0].id
        await reviewer.press("c")
        assert case.decisions.links(claim) == []
        await reviewer.press("i")
        assert len(case.decisions.links(claim)) == 1


async def test_a_key_that_is_taken_names_its_owner_and_can_be_swapped(reviewing, case):
    async with reviewing(case) as reviewer:
        await to(reviewer, "claims.verdict")
        await reviewer.press("enter", "x")
        assert "x is the key of “Claims: Conflicts” already" in reviewer.text
        await reviewer.press("2")
        assert case.settings.keys == {}
        await reviewer.press("enter", "x", "1")
        assert case.settings.keys == {"claims.verdict": "x", "claims.conflicts": "v"}
        await reviewer.press("1", "x")
        assert reviewer.app.screen.SCOPE == "verdict"


async def test_a_key_that_terminals_cannot_send_is_refused(reviewing, case):
    async with reviewing(case) as reviewer:
        await to(reviewer, "claims.verdict")
        await reviewer.press("enter", "ctrl+j")
        assert "terminals send enter for ctrl+j" in reviewer.text
        await reviewer.press("escape")
        assert case.settings.keys == {}


@SIZES
async def test_a_file_that_gives_a_key_twice_is_named(reviewing, case, size):
    (case.folder / "workbench.toml").write_text('[keys]\n"claims.verdict" = "n"\n')
    allow(case.folder)
    case.close()
    with Case.open(case.folder, reviewer="Ada") as again:
        async with reviewing(again, size) as reviewer:
            assert any("The key n is given twice" in toast for toast in reviewer.toasts)
            await to(reviewer, "claims.verdict")
            assert "! n is also Claims: Next open" in reviewer.text


async def test_a_file_that_cannot_be_written_is_said(reviewing, case):
    (case.folder / "workbench.toml").write_text("reviewer = ", encoding="utf-8")
    async with reviewing(case) as reviewer:
        await to(reviewer, "second reviewer")
        await reviewer.press("enter")
        assert any("does not read" in toast for toast in reviewer.toasts)
        assert file_of(case) == "reviewer = "


def test_no_two_actions_share_a_key_as_they_come():
    assert list(clashes({})) == []


def test_clashes_follow_what_can_be_at_hand_together():
    verdict = ACTION["claims.verdict"]
    assert owner("j", verdict, {}).scope in {"list", "reader"}
    assert owner("q", verdict, {}) is ACTION["everywhere.quit"]
    assert owner("r", verdict, {}) is None, "r is of another screen"
    found = list(clashes({"list.mark": "c"}))
    assert {(clash.one.id, clash.other.id) for clash in found} == {
        ("list.mark", f"{scope}.corroborates") for scope in ("claims", "evidence", "articles")
    }
    assert keys_of(verdict, {"claims.verdict": " V , f5 "}) == ("V", "f5")


@pytest.mark.slow
async def test_every_action_can_be_given_a_key(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("8")
        listed = {row.option.id for row in reviewer.app.screen.options.rows}
        assert {f"keys.{action.id}" for action in ACTIONS} <= listed
        assert {"reviewer", "theme", "publication.second_reviewer"} <= listed
        assert all(scope in SCOPES for scope in {action.scope for action in ACTIONS})
