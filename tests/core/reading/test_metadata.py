"""What a plain text says about itself."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.metadata import (
    Stated,
    language_of,
    publisher_of,
    title_of,
    without_publisher,
)

STORY = "The council voted on Tuesday to close the bridge.\nRepairs will take two years."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Council closes bridge\n\n{STORY}", Stated("Council closes bridge", 1)),
        (
            f"\n\nfbpx\n14:20 21 Feb 2025\nBridge closed – mayor\n{STORY}",
            Stated("Bridge closed – mayor", 5),
        ),
        (f"# Bridge to close\n{STORY}", Stated("Bridge to close", 1)),
        (f"Will the bridge close?\n{STORY}", Stated("Will the bridge close?", 1)),
        (f"“We will close the bridge”\n{STORY}", Stated("“We will close the bridge”", 1)),
        (STORY, None),
        ("Only a line without a full stop", None),
        ("", None),
        ("word " * 100 + "\n" + STORY, None),
    ],
)
def test_the_title_is_the_heading_above_the_story(text, title):
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Title\n{STORY}\nSource: The Harbour Post", "The Harbour Post"),
        (f"Title\n{STORY}\nSource: Harbour Post\n\nYou may also like", "Harbour Post"),
        (f"Council closes bridge in spring | Harbour Post\n{STORY}", "Harbour Post"),
        (f"Title\n\nLISBON (Reuters) - The council voted.\n{STORY}", "Reuters"),
        (f"Title\n\nLISBON, Portugal (AP) — The council voted.\n{STORY}", "AP"),
        (f"Title\n{STORY}\n© 2023 Harbour Post. All rights reserved.", "Harbour Post"),
        (f"Title\n{STORY}\nPublished by: Harbour Post", "Harbour Post"),
        (f"Title\n{STORY}", ""),
        (f"Title\n{STORY}\nSource link", ""),
        (f"Title\n{STORY}\nSource: a person who asked not to be named", ""),
        ("", ""),
    ],
)
def test_the_publisher_is_read_only_where_it_is_stated(text, publisher):
    found = publisher_of(text)
    assert (found.value if found else "") == publisher


@pytest.mark.parametrize(
    ("title", "publisher", "bare"),
    [
        ("Bridge shut | Post", "Post", "Bridge shut"),
        ("Bridge shut - Harbour Post", "Harbour Post", "Bridge shut"),
        ("Bridge shut by Post", "Post", "Bridge shut by Post"),
        ("Goodpost", "post", "Goodpost"),
        ("Post", "Post", "Post"),
        ("Bridge shut", "", "Bridge shut"),
    ],
)
def test_a_title_goes_without_its_publisher(title, publisher, bare):
    assert without_publisher(title, publisher) == bare


def test_the_line_of_a_publisher_is_where_it_stands():
    text = "Title\n" + "A sentence of the story.\n" * 2000 + "Source: Harbour Post"
    found = publisher_of(text)
    assert text.split("\n")[found.line - 1] == "Source: Harbour Post"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said on Monday that the ship had left the port with its crew and would not "
         "return.", "en"),
        ("Der Minister sagte am Montag, dass das Schiff den Hafen verlassen hat und nicht zurück "
         "kommt.", "de"),
        ("Le ministre a dit lundi que le navire est parti du port avec les marins et ne reviendra "
         "pas dans la ville.", "fr"),
        ("El ministro dijo el lunes que el barco salió del puerto con los marineros y no volverá "
         "a la ciudad.", "es"),
        ("Il ministro ha detto che la nave non è più nel porto della città e che i marinai sono "
         "con lui.", "it"),
        ("Министр заявил, что корабль вышел из порта и не вернется, об этом сообщил глава города.",
         "ru"),
        ("Міністр заявив, що корабель вийшов з порту та не повернеться, як повідомив голова міста "
         "після зустрічі.", "uk"),
        ("部长说，这艘船星期一离开了港口，不会再回来。", "zh"),
        ("大臣は船が月曜日に港を出たと述べた。", "ja"),
        ("قال الوزير إن السفينة غادرت من الميناء إلى المدينة على أن تعود في وقت لاحق مع كل من كان",
         "ar"),
        ("Smith Jones Miller Brown", ""),
        ("12 34 56", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_languages_are_told_by_their_words_and_scripts(text, language):
    assert language_of(text) == language


@given(st.text())
def test_any_text_is_read_without_error_and_values_stand_in_it(text):
    for found in (title_of(text), publisher_of(text)):
        assert found is None or found.value in text.split("\n")[found.line - 1]
    assert isinstance(language_of(text), str)


@pytest.mark.parametrize(
    "text",
    ["a " * 500_000, '"' * 10_000, " " * 60_000, "word " * 10_000, "1" * 1_000_000,
     "A" * 1_000_000 + "(", "Source: " + "A " * 500_000, "#" * 1_000_000, "© 2020 " * 100_000],
)  # fmt: skip
def test_hostile_lines_take_no_time(text):
    begun = time.monotonic()
    title_of(text), publisher_of(text), language_of(text)
    assert time.monotonic() - begun < 1
