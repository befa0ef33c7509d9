"""The shipped table is the one that the script in the repository makes, and reads as a table."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from workbench.core.compare.bearings import bearing
from workbench.core.decide import relation

ROOT = Path(__file__).parents[3]
SCRIPT = (
    "relation.py", "pairs.py", "changes.py", "invented.py", "links.py", "desk.py", "negatives.py",
)  # fmt: skip
READ = json.loads(
    files("workbench.core.decide").joinpath("relation.json").read_text(encoding="utf-8")
)


def test_the_table_was_made_by_the_script_as_it_stands() -> None:
    texts = [(ROOT / "training" / name).read_bytes() for name in SCRIPT]
    made_by = hashlib.sha256(b"".join(texts)).hexdigest()[:16]
    assert READ["made_by"] == made_by, "run `python -m training.relation DEVDATA --write` again"


def test_the_table_says_on_what_it_was_fitted() -> None:
    assert {"stance", "relation", "rte3"} <= READ["data"].keys()
    assert all(len(digest) == 16 for digest in READ["data"].values())
    assert READ["pairs"]["stance"] > 500


def test_every_value_of_a_plain_pair_has_a_weight() -> None:
    sides = ("The mayor of Orlem resigned on Monday.", "The mayor of Orlem did not resign.")
    values = relation.features_of(*map(bearing, sides))
    assert set(values) <= READ["weights"].keys()


def test_names_of_features_are_words_that_a_reader_understands() -> None:
    for name in READ["weights"]:
        assert name.replace(relation.OF_ONE_MATTER, "").replace(": ", " ").replace(",", "")
        assert "_" not in name


def test_what_calls_a_claim_false_never_corroborates_it() -> None:
    claim = "The old mill at Orlem burnt down on Monday night."
    for passage in (
        "It is a hoax that the old mill at Orlem burnt down on Monday night.",
        "Reports that the old mill at Orlem burnt down on Monday night are false.",
        "Old mill at Orlem burnt down on Monday night? No.",
        "There is no evidence that the old mill at Orlem burnt down on Monday night.",
    ):
        assert relation.compare(bearing(claim), bearing(passage)).relation == relation.CONFLICTS


def test_no_weight_is_beyond_what_a_fit_gives() -> None:
    """Weights are shrunk when they are fitted; one of these sizes was put there by hand."""
    for name, pair in READ["weights"].items():
        assert max(map(abs, pair)) < MOST, name


MOST = 3.5
"""The largest weight that was ever fitted is 2.94 ("omission"): 3.5 leaves room for a new fit."""
