"""What was read in a passage survives being packed, whatever it is."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claims import annotate
from workbench.core.reading.codec import pack, unpack
from workbench.core.reading.model import (
    Accusation,
    Attribution,
    DateMention,
    Denial,
    Figure,
    Frame,
    Negation,
    Reading,
)
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

TEXTS = st.text(st.characters(), max_size=12)
OFFSETS = st.integers(0, 2**40)
FIELDS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: OFFSETS,
    bool: st.booleans(),
    date | None: st.none() | st.dates(),
    int | float | None: st.none() | st.integers(-(2**62), 2**62) | st.floats(allow_nan=False,
                                                                             allow_infinity=False),
    tuple[str, ...]: st.lists(TEXTS, max_size=3).map(tuple),
}  # fmt: skip
PARTS = (Figure, DateMention, Attribution, Denial, Accusation, Negation, Frame)


def made(struct: type[Any]) -> st.SearchStrategy[Any]:
    """Any value of a struct."""
    fields = msgspec.structs.fields(struct)
    return st.builds(struct, **{f.name: FIELDS[f.type] for f in fields})


for part in PARTS:
    FIELDS[tuple[part, ...]] = st.lists(made(part), max_size=2).map(tuple)


@given(made(Reading))
def test_a_reading_comes_back_whole(reading: Reading) -> None:
    assert unpack(pack(reading), reading.start, reading.end, reading.quote) == reading


def test_every_passage_of_an_article_comes_back_whole() -> None:
    text = (
        "At least 40 people were killed on 7 March 2024, Ada Moor said. She denied that it\ud800."
    )
    for claim in annotate(split(Article("a", text, published=date(2024, 3, 8)))):
        reading = claim.reading
        assert unpack(pack(reading), reading.start, reading.end, reading.quote) == reading


def test_lone_surrogates_survive() -> None:
    reading = Reading(0, 1, "\ud800", claimant="\udfff")
    assert unpack(pack(reading), 0, 1, "\ud800") == reading


def test_what_is_no_reading_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        unpack(b'["x"]', 0, 0, "")
