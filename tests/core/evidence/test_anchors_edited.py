"""Passages of articles that were edited in known ways: found, or left to a person."""

import random
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.core.evidence.anchors import anchor
from workbench.core.evidence.reanchoring import Reanchored, reanchor
from workbench.core.text.articles import Article
from workbench.core.text.folding import fold
from workbench.core.text.passages import split

SEEDS = Path(__file__).parents[2] / "seeds"

COUNCIL = """Council splits over bridge toll

The city council of Marlow voted 9 to 7 on Monday for a toll of $2.40 on the north bridge. It takes effect on 1 July.

“Those who cross every day will pay about $600 a year,” said Ruth Okafor, who voted against it. She called the figures of the treasurer wrong.

Treasurer Ben Hale denied that. He said that 31,000 cars cross on a working day and that the toll was not a tax.

A petition against the toll has 12,500 names. The council is not bound by it. A court is to hear the case in September.

The bridge was closed for repairs in 2018, 2020 and 2021; the repairs have cost $41 million so far, twice what was planned.
"""  # noqa: E501 – text as it stands

FERRY = """Missing ferry found off the cape

A ferry that had been missing since Saturday was found adrift on Sunday, the coast guard said. All 84 passengers are alive.

The captain, Jon Vik, told the radio that both engines had failed within an hour. He did not send a distress call.

The operator rejected reports that the ship had carried more people than allowed. Its licence is for 90, a spokeswoman said.

The coast guard had searched 3,600 square kilometres with four aircraft. The search was broken off twice because of fog.

It was the third such case this year. In February, a ferry with 22 people on board was lost near the same cape and has never been found.
"""  # noqa: E501 – text as it stands


@dataclass
class Piece:
    """A passage of an article under edit; `origin` is its number before."""

    text: str
    origin: int | None
    gap: str = " "
    facts_changed: bool = False
    words_changed: bool = False


Edit = Callable[[list[Piece], random.Random], None]


def pieces_of(text: str) -> list[Piece]:
    passages = split(Article("a", text)).passages
    ends = [*[p.start for p in passages[1:]], len(text)]
    return [
        Piece(p.quote, i, text[p.end : end] or "\n")
        for i, (p, end) in enumerate(zip(passages, ends, strict=True))
    ]


def joined(pieces: list[Piece]) -> str:
    return "".join(piece.text + piece.gap for piece in pieces)


NEWS = (
    "The ministry published a list of names on Sunday.",
    "Lena Brandt, who runs the archive, called the list incomplete.",
    "More than 70 witnesses have been heard so far, the court said.",
    "Nobody has been charged.",
    "The hearing was put off twice.",
)


def insert_passages(pieces: list[Piece], chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(pieces) + 1)
        pieces.insert(at, Piece(chance.choice(NEWS), None, chance.choice([" ", "\n\n"])))


def delete_passages(pieces: list[Piece], chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        if len(pieces) > 4:
            del pieces[chance.randrange(len(pieces))]


def move_paragraph(pieces: list[Piece], chance: random.Random) -> None:
    start = chance.randrange(len(pieces))
    block = pieces[start : start + chance.randint(1, 3)]
    del pieces[start : start + len(block)]
    at = chance.randrange(len(pieces) + 1)
    block[-1].gap = "\n\n"
    pieces[at:at] = block


def change_number(pieces: list[Piece], chance: random.Random) -> None:
    numbered = [p for p in pieces if p.origin is not None and any(c.isdigit() for c in p.text)]
    for piece in chance.sample(numbered, min(3, len(numbered))):
        at = chance.choice([i for i, c in enumerate(piece.text) if c.isdigit()])
        other = chance.choice([c for c in "123456789" if c != piece.text[at]])
        piece.text = piece.text[:at] + other + piece.text[at + 1 :]
        piece.facts_changed = True


AUXILIARIES = (" is ", " are ", " was ", " were ", " has ", " have ", " will ", " had ", " would ")


def change_negation(pieces: list[Piece], chance: random.Random) -> None:
    for piece in chance.sample(pieces, min(6, len(pieces))):
        text = piece.text
        if " not " in text:
            piece.text = text.replace(" not ", " ", 1)
        elif found := [aux for aux in AUXILIARIES if aux in text]:
            piece.text = text.replace(found[0], found[0] + "not ", 1)
        else:
            continue
        piece.facts_changed = piece.origin is not None


def repeat_sentence(pieces: list[Piece], chance: random.Random) -> None:
    piece = chance.choice(pieces)
    at = chance.randrange(len(pieces) + 1)
    pieces.insert(at, Piece(piece.text, None, " "))


def change_typography(pieces: list[Piece], chance: random.Random) -> None:
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "–"})
    for piece in pieces:
        piece.text = piece.text.translate(table).replace(" ", "\u00a0", 1)
        piece.gap = piece.gap.replace("\n\n", "\n \n")


