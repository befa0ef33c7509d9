"""Cutting and wrapping text of unknown origin."""

import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.core.text.display import visible
from workbench.tui.flow import Flow
from workbench.tui.text import cells_of, fit, plain, spans_of_lines, wrap

TEXTS = st.text(
    st.sampled_from(
        [*string.ascii_letters[:6], " ", "\n", "\t", "漢", "é", "\u0301", "\u200b", "\x1b", "😀"]
    ),
    max_size=300,
)


@given(TEXTS, st.integers(4, 60))
def test_wrapped_lines_leave_nothing_out_but_line_feeds(text, width):
    spans = list(spans_of_lines(text, 0, len(text), width))
    assert "".join(text[a:b] for a, b in spans) == text.replace("\n", "")
    assert all(a <= b for a, b in spans)


@given(TEXTS, st.integers(20, 60))
def test_wrapped_lines_fit_once_the_blanks_at_their_end_are_cut(text, width):
    for a, b in spans_of_lines(text, 0, len(text), width):
        assert cells_of(text[a:b].rstrip(" \t")) <= width or b - a == 1


@given(TEXTS, st.integers(1, 40))
def test_fit_gives_exactly_the_cells_asked_for(text, width):
    assert cell_len(fit(plain(text), width)) == width


@given(TEXTS)
def test_plain_text_holds_nothing_unseen(text):
    assert plain(text) == visible(plain(text))
    assert "\n" not in plain(text)


def test_wrap_says_that_it_cut():
    lines = wrap("one two three four five six seven", 10, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@given(TEXTS.filter(lambda t: "\n" not in t), st.integers(0, 300), st.integers(8, 40))
def test_flow_finds_the_line_of_a_place(text, place, width):
    flow = Flow(text, width, min(place, len(text)))
    if text:
        place = min(place, len(text) - 1)
        start, end = flow.lines[flow.line_of(place)]
        assert start <= place < end


def test_flow_grows_in_both_directions_to_the_whole_text():
    text = "\n".join(f"line {n} of a long article with some words" for n in range(5000))
    flow = Flow(text, 30, len(text) // 2)
    assert 0 < flow.first < flow.last < len(text)
    while flow.grow_down() or flow.grow_up():
        pass
    assert "".join(text[a:b] for a, b in flow.lines) == text.replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "a" + "\u0301" * 200_000,
        "short\n" * 100_000,
        "漢" * 100_000 + "😀" * 100_000,
        " " * 60_000,
        "“" * 10_000,
        "word " * 10_000,
    ],
    ids=["no stop", "marks", "short lines", "wide", "blanks", "quotes", "one word"],
)
def test_the_first_window_of_a_hostile_text_is_ready_at_once(text):
    started = time.perf_counter()
    flow = Flow(text, 80, len(text) // 2)
    assert time.perf_counter() - started < 0.4
    assert flow.lines
    assert max(b - a for a, b in flow.lines[:-1]) <= 60_000
