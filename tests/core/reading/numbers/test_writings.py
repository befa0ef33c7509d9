"""One number, however it is written and whatever stands before it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.reading.figures import figures_in
from workbench.core.reading.numbers.cores import FORMS, cores_in
from workbench.core.reading.numbers.numbers import numbers_in, values_in
from workbench.core.reading.terms import number_term, words

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["ten", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
BLANKS = " \u00a0\u2009\u202f\u2007"
BEFORE = [
    "— ", "—", "–", " – ", "--", " - ", "... ", "…", ": ", ":", "; ", ", ", "/", "(", "[", "“", "”",
    "„", "«", "« ", "‹", "'", "‘", '"', "| ", "• ", "» ", "?", "!", "\n", "\u00a0",
]  # fmt: skip
BOUNDS = {
    "at least ": ("low", None),
    "no fewer than ": ("low", None),
    "more than ": ("low", None),
    "up to ": (None, "high"),
    "fewer than ": (None, "high"),
    "At most ": (None, "high"),
    "about ": ("low", "high"),
    "": ("low", "high"),
}


def spelled(value: int) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    for scale, name in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if value >= scale:
            rest = f" {'and ' if value % scale < 100 else ''}{spelled(value % scale)}"
            return f"{spelled(value // scale)} {name}{rest if value % scale else ''}"
    raise AssertionError


STYLES = {
    "plain": str,
    "commas": lambda value: f"{value:,}",
    "blanks": lambda value: f"{value:,}".replace(",", " "),
    "thin blanks": lambda value: f"{value:,}".replace(",", "\u202f"),
    "apostrophes": lambda value: f"{value:,}".replace(",", "'"),
    "quotes": lambda value: f"{value:,}".replace(",", "’"),
    "points": lambda value: f"{value:,}".replace(",", "."),
    "words": spelled,
}
VALUES = st.one_of(
    st.integers(2, 999),
    st.integers(1000, 1400),
    st.integers(2200, 99_999),
    st.integers(10**5, 10**9),
)


@pytest.mark.parametrize(
    ("written", "bounds"),
    [pytest.param(*example, id=form.name) for form in FORMS for example in form.yes],
)
def test_each_form_reads_its_examples(written: str, bounds: tuple[float, float]) -> None:
    (number,) = cores_in(f"They saw {written} boats of the rest.")
    assert (number.low, number.high) == bounds


def test_no_form_is_without_examples() -> None:
    assert all(form.yes for form in FORMS)


@given(
    VALUES,
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(sorted(BOUNDS)),
    st.sampled_from(BEFORE),
)
@settings(max_examples=1000, deadline=None)
def test_a_count_is_read_in_any_style_after_any_mark(value, style, bound, before):
    text = f"The storm hit the coast{before}{bound}{STYLES[style](value)} boats sank there."
    (number,) = numbers_in(text)
    low, high = BOUNDS[bound]
    assert (number.low, number.high) == (low and value, high and value)
    assert text[number.core : number.end] == STYLES[style](value)
    assert text[number.start :].lower().startswith(bound.lower() or STYLES[style](value).lower())


@given(VALUES, st.sampled_from(sorted(STYLES)))
@settings(max_examples=1000, deadline=None)
def test_a_value_is_one_term_in_every_style(value, style):
    assert words(f"They found {STYLES[style](value)} boats") == [
        "found",
        number_term(value),
        "boat",
    ]


@given(
    st.integers(1, 10**6).map(lambda n: n / 100),
    st.sampled_from(["-", "−", "–", "minus "]),
    st.sampled_from(["{}%", "{} percent", "${} million", "€{}bn", "{}°C", "{} degrees"]),
    st.sampled_from(["fell to ", "was (", "stood at “", "of ", "was: "]),
)
@settings(max_examples=1000, deadline=None)
def test_signs_are_read_before_every_unit(value, minus, unit, before):
    text = f"The rate {before}{minus}{unit.format(f'{value:.2f}')} in May."
    signed, plain = figures_in(text), figures_in(text.replace(minus, "", 1))
    assert [(f.low, f.unit) for f in signed] == [(-f.high, f.unit) for f in plain]
    assert all(text[f.start : f.end] == f.text for f in signed)


@given(
    st.sampled_from(["½", "¼", "¾", " 1/2", " 3/4", " ½"]),
    st.integers(1, 90),
    st.sampled_from(["", " million", " thousand", " billion"]),
)
@settings(max_examples=1000, deadline=None)
def test_fractions_count_with_their_scale(part, whole, scale):
    by = {"": 1, " million": 10**6, " thousand": 1000, " billion": 10**9}[scale]
    share = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "3/4": 0.75}[part.strip()]
    (number,) = numbers_in(f"They lost {whole}{part}{scale} tonnes of grain.")
    assert number.low == (whole + share) * by


@given(
    st.integers(1, 50), st.integers(60, 900), st.sampled_from(["all but", "All except", "all bar"])
)
@settings(max_examples=1000, deadline=None)
def test_what_is_excepted_is_taken_off(less, whole, words_):
    (rest,) = numbers_in(f"{words_} {less} of the {whole} boats sank.")
    assert (rest.low, rest.high) == (whole - less, whole - less)


@given(
    st.text(alphabet="0123456789,.'’-–−½/¼$€£%°CkmbnFRs  \u00a0\n[]²³andtoflhscore", max_size=60)
)
@settings(max_examples=1000, deadline=None)
def test_spans_are_true_in_any_text(text):
    end = 0
    for number in numbers_in(text):
        assert end <= number.start <= number.core < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end
    assert all(0 <= n.start < n.end <= len(text) for n in values_in(text))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("In 2021 300 people came.", [(300, 300)]),
        ("On May 5 200 people came.", [(200, 200)]),
        ("Flight 370 239 people boarded.", [(239, 239)]),
        ("They dropped 12 500-pound bombs.", [(12, 12), (500, 500)]),
        ("It cost 12.500 euros.", [(12.5, 12_500)]),
        ("Some 12.500 boats sank.", [(12_500, 12_500)]),
        ("It rose 1.125 percent.", [(1.125, 1.125)]),
        ("It is 1.125 km off, and 1,300 km from there.", [(1.125, 1.125), (1_300, 1_300)]),
        ("It spans 1.5m tall waves.", [(1.5, 1.5)]),
        ("Some 1.5m people came.", [(1_500_000, 1_500_000)]),
        ("There were 12 boats per 100,000 people.", [(12, 12)]),
        ("Not a single boat sank.", [(0, 0)]),
        ("Neither of the two boats sank, nor one of the 40.", [(0, 0), (1, 1), (40, 40)]),
        ("Not all of the 40 boats sank.", [(None, 39)]),
        ("Of the 37 boats, all but three sank.", [(37, 37), (34, 34)]),
        ("All but one of the boats sank.", []),
        ("Hardly any of the 40 boats sank.", [(None, 39)]),
        ("It spans 3 400 km, two-thirds of a million acres.", [(3_400, 3_400), (666_667, 666_667)]),
        ("All but a few of the 40 boats sank.", [(None, 37)]),
        ("Two score boats, 200-odd barges and 30 rafts or fewer.",
         [(40, 40), (200, None), (None, 30)]),
        ("It took Rs 1.2 lakh crore, or £2.5bn-£3bn.",
         [(1_200_000_000_000,) * 2, (2_500_000_000, 3_000_000_000)]),
        ("Between -5 and -3 degrees, or 2-3 million.", [(-5, -3), (2_000_000, 3_000_000)]),
        ("The pipe is 20km-30km long and weighs 5kg–6kg a metre.", [(20, 30), (5, 6)]),
        ("It took $20m–30m, then 7m-8m francs.", [(2e7, 3e7), (7e6, 8e6)]),
        ("The fund gave 3m euros for 3m waves.", [(3_000_000, 3_000_000), (3, 3)]),
        ("Three F-16 jets and two T-72 tanks came.", [(3, 3), (2, 2)]),
        ("All 37 boats but three sank, and not one barge.", [(34, 34), (0, 0)]),
        ("Neither ferry was lost; not both of the barges were.", [(0, 0), (None, 1)]),
        ("One point five million boats, half-a-million rafts.", [(1.5e6,) * 2, (5e5,) * 2]),
        ("About ¾ of a million boats and 2-1/2 million rafts.", [(7.5e5,) * 2, (2.5e6,) * 2]),
        ("Some 80 boats, if not more, and 60 barges at best.", [(80, None), (None, 60)]),
        ("It rose 5% or more, then half a percent.", [(5, None), (0.5, 0.5)]),
        ("It fell by -USD 3.2 million, then − 4 degrees.", [(-3_200_000,) * 2, (-4, -4)]),
        ("Net arrivals were -3,500 boats; - 40 boats came.", [(-3_500, -3_500), (40, 40)]),
        ("At least … 17 boats and no more than “40 rafts”.", [(17, None), (None, 40)]),
        ("They were up to 40 rafts; the war was over, 17 boats lay there.",
         [(None, 40), (17, 17)]),
        ("Some 90 boats (or more) and 40 rafts (or fewer).", [(90, None), (None, 40)]),
        ("It lost 90 ± 5 boats and 40 rafts, give or take 3.", [(85, 95), (40, 40), (3, 3)]),
        ("Anywhere from 90 to 120 boats, ranging from 3 to 5 rafts.", [(90, 120), (3, 5)]),
        ("It rose from 90 to 120 boats.", [(90, 90), (120, 120)]),
        ("At least 12, perhaps 14, boats and 30 or even 40 rafts.", [(12, None), (30, 40)]),
        ("All 52 boats, with the exception of two, sank.", [(50, 50)]),
        ("All but one of the crew of 12 swam.", [(11, 11)]),
        ("Neither the barge nor the two boats sank.", [(0, 0)]),
        ("Threescore boats, fourscore and five rafts.", [(60, 60), (85, 85)]),
        ("It holds 12 m³, or 1⅓ million boats.", [(12, 12), (1_333_333, 1_333_333)]),
        ("Nearly ⅔ of the boats sank.", [(66.67, 66.67)]),
        ("One in a million boats costs Rs 3 lac.", [(1, 1), (300_000, 300_000)]),
    ],
)  # fmt: skip
def test_numbers_as_people_mean_them(text, bounds):
    assert [(n.low, n.high) for n in numbers_in(text)] == bounds


UNITS = ("km", "kg", "%", "°C", " percent", " million boats", "m euros", "k people")
DASHES = ("-", "–", "—", " - ", " – ", " to ")


@given(
    low=st.integers(2, 400),
    more=st.integers(1, 500),
    unit=st.sampled_from(UNITS),
    link=st.sampled_from(DASHES),
    twice=st.booleans(),
)
@settings(max_examples=1000, deadline=None)
def test_a_range_is_one_number_wherever_its_unit_stands(low, more, unit, link, twice):
    head = unit.split(" ")[0] if unit.startswith(("m ", "k ")) else unit.removesuffix(" boats")
    text = f"It came to {low}{head if twice else ''}{link}{low + more}{unit}, they said."
    by = 10**6 if unit.startswith((" million", "m ")) else 1000 if unit.startswith("k ") else 1
    assert [(n.low, n.high) for n in numbers_in(text)] == [(low * by, (low + more) * by)], text


BEHIND = {
    "or more": "low", "or fewer": "high", "at least": "low", "at most": "high",
    "if not more": "low",
    "perhaps more": "low", "and counting": "low", "tops": "high", "or even more": "low",
    "maximum": "high", "minimum": "low",
}  # fmt: skip


@given(value=st.integers(13, 90_000), bound=st.sampled_from(sorted(BEHIND)), comma=st.booleans())
@settings(max_examples=1000, deadline=None)
def test_a_bound_behind_the_noun_bounds_the_number(value, bound, comma):
    aside = f", {bound}," if comma else f" {bound}"
    number = numbers_in(f"Some {value:,} sailors{aside} were rescued.")[0]
    wanted = (value, None) if BEHIND[bound] == "low" else (None, value)
    assert (number.low, number.high) == wanted
