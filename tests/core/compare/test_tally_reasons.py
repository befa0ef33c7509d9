from workbench.core.compare.bearings import bearing
from workbench.core.decide.relation import CONFLICTS, CORROBORATES, compare


def test_outcomes_of_one_vote_agree_or_exclude_each_other():
    claim = "The council of Larkstad voted 31 to 20 for the stadium."
    other = "Larkstad’s council approved the stadium with {} votes to {}."
    relation = lambda passage: compare(bearing(claim), bearing(passage)).relation  # noqa: E731
    assert relation(other.format(34, 17)) == CONFLICTS
    assert relation(other.format(31, 20)) == CORROBORATES
