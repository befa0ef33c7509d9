"""The display boundary: what reaches a screen or a page can be read and does nothing."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text.display import MOST_MARKS, has_unseen, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x00\x07\x7f\r", "␀␇␡␍"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("a\u202eb\u2069", "a⟨U+202E⟩b⟨U+2069⟩"),
        ("pass\u200bword\ufeff", "pass⟨U+200B⟩word⟨U+FEFF⟩"),
        ("x\U000e0041", "x⟨U+E0041⟩"),
        ("a\u2028b\x85c", "a⟨U+2028⟩b⟨U+0085⟩c"),
        ("soft\xadhyphen", "soft⟨U+00AD⟩hyphen"),
        ("\ud800", "⟨U+D800⟩"),
        ("\ufffe\U0001ffff", "⟨U+FFFE⟩⟨U+1FFFF⟩"),
    ],
)
def test_unseen_characters_become_glyphs(text, shown):
    assert visible(text) == shown
    assert has_unseen(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain words, 13,000 of them",
        "two\nlines\tand a tab",
        "Zażółć gęślą jaźń",
        "Việt Nam e\u0302\u0323",
        "中国",
        "العربية",
        "हिन्दी",
        "“quoted” – … €",
        "🚀 ❤️",
        "\u00a0\u3000",
        "⟨U+202E⟩",
        "\ufffd",
    ],
)
def test_ordinary_text_is_unchanged(text):
    assert visible(text) == text
    assert not has_unseen(text)


def test_marks_beyond_the_bound_are_counted():
    assert visible("e" + "\u0301" * MOST_MARKS) == "e" + "\u0301" * MOST_MARKS
    assert (
        visible("e" + "\u0301" * (MOST_MARKS + 3) + "x")
        == "e" + "\u0301" * MOST_MARKS + "⟨+3 marks⟩x"
    )


def test_one_line_keeps_a_row_a_row():
    assert one_line(" a\n\n b\tc\u2003d ") == "a b c d"


@given(st.text())
def test_visible_leaves_nothing_unseen_and_is_idempotent(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert not [
        c for c in shown if c not in "\n\t" and unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}
    ]
    assert not [
        c
        for c in shown
        if unicodedata.bidirectional(c)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        '"' * 10_000,
        " " * 60_000,
        "word " * 10_000,
        "1" * 100_000,
        "\u0301" * 200_000,
        "\u202e" * 100_000,
        "—" * 200_000,
        "中" * 200_000,
        ("a" + "\u0301" * 9) * 20_000,
    ],
)
def test_long_hostile_text_takes_no_time(text):
    start = time.perf_counter()
    visible(text)
    assert time.perf_counter() - start < 1.5
