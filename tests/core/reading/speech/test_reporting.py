"""Reporting: all attributions of one passage, by their named rules."""

import pytest

from workbench.core.reading.speech.reporting import FALLBACKS, MOST, may_report, reports_in
from workbench.core.reading.speech.verbs import RULES
from workbench.core.reading.tokens import Token, tokens_of


def found(text: str) -> list[tuple[str, str, str]]:
    words = tokens_of(text, 0, ((0, text.index("”") + 1),) if "”" in text else ())
    return [(_text(text, words, r.source), r.rule, r.polarity) for r in reports_in(words)]


def _text(text: str, words: list[Token], phrase: tuple[int, int] | None) -> str:
    return text[words[phrase[0]].start : words[phrase[1]].end] if phrase else ""


def test_attributions_come_in_the_order_of_their_cues() -> None:
    assert found("Gray said that Lind denied it and that, according to Kovac, it rained.") == [
        ("Gray", "subject cue", "neutral"),
        ("Lind", "subject cue", "denying"),
        ("Kovac", "according to", "neutral"),
    ]


def test_verbs_joined_by_and_share_their_subject() -> None:
    assert [
        source for source, _, _ in found("The army said it fired twice and denied a raid.")
    ] == ["The army", "The army"]


def test_a_participle_takes_the_subject_of_its_clause() -> None:
    assert found("Gray left the party, saying that it was late.") == [
        ("Gray", "participle", "neutral")
    ]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Norland's denial came late.", "denying"),
        ("Norland's accusations were heard.", "accusing"),
        ("The allegations by Gray were heard.", "accusing"),
        ("Norland's statement that it rained was read.", "neutral"),
    ],
)
def test_nouns_report_too(text: str, polarity: str) -> None:
    assert [p for _, _, p in found(text)] == [polarity]


def test_words_inside_a_quotation_are_no_cues() -> None:
    assert [source for source, _, _ in found("“Gray denied it,” Lind said.")] == ["Lind"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Lind: No snow before noon", ["source and colon"]),
        ("Photo: Norland Radio archive", []),
        ("The shop opens at 10:30 on weekdays", []),
        ("OSLO: Two boats sank near the coast", []),
    ],
)
def test_marks_speak_only_where_no_cue_does(text: str, rules: list[str]) -> None:
    assert [rule for _, rule, _ in found(text)] == rules


def test_a_passage_full_of_cues_is_cut_off() -> None:
    assert len(found("Lind said that " * 100)) == MOST


def test_the_quick_look_never_hides_an_attribution() -> None:
    assert may_report("Lind said so.")
    assert may_report("Lind: so")
    assert may_report("According to Lind")
    assert not may_report("The boat sank in the night.")


def test_rules_have_names() -> None:
    assert all(name and callable(rule) for name, rule in RULES)
    assert all(callable(rule) for rule in FALLBACKS)
