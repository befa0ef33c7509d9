"""The picture that goes round with an address: all of it inside, nothing of it acts."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.publication import Correction, House
from workbench.core.publication.share import HEIGHT, MARGIN, WIDTH, _width, share_svg, wrapped

from .example import VERDICT
from .hostile import quick, quotes

SVG = "{http://www.w3.org/2000/svg}"
HOUSE = House("The Harbour Desk", "https://desk.example")


def drawn(v, house=HOUSE):
    return ElementTree.fromstring(share_svg(v, house))


def texts(v, house=HOUSE):
    return [element.text for element in drawn(v, house).iter(f"{SVG}text")]


def test_it_says_who_claimed_what_and_what_was_found(verdict):
    said = texts(verdict)
    assert said[0] == f"Claim by {verdict.claimant}"
    assert " ".join(said[1:-2]) == f"“{verdict.claim}”"
    assert said[-2:] == ["Half true", "The Harbour Desk · 6 May 2024"]


def test_the_place_on_the_scale_is_drawn(verdict):
    fills = [one.get("fill") for one in drawn(verdict).iter(f"{SVG}circle")]
    assert len(fills) == 5
    assert [place for place, fill in enumerate(fills) if fills.count(fill) == 1] == [2]


def test_a_retraction_shows_no_rating(verdict):
    gone = Correction("2024-06-01T10:00:00Z", "Ada Berg", "Another bridge.", "retraction")
    assert texts(replace(verdict, retraction=gone))[-2] == "Retracted"


def test_an_example_says_so(verdict):
    assert texts(verdict, House("Desk", notice="No newsroom."))[-1].endswith("an example")


@pytest.mark.parametrize("claim", ["word " * 400, "W" * 900, "桥" * 300])
def test_a_long_claim_is_cut_where_there_is_no_more_room(verdict, claim):
    shown = list(drawn(replace(verdict, claim=claim)).iter(f"{SVG}text"))[1:-2]
    assert "…" in shown[-1].text
    assert max(int(one.get("y")) for one in shown) < HEIGHT - 176
    for one in shown:
        assert _width(one.text) * int(one.get("font-size")) <= WIDTH - 2 * MARGIN


@quick
@given(quotes)
def test_any_text_makes_a_picture_that_loads_and_runs_nothing(quote):
    v = replace(VERDICT, claim=quote, claimant=quote)
    kinds = {one.tag.removeprefix(SVG) for one in drawn(v, House(quote)).iter()}
    assert kinds <= {"svg", "title", "rect", "text", "circle"}


@quick
@given(st.text(alphabet="ab 桥-", max_size=200), st.floats(2.5, 30))
def test_wrapped_lines_hold_all_of_the_text_and_fit(text, across):
    lines = wrapped(text, across)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(_width(line) <= across + 1e-9 for line in lines if line.strip())
