"""Rules with hints: which patterns of a table are worth trying on a text.

One pass of an Aho-Corasick automaton (Aho and Corasick, 1975) over a text finds
all hints of a table at once, so that most patterns are never tried.
"""

import re
from collections.abc import Iterator, Sequence

import ahocorasick_rs

Rule = tuple[str, str, str]


class HintedRules:
    """A table of (name, hints separated by commas, pattern), tried in table order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, _, pattern in rules)
        hints = [(hint, i) for i, (_, line, _) in enumerate(rules) for hint in line.split(",")]
        self._rule_of = [i for _, i in hints]
        self._hints = ahocorasick_rs.AhoCorasick([hint for hint, _ in hints])

    def search(self, text: str, low: str) -> Iterator[tuple[str, re.Match[str]]]:
        """First match of each rule that has a hint in `low`, the lower-case text."""
        try:
            found = self._hints.find_matches_as_indexes(low, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, which is part of no hint
            plain = low.encode("utf-8", "replace").decode("utf-8")
            found = self._hints.find_matches_as_indexes(plain, overlapping=True)
        for i in sorted({self._rule_of[hint] for hint, _, _ in found}):
            name, pattern = self.rules[i]
            match = pattern.search(text)
            if match is not None:
                yield name, match
