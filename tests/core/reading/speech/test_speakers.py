"""Speakers: who is reported to say what, and under which full name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_linear
from workbench.core.reading.model import Attribution
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


def attributions(text: str) -> list[tuple[Attribution, ...]]:
    return list(find_attributions(split(Article(id="a", text=text))))


def main_of(text: str) -> Attribution:
    """The main attribution of a text's last passage."""
    return attributions(text)[-1][0]


def claimants(text: str) -> list[str]:
    return [found[0].claimant if found else "" for found in attributions(text)]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "rule"),
    [
        ("The harbour office said on Monday that the ferry was late.", "The harbour office",
         "said", "subject cue"),
        ("Prices will fall again, the central bank announced.", "the central bank", "announced",
         "subject cue"),
        ("Marta Lind, a geologist at the University of Turin, told reporters that the slope was "
         "stable.", "Marta Lind", "told", "subject cue"),
        ("Shopkeeper Joao Pinto, 54, said he had run outside.", "Shopkeeper Joao Pinto", "said",
         "subject cue"),
        ("His lawyer, Tom Blake, insisted that the papers were lost.", "Tom Blake", "insisted",
         "subject cue"),
        ("“The slope is stable,” wrote Marta Lind on Friday.", "Marta Lind", "wrote",
         "cue subject"),
        ("The slope is stable, said the mayor of Turin.", "the mayor of Turin", "said",
         "cue subject"),
        ("According to a Pentagon official, two ships were moved.", "a Pentagon official",
         "According to", "according to"),
        ("The tower had been empty for years, according to residents.", "residents",
         "according to", "according to"),
        ("Norland's claim that the border was open surprised the villagers.", "Norland", "claim",
         "possessive noun"),
        ("The minister made the argument that taxes were low.", "The minister",
         "made the argument", "verb and noun"),
        ("Peter Gray was quoted as saying that the bridge was safe.", "Peter Gray",
         "quoted as saying", "quoted as saying"),
        ("Peter Gray was quoted by the Evening Herald as saying that the bridge was safe.",
         "Peter Gray", "quoted by the", "quoted as saying"),
        ("The mill, which employs 12,000 people, said it would close.", "The mill", "said",
         "subject cue"),
        ("The leak was first reported by the Evening Herald.", "the Evening Herald", "reported",
         "cue by source"),
        ("The fight ended early, with Lind and Gray saying it was a draw.", "Lind and Gray",
         "saying", "subject participle"),
        ("The governor is worried that the dam will not hold.", "The governor", "worried",
         "attitude"),
        ("Researchers at the Marine Institute found that the reef had grown.",
         "Researchers at the Marine Institute", "found", "subject cue"),
        ("Twelve percent indicated that they were undecided.", "Twelve percent", "indicated",
         "subject cue"),
        ("The senator called for lower tolls.", "The senator", "called", "subject cue"),
        ("“We are out of bread,” the baker sighed.", "the baker", "sighed", "verb by quotation"),
        ("The clerk turned around: “We have no more stamps today.”", "The clerk", "around",
         "introduces quotation"),
        ("“We won!” crowed Ivo Brandt, who ran last.", "Ivo Brandt", "crowed", "verb by quotation"),
        ("“It was all for nothing,” wailed the widow.", "the widow", "wailed", "verb by quotation"),
        ("‘We slept in the car,’ said Petra, a cook who lost her house.", "Petra", "said",
         "cue subject"),
        ("“No one was told,” read a letter signed by its head nurse, Ana Reis.", "Ana Reis",
         "read", "verb by quotation"),
        ("“The pump failed,” said its chief engineer, Tom Blake.", "Tom Blake", "said",
         "cue subject"),
        ("One neighbour, 82-year-old Karl Wend, said he had heard a bang.",
         "82-year-old Karl Wend", "said", "subject cue"),
        ("Losses are high, according to estimates by a Norland official.", "a Norland official",
         "according to", "according to"),
        ("Insurers put the damage at between 3 million and 5 million euros.", "Insurers", "put",
         "subject cue"),
        ("Dealers value the vase, which is only 12 cm tall, at €9,000.", "Dealers", "value",
         "subject cue"),
        ("It hung in a school, the museum revealed.", "the museum", "revealed", "subject cue"),
        ("The bridge will close, the operator Spanways Ltd. announced, after engineers found "
         "cracks.", "the operator Spanways Ltd.", "announced", "subject cue"),
        ("The plant will reopen, the agency clarified.", "the agency", "clarified", "subject cue"),
        ("The group published a report on eels.", "The group", "published", "subject cue"),
        ("“We are not afraid.”— Marta Lind.", "Marta Lind", "—", "source after dash"),
        ("Poll: Most pupils walk to school.", "Poll", ":", "source and colon"),
        ("The head of the river authority, Marta Lind, said the dam was safe.", "Marta Lind",
         "said", "subject cue"),
        ("Footage released on May 3 indicates that the bridge fell.", "Footage", "indicates",
         "subject cue"),
        ("The authors of a paper published in the journal Tides argued that eels sleep.",
         "The authors of a paper", "argued", "subject cue"),
        ("Brokers at Lind & Co say growth will slow.", "Brokers at Lind & Co", "say",
         "subject cue"),
        ("The survey institute assessed that the lake is shrinking.", "The survey institute",
         "assessed", "subject cue"),
        ("Growth will slow, say economists.", "economists", "say", "cue subject"),
        ("“It burned,” said Marta Nealy of Turin.", "Marta Nealy of Turin", "said", "cue subject"),
        ("Marta A. Lind, the owner, said it had rained.", "Marta A. Lind", "said", "subject cue"),
        ("Paul Connolly said it had rained.", "Paul Connolly", "said", "subject cue"),
        ("A second witness said it had rained.", "A second witness", "said", "subject cue"),
        ("His old partner, Paul B. Reis, called him a master of the trade.", "Paul B. Reis",
         "called", "subject cue"),
        ("Lind, a trader, said the mayor’s “hot temper” was known.", "Lind", "said", "subject cue"),
        ("The Board on waste and water found that wells were dry.", "The Board on waste and water",
         "found", "subject cue"),
        ("Those close to him say that he is ill.", "Those close to him", "say", "subject cue"),
        ("The critic raised questions about the bridge.", "The critic", "raised questions",
         "verb and noun"),
    ],
)  # fmt: skip
def test_each_way_of_naming_a_source_is_found(
    sentence: str, source: str, cue: str, rule: str
) -> None:
    found = main_of(sentence)
    assert (found.source, found.cue, found.rule) == (source, cue, rule)


