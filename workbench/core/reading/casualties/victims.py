"""Groups of people in a passage: "a man and two women", "John Smith, 25", "his wife".

A group becomes one token of class 1 (counted, or one person introduced with an
indefinite article), 2 (a name) or 3 (one person already known: "the man",
"she"). Groups joined by "and" are added up; what stands after "including" is
part of the group before it and is not counted again.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from workbench.core.reading.casualties.tokens import Token
from workbench.core.reading.casualties.words import PAIRS

_AGE = r"(?:,x?a(?:,a){0,6}(?:,?&a)?,?)?"
_GROUPS: tuple[tuple[str, str, str, re.Pattern[str]], ...] = (
    ("attributive", "w", "N", re.compile(r"N[xCYm]{0,2}[Ke][xCY]{0,2}[Pc]")),
    ("attributive", "w", "N", re.compile(r"NoD[xF]?[Ke](?=[hBdrjx,;])")),
    ("attributive", "w", "N", re.compile(r"NoD[xCF]{0,2}K[xC]{0,2}[Pc]")),
    ("counted", "1", "N", re.compile(r"NoDN[xCYamFpP]{0,5}?[Pc](?![Ppq])")),
    ("counted", "1", "N", re.compile(r"No?D?[xCYamFp]{0,4}?[Pc]&[Pc](?=[hBdKe,;rjb]|\Z)")),
    ("counted", "1", "N", re.compile(rf"No?D?[xCYamFpP]{{0,5}}?[Pc](?![Pp]){_AGE}")),
    ("counted", "1", "N", re.compile(r"No?D?[xCYamF]{0,4}?p")),
    ("counted", "1", "N", re.compile(r"Nm(?![xC]?[PT])")),
    ("counted", "1", "N", re.compile(rf"N[xC]{{0,2}}Y{_AGE}")),
    ("one", "1", "AZ", re.compile(rf"[AZ][xCYaKep]{{0,5}}?p(?!p)C{{0,4}}{_AGE}")),
    ("one", "1", "AZ", re.compile(r"[AZ][xC]{0,2}Y(?![xC]{0,3}[pP])")),
    ("one", "1", "Z", re.compile(r"Z(?=[,F]?[hB]{0,2}[xF]?[Kde])")),
    ("known", "3", "D", re.compile(rf"D[xCYNaep]{{0,4}}?p(?!p)C{{0,4}}{_AGE}")),
    ("known", "3", "D", re.compile(r"D[xC]{0,2}Y(?![xC]{0,3}[pP])")),
    ("known", "3", "H", re.compile(r"H")),
    ("unknown", "Q", "DP", re.compile(r"D[xCYKe]{0,4}P|P")),
    ("name", "2", "C", re.compile(rf"C{{2,4}}p{{1,2}}C{{2,4}}{_AGE}")),
    ("name", "2", "YC", re.compile(r"(?:YC{1,4}|C{2,5})(?:,a,?)?|C,a,?")),
    ("one", "1", "CYp", re.compile(rf"(?:C?Y[xC]{{0,2}}p{{0,2}}|C?p{{1,2}}C{{0,4}}|Y){_AGE}")),
)
"""(sort of group, class, classes it can start with, pattern), tried in this order at each token."""
_BY_FIRST = {
    first: tuple(
        (sort, kind, pattern) for sort, kind, firsts, pattern in _GROUPS if first in firsts
    )
    for first in "".join(firsts for _, _, firsts, _ in _GROUPS)
}

_JOIN = r"(?:,{1,2}|,?&,?|(?<=2))D?"
_SUM = re.compile(
    rf"[123](?:{_JOIN}[123]){{0,8}},{{0,2}}&,?[xD]?(?:[123]|N(?![a-zA-Z]?[,F]{{0,2}}[KeB]))"
    r"|(?<=[Kk])[13](?:,[13]){0,8},x[13]|(?<=[Kk])[13](?:,[13]){2,8}"
    r"|1,1(?=[Ke]|d)|2[,;]{1,2}2(?:[,;]{1,2}2){0,8}[,;]{1,2}&2"
)
_INCLUDED = re.compile(r",?i([^;BQ]{1,14}?)(?=[;BQ]|,(?:[^1-3&]|&[^1-3N])|\Z)")
_ASIDE = re.compile(r",(?:x{1,2}[Pc](?:&[Pc])?|N[oD]{1,2}[QqP][^;,KkdeTB]{0,5})(?=,)")
_KEPT = re.compile(r"[123N](?:[KeF]|q)")
_MOST_NAMES = 3
"""More capitals in a passage without one plain word are a headline's, not names."""


