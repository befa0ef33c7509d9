"""Signs of a denial: rules over named tokens, each with what it fires on and what not.

Which signs make a denial, alone or by what stands around them, is weighed by `sign_weights`.
`gives` is the group of a sign: `verb` and `untrue` speak of what others say, `proof` of what is
missing for it, `negated` turns down a fact, `own` an act of one's own; `none` is no denial.
"""

from workbench.core.lexicon.en import allegations as listed
from workbench.core.lexicon.en import wrongdoing
from workbench.core.lexicon.en.grammar import BE, MODALS
from workbench.core.lexicon.en.negating_words import DECIDED, NEGATORS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.matcher import Rule

CLASSES = {
    "ALLEGED": listed.ALLEGED,
    "BE": BE,
    "DECIDED": DECIDED - listed.ALLEGED,
    "DEED": listed.DEEDS | wrongdoing.DECEIVE | wrongdoing.HARM,
    "DENY": listed.DENY,
    "DET": word_set("the a an any all these those this that such his her its their every some our"),
    "DOUBTING": listed.DOUBTING,
    "FAKED": listed.FAKED,
    "HARM": listed.HARM | (wrongdoing.DECEIVE | wrongdoing.HARM),
    "HAVE": word_set("has have had having"),
    "MODAL": MODALS,
    "NO": NEGATORS,
    "NOT_SO": listed.NOT_SO,
    "PART": listed.PART,
    "PARTS": listed.PARTS,
    "PICTURE": listed.PICTURES,
    "PROOF": listed.PROOF,
    "REFUTE": listed.REFUTE,
    "REJECT": listed.REJECT,
    "SAYING": listed.SAYING,
    "SELF": word_set("i we"),
    "THEY": word_set("he she it they that this"),
    "TRUTH": listed.TRUTH,
    "VILLAIN": wrongdoing.VILLAINS,
    "OFFENCE": wrongdoing.OFFENCES,
}
_NOT = "(NO|NEGATIVE)"
_DEGREE = '(LY|just|all|both|a|an|the|pure|utter|plain|simply|“|"|,|and|CAP){0,4}?'

