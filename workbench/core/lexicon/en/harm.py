"""What befalls people: the cues of harm, the phrases that are none, and words around them.

A cue names its class, by which the rules of casualties know it, and what it counts.
"""

from collections.abc import Mapping

from workbench.core.lexicon.listing import word_set

_WOUND = r"(?:an? |his |her |their |apparent |multiple |several |serious |minor )?(?:[\w-]+ ){0,3}"
_CARE = r"(?:\w+ )?(?:hospital|medical) (?:treatment|attention|care)"
_HURT = r"(?:wounds?|injur(?:y|ies)|burns)"

_CUES: Mapping[str, Mapping[str, str]] = {
    "killed": {
        "HARMED": """
            killed; slain; murdered; executed; massacred; assassinated; beheaded; slaughtered;
            electrocuted; shot dead; shot and killed; shot to death; shot and fatally wounded;
            shot fatally; fatally shot; fatally wounded; fatally injured; fatally stabbed;
            fatally struck; fatally hit; fatally beaten; mortally wounded; stabbed to death;
            beaten to death; crushed to death; burned to death; burnt to death;
            hacked to death; strangled; gunned down; pronounced dead; pronounced deceased;
            declared dead; found dead; found shot to death; found shot dead;
            found fatally shot; confirmed dead; struck and killed; hit and killed;
            stabbed and killed; accidentally killed; martyred; eliminated; neutralized;
            neutralised; liquidated; bludgeoned to death; trampled to death; presumed dead;
            left for dead""",
        "HARMING": """
            killing; kills; slaying; slays; murdering; claimed the lives of;
            claimed the life of; claims the life of; claims the lives of;
            claiming the lives of; claiming the life of; took the lives of; took the life of;
            taking the lives of; fatally shooting; fatally shoots; fatally stabbing;
            fatally shoot; fatally stab; shoots and kills; shoots dead; shooting and killing;
            shooting dead; executing; massacring; assassinating; beheading""",
        "DIED": """
            died; dies; perished; lost their lives; lost his life; lost her life; passed away;
            succumbed; drowned; committed suicide; commits suicide; took his own life;
            took her own life; took their own lives; killed himself; killed herself;
            bled to death; burned to death; burnt to death; starved to death; froze to death;
            shot himself to death; shot and killed himself; fatally shot himself; kills himself""",
        "STATE": "dead; deceased; lifeless; dead on arrival; dead at the scene; fatally; feared "
        "dead; feared drowned; presumed drowned",
        "DEATHS": """
            fatal shooting; fatal stabbing; fatal beating; death; deaths; fatality; fatalities;
            killings; murder; murders; homicide; homicides; slayings; bodies; corpses;
            suicides; drownings; body; lives (?:were|had been|have been) lost; lives lost""",
    },
    "wounded": {
        "HARMED": """
            wounded; injured; harmed; hurt; maimed; shot; stabbed; grazed; beaten; struck; hit;
            burned; trampled; hospitalized; hospitalised; shot and wounded; shot and injured;
            stabbed and wounded; accidentally shot; critically wounded; critically injured;
            critically hurt; seriously wounded; seriously injured; severely injured""",
        "HARMING": """
            wounding; injuring; harming; harm on; harm to; hurting; injures; wounds; hurts;
            maiming; shoots; shooting and wounding; shoots and injures; shoots and wounds;
            critically wounding; shooting; critically injuring; seriously wounding;
            seriously injuring; accidentally shoots; accidentally shooting; hitting; striking;
            grazing; stabbing; stabs""",
        "DIED": rf"suffered (?:from )?{_WOUND}{_HURT}; suffers (?:from )?{_WOUND}{_HURT}; "
        rf"sustained {_WOUND}{_HURT}; received {_WOUND}{_HURT}; required {_CARE}; needed "
        rf"{_CARE}; sought {_CARE}; received {_CARE}; shot himself; shot herself; shoots "
        rf"self",
        "STATE": rf"""
            in (?:critical|serious|stable|fair|good|guarded|grave) condition;
            in (?:critical but stable|serious but stable) condition;
            in the hospital; in hospital; in (?:an? |area |local )hospitals?;
            into (?:the |an? )hospital;
            to (?:the |an? |area |local |nearby )?(?:[A-Z][\w'’-]* ){{0,4}}hospitals?;
            to (?:the |an? |area |local |nearby )?(?:[A-Z][\w'’-]* ){{0,4}}medical center;
            to (?:the |an? |area |local |nearby )?(?:[A-Z][\w'’-]* ){{0,4}}trauma center;
            suffering (?:from )?{_WOUND}{_HURT}; with {_WOUND}{_HURT}; from {_WOUND}{_HURT};
            for {_WOUND}{_HURT}; fighting for (?:his|her|their) (?:life|lives); recovering;
            expected to (?:survive|recover|live|be ok|be okay|be fine); on life support;
            for (?:smoke inhalation|exposure|hypothermia|dehydration|shock)""",
        "DEATHS": "injury; injuries; woundings",
    },
    "casualties": {"DEATHS": "casualty; casualties"},
    "missing": {
        "STATE": "missing; unaccounted for",
        "DIED": "disappeared; vanished; went missing; gone missing",
    },
    "captured": {
        "HARMED": "captured; kidnapped; abducted; taken hostage; taken captive; taken prisoner; "
        "held hostage; seized hostage",
        "HARMING": "capturing; kidnapping; kidnaps; captures; abducting; abducts",
        "STATE": "held captive; in captivity",
        "DEATHS": "kidnappings; abductions",
    },
    "displaced": {
        "HARMED": "displaced; evacuated; uprooted; made homeless; left homeless; driven from "
        "their homes; forced from their homes; forced to flee; forced to leave; forced "
        "out of their homes; ordered to (?:leave|evacuate|flee); rendered homeless",
        "HARMING": "displacing; displaces; uprooting; evacuating",
        "DIED": "lost their homes; fled; fled their homes; fled the fighting; fled the violence",
        "STATE": "homeless",
    },
    "arrested": {
        "HARMED": "arrested; detained; apprehended; taken into custody; jailed; imprisoned; "
        "rounded up",
        "HARMING": "arresting; arrests; detaining; detains",
        "STATE": "in custody; behind bars; under arrest",
        "DEATHS": "arrests",
    },
}

