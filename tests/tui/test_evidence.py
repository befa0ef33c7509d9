"""Evidence: passages of one source as one row, links so far, similar verdicts, sources."""

import pytest

from workbench.case import Case
from workbench.core.candidates.rerank import Candidate
from workbench.tui.folding import folded

WIDE = (120, 36)
COPY = """{name}

Tue Mar 05 2024

An estimated 120 people have been killed by the flood in the Arda valley, rescuers said.
"""


def passage(place, group):
    return Candidate("a.txt", place, place + 1, "q", 50, "", 0.5, (), True, group)


def test_the_best_of_a_group_stands_for_it_and_what_is_kept_stays():
    found = [passage(1, "a"), passage(2, "b"), passage(3, "a"), passage(4, "a")]
    assert folded(found, ()).rows == found[:2]
    assert folded(found, ()).more == {"a": 2}
    assert folded(found, {"a"}).rows == found
    assert folded(found, (), {"a.txt:4-5"}).rows == [*found[:2], found[3]]


@pytest.fixture
def copied(case):
    """The case with the same report in three more papers."""
    for name in ("Echo", "Kurier", "Tribune"):
        (case.folder / "seeds" / f"{name}.txt").write_text(COPY.format(name=name))
    case.corpus.sync()
    return case


async def test_copies_of_one_report_are_one_row_that_unfolds(reviewing, copied):
    async with reviewing(copied, WIDE) as reviewer:
        await reviewer.press("enter")
        listed = reviewer.app.screen.candidate_list
        before = len(listed.rows)
        assert "+3 folded · " in reviewer.text
        while listed.current.group not in listed.more:
            await reviewer.press("j")
        await reviewer.press("m")
        assert len(listed.rows) == before + 3
        assert reviewer.text.count("+3 shown · ") > 1
        await reviewer.press("m")
        assert len(listed.rows) == before


async def test_a_linked_passage_that_no_search_finds_is_listed_with_its_link(reviewing, case):
    claim = case.corpus.claims()[0]
    text = case.corpus.article("herald.txt").text
    start = text.index("Arda: toll disputed")
    case.decisions.link(claim.id, "herald.txt", start, start + 19, "context")
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("enter", "G")
        assert "~ context, linked" in reviewer.text
        assert "Arda: toll disputed" in reviewer.text
        await reviewer.press("u")
        assert case.decisions.links(claim.id) == []


@pytest.mark.parametrize("size", [(80, 24), WIDE], ids=str)
async def test_what_similar_claims_got_stands_beside_the_evidence(reviewing, case, size):
    rows = {row.article: row for row in case.corpus.claims() if "120 people" in row.quote}
    with Case.open(case.folder, reviewer="Bo") as other:
        other.decisions.rule(rows["courier.txt"].id, "half true", "An estimate.")
    async with reviewing(case, size) as reviewer:
        await reviewer.app.screen.run_action("clear")
        reviewer.app.screen.point_at_claim(rows["gazette.txt"].id)
        await reviewer.settle()
        await reviewer.press("enter", "enter")
        for _ in range(20):  # the reasons grow when the similar claims have been looked for
            reviewer.app.screen.query_one("#reasons").scroll_end(animate=False)
            await reviewer.settle()
            if "(Bo, " in reviewer.text:
                break
        assert "similar: half true – “An estimated 120 people" in reviewer.text
        assert "(Bo, " in reviewer.text


async def test_what_a_similar_claim_gets_meanwhile_stands_there_too(reviewing, case):
    rows = {row.article: row for row in case.corpus.claims() if "120 people" in row.quote}
    async with reviewing(case, WIDE) as reviewer:
        reviewer.app.screen.point_at_claim(rows["gazette.txt"].id)
        await reviewer.settle()
        await reviewer.press("enter", "enter")
        assert "similar:" not in reviewer.text
        with Case.open(case.folder, reviewer="Bo") as other:
            other.decisions.rule(rows["courier.txt"].id, "half true", "An estimate.")
        for _ in range(100):  # until the change is seen
            reviewer.app.screen.query_one("#reasons").scroll_end(animate=False)
            await reviewer.pilot.pause(0.1)
            if "similar:" in reviewer.text:
                break
        assert "similar: half true – “An estimated 120 people" in reviewer.text


async def test_from_side_by_side_one_searches_cites_and_opens_the_source(
    reviewing, case, monkeypatch
):
    copied = []
    monkeypatch.setattr(
        "workbench.tui.app.WorkbenchApp.copy_to_clipboard", lambda self, text: copied.append(text)
    )
    case.decisions.correct("gazette.txt", url="https://gazette.example/flood")
    async with reviewing(case, WIDE) as reviewer:
        await reviewer.press("enter", "enter", "y")
        assert copied[-1].startswith("“The flood killed more than 120 people")
        assert copied[-1].endswith("https://gazette.example/flood")
        await reviewer.press("o")
        assert "Open in the browser?" in reviewer.text
        assert "https://gazette.example/flood" in reviewer.text
        await reviewer.press("n", "w")
        await reviewer.type("lost their homes")
        await reviewer.press("enter")
        assert reviewer.app.screen.SCOPE == "evidence"
        assert "4,500 people lost their homes" in reviewer.text


async def test_an_article_is_cited_and_its_source_opened_only_if_it_has_one(
    reviewing, case, monkeypatch
):
    copied = []
    monkeypatch.setattr(
        "workbench.tui.app.WorkbenchApp.copy_to_clipboard", lambda self, text: copied.append(text)
    )
    async with reviewing(case) as reviewer:
        await reviewer.press("4", "o")
        assert any("no link that can be opened" in toast for toast in reviewer.toasts)
        await reviewer.press("y", "tab", "l", "l", "y")
        assert copied[0].startswith("“Arda: toll disputed”")
        assert copied[1] != copied[0]


async def test_what_another_process_takes_in_appears_and_the_place_stays(reviewing, case):
    rows = case.corpus.claims()
    async with reviewing(case) as reviewer:
        await reviewer.press("j", "j")
        with Case.open(case.folder, reviewer="Bo") as other:
            (case.folder / "seeds" / "late.txt").write_text(COPY.format(name="Late"))
            other.corpus.sync()
        for _ in range(10):
            await reviewer.pilot.pause(0.5)
            await reviewer.settle()
            if len(reviewer.app.screen.claim_list.rows) > len(rows):
                break
        assert len(reviewer.app.screen.claim_list.rows) > len(rows)
        assert reviewer.app.screen.claim_list.current.id == rows[2].id


async def test_only_other_sources_are_listed_on_demand(reviewing, copied):
    async with reviewing(copied, WIDE) as reviewer:
        await reviewer.press("enter")
        before = reviewer.app.screen.candidate_list.rows
        assert not all(row.independent for row in before)
        await reviewer.press("O")
        assert "Candidates of other sources" in reviewer.text
        assert all(row.independent for row in reviewer.app.screen.candidate_list.rows)
        await reviewer.press("O")
        assert reviewer.app.screen.candidate_list.rows == before
