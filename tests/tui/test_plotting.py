"""Figures over time: what stands where in the plot, and on the screen."""

from datetime import date

import pytest

from workbench.core.events.side_by_side import FigureRow
from workbench.tui.plotting import ABOVE, BELOW, CONFLICT, HERE, POINT, RANGE, plotted, undated


def figure(low, high, day, mark="first"):
    return FigureRow(
        "killed", "a.txt", "", "", 0, 1, "", low, high, "", date(2024, 1, day) if day else None,
        "", mark,
    )  # fmt: skip


def text(rows, here, width=40, height=12):
    return ["".join(cell for cell, _ in line) for line in plotted(rows, here, width, height)]


def place(lines, sign):
    return next((x, y) for y, line in enumerate(lines) if (x := line.find(sign)) >= 0)


def test_later_stands_to_the_right_and_more_stands_higher():
    rows = [figure(10, 10, 1), figure(40, 40, 31)]
    lines = text(rows, rows[0])
    (x1, y1), (x2, y2) = place(lines, HERE), place(lines, POINT)
    assert x1 < x2
    assert y1 > y2
    assert "2024-01-01" in lines[-2]
    assert "2024-01-31" in lines[-2]
    assert lines[1].startswith("40 ")
    assert x2 == len(lines[-3].rstrip()) - 1


def test_a_range_and_open_ends_are_drawn():
    rows = [
        figure(10, 40, 1),
        figure(20, None, 10),
        figure(None, 30, 20),
        figure(40, 40, 31, "conflict"),
    ]
    lines = text(rows, rows[0], height=16)
    column = "".join(line[place(lines, HERE)[0]] for line in lines[:-3])
    assert column.strip().strip(HERE) == RANGE * (len(column.strip()) - 2)
    assert place(lines, ABOVE)[1] == place(lines, POINT)[1] - 1 or ABOVE in "".join(lines)
    assert any(BELOW in line for line in lines[:-1])
    assert place(lines, CONFLICT)[1] == 1


def test_of_figures_in_one_cell_the_one_under_the_cursor_is_seen():
    rows = [figure(10, 10, 1), figure(10, 10, 1, "conflict")]
    assert any(HERE in line for line in text(rows, rows[0])[:-1])
    assert any(HERE in line for line in text(rows, rows[1])[:-1])


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        ([figure(10, 10, None)], (40, 12)),
        ([figure(None, None, 1)], (40, 12)),
        ([figure(float("inf"), float("inf"), 1)], (40, 12)),
        ([figure(-3, -3, 1)], (40, 12)),
        ([figure(1, 1, 1)], (10, 12)),
        ([figure(1, 1, 1)], (40, 3)),
    ],
)
def test_what_cannot_be_drawn_gives_no_lines(rows, size):
    assert plotted(rows, rows[0], *size) == []


def test_every_line_fits():
    rows = [figure(0, 0, 1), figure(123_456_789, None, 2), figure(7e11, 8e12, 31)]
    for width, height in ((21, 6), (40, 12), (200, 60)):
        lines = text(rows, rows[1], width, height)
        assert len(lines) == height
        assert max(map(len, lines)) <= max(width, 50)


def test_what_has_no_day_is_counted():
    rows = [figure(1, 1, None), figure(1, 1, 1)]
    assert list(undated(rows)) == rows[:1]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_the_plot_stands_beside_the_passage_or_in_its_place(reviewing, case, size):
    async with reviewing(case, size) as reviewer:
        await reviewer.press("3")
        await reviewer.type("people killed by the flood")
        await reviewer.press("enter")
        assert ("over time" in reviewer.text) is (size[0] >= 120)
        assert "◆" in reviewer.text
        await reviewer.press("p")
        for words in ("killed over time", HERE, "2024-03-04", "2024-03-06"):
            assert words in reviewer.text
        assert "◆" not in reviewer.text, "the plot has the place of the passage"
        await reviewer.press("p")
        assert "◆" in reviewer.text
