"""Accusations without a verb of accusing: two tables of named rules.

The words for wrongdoing are those of FrameNet 1.7's frames Committing_crime,
Offenses, Attack, Deception, Terrorism and Prevarication.
"""

from workbench.core.text.hints import HintedRules

_BE = r"(?:is|are|was|were|been|being|stands?|stood)"
_CHARGED = r"(?:murder|manslaughter|homicide|assault|rap|fraud|theft|attempt|conspir|traffick|possess|brib|corrupt|treason|espionage|terror|violat|crime|felon|misdemeanor|counts? of|kidnap|arson|perjur|obstruct|embezzl|launder|burglar|robber|insider|spying|sedition|genocid|riot|drunk|endanger|abus|harass|stalk|threat|extort|forg|smuggl|sabotag|hack|vandal|breach|incit|defam|wire|racketeer|neglig|killing|shooting|stealing|selling|helping|failing|lying|misleading)\w*"
"""What people are charged with: the stems of offences."""
RULES = HintedRules(
    (
        ("is accused", "accused,charged,blamed,indicted,alleged,suspected,implicated,responsible,investigation", rf"\b{_BE} (?:\w+ly |also |again )?(?:accused of|blamed on|charged with|blamed for|indicted (?:on|for)|alleged to have|suspected of|implicated in|held responsible for|under investigation for)\b"),
        ("stands accused", "accused,fac", r"(?<=[,\s])accused of\b|\bfac(?:es|ed|ing) (?:\w+ ){0,3}(?:charges|accusations|allegations)\b"),
        ("accusation named", "accusation,allegation,charg", r"\b(?:accusations?|allegations?)\b(?: [^.;]{0,60}?)?\b(?:that|of|against)\b|\bcharg(?:es?|ed|ing) that\b"),
        ("holds responsible", "responsible,accountable,liable,blame,finger", r"(?<!could )(?<!would )(?<!should )(?<!might )(?<!to )\b(?:hold|holds|held|holding) [^.;,]{1,60}? (?:responsible|accountable|liable) for\b|\b(?:holds?|held|holding) (?:\w+ ){1,6}?(?:solely |directly |fully )?responsible\b|\b(?:put|puts|putting|lays?|laid|laying|pins?|pinned|pinning|placed?|places|placing) (?:all |all the |the |most of the |much of the |some of the |part of the )?blame (?:squarely |firmly |solely )?(?:on|at|for|with)\b|\bblame (?:for [^.;,]{1,40} )?(?:lies|lay|rests?|falls?|fell|must fall)\b|\b(?:bears?|bore|shares?|shared|carr(?:y|ies|ied)) (?:some |most |much |part |all |a share )?(?:of )?the blame\b|\bpoint(?:s|ed|ing)? (?:the |a )?finger at\b"),
        ("accuses of", "accus", r"\baccus(?:e|es|ed|ing) (?!of\b)[^.;]{1,80}? of\b"),
        ("blames for", "blam", r"\bblam(?:e|es|ed|ing) (?!for\b|on\b)[^.;,]{1,50}? for\b"),
        ("charges with", "charg", rf"(?<!one-time )\bcharg(?:e|es|ed|ing) (?!with\b)[^.;,–—]{{1,50}}? with (?:\w+ ){{0,4}}?{_CHARGED}"),
        ("calls a wrong", "crime,terror,aggression,piracy,sabotage,genocid,massacre,atrocit,provocation,cleansing,act of war", r"\bcall(?:s|ed|ing)? (?!for\b|on\b)[^.;,]{1,60}?[“\"‘ ](?:an? |the )?(?:\w+ ){0,2}(?:war crimes?|crimes? against humanity|acts? of (?:terror\w*|war|aggression|piracy|sabotage|barbarism)|genocide|massacre|atrocity|state terrorism|provocation|ethnic cleansing)\b"),
        ("links to", "link", r"\blink(?:s|ed|ing)? (?:the |this |that |an? )?(?:\w+ ){0,2}(?:attack|breach|hack|hacking|bombing|killing|poisoning|leak|explosion|plot|murder|sabotage)s? to\b"),
        ("denounces as", " as ", r"\b(?:denounc|condemn|decr|brand|label|describ)(?:e|es|ed|ing|ied|ies)\b[^.;]{1,80}? as (?:an? |the )?(?:act of |form of )?(?:\w+ )?(?:terror\w*|piracy|vandalism|sabotage|barbari\w+|theft|robbery|crimes?|criminals?|aggress\w*|genocid\w*|liars?|racis\w*|corrupt\w*|traitors?|illegal|unlawful|massacre|provocation|propaganda|blackmail|violations?|breach(?:es)?|atrocit\w+|slaughter|murder(?:ous)?|invasion|criminal\w*)\b"),
        ("to blame", "blame,behind,responsible", rf"\b{_BE} (?:\w+ly )?(?:to blame(?= for|[.,;”\"]|$)|behind (?:this|it|that)(?=[.,;”\"]|$)|(?:behind|responsible for) (?:the |this |that |these |those |an? )?(?:[\w-]+ ){{0,2}}?(?:\w+-)?(?:attack|bombing|hack|killing|murder|plot|shooting|strike|raid|breach|poisoning|explosion|leak|torture|abuse|massacre|atrocit(?:y|ie)|assassination|crime|cyberattack|kidnapping|disappearance|repression)s?)\b"),
        ("files suit", "sue,suing,suit,complaint,charges", r"(?<!be )\b(?:sued|sues|(?:is|are|was|were) suing|fil(?:ed|es|ing) (?:a |an )?(?:\w+ )?(?:lawsuit|complaint|suit|charges) (?:[^.;,]{0,30} )?(?:against|alleging|accusing|claiming)|(?:lodged|brought) (?:an? )?(?:\w+ )?(?:complaint|case|charges) against)\b"),
        ("suspects of", "suspect", r"(?<!\bthe )(?<!\ba )(?<!\bprime )\bsuspect(?:s|ed|ing)? (?!of\b|in\b|was\b|is\b|were\b|are\b|had\b|has\b|who\b)[^.;,]{1,60}? of (?:having|being|\w+ing)\b"),
        ("suspects", "suspect", r"(?<!\bthe )(?<!\ba )(?<!\bprime )\bsuspect(?:s|ed|ing)? (?!of\b|in\b|was\b|is\b|were\b|are\b|had\b|has\b|who\b)(?:that )?(?:an?|the|one|some\w*|his|her|their|its|\w+) [^.;,]{0,40}?\b(?:took|taken|stole|stolen|set fire|hid|hidden|hiding|killed|murdered|leaked|planted|poisoned|forged|sold|cut|sabotaged|lied|lying|paid|bribed|smuggled|tampered|betrayed|behind|responsible|involved)\b"),
        ("somebody's fault", "fault", r"\b(?:is|was|[’']s) (?:all |\w+ly )?(?:his|her|their|your|(?:the )?(?:\w+ ){0,2}\w+[’']s?) (?:own )?fault\b|\bfault (?:lies|lay) with\b"),
        ("faults for", "fault,critici,censur,reprimand,rebuk,castigat,berat,lambast,reproach,scold,condemn,slam,blast,attack,denounc", r"(?<!at )\b(?:fault(?:s|ed|ing)? [^.;,]{1,60}? (?:for|over)\b|(?:critici[sz]|censur|rebuk|castigat|berat|denounc)(?:e|es|ed|ing)\b(?: [^.;,]{1,60}?)? for (?:not |having |failing |failure |allowing |ignoring |neglecting |hiding |lying |misleading |refusing |using |abusing |breaking |covering |withholding |delaying |concealing |exploiting |spreading |supporting |backing |arming |wasting |letting |turning |stirring |doing (?:too )?(?:little|nothing)|(?:its|their|his|her) (?:failure|handling|role|refusal|inaction|silence|slow))|(?:reprimand|lambast|reproach|scold|condemn|slamm?|blast|attack)(?:s|es|ed|ing)?\b(?: [^.;,]{1,60}?)? for (?:not |having |failing |failure |allowing |ignoring |neglecting |hiding |lying |misleading |refusing |using |abusing |breaking |covering |withholding |delaying |concealing |exploiting |spreading |supporting |backing |arming |wasting |letting |turning |stirring |doing (?:too )?(?:little|nothing)|(?:its|their|his|her) (?:failure|handling|role|refusal|inaction|silence|slow)))"),
        ("calls a wrongdoer", "liar,thie,crook,criminal,murderer,killer,traitor,terrorist,fascist,racist,cheat,fraud,bull,dictator,tyrant,butcher,aggressor,nazi,thug,extortionist", r"\b(?:call|brand|label|labell)(?:s|ed|ing)? (?!for\b|on\b|in\b|to\b|of\b|it\b|police\b|the police\b)(?:[\w’']+ ){1,5}?[“\"‘]?(?:an? |the )?(?:\w+ ){0,2}[“\"‘]?(?:liars?|thie(?:f|ves)|crooks?|criminals?|murderers?|killers?|traitors?|terrorists?|fascists?|racists?|cheats?|fraudsters?|a fraud|dictators?|tyrants?|butchers?|aggressors?|nazis?|thugs?|extortionists?|bully|bullies)\b"),
        ("implicates", "implicat,incriminat", r"\b(?:implicat|incriminat)(?:es?|ed|ing) (?:the|an?|his|her|their|its|two|three|several|[A-Z]\w+)\b"),
        ("blood on hands", "blood", r"\bblood (?:of [^.;,]{1,40} )?(?:is |was )?on (?:his|her|their|its|your) hands\b"),
        ("they did it", "they,he ,he’,she,you", r"\b(?:they|he|she|you)(?: (?:was|were|are|is)|[’'](?:re|s)) (?:all |both |\w+ly )?(?:involved(?=[.,;:!?”\"’])|complicit|lying|in on it|behind (?:it|this|that)|to blame)\b"),
        ("amounts to a wrong", "amount,what ,it was ,it is ,it’s ,that was ,that is ,this was ,this is ", r"\b(?:(?:it|this|that)(?:[’']s| is| was)(?: \w+ly| pure| nothing (?:short of|but|less than))?|amount(?:s|ed|ing)? to|what (?:he|she|they|it|the \w+) (?:called|calls?|described as|describes? as|termed|branded)) (?:an? |the )?[“\"‘]?(?:\w+ )?(?:cover-up|theft|robbery|sabotage|murder|war crimes?|crimes?(?! scene)|fraud|blackmail|bribery|abuse|torture|censorship|discrimination|(?:collective )?punishment|genocide|treason|betrayal|extortion|corruption|negligence|persecution|ethnic cleansing)\b"),
        ("result of fraud", "rigged,stolen,falsif,forged,fabricat,faked,doctored,tamper,manipulat,covered up,hushed,fixed,cooked", rf"\b(?:elections?|votes?|voting|ballots?|results?|referendum|figures?|accounts?|books|evidence|documents?|records?|data|contest|match(?:es)?|tender|auction|minutes|signatures?|trial|charges|footage|incident|case|tests?)\b[^.;,]{{0,40}}? {_BE} (?:\w+ly )?[“\"‘]?(?:rigged|stolen|falsified|forged|fabricated|faked|doctored|tampered with|manipulated|covered up|hushed up|fixed|cooked)\b"),
    )
)  # fmt: skip
"""Accusations that need no accuser."""

