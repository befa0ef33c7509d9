"""All rules by which passages are read, in one list: what each finds, and by which examples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.core.reading import named_places, negation
from workbench.core.reading.casualties import casualties, victims
from workbench.core.reading.dates import date_rules
from workbench.core.reading.speech import accusation_signs, denial_signs, refusals


class _Exemplified(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def yes(self) -> Sequence[str]: ...
    @property
    def no(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A rule with the table that it stands in; `yes` are texts it fires on, `no` others."""

    table: str
    name: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


TABLES: tuple[tuple[str, Sequence[_Exemplified]], ...] = (
    ("casualties", casualties.RULES),
    ("people", victims.GROUPS),
    ("dates", date_rules.RULES),
    ("places", named_places.RULES),
    ("negation", negation.RULES),
    ("refusals", refusals.RULES),
    ("denials", denial_signs.RULES),
    ("accusations", accusation_signs.RULES),
)
"""Table → its rules, in the order in which they are tried."""


def listed_rules() -> Iterator[ListedRule]:
    """Every rule, table by table."""
    for table, rules in TABLES:
        for rule in rules:
            yield ListedRule(table, rule.name, tuple(rule.yes), tuple(rule.no))
