"""Signs of an accusation: rules over named tokens, each with what it fires on and what not.

Which signs make an accusation, alone or by what stands around them, is weighed by
`sign_weights`. `gives` is the group of a sign: `cue` accuses in so many words, `charged` tells of
one, `called` names somebody or something by a wrong, `deed` tells of one; `none` accuses nobody.
"""

from workbench.core.lexicon.en import wrongdoing as listed
from workbench.core.lexicon.en.grammar import BE, MODALS
from workbench.core.lexicon.en.negating_words import NEGATORS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.matcher import Rule

LIES = word_set("lie lies lying")
"""Towns and hopes lie somewhere too."""
CLASSES = {
    "ACCUSE": listed.ACCUSE - {"accused"},
    "ACCUSED": frozenset({"accused"}),
    "ATTACK": listed.ATTACK,
    "BE": BE,
    "BLAME": listed.BLAME,
    "CENSURE": listed.CENSURE,
    "CHARGES": listed.CHARGES,
    "DECEIVE": listed.DECEIVE - LIES,
    "DUTY": listed.DUTY,
    "FAIL": listed.FAIL,
    "FORCE": listed.FORCES,
    "HARM": listed.HARM,
    "INNOCENT": listed.INNOCENT,
    "LAW": listed.LAW,
    "LIE": LIES,
    "LOOSE": listed.LOOSE,
    "MODAL": MODALS,
    "NO": NEGATORS,
    "OFFENCE": listed.OFFENCES,
    "DET": word_set("the a an these those"),
    "ATTACKING": word_set(
        "attack attacks bombing bombings killing killings shooting raid hack leak"
    ),
    "THEY": word_set("he she they you it who that"),
    "VILLAIN": listed.VILLAINS,
    "WRONG": listed.WRONG,
}

