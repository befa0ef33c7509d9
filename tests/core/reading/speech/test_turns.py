"""Who speaks where a text names its speakers before a colon, and who does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


SPEAKING = {
    "a line of one's own": "{name}:\n{said}",
    "and a blank line": "{name}:\n\n{said}",
    "a time before": "[00:12:01] {name}: {said}",
    "a time behind": "{name} (00:12): {said}",
    "a line of name and time": "{name} 00:12\n{said}",
    "a line of time and name": "00:12:01 {name}\n{said}",
    "a day and a time": "[06/05/2021, 10:02:11] {name}: {said}",
    "a chat": "06/05/2021, 10:02 - {name}: {said}",
    "captions": ">> {name}: {said}",
    "a voice": "00:00:12.000 --> 00:00:15.000\n<v {name}>{said}",
    "a wide colon": "{name}： {said}",
    "heavy type": "**{name}:** {said}",
    "a handle": "{name} (@someone): {said}",
    "a handle and a time": "{name} @someone · 10:02: {said}",
    "how he is heard": "{name} (by telephone): {said}",
}


@given(
    st.sampled_from(sorted(SPEAKING)),
    st.lists(
        st.sampled_from(["Ada Moor", "Erik Sand", "Marta Reis", "Ines O’Dea", "Jan de Wit"]),
        min_size=2, max_size=4, unique=True,
    ),
)  # fmt: skip
def test_whoever_is_named_before_words_said_them(form: str, names: list[str]) -> None:
    said = [f"We counted {n} boats off Orlem." for n in range(2, 2 + len(names))]
    text = "\n\n".join(
        SPEAKING[form].format(name=name, said=words)
        for name, words in zip(names, said, strict=True)
    )
    document = split(Article("a", text))
    found = find_attributions(document)
    for name, words in zip(names, said, strict=True):
        at = next(i for i, p in enumerate(document.passages) if words in p.quote)
        assert [a.claimant for a in found[at]][:1] == [name]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mr. SAND. We counted nine.\n\nMs. REIS. We counted two.", ["Sand", "Reis"]),
        ("<adamoor> We counted nine.\n<esand> We counted two.", ["adamoor", "esand"]),
        ("Speaker 1: We counted nine.\n\nSpeaker 2: We counted two.", ["Speaker 1", "Speaker 2"]),
        ("A. SAND: We counted nine.\n\nJ.B. REIS: We counted two.", ["Sand", "Reis"]),
    ],
)
def test_records_chats_and_numbered_speakers(text: str, who: list[str]) -> None:
    document = split(Article("a", text))
    found = find_attributions(document)
    counted = [
        a[0].claimant for p, a in zip(document.passages, found, strict=True) if "counted" in p.quote
    ]
    assert all(name in claimant for name, claimant in zip(who, counted, strict=True))


NINE = "Nine boats were lost off Orlem on Friday"
SIGNED = (
    "“{}.” — Ada Moor, mayor", "“{},” — Ada Moor, mayor of Orlem", "\"{}.\" -- Ada Moor, mayor.",
    "\"{}.\" - Ada Moor, head of the guard in Orlem", "“{}.” – Mayor Ada Moor",
    "“{}.”\n— Ada Moor, mayor", "“{}.”\n\n— Ada Moor, mayor", "«{}.» — Ada Moor, mayor",
    "‘{}.’ — Ada Moor, mayor", "“{}.” (Ada Moor, mayor)", "“{}.” ~ Ada Moor",
    "“{}.” — Ada Moor, mayor, to the Orlem Post",
    "{}. — Ada Moor (@adamoor) May 6, 2021", "{}.\n— Ada Moor (@adamoor) May 6, 2021",
)  # fmt: skip


@pytest.mark.parametrize("signed", SIGNED)
def test_who_signs_a_quotation_or_a_post_said_it(signed: str) -> None:
    text = f"{signed.format(NINE)}\n\nThe harbour was shut for a day."
    document = split(Article("a", text))
    found = find_attributions(document)
    assert not document.passages[0].heading
    assert "Ada Moor" in found[0][0].claimant
    assert not found[-1]


@pytest.mark.parametrize(
    "below",
    ["The harbour was shut.", "Ada Moor was asleep then.", "More on the storm"],
)
def test_other_lines_below_a_quotation_sign_nothing(below: str) -> None:
    document = split(Article("a", f"“{NINE}.”\n\n{below}\n\nIt rained."))
    assert not find_attributions(document)[0]
