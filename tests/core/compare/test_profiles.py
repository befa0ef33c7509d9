import time

import pytest

from workbench.core.compare.profiles import profile


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army did not attack the village.", True),
        ("The army didn't attack the village.", True),
        ("The army denied an attack on the village.", True),
        ("The army failed to attack.", True),
        ("Not only did the army attack.", False),
        ("No fewer than ten men attack.", False),
        ("It was not planned, but the army went on to attack.", False),
        ("The army attacked.", False),
    ],
)
def test_the_reach_of_a_negation(text, negated):
    assert ("attack" in profile(text).negated) is negated


def test_a_negation_reaches_over_or():
    assert (
        "endors"
        in profile(
            "They had not praised the long and costly plan of the town, or endorsed it."
        ).negated
    )


def test_synonyms_and_names_of_a_state_are_one():
    assert profile("Moscow sent soldiers").content & profile("Russian troops moved").content >= {
        "russia",
        "soldier",
    }


def test_names_are_told_from_the_first_word_of_a_sentence():
    found = profile("Yesterday the mayor met Ana Silva.")
    assert len(found.names) == 2


@pytest.mark.parametrize("text", ["“" * 10_000, "not " * 10_000, " " * 60_000, "9" * 100_000, ""])
def test_hostile_text_is_read_quickly(text):
    began = time.perf_counter()
    profile(text)
    assert time.perf_counter() - began < 1
