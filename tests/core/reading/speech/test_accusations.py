"""Accusations: who accuses whom of what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_linear
from workbench.core.reading.model import Accusation
from workbench.core.reading.speech.accusations import find_accusations
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


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
        ("Lawyers point the finger at Gray.", "Lawyers", "", "Gray"),
        ("The envoy denounced the raid as an act of terrorism.", "The envoy", "", ""),
        ("Prosecutors allege that Gray stabbed a guard.", "Prosecutors", "",
         "Gray stabbed a guard"),
        ("Allegations of bribery against the club were made public.", "", "", "bribery"),
        ("Lind took to the radio to accuse the club of theft.", "Lind", "", "theft"),
        ("The envoy called the raid a war crime.", "The envoy", "", ""),
        ("Experts linked the breach to a foreign army.", "Experts", "", ""),
        ("Gray said Norland was deliberately targeting farmers.", "Gray", "Norland", ""),
        ("Gray said Norland uses villagers as human shields.", "Gray", "Norland", ""),
        ("Gray says Norland is arming the hill rebels.", "Gray", "Norland", ""),
        ("Activists say guards used excessive force.", "Activists", "guards", ""),
        ("They say rebel leaders are responsible for the recent bomb attacks.", "They", "", ""),
        ("Gray called the general a dictator.", "Gray", "", ""),
        ("The union is filing a complaint claiming the firm broke the law.", "The union", "", ""),
    ],
)  # fmt: skip
def test_accusations_say_who_against_whom_and_what(
    text: str, who: str, against: str, what: str
) -> None:
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
        "The council charged the inspectors with counting the boats.",
        "The profit fell because of a one-time charge associated with a plan.",
        "Lind asked Norland to stop attacking her friends.",
        "A letter says the group claimed responsibility for bombing Norland's bank.",
        "The firm called the charges baseless and fabricated by Norland.",
        "Judges could hold the owners liable for the spill.",
        "Gray has not been charged with any crime.",
        "Lind said that the Norlandic genocide museum was open.",
    ],
)
def test_other_sentences_accuse_nobody(text: str) -> None:
    assert accusations(text) == []


@pytest.mark.parametrize(
    ("text", "who", "against"),
    [
        ("Campaigners say the water company ignored repeated warnings.", "Campaigners", "company"),
        ("The agent claims that officials conceal the injury.", "The agent", "officials"),
        ("Prosecutors said she had forged the signatures of four clients.", "Prosecutors", "she"),
        ("“They lied to us for years,” said Ana Reis.", "Ana Reis", "They"),
        ("The rebels claimed that the defenders had shelled a village.", "The rebels", "defenders"),
        ("Residents say the troops looted their homes.", "Residents", "troops"),
        ("Kestria says Norland broke the ceasefire.", "Kestria", "Norland"),
        ("The lawyer said her client had been tortured by the police.", "The lawyer", "the police"),
        ("The opposition says the vote was rigged.", "The opposition", ""),
        ("He suspects that a neighbour poisoned the dog.", "He", ""),
        ("The judge suspects the pilot of having left the cockpit.", "The judge", ""),
        ("The report faulted the pilots for ignoring the alarm.", "The report", ""),
        ("The senator criticised the agency for failing to act.", "The senator", ""),
        ("The union holds the minister responsible.", "The union", ""),
        ("Kestria puts the blame squarely on Norland.", "", ""),
        ("The delay was blamed on the contractor.", "", ""),
        ("The driver is to blame, the inspector said.", "the inspector", ""),
        ("She called the mayor a liar.", "She", ""),
        ("Papers implicate the minister in the affair.", "", ""),
        ("“You have blood on your hands,” Lena Orr told him.", "Lena Orr", ""),
        ("“Of course he was involved,” said Leo Brandt.", "Leo Brandt", ""),
        ("The envoy condemned what he called a war crime.", "The envoy", ""),
        ("It is the harbour's fault, he said.", "he", ""),
        ("“It was sabotage,” Lena Orr said.", "Lena Orr", ""),
        ("Gray said Norland was responsible for the attack.", "Gray", "Norland"),
        ("The guide said her manager had groped her.", "The guide", "manager"),
        ("The lawyer said the police had planted evidence.", "The lawyer", "police"),
        ("The firm has been accused of fraud by the tax office.", "the tax office", ""),
    ],
)  # fmt: skip
def test_wrongs_are_ascribed_without_a_verb_of_accusing(text: str, who: str, against: str) -> None:
    found = accusations(text)[0]
    assert found.who == who or not who
    assert found.against == against or not against


@pytest.mark.parametrize(
    "text",
    [
        "Police said the man was shot in the leg.",
        "Witnesses said two men attacked the driver.",
        "The general said his troops attacked at dawn.",
        "The mayor said children hid in the church.",
        "The scientist said the volcano had been hidden by cloud.",
        "“I lied to my mother,” said Ivo Brandt.",
        "The company said it had failed to stop the leak.",
        "The suspect of the raid was held.",
        "“It was a crime scene,” Lena Orr said.",
        "Detectives said it was murder.",
        "Scientists suspect that the lake is older.",
        "The officer said that he was involved in a crash.",
        "The mayor called for criminals to be jailed.",
        "The farmer said his sheep were attacked by wolves.",
        "The minister said the government would hide nothing.",
        "Lind asked whether the firm had hidden losses, she said.",
    ],
)
def test_plain_news_accuses_nobody(text: str) -> None:
    assert accusations(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "he said they hid " * 12_000,
        "suspects the man of " * 12_000,
        "she called the man " * 12_000,
        "the firm hid " * 12_000 + "he said",
        "accused of it by " * 12_000,
        "he said " + "1" * 500_000 + " hid it",
    ],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    def find(text: str) -> None:
        document = split(Article(id="a", text=text))
        find_accusations(document, find_attributions(document))

    assert_linear(find, text)


@given(
    st.lists(
        st.sampled_from(
            [
                "Gray",
                "said",
                "Norland",
                "accused",
                "of",
                "blamed",
                "for",
                "bombed",
                "is",
                "charged with",
                ".",
                "allegations",
                "that",
                "“",
                "”",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_spans_lie_in_the_text(text: str) -> None:
    for a in accusations(text):
        assert 0 <= a.start < a.end <= len(text)
        assert a.rule
