"""What reports of one event say against each other stands in one row, with all who say it."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from workbench.core.compare.bearings import Bearing, bearing
from workbench.core.events.clashes import Account, conflicts_between
from workbench.core.events.contradictions import contradictions

DAY = date(2024, 3, 5)
FIRE = "A fire at the mill in Ostwald killed {} people, the brigade said."


def account(id: str, *passages: str, published: date = DAY) -> Account:
    """An article of these passages; what counts people is its toll."""
    claims = [bearing(p, article=id, start=n * 1000, published=published)
              for n, p in enumerate(passages)]  # fmt: skip
    return Account(id, tuple(claims), tuple(c for c in claims if tolls_of(c)))


def tolls_of(side: Bearing) -> bool:
    return bool(side.figures) and side.figures[0].human_toll


def rows(*accounts: Account) -> list[tuple[str, list[str]]]:
    """(slot, values) of every contradiction between reports of one event."""
    found = [
        f
        for n, one in enumerate(accounts)
        for other in accounts[n + 1 :]
        for f in conflicts_between(one, other)
    ]
    events = {a.article: accounts[0].article for a in accounts}
    return [(c.slot, [v.text for v in c.values]) for c in contradictions(found, events)]


def test_tolls_of_one_day_that_differ_are_one_row_with_all_sources() -> None:
    papers = [
        account(name, FIRE.format(n)) for name, n in zip("abcd", (12, 21, 12, 19), strict=True)
    ]
    ((slot, values),) = rows(*papers)
    assert slot == "killed"
    assert sorted(values) == ["12", "19", "21"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIRE.format(12), FIRE.format(12)),
        (FIRE.format(12), FIRE.format("at least 10")),
        (FIRE.format(12), "Three children were among the dead of the fire at the mill in Ostwald."),
        (FIRE.format(12), "A fire in Birkenau killed 21 people, the brigade said."),
        (FIRE.format(12), "A flood in Ostwald killed 21 people, the brigade said."),
        (FIRE.format(12), "A fire at the mill in Ostwald on 1 February 2024 killed 21 people."),
        (FIRE.format(12), "Wars have killed 40,000 people in the region."),
    ],
)  # fmt: skip
def test_what_may_both_be_right_is_no_contradiction(one: str, other: str) -> None:
    dated = one.replace("Ostwald", "Ostwald on 4 March 2024") if "February" in other else one
    assert rows(account("a", dated), account("b", other)) == []


def test_a_toll_that_rose_by_the_next_day_is_a_revision_and_one_that_fell_is_none() -> None:
    first, rose = account("a", FIRE.format(12)), account("b", FIRE.format(14),
                                                         published=DAY + timedelta(1))  # fmt: skip
    fell = account("c", FIRE.format(9), published=DAY + timedelta(1))
    assert rows(first, rose) == []
    assert rows(first, fell) == [("killed", ["12", "9"])]


def test_the_dead_among_the_shot_are_no_contradiction() -> None:
    shot = "Five people were wounded when a gunman opened fire in Ostwald."
    dead = "One person was killed and four people were wounded in Ostwald by a gunman."
    one = account("a", shot)
    other = account("b", "One person was killed in Ostwald by a gunman.", dead)
    assert [row for row in rows(one, other) if row[0] == "wounded"] == []


def test_the_id_of_a_contradiction_does_not_depend_on_the_order() -> None:
    a, b = account("a", FIRE.format(12)), account("b", FIRE.format(21).replace("brigade", "mayor"))
    (one,) = contradictions(conflicts_between(a, b), {})
    (other,) = contradictions(conflicts_between(b, a), {})
    assert one.id == other.id
    assert {one.one.article, one.other.article} == {"a", "b"}
    assert one.independent


def test_events_keep_apart_what_is_said_of_each() -> None:
    a, b = account("a", FIRE.format(12)), account("b", FIRE.format(21))
    c, d = account("c", FIRE.format(12)), account("d", FIRE.format(21))
    found = [*conflicts_between(a, b), *conflicts_between(c, d)]
    assert len(contradictions(found, {"b": "a", "d": "c"})) == 2
    assert len(contradictions(found, {"b": "a", "c": "a", "d": "a"})) == 1


def test_a_contradiction_within_one_source_is_not_called_independent() -> None:
    """One pair of two sources is enough; without any, a reader is not told of two sources."""
    a, b = account("a", FIRE.format(12)), account("b", FIRE.format(21))
    c = account("c", FIRE.format(30))
    found = [*conflicts_between(a, b), *conflicts_between(a, c)]
    within = [replace(one, independent=False) for one in found]
    events = {"b": "a", "c": "a"}
    assert [one.independent for one in contradictions(within, events)] == [False]
    assert [one.independent for one in contradictions([*within[1:], found[0]], events)] == [True]
