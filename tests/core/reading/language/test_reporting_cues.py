"""Cues: every verb of the tables is found in all its forms."""

import pytest

from workbench.core.reading.language.reporting_cues import (
    ACCUSATION_NOUNS,
    CLASSES,
    DENIAL_NOUNS,
    PARTICLES,
    STATEMENT_NOUNS,
    VERBS,
)

POLARITIES = {"neutral", "assertive", "denying", "accusing"}


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"), ("written", "write"), ("denies", "deny"), ("denied", "deny"),
        ("admitted", "admit"),
        ("slamming", "slam"), ("accusing", "accuse"), ("saw", "see"), ("seeing", "see"),
        ("insists", "insist"),
        ("reiterated", "reiterate"), ("pointing", "point"), ("teaches", None), ("house", None),
    ],
)  # fmt: skip
def test_inflected_forms_lead_to_their_verb(word: str, lemma: str | None) -> None:
    assert (VERBS[word].lemma if word in VERBS else None) == lemma


def test_classes_use_only_the_known_conditions() -> None:
    for cue in CLASSES:
        assert cue.polarity in POLARITIES
        assert cue.subject in {"any", "source"}
        assert cue.complement in {"any", "object", "clause", "document", "that", "quotation"}


def test_a_verb_without_class_reports_only_with_a_particle() -> None:
    assert all(form.classes or form.particles for form in VERBS.values())
    assert "to" in PARTICLES["refer"]


def test_a_noun_has_one_polarity() -> None:
    assert not STATEMENT_NOUNS & DENIAL_NOUNS
    assert not (STATEMENT_NOUNS | DENIAL_NOUNS) & ACCUSATION_NOUNS
