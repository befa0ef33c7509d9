"""Facets in the filter, and what is done to several claims at once."""

from datetime import date

import pytest

from workbench.case import ClaimRow
from workbench.case.filters.facets import day_of, read

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 36), marks=pytest.mark.slow)], ids=str
)

ROW = ClaimRow(
    id="c1", article="gestion/1.txt", title="A dam", publisher="Gestión del Día",
    published=date(2022, 3, 4), start=0, end=4, quote="Four", kinds=("denial", "casualty"),
    claimant="Lena Voss", score=61.5, status="ready for review", rating="mostly true", links=0,
    assignee="Bo Reyes",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("@bo", True), ("@Bo", True), ("@ada", False), ("!@ada", True), ("@", True),
        ("kind:denial", True), ("kind:cas", True), ("kind:date", False), ("!kind:denial", False),
        ("status:ready", True), ("status:ruled", True), ("status:open", False), ("status:", True),
        ("source:gestión", True), ('source:"del Día"', True), ("source:post", False),
        ("claimant:voss", True), ("rating:mostly", True), ("score:61", True), ("score:62", False),
        ("after:2022-03-04", True), ("after:2022-03-05", False), ("after:2022", True),
        ("after:20", True), ("after:2022-13", True), ("before:2022-03-04", False),
        ("before:2023", True), ("kind:denial @bo after:2022-01", True), ("KIND:denial", True),
        ("kind:denial @ada", False),
    ],
)  # fmt: skip
def test_a_facet_holds_or_not(typed, holds):
    wanted = read(typed)
    assert wanted.words == ""
    assert all(test(ROW) for test in wanted.tests) is holds


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("flood kind:denial 'exact", "flood 'exact"),
        ("10:30 http://x", "10:30 http://x"),
        ("unknown:thing", "unknown:thing"),
        ("a@b", "a@b"),
    ],
)
def test_all_else_are_words(typed, words):
    assert read(typed).words == words


def test_hostile_filters_are_read_at_once():
    for typed in ('kind:"' * 20_000, "@" * 100_000, "!" * 100_000, " " * 60_000, "a:" * 50_000):
        read(typed)


def test_days_months_and_years():
    assert day_of("2022-3-4") == date(2022, 3, 4)
    assert day_of("2022-03") == date(2022, 3, 1)
    assert day_of("2022-02-30") is None
    assert day_of("soon") is None


async def test_a_facet_narrows_the_queue_as_it_is_typed(reviewing, case):
    denials = sum("denial" in row.kinds for row in case.corpus.claims())
    total = len(case.corpus.claims())
    async with reviewing(case) as reviewer:
        await reviewer.press("slash")
        await reviewer.type("kind:denial")
        assert f"{denials} of {total}" in reviewer.text
        await reviewer.type(" after:2030")
        assert f"0 of {total}" in reviewer.text


@SIZES
async def test_marked_claims_are_given_to_a_reviewer_and_found_by_name(reviewing, case, size):
    first, second = case.corpus.claims()[:2]
    total = len(case.corpus.claims())
    async with reviewing(case, size) as reviewer:
        await reviewer.press("space", "space", "A")
        assert "Give 2 claims to" in reviewer.text
        await reviewer.type("Bo")
        await reviewer.press("enter")
        given = {row.id for row in case.corpus.claims() if row.assignee == "Bo"}
        assert given == {first.id, second.id}
        assert any("2 claims given to Bo" in toast for toast in reviewer.toasts)
        assert reviewer.app.screen.claim_list.marked == set()
        await reviewer.press("slash")
        await reviewer.type("@bo")
        assert f"2 of {total}" in reviewer.text
        await reviewer.press("enter", "g")
        assert "given to Bo" in reviewer.text


@SIZES
async def test_a_claim_is_brought_to_a_status_by_a_digit(reviewing, case, size):
    claim = case.corpus.claims()[0]
    async with reviewing(case, size) as reviewer:
        await reviewer.press("b")
        assert "Bring 1 claim to" in reviewer.text
        await reviewer.press("2")
        assert case.decisions.status(claim.id) == "in progress"
        assert "◐ in work" in reviewer.text
        await reviewer.press("z", "y")
        assert case.decisions.status(claim.id) == "open"
        await reviewer.press("b", "escape")
        assert case.decisions.status(claim.id) == "open"
