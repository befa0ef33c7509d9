"""Roles: who can take a stance, and what can be cited."""

import pytest

from workbench.core.reading.language.source_nouns import (
    is_document_noun,
    is_person_noun,
    is_source_noun,
)


@pytest.mark.parametrize(
    "noun", ["geologist", "geologists", "spokeswoman", "officials", "people", "clerks"]
)
def test_people_by_what_they_are(noun: str) -> None:
    assert is_person_noun(noun)
    assert is_source_noun(noun)


@pytest.mark.parametrize("noun", ["river", "human", "table"])
def test_things_are_no_people(noun: str) -> None:
    assert not is_person_noun(noun)


def test_bodies_take_stances_and_documents_are_cited() -> None:
    assert is_source_noun("ministry")
    assert is_source_noun("company")
    assert not is_person_noun("ministry")
    assert is_document_noun("survey")
    assert not is_source_noun("survey")