def reword(pieces: list[Piece], chance: random.Random) -> None:
    for piece in chance.sample(pieces, min(4, len(pieces))):
        words = piece.text.split(" ")
        lower = [i for i, w in enumerate(words) if w.islower() and w.isalpha() and len(w) > 4]
        if lower and len(words) > 6:
            words[chance.choice(lower)] = "so-called"
            piece.text = " ".join(words)
            piece.words_changed = True


def other_normal_form(pieces: list[Piece], chance: random.Random) -> None:
    form = chance.choice(["NFC", "NFD", "NFKC", "NFKD"])
    for piece in pieces:
        piece.text = unicodedata.normalize(form, piece.text)  # type: ignore[arg-type]


def other_line_ends(pieces: list[Piece], chance: random.Random) -> None:
    for piece in pieces:
        piece.gap = piece.gap.replace("\n", "\r\n")


def shuffle_sentences(pieces: list[Piece], chance: random.Random) -> None:
    """Only beside the older text: by itself a short sentence is not known again elsewhere."""
    chance.shuffle(pieces)
    for piece in pieces:
        piece.gap = "\n\n"


EXCHANGED = (
    ("million", "billion"), ("three", "four"), ("twice", "once"), ("Monday", "Tuesday"),
    ("March", "May"), ("September", "October"), ("at least 1", "at most 1"),
    ("more than 1", "fewer than 1"), ("$", "€"), ("kilometres", "miles"), ("alive", "dead"),
)  # fmt: skip


def change_word_of_fact(pieces: list[Piece], chance: random.Random) -> None:
    for piece in pieces:
        old, new = chance.choice(EXCHANGED)
        if piece.origin is not None and old in piece.text:
            piece.text = piece.text.replace(old, new, 1)
            piece.facts_changed = True


EDITS: tuple[Edit, ...] = (
    insert_passages,
    delete_passages,
    move_paragraph,
    change_number,
    change_negation,
    repeat_sentence,
    change_typography,
    reword,
    other_normal_form,
    other_line_ends,
    change_word_of_fact,
)


def outcome(piece: Piece | None, quote_is_unique: bool, start: int, found: Reanchored) -> str:
    """How a search ended for a passage that now stands at `start` (or is gone)."""
    if piece is None:
        return "gone: left" if found.start is None else "wrong place"
    if found.start is not None and (found.end <= start or start + len(piece.text) <= found.start):
        return "wrong place"
    if piece.facts_changed:
        flagged = found.state in {"facts differ", "ambiguous", "orphaned"}
        return f"fact changed: {found.state}" if flagged else "fact change missed"
    kind = "reworded" if piece.words_changed else "unchanged" if quote_is_unique else "repeated"
    return f"{kind}: {found.state}"


def tally(articles: int, seed: int, with_old: bool) -> Counter[str]:
    """Edit articles in known ways, look for all their passages, count how it ended."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    texts += [COUNCIL, FERRY]
    counts: Counter[str] = Counter()
    for number in range(articles):
        chance = random.Random(seed * 1000 + number)
        old = texts[number % len(texts)]
        before = pieces_of(old)
        pieces = pieces_of(old)
        edits = (*EDITS, shuffle_sentences) if with_old else EDITS
        for edit in chance.sample(edits, chance.randint(1, 3)):
            edit(pieces, chance)
        new = joined(pieces)
        at, places = 0, {}
        for piece in pieces:
            places[piece.origin] = (piece, at)
            at += len(piece.text) + len(piece.gap)
        before_article, after_article = Article("a", old), Article("a", new, revision=2)
        spans = [(p.start, p.end) for p in split(before_article).passages]
        for origin, (start, end) in enumerate(spans):
            made = anchor(before_article, start, end)
            found = reanchor(made, after_article, before_article if with_old else None)
            piece, place = places.get(origin, (None, 0))
            copies = {fold(p.text).text for p in pieces if p.origin is None or not with_old}
            if piece is None and fold(found.quote).text in copies:
                continue  # only its copy is left, and that was found
            unique = sum(p.text == old[start:end] for p in [*before, *pieces]) <= 2
            what = outcome(piece, unique, place, found)
            counts[what] += 1
    return counts


def check(counts: Counter[str]) -> None:
    assert counts["wrong place"] == 0

    def share(kind: str, *ends: str) -> float:
        every = sum(n for what, n in counts.items() if what.startswith(kind))
        return sum(counts[f"{kind}: {end}"] for end in ends) / every

    assert share("unchanged", "same", "moved") >= 0.97
    flagged = sum(n for what, n in counts.items() if what.startswith("fact changed: "))
    assert flagged / (flagged + counts["fact change missed"]) >= 0.97


def test_passages_of_edited_articles_are_found_again() -> None:
    check(tally(14, seed=1, with_old=True))


@pytest.mark.slow
@pytest.mark.parametrize("with_old", [False, True])
def test_passages_of_200_edited_articles_are_found_again(with_old: bool) -> None:
    counts = tally(200, seed=2, with_old=with_old)
    print("\n".join(f"{what}: {count}" for what, count in sorted(counts.items())))
    check(counts)
