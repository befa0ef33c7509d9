"""Anchored passages are found again, or not found; never found in the wrong place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.evidence.anchors import anchor, as_w3c
from workbench.core.evidence.reanchoring import reanchor
from workbench.core.text.articles import Article
from workbench.errors import UsageError

HARBOUR = """Harbour fire kills 12, officials say

Twelve people were killed and at least 30 injured when a warehouse burned in the port of Lendava on Tuesday, the fire service said.

“We did not see any sign of arson,” fire chief Oda Renn told reporters. The blaze began shortly after 04:00 and spread to two ships.

The port authority denied that the warehouse held 3.1 tonnes of fertiliser. It said that inspections in March had found nothing wrong.

Mayor Pia Lund said on Wednesday that 1,400 residents would be moved – some for weeks. The fire service said that the fire was under control.

Unions rejected the authority’s account. They have asked for the lists since 2019, and said that the port had not answered.
"""  # noqa: E501 – text as it stands

RIVER = """Flooded valley counts its losses

Rescuers in the Tamar valley said on 3 May that 46 houses were lost and 210 damaged. No deaths have been reported.

The provincial governor, Ewa Holm, put the cost at $18.5 million. “That is not a final figure,” she said.

Farmers say otherwise. Their association counts more than 5,000 drowned sheep and 900 hectares under water.

Rain is expected to return on Friday. The water board said that it would not open the upper dam.

