"""Nouns for those who speak: roles, bodies, documents, titles, given names.

A described source ("a Pentagon official", "the survey") is known by its head
noun. Stance verbs ("wants", "backs") report something only if such a head or a
name is their subject. The lists follow the noun classes *person*, *social
group* and *communication* of WordNet 3.0, limited to words frequent in news.
"""

from workbench.core.lexicon.listing import word_set

PEOPLE = word_set("""
    activist adviser advisor advocate agent aide ally ambassador analyst anchor announcer applicant
    assistant attendant attorney author banker barrister biographer bishop boss broadcaster
    businessman businesswoman campaigner candidate captain cardinal ceo chair chairman chairwoman
    chairperson chancellor chief citizen coach colleague colonel columnist commander commentator
    commissioner concerned congressman congresswoman conservative consultant contractor convener
    coordinator co-founder coroner correspondent councillor councilman councilwoman counsel
    counterpart critic dad daughter dealer defendant delegate democrat deputy designer developer
    diplomat director dissident doctor donor driver economist editor eyewitness employee employer
    engineer envoy epidemiologist executive expert farmer father founder friend general girlfriend
    governor guest guide head historian host husband inspector insider interpreter interviewer
    investigator investor journalist judge justice juror king landlord lawmaker lawyer leader
    lecturer legislator liberal lieutenant lobbyist man manager mayor member minister ministers
    mother mourner narrator neighbor neighbour negotiator nominee nurse observer officer official
    officials operative opponent organizer organiser owner painter parent participant partner
    passenger pastor patient people person physician pilot player poet police politician pollster
    pope premier president priest principal producer professor prosecutor protester protestor
    psychologist striker goalkeeper defender midfielder detective queen questioner reader rebel
    refugee regulator relative reporter representative republican rescuer researcher resident
    residents respondent rival runner-up scholar scientist secretary seismologist senator sergeant
    sheriff shopkeeper singer sister brother soldier son source sources speaker specialist
    speechwriter spokesman spokeswoman spokesperson spokespeople spokesmen staffer strategist
    student supporter surgeon surrogate surveyor survivor suspect teacher tourist trader trainer
    treasurer user victim villager veteran viewer volunteer voter wife witness witnesses woman women
    men worker writer youth accountant actor actress artist astronaut athlete auditor baker
    billionaire blogger bricklayer broker builder butcher carpenter cashier champion chef cleaner
    clerk comedian composer conductor cook dancer dentist detainee electrician entrepreneur
    firefighter fisherman gardener graduate guitarist hiker hostage hunter inmate instructor janitor
    laureate librarian lifeguard mechanic merchant migrant miner musician novelist paramedic
    pharmacist photographer playwright plumber prisoner publisher rabbi ranger rider sailor sculptor
    senior settler shopper technician translator trucker tycoon vendor waiter waitress warden winner
    tenant shareholder motorist commuter cyclist fan monk nun creditor grower breeder angler skipper
    shepherd curator archivist forecaster referee umpire trustee bystander passer-by passers-by
    onlooker midwife vet widow widower pensioner cousin uncle aunt grandmother grandfather grandson
    granddaughter nephew niece mum teenager caretaker coxswain captive courier plaintiff claimant
    complainant teammate classmate roommate colleague attackers authorities experts mediators
    moderates populists nationalists opposition""")
BODIES = word_set("""
    academy administration agency airline alliance army assembly association authority bank board
    bakery brewery brewer clinic club coastguard command consulate diocese estate factory family
    farm festival foundry gallery body brigade broadcaster bureau business cabinet camp campaign
    carrier center centre chain charity church city club coalition commission committee company
    conference congress consortium council country countries county court department directorate
    duma embassy faculty federation firm force forces foundation government group guard guards
    hospital house industry institute institution intelligence jury kremlin league majority media
    military ministry mission movement navy corps brigade unit regiment battalion patrol nation
    nations network newspaper office organization organisation outlet panel paper parliament percent
    parties party police press publisher pentagon radio railway regime regulator republic school
    senate service site society staff state side station store studio syndicate team television tv
    tribunal troops union university watchdog website wing hotel delegation inspectorate insurer
    junta lender maker manufacturer militia museum observatory operator platform restaurant retailer
    shipyard startup supermarket supplier theatre treasury utility zoo""")
