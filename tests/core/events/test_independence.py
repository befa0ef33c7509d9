from workbench.core.events.independence import (
    copied,
    count_independent,
    groups,
    same_text,
    shingles,
)

AGENCY = (
    "A cargo ship ran aground off the northern coast early on Tuesday after its engine "
    "failed in heavy seas, and all nineteen sailors were taken off by helicopter."
)
EDITED = (
    "A cargo ship ran aground off the northern coast late on Tuesday after its engine "
    "failed in heavy seas, and all nineteen sailors were lifted off by helicopter."
)
OTHER = (
    "Nineteen crew members were winched to safety when a freighter lost power in a storm "
    "and struck rocks near the lighthouse, the coastguard reported."
)


def test_copies_with_light_edits_are_one_group():
    assert groups([AGENCY, EDITED, OTHER], ["", "", ""]) == [0, 0, 2]


def test_two_reports_of_one_event_stay_apart():
    assert not same_text(shingles(AGENCY), shingles(OTHER))


def test_a_shared_speaker_is_one_source():
    texts = ["Ann Lee said the dam would hold.", "The dam holds, according to Ann Lee.", OTHER]
    assert groups(texts, ["Ann Lee", "Engineer Ann Lee", ""]) == [0, 0, 2]


def test_an_unnamed_source_is_nobody_s_source():
    assert groups(["One thing.", "Another thing."], ["officials", "officials"]) == [0, 1]


def test_a_capital_that_begins_a_sentence_makes_no_name():
    texts = ["One thing.", "Another thing.", "A third thing.", "A fourth thing."]
    assert groups(texts, ["The army", "The police", "Witnesses", "Witnesses"]) == [0, 1, 2, 3]
    assert groups(texts[:2], ["The Kremlin", "Kremlin officials"]) == [0, 0]


def test_copies_edited_apart_from_each_other_are_one_group():
    one = AGENCY.replace("ran aground", "ran hard aground").replace("its engine", "the engine")
    other = AGENCY.replace("early on", "late on").replace("taken off", "flown ashore")
    assert not same_text(shingles(one), shingles(other))
    assert groups([one, OTHER, other], ["", "", ""]) == [0, 1, 0]


def test_short_sentences_in_the_words_of_custom_stay_apart():
    assert not copied(
        "Police said two men were arrested on Monday.",
        "Police said three women were arrested on Friday.",
    )


def test_an_article_that_holds_another_whole_is_the_same_text():
    assert same_text(shingles(AGENCY), shingles(f"{AGENCY} {OTHER} {OTHER.upper()[:40]}"))


def test_empty_texts_are_never_copies():
    assert not copied("", "")


def test_independent_sources_are_counted_by_group():
    assert count_independent([("a", True), ("a", True), ("b", True), ("c", False)]) == 2