@pytest.mark.parametrize(
    "sentence",
    [
        "Both kingdoms recalled their ambassadors.",
        "The carmaker recalled 40,000 vans over a faulty belt.",
        "The officers found a body near the river.",
        "Trains run to all parts of the battleground states in autumn.",
        "The storm claimed the lives of six sailors.",
        "A neighbour called the police at midnight.",
        "Anyone with information should call 555 0199.",
        "It goes without saying that winters are long there.",
        "An official did not respond to questions.",
        "The charity supports three hundred families.",
        "The old claims were stored in the cellar.",
        "The train continues to Bern.",
        "The garden was designed by the architect Nora Lind.",
        "It is played in every swing state and town.",
        "He lost in a state the party had won.",
        "The index added 20 points at noon.",
        "Voters would reject the plan.",
        "The club agreed to a loan from the city.",
        "It led to broken windows, closed schools, and long queues.",
    ],
)
def test_other_meanings_of_cue_words_report_nothing(sentence: str) -> None:
    assert attributions(sentence) == [()]


def test_polarity_tells_denying_and_accusing_from_plain_saying() -> None:
    text = (
        "Kato said no.\nKato insisted on it now.\nKato denied the theft.\nKato accused Brandt of "
        "theft."
    )
    assert [found[0].polarity for found in attributions(text.replace("no.", "it rained."))] == [
        "neutral",
        "assertive",
        "denying",
        "accusing",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marta Lind said it rained. Lind added that roads were wet.",
         ["Marta Lind", "Marta Lind"]),
        ("Marta Lind said it rained. She added that roads were wet.", ["Marta Lind", "Marta Lind"]),
        ("Former mayor Marta Lind spoke in Rome. The former mayor said it rained.",
         ["", "Marta Lind"]),
        ("Paul Reis, the senator, spoke in Rome. The senator said it rained.", ["", "Paul Reis"]),
        ("Senators Marta Lind and Paul Reis met. The captain said it rained.", ["", "The captain"]),
        ("President Lind met Paul Reis, the president of a bank. The president said it rained.",
         ["", "The president"]),
        ("Ukraine's General Staff reported it.", ["Ukraine's General Staff"]),
        ("Paul Reis spoke with Marta Lind in Rome. She said it rained.", ["", "Marta Lind"]),
        ("Paul Reis spoke with Marta Lind in Rome. He said it rained.", ["", "Paul Reis"]),
        ("President Ilva Moreno met workers. Mrs. Moreno promised them help.", ["", "Ilva Moreno"]),
        ("Two engineers said the wall leaked. They warned that it could fall.",
         ["Two engineers", "Two engineers"]),
        ("The water agency said the wall leaked. It warned that it could fall.",
         ["The water agency", "The water agency"]),
        ("A harbour official said the wall leaked. He warned that it could fall.",
         ["A harbour official", "A harbour official"]),
    ],
)  # fmt: skip
def test_pronouns_and_short_names_get_the_fullest_form(text: str, expected: list[str]) -> None:
    assert claimants(text) == expected


