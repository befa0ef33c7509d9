"""People killed, wounded, missing, captured, displaced or arrested, with how many.

A cascade of finite-state patterns after FASTUS (Hobbs et al., 1997): tokens get
a class, groups of people are put together ("a man and two women"), and a table
of named rules ties each group to the cue that says what became of it. The
patterns run over strings of classes with bounded repeats, so the time is linear.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.core.lexicon.en.number_words import Bound
from workbench.core.lexicon.listing import word_list
from workbench.core.reading.casualties.tokens import Token, has_cue, tokens_of
from workbench.core.reading.casualties.victims import groups_of
from workbench.core.reading.casualties.words import HELD
from workbench.core.reading.numbers.number import Number


@dataclass(frozen=True, slots=True)
class Harm:
    """How many people met with what. `sure` is False for people who may be named elsewhere too."""

    start: int
    end: int
    low: Bound
    high: Bound
    of: str
    rule: str
    approximate: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over classes; group `g` is the people, group `c` the cue that names `of`.

    Where a passage has none of the classes that it `needs`, it is not tried.
    """

    name: str
    pattern: re.Pattern[str]
    needs: frozenset[str]


FEWEST_FLED = 20
"""Fewer people who "fled" most likely left the scene, not their homes."""

_SHOT = ("shot", "shooting", "double sho", "triple sho", "quadruple sho", "quintuple sho")
"""A cue that tells of the wounded and the dead alike."""

_LOOSE = frozenset(
    word_list(
        """
    hurt hit hitting hurting hurts struck striking beaten captured captures
    """
    )
)
"""Cues that also stand for losses of other kinds ("higher rates hurt Acme Corp")."""

_CONDITION = re.compile(r"condition|life support|expected|recovering|fighting")
"""Cues that tell how some of the wounded fare."""

_MILITARY = frozenset(
    word_list(
        """
    soldiers troops men fighters servicemen marines sailors pilots paratroopers personnel
    mercenaries recruits conscripts reservists
    """
    )
)
"""Who is dead when an army has "lost" them."""

_EUPHEMISMS = frozenset(word_list("eliminated neutralized neutralised liquidated"))
_ENEMIES = _MILITARY | frozenset(
    word_list(
        """
    militants terrorists insurgents rebels gunmen jihadists extremists combatants occupiers
    invaders separatists attackers bombers commanders guerrillas
    """
    )
)
"""Whom an army "eliminates": in sport and business the verb kills nobody."""

_BODIES = frozenset(("body", "bodies", "corpses"))
"""None of these is not nobody dead: "none of the 28 bodies found there"."""
_GRADED = re.compile(r"threaten|serious|critical|major|severe")
"""Nobody hurt badly is not nobody hurt."""

_FILL = r"(?:[ro][ADr]?[23Q]?|[xCYaq,FP]|&(?=a)|u(?![hBKkde]))"
_BE = r"h?x?B[xF]{0,3}?"
_OF_THEM = r"(?:o[DQrq][xC]?[PQ]?)?"

RULES: tuple[Rule, ...] = tuple(
    Rule(name, re.compile(pattern), frozenset(needs))
    for name, needs, pattern in (
        ("left dead", "L", r"L(?P<g>[123N])[rxDAC]{0,3}(?P<c>[eK])"),
        ("left dead", "L", r"L[123N][rxDAC]{0,3}[eK],?&(?P<g>[123N])[rxDACF]{0,2}(?P<c>[eK])"),
        ("to death", "X", r"K[xFD]?(?P<g>[123N])[rxDAC]{0,3}(?P<c>X)"),
        ("made to go", "V", r"(?P<g>[1N])D?(?P<c>V)"),
        ("among the dead", "I", r"D(?P<c>[Ke])I(?P<g>[1N])"),
        ("none of", "z", r"(?P<g>z)o[D123NQPx]{1,3}h?B[xF]{0,2}(?P<c>[Ke])|(?P<g2>z)o[D123NQPx]{1,3}h?x?(?P<c2>d)"),
        ("object", "Kk", r"(?<!uh)(?<!B)(?<!B[xF])(?<!B[xF][xF])(?P<c>[Kk])[xFD]?(?P<g>[123N])(?!x?[hB]{1,2}[xF]?[Kdek])"),
        ("inverted", "B", r"(?P<c>[Ke])B(?P<g>[123])"),
        ("passive", "B", rf"(?<!zo)(?<!zoD)(?P<g>[123]){_FILL}{{0,12}}?{_BE}(?P<c>[Ke])"),
        ("passive", "B", rf"(?P<g>N){_OF_THEM}q?{_BE}(?P<c>[Ke])"),
        ("intransitive", "d", rf"(?P<g>[123]){_FILL}{{0,12}}?h?x{{0,3}}(?P<c>d)"),
        ("intransitive", "d", rf"(?P<g>N){_OF_THEM}q?h?x{{0,3}}(?P<c>d)"),
        ("passive", "B", rf"(?P<g>[123N]){_FILL}{{0,12}}?BxuhB?(?P<c>[Kde])"),
        ("passive", "B", rf"(?P<g>[123N]),?q[^;KkdeT123N]{{1,18}}?,{_BE}(?P<c>[Ke])"),
        ("intransitive", "d", r"(?P<g>[123N]),?q[^;KkdeT123N]{1,18}?,h?x{0,3}(?P<c>d)"),
        ("reduced", "Ke", r"(?P<g>[1N])[,F]{0,2}[xr]?(?P<c>[Ke])(?!F?[123N])"),
        ("reduced", "Ke", r"(?P<g>[23])[x]?(?P<c>e)"),
        ("count of deaths", "T", r"(?<!zoD)(?P<g>N)m?[xCF]{0,2}(?P<c>T)"),
        ("no deaths", "0", r"(?P<g>0)[xCFP1]{0,2}o?(?P<c>T)"),
        ("nobody", "z", r"(?P<g>z)h?B[x]{0,2}(?P<c>[Ke])|(?P<g2>z)h?(?P<c2>d)"),
        ("no people killed", "0", r"(?P<g>0)[xC]{0,2}(?P<noun>[PpQ1])h?B?[xF]{0,2}(?P<c>[Kde])"),
        ("death of", "Tk", r"(?P<c>[Tk])oD?(?P<g>[123N])"),
        ("injuries to", "T", r"(?P<c>T)u(?P<g>[1N])"),
        ("toll", "O", r"O(?:oD?[xQ]{0,2}(?P<c>[KeT]))?[^;&123N]{0,16}?(?P<g>N)"),
        ("lives", "!", r"!(?P<g>l)"),
        ("losses", "!", r"(?P<c>!)(?P<g>1)"),
        ("attributive", "w", r"(?P<g>w)"),
        ("held", "1", r"(?P<g>1)"),
    )
)  # fmt: skip
"""The rules, in the order of preference for one group of people."""


