"""Words of human harm and the people harmed: the lexicon behind `casualties`.

Every token of a passage gets one class, a single character, so that the rules
can be written as patterns over a string of classes. A cue also names what it
counts. Phrases ("shot to death") are tried before single words.
"""

from collections.abc import Mapping

from workbench.core.lexicon.listing import word_list

PLURAL, SINGULAR, PRONOUN = "P", "p", "H"
PAST, ACTIVE, INTRANSITIVE, STATE, NOMINAL = "K", "k", "d", "e", "T"

_SINGULARS = word_list(
    """
    person man woman boy girl child kid baby infant toddler teen teenager adult male
    female youth juvenile minor student pupil teacher worker employee officer policeman
    policewoman cop deputy sheriff trooper detective agent guard soldier serviceman
    servicewoman marine airman paramilitary fighter militant rebel insurgent gunman
    shooter attacker assailant bomber suspect intruder burglar robber firefighter
    paramedic medic doctor nurse patient passenger sailor miner fisherman farmer
    villager resident tourist visitor pilgrim worshipper worshiper migrant refugee
    immigrant citizen civilian foreigner journalist reporter photographer activist
    protester protestor demonstrator victim survivor hostage prisoner inmate detainee
    captive brother sister son daughter mother father wife husband grandmother
    grandfather grandson granddaughter grandchild uncle aunt nephew niece cousin
    girlfriend boyfriend fiancee fiance friend neighbor neighbour relative sibling
    bystander pedestrian driver motorist motorcyclist cyclist bicyclist biker rider
    player fan spectator guest partygoer patron customer shopper clerk owner manager
    bartender bouncer clubgoer concertgoer reveler reveller member lawmaker politician
    official diplomat contractor commander pilot crewman climber hiker hunter skier
    swimmer diver individual stepfather stepmother stepson stepdaughter rapper musician
    singer priest pastor imam nun monk lawyer judge veteran mom dad twin roommate
    homeowner tenant peacekeeper ranger cadet recruit conscript reservist mourner
    devotee sophomore freshman teammate athlete coach barber cashier passerby evacuee
    couple opponent supporter smuggler user nurse companion colleague coworker classmate
    marshal buddy partner mayor bodyguard councillor aide minister governor senator vendor
    trader shopkeeper janitor chef waiter toddler orphan widow servant aid-worker volunteer terrorist leader jihadi gangster hooligan sergeant lieutenant
    captain colonel trainee trooper scientist engineer lawmaker columnist blogger editor
    rescuer mercenary jihadist extremist combatant invader defender separatist pow
    """
)  # fmt: skip
_IRREGULAR = {
    "person": "people", "man": "men", "woman": "women", "child": "children",
    "policeman": "policemen", "policewoman": "policewomen", "gunman": "gunmen",
    "serviceman": "servicemen", "servicewoman": "servicewomen", "fisherman": "fishermen",
    "airman": "airmen", "crewman": "crewmen", "wife": "wives", "baby": "babies",
    "passerby": "passersby", "buddy": "buddies", "grandchild": "grandchildren",
}  # fmt: skip
_COLLECTIVE = "persons troops personnel police crew lives souls others schoolchildren schoolgirls schoolboys staffers families households"

PAIRS = frozenset(("couple", "parents", "grandparents", "newlyweds"))
"""Words for two people: "his parents were killed"."""
HELD = frozenset(("hostages", "captives", "pows", "prisoners of war"))
"""Words for people who are held: a count of them needs no verb."""

PEOPLE: Mapping[str, str] = {
    **dict.fromkeys(_COLLECTIVE.split(), PLURAL),
    **{_IRREGULAR.get(word, word + "s"): PLURAL for word in _SINGULARS},
    **dict.fromkeys(_SINGULARS, SINGULAR),
    **dict.fromkeys(PAIRS, SINGULAR),
    **dict.fromkeys(
        word_list(
            """
    he she him himself herself self he's she's he’s she’s
    """
        ),
        PRONOUN,
    ),
}

_WOUND = r"(?:an? |his |her |their |apparent |multiple |several |serious |minor )?(?:[\w-]+ ){0,3}"
_CARE = r"(?:\w+ )?(?:hospital|medical) (?:treatment|attention|care)"
_HURT = r"(?:wounds?|injur(?:y|ies)|burns)"

