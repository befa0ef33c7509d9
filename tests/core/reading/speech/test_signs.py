"""Signs of denials and accusations: every rule by its examples, every weight by its table."""

import hashlib
import re
from pathlib import Path

import pytest

from workbench.core.reading.matcher import Rule, RuleTable
from workbench.core.reading.speech import accusation_signs, denial_signs, sign_weights
from workbench.core.reading.speech.sign_weights import ACCUSATION, DENIAL
from workbench.core.reading.speech.signs import DEEDS, is_doubtful
from workbench.core.reading.tokens import tokens_of

LABELS = Path(__file__).parents[4] / "training" / "labels"
TABLES = {"denial": denial_signs, "accusation": accusation_signs}
RULES = [(kind, rule) for kind, module in TABLES.items() for rule in module.RULES]


@pytest.mark.parametrize(("kind", "rule"), RULES, ids=[f"{k}: {r.name}" for k, r in RULES])
def test_each_rule_fires_on_its_examples_alone(kind: str, rule: Rule) -> None:
    table = RuleTable([rule], TABLES[kind].CLASSES)
    assert rule.yes
    assert rule.no
    assert all(any(table.search(tokens_of(text, 0))) for text in rule.yes)
    assert not any(any(table.search(tokens_of(text, 0))) for text in rule.no)


@pytest.mark.parametrize(("kind", "weights"), [("denial", DENIAL), ("accusation", ACCUSATION)])
def test_weights_name_the_signs_of_their_table(kind: str, weights: dict[str, float]) -> None:
    names = {rule.name for rule in TABLES[kind].RULES}
    groups = {rule.gives for rule in TABLES[kind].RULES}
    for name in weights.keys() - {"always"}:
        assert name in names or name.partition(",")[0] in groups
        assert re.fullmatch(r"[\w’ -]+(?:, [\w ]+){0,2}", name), name
    assert weights["always"] < 0


def test_a_sign_alone_never_speaks_against_its_kind() -> None:
    for kind, weights in (("denial", DENIAL), ("accusation", ACCUSATION)):
        assert all(weights.get(rule.name, 0.0) >= 0 for rule in TABLES[kind].RULES)


def test_the_weights_are_those_of_the_labels_that_lie_beside_the_script() -> None:
    for name in ("denials-accusations", "invented"):
        labels = (LABELS / f"{name}.jsonl").read_bytes()
        digest = hashlib.blake2b(labels, digest_size=8).hexdigest()
        assert f"{name} {digest}" in (sign_weights.__doc__ or ""), "run training/fit_signs.py"


def test_groups_of_deeds_are_groups_of_signs() -> None:
    assert {rule.gives for _, rule in RULES} >= DEEDS


def test_an_article_is_in_doubt_where_it_speaks_of_rumours_again_and_again() -> None:
    doubted = ["It is a hoax.", "The rumour spread.", "Nobody knows."]
    plain = ["The ferry left.", "A rumour spread.", *["It rained."] * 10]
    assert is_doubtful([tokens_of(text, 0) for text in doubted])
    assert not is_doubtful([tokens_of(text, 0) for text in plain])
