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
    combatant invader defender separatist pow sapper camper baker butcher jogger jockey seaman
    boatman paratrooper corporal envoy delegate cleric clubber festivalgoer onlooker commuter
    holidaymaker diner hawker warden settler islander farmhand herder shepherd logger lumberjack
    forester gardener builder bricklayer roofer welder plumber electrician technician mechanic
    steward stewardess attendant astronaut researcher professor surgeon fireman lifeguard
    constable spy informer gunner sniper cameraman jailer unionist juror ambassador actor actress
    dancer acrobat clown footballer wrestler boxer gymnast surfer sherpa porter trekker
    mountaineer newborn youngster pensioner retiree parent grandparent inhabitant expatriate
    labourer laborer cleaner maid cook waitress barman docker stevedore courier postman trucker
    poacher angler trapper beekeeper dentist pharmacist midwife carer caregiver nanny beggar
    vagrant addict trafficker looter rioter arsonist thief hijacker kidnapper bandit pirate
    stowaway castaway celebrant dignitary courtier infantryman cavalryman artilleryman submariner
    commando guerrilla partisan inspector surveyor geologist archaeologist historian dispatcher
    railwayman trackman signalman sentry watchman caretaker bellboy receptionist banker accountant
    apprentice intern chorister congregant parishioner deacon bishop rabbi missionary nomad
    tribesman herdsman peasant picnicker bather beachgoer rafter kayaker rower canoeist
    snowboarder paraglider parachutist skydiver bullfighter zookeeper"""
)  # fmt: skip
_IRREGULAR = {
    "person": "people", "child": "children", "wife": "wives", "midwife": "midwives",
    "passerby": "passersby", "grandchild": "grandchildren", "thief": "thieves",
}  # fmt: skip


def _plural(word: str) -> str:
    """Of a word for one person: "men" of "man", "deputies" of "deputy"."""
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return _IRREGULAR.get(word) or word + ("es" if word.endswith("ss") else "s")


_COLLECTIVE = (
    "persons townspeople townsfolk locals nationals troops personnel police crew lives souls "
    "others schoolchildren schoolgirls schoolboys staffers families households"
)

PAIRS = frozenset(("couple", "parents", "grandparents", "newlyweds"))
"""Words for two people: "his parents were killed"."""
HELD = frozenset(("hostages", "captives", "pows", "prisoners of war"))
"""Words for people who are held: a count of them needs no verb."""

PRONOUNS = word_set("he she him himself herself self he's she's he’s she’s")
SINGULARS = frozenset({*_SINGULARS, *PAIRS})
PLURALS = frozenset({*_COLLECTIVE.split(), *map(_plural, _SINGULARS)}) - {"deputies"}
"""Deputies mostly act in reports; counted with their victims one report of 286 more is wrong."""

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
