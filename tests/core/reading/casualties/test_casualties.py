"""Harm to people: which rule ties a group to what became of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.lexicon.en.person_nouns import PLURALS
from workbench.core.reading.casualties import victims
from workbench.core.reading.casualties.casualties import RULES, harms_in
from workbench.core.reading.casualties.harm_tokens import tokens_of
from workbench.core.reading.figures import figures_in
from workbench.core.reading.matcher import Rule, RuleTable
from workbench.core.reading.numbers.numbers import numbers_in


def harms(text: str) -> list[tuple[str, object, str, str]]:
    return [(text[h.start : h.end], h.low, h.of, h.rule) for h in harms_in(text, numbers_in(text))]


@pytest.mark.parametrize(
    ("text", "people", "low", "of", "rule"),
    [
        ("The blast left three people dead.", "three people", 3, "killed", "left dead"),
        ("The blast killed three.", "three", 3, "killed", "object"),
        ("Also wounded were two nurses.", "two nurses", 2, "wounded", "inverted"),
        ("Three nurses at the clinic were killed.", "Three nurses", 3, "killed", "passive"),
        ("Eight of them were wounded.", "Eight", 8, "wounded", "passive, counted"),
        ("Three nurses later died.", "Three nurses", 3, "killed", "intransitive"),
        ("Three wounded in blast", "Three", 3, "wounded", "reduced"),
        ("They counted 12 deaths.", "12 deaths", 12, "killed", "count of deaths"),
        ("There were no fatalities.", "no fatalities", 0, "killed", "no deaths"),
        ("Nobody was killed.", "Nobody", 0, "killed", "nobody"),
        ("No civilians were killed.", "No civilians", 0, "killed", "no people killed"),
        ("He mourns the death of two nurses.", "two nurses", 2, "killed", "death of"),
        ("The toll stands at 9.", "9", 9, "killed", "toll"),
        ("It cost 9 lives.", "9 lives", 9, "killed", "lives"),
        ("The army lost 600 soldiers.", "600 soldiers", 600, "killed", "losses"),
        ("They shot two nurses to death.", "two nurses", 2, "killed", "to death"),
        ("None of the nurses was hurt.", "None", 0, "wounded", "none of"),
        ("It caused injuries to 16 others.", "16 others", 16, "wounded", "injuries to"),
        ("They hold 30 hostages.", "30 hostages", 30, "captured", "held"),
        ("It drove 900 people from their homes.", "900 people", 900, "displaced", "made to go"),
        ("The dead included 30 nurses.", "30 nurses", 30, "killed", "among the dead"),
        ("They treat nine wounded soldiers.", "nine wounded soldiers", 9, "wounded", "attributive"),
    ],
)
def test_each_rule_finds_its_people(text: str, people: str, low: int, of: str, rule: str) -> None:
    assert harms(text) == [(people, low, of, rule)]


def examples(tables: list[RuleTable], kind: str) -> list[object]:
    return [
        pytest.param(table, rule, text, id=f"{rule.name}: {text}")
        for table in tables
        for rule in table.rules
        for text in getattr(rule, kind)
    ]


TABLES = [victims.TABLE, victims.LISTS, victims.INCLUDED, victims.ASIDES]


def fired(table: RuleTable, text: str) -> set[str]:
    tokens = tokens_of(text, numbers_in(text))
    if table in (victims.LISTS, victims.INCLUDED):
        tokens = list(victims.grouped(tokens))
    return {found.rule.name for found in table.search(tokens)}


@pytest.mark.parametrize(("table", "rule", "text"), examples(TABLES, "yes"))
def test_a_group_is_found_in_its_examples(table: RuleTable, rule: Rule, text: str) -> None:
    assert rule.name in fired(table, text)


@pytest.mark.parametrize(("table", "rule", "text"), examples(TABLES, "no"))
def test_a_group_is_not_found_elsewhere(table: RuleTable, rule: Rule, text: str) -> None:
    assert rule.name not in fired(table, text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_of_harm_holds_to_its_examples(rule: Rule) -> None:
    assert all(rule.name in names(text) for text in rule.yes)
    assert not any(rule.name in names(text) for text in rule.no)


def names(text: str) -> set[str]:
    return {rule.removesuffix(", shot").removesuffix(", condition") for *_, rule in harms(text)}


def test_no_rule_is_without_examples() -> None:
    assert all(rule.yes and rule.no for rule in (*RULES, *(r for t in TABLES for r in t.rules)))


def test_shot_is_wounded_and_says_so() -> None:
    assert harms("Two nurses were shot.") == [("Two nurses", 2, "wounded", "passive, shot")]


def test_shot_dead_is_killed() -> None:
    for cue in ("shot dead", "fatally shot", "shot to death", "pronounced dead", "shot and killed"):
        assert [(low, of) for _, low, of, _ in harms(f"Two nurses were {cue}.")] == [(2, "killed")]


def test_names_are_added_up_without_appositions() -> None:
    text = "He killed his wife, Ruth Amber, 35, and two sons."
    assert [low for _, low, _, _ in harms(text)] == [3]
    text = "Ruth Amber, 35; Tom Dale, 36; and Ann Dale, 4, died."
    assert [low for _, low, _, _ in harms(text)] == [3]


def test_two_clauses_are_two_tolls() -> None:
    text = "The fire killed one man and two women were injured."
    assert [(low, of) for _, low, of, _ in harms(text)] == [(1, "killed"), (2, "wounded")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six people, two of them nurses, died.", [(6, "killed")]),
        ("Forty villagers, mostly women and children, were killed.", [(40, "killed")]),
        ("All 62 passengers and crew died.", [(62, "killed")]),
        ("An avalanche buried seven skiers, four of whom died.", [(4, "killed")]),
        ("The fever killed nine people and infected 40.", [(9, "killed")]),
        ("He is charged with killing one person and shooting four others.",
         [(1, "killed"), (4, "wounded")]),
        ("The crash left a boy dead and his father wounded.", [(1, "killed"), (1, "wounded")]),
        ("Thirteen people have so far died.", [(13, "killed")]),
        ("There were no immediate reports of injuries.", [(0, "wounded")]),
        ("No lives were lost.", [(0, "killed")]),
        ("Rebels freed 21 of the abducted nurses.", [(21, "captured")]),
        ("The two armies swapped 90 prisoners of war.", [(90, "captured")]),
        ("The army said it eliminated 12 militants.", [(12, "killed")]),
        ("The team eliminated 12 players.", []),
        ("Nine residents required hospital treatment.", [(9, "wounded")]),
        ("A man is accused of killing his parents.", [(2, "killed")]),
        ("The 12 nurses were nearly killed.", []),
        ("Not a single nurse was killed.", [(0, "killed")]),
        ("Neither of the two nurses was killed.", [(0, "killed")]),
        ("All but three of the 37 nurses were killed.", [(34, "killed")]),
        ("All but one of the crew were killed.", []),
        ("None of the 28 bodies found was a soldier.", []),
        ("Two nurses who were taking a course at the lake, near Alder, went missing.",
         [(2, "missing")]),
        ("The team did harm on a further 20 villagers.", [(20, "wounded")]),
        ("An 8 yo girl drowned.", [(1, "killed")]),
        ("He faces 17 counts, one for each person wounded.", []),
    ],
)  # fmt: skip
def test_words_between_people_and_harm(text: str, found: list[tuple[int, str]]) -> None:
    assert [(low, of) for _, low, of, _ in harms(text)] == found


@settings(max_examples=1000, deadline=None)
@given(
    st.sampled_from(sorted(PLURALS - {"souls", "lives", "others", "personnel", "persons"})),
    st.integers(13, 900),
    st.sampled_from(
        ["{} were killed.", "{} have been killed.", "{} were later killed.", "{} died in a fire.",
         "A blast killed {}.", "Killed: {}.", "The dead: at dawn {} were killed."]
    ),
)  # fmt: skip
def test_whoever_is_killed_is_counted_whatever_they_do(
    people: str, count: int, sentence: str
) -> None:
    found = figures_in(sentence.format(f"{count} {people}"))
    assert [(f.low, f.of) for f in found if f.human_toll] == [(count, "killed")]


@pytest.mark.parametrize(
    "almost",
    ["came close to killing", "narrowly missed killing", "came within inches of killing",
     "stopped short of killing", "was on the verge of killing", "all but killed"],
)  # fmt: skip
def test_who_is_nearly_killed_is_not(almost: str) -> None:
    assert harms(f"The falling crane {almost} nine miners.") == []
