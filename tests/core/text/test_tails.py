"""Short paragraphs that end without a full stop are read, and what ends them is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.claims import annotate
from workbench.core.text.articles import Article
from workbench.core.text.passages import split
from workbench.core.text.tails import TAILS, tails_of

STORY = "At least 23 people were killed when a ferry sank off Quell, police said."


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from([y for tail in TAILS for y in tail.yes]), min_size=1, max_size=3))
def test_a_story_with_any_tail_is_a_claim(tails: list[str]) -> None:
    text = " ".join([STORY, *tails])
    claims = [claim for claim in annotate(split(Article("a", text))) if claim.kinds]
    assert [claim.quote for claim in claims] == [STORY]
    assert {"casualty", "statement"} <= set(claims[0].kinds)


@pytest.mark.parametrize("tail", ["#flood", "https://n.example/x", "🙏", "@harbour"])
def test_a_post_without_any_stop_is_no_heading(tail: str) -> None:
    text = f"The mayor denied on Monday that the dam had leaked {tail}"
    (claim,) = [claim for claim in annotate(split(Article("a", text))) if claim.kinds]
    assert "denial" in claim.kinds
    assert tail not in claim.quote


@pytest.mark.parametrize(
    "heading", ["Ferry toll rises to 23", "How the water came, street by street", "Toll at 23 – AP"]
)
def test_headings_stay_headings(heading: str) -> None:
    first, *_ = split(Article("a", f"{heading}\n\n{STORY}")).passages
    assert first.heading


def test_who_signs_a_quotation_belongs_to_it() -> None:
    text = "“We have 40 people dead in Quell. We need boats.” – Commissioner Ada Moss"
    (claim,) = annotate(split(Article("a", text)))
    assert claim.quote == text
    assert claim.claimant.endswith("Ada Moss")


@pytest.mark.parametrize("line", [STORY, "“Nobody was hurt,” he said.", "It rose to 3.4%."])
def test_a_sentence_has_no_tail(line: str) -> None:
    assert tails_of(line).start == len(line)
