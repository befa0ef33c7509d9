"""Rules over named tokens: what a stranger writes, and what finds it in a passage.

A rule is data: a name, a pattern, examples of yes and no, a source. A pattern is a regular
expression whose letters are whole tokens, written with blanks between them:

    who:(NAME{1,3}) (DENIED|BE denying) that? what:(.{1,4} KILLED)

- a word in lower case is that word; a word in capitals is a class of the lexicon or a shape;
- `(a|b c)` is a choice, `? * + {m,n}` repeat, `.` is any token, `^` and `$` the ends;
- `!a` and `!(a|b)` are any one token but those; `name:( … )` captures;
- `(?= …)`, `(?! …)`, `(?<= …)`, `(?<! …)` look ahead and back, as in `re`.

Every token becomes one character, its signature: which of the names that the table uses it has.
A pattern becomes one `re` pattern over these characters, so rules run at the speed of `re`. Which
rules can match a passage at all is worked out from what each of them cannot do without; nobody
types a hint. Token patterns as data are spaCy's `Matcher`; this way to run them is ours.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter, or_
from typing import Any, TypeVar

from msgspec import Struct

from workbench.core.lexicon.listing import word_set
from workbench.core.reading.tokens import SHAPES, Shape, Words, shape_of, shapes_of

T = TypeVar("T")
_NOTHING: frozenset[str] = frozenset()

FIRST = 0x4E00
"""Signatures are characters from here on: none of them means anything to `re`."""
MOST = 20_000
"""Signatures that a table can tell apart, and words of which it remembers them."""
_COMMON = word_set("the a an of to in and for on is was were that with by at as it he be")
"""Words that stand in most passages, so that it says little that a rule needs one of them."""
MOST_NEEDS = 4
"""Sets of words that are asked for before a rule is run. With one, its rarest, most rules still
ran for nothing, since their words ("is", "no", "the") stand in every second sentence."""


@dataclass(frozen=True)
class Rule:
    """A rule that a stranger can read, add and switch off.

    `yes` are texts it fires on and `no` texts it is silent on: tests are made from both.
    `gives` is what it gives, in the words of its table; `source` where it comes from.
    """

    name: str
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    gives: str = ""
    source: str = ""


class Found(Struct, frozen=True):
    """A rule that fired on the tokens `first` to `last`, both inclusive; so are `parts`."""

    rule: Rule
    first: int
    last: int
    parts: Mapping[str, tuple[int, int]]


class PatternError(ValueError):
    """A pattern that cannot be read: says which, and what is wrong."""


class _Known(dict[str, T]):
    """What is known of words, found out when a word is first met; forgotten where it gets much."""

    def __init__(self, find: Callable[[str], T]) -> None:
        self._find = find

    def __missing__(self, word: str) -> T:
        if len(self) > MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found


class Shelf:
    """Tables that read the same tokens: which of their rules can match is worked out once.

    Every word meets needs of rules; a rule can match a passage whose words together meet all of
    its needs. Needs are bits of one number: first those of all rules of all tables, then their
    second needs, and so on.

    `key` gives what a token is known by, `read` its word in lower case and its shape. `shapes`
    are all the shapes that tokens can have, and `shapes_of` gives those of one word: the fewer,
    the smaller the tables. Unless told otherwise tokens are the words of a passage.
    """

    def __init__(
        self,
        key: Callable[[Any], str] = attrgetter("text"),
        read: Callable[[str], tuple[str, Shape]] = shape_of,
        shapes: Sequence[Shape] = SHAPES,
        shapes_of: Callable[[str], Sequence[Shape]] = shapes_of,
    ) -> None:
        self.key, self.read, self.shapes, self.shapes_of = key, read, shapes, shapes_of
        self._tables: list[RuleTable] = []
        self._rules = 0
        self._always = 0
        self._met = _Known(self._meets)

    def put(self, table: "RuleTable") -> int:
        """Add a table; tells how many rules stand before its own."""
        first = self._rules
        self._tables.append(table)
        self._rules += len(table.rules)
        self._always = self._joined([one.always for one in self._tables])
        self._met = _Known(self._meets)
        return first

    def wanted(self, tokens: Sequence[Any]) -> int:
        """A bit for every rule that can match; for the words of a passage it is remembered."""
        if not isinstance(tokens, Words):
            return self._wanted(tokens)
        if tokens.met_by is not self._met:
            tokens.met_by, tokens.wanted = self._met, self._wanted(tokens)
        return tokens.wanted

    def _wanted(self, tokens: Sequence[Any]) -> int:
        met = reduce(or_, map(self._met.__getitem__, map(self.key, tokens)), self._always)
        wanted = met
        for nth in range(1, MOST_NEEDS):
            wanted &= met >> (nth * self._rules)
        return wanted

    def _meets(self, word: str) -> int:
        return self._joined([table.meets(word) for table in self._tables])

    def _joined(self, needs: Sequence[Sequence[int]]) -> int:
        """The needs of all tables, given for each of them need by need, as one number."""
        whole, first = 0, 0
        for table, own in zip(self._tables, needs, strict=True):
            for nth, bits in enumerate(own):
                whole |= bits << (nth * self._rules + first)
            first += len(table.rules)
        return whole


SHELF = Shelf()
"""The tables that the words of every passage are read by."""


class RuleTable:
    """Rules in order, with the classes of words that their patterns name.

    `classes` are words in lower case by the name of their class; what is neither one of them nor
    a shape is refused. Tables that read the same tokens stand on one `shelf`.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        classes: Mapping[str, frozenset[str]],
        shelf: Shelf | None = None,
    ) -> None:
        self.rules = tuple(rules)
        if len({rule.name for rule in rules}) < len(rules):
            raise PatternError(f"two rules have one name: {[rule.name for rule in rules]}")
        self._shelf = shelf = shelf or Shelf()
        trees = [_Parser(rule).tree for rule in rules]
        self.names = frozenset(name for tree in trees for name in _names(tree))
        known = set(classes).union(*shelf.shapes)
        for name in self.names:
            if name.isupper() and name not in known:
                raise PatternError(f"{name} is neither a class of words nor a shape")
        self._own = self._own_names(classes)
        sets = self._all_signatures()
        self._of_set = {names: chr(FIRST + i) for i, names in enumerate(sets)}
        self._signs = _Known(self._signature)
        common = {self._own[word] for word in _COMMON if word in self._own} | {_NOTHING}
        usual = {
            names & self.names
            for own_names in common
            for names in map(own_names.union, shelf.shapes)
        }
        emit = _Emitter(sets, frozenset(i for i, s in enumerate(sets) if s in usual))
        self._patterns = [re.compile(emit.regex(tree)) for tree in trees]
        self._firsts = [emit.first(tree) for tree in trees]
        self._begin: dict[str, tuple[int, ...]] = {}
        free = any(first is None for first in self._firsts)
        begins = frozenset[int]().union(*(first or () for first in self._firsts))
        self._begins = re.compile("." if free else _char_class(begins))
        self.always, self._meets = _met_by([emit.needs(tree) for tree in trees], len(sets))
        self._all = (1 << len(self.rules)) - 1
        self._before = shelf.put(self)

    def search(self, tokens: Sequence[Any], off: frozenset[str] = frozenset()) -> Iterable[Found]:
        """Every match of every rule that is not switched off, in the order of the rules."""
        wanted = self._shelf.wanted(tokens) >> self._before & self._all
        return self._matches(wanted, self.signatures(tokens), off) if wanted else ()

    def _matches(self, wanted: int, signatures: str, off: frozenset[str]) -> Iterator[Found]:
        while wanted:
            number = (wanted & -wanted).bit_length() - 1
            wanted &= wanted - 1
            rule = self.rules[number]
            if rule.name not in off:
                for match in self._patterns[number].finditer(signatures):
                    if match.end() > match.start():
                        yield Found(rule, match.start(), match.end() - 1, _parts(match))

    def meets(self, word: str) -> Sequence[int]:
        """The rules whose first, second … need a word meets, as bits."""
        return self._meets[self._signs[word]]

    def next_begin(self, signatures: str, position: int) -> int:
        """The first token from a place on with which a match of any rule can begin, or -1."""
        match = self._begins.search(signatures, position)
        return match.start() if match else -1

    def at(self, signatures: str, position: int) -> Iterable[Found]:
        """The rules that match from one token on, in their order."""
        char = signatures[position]
        rules = self._begin.get(char)
        if rules is None:
            number = ord(char) - FIRST
            rules = self._begin[char] = tuple(
                i for i, first in enumerate(self._firsts) if first is None or number in first
            )
        return self._matches_at(rules, signatures, position) if rules else ()

    def _matches_at(
        self, rules: tuple[int, ...], signatures: str, position: int
    ) -> Iterator[Found]:
        for i in rules:
            match = self._patterns[i].match(signatures, position)
            if match and match.end() > position:
                yield Found(self.rules[i], position, match.end() - 1, _parts(match))

    def signatures(self, tokens: Sequence[Any]) -> str:
        """The tokens as signatures, a character each."""
        return "".join(map(self._signs.__getitem__, map(self._shelf.key, tokens)))

    def _signature(self, word: str) -> str:
        low, shape = self._shelf.read(word)
        names = (self._own.get(low, _NOTHING) | shape) & self.names
        return self._of_set.get(names) or self._of_set[shape & self.names]

    def _own_names(self, classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        """For each word that a pattern can tell from others: its classes, and itself."""
        own: dict[str, set[str]] = {n: {n} for n in self.names if not n.isupper()}
        for name, words in classes.items():
            if name in self.names:
                for word in words:
                    own.setdefault(word, set()).add(name)
        return {word: frozenset(names) for word, names in own.items()}

    def _all_signatures(self) -> list[frozenset[str]]:
        """What the tokens of a text can be to this table: a set of its names each."""
        seen = {shape & self.names for shape in self._shelf.shapes}
        for word, names in self._own.items():
            seen |= {(names | shape) & self.names for shape in self._shelf.shapes_of(word)}
        if len(seen) > MOST:
            raise PatternError(f"{len(seen)} signatures; a table can tell {MOST} apart")
        return sorted(seen, key=sorted)


@dataclass(frozen=True)
class _One:
    """One token with any of `names`, or with none of them; without names any token."""

    names: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True)
