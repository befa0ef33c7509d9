"""Denials that need no verb of denying: a table of named rules.

News words a rejection in few ways: the charge is called false, the deed is
negated, evidence for it is missed, blame is not taken, or a picture is said not
to show what it is passed round for. A rule that plain reporting would meet as
well is in `ONLY_REPORTED`.
"""

from workbench.core.text.hints import HintedRules

_BE = r"(?:is|are|was|were|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|be|been)"
_NOT_BE = r"(?:(?:is|are|was|were)(?: \w+ly)? not|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|has never been|have never been|had never been|was never|were never|is no)"
_CHARGE = (
    r"(?:dead|guilty|involved|responsible|behind|complicit|implicated|true|real|genuine|authentic|accurate|correct|"
    r"to blame|at fault|a hoax|fake|linked to|connected to|related to|killed|kidnapped|arrested|detained|hacked|overloaded|faulty|defective|contaminated|negligent|illegal|unlawful|racist|corrupt|rigged|forged|doctored|staged|planted|mistreated|bribed|intentional|deliberate|a cover-up|a coup|ours|(?:his|her|its|their|our|my) (?:fault|doing)|doped|drugged|beaten|tortured|abused|harassed|coerced|pressured|bullied|tampered with|compromised|mixed with|diluted|copied|plagiari[sz]ed|leaked|operating|flying|stationed|(?:present|active) (?:in|at|there)|withheld)"
)
_NOT_DEED = r"(?:did not|didn[’']t|do not|don[’']t|have not|haven[’']t|had not|hadn[’']t|would never|would not|wouldn[’']t|are not|[’']re not|[’']m not|am not)"
_DEED = (
    r"(?:(?:took|taken|take)(?! (?:\w+ ){0,3}(?:seriously|lightly|long|time|place|care|off|over|granted|account|advantage|chances?|risks?|sides?|questions|pictures|photos|bus|train|decisions?|days?)\b)|"
    r"st(?:eal|ole|olen|ealing)|l(?:ie|ied|ying)|push(?:ed)?|shov(?:e|ed)|punch(?:ed)?|insult(?:ed)?|betray(?:ed)?|start(?:ed)? (?:it|the|this|that)|s(?:end|ent) (?:it|that|this|them|any)|sign(?:ed)? (?:it|that|any)|cheat(?:ed|ing)?|(?:pay|paid|paying)(?! attention)|(?:accept|take|receiv)(?:ed|ing)? (?:an?y? )?(?:\w+ )?(?:bribes?|money|cent|penny|payments?|gifts?|kickbacks?)|"
    r"accept (?:the|that|this|these|those|any)|asked (?:him|her|them|anyone|anybody|for (?:money|favou?rs))|order(?:ed)? (?:the|any|an|anyone|anybody|him|her|them|it)|authori[sz]ed?|instruct(?:ed)?|threaten(?:ed|ing)?|"
    r"forc(?:ed|ing)|hurt (?:him|her|them|any\w*)|harm(?:ed|ing)?|(?:hit|touch(?:ed)?) (?:him|her|them|any\w*)|kill(?:ed|ing)?|sho[ot]t|attack(?:ed|ing)?|target(?:ed|ing)?|leak(?:ed|ing)?|(?:hid|hide|hidden|hiding)|conceal(?:ed|ing)?|"
    r"misle(?:ad|d|ading)|promised|agreed? to|offered (?:him|her|them|any)|suppl(?:y|ied) (?:weapons|arms|any|ammunition)|(?:arm|sponsor|condone|tolerate|finance|harbou?r)(?:ed)? |torture[ds]?|said (?:that|this|it|so|any|anything)|told (?:him|her|them|anyone|anybody)|do(?:ne)? (?:it|that|this|so|anything)|made (?:that|this|such|any|those)|br(?:eak|oke|oken|eaking) (?:the|any|a|our|no)|brib(?:e|ed|ing)|dop(?:e|ed|ing)|"
    r"discriminat(?:e|ed|ing)|abus(?:e|ed|ing)|violat(?:e|ed|ing)|interfer(?:e|ed|ing)|collud(?:e|ed|ing)|tamper(?:ed|ing)?|falsif(?:y|ied|ying)|alter(?:ed|ing)?|fak(?:e|ed|ing)|fabricat(?:e|ed|ing)|spy(?:ing)?|spied|cover(?:ed|ing)? up|"
    r"kn(?:ow|ew|own) (?:about|of|anything))"
)
_DEED_HINTS = "i never,we never,we’ve never,i’ve never,we've never,i've never,i have never,we have never,i had never,we had never,ly never,i did,we did,i do,we do,i have n,we have n,i haven,we haven,i had n,we had n,i would n,we would n,we are n,we’re not,we're not,i’m not,i'm not,i am not,i didn,we didn,i don,we don,i wouldn,we wouldn,e does,t does,y do,would never,e doesn,t doesn"
_CLAIMS = r"(?:claims?|reports?|allegations?|accusations?|rumou?rs?|stor(?:y|ies)|suggestions?|versions?|accounts?|charges?|posts?|articles?|assertions?|assumptions?|impressions?|speculation|figures?|numbers|calculations?)"
_UNTRUE = r"(?:untrue|incorrect|inaccurate|not (?:true|so|the case|correct|accurate)|(?:pure|an? (?:\w+ )?)(?:invention|fantasy|fairy[- ]?tale|myth|slander|fabrication|forgery|fake|distortion)|pure fiction|fiction|made up|invented|defamatory|slanderous)"
_MISJUDGED = r"(?:wrong|mistaken|misleading|absurd|ridiculous|ludicrous|preposterous|laughable|far-fetched|exaggerated|overblown|rubbish|outrageous|politically motivated)"
_VILLAIN = r"(?:thie(?:f|ves)|killers?|murderers?|racists?|liars?|sp(?:y|ies)|criminals?|crooks?|traitors?|terrorists?|extremists?|cheats?|rapists?|puppets?|dictators?|mercenar(?:y|ies))"
_OFFENCE = r"(?:wrongdoing|irregularit(?:y|ies)|cover-ups?|conspiracy|collusion|fraud|corruption|negligence|malpractice|misconduct|impropriet(?:y|ies)|discrimination|manipulation|tampering|rigging|interference|violations?|breach(?:es)?|crimes?|offen[cs]es?|wrong|rules?|laws?|conflict of interest|leaks?|(?:illegal|unlawful|improper|unauthori[sz]ed|inappropriate) \w+)"
_PICTURES = (
    r"(?:photo(?:graph)?s?|pictures?|videos?|images?|clips?|footage|recordings?|screenshots?)"
)
RULES = HintedRules(
    (
        ("no link", "link,connection,association,relationship,correlation", r"\b(?:found|finds?|finding|sees?|saw|shows?|showed|is|was) no (?:\w+ )?(?:links?|connections?|associations?|relationships?|correlations?) (?:between|to|with)\b"),
        ("no evidence", "evidence,proof,suggestion,indication,sign,basis,truth,substance", r"(?<!offered )(?<!provided )(?<!gave )(?<!presented )\b(?:no|little|not any|n[’']t any) (?:\w+ ){0,2}(?:evidence|proof|indications?|suggestion|sign|basis|truth|substance)\b(?: (?:that|of|for|to|in|whatsoever|anyone|anybody|he|she|they|it|we|any|his|her|their|its|our)\b|(?= (?:the|these|those)\b))"),
        ("not a shred", "shred,grain,iota,scrap,word of", r"\b(?:not|no|without) (?:a |an |one )?(?:single )?(?:shred|grain|iota|scrap|ounce|word) of (?:it|this|that|truth|evidence|proof)\b"),
        ("not true", " not ,n't,n’t,never, no ", rf"\b{_NOT_BE} (?:\w+ )?{_CHARGE}\b"),
        ("false report", "untrue,false,baseless,unfounded,groundless,fabricat,bogus,unsubstantiated,fictitious,hoax,lie,nonsense,fake,information,debunked,without", rf"\b(?:{_BE}|(?:that|this|it|they)[’'](?:s|re)) (?:\w+ly |just )?[“\"‘']?(?:\w+ly |just )?(?:untrue|false|baseless|unfounded|groundless|fabricated|bogus|unsubstantiated|fictitious|a (?:\w+ )?(?:hoax|lie|fabrication)|fake(?: news)?|lies|nonsense|misinformation|disinformation|debunked|without (?:any )?(?:foundation|merit|basis))\b"),
        ("called false", "untrue,false,baseless,unfounded,groundless,fabricat,bogus,unsubstantiated,hoax,lie,fake,nonsense,absurd,information,ludicrous,preposterous,ridiculous,laughable,far-fetched,fairy,fiction,pure ,invention,forgery,rubbish,slander,smear,defamat,politically,without", r"\b(?:called|call|calls|calling|described|describes|describing|labell?ed|branded|deemed|rated|ruled|found|declared)\b(?! out\b)[^.;“”\"]{0,80}?[“\"‘]?(?:\b(?:an?|the|pure|simply|complete|utter|total|absolute|\w+ly) ){0,3}\b(?:untrue|false|baseless|unfounded|groundless|fabricated|bogus|unsubstantiated|hoax|lies?|fabrications?|fake|nonsense|absurd|misinformation|disinformation|ludicrous|preposterous|ridiculous|laughable|far-fetched|fairy[- ]?tales?|fiction|(?:\w+ )?(?:invention|forgery)|pure (?:fantasy|speculation)|rubbish|slander(?:ous)?|smears?|defamatory|politically motivated|without (?:any )?(?:foundation|merit|basis))\b"),
        ("hoax", "debunk,hoax,discredited,false,baseless,unfounded,groundless,bogus", r"\b(?:debunk(?:s|ed|ing)?|hoax(?:es)?|discredited (?:claim|theory|report|story)s?|(?:false|baseless|unfounded|groundless|bogus) (?:\w+ )?(?:claim|allegation|accusation|rumou?r|report|charge|story|stories|information)s?)\b"),
        ("none of the", "none", r"\bnone of (?:the|these|those|them|his|her|their) (?:\w+ ){0,4}?(?:belong\w*|match\w*|(?:is|are|was|were|has been|have been) (?:\w+ )?(?:those|that|true|from|related|linked|identified|accurate))"),
        ("still alive", "alive,unharmed,safe", r"\b(?:is|are|was|were) (?:still )?alive(?: and well)?\b|\b(?:is|are|was|were) (?:unharmed|safe and well)\b"),
        ("nothing to do with", "nothing, no ", r"\b(?:ha(?:s|d|ve)|having) (?:nothing|no) (?:to do with|part in|role in|knowledge of|involvement in|connection (?:to|with)|links? (?:to|with)|ties (?:to|with)|intention of|plans? to)"),
        ("asks not to believe", "not ,n't ,n’t ", r"\bnot to (?:believe|trust|fall for)\b|\bnot be (?:believed|trusted|given credence|taken seriously)\b|\b(?:do not|don[’']t) (?:believe|trust|fall for) (?:the|these|this|those|it|them|any|every)\b"),
        ("refuses to accept", "refus", r"\brefus(?:es|ed|ing|e) to (?:accept|believe|acknowledge|admit|recogni[sz]e|concede)\b"),
        ("took no part", " not ,n't,n’t,never", r"\b(?:did not|didn[’']t|had not|hadn[’']t|has not|hasn[’']t|have not|haven[’']t|never) (?:commit|take part|carry out|do (?:it|anything wrong)|done anything wrong|committed|ordered|sexually|kill|murder|steal|shoot|rape|attack|assault|lie\b|cheat|leak|abuse|bribe|launder|poison|threaten|order\b|broken (?:the|any) (?:law|rule)|break (?:the|any) (?:law|rule)|participate)"),
        ("nobody did", "no one,nobody,no ", r"\b(?:no one|nobody|no (?:\w+ ){0,2}?(?:troops|soldiers|forces|aircraft|missiles?|drones?|officers?|officials?|employees|staff|ships?|vessels?|prisoners?|detainees|money|payments?|funds)|none of (?:his|her|its|their|our) \w+)(?: (?:at|from|in|of) [^.,;]{1,40}?)? (?:(?:was|were|is|are|has been|have been|had been) (?:ever |being )?(?:tortured|mistreated|beaten|coerced|pressured|forced|targeted|bribed|paid|abused|threatened|ordered|involved|sent|used)|(?:had|has|have) (?:ever )?(?:crossed|entered|fired|taken part|participated|violated|received|paid|sent|used|leaked)|released|leaked|crossed|violated)\b"),
        ("rules out", "rule out,ruled out,rules out,ruling out", r"\brul(?:es|ed|ing) out (?:any |the |a )?(?:[\w’'-]+ ){0,3}?(?:involvement|links?|role|sabotage|terror\w*|connection|complicity|collusion|cyber-?attack|arson|negligence)\b"),
        ("contrary to claims", "contrary to", r"\bcontrary to (?:the |these |some |popular |online |viral |what |widespread |media ){0,2}(?:\w+ )?(?:claims?|posts?|reports?|rumou?rs?|assertions?|allegations?|beliefs?)\b"),
        ("no evidence emerged", "evidence", r"\bno (?:\w+ )?evidence (?:has|have|had) (?:\w+ )?(?:emerged|been|come|surfaced)\b"),
        ("innocent", "guilty,innocence,disclaim", r"\b(?:plead(?:s|ed)?|pled|pleading) not guilty\b|\b(?:maintain|insist|protest|proclaim|profess|assert)(?:s|es|ed|ing)?(?: on)? (?:his|her|their|its) innocence\b|\bdisclaims? (?:any|all)?"),
        ("innocent in speech", "innocent,blameless", r"(?<!victims )(?<!civilians )\b(?:is|was|are|were|am|[’']m|be|being|been) (?:\w+ly )?[“\"‘]?(?:\w+ly )?(?:innocent|blameless)\b(?! (?:people|civilian|until|bystander|victim|man|woman|child|life|lives))"),
        ("did nothing wrong", "nothing", r"\b(?:did|done|do|does|doing) (?:absolutely )?nothing (?:wrong|illegal|improper|unlawful|untoward|inappropriate|of the (?:kind|sort))\b|\bnothing (?:of the (?:kind|sort)|illegal|improper|untoward) (?:happened|took place|(?:was|had been|has been) done)\b"),
        ("knew nothing", "nothing,unaware,not aware,know of,know about,known of,known about", r"\b(?:did not|didn[’']t|had not|hadn[’']t) kn(?:ow|own) (?:of|about)\b|\b(?:kn(?:ew|ows?|own)) nothing (?:of|about)\b|\b(?:unaware|not aware) of any\b"),
        ("no such deal", "there ", r"\bthere(?:[’']s| (?:is|was|were|are|has been|had been)) (?:never any |never an? |never |no )(?:secret |hidden )?(?:deal|plot|coup|bribes?|pact|quid pro quo|affair|rift|agenda|collusion|intention|intent|conspiracy)\b"),
        ("none of ours", "none of,no ", r"\bnone of (?:his|her|its|their|our|my) (?:\w+ ){1,3}?(?:was|were|is|are|has|have|had|did)\b|\bno (?:orders?|money|funds|bribes?|payments?|promises?|threats?|ballots?|votes?) (?:\w+ ){0,4}?(?:had|has|have) (?:ever )?(?:gone|been)\b"),
        ("nothing to hide", "to hide,to be ashamed,at no ", r"\bnothing to (?:hide|be ashamed of)\b|\bat no (?:time|point|stage)\b"),
        ("no wrongdoing", "no ,any ", rf"\b(?:(?:there|it) (?:is|are|was|were|has been|have been|had been)(?: [“\"‘](?=no ))?|there[’']s|committed|commit|admitted|admits?|broke|broken|saw|seen|found|finds?|knew of|know of)(?: (?:absolutely |simply |also )?|(?<=[“\"‘]))no (?:\w+ ){{0,2}}{_OFFENCE}\b"),
        ("nothing hidden", "hidden,conceal,covered up,falsif,altered,tamper,manipulat,mishandl,neglect,forged,rigged,withheld,broken,violated,breach,misused,deleted,mistreat,misled,deceiv,bribed,cheated,coerced,kept ", r"\b(?:nothing|nobody|no one|none|no \w+(?: \w+)?) (?:is|are|was|were|has been|have been|had been|(?:is|are|was|were) being) (?:ever )?(?:\w+ly )?(?:hidden|concealed|covered up|falsified|altered|tampered with|manipulated|mishandled|neglected|forged|rigged|withheld|broken|violated|breached|misused|deleted|mistreated|misled|deceived|bribed|cheated|coerced|kept (?:secret|from))\b"),
        ("own deed denied", _DEED_HINTS, rf"(?<!if )(?<!that )\b(?:I|we)(?:(?:[’'](?:ve|d)| have| had)? (?:\w+ly )?never (?:once |ever |\w+ly )?| (?:\w+ly )?{_NOT_DEED} (?:\w+ly )?){_DEED}\b|\b(?:he|she|it|they) (?:(?:does|do) not|doesn[’']t|don[’']t|would never(?: have)?) (?:\w+ly )?{_DEED}\b"),
        ("called wrong", "wrong,mistaken,misleading,absurd,ridiculous,ludicrous,preposterous,laughable,far-fetched,exaggerated,overblown,rubbish,outrageous,politically", rf"\b(?:{_CLAIMS}(?: [^.;,“”\"]{{0,60}}?)?(?:[’']s| (?:is|are|was|were)) (?:\w+ly )?[“\"‘]?(?:\w+ly )?{_MISJUDGED}|(?:that|this|which)(?:[’']s| (?:is|was)) (?:\w+ly |just )?[“\"‘]?(?:\w+ly |just |plain )?wrong(?=[.,;!?”\"’]|$))(?! (?:to|for|with|of|turn|side)\b)"),
        ("called untrue", "untrue,incorrect,inaccurate,not true,not so,not the case,not correct,not accurate,invention,forgery,fake,fantasy,tale,myth,slander,fabrication,distortion,fiction,made up,invented,defamatory", rf"\b(?:that|this|it|they|these|those|which|(?:{_CLAIMS}|{_PICTURES}|letters?|documents?|quot(?:es?|ations?)|e-?mails?|messages?|memos?)(?: [^.;,“”\"]{{0,60}}?)?)(?:[’'](?:s|re)| (?:is|are|was|were)) (?:\w+ly |just )?[“\"‘]?(?:\w+ly |just )?{_UNTRUE}\b(?! (?:to|for|with|of|by|up|in|from)\b)"),
        ("absolutely not", "ly not,course not,nowhere", r"[“\"‘](?:absolutely|certainly|definitely|of course) not[,.!]|\b(?:was|were|is|been) nowhere near (?:the|where|when|his|her|their|it|there)\b"),
        ("never happened", "never,n't,n’t,not ,no such,any such", r"\b(?:that|this|it|they|which|none of (?:it|this|that)) (?:simply |just )?(?:never (?:happened|took place|existed|occurred)|(?:did not|didn[’']t) (?:happen|take place|exist|occur))\b(?! (?:for|until|again|in time)\b)|\b(?:that|this|it)(?:[’']s| is| was) not (?:what|how) (?:it )?(?:happened|I|we|he|she)\b|\bno such (?:\w+ ){1,3}?(?:took place|exists?|existed|was|were|had|has|happened|occurred)\b|\bthere (?:is|was|were|are|had been|has been) (?:never |not )?(?:any |no )such\b"),
        ("no such person", " no , not ,n't,n’t", rf"\b(?:{_NOT_BE}|am not|[’'](?:m|s|re) not|am no) (?:an? |the )?{_VILLAIN}\b"),
        ("nothing to support it", "support,suggest,indicat,confirm,corroborat,substantiat,prove,back up", r"\b(?:found|finds?|saw|sees?|seen|ha(?:s|d|ve)|know of|is|was|were) (?:absolutely )?(?:nothing|no \w+|none) (?:\w+ )?(?:to|that|which)(?: (?:would|could|might))? (?:support|suggest|indicate|confirm|corroborate|substantiate|prove|back up)(?:s|ed)?\b"),
        ("brushes aside", "contradict,scotch,quash,dispel,rubbish,brush,laugh,wave,cold water,hit back,hits back,hit out,push,shrug,contest", rf"\b(?:scotch(?:es|ed)|quash(?:es|ed)|dispel(?:s|led)|rubbish(?:es|ed)|brush(?:es|ed|ing) (?:off|aside)|laugh(?:s|ed|ing) off|wav(?:es|ed|ing) (?:away|aside|off)|shrug(?:s|ged|ging) off|pour(?:s|ed|ing) cold water on|hit(?:s|ting)? back at|push(?:es|ed|ing) back (?:on|against)|(?<!no )contest(?:s|ed|ing)?|contradict(?:s|ed))\b[^.;,]{{0,40}}?\b(?:{_CLAIMS}|criticisms?|findings|notion|talk of|idea that)\b|\b(?:brush|wave|rubbish|laugh)(?:es|s|ed|d) (?:that|this|it|them) (?:off|aside|away)\b"),
        ("rejects a charge", "reject,deny,denie,dismiss,refut,repudiat,disput", rf"(?<!or )\b(?!dismiss\w* (?:all |the )?charge)(?:reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|repudiat(?:es?|ed|ing)|disput(?:es?|ed|ing)) (?:the |these |those |all |any |such |his |her |their |its |every )?(?:\w+ ){{0,2}}(?:{_CLAIMS}|wrongdoing|involvement)\b"),
        ("accepts no blame", "blame,responsib,liab,fault,guilt,wrongdoing", r"\b(?:accept(?:s|ed|ing)?|bears?|bore|takes?|took|carr(?:y|ies|ied)|admit(?:s|ted|ting)?) no (?:\w+ )?(?:blame|responsibility|liability|fault|guilt|wrongdoing)\b|\b(?:(?:did|do|does|has|have|had) not (?:accept|admit)(?:ted|ed)?|without (?:accepting|admitting)) (?:any |the |to any )?(?:\w+ )?(?:blame|responsibility|liability|fault|guilt|wrongdoing)\b"),
        ("disagrees", "disagree,disput", r"\b(?:utterly|strongly|completely|firmly|totally|fundamentally|flatly|vehemently|categorically|entirely|wholly|respectfully)[”\"’]? disagree(?:s|d)?\b|\bdisagree(?:s|d)? with (?:the|that|this|those|these|his|her|their|its) (?:\w+ ){0,2}(?:claims?|findings?|conclusions?|accounts?|assessments?|allegations?|characteri[sz]ations?|reports?|versions?|accusations?|descriptions?|verdict|suggestions?)\b"),
        ("picture disowned", "photo,picture,video,image,clip,footage,recording,screenshot", rf"\b(?:none of (?:the|these|those) (?:\w+ ){{0,3}}{_PICTURES}\b|{_PICTURES}\b[^.;]{{0,60}}?\b(?:(?:does|do|did) not|doesn[’']t|don[’']t|didn[’']t) (?:show|depict|come from|prove)\b|{_PICTURES}\b[^.;]{{0,60}}?\b(?:(?:is|are|was|were) not|isn[’']t|aren[’']t|wasn[’']t|weren[’']t) (?:\w+ly )?(?:taken|filmed|shot|recorded|from|of)\b)"),
        ("none of the claims", "none of", rf"\bnone of (?:the|these|those|his|her|their|its) (?:\w+ ){{0,3}}(?:{_CLAIMS}|quotes?|messages?|documents?)\b[^.;]{{0,60}}?\b(?:is|are|was|were|has|have|had|shows?|holds?|stands?)\b"),
    )
)  # fmt: skip
"""Denials that need no verb of denying."""

ONLY_REPORTED = frozenset(
    (
        "nobody did", "took no part", "still alive", "nothing to do with", "not true", "innocent in speech", "did nothing wrong", "nothing to hide",
        "no wrongdoing", "nothing hidden", "knew nothing", "absolutely not", "no such deal", "none of ours", "own deed denied", "called wrong", "called untrue", "never happened", "no such person",
    )
)  # fmt: skip
"""Rules that count only in what somebody is reported to say."""
BY_SUBJECT = frozenset(
    (
        "no evidence", "no link", "innocent", "refuses to accept", "nothing to do with", "took no part", "called false",
        "rules out", "nothing to support it", "brushes aside", "rejects a charge", "accepts no blame", "disagrees",
    )
)  # fmt: skip
"""Rules whose denier is the subject of the sentence."""
WHAT_BEFORE = frozenset(
    (
        "false report",
        "not true",
        "still alive",
        "innocent in speech",
        "called wrong",
        "called untrue",
        "picture disowned",
        "none of the claims",
    )
)
"""Rules with what is denied in front of the cue."""
