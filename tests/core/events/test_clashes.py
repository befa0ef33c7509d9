"""Ages, figures, dates and accounts of what was said differ only where they are of one thing."""

from datetime import date, timedelta

import pytest

from workbench.core.compare.bearings import Bearing, bearing
from workbench.core.events.clashes import Account, conflicts_between

DAY = date(2024, 3, 5)


def account(id: str, *passages: str, published: date = DAY, title: str = "") -> Account:
    claims = [
        bearing(p, article=id, start=n * 1000, published=published, title=title)
        for n, p in enumerate(passages)
    ]
    return Account(id, tuple(claims), tuple(c for c in claims if _counts(c)))


def _counts(side: Bearing) -> bool:
    return bool(side.figures) and side.figures[0].human_toll


def slots(one: Account, other: Account) -> list[str]:
    return sorted(f.slot for f in conflicts_between(one, other))


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        ("The stadium will cost 45 million euros, Mayor Agnes Holt said.",
         "The stadium will cost 54 million euros, according to the council.", "figure"),
        ("Inge Blum served three years in jail in Ostwald.",
         "Inge Blum served four years in jail in Ostwald.", "figure"),
        ("The council of Larkstad voted 31 to 20 for the stadium.",
         "The council of Larkstad approved the stadium with 34 votes to 17.", "outcome"),
        ("President Omar Dent signed the decree on 18 May 2025.",
         "President Omar Dent signed the decree on 20 May 2025.", "date"),
        ("Alexis Moor, 17, was found on Monday.", "Alexis Moor, 19, was a witness.",
         "age of Alexis Moor"),
    ],
)  # fmt: skip
def test_what_differs_of_one_thing_is_found(one: str, other: str, slot: str) -> None:
    assert slots(account("a", one), account("b", other)) == [slot]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # shares of two firms
        ("In Exchange trading in Larkstad, Moor shares closed at $2.75.",
         "In Exchange trading in Larkstad, Blum shares closed at $9.50."),
        # both numbers stand on both sides
        ("Doctors in Mosport reported two cases of measles and 26 of mumps.",
         "Mosport had 26 cases of mumps and two cases of measles."),
        # each, and together
        ("The deal would have paid Blum and Kern 346 million euros apiece.",
         "The deal would have paid Blum and Kern 800 million euros."),
        # the days on which two pages were made
        ("Date of publication 5 July 2016 The bomber struck in Ostwald.",
         "Date of publication 18 July 2016 The bomber struck in Ostwald."),
        # another year's day, written alike
        ("Price was gunned down on Jan. 19 at a car wash in Ostwald.",
         "Price was gunned down on Jan. 19 at a car wash in Ostwald."),
        # a birthday
        ("Alexis Moor, 17, was found on Monday.", "Alexis Moor, 18, was a witness."),
    ],
)  # fmt: skip
def test_what_is_of_different_things_is_none(one: str, other: str) -> None:
    assert slots(account("a", one), account("b", other)) == []


TOLL = "Rockets on the market in Harr killed {} on Tuesday."


@pytest.mark.parametrize(
    "other",
    [
        "Rockets killed some 900 people in Harr this year.",
        "Rockets on the market in Harr killed 12 fighters on Tuesday.",
        "Rockets on the market in Osk killed 12 people on Tuesday.",
        "A flood in Harr killed 12 people on Tuesday.",
    ],
)
def test_tolls_of_others_of_other_places_and_of_a_time_are_no_contradiction(other: str) -> None:
    assert slots(account("a", TOLL.format("18 people")), account("b", other)) == []


def test_nobody_killed_and_final_counts_are_no_earlier_counts() -> None:
    nobody = account("a", "Nobody was killed in the strike on Harr, the army said.")
    four = account("b", "Four dockers were killed in the strike on Harr, families said.",
                   published=DAY + timedelta(1))  # fmt: skip
    assert slots(nobody, four)
    first = account("a", "The fire in Harr on 5 March 2024 killed four people.",
                    published=DAY + timedelta(9))  # fmt: skip
    later = account("b", "The fire in Harr on 5 March 2024 killed five people.",
                    published=DAY + timedelta(40))  # fmt: skip
    assert slots(first, later) == ["killed"]


def test_two_accounts_of_one_meeting_are_set_against_each_other() -> None:
    told = account(
        "a",
        "According to a statement of Kelvia, Minister Lind assured Ardenia of its full support.",
        "The Ardenian account of the meeting makes no mention of Kelvia’s support by Lind.",
    )
    assert slots(told, told) == ["said or did not say"]


def test_what_a_source_leaves_out_is_no_other_account() -> None:
    told = account(
        "a",
        "The source said that Kelvia would release the hostages of Ardenia.",
        "The release was a first signal, the source said, but did not mention Ardenia.",
    )
    assert slots(told, told) == []


