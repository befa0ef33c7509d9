"""Clauses: the noun phrase next to a verb."""

import pytest

from workbench.core.reading.language.clauses import Phrase, subject_before
from workbench.core.reading.language.clauses_after import first_subject, phrase_after
from workbench.core.reading.tokens import tokens_of


def phrase(text: str, found: Phrase | None) -> str:
    if found is None:
        return ""
    words = tokens_of(text, 0)
    return text[words[found.first].start : words[found.last].end]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("On Friday the head of the harbour office", "the head of the harbour office"),
        ("Marta Lind, a lawyer in Austin, Texas,", "Marta Lind"),
        ("Shopkeeper Joao Pinto, 54,", "Shopkeeper Joao Pinto"),
        ("His lawyer, Tom Blake,", "Tom Blake"),
        ("Dana Kovac (Progress Party)", "Dana Kovac"),
        ("Marta Lind in a long letter", "Marta Lind"),
        ("the guard who", "the guard"),
        ("Meanwhile, Lind and Gray", "Lind and Gray"),
        ("Sources close to the talks", "Sources close to the talks"),
        ("Kestria repeated a claim Norland", "Norland"),
        ("It rained because", ""),
    ],
)
def test_the_subject_ends_where_the_verb_group_begins(before: str, expected: str) -> None:
    words = tokens_of(before, 0)
    assert phrase(before, subject_before(words, len(words) - 1)) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("the mayor of Turin on Friday", "the mayor of Turin"),
        ("the Evening Herald.", "the Evening Herald"),
        ("Marta Lind, who left", "Marta Lind"),
        ("the baker sighed.", "the baker"),
        ("him that it rained", "him"),
        (", then", ""),
    ],
)
def test_a_phrase_ends_before_a_clause(after: str, expected: str) -> None:
    assert phrase(after, phrase_after(tokens_of(after, 0), 0)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Oslo, the governor spoke for long", "the governor"),
        ("But Marta Lind has left the room", "Marta Lind"),
        ("“No,” the clerk replied", "the clerk"),
    ],
)
def test_the_first_subject_is_behind_adverbials(text: str, expected: str) -> None:
    quoted = ((0, 5),) if text[0] == "“" else ()
    words = tokens_of(text, 0, quoted)
    found = first_subject(words, len(words))
    assert phrase(text, found).startswith(expected)


def test_no_phrase_outside_the_words() -> None:
    assert subject_before([], -1) is None
    assert phrase_after([], 0) is None
    assert first_subject([], 0) is None
