"""Words of wrongdoing, and of charging somebody with it.

Verbs are listed by their infinitive. The classes are FrameNet 1.7's frames
Judgment_communication, Committing_crime, Offenses, Attack, Deception, Prevarication and Terrorism.
"""

from workbench.core.lexicon.en.inflection import verb_forms
from workbench.core.lexicon.listing import word_set

ACCUSE = verb_forms("accuse counter-accuse implicate incriminate")
BLAME = verb_forms("blame")
CENSURE = verb_forms("""
    condemn denounce decry criticize criticise slam lambast lambaste fault rebuke castigate
    berate censure reprimand reproach excoriate chastise deplore skewer assail scold
    """) | word_set("blasted blasting")
"""Verbs of judging somebody in words, which accuse where they say for what."""
CHARGES = word_set("accusation accusations allegation allegations")
DECEIVE = verb_forms("""
    lie mislead deceive cheat defraud swindle scam dupe trick fake fabricate falsify forge rig
    manipulate pretend impersonate distort misrepresent conceal suppress tamper
    embezzle launder pocket siphon bribe plagiarise plagiarize dope dodge evade hush downplay
    smear defame whitewash
    """) | word_set(
    "doctored doctoring misled deceitful dishonest fraudulent deceptive misleading crooked corrupt"
)
"""What is done by deceit."""
HARM = verb_forms("""
    abuse assault harass rape molest torture mistreat murder execute massacre poison kidnap abduct
    persecute oppress exploit intimidate bully threaten blackmail extort rob loot plunder traffic
    smuggle steal sabotage vandalise vandalize hack spy meddle interfere discriminate violate
    breach flout betray starve silence orchestrate mastermind plot conspire collude
    incite provoke destabilise destabilize weaponise weaponize radicalise radicalize gas harvest
    behead enslave besiege humiliate demean grope stalk
    endanger squander misuse
    """)
"""What is done to others against law or morals."""
ATTACK = verb_forms("""
    kill bomb shell bombard target attack strike hit raid shoot fire burn destroy storm beat drop
    use gas detain hold launch carry gun invade massacre execute slaughter wipe
    """)
"""What armed people do, which is wrong by whom it strikes."""
INNOCENT = word_set("""
    civilian civilians children child women woman hospital hospitals school schools mosque church
    funeral wedding residents villagers prisoners detainees doctors nurses medics journalists
    journalist protesters demonstrators refugees migrants convoy ambulance ambulances bakery
    bakeries homes houses market neighborhood neighbourhoods worshippers hostages unarmed
    innocent people families clinic clinics aid population
    """)
FORCES = word_set("""
    army troops soldiers soldier forces militia militias militiamen regime government rebels
    militants insurgents terrorists gunmen police policemen officers officer guards warplanes jets
    aircraft fighters state extremists settlers paramilitaries gendarmes authorities military navy
    guerrillas jihadists coalition isis isil daesh ministry agents separatists""")
VILLAINS = word_set("""
    liar liars thief thieves crook crooks criminal criminals murderer murderers killer killers
    traitor traitors terrorist terrorists fascist fascists racist racists cheat cheater fraudster
    fraudsters dictator dictators tyrant butcher aggressor nazi nazis thug thugs bully bullies
    bigot xenophobe misogynist sexist hypocrite puppet rapist predator extortionist charlatan
    conman scammer coward demagogue traitorous serial
    """)
OFFENCES = word_set("""
    crime crimes atrocity atrocities genocide massacre aggression torture terrorism piracy sabotage
    fraud corruption cover-up coverup negligence misconduct wrongdoing discrimination racism sexism
    bigotry conspiracy collusion bribery blackmail extortion treason betrayal abuse abuses
    violation violations deceit deception scam swindle manipulation incitement propaganda
    censorship persecution oppression cleansing espionage interference meddling theft murder
    harassment exploitation brutality provocation hypocrisy nepotism lies cowardice
    racketeering slander smear rape kickbacks bribes inaction bias distortions
    """)
WRONG = word_set("""
    illegal illegally unlawful unlawfully improper improperly unethical racist sexist bigoted
    dishonest dishonestly corrupt criminal fraudulent fraudulently negligent reckless recklessly
    complicit biased unfair unfairly cruel brutal inhumane barbaric discriminatory shameful
    disgraceful irresponsible careless despicable heinous indiscriminate indiscriminately
    deliberately knowingly intentionally falsely secretly rigged hypocritical abusive
    unseemly deceitful exploitive exploitative outrageous disqualifying dangerous""")
"""Words that call a deed wrong."""
FAIL = verb_forms("fail refuse neglect ignore allow let")
DUTY = word_set("""
    act protect warn inspect maintain prevent investigate disclose inform check repair intervene
    stop heed consult provide address condemn report help answer release pass cover""")
LAW = word_set("lawsuit lawsuits suit complaint complaints sue sued sues suing")
POLICE = word_set("police officers officer investigators sheriff detectives court coroner deputies")
"""Those whose word about a crime is news and no accusation."""
LOOSE = verb_forms("""
    ignore neglect break sell use arm finance enable abandon target force stage hide withhold cover
    exaggerate waste defy plant bankroll spread pressure mistreat fire burn beat seize buy block
    push deny refuse turn jail punish hush underpay overcharge pollute dump spill demolish evict
    harvest run leave cut put
    """)
"""What is done to nobody's good in some sentences and not in others."""
