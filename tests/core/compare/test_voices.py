"""How a sentence names its sources."""

from workbench.core.compare.voices import denies


def test_the_verb_follows_the_name():
    assert denies("Ann Lee") == "denies"
    assert denies("officials") == "deny"
