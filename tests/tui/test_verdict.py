"""The verdict form: drafts that outlive the program, the reviewer's editor, the gate."""

import contextlib
import shlex
import sys

import pytest
from textual.events import Key

from workbench.case import Case
from workbench.case.drafts import Draft
from workbench.tui.signs import relation_sign

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)


async def test_a_draft_is_on_disk_while_the_form_is_still_open(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "3")
        await reviewer.type("Half of it")
        await reviewer.pilot.pause(0.5)
        await reviewer.settle()
        with Case.open(case.folder, reviewer="Ada") as other:
            kept = other.drafts.all()
    assert kept == {claim: Draft("half true", "Half of it")}


async def test_what_was_typed_just_before_the_end_is_kept(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "3")
        await reviewer.pilot.press(*"Half")
    assert case.drafts.all() == {claim: Draft("half true", "Half")}


async def test_a_draft_comes_back_and_ends_with_the_verdict(reviewing, case):
    claim = case.corpus.claims()[0].id
    case.drafts.keep(claim, Draft("true", "From before the kill", "**why**"))
    async with reviewing(case) as reviewer:
        assert "● 1 draft" in reviewer.text
        await reviewer.press("v")
        assert "From before the kill" in reviewer.text
        assert "**why**" in reviewer.text
        await reviewer.press("ctrl+s", "escape")
        assert "draft" not in reviewer.text
    assert case.decisions.verdict(claim).summary == "From before the kill"
    assert case.drafts.all() == {}


async def test_keys_that_come_faster_than_they_are_handled_reach_their_fields(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case) as reviewer:
        await reviewer.press("v")
        keys = ("2", *"About", "enter", *"Because", "shift+tab", "end", "!", "tab", ".", "ctrl+s")
        for key in keys:
            reviewer.app.post_message(Key(key, key if len(key) == 1 else None))
        await reviewer.settle()
    verdict = case.decisions.verdict(claim)
    assert (verdict.rating, verdict.summary, verdict.rationale) == (
        "mostly true",
        "About!",
        "Because.",
    )


@SIZES
async def test_after_saving_the_form_shows_what_the_gate_finds(reviewing, case, size):
    claim = case.corpus.claims()[0].id
    async with reviewing(case, size) as reviewer:
        await reviewer.press("v", "1")
        await reviewer.type("It holds")
        await reviewer.press("ctrl+s")
        findings = case.publications.check(claim)
        assert findings
        assert f"Saved. To mend before it leaves the house · {len(findings)}" in reviewer.text
        assert f"× {findings[0].rule}" in reviewer.text
        assert f"→ {findings[0].mend[:30]}" in reviewer.text
        await reviewer.press("escape")
        assert "1 ruled" in reviewer.text
        await reviewer.press("v")  # contested claims stand first now: the cursor stayed here
        assert "To mend before it leaves the house" in reviewer.text


@pytest.fixture
def free_terminal(monkeypatch):
    """A headless terminal cannot be left: let it be."""
    monkeypatch.setattr("workbench.tui.app.WorkbenchApp.suspend", contextlib.nullcontext)


def editor_that(tmp_path, code):
    script = tmp_path / "my editor.py"
    script.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{code}\n")
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}"


async def test_the_rationale_is_written_in_the_reviewers_editor(
    reviewing, case, free_terminal, monkeypatch, tmp_path
):
    code = "path.write_text(path.read_text() + 'and from the **editor**')"
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, code))
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "tab", "tab")
        await reviewer.type("typed ")
        await reviewer.press("ctrl+e")
        area = reviewer.app.screen.query_one("#rationale")
        assert area.text == "typed and from the **editor**"


async def test_an_editor_that_fails_or_is_not_there_changes_nothing(
    reviewing, case, free_terminal, monkeypatch, tmp_path
):
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, "path.write_text('lost'); sys.exit(1)"))
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "tab", "tab")
        await reviewer.type("mine")
        await reviewer.press("ctrl+e")
        assert any("ended with an error" in toast for toast in reviewer.toasts)
        monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
        await reviewer.press("ctrl+e")
        assert any("no-such-editor-anywhere" in toast for toast in reviewer.toasts)
        monkeypatch.setenv("EDITOR", "'unclosed")
        await reviewer.press("ctrl+e")
        assert any("does not read as a command" in toast for toast in reviewer.toasts)
        assert reviewer.app.screen.query_one("#rationale").text == "mine"


