import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.compare.measures import dimension, in_unit_of
from workbench.core.decide.relation import CONFLICTS, compare
from workbench.core.lexicon.en.unit_names import FACTORS
from workbench.core.reading.figures import figures_in


def relation(claim, passage):
    return compare(bearing(claim), bearing(passage)).relation


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pipeline will be 100 miles long.", "The pipeline will be 161 kilometres long."),
        ("The farm covers 200 acres of marsh.", "The farm covers 81 hectares of marsh."),
        ("Winds of 90 mph struck the coast.", "Winds of 145 km/h struck the coast."),
    ],
)
def test_units_of_one_kind_are_brought_together(claim, passage):
    assert relation(claim, passage) != CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pipeline will be 100 miles long.", "The pipeline will be 100 kilometres long."),
        ("The stadium will cost 45 million euros.", "The stadium is to cost 54 million euros."),
        ("The stadium will cost 45 million euros.", "The stadium will cost 45 million dollars."),
        ("Inflation was 3.1% in May.", "In May, inflation stood at 31 percent."),
    ],
)
def test_measures_that_exclude_each_other_conflict(claim, passage):
    assert relation(claim, passage) == CONFLICTS


def test_what_is_measured_has_to_be_the_same():
    claim = "The stadium will cost 45 million euros."
    assert relation(claim, "The ferry line lost 3 million euros last year.") != CONFLICTS


def test_every_unit_is_brought_to_one_that_stands_for_itself():
    assert all(FACTORS[to] == (to, 1.0) for to, _ in FACTORS.values())


def test_a_converted_figure_is_approximate():
    (miles,), (metres,) = figures_in("10 miles away"), figures_in("800 metres away")
    found = in_unit_of(miles, metres)
    assert dimension(miles) == dimension(metres) == "m"
    assert found.approximate
    assert found.low == pytest.approx(16_093.44)
