"""Reporting cues: the verbs and nouns that say somebody said something.

The classes follow Levin, *English Verb Classes and Alternations* (1993), and
VerbNet 3: say-37.7, tell-37.2, transfer_mesg-37.1, complain-37.8, advise-37.9,
promise-37.13, judgment-33, conjecture-29.5, want-32.1, indicate-78. A class has
a polarity and two conditions on its surroundings, because many of its verbs
have other meanings: whose act it can be, and what has to follow.
"""

from dataclasses import dataclass

from workbench.core.lexicon.en.inflection import inflected
from workbench.core.lexicon.listing import word_set


@dataclass(frozen=True, slots=True)
class CueClass:
    """Verbs that report alike.

    `polarity` is neutral, assertive, denying or accusing. `subject` is `any`, or
    `source` where only people, bodies, documents and names do it. `complement`
    is `any`; `clause` where a clause or quotation has to follow, `that` where the
    clause needs its conjunction, `quotation` where only a quotation will do;
    `object` where something has to follow, `document` where that is something written. `inverts` is
    set where the verb may stand before its subject ("…, wrote Ana Silva")."""

    name: str
    polarity: str
    subject: str
    complement: str
    inverts: bool
    lemmas: str


CLASSES: tuple[CueClass, ...] = (
    CueClass("say", "neutral", "any", "any", True,
             "say add write explain comment remark reiterate recount quip joke opine tweet "
             "retweet testify recall retort riff exclaim mutter whisper shout yell cry muse "
             "narrate intone"),
    CueClass("say", "neutral", "any", "any", False, "tell"),
    CueClass("say", "neutral", "source", "any", True,
             "note report state announce mention disclose ask answer conclude reveal cite "
             "confide marvel interject blog"),
    CueClass("say", "neutral", "source", "quotation", True,
             "continue begin respond reply chuckle laugh shrug repeat echo chime start go finish "
             "open close scream whisper"),
    CueClass("tell", "neutral", "source", "object", False,
             "describe discuss outline detail inform notify advise quote characterize "
             "characterise portray depict document highlight recount summarize summarise address "
             "reference tout echo parrot chronicle"),
    CueClass("tell", "neutral", "source", "document", False, "publish"),
    CueClass("assert", "assertive", "any", "any", True,
             "claim assert insist argue contend declare stress emphasize emphasise warn "
             "acknowledge admit concede affirm caution assure boast proclaim confess lament "
             "complain counter explain predict posit reckon reason brag gripe grumble attest "
             "profess surmise hypothesize hypothesise conjecture remind reassure underline "
             "underscore stipulate fume vent"),
    CueClass("assert", "assertive", "source", "any", True,
             "confirm clarify maintain suggest predict estimate forecast hint imply signal "
             "indicate theorize theorise speculate believe swear protest object"),
    CueClass("promise", "assertive", "source", "any", False,
             "promise pledge vow propose recommend demand urge implore instruct threaten offer "
             "guarantee advocate"),
    CueClass("judge", "assertive", "source", "object", False,
             "criticize criticise condemn denounce decry deride mock ridicule chastise rebuke "
             "scold slam blast lambast lambaste bash hammer grill praise hail applaud laud "
             "commend thank congratulate welcome defend endorse oppose challenge question liken "
             "compare dub brand deplore berate castigate skewer trash taunt insult demean "
             "belittle bemoan tout savage scoff downplay defend compliment encourage admonish "
             "salute cheer disparage excoriate champion call express voice attribute credit"),
    CueClass("deny", "denying", "source", "any", False,
             "deny refute rebut disclaim disavow repudiate debunk"),
    CueClass("deny", "denying", "any", "that", False, "deny"),
    CueClass("deny", "denying", "source", "object", False, "reject dispute dismiss"),
    CueClass("accuse", "accusing", "source", "object", False, "accuse blame"),
    CueClass("accuse", "accusing", "source", "any", False, "allege"),
    CueClass("accuse", "assertive", "source", "clause", False, "charge fault"),
    CueClass("think", "assertive", "source", "any", False,
             "believe think worry hope expect fear doubt suspect consider regard want intend "
             "oppose favor favour prefer"),
    CueClass("think", "assertive", "source", "clause", False,
             "feel understand learn wonder conclude determine calculate guess anticipate foresee "
             "wish refuse decline"),
    CueClass("regard", "assertive", "source", "object", False,
             "admire envision request dislike despise fear disdain view understate overstate "
             "exaggerate"),
    CueClass("think", "assertive", "source", "that", False,
             "see find hold rule assume hear mean order vote observe assess judge agree decide"),
    CueClass("show", "neutral", "source", "object", False, "contradict discredit"),
    CueClass("show", "neutral", "source", "clause", False,
             "show suggest indicate demonstrate illustrate"),
)  # fmt: skip
"""Tried in order: a verb in several classes counts where the first fits."""

