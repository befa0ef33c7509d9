"""Who speaks where a text names its speakers before a colon, and who does not."""

import pytest

from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.reading.speech.turns import turns_of
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


def claimants(text: str) -> list[str]:
    document = split(Article("a", text))
    return [found[0].claimant if found else "" for found in find_attributions(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MOOR: Two boats sank.\n\nREIS: I deny that. One sank.", ["Moor", "Reis", "Reis"]),
        ("[00:02:14] Ada Moor: Two boats sank off Orlem.", ["Ada Moor"]),
        ("MAYOR MOOR: Two boats sank off Orlem.", ["Moor"]),
        ("@adamoor: Two boats sank off Orlem.", ["adamoor"]),
        ("Ada Moor, a pilot, waved.\nMOOR: We sank.\nREIS: No.", ["", "Ada Moor", "Reis"]),
        ("12:40 Marta Reis: The lock is shut. It stays shut.", ["Marta Reis", "Marta Reis"]),
    ],
)
def test_a_turn_has_its_speaker(text: str, expected: list[str]) -> None:
    assert claimants(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "WARNING: Two boats sank off Orlem on Friday.",
        "Breaking: Two boats sank off Orlem on Friday.",
        "OSLO: Two boats sank off Orlem on Friday.",
        "Question: how many boats sank off Orlem on Friday.",
    ],
)
def test_other_words_before_a_colon_name_nobody(text: str) -> None:
    assert claimants(text) == [""]


def test_a_single_turn_ends_with_its_paragraph() -> None:
    text = "MAYOR MOOR: Two boats sank. One was old.\nThe harbour was shut for a day."
    assert claimants(text) == ["Moor", "Moor", ""]


def test_a_line_that_ends_in_a_name_introduces_a_quotation() -> None:
    text = "And from Mayor Ada Moor:\n\n“Two boats sank off Orlem.”"
    assert claimants(text)[-1] == "Ada Moor"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("ERIK SAND: We counted nine.", "Erik Sand"),
        ("Erik Sand, harbour master: We counted nine.", "Erik Sand"),
        ("Sand (Mayor): We counted nine.", "Sand"),
        ("SAND (via interpreter): We counted nine.", "Sand"),
        ("Erik Sand @esand: We counted nine.", "Erik Sand"),
        ("Erik Sand [00:02:11]: We counted nine.", "Erik Sand"),
        ("[12:05 PM] Erik Sand: We counted nine.", "Erik Sand"),
        ("THE PRESIDENT: We counted nine.", "The President"),
        ("J. P. SAND: We counted nine.", "J. P. Sand"),
        ("ÅSE SAND: We counted nine.\n\nIVO LOM: I saw four.", "Åse Sand"),
        ("Ah, friends once more: Ivo Lom came back.", None),
        ("Toll: We counted nine.", None),
    ],
)
def test_a_speaker_is_known_by_time_handle_role_or_given_name(line, who):
    turns = turns_of(split(Article("a", line)).passages)
    assert (turns[0].name if turns[0] else None) == who
