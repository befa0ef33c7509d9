"""Groups of people in a passage: "a man and two women", "John Smith, 25", "his wife".

A group becomes one token: COUNTED (or one person introduced with an indefinite article), NAMED,
or KNOWN (one person spoken of before: "the man", "she"). Groups joined by "and" are added up;
what stands after "including" is part of the group before it and is not counted again.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.core.lexicon.en.number_words import Bound
from workbench.core.lexicon.en.person_nouns import PAIRS
from workbench.core.reading.casualties.harm_tokens import SHELF, Token
from workbench.core.reading.matcher import Rule, RuleTable

_AGES = "(COMMA WORD? DIGITS (COMMA DIGITS){0,6} (COMMA? AND DIGITS)? COMMA?)?"

GROUPS: tuple[Rule, ...] = (
    Rule("with harm", "NUMBER (QUALITY|AGED|MORE){0,2} FATE (QUALITY|AGED){0,2} MANY",
         ("three wounded soldiers",), ("three soldiers",), "ATTRIBUTED"),
    Rule("of the harmed",
         "NUMBER OF THE ADVERB? FATE (?= (HAVE|BE|DIED|PREPOSITION|WHEN|WORD|COMMA|STOP))",
         ("Two of the wounded were soldiers",), ("two of the soldiers",), "ATTRIBUTED"),
    Rule("of the harmed people", "NUMBER OF THE (QUALITY|BADLY){0,2} HARMED QUALITY{0,2} MANY",
         ("two of the abducted nurses",), ("two of the nurses",), "ATTRIBUTED"),
    Rule("part of a number",
         "NUMBER OF THE NUMBER (QUALITY|AGED|DIGITS|MORE|BADLY|PERSON|PEOPLE){0,5}? "
         "MANY (?! (PEOPLE|PERSON|WHO))", ("two of the 40 miners",), ("two miners",), "COUNTED"),
    Rule("two kinds",
         "NUMBER OF? THE? (QUALITY|AGED|DIGITS|MORE|BADLY|PERSON){0,4}? MANY AND MANY (?= (HAVE|BE"
         "|DIED|FATE|COMMA|STOP|PREPOSITION|WHEN|BY)|$)", ("40 men and women died",),
         ("40 men died",), "COUNTED"),
    Rule("people",
         f"NUMBER OF? THE? (QUALITY|AGED|DIGITS|MORE|BADLY|PERSON|PEOPLE){{0,5}}? MANY (?! (PEOPLE"
         f"|PERSON)) {_AGES}", ("12 young miners, 20 and 30,", "dozens of the villagers"),
         ("12 boats",), "COUNTED"),
    Rule("one of a number", "NUMBER OF? THE? (QUALITY|AGED|DIGITS|MORE|BADLY){0,4}? PERSON",
         ("one miner",), ("one boat",), "COUNTED"),
    Rule("others", "NUMBER MORE (?! QUALITY? (PEOPLE|DEATHS))", ("12 more were hurt",),
         ("12 more miners",), "COUNTED"),
    Rule("of an age", f"NUMBER QUALITY{{0,2}} AGED {_AGES}", ("two 12-year-old twins",),
         ("two twins",), "COUNTED"),
    Rule("a person",
         f"(AN|ANOTHER) (QUALITY|AGED|DIGITS|FATE|PERSON){{0,5}}? PERSON (?! PERSON) "
         f"CAPITAL{{0,4}} {_AGES}", ("a young miner", "another nurse, 31,"), ("a boat",),
         "COUNTED"),
    Rule("a person of an age", "(AN|ANOTHER) QUALITY{0,2} AGED (?! QUALITY{0,3} (PERSON|PEOPLE))",
         ("a 12-year-old was hurt",), ("a 12-year-old boy",), "COUNTED"),
    Rule("another", "ANOTHER (?= (COMMA|BADLY)? (HAVE|BE){0,2} ADVERB? (FATE|DIED))",
         ("another was hurt",), ("another boat",), "COUNTED"),
    Rule("the person",
         f"THE (QUALITY|AGED|NUMBER|DIGITS|STATE|PERSON){{0,4}}? PERSON (?! PERSON) "
         f"CAPITAL{{0,4}} {_AGES}", ("the old miner", "his wife"), ("the miners",), "KNOWN"),
    Rule("the person of an age", "THE QUALITY{0,2} AGED (?! QUALITY{0,3} (PERSON|PEOPLE))",
         ("the 12-year-old was hurt",), ("the 12-year-old boy",), "KNOWN"),
    Rule("he or she", "PRONOUN", ("she",), ("they",), "KNOWN"),
    Rule("some people", "THE (QUALITY|AGED|FATE){0,4} PEOPLE|PEOPLE", ("the old miners", "miners"),
         ("the boats",), "THEY"),
    Rule("name with a role", f"CAPITAL{{2,4}} PERSON{{1,2}} CAPITAL{{2,4}} {_AGES}",
         ("Alder Bay nurse Ruth Amber was hurt",), ("Ruth Amber was hurt",), "NAMED"),
    Rule("name",
         "(AGED CAPITAL{1,4}|CAPITAL{2,5}) (COMMA DIGITS COMMA?)?|CAPITAL COMMA DIGITS COMMA?",
         ("then Ruth Amber, 40, was hurt",), ("near Alder",), "NAMED"),
    Rule("role and name",
         f"(CAPITAL? AGED QUALITY{{0,2}} PERSON{{0,2}}|CAPITAL? PERSON{{1,2}} CAPITAL{{0,4}}"
         f"|AGED) {_AGES}", ("nurse Ruth Amber, 40,",), ("boats",), "COUNTED"),
)  # fmt: skip
"""What one group looks like; `gives` is its class. The first that fits at a token is taken."""

_JOIN = "(COMMA{1,2}|COMMA? AND COMMA?|(?<= NAMED)) THE?"
_OF_THEM = "!(GROUP|COMMA|STOP|AND|NO|COST)? (COMMA|BADLY){0,2} (FATE|BE)"
_OTHERS = "(COUNTED|KNOWN) (COMMA (COUNTED|KNOWN))"
_SPEAKS = "(WORD|THEY|GROUP|OF|PREPOSITION){0,3} SAID"
_AFTER_DOING = (
    f"(?<= DOING) ({_OTHERS}{{0,8}} COMMA WORD (COUNTED|KNOWN)|{_OTHERS}{{2,8}}) (?! {_SPEAKS})"
)
"""Objects without "and"; the last is none where it speaks: "killing 31 people, coast guard
officials said"."""
_LISTS = (
    Rule(
        "list",
        f"GROUP ({_JOIN} GROUP){{0,8}} COMMA{{0,2}} AND COMMA? (WORD|THE)?"
        f" (GROUP|NUMBER (?! {_OF_THEM})) | {_AFTER_DOING} | COUNTED COMMA COUNTED (?= (FATE|DIED))"
        " | NAMED (COMMA|STOP){1,2} NAMED ((COMMA|STOP){1,2} NAMED){0,8} (COMMA|STOP){1,2} AND "
        "NAMED",
        ("A miner, two nurses and Ruth Amber were hurt",),
        ("A miner was hurt",),
    ),
)
_INCLUDED = (
    Rule(
        "included",
        "COMMA? INCLUDING who:(!(STOP|BE|THEY|DIED){1,14}?)"
        " (?= ((STOP|BE|THEY|DIED)|COMMA (!(GROUP|AND)|AND !(GROUP|NUMBER))|$))",
        ("Six miners, including two women, were hurt", "Six miners including a boy died"),
        ("Six miners and two women were hurt",),
    ),
)
_ASIDES = (
    Rule(
        "aside",
        "(COMMA|STOP) (WORD{1,2} (OF THEY)? MANY (AND MANY)?|WORD OF (THEY|WHO) WORD{1,2}"
        "|NUMBER (OF|THE){1,2} (WHO|THEY|PEOPLE)"
        " !(STOP|COMMA|DOING|DIED|STATE|DEATHS|BE){0,5}) (?= (COMMA|STOP))",
        (
            "Six miners, two of them women, were hurt",
            "Six miners, mostly women, were hurt",
            "Six miners — most of them women — were hurt",
            "Six miners, all of them unarmed, were hurt",
        ),
        ("Six miners, women, were hurt",),
    ),
)
TABLE, LISTS, INCLUDED, ASIDES = (
    RuleTable(rules, {}, SHELF) for rules in (GROUPS, _LISTS, _INCLUDED, _ASIDES)
)
_ASIDE = frozenset(("COMMA", "STOP"))
"""Between two of these something is said by the way; a STOP may be a dash."""
_MOST_NAMES = 3
"""More capitals in a passage without one plain word are a headline's, not names."""
_LEFT_OUT = frozenset(("COUNTED", "NAMED", "KNOWN", "NUMBER", "AND", "INCLUDING"))
_HEADS = frozenset(("PEOPLE", "PERSON", "NATION", "MORE", "AGED", "HARMED", "STATE"))