def test_a_pronoun_stays_as_the_source_and_names_the_claimant() -> None:
    found = main_of("Marta Lind said it rained. She added that roads were wet.")
    assert (found.source, found.claimant) == ("She", "Marta Lind")


def test_a_name_inside_a_quotation_is_not_its_speaker() -> None:
    assert claimants("Marta Lind said it rained.\n“Carla Brandt knows nothing,” she said.") == [
        "Marta Lind",
        "Marta Lind",
    ]


def test_every_sentence_of_a_quotation_has_its_speaker() -> None:
    text = (
        "“It rained for days,” Marta Lind said. “The road is gone.”\n“Nobody came to help us here.”"
    )
    assert claimants(text) == ["Marta Lind"] * 3
    carried = attributions(text)[-1][0]
    assert (carried.source, carried.rule, carried.quoted) == ("", "quotation continues", True)
    assert carried.start == carried.end == text.index("“Nobody")


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“It rained for days and the road is gone.\n“Nobody came to help us,” Marta Lind said."
    assert claimants(text) == ["Marta Lind", "Marta Lind"]


def test_a_speaker_named_after_a_question_belongs_to_the_question() -> None:
    found = attributions(
        "Paul Reis said it rained.\n“Why did nobody come to help us?” Marta Lind asked."
    )
    assert found[1][0].claimant == "Marta Lind"


def test_whoever_frames_the_sentence_comes_first() -> None:
    found = attributions("Gray claims the pilot slept, the minister said.")[0]
    assert [a.claimant for a in found] == ["the minister", "Gray"]


def test_a_medium_that_passes_words_on_comes_after_the_speaker() -> None:
    found = attributions("Marta Lind denied the theft, the Evening Herald reported.")[0]
    assert [a.claimant for a in found] == ["Marta Lind", "the Evening Herald"]


def test_a_chain_keeps_both_sources() -> None:
    found = attributions("The ship sank at dawn, Radio Norland said, citing the coast guard.")[0]
    assert {a.claimant for a in found} >= {"Radio Norland", "the coast guard"}


def test_the_turns_of_a_transcript_have_their_speakers() -> None:
    text = (
        "LIND: We open at nine. The gates stay shut before.\nGRAY: Why so late?  It was "
        "eight.\nLIND: Staff.  We lack staff.\nGRAY: I see that it is hard."
    )
    assert claimants(text)[:2] == ["Lind", "Lind"]
    assert "Gray" in claimants(text)


def test_a_dateline_is_no_speaker() -> None:
    assert main_of("OSLO: The mayor said the bridge was open.").claimant == "The mayor"


def test_boilerplate_and_headings_have_no_speakers() -> None:
    text = (
        "Mayor says bridge is open\nThe mayor said the bridge was open.\nPhoto: Marta Lind said "
        "so / Reuters"
    )
    assert [bool(found) for found in attributions(text)] == [False, True, False]


