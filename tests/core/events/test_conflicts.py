from datetime import date

from workbench.core.compare.bearings import bearing
from workbench.core.events.conflicts import Account, conflicts_between, folded, strongest
from workbench.core.events.same_event import sketch_of
from workbench.core.text.articles import Article

DAY = date(2024, 3, 1)
FIRE = "The fire at the Grimsel mill in Ostwald killed {} people, mayor Inge Blum said."


def account(id, *passages, published=DAY, tolls=()):
    text = " ".join(passages)
    article = Article(id, text, published=published)
    claims = [bearing(p, article=id, start=text.index(p), published=published) for p in passages]
    return Account(tuple(claims), tuple(claims[i] for i in tolls), sketch_of(article, ()))


def quotes(conflicts):
    return [{c.one.quote, c.other.quote} for c in conflicts]


def test_two_tolls_of_one_event_on_one_day_are_a_conflict():
    one, other = account("a", FIRE.format(12)), account("b", FIRE.format(21))
    (found,) = conflicts_between(one, other)
    assert {found.one.quote, found.other.quote} == {FIRE.format(12), FIRE.format(21)}
    assert any("12 ≠ 21" in reason for reason in found.reasons)
    assert found.key == conflicts_between(other, one)[0].key


def test_what_agrees_is_no_conflict():
    assert conflicts_between(account("a", FIRE.format(12)), account("b", FIRE.format(12))) == []


def test_tolls_of_two_events_are_never_set_against_each_other():
    one = account("a", FIRE.format(12))
    other = account(
        "b", "The fire at the Anker hotel in Seeburg killed 21 people, mayor Ole Dahl said."
    )
    assert conflicts_between(one, other) == []


def test_a_toll_that_rose_by_the_next_day_is_no_conflict():
    later = account("b", FIRE.format(21), published=date(2024, 3, 2))
    assert conflicts_between(account("a", FIRE.format(12)), later) == []


def test_tolls_that_share_no_word_are_compared_as_what_their_articles_stand_by():
    place = "Inge Blum, the mayor of Ostwald, came to the Grimsel mill."
    one = account("a", place, "Twelve workers died.", tolls=(1,))
    other = account("b", place, "At least 30 people lost their lives there.", tolls=(1,))
    assert {"Twelve workers died.", "At least 30 people lost their lives there."} in quotes(
        conflicts_between(one, other)
    )


def test_a_report_that_gives_the_other_ones_figure_too_does_not_contradict_it():
    place = "Inge Blum, the mayor of Ostwald, came to the Grimsel mill."
    one = account("a", place, "Twelve workers died.", tolls=(1,))
    both = account(
        "b",
        place,
        "At least 30 people lost their lives.",
        "Twelve people died at once.",
        tolls=(1,),
    )
    assert conflicts_between(one, both) == []


def test_one_report_may_count_the_dead_among_those_who_were_hit():
    place = "Inge Blum, the mayor of Ostwald, came to the Grimsel mill."
    one = account("a", place, "Two people died.", "Nine people were shot.", tolls=(1, 2))
    other = account(
        "b", place, "Two people died.", "Seven others were taken away injured.", tolls=(1, 2)
    )
    assert conflicts_between(one, other) == []


def test_nobody_hurt_contradicts_somebody_hurt():
    place = "Inge Blum, the mayor of Ostwald, came to the Grimsel mill."
    one = account("a", place, "There were no casualties, the owner said.", tolls=(1,))
    other = account("b", place, "Three workers were injured.", tolls=(1,))
    assert {"There were no casualties, the owner said.", "Three workers were injured."} in quotes(
        conflicts_between(one, other)
    )


def test_a_denial_stands_against_its_assertion():
    one = account("a", "The army of Kelvia shelled the Ostrian port of Malm, Ostria said.")
    other = account("b", "Kelvia denied that its army had shelled the Ostrian port of Malm.")
    (found,) = conflicts_between(one, other)
    assert found.independent


