"""The closed classes of English words: pronouns, determiners, auxiliaries, and the like.

The classes follow Quirk et al., *A Comprehensive Grammar of the English Language* (1985),
chapter 2 (closed-class items).
"""

from workbench.core.lexicon.en.time_words import MONTH_NAMES, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from workbench.core.lexicon.listing import word_set

PERSONAL = word_set("he she they we i you it")
PRONOUNS = PERSONAL | word_set(
    "who this that these those one some many others all both everyone everybody someone nobody "
    "several most few each neither none"
)
DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some any many several most few "
    "all both each every another other no such one two three four five six seven eight nine ten "
    "dozens hundreds thousands numerous various multiple more"
)
BE = word_set("is are was were be been being am ain isn aren wasn weren")
HAVE = word_set("has have had having hasn haven hadn")
DO = word_set("do does did don doesn didn done")
MODALS = word_set(
    "will would may might can could shall should must won wouldn couldn shouldn cannot mustn ll"
)
AUXILIARIES = BE | HAVE | DO | MODALS
ADVERBS = word_set(
    "also then later now still again once just already even never not often always soon first "
    "further thus instead simply only too so far long ever rather quite yet better recently "
    "previously repeatedly publicly earlier today yesterday tonight once twice n't"
)
NOT_ADVERBS = word_set(
    "kelly connolly connelly donnelly reilly o'reilly lilly holly molly polly sally billy emily "
    "beverly kimberly willy wally dolly tilly bradly family italy july ally rally assembly reply "
    "supply anomaly bully monopoly daily weekly monthly sicily only elderly emily kelly sally "
    "molly billy holly"
)
CONJUNCTIONS = word_set(
    "that which because when while as if after before since but although though where whereas so "
    "than whether or nor until unless whose whom what why how once yet and"
)
PREPOSITIONS = word_set(
    "of for at in from with to on by about against into over under during through between among "
    "within without despite amid per via toward towards near behind across around inside outside "
    "upon like including following regarding beyond above below onto off out up down along"
)
NOUN_LINKS = word_set("of for at in from with to on by")
_DAYS_AND_MONTHS = frozenset(
    {*WEEKDAYS, *WEEKDAY_ABBREVIATIONS, *map(str.lower, MONTH_NAMES)} - {"may"}
)
"""Without "may", which is far more often a verb."""
TIMES = _DAYS_AND_MONTHS | word_set(
    "today yesterday tomorrow tonight morning afternoon evening night week month year day earlier "
    "later last late early this next"
)
SENTENCE_ADVERBS = word_set(
    "meanwhile however still yet instead later earlier then now moreover furthermore additionally "
    "also besides indeed finally first second third specifically overall separately similarly "
    "likewise therefore thus nevertheless nonetheless otherwise afterward afterwards previously "
    "recently today yesterday perhaps maybe sometimes often even only just not never here there "
    "again once well yes no oh because so and but or nor"
)
CLAUSE_OPENERS = (
    PRONOUNS | DETERMINERS | word_set("that whether how why what if when where there it's to")
)


def is_adverb(low: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb."""
    return low in ADVERBS or (len(low) > 4 and low.endswith("ly") and low not in NOT_ADVERBS)
