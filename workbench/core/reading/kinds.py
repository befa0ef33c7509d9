"""The kinds of claim, as the labelling guideline names them."""

KINDS = ("casualty", "quantity", "date", "denial", "accusation", "statement", "event")
"""In the order in which a claim lists them; `event` is what nothing else describes."""
