"""The drawing of figures: places on one axis, open ends, and the words for who cannot see it."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.publication import FigureRow
from workbench.core.publication.plots import figures_svg, plotted

ROWS = (
    FigureRow("dead", 200, 300, "Late Post", date(2024, 2, 2)),
    FigureRow("dead", 100, None, "Early Post", date(2024, 1, 2)),
    FigureRow("dead", 0, 0, "Undated", None),
    FigureRow("hurt", 5, 5, "Post", None),
)


def test_only_figures_of_the_same_thing_are_compared_oldest_first():
    ((of, rows),) = plotted(ROWS)
    assert of == "dead"
    assert [row.publisher for row in rows] == ["Early Post", "Late Post", "Undated"]


def test_places_follow_the_figures():
    svg = ET.fromstring(figures_svg("dead", plotted(ROWS)[0][1]))
    dots = [float(dot.get("cx").rstrip("%")) for dot in svg.iter("circle")]
    early, low, high, zero = dots
    assert zero < early < low < high
    assert (low - zero) == pytest.approx(2 * (early - zero), abs=0.02)
    opened = [line for line in svg.iter("line") if "open" in line.get("class")]
    assert [line.get("x2") for line in opened] == ["100.00%"]


def test_the_words_say_the_same():
    svg = figures_svg("dead", plotted(ROWS)[0][1])
    assert (
        'aria-label="dead: Early Post, 2 January 2024: 100 or more; Late Post, 2 February 2024: '
        '200 to 300; Undated: 0"' in svg
    )


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.floats(allow_nan=True)),
            st.one_of(st.none(), st.integers(-5, 10**18)),
            st.text(max_size=60),
        ),
        max_size=5,
    )
)
def test_any_figures_give_a_well_formed_drawing_or_none(given_rows):
    rows = [FigureRow("x", low, high, publisher, None) for low, high, publisher in given_rows]
    for of, group in plotted(rows):
        svg = ET.fromstring(figures_svg(of, group))
        assert len(list(svg.iter("text"))) == len(group)
        for dot in svg.iter("circle"):
            assert 0 <= float(dot.get("cx").rstrip("%")) <= 100


def test_hostile_names_are_text():
    row = replace(ROWS[0], publisher='"><script>\x1b\ufffe')
    svg = ET.fromstring(figures_svg("<b>", (row, row)))
    assert {element.tag for element in svg.iter()} == {"svg", "text", "line", "circle"}


def test_a_source_with_a_long_name_keeps_its_day_and_fits_a_phone():
    row = FigureRow(
        "killed", 1_500_000, None, "The Harbour and Coast Gazette of the North", date(2024, 12, 26)
    )
    drawn = figures_svg("killed", [row, row])
    labels = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert all(label.endswith("…, 26 December 2024") and len(label) <= 50 for label in labels)
