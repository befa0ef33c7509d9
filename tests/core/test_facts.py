"""Changes of facts are told from changes of wording."""

import pytest

from workbench.core.facts import difference

REPORT = "The mayor, Ines Roth, said on Friday that 1,200 people had not been told."


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("1,200", "12,00", "number"),
        ("1,200", "twelve hundred", "number"),
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