def test_an_article_is_compared_with_itself_only_where_it_says_the_same_again():
    parts = account("a", FIRE.format(12), "At Grimsel, 21 people were killed in an older fire.")
    assert conflicts_between(parts, parts) == []
    twice = account("a", FIRE.format(12), FIRE.format(21))
    (found,) = conflicts_between(twice, twice)
    assert not found.independent


def test_one_pair_of_passages_stands_once_the_strongest_first():
    one = account(
        "a",
        FIRE.format(12),
        "Police said Mayor Inge Blum of Ostwald has resigned over the Grimsel mill.",
    )
    other = account(
        "b",
        FIRE.format(21),
        "Police said Mayor Inge Blum of Ostwald has not resigned over the Grimsel mill.",
    )
    found = conflicts_between(one, other)
    assert len(found) == 2
    both = strongest([*found, *conflicts_between(other, one)])
    assert [c.key for c in both] == [c.key for c in found]
    assert [c.strength for c in both] == sorted((c.strength for c in both), reverse=True)


def test_two_papers_that_name_different_sources_still_contradict_each_other():
    one = account("a", "Mark Tolland of Weyburn will appeal, his lawyer Sam Ode said.")
    other = account("b", "Tolland of Weyburn will not appeal, a person close to the family said.")
    assert len(conflicts_between(one, other)) == 1


def test_small_counts_of_one_thing_exclude_each_other():
    one = account("a", "Norvane of Ellmar will close two plants, Hanna Brix said.")
    other = account("b", "Norvane will close three plants in Ellmar, Rolf Tann said.")
    (found,) = conflicts_between(one, other)
    assert any("2 ≠ 3 plants" in reason for reason in found.reasons)


def test_fewer_missing_on_a_later_day_is_no_conflict():
    missing = "In Osk, {} people from the Arvik mine are missing, Lena Brandt said."
    one, later = missing.format(12), missing.format(5)
    assert (
        conflicts_between(account("a", one), account("b", later, published=date(2024, 3, 2))) == []
    )
    assert conflicts_between(account("a", one), account("b", later)) != []


def test_a_contradiction_in_copies_stands_once_and_counts_them():
    copy = (
        "Inge Blum, mayor of Ostwald, said the fire at the Grimsel mill killed 21 people on Friday."
    )
    again = copy.replace("on Friday", "late on Friday")
    accounts = [account("a", FIRE.format(12)), account("b", copy), account("c", again)]
    pairs = [(accounts[0], accounts[1]), (accounts[0], accounts[2])]
    found = strongest(c for pair in pairs for c in conflicts_between(*pair))
    assert len(found) == 2
    (once,) = folded(found)
    assert (once.key, once.copies) == (found[0].key, 1)
    other = account("d", FIRE.format(40))
    assert len(folded([*found, *conflicts_between(accounts[0], other)])) == 2


def test_rows_of_a_list_in_one_article_are_no_contradictions():
    rows = [f"Fires in town: {n} homes, {n + 3} barns and mills burned." for n in (12, 40, 75)]
    listed, twice = account("a", *rows), account("b", *rows[:2])
    assert conflicts_between(listed, listed) == []
    assert conflicts_between(twice, twice) != []


def test_what_somebody_said_three_times_is_no_list():
    said = [f"The mayor said {n} homes, {n + 3} barns and mills burned." for n in (12, 40, 75)]
    whole = account("a", *said)
    assert conflicts_between(whole, whole) != []


def test_a_decision_or_a_plea_is_no_denial():
    claim = "Mayor Inge Blum said the Grimsel mill in Ostwald would close over the fire."
    for answer in (
        "The council in Ostwald rejected a plan to close the Grimsel mill over the fire.",
        "Inge Blum of the Grimsel mill in Ostwald has pleaded not guilty over the fire.",
    ):
        found = conflicts_between(account("a", claim), account("b", answer))
        assert not [reason for c in found for reason in c.reasons if " denies " in reason]
