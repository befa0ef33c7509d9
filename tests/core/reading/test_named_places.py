"""Places are found where something happens in them; each rule by its own examples."""

import pytest

from workbench.core.reading.named_places import RULES, TABLE, places_in
from workbench.core.reading.tokens import tokens_of


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_yes_and_is_silent_on_its_no(rule) -> None:
    def fired(text: str) -> bool:
        return any(found.rule is rule for found in TABLE.search(tokens_of(text, 0)))

    assert all(map(fired, rule.yes))
    assert not any(map(fired, rule.no))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A blast in central Orlem killed 12.", ("Orlem",)),
        ("Floods hit the district of Upper Vale on Monday.", ("Upper Vale",)),
        (
            "It was shelled near Harrow Bridge, in the north of Ostwald.",
            ("Harrow Bridge", "Ostwald"),
        ),
        ("He resigned in May.", ()),
        ("Nothing happened.", ()),
    ],
)
def test_the_places_of_a_passage(text: str, places: tuple[str, ...]) -> None:
    assert places_in(text) == places