RULES = (
    Rule(
        "no denial",
        "((confirm|confirms|confirmed|confirming) (nor|or) (deny|denies|denied|denying)|no "
        "denying|to deny or"
        "|(not|NEGATIVE) able to WORD|(not|NEGATIVE|never|cannot) LY?"
        " (DENY|REJECT|REFUTE)|(not|NEGATIVE|never|cannot|nor|unable to) LY? (rule|ruled|ruling)"
        " (it|this|that)? out|(refuse|refuses|refused|refusing|declined) to (DENY|REJECT|REFUTE)"
        "|denial (of (access|service|entry)|stage)|(REJECT|DENY) (DET|LY|POSSESSIVE){0,2} WORD?"
        " DECIDED|DENY (him|her|them|us|me|(his|their|its|her) WORD) (a|an|the|any|entry|access)"
        "|(request|requests|bid|access|entry|appeal|motion|application|visa|coverage) (was|were|is"
        "|been|being){1,2} DENY|REJECT (DET|all){0,2} (charges|charge|case|suit)"
        "|(nobody|no one|none of !MARK{1,3}?|no WORD) (BE|been|has|have|had|LY){1,3} (hurt|injured"
        "|wounded"
        "|killed|harmed)|if !MARK{0,5}? (NO|NEGATIVE) (been|BE|LY)? WORD)",
        yes=(
            "It would not deny the report.",
            "It denied him a seat.",
            "The court denied him bail.",
        ),
        no=("She denied the report.", "It denied any part."),
        gives="none",
    ),
    Rule(
        "denies",
        "cue:(DENY)",
        yes=("Gray denies that she left.",),
        no=("Gray left.",),
        gives="verb",
    ),
    Rule(
        "speaks of a denial",
        "cue:(denial|denials)",
        yes=("Gray’s denial came late.",),
        no=("Gray came late.",),
        gives="verb",
    ),
    Rule(
        "refutes",
        "cue:(REFUTE)",
        yes=("The lab debunked the tale.", "Norland refuted it."),
        no=("The lab closed.",),
        gives="verb",
    ),
    Rule(
        "rejects what is alleged",
        "cue:(REJECT (?= !MARK{0,5}? (ALLEGED|that|this|it|these|those|them))|ALLEGED (LY|BE|been"
        "|which|that|has|have){0,3}? REJECT by)",
        yes=("Norland rejected the new claims.", "She dismissed the notion as silly."),
        no=("Norland rejected the plan.", "She dismissed the cook."),
        gives="verb",
    ),
    Rule(
        "rejects",
        "cue:(REJECT) (?! !MARK{0,5}? (ALLEGED|that))",
        yes=("Norland rejected the plan.",),
        no=("Norland rejected the claim.",),
        gives="verb",
    ),
    Rule(
        "doubts or brushes aside",
        "cue:(DOUBTING (doubt|doubts|holes|cold water)|(call|called|calls) .{1,5} into question"
        "|(brush|brushed|brushes|brushing|laugh|laughed|laughs|laughing|wave|waved|waves|shrug"
        "|shrugged|play|played) (off|aside|away|down)|(shot|shoots|shooting|knocked|knocks) .{0,3}"
        " down|(hit|hits|hitting|push|pushed|pushes|pushing) back (at|on|against)|(take|took|takes)"
        " issue with|(doubted|questioned|questions) (the|its|his|her|their) (authenticity|accuracy"
        "|credibility|veracity))",
        yes=(
            "Experts cast doubt on it.",
            "She laughed off the tale.",
            "He pushed back on the claim.",
        ),
        no=("Experts cast a vote.", "She laughed.", "He pushed the boat."),
        gives="verb",
    ),
    Rule(
        "disagrees",
        'cue:((LY|“|”|"){0,3} (disagree|disagrees|disagreed|disagreeing) with (DET|WORD){1,3}? '
        "ALLEGED"
        '|(utterly|strongly|completely|firmly|totally|fundamentally|respectfully) (”|")? (disagree'
        "|disagrees|disagreed))",
        yes=("He disagreed with the report.",),
        no=("He agreed.",),
        gives="verb",
    ),
    Rule(
        "takes back",
        "cue:((walk|walks|walked|walking) (it|that|them|this)? back (?! (home|to|into|toward|and"
        "|in|down|from))|(took|takes|taken) back (?= !MARK{0,4}? (ALLEGED|statement|remark|remarks"
        "|comment|comments|it|words|what))|(retract"
        "|retracts|retracted|retracting|revoked|revokes|recanted|recants|recant|withdrew|withdraws|withdrawn"
        "|withdrawing|rescind|rescinds|rescinded|disavow|disavows|disavowed|(roll|rolls|rolled"
        "|rolling) back"
        "|(backtrack|backtracks|backtracked|backtracking|backpedaled|backpedalled|(row|rows|rowed"
        "|rowing) back) on"
        "|(back|backs|backed|backing) (away|down|off) from) !MARK{0,4}?"
        " (ALLEGED|statement|remark|remarks|comment|comments|it|article))",
        yes=(
            "The mayor took back her claim.",
            "The mayor has withdrawn her statement.",
            "The mayor walked back the claim.",
            "The paper retracted its report.",
            "He rowed back on his claim.",
        ),
        no=("The mayor walked back home.", "The army withdrew.", "She took back her coat."),
        gives="verb",
    ),
    Rule(
        "is not so",
        f"(BE|been|CLITIC|POSSESSIVE|as|remain|remains) {_NOT}? {_DEGREE} cue:(NOT_SO|made up"
        f"|fairy tale|fairy tales|(without|no) (foundation|merit|basis)) (?! (with|to|in|for|of"
        f"|about|that they))",
        yes=("The claim is entirely false.", "It’s a hoax.", "The tale was “nonsense”."),
        no=("A false wall fell.", "What is wrong with it?"),
        gives="untrue",
    ),
    Rule(
        "called not so",
        "(called|calls|calling|described|describes|describing|labelled|labeled|branded|deemed"
        "|deeming"
        f"|rated|ruled|declared|denounced|dismissed|refuted|proved|proven|turned out|revealed) "
        f".{{0,9}}? {_DEGREE} cue:(NOT_SO|fairy tale|fairy tales|made up|without (foundation|merit"
        f"|basis))",
        yes=(
            "She called the photo a fake.",
            "The story proved to be false.",
            "It is described as a hoax.",
        ),
        no=("She called the cook.", "The story proved long."),
        gives="untrue",
    ),
    Rule(
        "a bogus story",
        "cue:(FAKED (WORD|,){0,2}? (ALLEGED|PICTURE|news|quote|quotes|information)"
        "|(falsely|incorrectly|mistakenly|erroneously|wrongly) WORD? (ED|claim|claims|report))",
        yes=("The bogus story spread.", "It was falsely reported.", "Fake news spreads."),
        no=("A false wall fell.", "The story spread."),
        gives="untrue",
    ),
    Rule(
        "speaks of a hoax",
        "cue:(hoax|hoaxes|falsehood|falsehoods|fakery|untruth|untruths)",
        yes=("He fell for the hoax.",),
        no=("He fell.",),
        gives="untrue",
    ),
    Rule(
        "no more than talk",
        "(BE|was|were|CLITIC|POSSESSIVE|as) (all|just|only|merely|simply|LY|nothing more than|a|an"
        '|“|"|CAP)'
        "{1,4}? cue:(rumor|rumour|rumours|rumors|propaganda|fiction|invention|a myth|ploy"
        "|scuttlebutt)",
        yes=("It was just a rumour.", "It is all propaganda."),
        no=("A rumour spread.",),
        gives="untrue",
    ),
    Rule(
        "is not true",
        f"cue:({_NOT} {_DEGREE} (TRUTH|the case|what happened|how it happened))",
        yes=("That is not true.", "It simply isn’t true.", "That was not what happened."),
        no=("That is true.", "That is not good."),
        gives="untrue",
    ),
    Rule(
        "makes no sense",
        f"cue:({_NOT} WORD{{0,2}}? (sense|plausible|possible|credible|likely)|(def|defies) logic"
        f"|impossible"
        "|(highly|very|extremely|likely) (unlikely|suspect|not possible)|there BE no way)",
        yes=("It makes no sense.", "It doesn’t make sense.", "That is impossible."),
        no=("It makes good sense.",),
        gives="untrue",
    ),
    Rule(
        "no proof",
        "cue:((no|little|not any|NEGATIVE .{1,2} any|not .{0,5}? (seen|found|received|have|had) any"
        "|yet to (find|see) any|without|never any|not (a|one) (single)?|lack "
        "of|lacks|missing a) WORD{0,2}? PROOF)",
        yes=(
            "There is no truth to it.",
            "Police found no evidence of it.",
            "Not one shred of it: no proof.",
            "The lab has not so far seen any evidence of it.",
        ),
        no=("There is evidence.", "No ship came."),
        gives="proof",
    ),
    Rule(
        "nothing to support it",
        "cue:((NO|NEGATIVE) WORD{0,2}? to (support|suggest|indicate|confirm|prove|corroborate"
        "|substantiate|back))",
        yes=("She found nothing to suggest that it leaked.",),
        no=("She found a way to support it.",),
        gives="proof",
    ),
    Rule(
        "never happened",
        "cue:(never (LY)? (happened|existed|took place|occurred|discussed|done)|(NO"
        "|NEGATIVE) (happen|exist|occur|take place)"
        "|nothing of the (kind|sort)|(no such|no-such) WORD|never any such|(absolutely|certainly"
        "|definitely|of course) not (?= MARK))",
        yes=("It never happened.", "There is no such deal.", "That didn’t happen."),
        no=("It happened.",),
        gives="proof",
    ),
    Rule(
        "no part in it",
        "cue:((has|have|had|having|with|plays|played) (no|nothing|NEGATIVE any) WORD? (PARTS|to "
        "do with)|nothing to (do with|hide|be ashamed)|at no (time|point|stage)|nowhere near|(know"
        "|knows|knew|known) (of no|nothing)|unaware of|NEGATIVE (know|known) (of|about|anything))",
        yes=("He had no part in it.", "She knew nothing.", "It has nothing to do with us."),
        no=("He had no car.",),
        gives="own",
    ),
    Rule(
        "no such wrong",
        "cue:((no|nothing|never|not any|NEGATIVE any) WORD{0,2}? (OFFENCE|illegal|improper"
        "|unlawful|deal|plot|coup|pact|bribe|bribes|quid|agenda|rift|affair|secret)|(BE|am"
        "|CLITIC) (not|no|never) (a|an|the)? VILLAIN)",
        yes=("There was no secret deal.", "We are not liars.", "There was no fraud."),
        no=("There was no ship.",),
        gives="own",
    ),
    Rule(
        "nobody did it",
        "cue:((nobody|no one|none of (my|our|his|her|its|their) WORD|no WORD{1,2}) "
        "!MARK{0,7}? (DEED|HARM))",
        yes=("No one at the office leaked it.", "None of his men fired."),
        no=("No one was late.",),
        gives="undone",
    ),
    Rule(
        "contrary to reports",
        "cue:((contrary to|despite) (DET|WORD){0,3}? (claim|claims|report|reports|rumor|rumour"
        "|rumors|rumours|post|posts|belief|beliefs)"
        "|to the contrary)",
        yes=(
            "Contrary to online claims, it stands.",
            "It stands, despite reports to the contrary.",
        ),
        no=("Despite rain, it stands.",),
        gives="untrue",
    ),
    Rule(
        "not to be believed",
        f"cue:({_NOT} (to)? (believe|trust|listen to|fall for)|ignore !MARK{{0,3}}? ALLEGED"
        f"|(disregard|distrust) !MARK{{0,3}}? ALLEGED)",
        yes=("Do not believe the reports.", "Ignore the rumours."),
        no=("I believe the reports.", "Ignore the bell."),
        gives="untrue",
    ),
    Rule(
        "misrepresents",
        "cue:(misrepresent|misrepresents|misrepresented|misrepresenting|misquoted|misquotes"
        "|mischaracterizes|mischaracterized|mischaracterised|misattributed|misreported|misstated"
        "|out of context|(BE|were|was) (wrong|mistaken) (in|about|to say|that)|greatly exaggerated"
        "|(BE|might be|may be) exaggerated|incorrectly stated)",
        yes=("They misquoted her.", "It was taken out of context."),
        no=("They quoted her.",),
        gives="untrue",
    ),
    Rule(
        "innocent",
        "cue:((plead|pleads|pleaded|pled|pleading) not guilty|innocent|innocence|blameless"
        "|(did|done|do|does|doing) (absolutely)? nothing (wrong|illegal|improper|untoward|unlawful)"
        "|no wrongdoing|(no|NEGATIVE .{0,3}) (wrongdoing|misconduct|cover-up|irregularities"
        "|collusion))",
        yes=("She is innocent.", "We did nothing wrong."),
        no=("She is here.",),
        gives="own",
    ),
    Rule(
        "accepts no blame",
        "cue:((accept|accepts|accepted|accepting|take|takes|took|bear|bears|bore|admit|admits"
        "|admitted"
        "|admitting) no WORD? (blame|responsibility|liability|fault|guilt|wrongdoing)|(NO|NEGATIVE"
        "|refused to"
        "|refusing to|refuses to|without) (accept|admit|accepting|admitting|admitted|accepted) (to"
        "|DET)?"
        " WORD? (blame|responsibility|liability|fault|guilt|wrongdoing)"
        "|(refused|refuses|refusing) to (accept|believe|acknowledge|recognise|recognize|concede))",
        yes=("The firm accepts no blame.", "It did not admit any fault."),
        no=("The firm accepts the blame.",),
        gives="own",
    ),
    Rule(
        "rules out",
        "cue:((rule|rules|ruled|ruling) out)",
        yes=("Police ruled out arson.",),
        no=("Police ruled it arson.",),
        gives="negated",
    ),
    Rule(
        "not in it",
        f"cue:((BE|CLITIC|POSSESSIVE|been) {_NOT} LY? PART|(NEGATIVE|never been|not been|never) "
        f"LY? PART)",
        yes=("Norland was not involved.", "He isn’t dead.", "She has never been linked to it."),
        no=("Norland was involved.", "He is not tall."),
        gives="undone",
    ),
    Rule(
        "nothing was done",
        f"cue:(({_NOT} (LY|ever|yet|any|a|one|single|of|DET|WORD){{0,4}}? (been|being|BE|were"
        f"|was)? LY? HARM)|NEGATIVE (been|being) LY? HARM)",
        yes=("The car had not been stolen.", "No prisoner was beaten.", "None was killed."),
        no=("The car was stolen.",),
        gives="undone",
    ),
    Rule(
        "own deed denied",
        "(?<! if) cue:(SELF LY? (have|had|did|do|would|are|am|was|were|CLITIC)? (never|not|didn|don"
        "|haven|hadn|wouldn"
        "|wasn|weren) (once|ever|LY|at|any|time|,){0,5}? (DEED|(take|taken|took) (a|any|one"
        "|DET) (cent|penny|dime|bribe|dollar))|SELF (don|didn|do not|did not) know (anybody|anyone"
        "|him|her|them|of))",
        yes=("I never said that.", "We did not steal it."),
        no=("I never sleep.", "We stole it."),
        gives="own",
    ),
    Rule(
        "their deed denied",
        "cue:(!SELF (have|has|had|did|does|do|would|were|was|is|are)? LY? (NO|NEGATIVE) (ever|have"
        "|LY|,){0,3} (DEED|(taken|take|took) (drugs|bribes|money|part|any|sides)))",
        yes=("The army did not attack the town.", "It has never agreed to it."),
        no=("The army attacked.", "I never said that."),
        gives="undone",
    ),
    Rule(
        "is not doing so",
        "cue:((BE NO|NEGATIVE) LY? ING)",
        yes=("The firm is not closing its mill.", "They aren’t leaving."),
        no=("The firm is closing.",),
        gives="undone",
    ),
    Rule(
        "has not been done",
        "cue:((NO|NEGATIVE) LY? been LY? ED)",
        yes=("It has not been ordered.",),
        no=("It has been ordered.",),
        gives="undone",
    ),
    Rule(
        "does not match",
        "cue:((NO|NEGATIVE) WORD? (match|matches|matched|correspond|corresponds|belong|belongs"
        "|belonged)|none (of (WORD|NUMBER|CAP){1,12}?)? (match|matches|matched|belong|belongs"
        "|belonged|correspond|corresponds))",
        yes=("The tyres do not match.", "None of the 8 rings found there belongs to her."),
        no=("The tyres match.", "None of the rings were sold."),
        gives="negated",
    ),
    Rule(
        "not that",
        "cue:((is|are|was|were) (not|never) (those|that|the|a|an|his|her|its|their|one|part|from"
        "|of|any)|(isn|aren|wasn|weren) (those|that|the|a|an|his|her|its|their))",
        yes=("These are not the ships.", "It was not a bomb."),
        no=("These are the ships.",),
        gives="negated",
    ),
    Rule(
        "none of them",
        "cue:(none of (DET|them|those) !MARK{0,7}? (belong|belongs|belonged|match|matched|matches"
        "|BE|has|have|had|show|shows)"
        "|(NO|NEGATIVE) (match|belong|come from|correspond|depict|show))",
        yes=("None of the boats belongs to him.", "The prints don’t match."),
        no=("All of the boats are his.",),
        gives="negated",
    ),
    Rule(
        "alive and well",
        "cue:((is|are|was|were|CLITIC|POSSESSIVE) (still|very much|LY)? (alive|unharmed|unhurt"
        "|safe))",
        yes=("She is still alive.", "He is safe."),
        no=("She lives here.",),
        gives="negated",
    ),
    Rule(
        "there is none",
        "cue:((NEGATIVE|not) (have|has) any|there (is|are|was|were|has been|have been|POSSESSIVE"
        "|CLITIC) (no|not any|never) WORD"
        "|there (isn|wasn|aren|weren) WORD|no (case|cases|plan|plans|deal|ceasefire|intention"
        "|agreement))",
        yes=("There is no deal.", "There was no plot."),
        no=("There is a deal.",),
        gives="negated",
    ),
    Rule(
        "denied under a verb of saying",
        f'cue:(SAYING (that|“|"|,|CAP|DET|WORD|POSSESSIVE|:){{1,9}}? {_NOT})',
        yes=("Police said the bones are not his.", "She said: “It was not me.”"),
        no=("Police said it is his.",),
        gives="negated",
    ),
    Rule(
        "said of a negated fact",
        f'cue:({_NOT} (?= .{{2,40}}? (,|”|") (LY|CAP|DET|WORD|POSSESSIVE){{0,7}}? (said|says|told'
        f"|insisted|added|wrote)))",
        yes=("The firm is not quite broke yet, its owner said.",),
        no=("The firm is broke, its owner said.",),
        gives="negated",
    ),
)