DOCUMENTS = word_set("""
    account accounts ad ads advertisement affidavit analysis announcement article articles
    assessment audit bill biography blog book broadcast bulletin census chart clip column communique
    complaint constitution data diary documents document email emails editorial essay estimate
    estimates evidence exam excerpt feature figures filing filings film findings finding footage
    forecast forecasts guideline guidelines headline images indictment interview inquiry
    investigation journal law lawsuit leaflet letter letters log magazine manifesto manual map memo
    message messages motion narrative newsletter note notice numbers op-ed opinion order pamphlet
    petition photos piece presentation plan poll polls polling post post-mortem posts press proposal
    prospectus publication readout read-out reading record records reference regulation release
    report reports research results resolution review ruling script sign slide slogan sources spot
    statement statements statistics story study studies suit summary survey surveys testimony text
    tests transcript transcripts treaty tweet tweets version video videos witness warrant
    watchlist""")
TITLES = word_set("""
    mr mrs ms miss dr sir lord lady dame gov sen rep reps gens gen col maj lt capt cmdr sgt prof rev
    hon fr st president vice-president prime minister senator governor congressman congresswoman
    representative judge justice general colonel major captain lieutenant sergeant admiral
    chancellor king queen prince princess pope cardinal bishop archbishop pastor father sister
    imam sheikh ayatollah premier secretary mayor speaker chairman chairwoman director
    commissioner sheriff detective officer ambassador professor doctor coach spokesman spokeswoman
    spokesperson chief leader attorney counsel deputy rabbi emperor dean envoy treasurer nominee
    """)
FEMALE_TITLES = word_set(
    "mrs ms miss lady dame queen princess congresswoman spokeswoman chairwoman"
)
MALE_TITLES = word_set("mr sir lord king prince pope congressman spokesman chairman father imam")
ORGANISATION_WORDS = word_set("""
    rights monitor watch observatory radio council brigade commons society laboratory labs bloc
    front academy act administration agency airlines alliance army assembly associated association
    authority bank board broadcasting bureau campaign center centre chamber church city coalition
    college commission committee community company conference congress convention corp corporation
    council county court daily democrats department district duma east embassy federation force
    forces foundation fund government group guard herald hospital house inc industry initiative
    institute institution international islands journal kingdom law league llc ltd mail media mills
    ministry mirror motors dynamics electric morning mission museum nations network news north
    office organization organisation parliament party pentagon police post press project province
    republic republicans research review river school security senate service services society south
    square staff standard star state states street studies study sun survey team times today treaty
    tribune trust union university west world""")
