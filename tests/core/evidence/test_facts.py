"""Changes of facts are told from changes of wording."""

import pytest

from workbench.core.evidence.facts import difference

REPORT = "The mayor, Ines Roth, said on Friday that 1,200 people had not been told."


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("1,200", "12,00", "number"),
        ("1,200", "thirteen hundred", "number: 1200 → 1300"),
        ("had not been", "had been", "negation: not → none"),
        ("had not been", "had never been", "negation"),
        ("Friday", "Thursday", "date: friday → thursday"),
        ("Ines Roth", "Ines Rolf", "name: roth → rolf"),
        ("people", "people in Graz", "name: none → graz"),
    ],
)
def test_a_changed_fact_is_named(old: str, new: str, named: str) -> None:
    assert named in difference(REPORT, REPORT.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (REPORT, REPORT.replace("1,200", "1200")),
        (REPORT, REPORT.replace("1,200", "twelve hundred")),
        (REPORT, REPORT.replace("1,200", "1\u202f200")),
        (REPORT, REPORT.replace("1,200", "1,200[4]")),
        (REPORT, REPORT.replace("told", "informed")),
        (REPORT, REPORT.replace("had not", "hadn't")),
        (REPORT, REPORT.replace(" ", "\u00a0")),
        ("Two ships sank.", "2 ships sank."),
        ("Ships of the navy sank.", "The navy’s ships sank."),
        ("The board met. It agreed.", "The board met, and it agreed."),
        ("Later the council rose.", "The council rose later."),
        ("Italy’s police came.", "The police of Italy came."),
    ],
)
def test_other_wording_of_the_same_facts_is_none(old: str, new: str) -> None:
    assert difference(old, new) == ""


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("At least 12 people died.", "At most 12 people died.", "bound: at least → at most"),
        ("It cost $18.5 million.", "It cost €18.5 million.", "unit: $ → €"),
        ("The dam is 12 km away.", "The dam is 12 miles away.", "unit: km → mi"),
        ("Prices rose by 3%.", "Prices fell by 3%.", "opposite: rose → fell"),
        ("It is 5% of all.", "It is 5 of all.", "unit: % → none"),
    ],
)
def test_bounds_units_and_opposites_are_facts(old: str, new: str, named: str) -> None:
    assert named in difference(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Prices rose by 3%.", "Prices increased by 3%."),
        ("The tax is 5 percent.", "The tax is 5 per cent."),
        ("China said more than it wanted.", "China said rather more than it wanted."),
    ],
)
def test_the_same_bounds_units_and_directions_are_no_change(old: str, new: str) -> None:
    assert difference(old, new) == ""
