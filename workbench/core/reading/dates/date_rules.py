"""The forms that dates take in English: a table of named rules with examples.

Rules are tried in order and an earlier one keeps its ground, so the forms that say most stand
first. To add a form, write a row: its pattern out of the pieces of `date_forms`, what it
denotes (a function of `date_values`), sentences in which it is found, with the days that it
denotes for a reader of 4 February 2022, and sentences in which it is not.
"""

from collections.abc import Iterator

from workbench.core.lexicon.en.time_words import (
    DECADES,
    EASTER_HOLIDAYS,
    HOLIDAYS,
    OTHER_ERAS,
    OTHER_MONTHS,
)
from workbench.core.reading.dates import date_values as v
from workbench.core.reading.dates.date_forms import DateRule as Rule
from workbench.core.reading.dates.date_forms import any_of, pattern_of
from workbench.core.text.pattern_needs import Sieve, words_in

_QUARTER = r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter"
_OTHER_YEAR = r"(?P<which>last|this|next) year"
_EVERY = r"\b(?:every|each|any)\s(?:\w+\s?)?"
_TITLES_BEFORE = (
    r"/|\b(?-i:Black|Good|Bloody|Super|Ash|Palm|Easter|Cyber|Fat|Holy|Maundy|Ruby|Casual|Freaky"
    r"|Sheffield|Giving|Bible|Manic|Robert|Joe|News)|\b(?:every|each|any|most|on a|are|always on)"
    r"(?:\sother)?"
)
_TITLES_BEHIND = (
    r"\s(?-i:Times|News|Telegraph|Mail|Mirror|Express|Night Live|Night Football|Night Lights|Review"
    r"|Post|World|Night Fever|People|Harbor|Island|Adams|Today|Mass|Evening Post|Herald|Show)\b"
)
_AMOUNTS = (
    r"\b(?:some|nearly|almost|at least|at most|more than|less than|fewer than|over|approximately"
    r"|roughly|up to|no|number|room|flight|route|highway|page|model|size|another|estimated"
    r"|(?-i:US|C|A))|[$£€#©]|\(c\)|copyright"
)
_HOLIDAY = any_of([*HOLIDAYS, *EASTER_HOLIDAYS, "thanksgiving day", "thanksgiving"]).replace(
    "'", "['’]"
)
_ERA_NAMES = r"b\.c\.(?:e\.)?|bce?|ah|be|bs|sh|a\.?u\.?c\.?|hijri"
_ERA = rf"(?P<era>{_ERA_NAMES})"
_ERA_AHEAD = r"(?P<era_ahead>b\.e\.|be|a\.h\.|ah)"
_DATE_AHEAD = r"(?:(?:<DAY> (?:of )?)?<MONTH>(?: <DAY:day2>)?,? (?:of )?)?"
_ERAS_AHEAD = rf"(?=.{{0,60}}?(?<![^\W\d_])(?:{_ERA_NAMES}|b\.e\.|a\.h\.)(?![^\W\d_]))"
_OUR_ERA_AHEAD = r"(?=.{0,60}?(?<![^\W\d_])(?:a\.d\.|ad|c\.e\.|ce)(?![^\W\d_]))"
"""Asked first, since a year alone stands in many sentences."""