The upper dam was built in 1962. It has been opened four times, the last time in 2014, according to the board’s own records.
"""  # noqa: E501 – text as it stands


def article(text: str, revision: int = 1) -> Article:
    return Article(id="seeds/a.txt", text=text, revision=revision)


def after(old: str, new: str, quote: str, *, nth: int = 0, with_old: bool = False):
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    made = anchor(article(old), start, start + len(quote))
    found = reanchor(made, article(new, 2), article(old) if with_old else None)
    if found.start is not None:
        assert new[found.start : found.end] == found.quote
    return found


TOLL = (
    "Twelve people were killed and at least 30 injured when a warehouse burned in the port of "
    "Lendava on Tuesday, the fire service said."
)
ARSON = "“We did not see any sign of arson,” fire chief Oda Renn told reporters."
TONNES = "The port authority denied that the warehouse held 3.1 tonnes of fertiliser."


def test_an_anchor_keeps_position_words_and_surroundings() -> None:
    start = HARBOUR.index(TONNES)
    made = anchor(article(HARBOUR, 3), start, start + len(TONNES))
    assert (made.quote, made.revision, made.start) == (TONNES, 3, start)
    assert made.prefix == HARBOUR[start - 32 : start]
    assert made.suffix == " It said that inspections in Mar"
    position, quote = as_w3c(made)["selector"]
    assert position == {"type": "TextPositionSelector", "start": start, "end": made.end}
    assert quote["exact"] == TONNES
    assert quote["prefix"] == made.prefix


@pytest.mark.parametrize("span", [(-1, 4), (4, 4), (5, 2), (0, 10_000)])
def test_an_anchor_needs_a_passage_of_the_text(span: tuple[int, int]) -> None:
    with pytest.raises(UsageError):
        anchor(article(HARBOUR), *span)


def test_the_same_text_gives_the_same_place() -> None:
    assert after(HARBOUR, HARBOUR, TOLL).state == "same"


def test_an_anchor_whose_offsets_were_altered_is_not_trusted() -> None:
    start = HARBOUR.index(TONNES)
    made = replace(anchor(article(HARBOUR), start, start + len(TONNES)), start=0, end=9)
    found = reanchor(made, article(HARBOUR))
    assert (found.state, found.start, found.quote) == ("moved", start, TONNES)


def test_text_before_moves_the_offsets_and_says_so() -> None:
    new = HARBOUR.replace("\n\nTwelve", "\n\nUpdated on Thursday.\n\nTwelve")
    found = after(HARBOUR, new, ARSON)
    assert (found.state, found.quote) == ("moved", ARSON)


def test_typography_is_not_a_change() -> None:
    new = HARBOUR.replace("“", '"').replace("”", '"').replace("’", "'").replace("–", "-")
    found = after(HARBOUR, new.replace("\n\n", "\n \n"), ARSON)
    assert found.state == "moved"
    assert found.quote == '"We did not see any sign of arson," fire chief Oda Renn told reporters.'
    assert "typography" in found.reason


@pytest.mark.parametrize(
    ("quote", "old", "new", "named"),
    [
        (TONNES, "3.1", "31", "3.1 → 31"),
        (TOLL, "Twelve", "Twenty-one", "12"),
        (TOLL, "30", "300", "30 → 300"),
        (TOLL, "Tuesday", "Monday", "tuesday → monday"),
        (TOLL, "Lendava", "Ormoz", "lendava → ormoz"),
        (ARSON, "did not see", "did see", "not → none"),
        (ARSON, "Oda Renn", "Ada Renn", "oda → ada"),
        (TONNES, "denied", "confirmed", "denied"),
    ],
)
def test_changed_facts_are_named(quote: str, old: str, new: str, named: str) -> None:
    found = after(HARBOUR, HARBOUR.replace(quote, quote.replace(old, new)), quote)
    assert found.state == "facts differ"
    assert found.quote == quote.replace(old, new)
    assert named in found.reason
    assert "".join(op.new for op in found.diff) == found.quote
    assert "".join(op.old for op in found.diff) == quote


def test_changed_words_are_shown_word_by_word() -> None:
    found = after(HARBOUR, HARBOUR.replace("any sign of arson", "a trace of arson"), ARSON)
    assert found.state == "changed"
    assert [(op.old, op.new) for op in found.diff if op.kind != "equal"] == [
        ("any sign ", "a trace ")
    ]


def test_a_removed_passage_is_orphaned() -> None:
    found = after(HARBOUR, HARBOUR.replace(ARSON + " ", ""), ARSON)
    assert (found.state, found.start, found.quote) == ("orphaned", None, "")


def test_of_two_like_sentences_the_one_that_changed_is_not_taken_for_the_other() -> None:
    sentence = "The board said that 3.1 million litres were lost."
    old = RIVER.replace("No deaths", f"{sentence} No deaths") + f"\n{sentence} Nobody knows more.\n"
    first, second = (old.index(sentence), old.rindex(sentence))
    for changed in (first, second):
        new = old[:changed] + sentence.replace("3.1", "31") + old[changed + len(sentence) :]
        for nth, start in enumerate((first, second)):
            found = after(old, new, sentence, nth=nth)
            if start == changed:
                assert found.state in {"facts differ", "ambiguous"}
                assert found.quote in {sentence.replace("3.1", "31"), ""}
            else:
                assert found.quote == sentence


def test_of_two_like_sentences_the_one_removed_is_not_taken_for_the_other() -> None:
    sentence = "The board has not said when the dam will be repaired."
    old = RIVER.replace("No deaths", f"{sentence} No deaths") + f"\n{sentence} Nobody knows more.\n"
    new = old.replace(f"{sentence} No deaths", "No deaths")
    assert after(old, new, sentence, nth=0, with_old=True).state == "ambiguous"
    assert after(old, new, sentence, nth=1, with_old=True).quote == sentence


def test_places_that_look_the_same_are_left_to_a_person() -> None:
    block = (
        "Nothing further was said about it by anyone. The port is closed. Ships wait outside it.\n"
    )
    old = HARBOUR + block
    found = after(old, old + block + "\n", "The port is closed.")
    assert (found.state, found.start) == ("ambiguous", None)


def test_part_of_a_number_or_word_is_no_match() -> None:
    old = "In all 12 people came. The rest stayed."
    new = "In all 1.12 people came. The restless stayed."
    assert after(old, new, "12 people").quote != "12 people"
    assert after(old, new, "The rest").quote != "The rest"


@pytest.mark.parametrize(
    "text",
    [
        " " * 60_000,
        "word " * 10_000,
        "1" * 30_000,
        '"' * 10_000,
        "a" * 1_000_000,
        "",
    ],
)
def test_hostile_texts_are_searched_in_bounded_time(text: str) -> None:
    made = anchor(article(HARBOUR), 0, len(HARBOUR))
    assert reanchor(made, article(text)).start is None
    whole = anchor(article("x " + "word " * 3_000), 0, 9_000)
    found = reanchor(whole, article(text))
    assert found.start is None or text[found.start : found.end] == found.quote


@given(st.text(max_size=80), st.text(min_size=1, max_size=40), st.text(max_size=80), st.text())
def test_what_is_found_stands_in_the_text(left: str, quote: str, right: str, new: str) -> None:
    made = anchor(article(left + quote + right), len(left), len(left) + len(quote))
    for text in (new, right + quote + left, left + quote + new, left + quote + right):
        found = reanchor(made, article(text))
        assert (found.start is None) == (found.state in {"ambiguous", "orphaned"})
        if found.start is not None:
            assert text[found.start : found.end] == found.quote != ""
