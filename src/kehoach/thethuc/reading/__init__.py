"""A Word file as it is seen: text in reading order, each with the look that Word gives it."""
