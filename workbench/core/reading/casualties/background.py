"""Words by which a report tells of other events than its own."""

import re

BACKGROUND = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|fall)|a year (?:ago|earlier)|(?:years|months"
    r"|weeks) ago|so far this year|this year"
    r"|in (?:19|20)\d\d|since (?:19|20)\d\d|since (?:january|the (?:start|beginning))|(?:per|each"
    r"|every) year|nationwide"
    r"|across the (?:country|nation|city)|citywide|in the past|over the past|statistics|previous"
    r"|in a separate|unrelated"
    r"|other (?:recent )?(?:shootings|incidents|attacks)|annually|(?:days|weeks|years|months) "
    r"earlier|on average|deadliest|in another)\b",
    re.IGNORECASE,
)
"""Other times, other places, sums over many events."""