def groups_of(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with groups of people put together, added up and inclusions taken out."""
    merged = list(_grouped(_without_asides(tokens)))
    merged = _without_included(merged)
    return _summed(merged)


def _without_asides(tokens: Sequence[Token]) -> list[Token]:
    """Turn "two of them children" and "mostly women" between commas into words that count nobody."""
    kept = list(tokens)
    for match in _ASIDE.finditer("".join(token.kind for token in tokens)):
        for i in range(match.start() + 1, match.end()):
            kept[i] = kept[i]._replace(kind="x")
    return kept


def _grouped(tokens: Sequence[Token]) -> Iterator[Token]:
    shape = "".join(token.kind for token in tokens)
    title = not shape.endswith(";") and "x" not in shape and shape.count("C") > _MOST_NAMES
    i = 0
    while i < len(tokens):
        for sort, kind, pattern in _BY_FIRST.get(shape[i], ()):
            if kind == "2" and (title or shape[i - 1 : i] == "r"):
                continue
            if match := pattern.match(shape, i):
                yield _READ[sort](tokens[i : match.end()], kind)
                i = match.end()
                break
        else:
            yield tokens[i]
            i += 1


def _counted(group: Sequence[Token], kind: str) -> Token:
    first, last = group[0], next(t for t in reversed(group) if t.kind in "PpcmYKe")
    if last.word == "lives":
        kind = "l"
    cue = next((token for token in group if token.kind in "Ke"), None)
    of = cue.of if cue else ""
    return first._replace(kind=kind, end=last.end, word=last.word, of=of)


def _single(group: Sequence[Token], kind: str) -> Token:
    end = next((t.end for t in reversed(group) if t.kind not in ",a"), group[-1].end)
    count = 2 if any(token.word in PAIRS for token in group) else 1
    return Token(kind, group[0].start, end, group[-1].word, low=count, high=count)


_READ: dict[str, Callable[[Sequence[Token], str], Token]] = {
    "attributive": _counted,
    "counted": _counted,
    "one": _single,
    "known": _single,
    "name": _single,
    "unknown": _single,
}


def _without_included(tokens: list[Token]) -> list[Token]:
    """Turn the people of "including three children" into words that count nobody."""
    shape = "".join(token.kind for token in tokens)
    for match in _INCLUDED.finditer(shape):
        if _KEPT.search(shape, match.start(1), min(len(shape), match.end() + 1)):
            continue
        for i in range(match.start(), match.end()):
            tokens[i] = tokens[i]._replace(
                kind="x" if tokens[i].kind in "123N&i" else tokens[i].kind
            )
    return tokens


def _summed(tokens: list[Token]) -> list[Token]:
    shape = "".join(token.kind for token in tokens)
    result: list[Token] = []
    position = 0
    for match in _SUM.finditer(shape):
        people = list(_people(tokens[match.start() : match.end()]))
        if _own_fates(shape, match.start(), match.end()) or _another_verb(
            tokens[match.start() : match.end()]
        ):
            continue
        result += tokens[position : match.start()]
        result.append(_together(people))
        position = match.end()
    return result + tokens[position:]


def _people(joined: Sequence[Token]) -> Iterator[Token]:
    """The people of a list, without the names in "his wife, Ruth Amber, and a son"."""
    for i, token in enumerate(joined):
        named = token.kind == "2" and i > 1 and joined[i - 1].kind == ","
        if token.kind in "123N" and not (
            named and joined[i - 2].kind in "13" and joined[i - 2].low == 1
        ):
            yield token


def _own_fates(shape: str, start: int, end: int) -> bool:
    """Whether the first is the object of a verb and the last the subject of another one."""
    return bool(re.search(r"[Kk][xF]?\Z", shape[max(0, start - 3) : start])) and bool(
        re.match(r"[xF]{0,2}[Bd]", shape[end : end + 8])
    )


def _another_verb(joined: Sequence[Token]) -> bool:
    """Whether a verb stands before the last of them: "killed nine people and infected 40"."""
    return any(token.kind == "x" and token.word.endswith(("ed", "ing")) for token in joined)


def _together(people: Sequence[Token]) -> Token:
    kinds = {token.kind for token in people}
    kind = "3" if kinds == {"3"} else "1"
    lows = [token.low for token in people]
    highs = [token.high for token in people]
    end = people[-1].end
    whole = people[0].low
    if len(people) > 2 and whole and whole == sum(token.low or 0 for token in people[1:]):
        people = [
            people[0],
            people[-1]._replace(low=0, high=0),
        ]  # "four people, three women and a man"
        lows, highs = [whole, 0], [people[0].high, 0]
        end = people[0].end
    return people[0]._replace(
        kind=kind,
        end=end,
        low=None if None in lows else sum(low for low in lows if low is not None),
        high=None if None in highs else sum(high for high in highs if high is not None),
        approximate=any(token.approximate for token in people),
    )
