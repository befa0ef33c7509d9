"""What the signals know of English: words, names, roles, reporting cues, clauses."""