WRONG = HintedRules(
    (
        (
            "wrongdoing ascribed",
            "abduct,abus,aggress,assault,atroci,attack,attempt,blackmail,bomb,breach,brib,cheat,collu,complic,conceal,conspir,corrupt,cover,crime,deceiv,discrim,embezzl,espion,execut,exploit,extort,fabric,fake,falsi,forg,fraud,genoci,hack,harass,hid,illegal,interfer,inva,kidnap,launder,lied,lying,massac,meddl,misl,murder,neglig,plot,poison,pretext,provoc,rap,rig,sabot,shell,smuggl,spied,spy,steal,stole,strike,terroris,tortur,traffick,unlawful,violat",
            r"\b(?:terrorist (?:attacks?|acts?|bombings?)|acts? of terror(?:ism)?|state terrorism|war crimes?|atrocit(?:y|ies)|genocide|massacre[ds]?|tortur(?:e|ed|es|ing)|execut(?:e|ed|ing) [^.;]{0,30}(?:prisoners?|POWs?|civilians?|hostages?)|"
            r"complicit|complicity|(?:is|are|was|were) corrupt|brib(?:e|es|ed|ery|ing)|(?:of|committed|commit|committing) fraud|fraudulently|embezzl\w{1,5}|launder(?:ed|ing)|"
            r"steal(?:s|ing)?|stole|(?:has|have|had|having) stolen|lied|(?:is|are|was|were|been|of|by) lying|cheat(?:s|ed|ing)?|deceiv(?:e|ed|ing)|misled|mislead(?:s|ing)?|"
            r"rigging|(?:has|have|had|was|were|is|are|been|being) rigged|sabotag(?:e|ed|ing)|fabricat(?:e|ed|ing)|fake(?:d)?|falsif(?:y|ied|ying)|covered up|cover-up|conceal(?:ed|ing)|"
            r"hack(?:ed|ing)|meddl(?:e|ed|ing)|interfer(?:e|ed|ing) in|spy(?:ing)?|spied|espionage|blackmail(?:ed|ing)?|extort(?:ed|ing|ion)?|"
            r"violat(?:e|es|ed|ing|ions?)|breach(?:ed|ing)?|illegal(?:ly)?|unlawful(?:ly)?|smuggl(?:ed|ing)|traffick(?:ed|ing)|"
            r"abus(?:ed|ing)|assault(?:ed|ing)|rap(?:e|ed|ing)|harass(?:ed|ing|ment)?|murder(?:ed|ing)|poison(?:ed|ing)|kidnap(?:ped|ping)|abduct(?:ed|ing)|"
            r"bomb(?:ed|ing)|shell(?:ed|ing)|drone strike|attempted (?:an? )?(?:\w+ )?(?:attack|strike|coup|murder)|attack(?:ed|ing)|invad(?:e|ed|ing)|"
            r"provocation|plott(?:ed|ing)|conspir(?:ed|ing|acy)|collu(?:ded|ding|sion)|negligen(?:t|ce)|discriminat(?:ed|ing)|exploit(?:ed|ing)|pretext)\b",
        ),
        (
            "deceit or neglect ascribed",
            "lie,lying,hid,conceal,cover,cheat,deceiv,misl,stole,steal,embezzl,launder,brib,kickback,pocket,falsif,forg,fabricat,fake,rig,tamper,manipulat,sabotag,withh,suppress,silenc,arm,knew,poison,plant,grop,intimidat,demean,humiliat,exploit,abus,discriminat,violat,broke,break,flout,ignor,neglect,fail,blind eye,other way,profit,spied,spying,smuggl,traffick,illegal,unlawful,deliberately,knowingly,negligen,corrupt,used,using,uses,loot,tried to,disinformation,misinformation,spread,siphon,excessive force,brutality,torture,bull,orchestrat,rebel,militant,militia,separatist,migrants,civilians,abandon,destabili,weaponi,starv,cleansing,unsafe,dangerous,faulty,defective,toxic,war crime,atrocit,crimes against,genocid,human rights,betray,evad,did nothing,done nothing",
            r"\b(?:lied|lies (?:to|about)|(?:is|are|was|were|been) lying|(?:hid|hides?|hidden|hiding)(?! (?:in|under|behind|inside|from|themselves|himself|herself|at|among)\b)|conceal(?:s|ed|ing)?|cover(?:s|ed|ing) up|cheat(?:s|ed|ing)?|deceiv(?:es?|ed|ing)|misle(?:d|ads?|ading)|st(?:ole|eals?|olen|ealing)|"
            r"embezzl(?:es?|ed|ing)|launder(?:s|ed|ing)?|brib(?:es?|ed|ing)|t(?:ook|aken|aking|akes?) (?:\w+ )?(?:bribes?|kickbacks?)|(?<!-)pocket(?:s|ed|ing)|falsif(?:y|ies|ied|ying)|forg(?:es?|ed|ing) (?:the |an? |her |his |their |its )?(?:\w+ )?(?:documents?|signatures?|papers?|results?|letters?|certificates?|accounts|invoices|receipts|passports?|records?)|fabricat(?:es?|ed|ing)|fak(?:es?|ed|ing)|"
            r"rig(?:s|ged|ging)? (?:the|an?|its|their|his|her|any|every)|tamper(?:s|ed|ing)? with|manipulat(?:es?|ed|ing)|sabotag(?:es?|ed|ing)|withh(?:eld|olds?|olding)|suppress(?:es|ed|ing)? (?:the |any )?(?:evidence|reports?|truth|dissent|information|findings)|silenc(?:es|ed|ing)|arm(?:s|ed|ing) (?:the )?(?:\w+ )?(?:rebels|militias?|separatists|insurgents|gangs)|knew (?:about|of|that) [^.;,]{1,50}? for (?:years|months|weeks|decades)|intimidat(?:es?|ed|ing)|demean(?:ed|ing)|humiliat(?:ed|ing)|poison(?:ed|ing)|plant(?:ed|ing) (?:the |false )?evidence|grop(?:ed|ing)|"
            r"exploit(?:s|ed|ing)?|abus(?:ed|ing)|discriminat(?:es?|ed|ing)|violat(?:es?|ed|ing)|br(?:oke|oken|eaks?|eaking) (?:the |its |their |his |her |a )?(?:\w+ )?(?:laws?|rules?|promises?|ceasefire|truce|agreements?|treaty|pledges?|contracts?)|flout(?:s|ed|ing)?|"
            r"ignor(?:es?|ed|ing)|neglect(?:s|ed|ing)?|fail(?:s|ed)? to (?:protect|act|warn|inspect|maintain|prevent|investigate|disclose|inform|check|repair|intervene|stop|heed|consult)|turn(?:s|ed|ing) a blind eye|look(?:s|ed|ing) the other way|"
            r"put(?:s|ting)? (?:profits?|money|votes) (?:before|ahead|above|over)|spied|spying|smuggl(?:es?|ed|ing)|traffick(?:s|ed|ing)|(?:illegal|unlawful|deliberate|knowing)ly \w+|(?:is|are|was|were|been) (?:\w+ly )?(?:negligent|corrupt)|"
            r"use[sd]? (?:[\w’']+ ){1,6}to (?:hide|conceal|launder|evade|cheat|bribe|avoid|smuggle)|loot(?:ed|ing)|tried to (?:assassinate|kill|poison|overthrow|rig|hide|bribe|smuggle|sabotage|murder)|spread(?:s|ing)? (?:\w+ )?(?:disinformation|misinformation|lies|rumou?rs|propaganda|falsehoods)|siphon(?:s|ed|ing)? off|use[sd]? (?:excessive force|brutality|torture|violence against)|using (?:excessive force|brutality|torture)|us(?:e|es|ed|ing) (?:[\w’']+ ){1,4}as (?:an? )?(?:\w+ )?(?:weapons?|human shields?|hostages|bargaining chips?)|bull(?:ies|ied|ying)|orchestrat(?:es?|ed|ing)|(?:back|support|fund|financ|shelter|train)(?:s|es|ed|ing)? (?:the )?(?:\w+ )?(?:rebels?|militants|militias?|separatists|terrorists|coup)|push(?:es|ed|ing) (?:\w+ )?(?:migrants|refugees|asylum seekers)|(?:carried|carrying) out (?:\w+ ){0,2}?(?:airstrikes?|strikes?|attacks?|raids?|massacres?) (?:on|against) (?:civilians|schools|hospitals|homes|villages|residents)|target(?:s|ed|ing) (?:\w+ )?civilians|abandoned (?:us|them|the people|its|their)|destabili[sz](?:es?|ed|ing)|weaponi[sz](?:es?|ed|ing)|starv(?:es?|ed|ing)|ethnic cleansing|knew (?:its|the|their|his|her) (?:\w+ ){1,3}?(?:was|were) (?:unsafe|dangerous|faulty|false|defective|toxic)|betray(?:s|ed|ing)?|commit(?:s|ted|ting)? (?:\w+ ){0,2}?(?:war crimes?|atrocities|crimes against|genocide|massacres?|human rights (?:abuses|violations)|abuses)|(?:did|done|said) nothing(?! (?:wrong|illegal|improper|unlawful|untoward|of the|but)\b)|evad(?:es?|ed|ing) tax\w*)\b",
        ),
        (
            "force used",
            "beat,loot,burn,set fire,fir,raid,shell,bomb,attack,tortur,rap,execut,kill,robb,plunder,massacr,drove,storm,destroy",
            r"\b(?:beat(?:en|ing)?|loot(?:ed|ing)|burn(?:ed|t|ing)|set fire to|fir(?:ed|ing) (?:on|at|into)|opened fire on|raid(?:ed|ing)|shell(?:ed|ing)|bomb(?:ed|ing)|attack(?:ed|ing)|tortur(?:ed|ing)|rap(?:ed|ing)|"
            r"execut(?:ed|ing)|kill(?:ed|ing)|robb(?:ed|ing)|plunder(?:ed|ing)|massacred|drove (?:out|away)|storm(?:ed|ing)|destroy(?:ed|ing))\b",
        ),
    )
)  # fmt: skip
"""What somebody does wrong, in the words of those who say so."""
ACTIVE = frozenset(
    (
        "charges with",
        "holds responsible",
        "denounces as",
        "files suit",
        "suspects",
        "suspects of",
        "faults for",
        "calls a wrongdoer",
        "calls a wrong",
        "links to",
        "accuses of",
        "blames for",
        "implicates",
    )
)
"""Rules whose accuser is the subject of the sentence."""
ONLY_REPORTED = frozenset(
    ("they did it", "somebody's fault", "amounts to a wrong", "result of fraud")
)
"""Rules that count only in what somebody is reported to say."""
NOT_BY_POLICE = frozenset(("suspects", "amounts to a wrong", "they did it"))
"""Rules that are plain crime news where the police say it."""
VIOLENT = frozenset(("wrongdoing ascribed",))
"""Rules whose words plain news has as well ("gunmen attacked a bus"): somebody has
to be named, or the cue has to be one of claiming."""
FORCED = "force used"
"""The rule for acts of force: done by those whose force is meant to protect."""
