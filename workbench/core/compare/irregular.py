"""Irregular verbs, as data: the forms of one verb mean one thing.

Comparison only, like the synonyms. The forms are those of standard grammars of
English (Quirk et al., *A Comprehensive Grammar of the English Language*, 1985,
3.11–3.19). Forms that are as often another word ("left", "saw", "felt", "wound",
"found" beside "founded") and verbs whose forms are all alike are left out.
"""

VERBS: tuple[str, ...] = (
    "arise arose arisen", "bear bore borne", "beat beaten", "become became", "bend bent",
    "bind bound", "bite bit bitten", "bleed bled", "blow blew blown", "break broke broken",
    "breed bred", "bring brought", "burn burnt", "catch caught", "choose chose chosen",
    "come came", "creep crept", "deal dealt", "dig dug", "draw drew drawn",
    "drink drank drunk", "drive drove driven", "eat ate eaten", "feed fed", "fight fought",
    "flee fled", "fling flung", "fly flew flown", "forbid forbade forbidden",
    "forget forgot forgotten", "forgive forgave forgiven", "freeze froze frozen",
    "give gave given", "go went gone", "hang hung",
    "hear heard", "hide hid hidden", "hold held", "keep kept", "kneel knelt", "know knew known",
    "lead led", "lend lent", "mean meant", "mistake mistook mistaken",
    "overcome overcame", "overthrow overthrew overthrown", "pay paid", "ride rode ridden",
    "ring rang rung", "run ran", "say said", "seek sought", "sell sold", "send sent",
    "shake shook shaken", "shoot shot", "shrink shrank shrunk", "sing sang sung",
    "sink sank sunk", "sit sat", "sleep slept", "slide slid", "spend spent", "spring sprang sprung",
    "stand stood", "steal stole stolen", "stick stuck", "sting stung", "swear swore sworn",
    "sweep swept", "swim swam swum", "swing swung", "take took taken", "teach taught",
    "tear tore torn", "tell told", "think thought", "throw threw thrown",
    "undertake undertook undertaken", "understand understood", "wake woke woken",
    "wear wore worn", "weep wept", "withdraw withdrew withdrawn withdrawal",
    "withhold withheld", "withstand withstood",
)  # fmt: skip
"""Each the forms of one verb, the base form first."""
