from datetime import date

import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.events.side_by_side import figures_side_by_side, is_denied


def rows(*said):
    sides = [bearing(t, article=f"a{i}", published=d) for i, (t, d) in enumerate(said)]
    return figures_side_by_side(sides)


def test_figures_for_one_thing_stand_in_order_of_their_days():
    found = rows(
        ("The storm killed 30 people.", date(2024, 3, 4)),
        ("The storm killed 12 people.", date(2024, 3, 1)),
    )
    assert [(r.low, r.mark) for r in found] == [(12, "first"), (30, "later revision")]


def test_a_lower_toll_later_is_a_conflict():
    found = rows(
        ("The storm killed 30 people.", date(2024, 3, 1)),
        ("The storm killed 12 people.", date(2024, 3, 4)),
    )
    assert found[1].mark == "conflict"


def test_equal_and_compatible_figures_are_told_apart():
    day = date(2024, 3, 1)
    found = rows(
        ("The storm killed 30 people.", day),
        ("Thirty people were killed.", day),
        ("At least 28 people were killed.", day),
    )
    assert [r.mark for r in found] == ["first", "equal", "compatible"]


def test_other_things_are_not_compared():
    found = rows(("The storm killed 30 people.", None), ("The storm injured 90 people.", None))
    assert {r.mark for r in found} == {"first"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The feud has killed more than 1,300 people since 2014.", date(2023, 5, 4)),
        ("More than 1,300 people have died since the feud began in 2014.", date(2023, 5, 4)),
        ("Since 2014 some 1,300 people were killed.", date(2023, 5, 4)),
        (
            "The valley was annexed in 2014 in a feud that has killed 1,300 people.",
            date(2023, 5, 4),
        ),
        ("Until now 300 people have been killed.", date(2023, 5, 4)),
        ("The blast on 3 May 2023 killed 12 people.", date(2023, 5, 4)),
        ("By 2020, 1,400 people had been killed.", date(2020, 12, 31)),
        ("As of 1 May 2023, 40 people had been killed.", date(2023, 5, 1)),
        ("From April 2014 to March 2018, 3,000 people died.", date(2018, 3, 31)),
        ("In 2014, 30 people were killed.", date(2014, 12, 31)),
    ],
)
def test_a_figure_holds_for_the_day_of_its_count_and_not_for_a_day_in_the_background(text, day):
    side = bearing(text, published=date(2023, 5, 4), start=500)
    assert [row.as_of for row in figures_side_by_side([side])] == [day]


def test_a_toll_of_one_blast_that_rises_from_report_to_report_is_a_revision():
    found = rows(
        ("The blast on 3 May 2023 killed 12 people.", date(2023, 5, 4)),
        ("The blast on 3 May 2023 killed 19 people.", date(2023, 5, 6)),
    )
    assert [row.mark for row in found] == ["first", "later revision"]


def test_fewer_missing_later_is_a_revision_and_more_a_conflict():
    found = rows(
        ("12 people are missing.", date(2024, 3, 1)), ("5 people are missing.", date(2024, 3, 4))
    )
    assert found[1].mark == "later revision"
    found = rows(
        ("5 people are missing.", date(2024, 3, 1)), ("12 people are missing.", date(2024, 3, 4))
    )
    assert found[1].mark == "conflict"


def test_a_part_of_an_articles_own_toll_contradicts_nothing():
    day = date(2024, 3, 1)
    sides = [
        bearing("Nine people were injured.", article="a", published=day),
        bearing("Two people were injured badly.", article="a", start=40, published=day),
        bearing("Nine people were injured.", article="b", published=day),
    ]
    assert [r.mark for r in figures_side_by_side(sides)] == ["first", "part or earlier", "equal"]


def test_figures_of_two_events_are_never_compared():
    day = date(2024, 3, 1)
    sides = [
        bearing("The fire killed 12 people.", article="a", published=day),
        bearing("The storm killed 30 people.", article="b", published=day),
    ]
    found = figures_side_by_side(sides, {"a": 1, "b": 2})
    assert [(r.event, r.mark) for r in found] == [(1, "first"), (2, "first")]


def test_the_children_and_one_of_three_are_parts_and_people_described_make_no_row():
    rows = figures_side_by_side(
        bearing(text, article=str(n), published=date(2024, 3, 1))
        for n, text in enumerate(
            (
                "Thirty people were killed in the raid.",
                "Twelve children were killed in the raid.",
                "One of the thirty people killed in the raid was a nurse.",
                "Ida Voss, a nurse, was killed in the raid.",
                "Five adults and a child were killed in the raid.",
            )
        )
    )
    assert [(row.text, row.mark) for row in rows] == [
        ("Thirty people", "first"),
        ("Twelve children", "part or earlier"),
        ("One of the thirty people", "part or earlier"),
        ("Five adults and a child", "conflict"),
    ]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Police have not found the driver who killed four people.", False),
        ("The council has not named the firm that left 30 people dead.", False),
        ("The army denied that it had killed four people.", True),
        ("She does not believe the report that four people were killed.", True),
    ],
)
def test_what_is_only_named_is_not_denied(text: str, denied: bool) -> None:
    side = bearing(text)
    figure = next(figure for figure in side.figures if figure.human_toll)
    assert is_denied(side, figure) == denied
