"""Passages: offsets that hold, sentences that read whole, boilerplate that is marked."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text.articles import Article
from workbench.core.text.passages import LONGEST, Document, split

NEWS_PIECES = st.sampled_from(
    ["Mr. Kay said so. ", "“No,” he added. ", "It fell 3.1% in Jan. 2020. ", "\n", "“Open. ", '"',
     "• ",
     "U.S. troops left… ", "”", "\t", " ", "🙂", "e\u0301", "Photo: x\n", "…", "漢字。", "\u2028"]
)  # fmt: skip


def quotes(text: str) -> list[str]:
    return [p.quote for p in split(Article("a.txt", text)).passages]


@given(st.lists(NEWS_PIECES, max_size=40).map("".join) | st.text(max_size=300))
def test_every_quote_stands_at_its_offsets_and_none_overlap(text: str) -> None:
    last = 0
    for p in split(Article("a.txt", text)).passages:
        assert text[p.start : p.end] == p.quote == p.quote.strip()
        assert last <= p.start < p.end
        assert p.end - p.start <= LONGEST
        last = p.end


@given(st.text(alphabet="ab .“”\n", max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(quotes(text))
    assert [c for c in text if c in "ab"] == [c for c in kept if c in "ab"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dr. J. R. Smith of the U.S. Navy arrived at 5 p.m. on Monday. He left.", 2),
        ("“The road is closed. Nobody may pass,” Ada Moss, the mayor, told reporters.", 1),
        ('"The road is closed. Nobody may pass," said Ada Moss.', 1),
        ("“It rests on interests. They change “, he added.", 1),
        ("“An open quotation runs on. It never ends. Not here.", 3),
        ("The price rose to $3.50. It had been $2.80.", 2),
        ("He waited… then he left. ‘Fine,’ she said.", 2),
    ],
)
def test_sentences_and_quotations(line: str, expected: int) -> None:
    assert len(quotes(line)) == expected


def test_a_quotation_too_long_to_read_as_one_is_left_in_sentences() -> None:
    line = "“" + "This sentence takes some room on the page. " * 30 + "The end,” he said."
    assert len(quotes(line)) == 31


def marks(text: str) -> list[tuple[str, str]]:
    return [(p.quote, p.noise) for p in split(Article("a.txt", text)).passages]


@pytest.mark.parametrize(
    "line",
    [
        "Share Tweet Email",
        "Photo: Jane Roe / Getty Images",
        "By Jane Roe",
        "Updated: March 3, 2021 10:15 am",
        "Read more: The week in pictures",
        "Comments are closed.",
        "Sign up for our newsletter",
        "© 2021 The Daily Something. All rights reserved.",
        "Jane Roe is a reporter based in Leeds.",
        "Follow her on Twitter: @janeroe",
        "Filed under: Politics",
        "Key points:",
        "(Reporting by Jane Roe; Editing by Tom Blake)",
        "Jane Roe and Tom Blake contributed to this report.",
        "Jane Roe, left, and Tom Blake, right, cross the dam.",
        "Villagers leave their homes in Lind, Norland, Tuesday, March 2, 2021.",
        "The dam in an undated handout photo.",
        "Norland Today is a registered trademark of Norland Media.",
        "This page uses cookies to remember you.",
        "Save my name for the next time I comment.",
        "Market data provided by Lind Quotes.",
        "Anyone having any further information is urged to call the police.",
        "Please consider a gift; your tax-deductible help pays for this site.",
        "Jane Roe, BBC News, Lind.",
        "[gallery ids=12]",
        "With additional reporting by Ada Moss and Tom Kay.",
        "AP Photo/Jane Roe, File",
        "ads.queue.push(function () { window.show(1); });",
        "var places = [];",
        "This is a developing story.",
        "This story has been updated.",
        "More details to come",
        "The Post’s report from yesterday follows below.",
        "A file image made from video shows the dam.",
        "RelatedDam: What we know",
        "***",
    ],
)
def test_boilerplate_is_marked_and_kept(line: str) -> None:
    for quote, noise in marks(f"The dam broke on Monday.\n{line}\nTwo villages were flooded."):
        assert bool(noise) == (quote in line), (quote, noise)


def test_an_abbreviation_before_a_bracket_ends_no_sentence() -> None:
    text = "Rep. Ana Silva (D-Va.), who chairs the panel, said so. It rained.\n"
    assert quotes(text)[-1] == "It rained."
    assert len(quotes(text)) == 2


def test_a_notice_that_ends_a_paragraph_is_marked() -> None:
    text = "The dam broke on Monday. It was old. Follow us on Twitter.\nTwo fled. One reports:"
    assert [bool(noise) for _, noise in marks(text)] == [False, False, True, False, False]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by 3 percent on Monday.",
        "Photos of the crash were published by the ministry.",
        "By Monday the river had risen by two metres.",
        "Source material was destroyed, the police said.",
        "Read the ruling: that is what the judge told the court.",
        "Watch out for floods, the agency warned on Friday evening in a statement.",
        "Copyright law was changed by parliament in 2019.",
        "Home sales rose 4 percent in March.",
        "Search teams found two bodies on Sunday.",
        "Related deaths rose to 14, the ministry said.",
        "Follow-up tests were negative.",
        "Developing countries lost $3 billion, the bank said.",
        "The image shows the harbour on Monday, police said.",
        "The full report is below expectations, he said.",
        "Our report was updated on Monday by the auditors.",
        "More information to come from the police helped them.",
        "We will bring charges, the prosecutor said.",
        "Popular unrest left nine people dead.",
        "A child had put out cookies for the rescuers.",
        "The firm changed the terms of the offer.",
        "He wanted to charge it for his trademark of the word.",
        "The driver turned left, and the van went right.",
        "Please God let them live, one of them wrote.",
        "The site broke its own privacy policy, the judge found.",
    ],
)
def test_news_that_begins_like_boilerplate_is_not_marked(line: str) -> None:
    assert [noise for _, noise in marks(f"A first line.\n{line}")] == ["", ""]


def test_headings_are_told_from_sentences() -> None:
    document = split(
        Article("a", "Dam breaks in the hills\n\nIt broke on Monday.\nWhat now?\nHelp came.")
    )
    assert [p.heading for p in document.passages] == [True, False, True, False]


HOSTILE = {
    "no white space": "a" * 1_000_000,
    "no full stop": "word " * 200_000,
    "quotation marks": '"' * 10_000 + "x",
    "quotations never closed": "“a. " * 10_000,
    "spaces": " " * 60_000,
    "one word": "same " * 10_000,
    "digits": "1" * 1_000_000,
    "lines": "x\n" * 100_000,
    "ideographs": "漢" * 200_000,
}


@pytest.mark.parametrize(
    "text",
    [
        "The canal cost Rs. 3.4 arab, they said.",
        "The lock fell in on 09. Mar. 2019 at dawn.",
        "It is told in Nos. 4 and 5 of the paper.",
    ],
)
def test_an_abbreviation_before_a_number_ends_no_sentence(text: str) -> None:
    assert [p.quote for p in split(Article("a", text)).passages] == [text]


def test_a_number_behind_an_abbreviation_can_end_a_sentence() -> None:
    text = "The toll is Rs. 3. Boats are free."
    assert [p.quote for p in split(Article("a", text)).passages] == [text[:18], text[19:]]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_do_not_stall_it(name: str) -> None:
    started = time.process_time()
    document: Document = split(Article("a", HOSTILE[name]))
    assert all(len(p.quote) <= LONGEST for p in document.passages)
    assert time.process_time() - started < 10  # quadratic code takes minutes


def test_a_question_that_is_quoted_is_no_heading() -> None:
    text = (
        "As for the bridge, she asked, “When will it open?”\nWhen will the bridge open?\n“Who "
        "pays?”"
    )
    assert [p.heading for p in split(Article("a", text)).passages] == [False, True, True]


def test_a_long_repetition_is_no_prose() -> None:
    document = split(Article("a", "killed three " * 1000))
    assert {p.noise for p in document.passages[:-1]} == {"repetition"}
    assert {p.noise for p in split(Article("a", "x" * 5000)).passages[:-1]} == {"no words"}


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Storm Ends Harbour Fair In Dolna.", True),
        ("Mayor Praises Crew After Ferry Fire!", True),
        ("The mayor praised the crew.", False),
        ("STORM ENDS HARBOUR FAIR EARLY.", False),
        ("“It was a hoax,” Marta Lind said, explaining:", False),
        ("The Evening Herald’s Ana Silva confirmed the same:", False),
    ],
)
def test_titles_have_capitals_and_what_leads_up_to_a_quotation_is_none(
    line: str, heading: bool
) -> None:
    text = f"The ferry sank on Monday.\n\n{line}\n\nIt was raised on Friday."
    assert split(Article("a", text)).passages[1].heading == heading
