from workbench.core.bearings import bearing
from workbench.core.candidates import rerank
from workbench.core.conflicts import find_conflicts, without
from workbench.core.hits import Hit

ONE, OTHER = "The fire killed 12 people in the mill.", "The fire killed 21 people in the mill."


def found(claim, article, passage, other):
    side = bearing(claim, article=article)
    return side, rerank(side, [Hit(other, 0, len(passage), passage, score=5.0)])


def test_a_contradiction_stands_once_whichever_side_was_new():
    conflicts = find_conflicts([found(ONE, "a", OTHER, "b"), found(OTHER, "b", ONE, "a")])
    assert len(conflicts) == 1
    assert {conflicts[0].one.article, conflicts[0].other.article} == {"a", "b"}


def test_what_agrees_is_no_conflict():
    assert find_conflicts([found(ONE, "a", ONE, "b")]) == []


def test_an_import_adds_to_what_is_known():
    known = find_conflicts([found(ONE, "a", OTHER, "b")])
    more = find_conflicts(
        [found("The mayor resigned.", "c", "The mayor did not resign.", "d")], known
    )
    assert len(more) == 2
    assert [c.strength for c in more] == sorted((c.strength for c in more), reverse=True)


def test_conflicts_of_a_changed_article_are_dropped():
    known = find_conflicts([found(ONE, "a", OTHER, "b")])
    assert without(known, ["b"]) == []
    assert without(known, ["z"]) == known
