"""Verb groups: what stands between a subject and its verb."""

import pytest

from workbench.core.reading.language.verb_groups import VerbGroup, verb_group
from workbench.core.reading.tokens import tokens_of


def group(text: str) -> tuple[str, VerbGroup]:
    """The word before the group, and the group of the last word."""
    words = tokens_of(text, 0)
    found = verb_group(words, len(words) - 1)
    return (words[found.before].text if found.before >= 0 else ""), found


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Lind said", "Lind"),
        ("Lind has repeatedly denied", "Lind"),
        ("Lind on Tuesday said", "Lind"),
        ("Lind went on to say", "Lind"),
        ("Lind did not immediately respond", "Lind"),
        ("said", ""),
    ],
)
def test_the_group_begins_after_its_subject(text: str, before: str) -> None:
    assert group(text)[0] == before


def test_flags_tell_passive_modal_negated_and_infinitive() -> None:
    assert group("Lind was accused")[1].be
    assert group("Lind could say")[1].modal
    assert group("Lind didn’t say")[1].negated
    assert group("Lind has not said")[1].negated
    assert group("Lind has said")[1].auxiliary
    assert group("a plan to say")[1].infinitive
    assert not group("Lind seemed to say")[1].infinitive
