from workbench.core.compare.voices import attributed, denier, denies


def test_the_speaker_of_a_passage_is_found():
    assert "Ann Lee" in attributed("Ann Lee said the dam would hold.")
    assert attributed("The dam holds.") == ""


def test_who_denies_is_found():
    assert "Bo Marsh" in denier("Bo Marsh has denied that the dam leaks.")


def test_the_verb_follows_the_name():
    assert denies("Ann Lee") == "denies"
    assert denies("officials") == "deny"
