"""Repairs of what cannot change the words: page, fonts, sizes, spacing, alignment, page number."""