RULES: tuple[Rule, ...] = (
    # days in full
    Rule("ISO day",
         r"(?<![\d./-])(?P<text>(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?))(?!\d"
         r"|[-/.]\d)", v.iso_day, sure=True,
         yes=("The law passed on 2016-09-12. → 2016-09-12: 2016-09-12",
              "It rained on 2021/2/5. → 2021/2/5: 2021-02-05"),
         no=("Flight 2016-99-12 left.", "Call 555-2016-09-12.")),
    Rule("day in figures",
         r"(?<![\w/.-])(?P<text>(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19"
         r"|20)\d\d))(?![\w/]|[-.]\d)", v.numeric_day, accept=v.is_numeric_day,
         yes=("It closed on 25/11/1980. → 25/11/1980: 1980-11-25",
              "It closed on 5.11.1980. → 5.11.1980: ?",
              "It closed on 25-11-1980. → 25-11-1980: 1980-11-25"),
         no=("Version 25.11.1980.3 is out.", "It closed on 45/11/1980.")),
    Rule("day in figures, short year",
         r"(?<![\w/.-])(?P<text>(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d\d))(?![\w/])",
         v.numeric_day, accept=v.is_numeric_day,
         yes=("It closed on 25/11/80. → 25/11/80: 1980-11-25",),
         no=("The odds were 3/45/99.", "It closed on 25/11/80/1.")),
    Rule("day joined to its month",
         r"(?<![\w$£€.,/-])(?P<text>(?P<day><DAY_NUMBER:_>)(?:st|nd|rd|th)?(?: ?[-./‐‑–] "
         r"?)<MONTH>(?: ?[-./‐‑–,]? ?)(?P<year>(?:1\d|20|21)\d\d|(?<=[-./‐‑–])['’]?\d\d))(?!\w"
         r"|[-/]\w)", v.day_of_month, accept=v.is_day_of_month,
         yes=("A dam burst on 5-Feb-2021. → 5-Feb-2021: 2021-02-05",
              "A dam burst on 05.Feb.2021. → 05.Feb.2021: 2021-02-05",
              "A dam burst on 5/February/21. → 5/February/21: 2021-02-05",
              "A dam burst on 25th-Feb-’19. → 25th-Feb-’19: 2019-02-25"),
         no=("The F-16-May-2020 deal is off.", "They won 5-4 in March 2021.")),
    Rule("day written into its month",
         r"(?<![\w-])(?P<text>(?P<day><DAY_NUMBER:_>)(?:st|nd|rd|th)?<MONTH>(?P<year>(?:19|20)\d\d"
         r"|\d\d)?)(?!\w)", v.day_of_month, accept=v.is_day_of_month,
         yes=("A dam burst on 05FEB2021. → 05FEB2021: 2021-02-05",
              "A dam burst on 5Feb21. → 5Feb21: 2021-02-05"), no=("He drove 5mar lengths.",)),
    Rule("month joined to its day",
         r"(?<![\w-])(?P<text><MONTH> ?[-/.,]? ?(?P<day><DAY_NUMBER:_>)(?:st|nd|rd|th)?(?: "
         r"?[-./‐‑–] ?|,)(?P<year>(?:1\d|20|21)\d\d))(?![\w/]|-\w)", v.day_of_month,
         accept=v.is_day_of_month,
         yes=("A dam burst on Feb-5-2021. → Feb-5-2021: 2021-02-05",
              "A dam burst on Feb.5,2021. → Feb.5,2021: 2021-02-05",
              "A dam burst on February/5/2021. → February/5/2021: 2021-02-05"),
              no=("May-5-2021-B is a part.",)),
    Rule("year, month and day",
         r"(?<![\w-])(?P<text>(?P<year>(?:1\d|20|21)\d\d)(?:,? |[-./])<MONTH>(?: "
         r"|[-./])?(?P<day><DAY_NUMBER:_>)(?:st|nd|rd|th)?)(?!\w|[-/]\w|[.,]\d)", v.day_of_month,
         accept=v.is_day_of_month,
         yes=("A dam burst on 2021-Feb-05. → 2021-Feb-05: 2021-02-05",
              "A dam burst on 2021 February 5. → 2021 February 5: 2021-02-05"),
              no=("The 2021 March 45 team won.",)),
    Rule("named day",
         r"\b(?:sept(?:ember|\.)? 11(?:th)?(?=,? (?:terror\w*|attacks?|hijack\w*))|9/11(?![/\d]))",
         v.september_11,
         yes=("The 9/11 attacks changed travel. → 9/11: 2001-09-11",
              "The Sept. 11 attacks changed travel. → Sept. 11: 2001-09-11"),
              no=("It opened on 9/11/2014.",)),
    # other calendars
    Rule("year of another calendar",
         rf"\b(?P<text>{_ERAS_AHEAD}{_DATE_AHEAD}(?:(?:early|late|mid-?) )?(?:the )?"
         rf"(?:(?:\d{{1,4}}(?:(?:st|nd|rd|th)[- ]century)?"
         rf"|<ORDINAL:_>[- ]century) ?{_ERA}|{_ERA_AHEAD} ?\d{{3,4}}))(?!\w)", v.open_days,
         accept=v.is_era,
         yes=("He died in March 44 BCE. → March 44 BCE: ?",
              "The law dates from 5 March 2564 BE. → 5 March 2564 BE: ?",
              "It was built in 264 B.C. and burned. → 264 B.C.: ?",
              "The law of 5 March B.E. 2564 stands. → 5 March B.E. 2564: ?",
              "Trade grew in the 3rd century BC. → the 3rd century BC: ?",
              "Trade grew in the third century BC. → the third century BC: ?",
              "The law of 2079 BS stands. → 2079 BS: ?"),
         no=("By 2021 be ready.", "In 2014 ah well.")),
    Rule("month of another calendar",
         rf"\b(?P<text>(?:<DAY> (?:of )?)?(?:{any_of(OTHER_MONTHS)}),? (?:1[34]\d\d|57\d\d"
         rf"|an [ivx]+)(?: (?:ah|ap|am))?|(?:{any_of(OTHER_ERAS)})(?: year)? "
         rf"\d{{1,3}}(?:/\d\d?(?:/\d\d?)?)?)(?!\w)", v.open_days,
         yes=("The decree of 5 Ramadan 1443 stands. → 5 Ramadan 1443: ?",
              "The bridge opened in Heisei 12. → Heisei 12: ?"), no=("Ramadan began.",)),
    Rule("year of our era",
         rf"\b(?P<text>{_OUR_ERA_AHEAD}{_DATE_AHEAD}(?:(?:a\.d\.|ad|ce) "
         rf"?(?=\d)|(?=\d+ ?(?:a\.d\.|ad\b|c\.e\."
         rf"|ce\b)))(?P<number>\d{{1,4}})(?: ?(?:a\.d\.|ad|c\.e\.|ce))?)(?!\w)", v.year_of_era,
         accept=v.is_our_era,
         yes=("The town burned in AD 79. → AD 79: 0079-01-01..0079-12-31",
              "It fell on 24 August 410 AD. → 24 August 410 AD: 0410-08-24",
              "The Franks won in May 732 CE. → May 732 CE: 0732-05-01..0732-05-31"),
              no=("The ad 20 years ago was better.",)),
    Rule("days from a day",
         r"\b(?P<text>(?P<times><COUNT:_>) (?P<each>day|week|fortnight)s? (?P<side>before|after) "
         rf"(?:(?P<holiday>{_HOLIDAY})|<MONTH> <DAY>|(?:the )?<DAY:day2> (?:of )?<MONTH:month2>)"
         r"(?:,? (?:of )?<SHORT_YEAR:year>)?)(?!\w)", v.days_from_day, accept=v.is_from_a_day,
         yes=("He fled two days after May 5, 2019. → two days after May 5, 2019: 2019-05-07",
              "He fled a week before 5 May 2019. → a week before 5 May 2019: 2019-04-28",
              "He fled three days before Christmas. → three days before Christmas: 2021-12-22"),
         no=("He fled two days after the vote.",)),
    # days of a month
    Rule("day with the year behind",
         r"\b(?P<text><MONTH> <DAY>)(?=(?:<DASH>|,? (?:and|or|to|until|till|through|thru) "
         r")(?:(?:on|from|the) ){0,2}<MONTH:other> <DAY:_>,? (?:of )?<SHORT_YEAR:year>)",
         v.day_of_next_year, accept=v.is_of_month,
         yes=("It snowed on May 5 and June 3, 2014. → May 5: 2014-05-05; June 3, 2014: "
              "2014-06-03",), no=("It snowed on May 5 and June 3.",)),
    Rule("day first, with the year behind",
         r"(?<![\d$£€.,-])\b(?P<text><DAY> (?:of )?<MONTH>)(?=(?:<DASH>|,? (?:and|or|to|until|till"
         r"|through|thru) )(?:(?:on|from|the) ){0,2}<DAY:_> (?:of )?<MONTH:other>,? "
         r"<SHORT_YEAR:year>)", v.day_of_next_year, accept=v.is_of_month,
         yes=("He ruled from 30 December to 2 January 2014. → 30 December: 2013-12-30; 2 "
              "January 2014: 2014-01-02",), no=("It snowed on 5 May and 3 June.",)),
    Rule("days between", r"\bbetween (?P<text><MONTH> <DAY:first> and <DAY:last><OF_A_YEAR>?)",
         v.day_range, accept=v.is_day_range,
         yes=("It snowed between January 8 and 14. → January 8 and 14: 2022-01-08..2022-01-14",),
         no=("It snowed between January 8 and noon.",)),
    Rule("days between, month behind",
         r"\bbetween (?:the )?(?P<text><DAY:first> and (?:the )?<DAY:last> (?:of "
         r")?<MONTH><OF_A_YEAR>?)", v.day_range, accept=v.is_day_range,
         yes=("It snowed between 8 and 14 January. → 8 and 14 January: 2022-01-08..2022-01-14",),
         no=("Between 8 and 14 men fled.",)),
    Rule("day with the month behind",
         r"(?<![\d$£€.,-])\b(?P<text><DAY>)(?=(?:, <DAY:_>)?(?:,? (?:and|or|&)|,) (?:the "
         r")?<DAY:_2> (?:of )?<MONTH><OF_A_YEAR>?)", v.day_of_month, accept=v.is_of_month,
         yes=("It snowed on 8 and 14 January. → 8: 2022-01-08; 14 January: 2022-01-14",),
         no=("In 8 and 14 houses it snowed.",)),
    Rule("days of a month",
         r"\b(?P<text>(?P<p1><MONTH> "
         r"<DAY:d1>)(?:, (?P<p2><DAY:d2>))?(?:, (?P<p3><DAY:d3>))?,? (?:and|or"
         r"|&) (?P<p4><DAY:d4><OF_A_YEAR>?))<LIST_ENDS>", v.day_of_month, accept=v.is_of_month,
         parts=("p1", "p2", "p3", "p4"),
         yes=("Envoys met on February 8 and 14. → February 8: 2022-02-08; 14: 2022-02-14",),
         no=("On February 8 and in March it snowed.",)),
    Rule("week of a month",
         r"\b(?P<text>(?:the )?(?P<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th) week"
         r" (?:of|in) <MONTH><OF_A_YEAR>?)(?!\w)", v.week_of_month, accept=v.is_of_month,
         yes=("A dam burst in the first week of March 2019. → the first week of March 2019: "
              "2019-03-01..2019-03-07",
              "A dam burst in the last week of March 2019. → the last week of March 2019: "
              "2019-03-25..2019-03-31"),
         no=("The first week of marches was calm.",)),
    Rule("range of days",
         r"\b(?P<text><MONTH> <DAY:first>(?:<DASH>(?:<MONTH:month2> )?| (?:to|through|until|till"
         r"|thru) )<DAY:last><OF_A_YEAR>?)", v.day_range, accept=v.is_day_range,
         yes=("It snowed on Jan. 8-14. → Jan. 8-14: 2022-01-08..2022-01-14",
              "It snowed March 30–April 2. → March 30–April 2: 2022-03-30..2022-04-02"),
              no=("It snowed on Jan. 14-8.",)),
    Rule("range of days, month behind",
         r"(?<![\d$£€.,])\b(?P<text>(?P<first><DAY:_>|<DAY_NUMBER:_>(?=/\d))(?:<DASH>| (?:to|until"
         r"|through) )<DAY:last> (?:of )?<MONTH><OF_A_YEAR>?)", v.day_range, accept=v.is_day_range,
         yes=("It snowed on 8–14 January. → 8–14 January: 2022-01-08..2022-01-14",
              "He fled in the night of 5/6 June 2014. → 5/6 June 2014: 2014-06-05..2014-06-06"),
              no=("They won 8-14 in January.",)),
    Rule("day joined to its month, no year",
         r"(?<![\w$£€.,/-])(?P<text>(?P<day><DAY_NUMBER:_>)(?:(?:st|nd|rd|th)?[-./‐‑–]|\. )<MONTH>)"
         r"(?!\w|[-/]\w)", v.day_of_month, accept=v.is_day_of_month,
         yes=("A dam burst on 3-Feb after rain. → 3-Feb: 2022-02-03",),
         no=("The F-16-May deal is off.",)),
    Rule("day of a month, short year",
         r"(?<![\d$£€.,-])\b(?P<text><ON_A>(?:the )?<DAY> (?:of )?<MONTH>,? (?P<year>\d\d))(?!\w"
         r"|:\d|%|[.,]\d)<CLAUSE_ENDS>", v.day_of_month, accept=v.is_day_of_month,
         yes=("The dam burst on 25th Feb 21. → 25th Feb 21: 2021-02-25",),
         no=("On 25 February 21 men died.",)),
    Rule("day of a month, short year behind",
         r"\b(?P<text><ON_A><MONTH> (?:the )?(?P<day><DAY_NUMBER:_>(?:st|nd|rd"
         r"|th)),? (?P<year>\d\d))(?!\w|:\d|%|[.,]\d)<CLAUSE_ENDS>", v.day_of_month,
         accept=v.is_day_of_month,
         yes=("The dam burst on Feb. 25th, 21. → Feb. 25th, 21: 2021-02-25",),
         no=("On February 25th, 21 men died.",)),
    Rule("day of a month, day first",
         r"(?<![\d$£€.,-])\b(?P<text><ON_A>(?:the )?<DAY> (?:(?:day )?of )?<MONTH><OF_A_YEAR>?)(?! "
         r"\d{1,2}(?!\d|:\d\d| (?:people|men|women|children|others)))", v.day_of_month,
         accept=v.is_day_of_month,
         yes=("The dam burst on 21 Feb 2019. → 21 Feb 2019: 2019-02-21",
              "It was the 5th of March 2019. → the 5th of March 2019: 2019-03-05",
              "He fled on 7 October last year. → 7 October last year: 2021-10-07",
              "He came on 29 May 1453. → 29 May 1453: 1453-05-29"), no=("The score was 21 feb.",)),
    Rule("day of a month", r"\b(?P<text><ON_A><MONTH> (?:the )?<DAY><OF_A_YEAR>?)", v.day_of_month,
         accept=v.is_day_of_month,
         yes=("The dam burst on Tuesday, March 5, 2019. → Tuesday, March 5, 2019: 2019-03-05",
              "The dam burst on Nov. 30. → Nov. 30: 2021-11-30",
              "The dam burst on February 25, two years ago. → February 25, two years ago: "
              "2020-02-25", "He fled on Jan. 3 last year. → Jan. 3 last year: 2021-01-03",
              "The bill of March 5 (24 Adar), 2019, stands. → March 5 (24 Adar), 2019: 2019-03-05"),
         no=("In June 20 people died.", "The army may 12 times attack.")),
    # months
    Rule("month with the year behind",
         r"\b(?P<text><MONTH>)(?= (?:to|through|until|and|or) <MONTH:other>(?:,? (?:of )?<YEAR>"
         r"| (?P<which>last|this|next) year))", v.month_of_next_year, accept=v.is_of_month,
         yes=("It fell from November to January 2024. → November: 2023-11-01..2023-11-30; "
              "January 2024: 2024-01-01..2024-01-31",), no=("It fell from November to January.",)),
    Rule("months in a row",
         rf"\b(?P<text><MONTH:first><DASH><MONTH:last>(?:,? (?:of )?<YEAR>| {_OTHER_YEAR})?)",
         v.months_in_a_row, accept=v.is_row_of_months,
         yes=("Losses grew in January–March 2024. → January–March 2024: 2024-01-01..2024-03-31",),
         no=("The April-born twins left.",)),
    Rule("month of a year",
         r"\b(?P<text><PART_OF>?<MONTH>(?:(?:(?:,| of)? ?|[-/.])<SHORT_YEAR:year>|(?: "
         r"of)? (?P<which>last|this|next|that|the same|the following|the previous) year"
         r"|,? (?P<count>\d{1,3}|<SMALL>|an?) (?P<unit>year|decade)s? (?P<way>ago|earlier"
         r"|before)))(?!\w)", v.month_of_year, accept=v.is_of_month,
         yes=("It opened in March 2014. → March 2014: 2014-03-01..2014-03-31",
              "It closed in february of nineteen ninety-eight. → february of nineteen "
              "ninety-eight: 1998-02-01..1998-02-28",
              "He came in May 1453. → May 1453: 1453-05-01..1453-05-31",
              "He came in October last year. → October last year: 2021-10-01..2021-10-31",
              "He came in late June, two years ago. → late June, two years ago: "
              "2020-06-01..2020-06-30"),
         no=("She may 2014 times ask.", "In March 3000 people fled.")),
    Rule("month, told by its neighbour", r"\b(?P<text><PART_OF>?<WHICH> <MONTH>)(?! \d)(?!\w)",
         v.month, accept=v.is_month_alone,
         yes=("He fled last May. → last May: 2021-05-01..2021-05-31",
              "He will go next May. → next May: 2022-05-01..2022-05-31"), no=("This may help.",)),
    Rule("month", r"\b(?P<text><PART_OF>?<MONTH>)(?!\w)", v.month, accept=v.is_month_alone,
         not_after=_EVERY,
         yes=("Rents rose in October. → October: 2021-10-01..2021-10-31",
              "Rents will rise in October. → October: 2022-10-01..2022-10-31",
              "It ended in mid-March. → mid-March: 2021-03-01..2021-03-31"),
         no=("April Jones thanked August Wilson.", "It rains every October.",
             "The army may march on.")),
    # weekdays
    Rule("day of a month told by its neighbour",
         r"\b(?P<text><DAY> of (?P<which>last|this|next|that|the same|the following"
         r"|the previous) month)(?!\w)",
         v.day_of_told_month,
         yes=("He fled on the 3rd of last month. → 3rd of last month: 2022-01-03",),
         no=("He fled on the 3rd of many months.",)),
    Rule("month and its day",
         r"\b(?P<text>(?P<which>last|this|next|that) month,? on the <DAY>)(?!\w)",
         v.day_of_told_month,
         yes=("He fled last month on the 3rd. → last month on the 3rd: 2022-01-03",),
         no=("He fled last month on the bus.",)),
    Rule("time ago, to the day",
         r"\b(?P<text><COUNT> (?:<ANY_UNIT:unit> (?P<way>ago|from|before|after)"
         r"|(?P<unit2>week|fortnight|month|year)s?) (?P<day_word>today|yesterday|tomorrow)"
         r"|(?P<day_word2>today|yesterday|tomorrow) (?P<unit3>week|fortnight))(?!\w|['’])",
         v.time_to_the_day,
         yes=("He fled a year ago today. → a year ago today: 2021-02-04",
              "The vote is two weeks from tomorrow. → two weeks from tomorrow: 2022-02-19",
              "The vote will be a week today. → a week today: 2022-02-11",
              "The vote will be tomorrow week. → tomorrow week: 2022-02-12",
              "He fled a week yesterday. → a week yesterday: 2022-01-27"),
              no=("He fled a year ago.",)),
    Rule("weeks from a weekday",
         r"\b(?P<text>(?P<count>\d{1,2}|<SMALL>|an?) (?:(?P<unit>week|fortnight)s?,? (?P<way>ago"
         r"|from|before|after|on|(?=last|next))|(?P<unit2>month|year)s?,? (?P<way2>ago)"
         r"|(?P<unit3>day)s? (?P<way3>before|after))(?: ?(?P<which>last|next|on))?(?: on)?"
         r" (?:last |next )?<WEEKDAY>)",
         v.weeks_from_weekday,
         yes=("He fled a week ago on Monday. → a week ago on Monday: 2022-01-24",
              "The vote is two weeks from Monday. → two weeks from Monday: 2022-02-21",
              "He fled a fortnight before Tuesday. → a fortnight before Tuesday: 2022-01-18",
              "He fled a week last Tuesday. → a week last Tuesday: 2022-01-25",
              "He fled a month ago on Tuesday. → a month ago on Tuesday: 2022-01-04",
              "He fled two days before Tuesday. → two days before Tuesday: 2022-01-30",
              "The vote is a week after next Monday. → a week after next Monday: 2022-02-14"),
              no=("He fled a week ago.", "On Monday he fled.")),
    Rule("weekday and weeks",
         r"\b(?P<text><WEEKDAY>(?: (?P<tail>week|fortnight)|,? <COUNT> (?P<unit>week"
         r"|fortnight)s? (?P<way>ago))|(?:the )?<WEEKDAY:weekday2> (?P<beyond>before last|after "
         r"next))(?!\w|['’])", v.weeks_from_weekday,
         yes=("The trial starts Monday week. → Monday week: 2022-02-14",
              "The trial starts on Monday fortnight. → Monday fortnight: 2022-02-21",
              "He fled on Monday two weeks ago. → Monday two weeks ago: 2022-01-17",
              "He fled the Tuesday before last. → the Tuesday before last: 2022-01-25"),
              no=("He fled on Monday last week.",)),
    Rule("weekdays in a row",
         r"\b(?P<text>(?:<WHICH> )?<WEEKDAY:first> (?P<joint>and|or|to|through|until) "
         r"<WEEKDAY:last><TIME_OF_DAY>?)", v.weekdays_in_a_row, accept=v.is_row_of_weekdays,
         yes=("On Wednesday and Thursday, envoys met. → Wednesday and Thursday: "
              "2022-02-02..2022-02-03",), no=("Ships sailed Thursday and Monday.",)),
    Rule("weekday, told by its week",
         r"\b(?P<text><PART_OF>?<WEEKDAY><TIME_OF_DAY>? (?:of )?(?P<which>last|this|next|that) "
         r"week)\b", v.weekday_of_week,
         yes=("He fled on Monday of last week. → Monday of last week: 2022-01-24",),
         no=("He fled on Monday.",)),
    Rule("week and its weekday",
         r"\b(?P<text>(?:(?:earlier|later) )?(?P<which>last|this|next|that) week,? (?:on )?"
         r"<WEEKDAY><TIME_OF_DAY>?)(?!\w|['’])", v.weekday_of_week,
         yes=("He fled last week on Monday. → last week on Monday: 2022-01-24",
              "He fled earlier this week, on Tuesday. → earlier this week, on Tuesday: "
              "2022-02-01"),
         no=("He fled last week.", "Last week Monday’s talks failed.")),
    Rule("weekday, told by its neighbour",
         r"\b(?P<text><PART_OF>?<WHICH> <WEEKDAY><TIME_OF_DAY>?)(?!\w)", v.weekday,
         yes=("The visit is next Monday. → next Monday: 2022-02-07",
              "The raid took place last Friday. → last Friday: 2022-01-28",
              "This Friday, it closed. → This Friday: 2022-02-04"), no=("On Friday it closed.",)),
    Rule("weekday, told behind", r"\b(?P<text><WEEKDAY> (?P<which>last|next))(?= ?[.,;:)]|$)",
         v.weekday,
         yes=("The raid took place on Friday last. → Friday last: 2022-01-28",),
         no=("On Friday last week it rained.",)),
    Rule("weekday", r"\b(?P<text><PART_OF>?<WEEKDAY><TIME_OF_DAY>?)(?!\w)", v.weekday,
         not_after=_TITLES_BEFORE, not_before=_TITLES_BEHIND,
         yes=("A shell hit the school on Thursday. → Thursday: 2022-02-03",
              "The envoys will meet on Thursday. → Thursday: 2022-02-10",
              "Shots rang out on Friday night. → Friday night: 2022-02-04"),
         no=("She swims every Tuesday.", "The Black Friday sale was busy.",
             "He writes for the Sunday Times.")),
    Rule("day next to today",
         r"\b(?P<text>the day (?:before yesterday|after tomorrow)|the (?:night|evening) before "
         r"last|(?:earlier |later |late |early )?(?:yesterday|today|tomorrow"
         r"|tonight)(?: (?:morning|afternoon|evening|night))?|last night|(?:earlier |later |late "
         r"|early )?this (?:morning|afternoon|evening))\b(?![- ]show\b)", v.day_near_today,
         accept=v.is_no_title,
         yes=("Roads closed yesterday. → yesterday: 2022-02-03",
              "Roads reopen tomorrow morning. → tomorrow morning: 2022-02-05",
              "He fled the day before yesterday. → the day before yesterday: 2022-02-02"),
              no=("He writes for USA Today.",)),
    Rule("overnight",
         r"\b(?P<text>overnight)\b(?! (?:success|sensation|stay|stays|rates?|funds?|deliver\w+"
         r"|express|mail|camp|lows?|parking|interest|lending|loans?|flights?|trips?|bag|guests?))",
         v.overnight,
         yes=("The port was shelled overnight. → overnight: 2022-02-03..2022-02-04",),
         no=("An overnight success is rare.",)),
    # parts of years, seasons, holidays
    Rule("quarter of a year",
         rf"\b(?P<text>(?:(?:the )?q(?P<q>[1-4])|(?:the )?{_QUARTER})(?: of)?,? (?:fiscal "
         rf")?(?:<YEAR>|{_OTHER_YEAR}))", v.quarter_of_year,
         yes=("Profit rose in Q3 2021. → Q3 2021: 2021-07-01..2021-09-30",
              "Sales fell in the second quarter of 2020. → the second quarter of 2020: "
              "2020-04-01..2020-06-30"), no=("Sales fell in the second quarter.",)),
    Rule("year's quarter", rf"\b(?P<text>(?:<YEAR>|{_OTHER_YEAR})(?:['’]s)? {_QUARTER})\b",
         v.quarter_of_year,
         yes=("Last year's second quarter was poor. → Last year's second quarter: "
              "2021-04-01..2021-06-30",
              "The 2020 first quarter was poor. → 2020 first quarter: 2020-01-01..2020-03-31"),
              no=("The first quarter was poor.",)),
    Rule("business quarter", rf"\b(?P<text>{_QUARTER})\b", v.business_quarter, accept=v.is_business,
         yes=("Profit fell in the third quarter. → third quarter: 2021-07-01..2021-09-30",),
         no=("The team led by nine in the third quarter.",)),
    Rule("half of a year",
         r"\b(?P<text>h(?P<half>[12]),? <YEAR:year2>"
         r"|(?P<ordinal>first|second) half of (?:(?:the year )?<YEAR>|(?:the|this) "
         r"year\b(?! (?:of|to|ended|before))))", v.half_of_year,
         yes=("Sales fell in the first half of 2020. → first half of 2020: "
              "2020-01-01..2020-06-30",
              "Sales fell in H2 2020. → H2 2020: 2020-07-01..2020-12-31"),
         no=("They scored in the first half of the game.",)),
    Rule("months of a year", r"\b(?P<text>(?P<end>first|last) <COUNT> months of <YEAR>)",
         v.months_of_year,
         yes=("Forty died in the first three months of 2024. → first three months of 2024: "
              "2024-01-01..2024-03-31",), no=("Forty died in the first three months.",)),
    Rule("season of a year",
         r"\b(?P<text><PART_OF>?<SEASON>(?:[- ](?:season|months?))?(?: of)?,? <YEAR>"
         r"(?:(?:[-–—/‑]| to (?=\d{4}))(?P<to>\d{4}|\d\d)(?![\w%]"
         r"|[.,]\d))?)", v.season_of_year,
         yes=("Seats were sold in spring 2021. → spring 2021: 2021-03-01..2021-05-31",
              "The winter of 2020-21 was cold. → winter of 2020-21: 2020-12-01..2021-02-28",
              "The winter of 2020/2021 was cold. → winter of 2020/2021: 2020-12-01..2021-02-28",
              "The winter season of 2020-21 was cold. → winter season of 2020-21: "
              "2020-12-01..2021-02-28"),
              no=("The spring of hope is over.",)),
    Rule("years' season", r"(?<![\w-])(?P<text><YEAR>[-–—/‑](?P<to>\d{4}|\d\d) <SEASON>)(?!\w)",
         v.season_of_year,
         yes=("The 2020–21 winter was cold. → 2020–21 winter: 2020-12-01..2021-02-28",),
         no=("The 2020–21 season was poor.",)),
    Rule("season, told by its neighbour",
         r"\b(?P<text><PART_OF>?(?P<which>last|next|this past|this coming|this|that|the "
         r"following) <SEASON>)\b(?! (?:of|from|in|out|short|down|apart))", v.season,
         yes=("It was the driest last summer. → last summer: 2021-06-01..2021-08-31",),
         no=("This spring of water is dry.",)),
    Rule("season before the last",
         r"\b(?P<text>the <SEASON> (?P<tail>before last|after next)"
         r"|<COUNT> (?P<seasons>spring|summer|autumn|winter)s ago)(?!\w)", v.season_beyond,
         yes=("The winter before last was cold. → The winter before last: 2019-12-01..2020-02-29",
              "He fled two summers ago. → two summers ago: 2020-06-01..2020-08-31"),
         no=("The winter before was cold.",)),
    Rule("holiday", rf"\b(?P<text>(?P<holiday>{_HOLIDAY})(?:,? (?:of )?<YEAR>)?)(?!\w)", v.holiday,
         accept=v.is_holiday,
         yes=("Snow fell on Christmas Day. → Christmas Day: 2021-12-25",
              "Shops shut on Good Friday 2021. → Good Friday 2021: 2021-04-02",
              "Shops shut on Thanksgiving 2021. → Thanksgiving 2021: 2021-11-25"),
              no=("They held a thanksgiving for rain.",)),
    # years, decades, centuries
    Rule("decade",
         rf"(?<![\w$£€])(?P<text>(?:the )?(?:early |late |mid-?)?(?:the )?(?P<decade>(?:1[5-9]"
         rf"|20)\d|['’‘][1-9])0['’]?s|\bthe (?:early |late "
         rf"|mid-?)?(?P<decade_word>{any_of(DECADES)}))(?!\w)", v.decade,
         yes=("Many left in the 1990s. → the 1990s: 1990-01-01..1999-12-31",
              "Many left in the ’60s. → the ’60s: 1960-01-01..1969-12-31",
              "Many left in the thirties. → the thirties: 1930-01-01..1939-12-31"),
              no=("He is in his thirties.",)),
    Rule("century",
         r"\b(?P<text>(?:the )?(?:early |late |mid-?)?(?:(?P<ordinal>\d{1,2}(?:st|nd|rd|th))"
         r"|<ORDINAL:word>)[- ]century)\b", v.century, vague=True,
         yes=("Trade grew in the 19th century. → the 19th century: 1801-01-01..1900-12-31",),
         no=("Trade grew for half a century.",)),
    Rule("fiscal year",
         r"\b(?P<text>fiscal (?:years? )?(?P<year>\d{4}))(?!\w|[-–/]\d)", v.year,
         yes=("Sales fell in fiscal 2020. → fiscal 2020: 2020-01-01..2020-12-31",),
         no=("The fiscal plan of 20 pages is out.",)),
    Rule("years in a row",
         r"(?<![\w$£€.,/-])(?P<text>(?P<first>(?:1[1-9]|20)\d\d)[-–—/‑](?P<last>(?:(?:1[1-9]"
         r"|20)\d\d)|\d\d))(?![\w/-]|[.,]\d)", v.years_in_a_row, accept=v.is_row_of_years,
         yes=("He ruled 2010–2014. → 2010–2014: 2010-01-01..2014-12-31",
              "In 2020/21 the firm lost money. → 2020/21: 2020-01-01..2021-12-31"),
              no=("Call 2010-1999.",)),
    Rule("year named as such", r"\b(?P<text><PART_OF>?(?:the )?year <YEAR>)", v.year,
         accept=v.counts_nothing,
         yes=("It began in the year 2000. → the year 2000: 2000-01-01..2000-12-31",),
         no=("This year 2000 people came.",)),
    Rule("year spelled out", r"\b(?P<text>(?:the )?<PART_OF>?(?P<year><SPELLED_YEAR:_>))(?!\w)",
         v.year, accept=v.is_spelled_year,
         yes=("It began in nineteen ninety-eight. → nineteen ninety-eight: "
              "1998-01-01..1998-12-31",), no=("Some two thousand fled.",)),
    Rule("part of a year", r"\b(?P<text><PART_OF>(?P<year>(?:1[5-9]|20)\d\d))(?!\w|[.,]\d|%)",
         v.year, accept=v.counts_nothing,
         yes=("Work ended in early 2020. → early 2020: 2020-01-01..2020-12-31",),
         no=("Early 2020 people came.",)),
    Rule("year",
         r"(?<![\w$£€#.,/:+'’-])(?:(?:pre|post)-)?(?P<text><YEAR_NUMBER:year>)(?!\w|%|°|[.,/:]\d"
         r"|-\w)", v.year, accept=v.is_year_alone, not_after=_AMOUNTS,
         yes=("Fighting has raged since 2014. → 2014: 2014-01-01..2014-12-31",
              "The 2018 elections were fair. → 2018: 2018-01-01..2018-12-31",
              "In 1066 the king fell. → 1066: 1066-01-01..1066-12-31"),
         no=("Some 2014 people came.", "Room 2014 was empty.", "They paid $2014.",
             "The old Windows 2000 machines crashed.", "He drove a 2005 Toyota pickup.")),
    # told by their distance
    Rule("years ago, to the month",
         r"\b(?P<text><COUNT> (?P<unit>year|decade)s? ago (?:in )?this (?P<within>month|week))"
         r"(?!\w)", v.years_to_the_month,
         yes=("He fled nine years ago this month. → nine years ago this month: "
              "2013-02-01..2013-02-28",),
         no=("He fled ten years ago.",)),
    Rule("time ago",
         r"\b(?P<text>(?P<count><COUNT:_>)[- ](?:and a half )?<ANY_UNIT:unit>(?: and a half)?[- "
         r"](?P<way>ago|from now|hence))\b", v.time_ago,
         yes=("He fled two days ago. → two days ago: 2022-02-02",
              "He fled a week ago. → a week ago: 2022-01-28",
              "He fled a fortnight ago. → a fortnight ago: 2022-01-21",
              "He fled five months ago. → five months ago: 2021-09-01..2021-09-30",
              "He fled half a year ago. → half a year ago: 2021-08-01..2021-08-31",
              "He fled a year and a half ago. → a year and a half ago: 2020-08-01..2020-08-31"),
         no=("He fled long ago.",)),
    Rule("vague time ago",
         r"\b(?P<text><VAGUE_COUNT> <UNITS> (?:ago|earlier|later|before|back)|(?:long|weeks|months"
         r"|years|decades|centuries|days) ago)\b", v.open_days, vague=True,
         yes=("They met several years ago. → several years ago: ?",),
         no=("They met two years ago.",)),
    Rule("time from another",
         r"\b(?P<text>(?P<count><COUNT:_>)[- ](?P<unit>day|week|fortnight|month|quarter|year"
         r"|decade)s?[- ](?P<way>earlier|later|before|afterwards?|after))\b", v.time_from,
         accept=v.ends_clause,
         yes=("He quit on June 3, 2019, and two days later he fled. → June 3, 2019: 2019-06-03; "
              "two days later: 2019-06-05",), no=("He fled two days before the vote.",)),
    Rule("year before", r"\b(?P<text>(?P<unit>year|month|week)-(?P<way>ago|earlier))\b", v.time_ago,
         yes=("It fell from year-earlier sales. → year-earlier: 2021-01-01..2021-12-31",),
         no=("It fell in a year.",)),
    Rule("time to come",
         r"\b(?:with)?in (?P<text><COUNT> (?P<unit><ANY_UNIT:_>)(?:['’]s?)?(?: time)?)\b",
         v.time_to_come, accept=v.looks_ahead,
         yes=("The bridge will open in two weeks. → two weeks: 2022-02-18",),
         no=("It was built in two weeks.",)),
    Rule("vague stretch",
         r"\b(?P<text>(?:the )?(?:past|last|previous|preceding|next|coming) <VAGUE_COUNT> "
         r"<UNITS>)\b", v.open_days, vague=True,
         yes=("It rained for the last few days. → the last few days: ?",),
         no=("It rained for a few days.",)),
    Rule("stretch of time",
         r"\b(?P<text>(?:the )?(?P<way>past|last|next|coming) <COUNT> <UNITS:unit>)\b", v.stretch,
         yes=("Ice melted in the past two weeks. → the past two weeks: 2022-01-21..2022-02-04",),
         no=("The past two winters were cold.",)),
    Rule("fortnight", r"\b(?P<text>(?:the )?(?P<way>past|last|coming|next) (?P<unit>fortnight))\b",
         v.stretch,
         yes=("It rained over the last fortnight. → the last fortnight: 2022-01-21..2022-02-04",),
         no=("It rained for a fortnight.",)),
    Rule("stretch up to now",
         r"\b(?P<text>the (?P<way>past|last|coming|next) (?P<unit>week|month|quarter|year|decade"
         r"|century))\b", v.stretch,
         yes=("Over the past week, ice melted. → the past week: 2022-01-28..2022-02-04",),
         no=("Over a week, ice melted.",)),
    Rule("vague time",
         r"\b(?P<text>recently|lately|(?:in|over|during) (?:the )?(?:recent|past|coming) (?:days"
         r"|weeks|months|years|decades)|(?:recent|coming|past) (?:days|weeks|months|years|decades)"
         r"|for (?:(?:several|many|some|a few) )?(?:days|weeks|months|years|decades|centuries)(?! "
         r"to come)|these days)\b", v.open_days, vague=True,
         yes=("Soldiers waited for months. → for months: ?",
              "The front has recently moved. → recently: ?"), no=("The months were long.",)),
    Rule("period beyond its neighbour",
         r"\b(?P<text>(?:the|a) (?P<unit>week|weekend|month|year) (?P<tail>before last"
         r"|after next))\b",
         v.period_beyond,
         yes=("He fled the week before last. → the week before last: 2022-01-17..2022-01-23",),
         no=("He fled the week before.",)),
    Rule("period, told by its neighbour",
         r"\b(?P<text>(?:so far |<PART_OF>|(?:the )?same time )?(?P<which>last|next|this past"
         r"|this coming|this|the current|the previous|the preceding|the following|the coming|the "
         r"same|that same|that)(?: (?:fiscal|calendar|financial|school|academic|full))? "
         r"<UNIT>)(?![\w-])", v.period, accept=v.is_period,
         yes=("Rents rose last month. → last month: 2022-01-01..2022-01-31",
              "Rents rose earlier this week. → earlier this week: 2022-01-31..2022-02-06"),
              no=("He spoke on This Week again.",)),
    Rule("day from another",
         r"\b(?P<text>the (?P<which>next|following|previous|same|preceding) day(?! or)|the "
         r"day (?P<way>before|after)(?= ?[,.;]|$))\b", v.neighbour_day,
         yes=("He quit on June 3, 2019, and fled the next day. → June 3, 2019: 2019-06-03; the "
              "next day: 2019-06-04",), no=("He fled the day before the vote.",)),
    Rule("same day", r"\b(?P<text>that (?:same )?day)\b", v.neighbour_day, sure=True,
         yes=("He quit on June 3, 2019, and fled that day. → June 3, 2019: 2019-06-03; that "
              "day: 2019-06-03",), no=("That day will come.",)),
    Rule("weekend",
         r"\b(?:over|on|during|at|through|throughout) (?P<text>the (?:(?:long|holiday) "
         r")?weekend)\b", v.weekend,
         yes=("Two trains crashed over the weekend. → the weekend: 2022-01-29..2022-01-30",),
         no=("The weekend was long.",)),
    Rule("part of the period",
         r"\b(?P<text>(?:(?:the )?(?:end|beginning|start|middle) of the|(?:earlier|later|early"
         r"|late) in the|so far in the|the rest of the|the remainder of the) (?P<unit>(?<=[rlye] "
         r"in the )day|week|month|quarter|year|decade|century)|(?P<unit2>year|month"
         r"|week)(?:['’]s[ -]|[- ])end)\b(?! (?:of|to|that|ended|ending|since))", v.this_period,
         yes=("It takes effect at the end of the month. → the end of the month: "
              "2022-02-01..2022-02-28",), no=("It ended at the end of the month of rain.",)),
    Rule("day of this month",
         r"\b(?:on|by|until|since|from) the (?P<text>(?P<day>\d{1,2}(?:st|nd|rd|th)))(?!\w|[- "
         r"](?:century|floor|street|avenue|hole|place|amendment|birthday|anniversary|congress"
         r"|minute|lap|day))(?P<end>(?=[.,;!?)]|$| of (?:this|last|next) month))?",
         v.day_of_this_month, accept=v.is_named_by_number,
         yes=("He fled on the 3rd. → 3rd: 2022-02-03",),
         no=("He stood on the 3rd floor.", "He played on the 14th green.")),
)  # fmt: skip


_SIEVE = Sieve(pattern_of(rule.form) for rule in RULES)


def rules_for(text: str) -> Iterator[Rule]:
    """The rules that can match a sentence, in order."""
    return map(RULES.__getitem__, _SIEVE.passing(words_in(text)))
