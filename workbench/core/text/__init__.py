"""Texts before anybody reads them: articles, passages with offsets, folding, display."""