class _Group:
    """A choice of sequences; `opens` is what `re` writes before it."""

    branches: tuple[tuple["_Item", ...], ...]
    opens: str


@dataclass(frozen=True)
class _Edge:
    sign: str


@dataclass(frozen=True)
class _Item:
    atom: _One | _Group | _Edge
    repeat: str = ""

    @property
    def optional(self) -> bool:
        return self.repeat[:1] in {"?", "*"} or self.repeat.startswith(("{0", "{,"))


_LEXER = re.compile(
    r"\s*(?:(?P<look>\(\?<?[!=])|(?P<capture>[a-z_]+):\(|(?P<none>!\()|(?P<open>\()|(?P<close>\))"
    r"|(?P<or>\|)|(?P<repeat>[?*+]\??|\{\d*,?\d*\}\??)|(?P<edge>[\^$])|(?P<any>\.(?!\w))"
    r"|(?P<word>!?(?:[\w’'&-]+|[,;:“”\"—–-])))"
)


class _Parser:
    """Reads one pattern into a tree."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._pieces = self._lexed(rule.pattern)
        self._at = 0
        branches = self._branches(end="")
        self.tree = _Group(branches, "(?:")

    def _lexed(self, pattern: str) -> list[tuple[str, str]]:
        pieces, at = [], 0
        while pattern[at:].strip():
            match = _LEXER.match(pattern, at)
            if match is None:
                raise self._error(f"cannot read “{pattern[at : at + 20]}”")
            kind = match.lastgroup or ""
            pieces.append((kind, match[kind]))
            at = match.end()
        return pieces

    def _error(self, what: str) -> PatternError:
        return PatternError(f"rule “{self._rule.name}”: {what}")

    def _branches(self, end: str) -> tuple[tuple[_Item, ...], ...]:
        branches: list[list[_Item]] = [[]]
        while self._at < len(self._pieces):
            kind, written = self._pieces[self._at]
            self._at += 1
            if kind == "close":
                if not end:
                    raise self._error("a bracket closes that never opened")
                return tuple(map(tuple, branches))
            if kind == "or":
                branches.append([])
            elif kind == "repeat":
                if not branches[-1]:
                    raise self._error(f"nothing to repeat before “{written}”")
                branches[-1][-1] = _Item(branches[-1][-1].atom, written)
            else:
                branches[-1].append(_Item(self._atom(kind, written)))
        if end:
            raise self._error("a bracket never closes")
        return tuple(map(tuple, branches))

    def _atom(self, kind: str, written: str) -> _One | _Group | _Edge:
        if kind == "any":
            return _One()
        if kind == "edge":
            return _Edge(written)
        if kind == "word":
            return _One((written.lstrip("!"),), written.startswith("!"))
        branches = self._branches(end=")")
        if kind == "none":
            return _One(self._single(branches), negated=True)
        opens = {"look": written, "capture": f"(?P<{written}>"}.get(kind, "(?:")
        return _Group(branches, opens)

    def _single(self, branches: tuple[tuple[_Item, ...], ...]) -> tuple[str, ...]:
        names: list[str] = []
        for branch in branches:
            if len(branch) != 1 or not isinstance(branch[0].atom, _One) or branch[0].repeat:
                raise self._error("after “!(” stands a choice of single tokens")
            names += branch[0].atom.names
        return tuple(names)


def _names(group: _Group) -> Iterator[str]:
    for item in (item for branch in group.branches for item in branch):
        if isinstance(item.atom, _One):
            yield from item.atom.names
        elif isinstance(item.atom, _Group):
            yield from _names(item.atom)


class _Emitter:
    """Writes trees as `re` patterns over signatures."""

    def __init__(self, sets: Sequence[frozenset[str]], common: frozenset[int]) -> None:
        """`common` are the signatures that most passages have; a need rather has none of them."""
        self._all = frozenset(range(len(sets)))
        self._common = common
        having: dict[str, set[int]] = {}
        for s, names in enumerate(sets):
            for name in names:
                having.setdefault(name, set()).add(s)
        self._having = {name: frozenset(found) for name, found in having.items()}
        self._classes: dict[_One, str] = {}

    def regex(self, group: _Group) -> str:
        written = "|".join("".join(map(self._item, branch)) for branch in group.branches)
        return f"{group.opens}{written})"

    def _item(self, item: _Item) -> str:
        atom = item.atom
        if isinstance(atom, _Edge):
            return atom.sign
        if isinstance(atom, _Group):
            return self.regex(atom) + item.repeat
        if not atom.names:
            return "." + item.repeat
        if atom not in self._classes:
            self._classes[atom] = _char_class(self._fitting(atom))
        return self._classes[atom] + item.repeat

    def _fitting(self, one: _One) -> frozenset[int]:
        having = frozenset[int]().union(*(self._having.get(n, ()) for n in one.names))
        return self._all - having if one.negated else having

    def needs(self, group: _Group) -> list[frozenset[int]]:
        """Up to MOST_NEEDS sets of signatures; of each of them a text with a match has one.

        Of a choice, what one branch needs most is joined to what the others need most.
        """
        branches = [self._needs_of(branch) for branch in group.branches]
        return [frozenset().union(*nth) for nth in zip(*branches, strict=False)]

    def first(self, group: _Group) -> frozenset[int] | None:
        """Signatures of which every match begins with one; None where it may be any."""
        firsts: set[int] = set()
        for branch in group.branches:
            found = self._first_of(branch)
            if found is None:
                return None
            firsts |= found
        return frozenset(firsts)

    def _first_of(self, branch: tuple[_Item, ...]) -> frozenset[int] | None:
        firsts: frozenset[int] = frozenset()
        for item in branch:
            if isinstance(item.atom, _Edge):
                return None
            if isinstance(item.atom, _Group):
                if item.atom.opens.startswith(("(?=", "(?!", "(?<")):
                    continue
                found = self.first(item.atom)
            else:
                found = self._fitting(item.atom) if item.atom.names else None
            if found is None:
                return None
            firsts |= found
            if not item.optional:
                return firsts
        return None

    def _needs_of(self, branch: tuple[_Item, ...]) -> list[frozenset[int]]:
        needs: set[frozenset[int]] = set()
        for item in branch:
            if item.optional or isinstance(item.atom, _Edge):
                continue
            if isinstance(item.atom, _Group):
                if not item.atom.opens.startswith(("(?!", "(?<!")):
                    needs.update(self.needs(item.atom))
            elif item.atom.names and not item.atom.negated:
                needs.add(self._fitting(item.atom))
        return sorted(needs, key=self._commonness)[:MOST_NEEDS]

    def _commonness(self, need: frozenset[int]) -> tuple[bool, int, list[int]]:
        return not need.isdisjoint(self._common), len(need), sorted(need)


def _met_by(
    needs: Sequence[Sequence[frozenset[int]]], signatures: int
) -> tuple[Sequence[int], dict[str, Sequence[int]]]:
    """(what rules without a need have met, what each signature meets), need by need, as bits."""
    always, met = [0] * MOST_NEEDS, [[0] * MOST_NEEDS for _ in range(signatures)]
    for i, own in enumerate(needs):
        for nth in range(MOST_NEEDS):
            always[nth] |= (nth >= len(own)) << i
        for nth, need in enumerate(own):
            for signature in need:
                met[signature][nth] |= 1 << i
    return always, {chr(FIRST + i): bits for i, bits in enumerate(met)}


def _char_class(signatures: frozenset[int]) -> str:
    """The `re` class of signatures, neighbours as ranges."""
    if not signatures:
        return "(?!)"
    ordered = sorted(signatures)
    begins = [s for s in ordered if s - 1 not in signatures]
    ends = [s for s in ordered if s + 1 not in signatures]
    ranges = (
        chr(FIRST + a) + (f"-{chr(FIRST + b)}" if b > a else "")
        for a, b in zip(begins, ends, strict=True)
    )
    return f"[{''.join(ranges)}]"


def _parts(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    return {
        name: (match.start(name), match.end(name) - 1)
        for name in match.re.groupindex
        if match[name]
    }
