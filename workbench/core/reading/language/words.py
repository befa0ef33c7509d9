"""Words of a passage with offsets, and the closed classes of English words.

The reporting rules need no parser: they walk over words and stop at words of
these classes. The classes follow Quirk et al., *A Comprehensive Grammar of the
English Language* (1985), chapter 2 (closed-class items).
"""

import re
from functools import lru_cache
from typing import NamedTuple

_ABBREVIATED = "Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Prof|Rev|Del|St|Jr|Sr|Adm|Maj|Capt|Cmdr|Hon|Sec|Supt|Insp|Det|Cpl|Brig|Inc|Corp|Ltd|Co"
_WORD = re.compile(
    rf"''|``|(?:[A-Za-z]\.){{2,}}|\b(?:{_ABBREVIATED})\.|\d+(?:[.,]\d+)+|\w+(?:[-'’&]\w+)*|[^\w\s]"
)
_NOWHERE = (1 << 60, 1 << 60)
_QUOTES = frozenset(("“", "”", '"', "''", "``", "«", "»", "„"))


class Word(NamedTuple):
    """One word or mark: as written, lower-case without its clitic, and its offsets.

    `clitic` is what was cut off (`s`, `ve`, `d`, `ll`, `re`, `m`, `t`); `quoted`
    is set inside a direct quotation, `mark` for punctuation.
    """

    text: str
    low: str
    clitic: str
    mark: bool
    start: int
    end: int
    quoted: bool


def word_set(words: str) -> frozenset[str]:
    """The words of a table, separated by white space."""
    return frozenset(words.split())


CLITICS = frozenset(("s", "ve", "d", "ll", "re", "m", "t"))


def words_of(text: str, start: int, quoted: tuple[tuple[int, int], ...] = ()) -> list[Word]:
    """Cut a passage into words; `start` is its offset in the article, as in `quoted`."""
    found: list[Word] = []
    spans = iter(quoted)
    a, b = next(spans, _NOWHERE)
    for match in _WORD.finditer(text):
        word, at = match[0], match.start() + start
        while at >= b:
            a, b = next(spans, _NOWHERE)
        found.append(Word(word, *_parts(word), at, at + len(word), at >= a))
    return found


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, str, bool]:
    """(lower case without clitic, clitic, whether it is a mark); a text says most words again."""
    low, clitic = word.lower(), ""
    mark = not (word[0].isalnum() or word[0] == "_")
    if not mark and not word.isalnum():
        low, clitic = _split_clitic(low.rstrip("."))
    return low, clitic, mark


def _split_clitic(low: str) -> tuple[str, str]:
    for sign in ("'", "’"):
        stem, found, rest = low.rpartition(sign)
        if found and stem and rest in CLITICS:
            return stem, rest
    return low, ""


def is_quote(word: Word) -> bool:
    """Whether a word is a double quotation mark."""
    return word.text in _QUOTES


PERSONAL = word_set("he she they we i you it")
PRONOUNS = PERSONAL | word_set(
    "who this that these those one some many others all both everyone everybody someone nobody several most few each neither none"
)
DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some any many several most few all both each every another other no such one two three four five six seven eight nine ten dozens hundreds thousands numerous various multiple more"
)
BE = word_set("is are was were be been being am ain isn aren wasn weren")
HAVE = word_set("has have had having hasn haven hadn")
DO = word_set("do does did don doesn didn done")
MODALS = word_set(
    "will would may might can could shall should must won wouldn couldn shouldn cannot mustn ll"
)
AUXILIARIES = BE | HAVE | DO | MODALS
ADVERBS = word_set(
    "also then later now still again once just already even never not often always soon first further thus instead simply only too so far long ever rather quite yet better recently previously repeatedly publicly earlier today yesterday tonight once twice n't"
)
NOT_ADVERBS = word_set(
    "kelly connolly connelly donnelly reilly o'reilly lilly holly molly polly sally billy emily beverly kimberly willy wally dolly tilly bradly family italy july ally rally assembly reply supply anomaly bully monopoly daily weekly monthly sicily only elderly emily kelly sally molly billy holly"
)
CONJUNCTIONS = word_set(
    "that which because when while as if after before since but although though where whereas so than whether or nor until unless whose whom what why how once yet and"
)
PREPOSITIONS = word_set(
    "of for at in from with to on by about against into over under during through between among within without despite amid per via toward towards near behind across around inside outside upon like including following regarding beyond above below onto off out up down along"
)
NOUN_LINKS = word_set("of for at in from with to on by")
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april june july august september october november december morning afternoon evening night week month year day mon tue wed thu fri sat sun earlier later last late early this next"
)
SENTENCE_ADVERBS = word_set(
    "meanwhile however still yet instead later earlier then now moreover furthermore additionally also besides indeed finally first second third specifically overall separately similarly likewise therefore thus nevertheless nonetheless otherwise afterward afterwards previously recently today yesterday perhaps maybe sometimes often even only just not never here there again once well yes no oh because so and but or nor"
)
CLAUSE_OPENERS = (
    PRONOUNS | DETERMINERS | word_set("that whether how why what if when where there it's to")
)


def is_adverb(low: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb."""
    return low in ADVERBS or (len(low) > 4 and low.endswith("ly") and low not in NOT_ADVERBS)