REQUESTS = word_set(
    """
    request requests bid bids appeal appeals plea pleas motion motions application applications
    offer offers permit permits plan plans proposal proposals draft amendment amendments deal truce
    ceasefire settlement compromise access visa visas entry bail lawsuit lawsuits suit suits
    petition petitions bill bills asylum loan loans licence license licences licenses permission
    invitation invitations ultimatum"""
)
"""What is turned down, not denied: "rejected a request"."""
VALUING = word_set("put value price")
"""Verbs of putting a number to something: "put the damage at 5 million"."""
ABOUT = word_set(
    "about around between up over under nearly almost roughly more less some just at least close "
    "half one two three four five six seven eight nine ten dozens hundreds thousands"
)
"""Words that begin a number, beside digits and signs of money."""
FIGURES = word_set(
    "toll figure number cost costs total estimate count price value loss losses chance chances "
    "odds share age"
)
"""What somebody can put at a number: "put the toll at 14"."""
PARTICLES: dict[str, frozenset[str]] = {
    lemma: frozenset(words.split())
    for lemma, words in {
        "call": "for on upon",
        "point": "to out",
        "speak": "of about out against",
        "talk": "about of up",
        "refer": "to",
        "allude": "to",
        "hit": "back",
        "push": "back for",
        "fire": "back",
        "shoot": "back",
        "lash": "out",
        "put": "it",
        "value": "it",
        "price": "it",
        "appeal": "to for",
        "take": "aim issue",
        "spell": "out",
        "lay": "out",
        "argue": "for against",
        "disagree": "with",
        "agree": "with",
        "apologize": "for",
        "apologise": "for",
        "rail": "against",
        "object": "to",
        "focus": "on",
        "elaborate": "on",
        "harp": "on",
        "bring": "up",
        "rule": "that in against for out",
        "weigh": "in",
        "chime": "in",
        "sum": "up",
        "throw": "cold",
        "opt": "against for",
        "look": "forward",
        "side": "with",
        "crack": "down",
        "make": "clear",
        "plead": "not guilty",
        "brag": "about of",
        "boast": "about of",
        "complain": "about of",
        "joke": "about",
    }.items()
}
"""Verbs that report only with one of these words after them: "called for"."""

ALSO_NOUNS = word_set(
    """
    answer blog call caption challenge claim comment commit cry demand doubt estimate favor favour
    fear find forecast hold hope joke list mock note offer order outline plan pledge post praise
    promise question quip quote rate rebuke reference regard release remark report request retort
    riff rule scold show signal state taunt threat tout tweet retweet value price view voice vow
    want whisper yell shout"""
)
"""Verbs whose form in -s is a plural noun as well."""
PARTICLE = CueClass("say", "assertive", "source", "any", False, "")

LIGHT_VERBS = word_set(
    "make makes made making issue issues issued issuing give gives gave giving deliver delivers "
    "delivered release releases released send sends sent publish publishes published raise raises "
    "raised raising voiced voices"
)
"""Verbs that lend a noun its subject: "made the claim that"."""
DENIAL_NOUNS = word_set("denial denials rejection refutation rebuttal repudiation")
ACCUSATION_NOUNS = word_set("accusation accusations allegation allegations charge charges")
ATTITUDES = word_set(
    """
    adamant afraid alarmed angry appalled apprehensive bearish bullish certain concerned confident
    convinced critical dismayed disappointed doubtful fearful furious grateful hopeful impressed
    mindful opposed optimistic outraged pessimistic pleased proud sceptical skeptical supportive
    suspicious sympathetic unconvinced unhappy unsure wary worried"""
)
"""Adjectives of what somebody thinks: "is concerned that"."""
PLANS = word_set("plan plans proposal proposals theory prediction predictions")
"""Nouns whose owner speaks through them: "Silva's plan would"."""
STATEMENT_NOUNS = word_set("""
    claim claims assertion assertions statement announcement remark remarks comment comments warning
    warnings admission acknowledgment acknowledgement insistence argument contention conclusion
    suggestion prediction view opinion belief assessment estimate complaint declaration assurance
    pledge promise vow proposal demand finding findings estimates criticism call calls concern
    concerns question questions doubt doubts objection objections alarm position stance testimony
    plan plans contention revelation description depiction characterization""")


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected form: its lemma, `base`, `s`, `past`, `part` or `ing`, and its classes."""

    lemma: str
    forms: frozenset[str]
    classes: tuple[CueClass, ...]
    particles: frozenset[str]


def _table() -> dict[str, CueForm]:
    classes: dict[str, list[CueClass]] = {}
    for cue in CLASSES:
        for lemma in cue.lemmas.split():
            classes.setdefault(lemma, []).append(cue)
    table: dict[str, CueForm] = {}
    for lemma in classes.keys() | PARTICLES.keys():
        particles = PARTICLES.get(lemma, frozenset())
        group = tuple(classes.get(lemma, ()))
        forms: dict[str, set[str]] = {}
        for form, word in inflected(lemma).items():
            forms.setdefault(word, set()).add(form)
        for word, names in forms.items():
            if word not in table or word == lemma:
                table[word] = CueForm(lemma, frozenset(names), group, particles)
    return table


VERBS: dict[str, CueForm] = _table()
"""Lower-case inflected form → what it can be."""
