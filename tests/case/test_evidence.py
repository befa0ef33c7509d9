"""Evidence stays true: a changed source is noticed, and nothing moves silently."""

from pathlib import Path

import pytest

from workbench.case import Case

TEXT = (
    "Floods hit Aville\n\nAt least 12 people died in Aville on March 3, 2021, officials said. "
    "The river Ave rose by three metres overnight. Shops in the old town stayed closed.\n"
)
QUOTE = "At least 12 people died in Aville on March 3, 2021, officials said."


def decided(case: Case, tmp_path: Path) -> Path:
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    case.corpus.import_paths([str(source)])
    claim = case.corpus.claims()[0]
    start = TEXT.index(QUOTE)
    case.decisions.link(claim.id, "a.txt", start, start + len(QUOTE), "corroborates")
    return source


@pytest.mark.parametrize(
    ("edit", "state"),
    [
        (lambda text: text, None),
        (lambda text: "A new lead was put before it all.\n\n" + text, None),
        (lambda text: text.replace("12 people", "21 people"), "facts differ"),
        (lambda text: text.replace("people died", "people did not die"), "facts differ"),
        (lambda text: text.replace(QUOTE, ""), "orphaned"),
    ],
)
def test_only_a_quote_that_no_longer_stands_is_put_on_the_list(
    empty_case: Case, tmp_path: Path, edit, state: str | None
) -> None:
    source = decided(empty_case, tmp_path)
    before = empty_case.decisions.links(empty_case.corpus.claims()[0].id)
    source.write_text(edit(TEXT), encoding="utf-8")
    empty_case.corpus.import_paths([str(source)])
    states = [item.state for item in empty_case.evidence.to_look_at()]
    assert states == ([state] if state else [])
    after = empty_case.decisions.links(before[0].claim)
    assert after == before  # the anchor still names what was quoted
    assert empty_case.decisions.verify() == []  # and the old revision still holds it
