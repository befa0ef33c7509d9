"""Lists of claims: a narrow one reads only what it needs, and says the same."""

import pytest

from workbench.case import Case, ClaimFilter, corpus


def test_a_narrow_list_is_the_part_of_the_whole_list(
    seeds_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = seeds_case.corpus.claims()
    for row in whole[:3]:
        seeds_case.decisions.rule(row.id, "true", "It is so.")
    whole = seeds_case.corpus.claims()
    article = whole[0].article
    kept = [row for row in whole if row.article == article and row.score >= 40]
    for few in (0, 200):
        monkeypatch.setattr(corpus, "FEW", few)
        assert seeds_case.corpus.claims(ClaimFilter(article=article, min_score=40)) == kept
    assert {row.status for row in kept} >= {"ready for review"}
