import pytest

from workbench.core.reading.numbers.tallies import tally


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council voted 31 to 20 to build it.", (31, 20)),
        ("It was approved with 34 votes to 17.", (34, 17)),
        ("The senate passed the bill 54-46.", (54, 46)),
        ("Aville beat Brest 3-1 on Sunday.", (3, 1)),
        ("The office is open from 9 to 5.", None),
        ("He won 1,204 votes.", None),
        ("The jury met from 2014 to 2015.", None),
    ],
)
def test_two_numbers_stand_against_each_other_in_words_of_a_contest(text, found):
    assert tally(text) == found
