"""What an article says of its earlier versions is marked, and makes no claim."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.claims import annotate
from workbench.core.text.articles import Article, Part
from workbench.core.text.correction_notices import corrections_in, opens_correction
from workbench.core.text.passages import split

CORRECTIONS = (
    "This article was amended on 6 May 2021. The ferry carried 14 people, not 41.",
    "This story has been corrected: 14 people were killed, not 41.",
    "This article was updated to correct the number of dead.",
    "The headline of this story was changed on Friday to say that 14 people were killed.",
    "An earlier version of this article said 41 people were killed; it was 14.",
    "A previous version of this report misstated the number of people killed.",
    "A previous version misspelled the name of the mayor, Ada Moss.",
    "In an earlier version of this story, we said 41 people were killed.",
    "The original version of this post incorrectly gave the toll as 41 dead.",
    "This story originally said that 41 people had been killed in Aville.",
    "Correction: The ferry carried 14 people, not 41.",
    "Correction (May 6, 2021): an earlier version said 41 people were killed.",
    "CORRECTION — 14 people were killed in Aville, not 41.",
    "Clarification: the mayor denied that 41 people were aboard.",
    "Editor’s note: This story has been corrected to say that 14 people were killed.",
    "Because of an editing error, this article gave the toll as 41 dead.",
    "Corrections and clarifications: 14 people were killed, not 41.",
    "• This article was amended on 6 May 2021 because 14 people were killed, not 41.",
)
NEWS = (
    "An earlier report said 41 people were killed in Aville.",
    "The bill was amended on Tuesday after 41 people were killed.",
    "This bridge was amended by nobody after 41 people were killed there.",
    "The original version of the law said 41 people had to be warned.",
    "This report by the ministry says 41 people were killed in Aville.",
    "The ministry corrected the toll: 14 people were killed, not 41.",
    "The article of the treaty was changed after 41 people were killed.",
    "Corrections officers said 41 people were killed in the prison.",
    "Because of an error at the dam, 41 people were killed in Aville.",
    "The mayor said the paper had wrongly stated that 41 people were killed.",
)


def found(text):
    return list(annotate(split(Article("a.txt", text, language="en"))))


@pytest.mark.parametrize("line", CORRECTIONS)
def test_a_correction_makes_no_claim_and_gives_no_toll(line):
    text = f"Ferry sinks off Aville\n\nThe ferry sank at noon, the harbour office said.\n\n{line}\n"
    marked = [c for c in found(text) if c.start >= text.index(line[:20])]
    assert marked
    assert not any(c.kinds or c.figures or c.dates for c in marked)
    assert list(corrections_in(iter(text.split("\n")))) == [line]


@pytest.mark.parametrize("line", NEWS)
def test_news_that_speaks_of_changes_is_no_correction(line):
    assert not opens_correction(line)


def test_what_follows_a_correction_in_its_paragraph_or_under_its_heading_is_part_of_it():
    text = (
        "The ferry sank at noon. This article was amended on 6 May. The ferry carried 41 people.\n"
        "At least 3 people were hurt, police said.\n"
        "Correction, 6 May 2021\n"
        "The toll was given as 41 dead.\n"
        "At least 5 people are missing, police said.\n"
    )
    noise = [(p.quote, p.noise) for p in split(Article("a.txt", text)).passages]
    assert [quote for quote, why in noise if not why] == [
        "The ferry sank at noon.",
        "At least 3 people were hurt, police said.",
        "At least 5 people are missing, police said.",
    ]


def test_a_part_that_its_reader_knows_for_a_correction_is_one():
    text = "The ferry sank.\nThe toll was 14, not 41.\nIt was raised on Monday."
    at = text.index("The toll")
    article = Article("a.html", text, parts=(Part(at, at + 24, "correction"),))
    assert [p.noise for p in split(article).passages] == ["", "correction", ""]


@settings(max_examples=1000, deadline=None)
@given(
    st.sampled_from(CORRECTIONS),
    st.integers(2, 9_999),
    st.integers(2, 9_999),
    st.lists(st.sampled_from(NEWS), max_size=3),
    st.lists(st.sampled_from(NEWS), max_size=3),
)
def test_wherever_it_stands_only_the_correction_is_marked(line, right, wrong, before, after):
    line = line.replace("14", str(right)).replace("41", str(wrong))
    lines = [*before, line, *after]
    passages = split(Article("a.txt", "\n".join(lines))).passages
    assert {p.paragraph for p in passages if p.noise == "correction"} == {len(before)}


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=200))
def test_any_line_can_be_asked(line):
    opens_correction(line)
    list(corrections_in(iter([line, line])))
