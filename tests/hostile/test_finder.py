"""The claim finder on texts made to take all time: linear, no crash, no nonsense.

Texts are generated at run time. Bounds are of processor time and generous: only
work that grows with the square of a text breaks them.
"""

import json
import time

import pytest

from workbench.core.claims import Claim, annotate
from workbench.core.events.tolls import find_tolls
from workbench.core.reading.figures import find_figures
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

pytestmark = pytest.mark.slow

SECONDS = 40.0
"""Processor time that no text below may take, on the slowest of machines.

Most take under a tenth of a second; thousands of sentences take what so many
sentences take.
"""

TEXTS = {
    "a line without a full stop": "the mayor said that Ana Silva denied it and " * 23_000,
    "a word without an end": "x" * 1_000_000,
    "nested quotation marks": "“" * 10_000 + " he said " + "”" * 10_000,
    "straight quotation marks": '" ' * 10_000,
    "single quotation marks": "‘a " * 10_000,
    "only digits": "1" * 300_000,
    "digits apart": "1 " * 150_000,
    "digits and commas": "1," * 150_000,
    "spaces": "said" + " " * 60_000 + "he",
    "the same word": "said " * 10_000,
    "the same name": "Silva " * 10_000,
    "toll phrases": "killed three " * 77_000,
    "tolls with stops": "killed three. " * 20_000,
    "relative dates": "last next week " * 60_000,
    "number words": "nineteen " * 100_000,
    "days": "Monday March " * 70_000,
    "names": "".join(f"Ana Silva{i} said no.\n" for i in range(20_000)),
    "full names": "".join(f"Ana{i} Silva said she knew.\n" for i in range(20_000)),
    "short lines": "no\n" * 100_000,
    "different short lines": "".join(f"no {i}\n" for i in range(50_000)),
    "initials": "a. " * 300_000,
    "dotted capitals": "A." * 200_000,
    "hyphens": "A-" * 100_000,
    "brackets": "(" * 20_000 + "said" + ")" * 20_000,
    "open quotations": "“He said that.\n" * 20_000,
    "denials": "not no evidence of " * 20_000,
    "Chinese": "他说" * 100_000,
    "emoji": "\U0001f600" * 200_000,
    "combining marks": "a" + "\u0301" * 200_000,
    "marks apart": "a\u0301 " * 100_000,
    "question marks": "?!" * 200_000,
    "apostrophes": "'" * 200_000,
    "dashes": "— said " * 20_000,
    "currencies": "$" * 200_000,
    "lone surrogates": "\ud800 said " * 20_000,
    "control characters": "\x1b[31m\x00 " * 40_000,
}
SAYS_SOMETHING = {"tolls with stops", "names", "full names", "open quotations"}
"""Texts of many short sentences; in all others, at most what is left over is one."""


def measured(text: str) -> tuple[list[Claim], float]:
    """All passages of a text as annotated, and the processor time it took, tolls included."""
    began = time.process_time()
    document = split(Article("hostile", text))
    found = list(annotate(document))
    find_tolls(document, find_figures(document))
    return found, time.process_time() - began


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_takes_all_time(name: str) -> None:
    found, seconds = measured(TEXTS[name])
    assert seconds < SECONDS
    assert all(TEXTS[name][c.start : c.end] == c.quote for c in found)
    assert all(0 <= c.score <= 100 for c in found)
    json.dumps([c.as_json() for c in found[:1000]])
    if name not in SAYS_SOMETHING:
        assert sum(bool(c.kinds) for c in found) <= 1


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    text = TEXTS[name]
    half, whole = text[: len(text) // 2], text
    _, once = measured(half)
    _, twice = measured(whole)
    if twice > 0.5 and twice > 3 * once:  # what else the machine does can spoil one measurement
        once, twice = measured(half)[1], measured(whole)[1]
    assert twice < 0.5 or twice < 3 * once
