"""What kills and hurts people, by the words that news has for it.

Groups overlap where one thing is told in either word: a car bomb is a blast too.
"""

from workbench.core.lexicon.listing import word_set

CAUSES: dict[str, frozenset[str]] = {
    "from the air": word_set(
        "airstrike airstrikes air-strike strike strikes raid raids warplane warplanes jet jets"
        " helicopter helicopters drone drones barrel bombardment bombed bombing"
    ),
    "blast": word_set(
        "bomb bombs bomber bombers bombing bombings blast blasts explosion explosions exploded"
        " explosive explosives detonated mine mines ied grenade grenades"
    ),
    "fire from afar": word_set(
        "mortar mortars shell shells shelled shelling rocket rockets missile missiles artillery"
        " bombardment cannon"
    ),
    "gas": word_set("chemical gas sarin chlorine nerve toxic poison poisoned poisoning"),
    "gunfire": word_set(
        "shot shooting shootings gunfire gunman gunmen gunshot gunshots sniper snipers gunned"
        " firefight massacre executed execution beheaded"
    ),
    "blade": word_set("stabbed stabbing knife knives machete axe"),
    "flames": word_set("fire fires blaze blazes wildfire wildfires burned burnt arson"),
    "water": word_set("flood floods flooding drowned tsunami capsized sank sinking ferry"),
    "earth": word_set("earthquake quake tremor aftershock landslide mudslide avalanche"),
    "wind": word_set("storm storms hurricane cyclone typhoon tornado tornadoes"),
    "crash": word_set("crash crashed collision collided derailed derailment overturned"),
    "illness": word_set("virus disease outbreak ebola cholera coronavirus flu infection"),
    "collapse": word_set("collapse collapsed cave-in stampede crush"),
}
