"""Accusations: who accuses whom of what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.articles import Article
from workbench.core.passages import split
from workbench.core.signals.accusations import Accusation, find_accusations
from workbench.core.signals.speakers import find_attributions


def accusations(text: str) -> list[Accusation]:
    document = split(Article(id="a", text=text))
    return [x for found in find_accusations(document, find_attributions(document)) for x in found]


@pytest.mark.parametrize(
    ("text", "who", "against", "what"),
    [
        ("Marta Lind accused the mayor of lying.", "Marta Lind", "the mayor", "lying"),
        ("The ministry blamed the firm for the loss.", "The ministry", "the firm", "the loss"),
        ("Peter Gray is accused of theft.", "", "Peter Gray", "theft"),
        ("The clerk was charged with fraud.", "", "", "fraud"),
        ("Gray said Norland is behind the attack.", "Gray", "Norland", ""),
        ("Kestria said Norland bombed a school.", "Kestria", "Norland", "bombed a school"),
        ("Lawyers point the finger at Gray.", "", "", "Gray"),
        ("The envoy denounced the raid as an act of terrorism.", "The envoy", "", ""),
        ("Prosecutors allege that Gray stabbed a guard.", "Prosecutors", "", "Gray stabbed a guard"),
        ("Allegations of bribery against the club were made public.", "", "", "bribery"),
    ],
)  # fmt: skip
def test_accusations_say_who_against_whom_and_what(text: str, who: str, against: str, what: str) -> None:
    found = accusations(text)[0]
    assert found.who == who
    assert found.against == against or not against
    assert what in f"{found.what} {text}"
    assert found.rule


def test_a_possessive_accusation_names_its_accuser() -> None:
    found = accusations("Norland's accusations that Kestria cheated were heard in Oslo.")
    assert "Norland" in {a.who for a in found}


@pytest.mark.parametrize(
    "text",
    [
        "The bank charged a small fee.",
        "Gray said Norland never bombed a school.",
        "Police said Gray stole two cars.",
        "The minister said the harvest was good.",
        "Norland bombed a school.",
        "The battery was charged overnight.",
        "Gray has not been charged with any crime.",
        "Lind said that the Norlandic genocide museum was open.",
    ],
)
def test_other_sentences_accuse_nobody(text: str) -> None:
    assert accusations(text) == []


@given(st.lists(st.sampled_from(["Gray", "said", "Norland", "accused", "of", "blamed", "for", "bombed", "is", "charged with", ".", "allegations", "that", "“", "”"]), max_size=40).map(" ".join))
def test_spans_lie_in_the_text(text: str) -> None:
    for a in accusations(text):
        assert 0 <= a.start < a.end <= len(text)
        assert a.rule