_CUES: Mapping[str, Mapping[str, str]] = {
    "killed": {
        PAST: """killed; slain; murdered; executed; massacred; assassinated; beheaded; slaughtered;
            electrocuted; shot dead; shot and killed; shot to death; shot and fatally wounded;
            shot fatally; fatally shot; fatally wounded; fatally injured; fatally stabbed;
            fatally struck; fatally hit; fatally beaten; mortally wounded; stabbed to death;
            beaten to death; crushed to death; burned to death; burnt to death; hacked to death;
            strangled; gunned down; pronounced dead; pronounced deceased; declared dead; found dead;
            found shot to death; found shot dead; found fatally shot; confirmed dead;
            struck and killed; hit and killed; stabbed and killed; accidentally killed; martyred; eliminated; neutralized; neutralised; liquidated;
            bludgeoned to death; trampled to death; presumed dead; left for dead""",
        ACTIVE: """killing; kills; slaying; slays; murdering; claimed the lives of;
            claimed the life of; claims the life of; claims the lives of; claiming the lives of;
            claiming the life of; took the lives of; took the life of; taking the lives of;
            fatally shooting; fatally shoots; fatally stabbing; fatally shoot; fatally stab; shoots and kills; shoots dead;
            shooting and killing; shooting dead; executing; massacring; assassinating; beheading""",
        INTRANSITIVE: """died; dies; perished; lost their lives; lost his life; lost her life;
            passed away; succumbed; drowned; committed suicide; commits suicide; took his own life;
            took her own life; took their own lives; killed himself; killed herself; bled to death; burned to death; burnt to death; starved to death; froze to death;
            shot himself to death; shot and killed himself; fatally shot himself; kills himself""",
        STATE: "dead; deceased; lifeless; dead on arrival; dead at the scene; fatally; feared dead; feared drowned; presumed drowned",
        NOMINAL: """fatal shooting; fatal stabbing; fatal beating; death; deaths; fatality; fatalities; killings; murder; murders; homicide;
            homicides; slayings; bodies; corpses; suicides; drownings; body; lives (?:were|had been|have been) lost;
            lives lost""",
    },
    "wounded": {
        PAST: """wounded; injured; harmed; hurt; maimed; shot; stabbed; grazed; beaten; struck; hit; burned;
            trampled; hospitalized; hospitalised; shot and wounded; shot and injured;
            stabbed and wounded; accidentally shot; critically wounded; critically injured;
            critically hurt; seriously wounded; seriously injured; severely injured""",
        ACTIVE: """wounding; injuring; harming; harm on; harm to; hurting; injures; wounds; hurts; maiming; shoots;
            shooting and wounding; shoots and injures; shoots and wounds; critically wounding;
            shooting; critically injuring; seriously wounding; seriously injuring; accidentally shoots;
            accidentally shooting; hitting; striking; grazing; stabbing; stabs""",
        INTRANSITIVE: rf"suffered (?:from )?{_WOUND}{_HURT}; suffers (?:from )?{_WOUND}{_HURT}; sustained {_WOUND}{_HURT}; received {_WOUND}{_HURT}; required {_CARE}; needed {_CARE}; sought {_CARE}; received {_CARE}; shot himself; shot herself; shoots self",
        STATE: rf"""in (?:critical|serious|stable|fair|good|guarded|grave|critical but stable|serious but stable) condition;
            in the hospital; in hospital; in (?:an? |area |local )hospitals?; into (?:the |an? )hospital; to (?:the |an? |area |local |nearby )?(?:[A-Z][\w'’-]* ){{0,4}}(?:hospitals?|medical center|trauma center);
            suffering (?:from )?{_WOUND}{_HURT}; with {_WOUND}{_HURT}; from {_WOUND}{_HURT}; for {_WOUND}{_HURT};
            fighting for (?:his|her|their) (?:life|lives); recovering; expected to (?:survive|recover|live|be ok|be okay|be fine);
            on life support; for (?:smoke inhalation|exposure|hypothermia|dehydration|shock)""",
        NOMINAL: "injury; injuries; woundings",
    },
    "casualties": {NOMINAL: "casualty; casualties"},
    "missing": {
        STATE: "missing; unaccounted for",
        INTRANSITIVE: "disappeared; vanished; went missing; gone missing",
    },
    "captured": {
        PAST: "captured; kidnapped; abducted; taken hostage; taken captive; taken prisoner; held hostage; seized hostage",
        ACTIVE: "capturing; kidnapping; kidnaps; captures; abducting; abducts",
        STATE: "held captive; in captivity",
        NOMINAL: "kidnappings; abductions",
    },
    "displaced": {
        PAST: "displaced; evacuated; uprooted; made homeless; left homeless; driven from their homes; forced from their homes; forced to flee; forced to leave; forced out of their homes; ordered to (?:leave|evacuate|flee); rendered homeless",
        ACTIVE: "displacing; displaces; uprooting; evacuating",
        INTRANSITIVE: "lost their homes; fled; fled their homes; fled the fighting; fled the violence",
        STATE: "homeless",
    },
    "arrested": {
        PAST: "arrested; detained; apprehended; taken into custody; jailed; imprisoned; rounded up",
        ACTIVE: "arresting; arrests; detaining; detains",
        STATE: "in custody; behind bars; under arrest",
        NOMINAL: "arrests",
    },
}

