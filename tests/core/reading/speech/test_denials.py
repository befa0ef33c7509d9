"""Denials: who denies what, and what is only a negated fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_linear
from workbench.core.reading.model import Denial
from workbench.core.reading.speech.denials import find_denials
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


def denials(text: str) -> list[Denial]:
    document = split(Article(id="a", text=text))
    return [d for found in find_denials(document, find_attributions(document)) for d in found]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Marta Lind denied that she had seen the letter.", "Marta Lind",
         "that she had seen the letter"),
        ("The ministry rejected the report.", "The ministry", "the report"),
        ("Norland's denial of the raid came late.", "Norland", "of the raid came late"),
        ("Gray said there was no evidence that the pilot slept.", "Gray", "the pilot slept"),
        ("Inspectors found no evidence of a leak.", "Inspectors", "a leak"),
        ("There is no evidence the pilot slept, Gray said.", "Gray", "the pilot slept"),
        ("Rumours that the singer is dead are false, her sister said.", "her sister",
         "Rumours that the singer is dead"),
        ("The singer is not dead, her sister said.", "her sister", "The singer"),
        ("None of the bodies belonged to the crew, the army said.", "the army", "the army said"),
        ("The firm said it had not leaked the files.", "The firm", "the files"),
        ("The mayor asked people not to believe the video.", "The mayor", "the video"),
        ("The union refused to accept the result.", "The union", "the result"),
        ("The driver pleaded not guilty.", "The driver", ""),
        ("Lind said no one at the office had leaked the list.", "Lind", ""),
        ("Lind says there was “no illegal sale by anybody” there.", "Lind", ""),
        ("The government has ruled out rebel involvement.", "The government", ""),
        ("Contrary to the posts, the bridge did not fall, the agency said.", "the agency", ""),
        ("“No prisoner was beaten and no detainees were tortured,” the warden said.", "the warden",
         ""),
        ("“We never agreed to that,” Lind said.", "Lind", ""),
        ("No evidence has emerged, Lind said.", "Lind", ""),
        ("She has nothing to do with the fire, Paul Reis said.", "Paul Reis",
         "the fire, Paul Reis said"),
    ],
)  # fmt: skip
def test_denials_say_who_and_what(text: str, who: str, what: str) -> None:
    (found,) = denials(text)
    assert found.who == who
    assert what in found.what or not what
    assert found.rule


@pytest.mark.parametrize(
    "text",
    [
        "Norland has not provided any aid so far.",
        "The storm caused no casualties.",
        "They did not provide documents.",
        "Police say they do not have a suspect.",
        "The pub has nothing to do with crabs.",
        "He is alive and well.",
        "The lake is not deep.",
    ],
)
def test_negated_facts_are_no_denials(text: str) -> None:
    assert denials(text) == []


def test_one_denial_is_reported_once() -> None:
    assert len(denials("The minister said it had not ordered the raid.")) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The nurse's lawyer said her client was innocent.", "The nurse's lawyer"),
        ("“I have never accepted a penny,” Paul Reis told the court.", "Paul Reis"),
        ("“We did not falsify a single result,” said Marek Toll.", "Marek Toll"),
        ("The referee says he did nothing wrong.", "The referee"),
        ("The mayor said the report was “entirely made up”.", "The mayor"),
        ("Gray said that was wrong.", "Gray"),
        ("The bank said there had been no irregularities in its accounts.", "The bank"),
        ("“Nobody was misled,” Lena Orr said.", "Lena Orr"),
        ("Inspectors found nothing to suggest that the lift was faulty.", "Inspectors"),
        ("His family denies that he owned a gun.", "His family"),
        ("The governor described the story as “pure fiction”.", "The governor"),
        ("Toll strongly disagreed with the findings.", "Toll"),
        ("The video does not show the harbour, the agency said.", "the agency"),
        ("None of the photos passed round was made in Tarsk.", ""),
        ("The bank rejects all blame.", "The bank"),
        ("The club accepts no blame for the delay.", "The club"),
        ("“It never happened,” said Ida Brun.", "Ida Brun"),
        ("“There was no deal,” said Ida Brun.", "Ida Brun"),
        ("“We are not liars,” the chairman said.", "the chairman"),
        ("The senator brushed aside the allegations.", "The senator"),
        ("The airline said none of its pilots had been drinking.", "The airline"),
        ("The banker says he knew nothing of the payments.", "The banker"),
        ("Experts found no link between the mast and the illness.", "Experts"),
        ("The coach insisted that his players had not taken drugs.", "The coach"),
        ("The army says it does not attack hospitals.", "The army"),
        ("“There is not a shred of truth in this,” said Orr.", "Orr"),
        ("“Absolutely not,” he said.", "he"),
        ("The dairy rejects the accusations as unfounded.", "The dairy"),
        ("“That is not what happened,” said Ida Brun.", "Ida Brun"),
        ("Her brother said she would never have hurt anyone.", "Her brother"),
        ("The photo is a fake, the embassy said.", "the embassy"),
    ],
)
def test_what_is_denied_without_a_verb_of_denying(text: str, who: str) -> None:
    assert who in [d.who for d in denials(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She said it was wrong to close the school.",
        "“I never thought we would win,” the captain said.",
        "“I don't take the bus any more,” said Ana Reis.",
        "“If we don't do anything, it will sink,” she said.",
        "Gray pleaded no contest.",
        "Two innocent people were hurt, the mayor said.",
        "The club said he was not fit to play.",
        "Nobody was hurt, a spokesman said.",
        "The video shows a street in flood.",
        "The parties disagree on taxes.",
        "The council rejected the plan.",
        "The minister dismissed two of her aides.",
        "Ana Reis did nothing wrong.",
        "The palace would not confirm or deny reports of a wedding.",
        "The judge dismissed the charges.",
    ],
)
def test_other_negations_are_no_denials(text: str) -> None:
    assert denials(text) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "not",
                "never",
                "no evidence",
                "that",
                "he",
                "said",
                "denied",
                "is",
                "false",
                ".",
                ",",
                "n’t",
                "but",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_spans_lie_in_the_text(text: str) -> None:
    for d in denials(text):
        assert 0 <= d.start < d.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "no evidence of " * 15_000,
        "not " * 30_000,
        "was denied by it " * 10_000,
        "he said the claims " * 12_000,
        "none of the photos " * 12_000,
        "“I never ” " * 15_000,
        "he said no " + "1" * 500_000,
    ],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    def find(text: str) -> None:
        document = split(Article(id="a", text=text))
        find_denials(document, find_attributions(document))

    assert_linear(find, text)


@pytest.mark.parametrize(
    "text",
    [
        "The court rejected a request to open the files.",
        "The ministry denied them permission to fish.",
        "Kestria rejected an offer of talks.",
    ],
)
def test_turning_something_down_is_no_denial(text: str) -> None:
    assert denials(text) == []