async def test_without_an_editor_it_says_so(reviewing, case, monkeypatch):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "ctrl+e")
        assert any("No editor is set" in toast for toast in reviewer.toasts)


async def test_claimant_and_gaps_are_said_in_the_form_and_stay(reviewing, case):
    claim = case.corpus.claims()[0].id
    async with reviewing(case, (120, 36)) as reviewer:
        await reviewer.press("v", "1", "f2")
        await reviewer.press("ctrl+u")
        await reviewer.type("Lena Voss")
        await reviewer.press("enter", "f3")
        await reviewer.type("The toll downstream")
        await reviewer.press("enter")
        assert "Claim · Lena Voss · not found out: The toll downstream" in reviewer.text
        await reviewer.type("It holds")
        await reviewer.press("ctrl+s")
        verdict = case.decisions.verdict(claim)
        assert (verdict.claimant, verdict.unknown) == ("Lena Voss", "The toll downstream")
        await reviewer.press("escape", "v")
        assert "Claim · Lena Voss" in reviewer.text


def signs_of(case, claim):
    return [relation_sign(link.relation)[:2] for link in case.decisions.links(claim)]


async def with_two_links(reviewer, case):
    """The form of the first claim, with the focus on its two pieces of evidence."""
    claim = case.corpus.claims()[0].id
    await reviewer.press("enter", "c", "x", "v")
    reviewer.app.screen.query_one("#links").focus()
    await reviewer.settle()
    return claim, [link.id for link in case.decisions.links(claim)]


@SIZES
async def test_evidence_is_ordered_by_keys_and_saved_with_the_verdict(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        claim, (first, second) = await with_two_links(reviewer, case)
        one, two = (f"{sign} {word}" for sign, word in signs_of(case, claim))
        assert f"1 {one}" in reviewer.text
        assert f"2 {two}" in reviewer.text
        await reviewer.press("J")
        assert f"1 {two}" in reviewer.text
        assert f"2 {one}" in reviewer.text
        assert "● 1 draft" in reviewer.text
        await reviewer.press("J", "K", "K", "J")
        await reviewer.pilot.pause(0.5)
        await reviewer.settle()
        assert case.drafts.all()[claim].order == f"{second} {first}"
        reviewer.app.screen.query_one("RatingBar").focus()
        await reviewer.press("1")
        await reviewer.type("It holds")
        await reviewer.press("ctrl+s", "escape")
        assert [link.id for link in case.decisions.evidence(claim)] == [second, first]
        if size != (80, 24):  # there the findings take the place of the evidence
            await reviewer.press("v")
            assert f"1 {two}" in reviewer.text


async def test_evidence_is_dragged_into_another_order(reviewing, case):
    async with reviewing(case, (120, 36)) as reviewer:
        _, (first, second) = await with_two_links(reviewer, case)
        links = reviewer.app.screen.query_one("#links")
        await reviewer.pilot.mouse_down(links, offset=(10, 0))
        await reviewer.pilot.hover(links, offset=(10, 1))
        await reviewer.pilot.mouse_up(links, offset=(10, 1))
        await reviewer.settle()
        assert links.order == f"{second} {first}"
        await reviewer.pilot.hover(links, offset=(10, 0))
        assert links.order == f"{second} {first}", "nothing is held any more"


async def test_a_draft_goes_on_where_it_ended(reviewing, case):
    async with reviewing(case) as reviewer:
        await reviewer.press("v", "2")
        await reviewer.type("About 12")
        await reviewer.press("escape", "v", "2")
        await reviewer.type("0 died")
        assert reviewer.app.screen.query_one("#summary").text == "About 120 died"


async def test_what_holds_a_page_back_is_mended_by_keys(reviewing, case):
    case.decisions.rule(case.corpus.claims()[0].id, "true", "It holds")
    async with reviewing(case) as reviewer:
        await reviewer.press("E")
        assert "What the gate finds" in reviewer.text
        assert "4, then m" in reviewer.text
        assert "workbench article" not in reviewer.text
