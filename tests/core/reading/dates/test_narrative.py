"""A story of the past: its dates count from the ones before, and news is not taken for one."""

import re
from datetime import date

import pytest

from workbench.core.reading.dates.mentions import find_dates
from workbench.core.reading.dates.narrative import is_story
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

# In square brackets a date and its gold value: a day, a month, a year, or ? for open.
STORIES = {
    "a war": """The Marrow War began in [September 1839=1839-09] when the army of Tarn crossed the
Lisk. The fort at Oster fell on [12 September=1839-09-12]. In [October=1839-10] rain stopped both
sides, and on [3 November=1839-11-03] a truce was signed.

The truce held until [January 1840=1840-01]. On [June 10=1840-06-10] Tarn attacked again, and
[two days later=1840-06-12] the bridge at Vell was blown up. By [late August=1840-08] the capital
was under siege. It surrendered on [28 December=1840-12-28], and in [February=1841-02] the last
garrison marched home. Peace was made on [9 May 1841=1841-05-09]. [The following year=1842] the
border was drawn, although the treaty of [1799=1799] had promised it to Tarn. On [2 June=1842-06-02]
the king visited Vell.""",
    "a life": """Orla Vendt was born in Ransby on [4 March 1881=1881-03-04]. She entered the
academy in [1899=1899] and left it in [June=1899-06]. In [1904=1904], on [July 7=1904-07-07], she
sailed for Port Amity. She married in [April 1910=1910-04]; [that year=1910] her first book came
out.

When war came in [August 1914=1914-08], she went home. She was arrested on [20 November=1914-11-20]
and released in [March=1915-03]. [A year later=1916] she founded the League. She died on [the
next day=?] of a fever.""",
    "a battle": """Battle of Corran Ridge

The battle of Corran Ridge (1643) was fought between Hild and the Lowland League.

On [17 May=1643-05-17] the League left Dorn. It reached the ridge on [20 May=1643-05-20], and
[the next day=1643-05-21] the guns opened fire. On [the 22nd=1643-05-22] the Hild cavalry broke
through. The siege of Dorn, which had begun in [December=1642-12], was lifted in [June
1643=1643-06].""",
    "an age before": """The First Salt War began in [264 BC=?]. In [March=?] the fleet of Ost
sailed. It was sunk on [2 July=?]. The war ended in [241 BC=?] and in [May=?] prisoners were freed.""",  # noqa: E501 – text as it stands
    "a strike": """In [early 1926=1926] the mines of Brack were sold. The owners cut wages in
[April=1926-04] and on [May 3=1926-05-03] the men walked out. Troops came on [May 12=1926-05-12].
By [November=1926-11] most had gone back, and on [January 5=1927-01-05] the last pit opened. The
union was banned [in 1927=1927]. [Two years later=1929] it was allowed again.""",
    "a republic": """The Ambral War began when Tarn attacked Ambra on [30 November 1839=1839-11-30].
Fighting ended in [March 1840=1840-03].

On [6 December 1717=1717-12-06] the senate of Ambra had declared its independence. In
[1732=1732] a pact was signed, and in [April 1838=1838-04] talks began in the wake of [the 1835
annexation=1835] of Lisk. On [23 August 1839=1839-08-23] they broke off. On [1 September=1839-09-01]
the first shells fell. By [6 December=1839-12-06] the troops had withdrawn, and from [7
January=1840-01-07] a new general led them. In [May Orlan=1840-05] died, and in [August
Voss=1840-08] took his place.""",
    "a mutiny": """Mutiny broke out in [1741=1741]. In [November=1741-11] the fleet sailed. In
[January=1742-01] it reached Vell. On [25 April=1742-04-25] it landed.""",
    "a building": """The Halden bridge was planned in [1871=1871]. Work began on [1 April=1871-04-01]
and stopped in [November=1871-11]. A flood in [May 1872=1872-05] carried off two piers. Building
went on from [August=1873-08] to [December 1873=1873-12]. It was opened on [6 January=1874-01-06].""",  # noqa: E501 – text as it stands
}  # fmt: skip
_GOLD = re.compile(r"\[([^\]=]+)=([^\]]+)\]")


def read(marked: str, published: date | None) -> tuple[int, list[tuple[str, str, str]]]:
    """How many dates of a marked story are read right, and what is read wrong."""
    text, golds, at = "", [], 0
    for match in _GOLD.finditer(marked):
        text += marked[at : match.start()]
        golds.append((len(text), match[1], match[2]))
        text, at = text + match[1], match.end()
    text += marked[at:]
    found = [m for ms in find_dates(split(Article("a", text, published=published))) for m in ms]
    wrong = []
    for start, told, gold in golds:
        over = [m for m in found if m.start < start + len(told) and start < m.end]
        values = {value_of(m.from_, m.to) for m in over} or {"?"}
        if gold not in values:
            wrong.append((told, gold, str(values)))
    return len(golds) - len(wrong), wrong


def value_of(first: date | None, last: date | None) -> str:
    """Days as a value of TimeML: a day, a month or a year."""
    if first is None or last is None:
        return "?"
    length = (last - first).days
    return first.isoformat()[: 10 if not length else 7 if length < 31 else 4]


@pytest.mark.parametrize("published", [None, date(2009, 12, 19), date(2022, 2, 4)])
def test_dates_of_a_story_count_from_the_ones_before(published: date | None) -> None:
    right, wrong = 0, []
    for marked in STORIES.values():
        some, others = read(marked, published)
        right, wrong = right + some, wrong + others
    assert right / (right + len(wrong)) >= 0.95, wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war began in September 1939. On June 10 Ostia entered it.", "1939-06-10"),
        ("It began in November 1941. In January it ended.", "1942-01"),
        ("It began in January 1942. Since December there had been unrest.", "1941-12"),
        ("It began in 1808. In May 1809 it grew. The next month it ended.", "1809-06"),
        (
            "In 1801, 1803, 1805 and in 1808 it failed. On 2 May 1809 it grew. On Friday it ended.",
            "1809-05-05",
        ),
        ("It began in May 1808 by the treaty of 1702. In June it ended.", "1808-06"),
    ],
)
def test_a_story_goes_on_from_its_last_date(text: str, expected: str) -> None:
    document = split(Article("a", text, published=date(2022, 2, 4)))
    last = [m for ms in find_dates(document) for m in ms][-1]
    assert value_of(last.from_, last.to) == expected


NEWS = (
    "The mill was built in 1741. In November it closed. On 25 April it opens again.",
    "The law was passed in 1931. In May it was repealed.",
    "A bridge collapsed in Ransby on Monday, killing four. It was built in September 1939 and"
    " closed in 1971. On January 10 a crack was found, the mayor said.",
    "Profit fell in the third quarter, the bank said. In 2014 it had risen. It will report again"
    " on June 10.",
    "The vote is on March 3. The law dates from 1939 and was changed in 1954 and in May 1971.",
    "Rain fell yesterday. In May 1953 a flood had killed nine. On June 10 the dam opens.",
    "On June 10 the dam opens.",
    "",
)


@pytest.mark.parametrize("text", NEWS)
def test_news_that_looks_back_is_no_story(text: str) -> None:
    assert not is_story(text, date(2022, 2, 4))


def test_a_story_without_a_first_year_leaves_its_dates_open() -> None:
    text = "On 12 March they sailed. On 2 April they came home."
    found = [m for ms in find_dates(split(Article("a", text))) for m in ms]
    assert [m.from_ for m in found] == [None, None]
