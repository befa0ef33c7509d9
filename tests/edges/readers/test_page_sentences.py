"""Sentences of a page arrive as the page shows them: every word, no mark, nothing struck out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.edges.readers.html_body import page_of
from workbench.edges.readers.html_raised import Raised, raised_text

REST = (
    "<p>Divers went on searching below the weir until it was dark, the fire service told us.</p>"
    "<p>The lock keeper had shut both gates by then, and the barges were tied up along the "
    "quay.</p>"
)


def read(sentence, around="p", head=""):
    body = f"<{around}>{sentence}</{around}>"
    if around == "li":
        body = f"<ul>{body}<li>A second entry of this list has words of its own.</li></ul>"
    return page_of(
        f"<html><head><title>Weir</title>{head}</head><body><main><article><h1>Barge lost</h1>"
        f"{body}{REST}</article></main></body></html>"
    )


def line(sentence, around="p", head=""):
    """The line of the text that the sentence became."""
    lines = read(sentence, around, head).text.split("\n")
    return next(text for text in lines if text not in {"Barge lost"}).removeprefix("- ")


@pytest.mark.parametrize(
    ("raised", "reads"),
    [
        ("Some 19<sup>4</sup> sailors drowned at Osier Weir.",
         "Some 19 sailors drowned at Osier Weir."),
        ("Some 19<sup>4,5</sup> sailors drowned at Osier Weir.",
         "Some 19 sailors drowned at Osier Weir."),
        ("Some 19<a href='#n4'><sup>4</sup></a> sailors drowned.", "Some 19 sailors drowned."),
        ("Some 19<sup><a href='/osier#n4'>[note 4]</a></sup> sailors drowned.",
         "Some 19 sailors drowned."),
        ("Some 19<a href='#n4'>[4]</a> sailors drowned at the weir.",
         "Some 19 sailors drowned at the weir."),
        ("Some 19<a role='doc-noteref' href='#x'>b</a> sailors drowned.",
         "Some 19 sailors drowned."),
        ("Some 19<span style='vertical-align:super'>4</span> sailors drowned.",
         "Some 19 sailors drowned."),
        ("Some 19<sup class='footnote'>*</sup> sailors drowned at the weir.",
         "Some 19 sailors drowned at the weir."),
        ("Repairs cost $6<sup>2</sup> million after the wreck.",
         "Repairs cost $6 million after the wreck."),
        ("It sank in 2016.<sup>7</sup>The keeper saw it.", "It sank in 2016. The keeper saw it."),
        ("The keeper saw it <sup>7</sup>, he said.", "The keeper saw it, he said."),
        ("It lies on the 3<sup>rd</sup> bend of the river.",
         "It lies on the 3rd bend of the river."),
        ("The pool covers 7 km<sup>2</sup> of the marsh.", "The pool covers 7 km² of the marsh."),
        ("A cubic metre holds 10<sup>6</sup> millilitres.", "A cubic metre holds 10⁶ millilitres."),
        ("The film is 10<sup>−7</sup> metres thick.", "The film is 10⁻⁷ metres thick."),
        ("The silt held <sup>137</sup>Cs from the plant.", "The silt held ¹³⁷Cs from the plant."),
        ("The water was full of CO<sub>2</sub> that day.", "The water was full of CO2 that day."),
        ("M<sup>c</sup>Adam steered it to the left bank.", "McAdam steered it to the left bank."),
        ("It took 3<sup>1</sup>/<sub>4</sub> hours to raise it.", "It took 3¼ hours to raise it."),
        ("It took 3<sup>1</sup>&frasl;<sub>4</sub> hours to raise it.",
         "It took 3¼ hours to raise it."),
        ("It took 3<sup>1/4</sup> hours to raise it again.", "It took 3¼ hours to raise it again."),
        ("A plate 2<sup>5</sup>/<sub>16</sub> inches thick broke.",
         "A plate 2 5/16 inches thick broke."),
        ("It was 21<sup>o</sup>C in the wheelhouse then.", "It was 21°C in the wheelhouse then."),
    ],
)  # fmt: skip
def test_marks_of_notes_go_and_what_else_is_raised_reads_as_it_looks(raised, reads):
    assert line(raised) == reads
    assert line(raised, "li") == reads


@pytest.mark.parametrize("element", [
    "time", "button", "label", "output", "data", "meter", "progress", "kbd", "samp", "var", "dfn",
    "cite", "bdi", "mark", "small", "font", "nobr", "blink", "marquee", "noindex", "x-glossary",
    "abbr", "code", "ins", "u", "ruby", "span", "em", "a",
])  # fmt: skip
@pytest.mark.parametrize("around", ["p", "li", "blockquote"])
def test_words_stay_whatever_element_they_stand_in(element, around):
    sentence = f"The keeper of <{element}>Osier Weir</{element}>, who was awake, rang the bell."
    assert line(sentence, around) == "The keeper of Osier Weir, who was awake, rang the bell."


def test_buttons_that_are_no_part_of_a_sentence_stay_out():
    html = "<div><button>Print it now</button> <button>Send on</button></div>"
    assert "Print" not in page_of(f"<main><article>{REST}{html}{REST}</article></main>").text


@pytest.mark.parametrize(
    ("quoted", "reads"),
    [
        ("He said <q>nobody was aboard</q> at noon.", "He said “nobody was aboard” at noon."),
        ("He said <q>the <em>barge</em> was <b>empty</b></q>.", "He said “the barge was empty”."),
        ("He said “<q>nobody was aboard</q>” at noon.", "He said “nobody was aboard” at noon."),
        ("<q>She said <q>wait</q> twice</q>, he told us.", "“She said ‘wait’ twice”, he told us."),
    ],
)
def test_quotations_have_their_marks(quoted, reads):
    assert line(quoted) == reads


@pytest.mark.parametrize(
    ("formula", "reads"),
    [
        ("<math><mn>7</mn></math>", "7"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "½"),
        ("<math><mrow><msup><mn>10</mn><mn>6</mn></msup></mrow></math>", "10⁶"),
        ("<math><semantics><mn>7</mn><annotation>x^7</annotation></semantics></math>", "7"),
        ("<math>" * 60 + "<mn>7</mn>" + "</math>" * 60, "7"),
    ],
)
def test_formulas_read_on_one_line(formula, reads):
    assert (
        line(f"The level rose {formula} metres in a day.")
        == f"The level rose {reads} metres in a day."
    )


@pytest.mark.parametrize(
    "struck",
    [
        "<del>{}</del>", "<s>{}</s>", "<strike>{}</strike>", "<del><b>{}</b></del>",
        "<span style='text-decoration: line-through red'>{}</span>",
        "<span style='color:red;text-decoration-line:line-through'>{}</span>",
        "<span class='old gone'>{}</span>", "<span role='deletion'>{}</span>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["p", "li", "blockquote"])
def test_struck_text_is_left_out_and_reported(struck, around):
    head = "<style>.gone { color: grey; text-decoration: line-through; }</style>"
    sentence = f"Some {struck.format('90')} 9 sailors were saved from the barge."
    assert line(sentence, around, head) == "Some 9 sailors were saved from the barge."
    assert read(sentence, around, head).flags == ("struck text left out: “90”",)


def test_struck_paragraphs_and_pages_too_deep_to_tell():
    page = read("The keeper slept.</p><del><p>The keeper fled.</p></del><p>It sank at noon.")
    assert "fled" not in page.text
    assert "It sank at noon." in page.text
    deep = "<div>" * 3000
    page = page_of(f"{deep}<p>Some <del>90</del> 9<sup>3</sup> sailors were saved.</p>{REST}")
    assert "Some 9 sailors were saved." in " ".join(page.text.split())


NUMBERS = st.one_of(
    st.integers(2, 999).map(str),
    st.integers(1000, 999_999).map("{:,}".format),
    st.decimals(1, 99, places=1).map(str),
)
MARKS = st.one_of(
    st.integers(1, 120).map(str),
    st.lists(st.integers(1, 99), min_size=2, max_size=3).map(lambda ns: ",".join(map(str, ns))),
    st.sampled_from(["*", "†", "‡", "[a]", "[3]", "(2)", "note 4", "[citation needed]", "**"]),
)
WRITTEN = st.sampled_from([
    "<sup>{}</sup>", "<sup><a href='#n'>{}</a></sup>", "<a href='#n'><sup>{}</sup></a>",
    "<sup id='r1' class='reference'><a href='#n'>{}</a></sup>", "<b><sup>{}</sup></b>",
    "<span style='font-size:60%;vertical-align: super'>{}</span>",
])  # fmt: skip
THINGS = st.sampled_from(["sailors", "people", "of the barges", "per cent", "houses", "children"])


@settings(max_examples=1000, deadline=None)
@given(NUMBERS, MARKS, WRITTEN, THINGS)
def test_no_mark_becomes_part_of_a_number(number, mark, written, things):
    raised = written.format(mark)
    assert (
        line(f"Some {number}{raised} {things} were lost.") == f"Some {number} {things} were lost."
    )


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=6), st.text(max_size=12), st.text(max_size=12), st.booleans())
def test_whatever_is_raised_becomes_some_text(text, before, after, linked):
    written = raised_text(Raised(text, before, after, linked))
    assert not (before[-1:].isdigit() and written[:1].isdecimal() and text.strip().isdecimal())


WORDS = st.lists(
    st.sampled_from("keeper weir barge bell rope water night stone bridge crew".split()),  # noqa: SIM905
    min_size=1, max_size=4,
)  # fmt: skip
ELEMENTS = st.sampled_from(
    "time button label output data dfn cite mark small x-tip b em a span noindex".split()  # noqa: SIM905
)


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.tuples(WORDS, ELEMENTS), min_size=1, max_size=4), st.sampled_from(["p", "li"]))
def test_sentences_keep_every_word_in_order(parts, around):
    marked = "".join(f" and <{e}>{' '.join(words)}</{e}> were there" for words, e in parts)
    plain = "".join(f" and {' '.join(words)} were there" for words, _ in parts)
    assert line(f"The mill{marked}.", around) == f"The mill{plain}."


@given(
    st.sampled_from(["s", "strike", "del"]),
    st.sampled_from([
        "<p>{}</p>", "<p>{}</p><p>It was odd.</p>", "<ul><li>{}</li></ul>", "<div><p>{}</p></div>",
        "<blockquote><p>{}</p></blockquote>", "<h2>{}</h2>", "<p><b>{}</b></p>",
    ]),
    st.integers(100, 900),
)  # fmt: skip
def test_whole_blocks_can_be_struck(element, block, number):
    struck = block.format(f"Some {number} sailors were saved from the barge.")
    found = read(f"The keeper slept.</p><{element}>{struck}</{element}><p>It sank at noon.")
    assert str(number) not in found.text
    assert "It was odd" not in found.text
    assert "It sank at noon." in found.text
    assert any(flag.startswith("struck text left out") for flag in found.flags)


@pytest.mark.parametrize(
    "hovering",
    [
        "<span role='tooltip' id='h'>Head of a town</span>",
        "<span class='tooltip-text'>Head of a town</span>",
        "<span class='hover-card'><a href='/m'>Ada Moor</a> has been mayor since May</span>",
    ],
)
def test_what_shows_under_the_pointer_is_left_out_and_reported(hovering):
    found = read(f"The <span class='term'>mayor{hovering}</span> said that 12 barges sank.")
    assert "The mayor said that 12 barges sank." in found.text
    assert any(flag.startswith("hovering text left out") for flag in found.flags)


def test_a_word_that_is_explained_elsewhere_stays():
    assert line("The <span class='tooltip' title='Head'>mayor</span> left at noon.").startswith(
        "The mayor left"
    )
