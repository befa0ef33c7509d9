"""Which reports are of one event, and what they say against each other."""