CUES: tuple[tuple[str, str, str], ...] = tuple(
    (" ".join(phrase.split()), kind, of)
    for of, kinds in _CUES.items()
    for kind, phrases in sorted(kinds.items(), reverse=True)
    for phrase in phrases.split(";")
)
"""(word or pattern of a phrase, class, what it counts). Of two classes of one word the last holds."""

MULTIPLES: Mapping[str, int] = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
"""A multiple killing or shooting tells its number of victims."""

_NEARLY = (
    r"(?:got |was |were |been |being |getting )?"
    r"(?:killed|dead|died|drowned|wounded|injured|shot|murdered|hurt|captured|kidnapped|perished)"
)
NOT_CUES = (
    f"nearly {_NEARLY}", f"almost {_NEARLY}", f"narrowly (?:escaped|avoided) {_NEARLY}",
    "shot at (?:him|her|them|police|officers|deputies|each|another|people|an? (?:man|woman|car|vehicle|group))",
    "shot into", "shot toward", "shot towards", "shot through", "shot back", "shot off",
    "shot down", "shoots down", "hit and run", "struck down", "dead end", "dead-end", "left dead",
    "body cameras?", "death penalty", "death row", "death threats", "death sentence",
    "murder charges?", "murder weapon", "murder trial", "hit record", "hit list",
    "injury attorney", "hurt feelings", "dead heat", "dead wrong", "murder case", "murder suspect",
    "homicide (?:detective|unit|investigator|division|bureau|squad|section|case|suspect)s?",
)  # fmt: skip
"""Patterns of phrases whose words count nobody."""

OTHER: Mapping[str, str] = {
    **dict.fromkeys(["a", "an"], "A"),
    "another": "Z",
    **dict.fromkeys(word_list(
    """
    the this that his her its my our your their these those whose each every any
    """
), "D"),
    **dict.fromkeys(["they", "them", "themselves", "we", "us", "it"], "Q"),
    **dict.fromkeys(word_list(
    """
    is was were are been being be got get gets remain remains remained became
    """
), "B"),
    **dict.fromkeys(["has", "have", "had"], "h"),
    "by": "b",
    "of": "o",
    **dict.fromkeys(["and", "&"], "&"),
    **dict.fromkeys(["including", "among them"], "i"),
    **dict.fromkeys(["include", "includes", "included"], "I"),
    **dict.fromkeys(
        word_list(
    """
    in on at from with inside outside near during for into aboard among around under
    over between within across along behind onto through
    """
),
        "r",
    ),
    **dict.fromkeys(word_list(
    """
    after when while as before because since but until if whether where amid following
    """
), "j"),
    **dict.fromkeys(word_list(
    """
    not never neither nor without wasn't weren't isn't aren't didn't wasn’t weren’t
    isn’t didn’t
    """
), "n"),
    **dict.fromkeys(["could", "would", "can", "should", "must", "will", "to"], "u"),
    **dict.fromkeys(["leaves", "left", "leaving", "leave", "sends", "sent", "sending"], "L"),
    **dict.fromkeys(word_list(
    """
    claimed claims claiming claim took taking takes cost costing costs lost loses losing
    """
), "!"),
    **dict.fromkeys(["toll", "number"], "O"),
    **dict.fromkeys(["more", "other", "additional"], "m"),
    **dict.fromkeys(word_list(
    """
    mortally critically seriously slightly lightly badly severely accidentally
    """
), "F"),
    **dict.fromkeys(["nobody", "none"], "z"),
    **dict.fromkeys(["who", "whom", "which"], "q"),
    "no": "0",
    "else": "E",
}  # fmt: skip
"""Function words by class."""
