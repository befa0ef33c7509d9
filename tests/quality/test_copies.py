"""The quality gate for independence: copies stay one source, and different passages several."""

import random
from collections import defaultdict
from collections.abc import Callable

import pytest

from workbench.core.events.independence import groups
from workbench.core.text.passages import split

from .measures import SETS, articles_in

COPIES = 5
SHORTEST = 12
"""Words of a passage that is copied."""

Edit = Callable[[list[str], int, str], None]


def add_or_drop(words: list[str], place: int, other: str) -> None:
    if len(other) % 2:
        words.insert(place, other)
    else:
        del words[place]


def replace(words: list[str], place: int, other: str) -> None:
    words[place] = other


@pytest.fixture(scope="module")
def passages() -> list[str]:
    documents = [split(article) for folder, _ in SETS.values() for article in articles_in(folder)]
    found = [p.quote for d in documents for p in d.passages if not p.noise and not p.heading]
    found = [quote for quote in dict.fromkeys(found) if len(quote.split()) >= SHORTEST]
    random.Random(1).shuffle(found)
    return found[:50]


@pytest.mark.parametrize(
    ("edit", "edits", "whole"),
    [(add_or_drop, 1, 50), (add_or_drop, 2, 49), (replace, 1, 49), (replace, 2, 35)],
)
def test_copies_edited_apart_stay_one_group(
    passages: list[str], edit: Edit, edits: int, whole: int
) -> None:
    """`whole` is a floor, for 50 passages of COPIES copies that each had so many edits."""
    chance = random.Random(edits)
    vocabulary = [word for quote in passages for word in quote.split()]
    texts, origins = [], []
    for origin, quote in enumerate(passages):
        for _ in range(COPIES):
            words = quote.split()
            for _ in range(edits):
                edit(words, chance.randrange(len(words)), chance.choice(vocabulary))
            texts.append(" ".join(words))
            origins.append(origin)
    groups_of, origins_of = defaultdict(set), defaultdict(set)
    for origin, group in zip(origins, groups(texts, [""] * len(texts)), strict=True):
        groups_of[origin].add(group)
        origins_of[group].add(origin)
    assert all(len(mixed) == 1 for mixed in origins_of.values()), "different passages, one group"
    assert sum(len(found) == 1 for found in groups_of.values()) >= whole
