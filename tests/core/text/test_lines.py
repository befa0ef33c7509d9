"""A line end means the same for every reader: wrapped paragraphs are read whole."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.text.articles import Article
from workbench.core.text.lines import paragraphs
from workbench.core.text.passages import split

SENTENCES = (
    "The harbour office in Quell said that at least 31 people had been taken off the ferry.",
    "“Nobody may pass the old bridge before the engineers have looked at it,” Ada Moss said.",
    "Mr. Kay of the U.S. Navy arrived at 5 p.m. with two of the boats that the town had asked for.",
    "The mayor denied that the dam had been known to leak since the autumn of 2019.",
    "It fell by 3.1 per cent to $4.25 million, the bank reported on its page.",
    "Three villages up the valley, among them Lower Brin, were still without water on Friday.",
)
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=6).map(" ".join)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def said(text: str) -> list[str]:
    return [" ".join(p.quote.split()) for p in split(Article("a", text)).passages]


def wrapped(paragraph: str, width: int, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        paragraph, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


@settings(max_examples=1000, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=4), st.integers(26, 160), LINE_ENDS)
def test_wrapping_at_any_width_changes_no_passage(story: list[str], width: int, end: str) -> None:
    text = "\n\n".join(wrapped(p, width) for p in story).replace("\n", end)
    assert said(text) == said("\n\n".join(story))
    for p in split(Article("a", text)).passages:
        assert text[p.start : p.end] == p.quote


@settings(max_examples=300, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=2, max_size=4), st.integers(40, 100))
def test_indented_paragraphs_need_no_blank_line_between(story: list[str], width: int) -> None:
    text = "\n".join(wrapped(p, width, first="    ") for p in story)
    assert said(text) == said("\n\n".join(story))


@settings(max_examples=300, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.integers(40, 90))
def test_quoted_mail_is_read_without_its_marks(story: list[str], width: int) -> None:
    text = "\n>\n".join(wrapped(p, width, "> ", "> ") for p in story)
    found = split(Article("a", text)).passages
    assert len(found) == len(said("\n\n".join(story)))


@given(st.lists(PARAGRAPHS, min_size=2, max_size=6))
def test_a_text_with_a_line_for_a_paragraph_stays_as_it_is(story: list[str]) -> None:
    text = "\n".join(story)
    assert [text[a:b] for a, b in paragraphs(text)] == story


@pytest.mark.parametrize(
    "text",
    [
        "The dead:\n- 12 crew members\n- 3 divers\n- 2 cooks",
        "Ferry toll rises\nAt least 60 people were killed, the harbour office said.",
        "Quell\nLower Brin\nUpper Brin\nThe Narrows",
        "1. Boats from three villages\n2. Two helicopters\n3. A tug",
        "# The night of the flood\nWater rose by two metres, the town said.",
        "| place | hurt |\n| Quell | 12 |\n| Brin | 3 |",
        "MOSS: We asked for boats.\nKAY: Nobody asked me.",
        "[00:10] What happened?\n[00:14] We heard a bang.",
    ],
)
def test_lines_that_are_no_wrapped_paragraph_stay_apart(text: str) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == text.split("\n")


def test_a_heading_above_a_wrapped_paragraph_is_no_part_of_it() -> None:
    body = wrapped(" ".join(SENTENCES), 60)
    text = f"Water in the valley\n{body}\nHow it came\n{body}"
    assert [" ".join(text[a:b].split()) for a, b in paragraphs(text)] == [
        "Water in the valley",
        " ".join(SENTENCES),
        "How it came",
        " ".join(SENTENCES),
    ]


def test_ragged_lines_are_joined_where_they_stop_in_mid_sentence() -> None:
    text = (
        "The harbour office said on Friday that the ferry had\n"
        "left on time and that its crew\n"
        "of nine had been told of the storm off\n"
        "Lower Brin. The mayor denied that\n"
        "anybody in the town hall had known of it."
    )
    assert len(paragraphs(text)) == 1


def test_an_item_of_a_list_goes_on_below_its_bullet() -> None:
    text = (
        "- Twelve of the crew, who had slept below when the water came in and\n"
        "  could not reach the stairs, are missing.\n"
        "- Three divers of the navy were hurt when they tried to get to them by\n"
        "  the cargo hatch."
    )
    assert len(paragraphs(text)) == 2


@given(
    st.lists(st.permutations(SENTENCES).map(" ".join), min_size=3, max_size=5),
    st.integers(50, 100),
    st.sampled_from(["    ", "  ", "\t"]),
    st.sampled_from(["\n", "\n\n"]),
)
def test_hanging_indents_go_on_with_their_paragraph(
    story: list[str], width: int, indent: str, between: str
) -> None:
    text = between.join(wrapped(p, width, rest=indent) for p in story)
    starts = [text[a:b].split()[:3] for a, b in paragraphs(text)]
    assert starts == [p.split()[:3] for p in story]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("Two of the boats that came up the river on Friday were sent by the U.S.", "Navy."),
        ("The letter was read out on Monday to all who had come by the U.K.", "Foreign Office."),
        ("Nobody had asked for it before the spring, said an adviser of the U.N.", "Secretary."),
        ("She had worked for nine years on the river before she went to the E.U.", "Parliament."),
        ("It was the first of its kind to be tried in all the years of the U.S.", "Senate."),
    ],
)
def test_a_shortened_nation_goes_on_in_a_name(line: str, below: str) -> None:
    assert len(paragraphs(f"{line}\n{below}")) == 1


def test_a_paragraph_may_end_in_a_shortened_nation() -> None:
    text = "It was sold in the U.S.\nThe mayor said that nobody had asked."
    assert len(paragraphs(text)) == 2
