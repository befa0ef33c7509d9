"""Words that show which way a clause looks from the day of publication, and what is counted.

Each table is a string of alternatives of a regular expression over lower-case text.
"""

IRREGULAR_PASTS = (
    "met|held|made|took|went|came|began|left|won|lost|fell|rose|sold|bought|paid|found|got|gave"
    "|saw|shot|struck|hit|cut|sent|spoke|wrote|led|fled|flew|drove|broke|brought|built|caught"
    "|chose|fought|grew|knew|kept|laid|put|ran|sought|stood|swept|threw|became|arose|drew|ate"
    "|heard|hung|hurt|lit|rode|rang|sank|sat|shook|spent|spread|stole|swore|taught|thought|tore"
    "|wore|withdrew|burst"
)
"""Past forms of verbs that do not end in "ed"."""
PAST_CUES = rf"[a-z]{{2,}}ed|was|were|had|did|been|said|told|since|ago|{IRREGULAR_PASTS}"
FUTURE_CUES = (
    r"(?:will|won['’]t|shall|would|may|might|can|could|should|must|is to|are to|was to|were to"
    r"|to(?= be)|unlikely to|likely to)(?: not| also)?(?! have)(?: be \w+)?|until|till|scheduled"
    r"|due|expect(?:ed|s|ing)? (?:to|in|at|on|for|by)|expected|expects|set (?:to|for)|slated"
    r"|plan(?:s|ned|ning)? (?:to|for|on)|going to|about to"
    r"|(?:intend|hope|want|seek|aim|need|prepare|vow|promise|agree|pledge|propose|urge)"
    r"(?:s|d|ed|ing)? (?:(?:him|her|them|it|us|not|also) )?(?:to|for)\b|upcoming|forthcoming"
    r"|deadline|expires?|expiring|payable|redeemable|effective|matur(?:es|ing|ity)|record"
    r"|no later than|ahead of|begins|starts|opens|takes effect"
)
LEADS_AHEAD = "by|until|till|before|no later than|as early as|as soon as|starting|beginning"
"""What stands right before a date that is still to come."""
LEADS_BACK = "since|after|as of|ended|following|dated|of record"
"""What stands right before a date that is past."""
UNPLANNED = (
    "shootings?|attacks?|crash|fire|blaze|killings?|murders?|deaths?|blasts?|explosions?"
    "|bombings?|earthquake|quake|accident|incident|violence|massacre|rampage|assault|stabbing"
    "|outage|storm|floods?|landslide|collapse|derailment|riots?|clashes|raid|robbery"
)
"""What nobody announces beforehand: "Friday's shooting" is past whatever verb follows."""
BUSINESS = (
    r"profits?|earnings|earned|sales|revenues?|income|loss(?:es)?|results|gdp|gnp|growth"
    r"|econom\w+|compan\w+|bank\w*|shares?|charges?|net|fiscal|business|invest\w+|dividend"
    r"|margins?|inflation|deliveries|orders|output|production|million|billion|subscribers"
    r"|expansion|contract\w+"
)
"""Words of a sentence in which a quarter is one of a year, and not of a game."""
COUNTED_PEOPLE = (
    "people|persons|men|women|children|troops|soldiers|fighters|workers|employees|families"
    "|refugees|residents|civilians|students|voters|prisoners|hostages|members|delegates"
    "|others|dead|wounded|injured|deaths"
)
COUNTED_THINGS = (
    "jobs|homes|houses|votes|seats|shares|units|copies|pages|words|cases|points|degrees|tons"
    "|tonnes|barrels|gallons|litres|liters|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot"
    "|inches|acres|hectares|pounds|dollars|euros?|yen|rubles?|roubles?|francs?|marks?|cents"
    "|percent|per cent|km|kg|mph|sq|square|hours?|minutes?|seconds?|days|times|million|billion"
    "|rounds|vehicles|tanks|cars"
)
"""What follows a number that counts, and is no year."""
CAR_MAKES = (
    "Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ferrari|Fiat|Ford|GMC|Honda"
    "|Hyundai|Infiniti|Jaguar|Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes|Mercury|Mitsubishi|Nissan"
    "|Pontiac|Porsche|Renault|Saturn|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo"
)
STREETS = r"Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Drive|Lane|block"
"""What follows the number of a house, with their capitals."""
