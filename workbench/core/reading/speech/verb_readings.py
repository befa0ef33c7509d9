"""One verb of a sentence as the rules of reporting see it."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.reading.language.clauses import Phrase
from workbench.core.reading.language.reporting_cues import (
    PARTICLE,
    REQUESTS,
    CueClass,
    CueForm,
)
from workbench.core.reading.language.verb_groups import VerbGroup
from workbench.core.reading.speech.conditions import next_low
from workbench.core.reading.speech.reports import Report, is_source
from workbench.core.reading.tokens import Token


class Verb(NamedTuple):
    """A cue verb in its passage: `words[at]`, with the reports found before it."""

    words: Sequence[Token]
    at: int
    form: CueForm
    group: VerbGroup
    found: Sequence[Report]

    @property
    def passive(self) -> bool:
        """Whether a participle of the past stands with a form of "be"."""
        return (
            self.group.be
            and "ing" not in self.form.forms
            and bool(self.form.forms & {"past", "part"})
        )

    @property
    def participle(self) -> bool:
        """Whether a form in -ing stands without a form of "be"."""
        return "ing" in self.form.forms and not self.group.be

    @property
    def cue_class(self) -> CueClass | None:
        """The class where nothing else decides: with its particle, or the first."""
        if next_low(self.words, self.at) in self.form.particles:
            return PARTICLE
        return self.form.classes[0] if self.form.classes else None


def report(
    verb: Verb, source: Phrase | None, cue_class: CueClass, rule: str, outer: bool = False
) -> Report | None:
    if source is None or not is_source(verb.words, source):
        return None
    return Report(
        source, Phrase(verb.at, verb.at), polarity(verb, cue_class), rule, verb.form.lemma, outer
    )


def polarity(verb: Verb, cue_class: CueClass) -> str:
    """The polarity of a class, but for requests that are turned down."""
    near = verb.words[verb.at + 1 : verb.at + 6]
    turned_down = cue_class.polarity == "denying" and any(w.low in REQUESTS for w in near)
    return "assertive" if turned_down else cue_class.polarity
