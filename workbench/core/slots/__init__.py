"""Slots: figures, dates, negation, names, claimants, compared apart from any score.

Each comparison is a function from two sides to reasons. A reason names its rule,
says in plain words what was found, and pulls to one side: it speaks for the
claim, against it, or says that the two texts are about different matters.
"""
