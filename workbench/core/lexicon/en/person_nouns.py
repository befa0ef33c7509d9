"""Nouns for people: one of them, many, two; who is held, who bears arms."""

from workbench.core.lexicon.listing import word_list, word_set

_SINGULARS = word_list(
    """
    person man woman boy girl child kid baby infant toddler teen teenager adult male female youth
    juvenile minor student pupil teacher worker employee officer policeman policewoman cop deputy
    sheriff trooper detective agent guard soldier serviceman servicewoman marine airman paramilitary
    fighter militant rebel insurgent gunman shooter attacker assailant bomber suspect intruder
    burglar robber firefighter paramedic medic doctor nurse patient passenger sailor miner fisherman
    farmer villager resident tourist visitor pilgrim worshipper worshiper migrant refugee immigrant
    citizen civilian foreigner journalist reporter photographer activist protester protestor
    demonstrator victim survivor hostage prisoner inmate detainee captive brother sister son
    daughter mother father wife husband grandmother grandfather grandson granddaughter grandchild
    uncle aunt nephew niece cousin girlfriend boyfriend fiancee fiance friend neighbor neighbour
    relative sibling bystander pedestrian driver motorist motorcyclist cyclist bicyclist biker rider
    player fan spectator guest partygoer patron customer shopper clerk owner manager bartender
    bouncer clubgoer concertgoer reveler reveller member lawmaker politician official diplomat
    contractor commander pilot crewman climber hiker hunter skier swimmer diver individual
    stepfather stepmother stepson stepdaughter rapper musician singer priest pastor imam nun monk
    lawyer judge veteran mom dad twin roommate homeowner tenant peacekeeper ranger cadet recruit
    conscript reservist mourner devotee sophomore freshman teammate athlete coach barber cashier
    passerby evacuee couple opponent supporter smuggler user nurse companion colleague coworker
    classmate marshal buddy partner mayor bodyguard councillor aide minister governor senator vendor
    trader shopkeeper janitor chef waiter toddler orphan widow servant aid-worker volunteer
    terrorist leader jihadi gangster hooligan sergeant lieutenant captain colonel trainee trooper
    scientist engineer lawmaker columnist blogger editor rescuer mercenary jihadist extremist
    combatant invader defender separatist pow"""
)  # fmt: skip
_IRREGULAR = {
    "person": "people", "man": "men", "woman": "women", "child": "children",
    "policeman": "policemen", "policewoman": "policewomen", "gunman": "gunmen",
    "serviceman": "servicemen", "servicewoman": "servicewomen", "fisherman": "fishermen",
    "airman": "airmen", "crewman": "crewmen", "wife": "wives", "baby": "babies",
    "passerby": "passersby", "buddy": "buddies", "grandchild": "grandchildren",
}  # fmt: skip
_COLLECTIVE = (
    "persons troops personnel police crew lives souls others schoolchildren schoolgirls "
    "schoolboys staffers families households"
)

PAIRS = frozenset(("couple", "parents", "grandparents", "newlyweds"))
"""Words for two people: "his parents were killed"."""
HELD = frozenset(("hostages", "captives", "pows", "prisoners of war"))
"""Words for people who are held: a count of them needs no verb."""

PRONOUNS = word_set("he she him himself herself self he's she's he’s she’s")
SINGULARS = frozenset({*_SINGULARS, *PAIRS})
PLURALS = frozenset({*_COLLECTIVE.split(), *(_IRREGULAR.get(w, w + "s") for w in _SINGULARS)})

MILITARY = word_set(
    """
    soldiers troops men fighters servicemen marines sailors pilots paratroopers personnel
    mercenaries recruits conscripts reservists
    """
)
"""Who is dead when an army has "lost" them."""

ENEMIES = MILITARY | word_set(
    """
    militants terrorists insurgents rebels gunmen jihadists extremists combatants occupiers
    invaders separatists attackers bombers commanders guerrillas
    """
)
"""Whom an army "eliminates": in sport and business the verb kills nobody."""