RULES = (
    Rule(
        "accuses nobody",
        "((take|takes|took|taking|claim|claims|claimed|claiming) .{0,2}? responsibility|LY? (claim"
        "|claimed"
        "|claims) (the)? (attack|bombing)|no WORD? OFFENCE|(NO|NEGATIVE|deny|denied|denies|denying"
        "|rejected"
        "|rejects|baseless|unfounded|false) LY? (been|any|having|BE|of|have|the|all|that|these"
        "|those|such){0,3}? (ACCUSE|ACCUSED|charged|faulted|BLAME|CHARGES"
        "|DECEIVE|HARM|OFFENCE|ATTACK)|(arrested|jailed|convicted|indicted|wanted|tried|sentenced)"
        " (on|for|of|with|in|over) !MARK{0,4}? (HARM|OFFENCE|DECEIVE|ATTACK|ING)"
        "|(deny|denied|denies"
        "|denying) !MARK{0,8}? involved|who (is|was) to blame|human rights"
        "|self defense|hidden (in|behind|under)|held (by|in|at|on|up|a|an|its|his|her)"
        "|suspected (CAP|WORD){1,3})",
        yes=("A gang claimed responsibility.", "He denied any fraud.", "She was jailed for fraud."),
        no=("She accused him of fraud.",),
        gives="none",
    ),
    Rule(
        "accuses",
        "(?<! (BE|been|being|stands|stand)) (?<! (BE|been|being|stands|stand) LY) "
        "cue:(ACCUSED (?! of)|ACCUSE)",
        yes=("Norland accused Estmark of theft.", "The man whom she accuses of theft left."),
        no=("He stands accused of theft.", "He is accused of it."),
        gives="cue",
    ),
    Rule(
        "is accused",
        "cue:((BE|been|being|stands|stand) LY? (accused|charged (with|in)|blamed|alleged|faulted"
        "|implicated|criticized|criticised|condemned|slammed) (of|for|with|in|to|by|over)?"
        "|accused of|(faces|faced|facing|face) .{0,4}? (accusations|allegations))",
        yes=("He stands accused of theft.", "She is widely blamed."),
        no=("Norland accused Estmark.",),
        gives="charged",
    ),
    Rule(
        "blames",
        "(?<! (BE|been|being|to)) cue:(BLAME)",
        yes=("Norland blamed Estmark.", "She blames the storm on him."),
        no=("He is to blame.",),
        gives="cue",
    ),
    Rule(
        "seeks to blame",
        "cue:(to (BLAME|accuse) (?! (for|.)?$)|(BE|is|are) to blame|the blame|finger at|fingers "
        "at)",
        yes=("It tried to blame the rebels.", "She laid the blame on him.", "He is to blame."),
        no=("Norland blamed him.",),
        gives="cue",
    ),
    Rule(
        "holds responsible",
        "cue:((hold|holds|held|holding) (WORD|NUMBER|,|QUOTE){1,16}? (responsible|accountable"
        "|liable|complicit)|(bears|bear|bore"
        "|shares|share) (WORD|QUOTE){0,4}? (responsibility|blame|guilt)"
        "|responsibility .{1,8}? (lies|rests|falls) with)",
        yes=("We hold the firm responsible.", "He bears responsibility."),
        no=("He holds a post.",),
        gives="cue",
    ),
    Rule(
        "is responsible",
        "cue:((BE|as) LY? (fully|solely|ultimately|being)? (responsible for (?! ING)|behind"
        " (this|that|it) (?! (WORD|NUMBER))|behind (this|that|DET) WORD{0,3}? (OFFENCE|ATTACKING)"
        "|complicit|guilty of|to blame))",
        yes=("They are guilty of fraud.", "Norland is behind the attack."),
        no=("They are late.", "She is responsible for cleaning it.", "He is behind the desk."),
        gives="charged",
    ),
    Rule(
        "wronged by",
        "cue:((BE|been|being) LY? (HARM|DECEIVE|ATTACK) (?= by))",
        yes=("She was tortured by the guards.",),
        no=("She was seen by the guards.",),
        gives="deed",
    ),
    Rule(
        "alleges",
        "cue:(alleges|alleging|allege (that|CAP)|alleged (that|CAP|he|she|they|it|the|a|an|in|his"
        "|her|their|its)|charge (that|him|her|them|CAP)|charged (that|CAP)|charges that|charging "
        "that)",
        yes=("She alleged that he lied.", "The suit is alleging fraud."),
        no=("The alleged thief left.",),
        gives="cue",
    ),
    Rule(
        "allegation",
        "cue:(CHARGES) (that|of|against|by|from|made)?",
        yes=("The allegations against him grew.",),
        no=("He grew.",),
        gives="charged",
    ),
    Rule(
        "sues",
        "cue:(LAW) .{0,9}? (against|alleging|accusing|claiming|over|CAP)",
        yes=("A lawsuit alleging fraud was filed.",),
        no=("His suit is grey.",),
        gives="charged",
    ),
    Rule(
        "censures for",
        "(?<! (BE|been|being|the|a|an)) cue:(CENSURE (WORD|QUOTE|NUMBER){0,12}? (for|as|over))",
        yes=("She slammed the council for its silence.", "He denounced it as theft."),
        no=("A blast shook it.",),
        gives="cue",
    ),
    Rule(
        "censures",
        "(?<! (BE|been|being|the|a|an|to|of)) cue:(CENSURE) (?! (WORD|QUOTE|NUMBER){0,12}? (for|as"
        "|over))",
        yes=("She condemned the raid.",),
        no=("The attack came.",),
        gives="cue",
    ),
    Rule(
        "called a villain",
        "cue:((?<! to) (BE|CLITIC|POSSESSIVE|as|thug) (a|an|the|all|just|LY|serial|CAP|WORD){0,3}?"
        " VILLAIN)",
        yes=("He is a liar.",),
        no=("He met a cook.", "They are less likely to be criminals."),
        gives="called",
    ),
    Rule(
        "calls a villain",
        "(?<! (BE|been)) cue:((called|calls|calling|brand|brands|branded|branding|labelled|labeled)"
        " (WORD|QUOTE|,){1,8}? (VILLAIN|sham|scam|farce|disgrace|OFFENCE))",
        yes=("She called the mayor a crook.", "He branded the trial a sham."),
        no=("She called the mayor.", "A thief was called."),
        gives="cue",
    ),
    Rule(
        "called an offence",
        "cue:((BE|CLITIC|POSSESSIVE|as|called|calls|calling|amounts to|amounted to|amounting to"
        "|nothing but|an act of|form of) (a|an|the|LY|“|WORD|CAP){0,4}? OFFENCE)",
        yes=("It is a war crime.", "She called it theft.", "It amounts to fraud."),
        no=("It is a car.",),
        gives="called",
    ),
    Rule(
        "speaks of an offence",
        "cue:(OFFENCE)",
        yes=("The fraud was big.",),
        no=("The boat was big.",),
        gives="called",
    ),
    Rule(
        "calls it wrong",
        "cue:(WRONG)",
        yes=("It was illegal.", "They knowingly sold it."),
        no=("It was late.",),
        gives="called",
    ),
    Rule(
        "deceives",
        "cue:(DECEIVE|LIE (?! (ahead|in|with|on|down|at|between|behind|beyond|south|north|east"
        "|west))|(hid|hides|hiding|hide|withheld|withhold|withholding) (the|its|their|his|her"
        "|true|evidence|losses))",
        yes=("The agency misled the public.", "They have lied."),
        no=("The agency told the public.", "The states that lie ahead matter."),
        gives="deed",
    ),
    Rule(
        "does harm",
        "cue:(HARM)",
        yes=("The regime tortures them.", "He is smuggling arms."),
        no=("The regime fell.",),
        gives="deed",
    ),
    Rule(
        "may do harm",
        "cue:(LOOSE)",
        yes=("The firm ignored the warnings.", "They were selling aid."),
        no=("The firm closed.",),
        gives="loose",
    ),
    Rule(
        "attacks the innocent",
        "cue:(ATTACK .{0,5}? INNOCENT|INNOCENT .{0,4}? (were|was|been|being) ATTACK .{0,4}? (by"
        "|FORCE))",
        yes=("The army shelled a hospital.", "Civilians were shot by the army."),
        no=("The army shelled a hill.",),
        gives="deed",
    ),
    Rule(
        "attacks",
        "cue:(ATTACK)",
        yes=("Rebels killed five.",),
        no=("Rain fell.",),
        gives="loose",
    ),
    Rule(
        "forces attack",
        "(FORCE WORD{0,3}? cue:(ATTACK) (?! (by|in a)))",
        yes=("Rebels killed five.",),
        no=("Rain fell.",),
        gives="loose",
    ),
    Rule(
        "banned weapons",
        "cue:((chemical|chlorine|sarin|gas|poison|cluster|barrel) (weapon|weapons|attack|attacks"
        "|gas|munitions|bombs|bomb|massacre)|siege|human shields|war crime|war crimes|organ "
        "harvesting)",
        yes=("It used chemical weapons.",),
        no=("It used rain water.",),
        gives="deed",
    ),
    Rule(
        "fails a duty",
        "cue:(FAIL (to|on|in)? WORD? DUTY|(did|done|doing|does) (nothing|too little|not enough"
        "|not doing)|(its|their|his|her) (failure|inaction|silence|refusal)|not doing enough|turn "
        "a blind eye|turning a blind eye|turned a blind eye)",
        yes=("The council failed to warn them.", "It did nothing."),
        no=("The engine failed.",),
        gives="deed",
    ),
    Rule(
        "links to a wrong",
        "cue:((link|links|linked|linking|tie|ties|tied|tying) (the|this|that|a|an) "
        "WORD{0,2}? (OFFENCE|attack|breach|hack|bombing|killing|leak|plot|explosion) to"
        "|(implicates|incriminates|implicating))",
        yes=("She linked the breach to a spy.",),
        no=("She linked the cars.",),
        gives="cue",
    ),
    Rule(
        "rigged",
        "cue:((election|elections|vote|votes|ballot|ballots|result|results|referendum|figures"
        "|accounts|books|evidence|documents|contest|match|tender|trial|test|tests|system) "
        "!MARK{0,4}? (BE|been) LY? QUOTE? (rigged|stolen|falsified|forged|fabricated|faked"
        "|doctored|manipulated|fixed|cooked|tampered))",
        yes=("The vote was rigged.",),
        no=("The vote was close.",),
        gives="called",
    ),
    Rule(
        "breaks a rule or a promise",
        "cue:((break|broke|broken|breaks|breaking|ignored|ignores|ignoring|violated|defied"
        "|flouted) !MARK{0,3}? (law|laws|rule|rules|ceasefire|truce|agreement|treaty|promise"
        "|promises|warning|warnings|complaints|rights|sanctions|order|orders)|planted false? "
        "evidence|(arm|arms|armed|arming) the WORD{0,2}? (rebels|gangs|militias|FORCE)|(shelled"
        "|bombed|killed|shot|attacked) (their|its|his|her) own|(sold|sells|selling|sell) (aid|arms"
        "|secrets|weapons|fake|spoiled))",
        yes=("Norland broke the ceasefire.", "The firm ignored repeated warnings."),
        no=("The cup broke.",),
        gives="deed",
    ),
    Rule(
        "suspects",
        "(?<! (the|a|an|prime|his|her|their)) cue:((suspects|suspected|suspecting|suspect) (that"
        "|CAP|a|an|the|him|her|them|his|her|their) .{0,9}? (of|took|ED|stole))",
        yes=("She suspects the captain of having slept.", "He suspects that a guard stole it."),
        no=("The suspect left.",),
        gives="deed",
    ),
    Rule(
        "excess",
        "cue:((excessive|brutal|undue|disproportionate|indiscriminate) (force|violence|WORD)|(use"
        "|used|using|uses) .{1,6}? as (a|an)? (WORD)? (weapon|weapons|shield|shields|hostages|tool"
        "|cover|front|puppet)|(live|rubber) (bullets|rounds|ammunition)|at gunpoint"
        "|without (consent|permission|warning|cause"
        "|authorization|authorisation)|(attempted|attempting|tried|planned) .{0,4}? (strike|attack"
        "|coup|murder|assassination)|for profit|to finance)",
        yes=("Guards used excessive force.", "It uses them as a shield.", "They attempted a coup."),
        no=("They used force of habit.",),
        gives="deed",
    ),
    Rule(
        "their fault",
        "cue:((POSSESSIVE|his|her|their|your) (own)? fault|(THEY|CLITIC|BE) LY? (involved"
        "|complicit|lying|in on it|behind (it|this|that))|fault (lies|lay) with|blood on (his|her"
        "|their|its|your))",
        yes=("It is all the mayor’s fault.", "They were behind it."),
        no=("The fault was mended.",),
        gives="called",
    ),
    Rule(
        "to deceive or hide",
        "cue:((attempt|attempts|attempting|trying|tries|tried|try|seeking|order|effort|efforts|bid"
        "|scheme|plot|campaign|ploy) to LY? (DECEIVE|HARM|discredit|influence|silence|kill"
        "|undermine|destroy|cheat|buy|blame))",
        yes=("It was an attempt to mislead buyers.",),
        no=("It was an attempt to sail.",),
        gives="deed",
    ),
    Rule(
        "is being wronged",
        "cue:((BE|been|being|getting|got) LY? (HARM|DECEIVE|scammed|attacked|targeted|mistreated"
        "|singled out))",
        yes=("We were cheated.", "He is being scammed."),
        no=("We were seen.",),
        gives="deed",
    ),
    Rule(
        "calls it staged",
        "cue:((BE|as|was|were|CLITIC|POSSESSIVE) QUOTE? (just|only|all|LY|nothing but)? (a|an|the)?"
        " QUOTE? (staged|scripted|WORD)? (hoax|sham|stunt|set-up|setup|charade|staged|scripted|ruse"
        "|trap|pretence|pretense|masquerade|facade|ploy|whitewash|frame-up))",
        yes=("The raid was a staged stunt.", "The trial is a sham.", "It was all scripted."),
        no=("The raid was late.",),
        gives="called",
    ),
    Rule(
        "in league",
        "cue:((work|works|worked|working|acting|acted|conspiring) (closely)? (together|hand in hand"
        "|in concert|in tandem|in league|with (the)? VILLAIN)|in (league|collusion|cahoots) with"
        "|on the payroll of|in bed with)",
        yes=("Guards and smugglers worked together.", "The judge is in league with the gang."),
        no=("The judge is in town with the band.",),
        gives="deed",
    ),
    Rule(
        "a pretext",
        "cue:(pretext|under the guise|(fake|false|phony|sham|bogus|so-called) QUOTE? WORD|cheater"
        "|tool of"
        "|puppet of|in cahoots|propaganda|smokescreen|witch hunt|double standard|double standards"
        "|the pockets)",
        yes=("It was a pretext for war.", "The fake nurse left."),
        no=("It was war.",),
        gives="called",
    ),
)