def harms_in(text: str, numbers: Sequence[Number]) -> tuple[Harm, ...]:
    """Every human toll of a passage; `numbers` are those that measure nothing else."""
    if not has_cue(text):
        return ()
    tokens = groups_of(tokens_of(text, numbers))
    shape = "".join(token.kind for token in tokens)
    found: dict[tuple[int, str], Harm] = {}
    classes = set(shape)
    for rule in RULES:
        if rule.needs.isdisjoint(classes):
            continue
        for harm in _matches(rule, shape, tokens):
            found.setdefault((harm.start, harm.of), harm)
    return tuple(sorted(_settled(found), key=lambda harm: (harm.start, harm.of)))


def _matches(rule: Rule, shape: str, tokens: Sequence[Token]) -> Iterator[Harm]:
    for match in rule.pattern.finditer(shape):
        group = "g2" if match["g"] is None else "g"
        cue_group = "c2" if group == "g2" else "c"
        people = tokens[match.start(group)]
        if "noun" in match.re.groupindex:
            people = people._replace(end=tokens[match.start("noun")].end)
        cue = (
            tokens[match.start(cue_group)]
            if match.re.groupindex.get("c") and match[cue_group]
            else None
        )
        harm = _harm(rule, people, cue)
        if not _misread(harm, cue, people):
            yield harm


def _misread(harm: Harm, cue: Token | None, people: Token) -> bool:
    """A count of several "death", or a few who flee: suspects, not the displaced."""
    low = harm.low or harm.high or 0
    if harm.rule in _ONLY or cue is None:
        return not _ONLY[harm.rule](harm, cue, people) if harm.rule in _ONLY else False
    if cue.word in _EUPHEMISMS:
        return people.word not in _ENEMIES
    if cue.word in _LOOSE and people.kind == "2":
        return True
    if not low and (cue.word in _BODIES or _GRADED.search(cue.word)):
        return True
    if cue.kind == "T" and low > 1 and harm.end == cue.end:
        return not cue.word.endswith(("s", "ies", "casualties or damage", "lost"))
    return cue.word == "fled" and low < FEWEST_FLED


_ONLY: dict[str, Callable[[Harm, Token | None, Token], bool]] = {
    "losses": lambda _, cue, people: (
        people.word in _MILITARY and cue is not None and cue.word.startswith("los")
    ),
    "held": lambda _, cue, people: people.word in HELD,
    "injuries to": lambda harm, cue, people: harm.of == "wounded",
}
"""What more a rule asks for."""


def _harm(rule: Rule, people: Token, cue: Token | None) -> Harm:
    of = (cue.of if cue else people.of) or ("captured" if rule.name == "held" else "killed")
    low, high, end = people.low, people.high, people.end
    if people.kind in "0z":
        low = high = 0
        of = "killed" if of == "casualties" else of
    if cue and cue.kind == "T" and cue.start > people.start:
        end = cue.end
    spoken_of = rule.name == "death of" and low == 1 and cue is not None and cue.word == "shooting"
    sure = people.kind not in "23" and not spoken_of
    name = rule.name
    if of == "wounded" and (cue or people).word.startswith(_SHOT):
        name += ", shot"
    elif cue and _CONDITION.search(cue.word):
        name += ", condition"
    return Harm(people.start, end, low, high, of, name, people.approximate, sure)


def _settled(found: dict[tuple[int, str], Harm]) -> Iterator[Harm]:
    """One group is not both killed and wounded: who was shot and died is dead."""
    for (start, of), harm in found.items():
        if of == "wounded" and (start, "killed") in found:
            continue
        if harm.rule == "held" and sum(at == start for at, _ in found) > 1:
            continue
        yield harm
