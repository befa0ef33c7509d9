"""Who refuses to say something says nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.reading.matcher import Rule, RuleTable
from workbench.core.reading.read import read
from workbench.core.reading.speech.refusals import CLASSES, RULES
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.reading.tokens import tokens_of
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_fires_on_its_examples_alone(rule: Rule) -> None:
    table = RuleTable([rule], CLASSES)
    assert rule.yes
    assert rule.no
    assert all(any(table.search(tokens_of(text, 0))) for text in rule.yes)
    assert not any(any(table.search(tokens_of(text, 0))) for text in rule.no)


def claimants(text: str) -> list[str]:
    (found,) = find_attributions(split(Article("a", text)))
    return [a.claimant for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moor declined to comment on the loss of nine boats.",
        "The harbour office would not say whether nine boats sank.",
        "Ada Moor could not immediately confirm that nine boats sank.",
        "The firm did not respond to questions about the boats.",
        "Ada Moor stopped short of saying that nine boats sank.",
        "The ministry can neither confirm nor deny the loss.",
        "Ada Moor neither confirmed nor denied that nine boats sank.",
        "Ada Moor has not confirmed that nine boats sank.",
        "Ada Moor was not able to confirm that nine boats sank.",
        "Ada Moor refrained from saying that nine boats sank.",
        "Ada Moor made no comment on reports that nine boats sank.",
        "Ada Moor rowed back on her claim that nine boats sank.",
    ],
)
def test_a_refusal_is_no_statement(text: str) -> None:
    assert claimants(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Moor confirmed that nine boats sank.", "Ada Moor"),
        ("Ada Moor said she could not say why nine boats sank.", "Ada Moor"),
        ("Ada Moor declined to say why, but said nine boats sank.", "Ada Moor"),
        ("“We cannot confirm the loss,” the harbour office said.", "the harbour office"),
    ],
)
def test_what_is_said_beside_a_refusal_is_a_statement(text: str, who: str) -> None:
    assert claimants(text)[:1] == [who]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The army could not confirm that 12 miners were killed.", False),
        ("Voss had no comment on the 12 deaths.", False),
        ("Voss was tight-lipped about the 12 miners killed.", False),
        ("Voss declined to comment, but police said 12 miners were killed.", True),
        ("Voss, who would not give her name, said 12 miners were killed.", True),
        ("Voss said 12 miners were killed.", True),
    ],
)
def test_a_toll_that_nobody_will_confirm_is_no_claim(text: str, stated: bool) -> None:
    (reading,) = read(split(Article("a", text)))
    assert any(f.human_toll for f in reading.figures)
    assert ("casualty" in reading.kinds) is stated


WHO = st.sampled_from(["Ada Moor", "The harbour office", "The minister", "Police", "The army"])
DECLINING = st.sampled_from(
    ["declined to say", "refused to confirm", "would not say", "could not confirm",
     "did not say", "has not confirmed", "was unable to say", "was not able to confirm",
     "stopped short of saying", "refrained from saying", "would neither confirm nor deny",
     "avoided saying", "won’t say", "cannot confirm", "had yet to confirm", "refuses to say"]
)  # fmt: skip
SAYING = st.sampled_from(["said", "confirmed", "announced", "told reporters", "stated", "reported"])
TOLD = st.builds(
    "{} {} sank".format, st.integers(2, 900), st.sampled_from(["boats", "ferries", "barges"])
)
WHEN = st.sampled_from(["", " on Monday", " at first", " late on 3 May"])


@settings(max_examples=1000, deadline=None)
@given(WHO, DECLINING, SAYING, TOLD, WHEN)
def test_whoever_declines_says_nothing_and_whoever_says_does(
    who: str, declining: str, saying: str, told: str, when: str
) -> None:
    assert claimants(f"{who} {declining} that {told}{when}.") == []
    (claimant,) = claimants(f"{who} {saying} that {told}{when}.")
    assert claimant.removeprefix("The ").lower() in who.lower()