@pytest.mark.parametrize(
    "form",
    [
        "{town} was hit by a flood that killed {dead} people on Monday, officials said.",
        "The {town} mill fire killed {dead} people, police said.",
        "{town} mourns {dead} people killed in the fire at the depot.",
        "The mayor of {town} said that {dead} people were killed in the blast.",
        "{town}’s market was bombed on Monday, killing {dead} people.",
        "Inge Blum said that {dead} people died when the {town} bridge collapsed.",
    ],
)
def test_reports_in_one_wording_about_two_towns_are_of_two_things(form: str) -> None:
    one, other = (form.format(town=t, dead=n) for t, n in (("Orlem", 12), ("Velmar", 17)))
    assert slots(account("a", one), account("b", other)) == []
    assert slots(account("a", one), account("b", one.replace("12", "17"))) == ["killed"]


def test_who_says_it_may_differ_in_one_wording() -> None:
    form = "The fire at the Grimsel mill in Ostwald killed {} people, {} said."
    one, other = form.format(12, "Inge Blum"), form.format(21, "Otto Kern")
    assert slots(account("a", one), account("b", other)) == ["killed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # part of a count
        ("The coroner of Harr named four of the five people killed in the fire.",
         "Five people were killed in the fire in Harr."),
        # several occasions together
        ("A series of shootings in Harr left two people dead overnight.",
         "Shootings in Harr killed three people over the weekend."),
        ("More than two dozen shootings in Harr killed three people.",
         "A shooting in Harr killed two people."),
    ],
)  # fmt: skip
def test_parts_and_several_occasions_are_no_toll_of_one(one: str, other: str) -> None:
    assert slots(account("a", one), account("b", other)) == []


def test_a_killer_who_died_is_counted_by_some() -> None:
    one = account("a", "Four people were killed in the shooting in Harr.",
                  "The gunman was shot dead by officers.")  # fmt: skip
    other = account("b", "The shooting in Harr left five people dead.")
    assert slots(one, other) == []
    assert slots(account("a", "Four people were killed in the shooting in Harr."), other)


def test_a_country_is_no_other_place_than_a_town() -> None:
    one = account("a", "The strike in Syria on Tuesday killed 65 people.")
    other = account("b", "The strike in Harr on Tuesday killed 80 people.")
    assert slots(one, other) == ["killed"]


def test_the_bounds_of_a_range_are_compared_where_they_come_nearest() -> None:
    one = account("a", "The gas attack in Harr killed more than 1,400 people, ministers said.")
    other = account("b", "Between 500 and 1,300 people were killed by gas, Harr’s doctors said.")
    assert slots(one, other) == ["killed"]


def test_sizes_and_days_that_both_give_differ_in_nothing() -> None:
    tall = "Police in Ostwald described the man as {} tall with a dark shirt and jeans."
    one, other = tall.format("about 5 feet 4 inches"), tall.format("5 feet 7 inches")
    assert slots(account("a", one), account("b", other)) == []
    school = "Otto Kern was enrolled at the school in Ostwald in {}."
    one, other = school.format("2009 and in 2010"), school.format("2010")
    assert slots(account("a", one), account("b", other)) == []


@pytest.mark.parametrize(
    ("said", "denied", "listed"),
    [
        ("Agnes Holt said that the pool in Ostwald would close.",
         "Holt did not say that the pool would close, her office said.", True),
        ("Agnes Holt said that the pool in Ostwald would close.",
         "Inge Blum never said that the pool would close.", False),
        ("Agnes Holt said that the library would stay open.",
         "Holt did not say that the pool would close.", False),
    ],
)  # fmt: skip
def test_what_was_never_said_is_set_against_who_said_it(
    said: str, denied: str, listed: bool
) -> None:
    found = slots(account("a", said), account("b", denied))
    assert found == (["said or did not say"] if listed else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the dead among those shot at
        ("Guards fired at the crowd in Harr and killed eight of them on Tuesday.",
         "Five people were killed in Harr on Tuesday."),
        # a whole, with some of it named
        ("Nine people were killed in Harr on Tuesday, including two children.",
         "Five people were killed in Harr on Tuesday."),
    ],
)  # fmt: skip
def test_a_toll_of_those_who_were_there_is_a_toll(one: str, other: str) -> None:
    assert slots(account("a", one), account("b", other)) == ["killed"]


@pytest.mark.parametrize(
    "part",
    [
        "Two of the dead in Harr were killed in their beds on Tuesday.",
        "Three others were killed in Harr on Tuesday.",
        "Seven people in Harr, including four killed on Tuesday, were from Ostwald.",
    ],
)
def test_some_of_the_dead_are_no_toll(part: str) -> None:
    whole = account("a", "Nine people were killed in Harr on Tuesday.")
    assert "killed" not in slots(whole, account("b", part))


def test_a_figure_of_another_month_is_another_figure() -> None:
    one = account("a", "Inflation in Ostwald was 5.9 percent in January, the office said.")
    other = account("b", "Inflation in Ostwald was 6.8 percent in February, the office said.")
    assert slots(one, other) == []
