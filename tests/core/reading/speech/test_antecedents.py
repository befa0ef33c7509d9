"""Who pronouns and descriptions stand for."""

import pytest

from workbench.core.reading.speech.antecedents import (
    DESCRIPTION,
    ITSELF,
    PRONOUN,
    best,
    described,
    somebody,
    weights_of,
)
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


def claimant(text: str) -> str:
    """The claimant of the last passage."""
    found = find_attributions(split(Article("a", text)))[-1]
    return found[0].claimant if found else ""


@pytest.mark.parametrize(
    ("source", "is_described"),
    [
        ("the elderly man", True),
        ("The trawlerman", True),
        ("the two men", False),
        ("the farmer’s brother", False),
        ("the mayor of Dolna", False),
        ("an elderly man", False),
        ("the agency", False),
    ],
)
def test_a_description_is_of_one_person_without_a_name(source: str, is_described: bool) -> None:
    assert described(source) == is_described


@pytest.mark.parametrize(
    ("source", "is_somebody"),
    [("a dock worker", True), ("Another sailor", True), ("the worker", False), ("a mill", False)],
)
def test_somebody_is_one_undetermined_person(source: str, is_somebody: bool) -> None:
    assert somebody(source) == is_somebody


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Silva said it sank. She said it was cold.", "Ana Silva"),
        ("Ana Silva said it sank. Ivo Brandt looked on. “It was cold,” she said.", "Ana Silva"),
        ("One young woman walked in. She said it was cold.", "One young woman"),
        ("Mary Voss said it sank. Peter Lind looked on. She said it was cold.", "Mary Voss"),
        ("Peter Lind said it sank. The elderly man said it was cold.", "Peter Lind"),
        ("A dock worker said it sank. The worker said it was cold.", "A dock worker"),
        ("Mary Voss said it sank. The old man said it was cold.", "The old man"),
    ],
)
def test_it_is_whoever_spoke_or_was_named_before(text: str, who: str) -> None:
    assert claimant(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rui Tamm Okel, a cook, waited. 26-year-old Okel said it sank.", "Rui Tamm Okel"),
        ("“It sank,” the Dolna Herald quoted Ana Silva, a sailor.", "Ana Silva"),
        ("The boy’s mother, Ana Silva, said her son, Ivo Silva, was asleep.", "Ana Silva"),
        ("Experts questioned Ivo Lind, who the mayor said was a captain.", "Experts"),
        ("Some people think it sank, as Voss will announce.", "Some people"),
        ("Ana Silva, D-Ore., speaking in Salem, said it sank.", "Ana Silva"),
    ],
)  # fmt: skip
def test_the_claimant_is_who_the_sentence_is_about(text: str, who: str) -> None:
    assert claimant(text) == who


def test_weights_name_features_and_let_a_description_stay_as_it_is() -> None:
    for sort in (PRONOUN, DESCRIPTION):
        assert weights_of(sort)["spoke, one before"] > 0
    assert weights_of(DESCRIPTION)[ITSELF] > 0
    assert best({}, weights_of(PRONOUN)) == ""
