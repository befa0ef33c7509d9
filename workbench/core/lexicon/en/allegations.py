"""Words of what is alleged, and of saying that it is not so.

Verbs are listed by their infinitive. The classes are those of Levin, *English Verb Classes and
Alternations* (1993), 29 and 33, and of FrameNet's Statement, Judgment_communication and
Reasoning; what marks a rumour follows Zubiaga et al., "Analysing how people orient to and spread
rumours" (PLoS ONE, 2016).
"""

from workbench.core.lexicon.en.inflection import verb_forms
from workbench.core.lexicon.listing import word_set

DENY = verb_forms("deny disclaim")
REFUTE = verb_forms(
    "refute rebut debunk disprove discredit contradict quash dispel squash scotch trash rubbish"
) | word_set("debunking rebuttal refutation")
"""Verbs that say something is not so, whatever their object."""
REJECT = verb_forms("reject dismiss dispute contest disavow disown repudiate") | word_set(
    "rejection dismissal"
)
"""Verbs that say so only of what somebody claims: a plan can be rejected too."""
ALLEGED = word_set("""
    claim claims report reports allegation allegations accusation accusations rumour rumours rumor
    rumors story stories suggestion suggestions speculation charge charges assertion assertions
    notion idea criticism criticisms account version versions theory theories talk narrative
    implication characterization characterisation responsibility involvement wrongdoing complicity
    role knowledge assumption insinuation insinuations theft blame fault guilt liability
    misconduct collusion line attribution authorship
    """)
"""What is denied: what others say of one, and a part in it."""
RUMOURS = word_set("""
    rumour rumours rumor rumors rumored rumoured hoax hoaxes debunk debunked debunking untrue false
    fake claim claims claimed allegation allegations alleged allegedly deny denied denies denial
    viral unconfirmed speculation purported""")
"""Words of an article about something that may not be so."""
NOT_SO = word_set("""
    untrue false fake hoax hoaxes baseless unfounded groundless bogus fabricated fabrication
    fabrications fictitious fiction nonsense rubbish bullshit inaccurate incorrect erroneous wrong
    mistaken misleading lie lies myth invention forgery slander smear smears absurd ridiculous
    ludicrous preposterous laughable far-fetched exaggerated overblown unsubstantiated defamatory
    misinformation disinformation propaganda implausible farcical made-up invented outlandish
    illogical unverified libellous libelous slanderous fantasy fantasies
    """)
"""Words that call something said not so."""
FAKED = word_set(
    "false fake bogus hoax debunked unfounded baseless fabricated fictitious discredited"
)
"""Those of them that stand before what they call so: "the bogus story"."""
TRUTH = word_set("true accurate correct real genuine authentic so")
PROOF = word_set("""
    evidence proof truth basis substance indication indications sign signs merit validity foundation
    confirmation shred iota link links connection connections suggestion record records
    """)
"""What is missing where something is not so: "no evidence that"."""
DOUBTING = verb_forms("cast pick pour throw raise express") | word_set(
    "doubtful sceptical skeptical"
)
PICTURES = word_set("""
    photo photos photograph photographs picture pictures video videos image images clip clips
    footage recording recordings screenshot screenshots""")
SAYING = verb_forms(
    "say tell state insist maintain add assert declare stress argue contend swear claim confirm"
    " conclude find report explain write tweet reply respond testify clarify reassure point note"
    " announce reveal show believe determine"
)
"""Verbs whose complement, where it is negated, can turn down what was alleged."""
PART = word_set(
    "involved guilty responsible complicit dead implicated true behind aware linked connected "
    "related"
)
"""What somebody is said not to be."""
PARTS = word_set("part role involvement knowledge hand intention plans plan connection ties links")
"""What somebody says they do not have in something."""
DEEDS = verb_forms(
    "do say make send steal lie order kill attack use leak promise agree pay force threaten"
    " break push start bribe cheat write touch hurt harm tell sign authorise authorize"
    " instruct accept receive supply hide mislead violate target shoot bomb interfere meet tamper"
    " alter fake abuse treat withhold hit fire give offer claim suggest support plan commit stage"
)
"""What somebody says in the first person that they have not done."""

HARM = word_set("""
    stolen hacked killed captured arrested kidnapped beheaded tortured mistreated coerced pressured
    poisoned contaminated infected staged scripted rigged forged doctored leaked tampered altered
    compromised suspended fired sacked charged detained planted manipulated beaten abused injured
    apprehended caught treated infiltrated bribed cut hidden concealed withheld registered found
    """)
"""What is said not to have been done to somebody or something."""