def groups_of(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with groups of people put together, added up and inclusions taken out."""
    merged = list(grouped(_without_asides(tokens)))
    return _summed(_without_included(merged))


def _without_asides(tokens: Sequence[Token]) -> list[Token]:
    """Turn "two of them children" and "mostly women" between commas into words that count
    nobody."""
    if sum(token.kind in _ASIDE for token in tokens) < 2:
        return list(tokens)
    kept = list(tokens)
    for found in ASIDES.search(tokens):
        ends = found.first, found.last + 1
        if kept[ends[0]].kind != kept[ends[1]].kind:
            continue
        for i in range(found.first + 1, found.last + 1):
            kept[i] = kept[i]._replace(kind="WORD")
        for i in ends:
            kept[i] = kept[i]._replace(kind="COMMA")
    return kept


def grouped(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with each group of people as one."""
    kinds = [token.kind for token in tokens]
    plain = any("WORD" in token.shape for token in tokens)
    title = kinds[-1:] != ["STOP"] and not plain and kinds.count("CAPITAL") > _MOST_NAMES
    signatures = TABLE.signatures(tokens)
    i = 0
    while (at := TABLE.next_begin(signatures, i)) >= 0:
        yield from tokens[i:at]
        i = at
        for found in TABLE.at(signatures, i):
            kind = found.rule.gives
            if kind == "NAMED" and (title or kinds[i - 1 : i] == ["PREPOSITION"]):
                continue
            yield _one_group(tokens[i : found.last + 1], kind)
            i = found.last + 1
            break
        else:
            yield tokens[i]
            i += 1
    yield from tokens[i:]


def _one_group(group: Sequence[Token], kind: str) -> Token:
    first = group[0]
    if first.kind == "NUMBER":
        last = next(token for token in reversed(group) if token.kind in _HEADS)
        cue = next((token for token in group if token.kind in {"HARMED", "STATE"}), None)
        kind = "LIVES" if last.low == "lives" else kind
        return first._replace(kind=kind, end=last.end, low=last.low, of=cue.of if cue else "")
    end = next((t.end for t in reversed(group) if t.kind not in {"COMMA", "DIGITS"}), group[-1].end)
    count = 2 if any(token.low in PAIRS for token in group) else 1
    return Token(kind, first.start, end, group[-1].low, least=count, most=count)


def _without_included(tokens: list[Token]) -> list[Token]:
    """Turn the people of "including three children" into words that count nobody."""
    if not any(token.kind == "INCLUDING" for token in tokens):
        return tokens
    kept = list(tokens)
    for found in INCLUDED.search(tokens):
        if not _has_own_fate(tokens, found.parts["who"][0], found.last + 1):
            for i in range(found.first, found.last + 1):
                if tokens[i].kind in _LEFT_OUT:
                    kept[i] = tokens[i]._replace(kind="WORD")
    return kept


def _has_own_fate(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether people within these tokens are said to have come to harm: "including two killed"."""
    shapes = [token.shape for token in tokens[first : last + 1]]
    return any(
        "VICTIMS" in one and not other.isdisjoint(("FATE", "BADLY", "WHO"))
        for one, other in pairwise(shapes)
    )


def _summed(tokens: list[Token]) -> list[Token]:
    result: list[Token] = []
    position = 0
    for found in LISTS.search(tokens):
        first, after = found.first, found.last + 1
        joined = tokens[first:after]
        if not (_own_fates(tokens[:first], tokens[after:]) or _another_verb(joined)):
            result += tokens[position:first]
            result.append(_together(list(_people(joined))))
            position = after
    return result + tokens[position:]


def _people(joined: Sequence[Token]) -> Iterator[Token]:
    """The people of a list, without the names in "his wife, Ruth Amber, and a son"."""
    for i, token in enumerate(joined):
        named = token.kind == "NAMED" and i > 1 and joined[i - 1].kind == "COMMA"
        one = joined[i - 2]
        if "VICTIMS" in token.shape and not (
            named and one.kind in {"COUNTED", "KNOWN"} and one.least == 1
        ):
            yield token


def _own_fates(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether the first is the object of a verb and the last the subject of another one."""
    done = before[-2:] if before[-1:] and "ADVERB" in before[-1].shape else before[-1:]
    if not done or "DOING" not in done[0].shape:
        return False
    verb = next((token for token in after[:3] if "ADVERB" not in token.shape), None)
    return verb is not None and verb.kind in {"BE", "DIED"}


def _another_verb(joined: Sequence[Token]) -> bool:
    """Whether a verb stands before the last of them: "killed nine people and infected 40"."""
    return any("WORD" in token.shape and token.low.endswith(("ed", "ing")) for token in joined)


def _together(people: Sequence[Token]) -> Token:
    """One group of several, added up: the first where the others only say who they are."""
    kind = "KNOWN" if {token.kind for token in people} == {"KNOWN"} else "COUNTED"
    rough = any(token.approximate for token in people)
    whole, end = people[0].least, people[-1].end
    if len(people) > 2 and whole and whole == sum(token.least or 0 for token in people[1:]):
        people, end = people[:1], people[0].end  # "four people, three women and a man"
    least, most = (_sum([token.least for token in people]), _sum([token.most for token in people]))
    return people[0]._replace(kind=kind, end=end, least=least, most=most, approximate=rough)


def _sum(bounds: Sequence[Bound]) -> Bound:
    return None if None in bounds else sum(bound for bound in bounds if bound is not None)
