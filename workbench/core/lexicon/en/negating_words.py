"""Words that negate, in English: what they are, how far they reach, what only looks like them.

Cues follow the *SEM 2012 shared task (Morante and Blanco) and NegEx (Chapman et al.,
J. Biomed. Inform. 2001); verbs that deny what their complement says are the negative
implicatives of Karttunen, "Implicative verbs" (1971).
"""

from workbench.core.lexicon.listing import word_set

NEGATORS = word_set(
    "not never no none nobody nothing nowhere neither nor cannot without hardly barely scarcely"
    " nt dont didnt doesnt wasnt isnt wont havent hasnt"
)
"""Words that negate what follows them in their clause."""
FAILING = word_set("""
    fail fails failed failing refuse refuses refused refusing decline declines declined declining
    lack lacks lacked lacking avoid avoids avoided avoiding refrain refrains refrained refraining
    unable incapable absence
    """)
"""Words that say of what follows that it was not done, or is not there."""
DENYING = word_set("""
    deny denies denied denying denial denials reject rejects rejected rejecting rejection
    dismiss dismisses dismissed dismissing dismissal refute refutes refuted refuting refutation
    dispute disputes disputed disputing disown disowns disowned contradict contradicts contradicted
    contradicting rebut rebuts rebutted rebutting rebuttal debunk debunks debunked debunking
    disavow disavows disavowed disclaim disclaims disclaimed disclaimer repudiate repudiates
    repudiated repudiating retract retracts retracted retracting retraction recant recants recanted
    misquoted misattributed mischaracterised mischaracterized misrepresented discredit discredits
    discredited discrediting
    """)
"""Words by which somebody denies, disproves or takes back what another says."""
UNTRUE = word_set("""
    false untrue fake faked hoax hoaxes fabricated fabrication fabrications baseless unfounded
    groundless bogus unsubstantiated fictitious made-up invented untruth untruths lie lies myth
    misinformation disinformation nonsense inaccurate incorrect forged forgery doctored debunked
    """)
"""Words that call what they describe not so."""
CLAUSE_ENDS = word_set(
    "but although though because while whereas however yet unless except until if"
)
"""Words with which another clause begins, that a negation before them does not reach."""
DECIDED = word_set("""
    bail bond parole entry access visa visas asylum permission treatment boarding advances
    plan plans curfew curfews motion motions order orders bid bids request requests appeal appeals
    case cases lawsuit lawsuits suit suits offer offers proposal proposals bill bills deal deals
    amendment amendments application applications petition petitions charges
    """)
"""What is denied, rejected or dismissed by a decision, which says nothing untrue."""
CALLING = word_set("""
    call calls called calling describe describes described describing label labels labelled labeled
    brand brands branded deem deems deemed rate rates rated rule rules ruled declare declares
    declared""")
"""Verbs that say what something is: "called the report a hoax"."""