WORDS = st.sampled_from(
    [
        "Marta",
        "Lind",
        "Gray",
        "he",
        "she",
        "said",
        "denied",
        "according",
        "to",
        "that",
        "“",
        "”",
        '"',
        "''",
        ",",
        ".",
        ":",
        "—",
        "and",
        "The",
        "minister",
        "who",
        "was\n",
        "",
        "",
        "",
        "by",
        "accused",
        "of",
        "not",
        "claims",
        "citing",
        "in",
        "Oslo",
        "(54)",
        "it’s",
        "Mr.",
        "‘well’",
        "saying",
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_sources_are_spans_of_the_article(text: str) -> None:
    document = split(Article(id="a", text=text))
    found = find_attributions(document)
    assert len(found) == len(document.passages)
    for passage, here in zip(document.passages, found, strict=True):
        for a in here:
            assert passage.start <= a.start <= a.end <= passage.end
            assert text[a.start : a.end] == a.source
            assert a.cue
            assert a.rule


@pytest.mark.parametrize(
    "sentence",
    [
        "The company will publish half-year figures on May 2.",
        "The paper published extracts from her letters.",
        "Three clerks were held for questioning and released.",
        "Two men were taken in for questioning.",
        "Rovers paid half of what City offered.",
        "One shows a parade abroad.",
        "She put the bag at the door.",
        "The minister dismissed two of her aides.",
    ],
)
def test_deeds_with_words_of_saying_report_nothing(sentence: str) -> None:
    assert attributions(sentence)[-1] == ()


def test_a_denial_with_a_whole_quotation_is_a_statement_too() -> None:
    found = attributions("The firm dismissed that as gossip: “Every bill was paid on time.”")[-1]
    assert [a.polarity for a in found] == ["denying", "neutral"]
    assert {a.claimant for a in found} == {"The firm"}


def test_it_is_the_body_that_was_written_of_just_before() -> None:
    text = (
        "Mayor Ana Reis said so. The printing house Tipograf has been fined. It rejects all blame."
    )
    assert claimants(text)[-1] == "The printing house Tipograf"


def test_it_is_no_thing_that_was_written_of_just_before() -> None:
    assert claimants("The rise of the river went on. It denied the report.")[-1] == "It"


def test_a_pronoun_without_a_name_gives_way_to_a_name() -> None:
    assert claimants("It pledged to pay, the agency Tarna says.") == ["the agency Tarna"]


HOSTILE = {
    "no full stop": "the mayor said that Ana Silva denied it " * 5000,
    "quotation marks": "“" * 10_000 + " he said " + "”" * 10_000,
    "straight marks": 'said " he ' * 10_000,
    "spaces": "he said" + " " * 60_000 + "so",
    "one word": "said " * 10_000,
    "capitals": "Silva of the " * 10_000,
    "digits": "1" * 200_000,
    "commas": "Silva, said, " * 8_000,
    "lines": "“He said that.\n" * 5_000,
    "people": "".join(f"Ana Silva{i} said no. Ana said yes.\n" for i in range(2_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_no_time(name: str) -> None:
    assert_linear(lambda text: find_attributions(split(Article(id="a", text=text))), HOSTILE[name])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Moor, director of the port told the paper that it was shut.", "Ada Moor"),
        ("Moor's daughter, Ilse, said the lock was shut.", "Ilse"),
        ("The head of the port, Ada Moor, said the lock was shut.", "Ada Moor"),
        ("Ada Moor, on her own blog said the lock was shut.", "Ada Moor"),
        ("Ada Moor from the rowing club said the lock was shut.", "Ada Moor"),
        ("The ministries have both said the lock was shut.", "The ministries"),
        ("The paper cited a nurse saying the lock was shut.", "a nurse"),
    ],
)
def test_the_source_is_whoever_is_named_or_described_as_speaking(text: str, who: str) -> None:
    assert main_of(text).claimant == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norland’s envoy said so. Norlandic envoy Ada Moor left.", "Ada Moor"),
        ("Norland’s envoy said so. Kestrian envoy Ada Moor left.", "Norland’s envoy"),
        ("The envoy to Kestria said so. Envoy Ada Moor left.", "Ada Moor"),
        ("The envoy said so. Envoy Ada Moor left.", "The envoy"),
    ],
)
def test_a_description_is_whoever_holds_the_office_in_the_article(text: str, who: str) -> None:
    assert attributions(text)[0][0].claimant == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("„The quay is closed“, Voss said.", "Voss"),
        ("»The quay is closed«, Voss said.", "Voss"),
        ("The reports were dismissed as “silly” and “old” by the harbour office.",
         "the harbour office"),
        ("The mayor has offered the union a deal, according to local media.", "local media"),
        ("“We began to fight,” Farah, daughter of Gul said.", "Farah"),
        ("Ana Voss @anavoss tweeted that the quay was closed.", "Ana Voss"),
        ("“It broke,” said Ben Gray of the northern delegation.", "Ben Gray"),
        ("Ana Voss took to the radio to say that the quay was closed.", "Ana Voss"),
        ("Ana Voss grew angrier, later saying the plan was dead.", "Ana Voss"),
    ],
)  # fmt: skip
def test_who_speaks_behind_marks_handles_and_adverbs(text: str, who: str) -> None:
    found = find_attributions(split(Article("a", text)))
    assert [a.claimant for a in found[0]][:1] == [who]


@pytest.mark.parametrize(
    "text", ["It is fair to say the quay is old.", "The firm has no more to say about it."]
)
def test_what_nobody_went_out_to_say_is_no_statement(text: str) -> None:
    assert find_attributions(split(Article("a", text)))[0] == ()


def test_somebody_is_known_by_the_age_that_was_told_of_them() -> None:
    text = (
        "Ana Voss, 61, left the port with Ben Gray, 40, on Monday.\n\n"
        "The 61-year-old said the quay was unsafe.\n\n“It broke,” said the 40-year-old.\n"
    )
    found = find_attributions(split(Article("a", text)))
    assert [a.claimant for said in found for a in said] == ["Ana Voss", "Ben Gray"]


def test_a_list_with_colons_gives_nobody_the_rest_of_the_article() -> None:
    story = "\n\n".join(["The count went on in the hall until late at night."] * 30)
    text = f"Ana Voss: 2,316.\n\nBen Gray: 1,800.\n\n{story}\n"
    found = find_attributions(split(Article("a", text)))
    assert not any(found[4:])
