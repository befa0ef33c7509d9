"""People killed, wounded, missing, captured, displaced or arrested, with how many.

A cascade of finite-state patterns after FASTUS (Hobbs et al., 1997): tokens get
a class, groups of people are put together ("a man and two women"), and a table
of rules ties each group (`who`) to the cue that says what became of it. Every
repeat of a pattern is bounded, so the time is linear.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from workbench.core.lexicon.en.harm import EUPHEMISMS, LOOSE
from workbench.core.lexicon.en.number_words import Bound
from workbench.core.lexicon.en.person_nouns import ENEMIES, HELD, MILITARY
from workbench.core.reading.casualties.harm_tokens import SHELF, Token, has_cue, tokens_of
from workbench.core.reading.casualties.victims import groups_of
from workbench.core.reading.matcher import Rule, RuleTable
from workbench.core.reading.numbers.number import Number


class Harm(Struct, frozen=True):
    """How many people met with what. `sure` is False for people who may be named elsewhere too."""

    start: int
    end: int
    low: Bound
    high: Bound
    of: str
    rule: str
    approximate: bool = False
    sure: bool = True


FEWEST_FLED = 20
"""Fewer people who "fled" most likely left the scene, not their homes."""

_SHOT = ("shot", "shooting", "double sho", "triple sho", "quadruple sho", "quintuple sho")
"""A cue that tells of the wounded and the dead alike."""

_CONDITION = re.compile(r"condition|life support|expected|recovering|fighting")
"""Cues that tell how some of the wounded fare."""

_BODIES = frozenset(("body", "bodies", "corpses"))
"""None of these is not nobody dead: "none of the 28 bodies found there"."""
_GRADED = re.compile(r"threaten|serious|critical|major|severe")
"""Nobody hurt badly is not nobody hurt."""

_BETWEEN = (
    "((PREPOSITION|OF|INCLUDING) (AN|THE|PREPOSITION)? (NAMED|KNOWN|THEY)?"
    "|(QUALITY|AGED|DIGITS|WHO|COMMA|BADLY|PEOPLE)|AND (?= DIGITS)"
    "|MODAL (?! (HAVE|BE|DOING|DIED|STATE))){0,12}?"
)
"""Words between people and what befell them."""
_CLAUSE = "COMMA? WHO !(STOP|DOING|DIED|STATE|DEATHS|VICTIMS){1,18}? COMMA"
"""A clause of their own: "who had come from the coast,"."""
_WERE = "HAVE? WORD? BE ADVERB{0,3}?"
_OF_THEM = "(OF (THE|THEY|PREPOSITION|WHO) QUALITY? (PEOPLE|THEY)?)?"
_NOT_NONE = "(?<! NOBODY OF) (?<! NOBODY OF THE) (?<! NO) (?<! NO QUALITY)"
_UP_TO = "!(STOP|AND|COUNTED|NUMBER){0,16}?"
"""From what is counted to how many they are: no other count stands between."""
_NONE_OF = (
    "who:(NOBODY) (OF|PREPOSITION) (THE|VICTIMS|THEY|PEOPLE|WORD|PREPOSITION|CAPITAL){1,4}? HAVE?"
)

RULES: tuple[Rule, ...] = (
    Rule("left dead", "LEAVES who:(VICTIMS) (PREPOSITION|QUALITY|THE|AN){0,3} cue:(FATE)",
         ("The blast left three nurses dead.",), ("The blast left three nurses.",)),
    Rule("left dead too",
         "LEAVES VICTIMS (PREPOSITION|QUALITY|THE|AN){0,3} FATE COMMA? AND "
         "who:(VICTIMS) (PREPOSITION|ADVERB|THE|AN|CAPITAL){0,2} cue:(FATE)",
         ("The crash left a boy dead and two nurses wounded.",),
         ("The crash left two nurses wounded.",)),
    Rule("to death",
         "HARMED (ADVERB|THE)? who:(VICTIMS) (PREPOSITION|QUALITY|THE|AN){0,3} cue:(TO_DEATH)",
         ("They shot two nurses to death.",), ("They shot two nurses.",)),
    Rule("made to go", "who:(COUNT) THE? cue:(AWAY)",
         ("It drove 900 people from their homes.", "They took 14 nurses hostage."),
         ("It drove 900 people on.",)),
    Rule("among the dead", "THE cue:(FATE) INCLUDES who:(COUNT)",
         ("The dead included 30 nurses.",), ("The team included 30 nurses.",)),
    Rule("none of", f"{_NONE_OF} BE ADVERB{{0,2}} cue:(FATE)", ("None of the nurses was hurt.",
         "No one among the 88 aboard was hurt."),
         ("All of the nurses were hurt.",)),
    Rule("none of, died", f"{_NONE_OF} WORD? cue:(DIED)", ("None of the nurses died.",),
         ("The nurses died.",)),
    Rule("object",
         "(?<! MODAL HAVE) (?<! BE) (?<! BE ADVERB) (?<! BE ADVERB ADVERB) cue:(DOING) (ADVERB"
         "|THE)? who:(VICTIMS) (?! WORD? (HAVE|BE){1,2} ADVERB? (DOING|DIED|STATE))",
         ("The blast killed three.", "It sank, injuring a dozen."),
         ("The blast could have killed three.",)),
    Rule("inverted", "cue:(FATE) BE who:(GROUP)", ("Also wounded were two nurses.",),
         ("Also there were two nurses.",)),
    Rule("passive", f"{_NOT_NONE} who:(GROUP) {_BETWEEN} {_WERE} cue:(FATE)",
         ("Three nurses at the clinic were killed.",), ("Three nurses at the clinic were seen.",)),
    Rule("passive, counted", f"who:(NUMBER) {_OF_THEM} WHO? {_WERE} cue:(FATE)",
         ("Eight of them were wounded.",), ("Eight of them were seen.",)),
    Rule("intransitive", f"{_NOT_NONE} who:(GROUP) {_BETWEEN} HAVE? WORD{{0,3}} cue:(DIED)",
         ("Three nurses later died.",), ("Three nurses later came.",)),
    Rule("intransitive, counted", f"who:(NUMBER) {_OF_THEM} WHO? HAVE? WORD{{0,3}} cue:(DIED)",
         ("Eight of them died.",), ("Eight of them came.",)),
    Rule("said to have been",
         f"who:(VICTIMS) {_BETWEEN} BE WORD MODAL HAVE BE? cue:(DOING|DIED|STATE)",
         ("Three nurses were believed to have died.",),
         ("Three nurses were believed to have come.",)),
    Rule("passive behind a clause", f"who:(VICTIMS) {_CLAUSE} {_WERE} cue:(FATE)",
         ("Two nurses who were on a course at the lake, were killed.",),
         ("Two nurses who were on a course, came.",)),
    Rule("intransitive behind a clause", f"who:(VICTIMS) {_CLAUSE} HAVE? WORD{{0,3}} cue:(DIED)",
         ("Two nurses who were on a course at the lake, went missing.",),
         ("Two nurses who were on a course, came.",)),
    Rule("reduced",
         "who:(COUNT) (COMMA|BADLY){0,2} (WORD|PREPOSITION)? cue:(FATE) (?! BADLY? VICTIMS)",
         ("Three wounded in blast",), ("Three seen in blast",)),
    Rule("reduced, known", "who:(NAMED|KNOWN) WORD? cue:(STATE)",
         ("His son in critical condition",), ("His son in the house",)),
    Rule("count of deaths",
         "(?<! NOBODY OF THE) who:(NUMBER) MORE? (QUALITY|BADLY){0,2} cue:(DEATHS)",
         ("They counted 12 deaths.",), ("They counted 12 boats.",)),
    Rule("no deaths", "who:(NO) (QUALITY|BADLY|PEOPLE|COUNTED){0,2} OF? cue:(DEATHS)",
         ("There were no fatalities.",), ("There were no boats.",)),
    Rule("label", "(?<! BE) (?<! BE ADVERB) (?<! VICTIMS) cue:(FATE|DEATHS) COLON who:(COUNT)",
         ("Killed: 90 nurses", "Miners missing: at least 12"),
         ("Seen: 90 nurses", "Nine were seen: two nurses")),
    Rule("nobody", "who:(NOBODY) HAVE? BE WORD{0,2} cue:(FATE)", ("Nobody was killed.",),
         ("Nobody was seen.",)),
    Rule("nobody died", "who:(NOBODY) HAVE? cue:(DIED)", ("Nobody died.",), ("Nobody came.",)),
    Rule("no people killed",
         "who:(NO) QUALITY{0,2} noun:(PEOPLE|PERSON|THEY|COUNTED) HAVE? BE? ADVERB{0,2} cue:(FATE"
         "|DIED)", ("No civilians were killed.",), ("No civilians were seen.",)),
    Rule("death of", "cue:(DEATHS|HARMING) OF THE? who:(VICTIMS)",
         ("He mourns the death of two nurses.",), ("He speaks of two nurses.",)),
    Rule("injuries to", "cue:(DEATHS) MODAL who:(COUNT)", ("It caused injuries to 16 others.",),
         ("It caused damage to 16 boats.",)),
    Rule("toll",
         f"TOLL (OF THE? (WORD|THEY){{0,2}} cue:(FATE|DEATHS))? {_UP_TO} who:(NUMBER)",
         ("The toll stands at 9.", "The toll in Alder Bay stands at 9."),
         ("The price stands at 9.",)),
    Rule("number of the dead",
         f"TALLY OF THE? (BADLY|SAID){{0,2}} cue:(FATE|DEATHS) {_UP_TO} who:(NUMBER)",
         ("The number of injured stands at 9.",), ("The number of tickets stands at 9.",)),
    Rule("number of those",
         "TALLY OF (THE|WORD|AGED){0,3} (THEY WHO?|WHO) HAVE? BE? ADVERB? cue:(FATE|DIED)"
         f" {_UP_TO} who:(NUMBER)",
         ("The number of people killed when the Alder sank rose to 9.",
          "The number of those who died rose to 9."),
         ("The number of homes burned rose to 9.", "The number of people seen rose to 9.")),
    Rule("deaths rose", f"cue:(DEATHS) {_UP_TO} ROSE (WORD|MODAL|PREPOSITION){{0,3}} who:(NUMBER)",
         ("Deaths from the virus rose to 9.",), ("Deaths rose by 9.", "Prices rose to 9.")),
    Rule("lives", "COST who:(LIVES)", ("It cost 9 lives.",), ("It saved 9 lives.",)),
    Rule("losses", "cue:(COST) who:(COUNTED)", ("The army lost 600 soldiers.",),
         ("The firm lost 600 workers.",)),
    Rule("attributive", "who:(ATTRIBUTED)", ("They treat nine wounded soldiers.",),
         ("They treat nine soldiers.",)),
    Rule("held", "who:(COUNTED)", ("They hold 30 hostages.",), ("They hold 30 boats.",)),
)  # fmt: skip
"""The rules, in the order of preference for one group of people."""
TABLE = RuleTable(RULES, {}, SHELF)


def harms_in(text: str, numbers: Sequence[Number]) -> tuple[Harm, ...]:
    """Every human toll of a passage; `numbers` are those that measure nothing else."""
    if not has_cue(text):
        return ()
    tokens = groups_of(tokens_of(text, numbers))
    found: dict[tuple[int, str], Harm] = {}
    for match in TABLE.search(tokens):
        people, cue = tokens[match.parts["who"][0]], match.parts.get("cue")
        if noun := match.parts.get("noun"):
            people = people._replace(end=tokens[noun[0]].end)
        harm = _harm(match.rule, people, tokens[cue[0]] if cue else None)
        if not _misread(harm, tokens[cue[0]] if cue else None, people):
            found.setdefault((harm.start, harm.of), harm)
    return tuple(sorted(_settled(found), key=lambda harm: (harm.start, harm.of)))


def _misread(harm: Harm, cue: Token | None, people: Token) -> bool:
    """A count of several "death", or a few who flee: suspects, not the displaced."""
    low = harm.low or harm.high or 0
    if harm.rule in _ONLY or cue is None:
        return not _ONLY[harm.rule](harm, cue, people) if harm.rule in _ONLY else False
    if cue.low in EUPHEMISMS:
        return people.low not in ENEMIES
    if cue.low in LOOSE and people.kind == "NAMED":
        return True
    if not low and (cue.low in _BODIES or _GRADED.search(cue.low)):
        return True
    if cue.kind == "DEATHS" and low > 1 and harm.end == cue.end:
        return not cue.low.endswith(("s", "ies", "casualties or damage", "lost"))
    return cue.low == "fled" and low < FEWEST_FLED


_ONLY: dict[str, Callable[[Harm, Token | None, Token], bool]] = {
    "losses": lambda _, cue, people: (
        people.low in MILITARY and cue is not None and cue.low.startswith("los")
    ),
    "held": lambda _, cue, people: people.low in HELD,
    "deaths rose": lambda _, cue, people: cue is not None and cue.low.endswith("s"),
    "injuries to": lambda harm, cue, people: harm.of == "wounded",
}
"""What more a rule asks for."""


def _harm(rule: Rule, people: Token, cue: Token | None) -> Harm:
    of = (cue.of if cue else people.of) or ("captured" if rule.name == "held" else "killed")
    low, high, end = people.least, people.most, people.end
    if people.kind in {"NO", "NOBODY"}:
        low = high = 0
        of = "killed" if of == "casualties" else of
    if cue and cue.kind == "DEATHS" and cue.start > people.start:
        end = cue.end
    spoken_of = rule.name == "death of" and low == 1 and cue is not None and cue.low == "shooting"
    sure = people.kind not in {"NAMED", "KNOWN"} and not spoken_of
    name = rule.name
    if of == "wounded" and (cue or people).low.startswith(_SHOT):
        name += ", shot"
    elif cue and _CONDITION.search(cue.low):
        name += ", condition"
    return Harm(people.start, end, low, high, of, name, people.approximate, sure)


def _settled(found: dict[tuple[int, str], Harm]) -> Iterator[Harm]:
    """One group is not both killed and wounded: who was shot and died is dead; and casualties
    of whom it is said what befell them are not told twice."""
    for (start, of), harm in found.items():
        if of == "wounded" and (start, "killed") in found:
            continue
        if of == "casualties" and not {(start, "killed"), (start, "wounded")}.isdisjoint(found):
            continue
        if harm.rule == "held" and sum(at == start for at, _ in found) > 1:
            continue
        yield harm
