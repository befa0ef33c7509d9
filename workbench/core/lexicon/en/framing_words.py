"""Words that turn a statement round, or leave it open, as data.

Refuting and hedging words are those by which Ferreira and Vlachos, *Emergent* (2016), tell a
headline's stance, and the factivity cues of de Marneffe, Rafferty and Manning, *Finding
contradictions in text* (2008), added to by what newspapers' own checks are headed with.
"""

from workbench.core.lexicon.listing import word_set

TELLING = word_set(
    """report reports claim claims rumour rumours rumor rumors story stories news allegation
    allegations article articles video videos footage photo photos photograph photographs image
    images picture pictures post posts tweet tweets assertion assertions suggestion suggestions
    speculation accusation accusations theory theories letter quote quotes message messages
    hoax statement statements tale tales gossip whispers reporting"""
)
"""What tells something, and may be false."""
FALSE = word_set(
    """false untrue fake bogus baseless unfounded fabricated nonsense rubbish hoax hoaxes lie lies
    myth fiction fictitious fictional hogwash bunk inaccurate incorrect misleading invented
    debunked groundless satire satirical spoof parody prank photoshopped doctored staged
    disproved disproven discredited erroneous baloney malarkey figment libel hoaxed impossible"""
)
"""What is said of something that is not so."""
FALSE_ALONE = word_set(
    """hoax hoaxes fake debunk debunks debunked debunking satire satirical spoof parody fabricated
    photoshopped hoaxer hoaxers fakes faked misinformation bogus untrue unfounded figment libel
    fooled duped prank myth retracted retracts disproved"""
)
"""Such words as speak of what the headline tells wherever they stand in it."""
REFUTING = word_set(
    """refute refutes refuted refuting debunk debunks debunked debunking disprove disproves
    disproved rebut rebuts rebutted dispel dispels dispelled quash quashes quashed squash squashes
    squashed slam slams slammed slamming blast blasts blasted rubbish rubbishes rubbished deny
    denies denied denying dispute disputes disputed dismiss dismisses dismissed dismissing reject
    rejects rejected rejecting contradict contradicts contradicted correct corrects corrected"""
)
"""What is done to a rumour by whoever says that it is not so."""
EVIDENCE = word_set(
    """evidence proof truth basis sign signs indication indications confirmation foundation
    substance merit plan plans intention"""
)
ALLEGED = word_set(
    """allegedly alleged reportedly purported purportedly apparently supposedly supposed rumored
    rumoured rumor rumour rumors rumours suspected unconfirmed unverified claims claimed claiming
    alleges alleging speculation possible possibly perhaps maybe likely probable probably"""
)
"""What leaves open whether something is so."""
POSSIBLE = word_set("may might could")
OPENERS = word_set("if unless whether provided supposing")
WISHING = word_set(
    """want wants wanted wish wishes wished hope hopes hoped urge urges urged call calls called
    demand demands demanded plan plans planned seek seeks sought threaten threatens threatened
    propose proposes proposed consider considers considered considering offer offers offered"""
)
"""Verbs whose object has not come about by being named."""
WITHHOLDING = word_set(
    """decline declines declined declining refuse refuses refused refusing unable unwilling"""
)
ANSWERING = word_set(
    "comment say confirm discuss answer respond reply verify speculate elaborate deny disclose"
)
SAYING = word_set(
    """say says said tell tells told according believe believes believed think thinks thought
    suggest suggests suggested report reports reported claim claims claimed insist insists
    insisted warn warns warned fear fears feared accuse accuses accused"""
)
CONFIRMING = word_set(
    "confirm confirms confirmed confirming verify verifies verified admits admitted"
)
"""What is said by whoever says that something is so indeed."""
COMPLETED = word_set(
    """released freed extinguished ended over finished stopped rescued found resolved settled
    lifted reopened evacuated arrested caught captured recovered repaired cleared subsided put"""
)
"""What has come to an end, which nothing that still goes on has."""
GOING_ON = word_set("still remain remains remained remaining continue continues continued yet")
"""What says that something has not ended."""
