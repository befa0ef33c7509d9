"""Who is reported to say something in a passage."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is reported to have said something in a passage.

    `source` is the source as written there (it may be a pronoun), with its
    offsets in the article; where a passage only continues a quotation it is ""
    and both offsets are the start of the passage. `claimant` is the source's
    fullest name in the article. `cue` is the cue as written, `polarity` one of
    neutral, assertive, denying, accusing; `rule` names the rule that found it;
    `quoted` is set where (part of) what is said stands in quotation marks.
    """

    source: str
    start: int
    end: int
    claimant: str
    cue: str
    polarity: str
    rule: str
    quoted: bool
