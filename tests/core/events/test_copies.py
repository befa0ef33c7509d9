"""Whole articles that are one text, lightly edited, are told from those that are not."""

import random

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.events.copies import BINS, is_copy, sketch

NOUNS = [
    "river",
    "mayor",
    "bridge",
    "council",
    "winter",
    "school",
    "market",
    "harbour",
    "doctor",
    "farmer",
    "valley",
    "engine",
]
VERBS = ["saw", "left", "built", "closed", "paid", "moved", "opened", "named", "asked", "carried"]


def story(seed: int, words: int) -> str:
    """A text of random sentences, the same for the same seed."""
    pick = random.Random(seed)
    return " ".join(
        f"The {pick.choice(NOUNS)} {pick.randrange(999)} {pick.choice(VERBS)}"
        for _ in range(words // 4)
    )


def changed(text: str, share: float, seed: int) -> str:
    pick = random.Random(seed)
    return " ".join("other" if pick.random() < share else word for word in text.split())


def meets(one: str, other: str) -> bool:
    return bool(set(sketch(one)) & set(sketch(other)))


def test_a_long_text_with_one_word_of_a_hundred_changed_meets_and_is_a_copy() -> None:
    for seed in range(10):
        text = story(seed, 5000)
        other = changed(text, 0.01, seed)
        assert text != other
        assert meets(text, other)
        assert is_copy(text, other)


def test_one_name_swapped_leaves_a_copy() -> None:
    text = story(1, 300) + " said Ada Obe of the ministry."
    other = text.replace("Ada Obe", "Ben Ito")
    assert meets(text, other)
    assert is_copy(text, other)


def test_other_texts_are_no_copies() -> None:
    texts = [story(seed, 400) for seed in range(60)]
    pairs = [(a, b) for i, a in enumerate(texts) for b in texts[:i]]
    assert not any(is_copy(a, b) for a, b in pairs)
    assert sum(meets(a, b) for a, b in pairs) < len(pairs) / 20


def test_texts_of_a_few_words_are_not_compared() -> None:
    assert sketch("At least 12 people died on Monday.") == ()


@given(st.text(max_size=2000))
def test_any_text_has_a_sketch_that_a_catalogue_can_keep(text: str) -> None:
    keys = sketch(text)
    assert len(keys) in (0, BINS // 2)
    assert all(-(2**63) <= key < 2**63 for key in keys)
