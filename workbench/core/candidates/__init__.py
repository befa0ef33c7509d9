"""Candidates: the passages that bear on a claim, found by words, ranked with reasons."""
