"""Figures: human tolls and everything else that is counted or measured."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.figures import figures_in, find_figures
from workbench.core.reading.model import Figure
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


def tolls(text: str) -> list[tuple[str, object, object, str]]:
    return [(f.text, f.low, f.high, f.of) for f in figures_in(text) if f.human_toll]


def only(text: str) -> Figure:
    (figure,) = figures_in(text)
    return figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 900 villagers died in the flood.",
         [("More than 900 villagers", 900, None, "killed")]),
        ("The ferry sank, killing three and injuring a dozen.",
         [("three", 3, 3, "killed"), ("a dozen", 12, 12, "wounded")]),
        ("14 miners died and 30 were hurt.",
         [("14 miners", 14, 14, "killed"), ("30", 30, 30, "wounded")]),
        ("The death toll rose to 45, the ministry said.", [("45", 45, 45, "killed")]),
        ("Some 1.3m were displaced by the flood.",
         [("Some 1.3m", 1_300_000, 1_300_000, "displaced")]),
        ("Rebels took 14 hikers hostage.", [("14 hikers", 14, 14, "captured")]),
        ("The shelling forced 900 families to flee.", [("900 families", 900, 900, "displaced")]),
        ("The toll was revised from 10 to 14.", [("14", 14, 14, "killed")]),
        ("The number of injured climbed to 60.", [("60", 60, 60, "wounded")]),
        ("A man and two women were killed in the crash.",
         [("A man and two women", 3, 3, "killed")]),
        ("A 31-year-old man was stabbed to death.", [("A 31-year-old man", 1, 1, "killed")]),
        ("The storm caused no casualties.", [("no casualties", 0, 0, "killed")]),
        ("No injuries were reported.", [("No injuries", 0, 0, "wounded")]),
        ("Nobody was hurt.", [("Nobody", 0, 0, "wounded")]),
        ("The landslide left 20 people missing.", [("20 people", 20, 20, "missing")]),
        ("Rescuers look for 12 missing sailors.", [("12 missing sailors", 12, 12, "missing")]),
        ("Rebels captured 14 soldiers.", [("14 soldiers", 14, 14, "captured")]),
        ("Fighting has displaced over 2.5 million.",
         [("over 2.5 million", 2_500_000, None, "displaced")]),
        ("Tens of thousands of people fled their homes.",
         [("Tens of thousands of people", 20_000, 99_999, "displaced")]),
        ("The disaster claimed 12 lives.", [("12 lives", 12, 12, "killed")]),
        ("Officials mourned the deaths of up to 40 pilgrims.",
         [("up to 40 pilgrims", None, 40, "killed")]),
        ("Three dead, five injured in bus crash",
         [("Three", 3, 3, "killed"), ("five", 5, 5, "wounded")]),
        ("Father kills wife, son, then himself", [("wife, son, then himself", 3, 3, "killed")]),
        ("Two Deputy Marshals and a driver were wounded.",
         [("Two Deputy Marshals and a driver", 3, 3, "wounded")]),
    ],
)  # fmt: skip
def test_a_human_toll_is_found_with_bounds_and_kind(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert tolls(text) == expected


def test_what_stands_after_including_is_not_counted_again() -> None:
    text = "At least 12 people, including three children, were killed."
    assert tolls(text) == [("At least 12 people", 12, None, "killed")]


def test_a_part_that_met_another_fate_is_counted() -> None:
    text = "Six workers were shot, including two fatally."
    assert [(low, of) for _, low, _, of in tolls(text)] == [(6, "wounded"), (2, "killed")]


def test_an_apposition_is_no_second_group() -> None:
    text = "Four people, three women and one man, were taken to hospital."
    assert [(low, of) for _, low, _, of in tolls(text)] == [(4, "wounded")]


@pytest.mark.parametrize(
    "text",
    [
        "The bombing could have killed hundreds.",
        "Two officers told reporters that a window was hit.",
        "Two horses died and 14 drones were shot down.",
        "Ten people attended the dinner in a house on Dead End Lane.",
        "No one else was hurt.",
        "Half of the 80 passengers drowned.",
        "A wave 1.3m high hit the pier where 40 people stood.",
        "No one was seriously hurt.",
        "He threatened to kill three judges.",
        "Two men fled the scene.",
        "Some 30 homes burned, and a wave displaced 300 homes.",
        "Higher rates hurt Acme Holdings.",
        "The men were not injured.",
    ],
)
def test_no_toll_where_none_is_given(text: str) -> None:
    assert [f.text for f in figures_in(text) if f.human_toll and not f.incidental] == []


def test_a_pronoun_is_no_figure() -> None:
    assert figures_in("She was shot and he died.") == ()


def test_one_named_person_is_incidental() -> None:
    assert all(f.incidental for f in figures_in("Ruth Amber, 40, was killed in the crash."))


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("It cost $1.5 billion.", 1_500_000_000, "USD"),
        ("It cost €20m.", 20_000_000, "EUR"),
        ("It cost 2.3 million dollars.", 2_300_000, "USD"),
        ("Prices rose 3.1 percent.", 3.1, "%"),
        ("Prices rose 3.1%.", 3.1, "%"),
        ("The lead shrank by 4 percentage points.", 4, "pp"),
        ("They hold 3,000 square kilometres.", 3_000, "km2"),
        ("It lies 12 km away.", 12, "km"),
        ("They shipped 40 tonnes.", 40, "tonne"),
        ("It was 41 degrees Celsius.", 41, "°C"),
        ("Winds reached 120 miles per hour.", 120, "mph"),
        ("One in five agreed.", 20, "%"),
    ],
)  # fmt: skip
def test_measures_have_canonical_units(text: str, low: object, unit: str) -> None:
    figure = only(text)
    assert (figure.low, figure.unit) == (low, unit)
    assert not figure.human_toll


@pytest.mark.parametrize(
    ("text", "found", "low"),
    [
        ("He paid Rs 25 lakh for it.", "Rs 25 lakh", 2_500_000),
        ("The drone costs PLN 40,000.", "PLN 40,000", 40_000),
        ("It grounded roughly 400 737 Max jets.", "roughly 400 737 Max jets", 400),
        ("It sold five 787 Dreamliners.", "five 787 Dreamliners", 5),
        ("The order fell by 30 to 126.", "30", 30),
        ("They ordered 30 of the boats.", "30 of the boats", 30),
        ("Drinking is allowed in 11 states.", "11 states", 11),
        ("The cellar was at 49.6C.", "49.6C", 49.6),
        ("A 500-kilogram bomb fell.", "500-kilogram", 500),
        ("The two met three friends in 14 boats.", "14 boats", 14),
    ],
)
def test_what_is_counted_makes_a_figure(text: str, found: str, low: float) -> None:
    assert (found, low) in [(f.text, f.low) for f in figures_in(text) if not f.incidental]


def test_half_a_year_is_no_share() -> None:
    assert figures_in("In the second half of 2022 the mill closed.") == ()


def test_a_sentence_full_of_prices_is_no_table() -> None:
    text = (
        "The Alpha lost 102.2 points, or 0.36%, to 27,934.02, the Beta 1.85 points to 3,120.18, "
        "and the Gamma gained 20.72 points, or 0.24%, to 8,570.66."
    )
    assert "0.36%" in [f.text for f in figures_in(text)]


def test_the_counted_noun_is_named() -> None:
    figure = only("The army moved tens of thousands of troops to the river.")
    assert (figure.text, figure.of, figure.incidental) == (
        "tens of thousands of troops",
        "troops",
        False,
    )
    assert only("Ada Reed won by 21,000 votes.").of == "votes"
    assert only("They planted 300 young olive trees.").of == "trees"


@pytest.mark.parametrize(
    "text", ["Two officials spoke.", "It took three days.", "It is one of the plans."]
)
def test_small_counts_are_incidental(text: str) -> None:
    assert [f for f in figures_in(text) if not f.incidental] == []


def test_both_sides_are_no_figure() -> None:
    assert figures_in("Both sides agreed.") == ()


def test_offsets_are_those_of_the_article_and_noise_has_no_figures() -> None:
    article = Article(
        "a", "Storm hits coast\n\nThe sea rose. It killed 14 sailors.\n\nPhoto: 12 people died\n"
    )
    document = split(article)
    found = find_figures(document)
    assert len(found) == len(document.passages)
    figures = [figure for one in found for figure in one]
    assert (
        [article.text[f.start : f.end] for f in figures]
        == [f.text for f in figures]
        == ["14 sailors"]
    )


WORDS = [
    "12",
    "three",
    "dozen",
    "people",
    "a",
    "man",
    "women",
    "killed",
    "were",
    "and",
    ",",
    "including",
    "wounded",
    "died",
    "in",
    "the",
    "$5",
    "million",
    "3.1",
    "%",
    "no",
    "one",
    "dead",
    "at",
    "least",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.integers(0, 50))
def test_text_is_what_stands_at_the_offsets(text: str, start: int) -> None:
    for figure in figures_in(text, start):
        assert text[figure.start - start : figure.end - start] == figure.text
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for figure in figures_in(text):
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    "text",
    [
        "killed three " * 3_000,
        "a man, a woman and " * 3_000,
        "12 people " * 3_000,
        "including 3 children, " * 4_000,
        "“" * 10_000 + "killed 3",
        " " * 60_000 + "dead",
        "7" * 500_000 + " died",
        "killed " * 10_000,
        "Ruth Amber, 25, " * 3_000 + "were killed",
        "suffered " + "a-b " * 20_000,
        "the 12 of the " * 3_000 + "were killed",
    ],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    figures_in(text)
    assert time.process_time() - began < 2
