import json
from datetime import date

import pytest

from workbench.core.candidates.packed import pack, unpack
from workbench.core.claims import find_claims
from workbench.core.text.articles import Article

TEXTS = [
    "At least 12 people were killed in Aville on Tuesday, the mayor said.",
    "About 3.1% of 13,000 homes lost power for two days.",
    "Officials denied that the dam broke.",
    "The bridge opened in 1999 and closed between 2 May and 4 May 2021.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_packed_is_read_back_whole_after_a_journey_as_json(text):
    (claim,) = find_claims(Article("a", text, published=date(2024, 3, 7)))
    travelled = json.loads(json.dumps(pack(claim)))
    assert unpack(travelled) == (claim.claimant, claim.figures, claim.dates)
