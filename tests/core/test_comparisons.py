from datetime import date

from workbench.core.bearings import bearing
from workbench.core.comparisons import figures_side_by_side


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
