"""What the passages of an article say on their face, found by tables of named rules.

    language/    words, names, roles, reporting cues, clauses: what every rule reads by
    numbers/     number expressions and what they count
    dates/       time expressions and the days they denote
    casualties/  people killed, wounded, missing, captured, displaced
    figures      numbers with bounds, unit and what they count, out of the packages above
    speech/      who says, denies or accuses
    english      whether the rules can read a text at all

Each package imports only from those above it.
"""