PLACE_OPENERS = word_set(
    """
    new north south east west northern southern eastern western central upper lower saint san santa
    los las el fort port hong united great white wall red black blue green supreme saudi sri costa
    puerto sierra middle mount lake cape rio sao buenos tel high old secret capitol air"""
)
"""First words of two-word names that are places or bodies, not people."""
GIVEN_MALE = word_set("""
    aaron ahmed arjun hiro ivo joao jorge kofi omar tariq adam alan albert alex alexander alexei ali
    andrew andrei anthony antonio barack ben benjamin bernard bernie bill bob boris brad brian bruce
    carl carlos charles charlie chris christian christopher chuck claude colin craig dan daniel dave
    david dean dennis dmitri dmitry dominic don donald doug douglas edward elon emmanuel eric erik
    ernest ethan evan francis frank fred gary gavin geoffrey george gerald gerard giovanni glenn
    gordon graham greg gregory hans harold harry harvey hassan henry herbert howard hugh ian igor
    isaac ivan jack jacob jake jamal james jason jay jean jeff jeffrey jeremy jerry jim jimmy joe
    joel john johnny jon jonathan jose joseph josh joshua juan julian justin karl keith ken kenneth
    kevin kyle larry lawrence lee leo leon leonard lewis lloyd louis luis luke marc marco marcus
    mario mark martin matt matthew max michael mick mike mitch mohamed mohammad mohammed muhammad
    nathan neil newt nicholas nick nigel nikolai noah oleg oliver oscar owen pablo patrick paul
    pedro pete peter phil philip rajiv ralph ray raymond rex richard rick rob robert rodney roger
    roland ron ronald rudy rupert russell ryan sam samuel scott sean sebastian sergei sergey seth
    shane shaun simon stanley stefan stephen steve steven stuart ted terry theo thomas tim timothy
    todd tom tommy tony travis trevor tyler victor vincent viktor vladimir volodymyr wallace walter
    warren wayne wesley will william xavier yuri yusuf zach""")
GIVEN_FEMALE = word_set("""
    abigail adriana aisha ilse ingrid lena marta yuki mei noor oksana agnes alice alicia alison
    amanda amber amelia amina amy ana andrea angela anita ann anna anne annie april ava barbara
    beatrice becky beth betty brenda bridget camila carla carly carmen carol caroline carolyn
    catherine cathy charlotte chelsea cheryl chloe christina christine cindy claire clara claudia
    condoleezza connie cynthia daisy dana danielle dawn deborah debra denise diana diane dolores
    donna doris dorothy edith eileen elaine eleanor elena elisa elizabeth ella ellen emily emma
    erica erin ethel eva eve evelyn fatima fiona florence frances gabriela gina gloria grace greta
    hannah harriet heather heidi helen hillary holly hope ida ines irene irina isabel ivanka ivy
    jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica jill joan joanna jodi
    josephine joy joyce judith judy julia julie kamala karen karin kate katherine kathleen kathryn
    kathy katie kellyanne kim kimberly kirsten laura lauren leah leila leslie liliana linda lisa liz
    loretta lori louise lucia lucy lydia lynn madeleine margaret maria marie marilyn marina marion
    martha mary maryam maureen megan melania melissa michelle mona monica nadia nancy naomi natalia
    natalie natasha nicola nicole nina nora olga olivia pamela patricia paula pauline peggy penny
    phyllis priscilla rachel rebecca renee rita roberta robin rosa rose rosemary ruth sally samantha
    sandra sara sarah sharon sheila shirley sonia sophia sophie stella stephanie sue susan svetlana
    sylvia tamara tanya tara teresa theresa tina tracy ursula valerie vanessa vera veronica victoria
    violet virginia vivian wanda wendy yasmin yvonne zoe""")
_NO_PERSON = word_set("human humans german germans roman ottoman")
_PERSON_ENDINGS = (
    "ist",
    "ists",
    "man",
    "men",
    "woman",
    "women",
    "ician",
    "icians",
    "crat",
    "crats",
    "keeper",
    "keepers",
    "ologist",
    "ologists",
    "person",
    "people",
)


def is_person_noun(low: str) -> bool:
    """Whether a lower-case noun, singular or plural, names people by what they are."""
    if low in _NO_PERSON:
        return False
    return (
        low in PEOPLE or (low.endswith("s") and low[:-1] in PEOPLE) or low.endswith(_PERSON_ENDINGS)
    )


def is_source_noun(low: str) -> bool:
    """Whether a lower-case noun names people or a body that can take a stance."""
    return is_person_noun(low) or low in BODIES or (low.endswith("s") and low[:-1] in BODIES)


def is_document_noun(low: str) -> bool:
    """Whether a lower-case noun names something written, measured or recorded."""
    return low in DOCUMENTS