_ORDER = ("HARMING", "STATE", "DIED", "DEATHS", "HARMED")
CUES: tuple[tuple[str, str, str], ...] = tuple(
    (" ".join(phrase.split()), kind, of)
    for of, kinds in _CUES.items()
    for kind in _ORDER
    for phrases in [kinds.get(kind, "")]
    for phrase in phrases.split(";")
    if phrase
)
"""(word or pattern of a phrase, class, what it counts). Of two classes of one word the last holds.

HARMED is said of people who were, HARMING of who did it, DIED is what people did, STATE how they
are, DEATHS counts what befell them."""

MULTIPLES: Mapping[str, int] = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
"""A multiple killing or shooting tells its number of victims."""

_NEARLY = (
    r"(?:got |was |were |been |being |getting |having )?"
    r"(?:kill(?:ed|ing)|dead|died|dying|drown(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|shot"
    r"|shooting|murder(?:ed|ing)|hurt|hurting|captur(?:ed|ing)|kidnapp(?:ed|ing)|perish(?:ed|ing))"
)
NOT_CUES = (
    *(f"{almost} {_NEARLY}" for almost in (
        "nearly", "almost", "all but", "close to", "near to", "verge of", "brink of", "short of",
        *(f"{by} (?:escap|avoid|miss|evad)(?:ed|es|e|ing)"
          for by in ("narrowly", "barely", "just")),
        r"within (?:\w+ ){0,2}(?:inch(?:es)?|feet|met(?:er|re)s|yards|whisker|hair) of",
    )),
    "shot at (?:him|her|them|police|officers|deputies|each|another|people|an? (?:man|woman|car"
    "|vehicle|group))",
    "shot into", "shot toward", "shot towards", "shot through", "shot back", "shot off",
    "shot down", "shoots down", "hit and run", "struck down", "dead end", "dead-end", "left dead",
    "body cameras?", "death penalty", "death row", "death threats", "death sentence",
    "murder charges?", "murder weapon", "murder trial", "hit record", "hit list",
    "injury attorney", "hurt feelings", "dead heat", "dead wrong", "murder case", "murder suspect",
    "homicide (?:detective|unit|investigator|division|bureau|squad|section|case|suspect)s?",
)  # fmt: skip
"""Patterns of phrases whose words count nobody."""

AROUND: Mapping[str, str] = {
    "AN": """a an""",
    "ANOTHER": """another""",
    "THE": """the this that his her its my our your their these those whose each every any""",
    "THEY": """they them themselves we us it""",
    "BE": """is was were are been being be got get gets remain remains remained became""",
    "HAVE": """has have had""",
    "BY": """by""",
    "OF": """of""",
    "AND": """and &""",
    "INCLUDES": """include includes included""",
    "PREPOSITION": """
        in on at from with inside outside near during for into aboard among around under over
        between within across along behind onto through""",
    "INCLUDING": "including",
    "WHEN": """
        after when while as before because since but until if whether where amid following""",
    "NOT": """
        not never neither nor without wasn't weren't isn't aren't didn't wasn’t weren’t isn’t
        didn’t""",
    "MODAL": """could would can should must will to""",
    "LEAVES": """leaves left leaving leave sends sent sending""",
    "COST": """
        claimed claims claiming claim took taking takes cost costing costs lost loses losing""",
    "TOLL": """toll""",
    "TALLY": """number numbers count tally""",
    "MORE": """more other additional""",
    "BADLY": """mortally critically seriously slightly lightly badly severely accidentally""",
    "NOBODY": """nobody none""",
    "WHO": """who whom which""",
    "NO": """no""",
    "ELSE": """else""",
    "SAID": """
        said says say told tells tell reported reports added adds announced announces confirmed
        confirms stated states""",
    "ROSE": """
        rose risen rises rise climbed climbs climb reached reaches reach passed passes topped tops
        stood stands stand totalled totaled totals exceeded exceeds surpassed grew grown jumped
        increased doubled fell fallen dropped""",
}
"""Words between people and harm, by class."""

EUPHEMISMS = word_set("eliminated neutralized neutralised liquidated")
"""What armies do to people, and teams to teams."""
LOOSE = word_set(
    """
    hurt hit hitting hurting hurts struck striking beaten captured captures
    """
)
"""Cues that also stand for losses of other kinds ("higher rates hurt Acme Corp")."""
