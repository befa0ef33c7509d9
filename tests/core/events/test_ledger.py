"""The ledger: a low, a best and a high count of each event, from sentences that say so."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.compare.bearings import bearing
from workbench.core.events.ledger import (
    OTHER_TIMES,
    PART,
    WITHDRAWN,
    Count,
    Head,
    Line,
    Report,
    aside,
    head_of,
    line_of,
)
from workbench.core.events.ledger_rules import CONSERVATIVE, GRADED, RANGE, RULES

DAY = date(2024, 3, 5)
HEAD = Head("a1", "Fire at the mill", DAY, "Ostwald")
OPENINGS = ("Rescuers in waders", "A clerk at the town hall", "The night nurse", "Two drivers",
            "Our own reader", "The parish priest", "A bulletin of the fire brigade")  # fmt: skip


def count(article: str, number: int, days: int = 0, **more: object) -> Count:
    """An article of its own words that counts so many dead."""
    said = OPENINGS[sum(map(ord, article)) % len(OPENINGS)]
    text = f"{number} people"
    quote = f"{said} spoke of {text} killed, wrote paper {article}."
    made = Count(
        article, f"Paper {article}", DAY + timedelta(days), "", "killed", number, number,
        text, quote, 0, len(quote),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def told(*counts: Count, rule: str = RANGE) -> Line:
    line = line_of(HEAD, counts, rule)
    assert line
    return line


def three(line: Line) -> tuple[float, float, float]:
    return line.low.number, line.best.number, line.high.number


def test_the_count_that_most_sources_give_is_the_best():
    line = told(count("a", 12), count("b", 14), count("c", 14), count("d", 17))
    assert three(line) == (12, 14, 17)
    assert (line.sources, line.grade) == (4, "contested")


def test_a_source_stands_by_its_latest_count():
    line = told(count("a", 12), count("b", 15, 1, publisher="Paper a"))
    assert three(line) == (15, 15, 15)
    assert [(s.first.number, s.change) for s in line.steps] == [(12, "first"), (15, "more")]


def test_of_two_counts_as_well_borne_the_later_one_is_the_best():
    assert told(count("a", 12, 2), count("b", 15)).best.number == 12


def test_the_newsroom_chooses_the_rule():
    counts = count("a", 12), count("b", 14), count("c", 14), count("d", 17)
    assert three(told(*counts, rule=CONSERVATIVE)) == (12, 12, 17)
    assert three(told(*counts, rule=GRADED)) == (14, 14, 14)


@pytest.mark.parametrize(
    "more",
    [
        {"publisher": "Paper a"},
        {"copy_of": "a"},
        {"claimant": "Inge Blum"},
        {"quote": "Rescuers counted 17 people killed in the mill, said the mayor of Ostwald."},
    ],
)
def test_who_repeats_a_source_is_no_further_one(more):
    first = count("a", 17, claimant="Inge Blum", quote=(
        "Rescuers counted 17 people killed in the mill, said the mayor of Ostwald."))  # fmt: skip
    line = told(first, count("b", 17, 1, **more), count("c", 12, 1), count("d", 12, 1))
    assert line.best.number == 12
    assert line.sources == 3
    assert line.copies == {"b": "a"}


def test_it_says_where_a_number_first_appeared():
    line = told(
        count("a", 13_000), count("b", 13_000, 1), count("c", 13_000, 2, high=None),
        count("d", 12_500, 3),
    )  # fmt: skip
    assert [(s.first.article, s.change, s.sources) for s in line.steps] == [
        ("a", "first", 2),
        ("c", "same number, other bounds", 1),
        ("d", "fewer", 1),
    ]


def test_children_among_the_dead_are_a_part():
    line = told(count("a", 30), count("b", 9, text="9 children", of="killed"))
    assert three(line) == (30, 30, 30)
    assert [(c.number, c.aside) for c in line.aside] == [(9, PART)]


def test_children_alone_are_the_toll():
    assert three(told(count("b", 9, text="9 children"))) == (9, 9, 9)


def test_what_was_withdrawn_is_left_out_even_where_nothing_else_is_told():
    assert line_of(HEAD, [count("a", 30, aside=WITHDRAWN)]) is None
    assert three(told(count("a", 30, aside=WITHDRAWN), count("b", 9))) == (9, 9, 9)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The blaze killed 12 people.", ""),
        ("No one was killed in the blaze.", ""),
        ("Earlier reports of 12 people killed were wrong.", WITHDRAWN),
        ("The brigade counts fewer, down from 12 people killed.", WITHDRAWN),
        ("The mayor had initially said 12 people were killed.", WITHDRAWN),
        ("The police denied that 12 people were killed.", WITHDRAWN),
        ("Last year a blaze there killed 12 people.", OTHER_TIMES),
        ("Three of the men were killed.", PART),
    ],
)
def test_a_figure_that_is_no_toll_of_the_event_says_why(text, why):
    side = bearing(text, article="a", published=DAY)
    assert aside(side, next(f for f in side.figures if f.of == "killed")) == why


def test_an_event_is_called_by_what_most_reports_say():
    reports = [
        Report("a", "Mill burns in Ostwald", DAY, (DAY,), ("Ostwald",)),
        Report("b", "Night of fear", DAY + timedelta(1), (DAY, DAY - timedelta(300)), ("Ostwald",)),
        Report("c", "Ostwald mourns after mill fire", DAY + timedelta(2), (), ("Blexen",)),
    ]
    head = head_of("a", reports)
    assert (head.day, head.place) == (DAY, "Ostwald")
    assert head.title in {reports[0].title, reports[2].title}
    assert head_of("a", reports[::-1]) == head


def test_an_event_without_reports_has_no_head():
    assert head_of("a", []) == Head("a", "", None, "")


counts = st.lists(
    st.builds(
        count,
        st.sampled_from("abcdefgh"),
        st.integers(0, 40),
        st.integers(0, 5),
        publisher=st.sampled_from(["", "Paper x", "Paper y", "Paper z"]),
        day=st.sampled_from([None, DAY, DAY + timedelta(2)]),
        claimant=st.sampled_from(["", "Inge Blum", "officials"]),
        aside=st.sampled_from(["", "", "", PART, WITHDRAWN]),
    ),
    max_size=9,
)


@given(counts, st.sampled_from(sorted(RULES)), st.randoms())
def test_low_best_and_high_hold_in_any_order(some, rule, random):
    line = line_of(HEAD, some, rule)
    shuffled = list(some)
    random.shuffle(shuffled)
    assert line_of(HEAD, shuffled, rule) == line
    if line is None:
        assert all(c.aside == WITHDRAWN for c in some)
        return
    low, best, high = three(line)
    assert low <= best <= high
    for chosen in (line.low, line.best, line.high, *(s.first for s in line.steps)):
        assert chosen in some
        assert chosen.text in chosen.quote
        assert chosen.aside != WITHDRAWN
    days = [step.first.day or date.max for step in line.steps]
    assert all(a <= b for a, b in pairwise(days))
    assert sum(step.articles for step in line.steps) <= len(some)


def test_one_person_described_yields_to_a_count_that_as_many_sources_give() -> None:
    line = told(count("a", 2, text="two women"), count("b", 1, 1, text="a child"))
    assert line.best.number == 2
