from datetime import date

from workbench.core.compare.bearings import bearing
from workbench.core.compare.figure_reasons import figure_reasons
from workbench.core.compare.reasons import pair
from workbench.core.compare.replaced import replaced_number


def rules(claim, passage, rule=figure_reasons, **published):
    one = bearing(claim, published=published.get("first"))
    other = bearing(passage, published=published.get("second"))
    return [(r.rule, r.side) for r in rule(pair(one, other))]


def test_the_same_toll_in_other_words():
    assert ("same figure", "for") in rules("Nine people were killed.", "The crash left 9 dead.")


def test_tolls_of_different_kinds_are_never_compared():
    found = rules("Nine people were killed.", "Nine people were injured.")
    assert [side for _, side in found] == ["apart"]


def test_a_part_is_not_set_against_the_whole():
    found = rules("Nine people were killed.", "Another 4 people were killed in the port.")
    assert [side for _, side in found] == ["note"]


def test_a_later_higher_toll_is_a_revision_in_the_same_words_too():
    days = {"first": date(2024, 1, 1), "second": date(2024, 1, 3)}
    claim, passage = "The quake killed 9 people.", "The quake killed 31 people."
    assert rules(claim, passage, **days) == [("later toll", "note")]
    assert rules(claim, passage, replaced_number, **days) == []


def test_far_beyond_an_open_bound_is_no_agreement():
    found = rules("More than 20 people were killed.", "The war killed 9,000 people.")
    assert ("figures exclude each other", "against") in found


def test_a_number_replaced_needs_the_same_words():
    assert rules("He sold 40 of his boats.", "He sold 70 of his boats.", replaced_number)
    assert not rules("He sold 40 of his boats.", "Rain fell on 70 towns.", replaced_number)
    assert not rules("He sold 40 of his boats.", "He sold forty of his boats.", replaced_number)


def test_distances_from_two_places_are_no_contradiction():
    claim = "The villages lie 65 miles east of Orlem."
    assert rules(claim, "The villages lie 170 miles north of Tessaro.") == []
    assert rules(claim, "The villages lie 170 miles east of Orlem.") == [
        ("figures exclude each other", "against")
    ]
