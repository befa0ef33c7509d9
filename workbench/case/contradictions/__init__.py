"""Contradictions: figures side by side, and where the corpus disagrees with itself."""
