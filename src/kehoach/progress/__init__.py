"""Progress of a plan: the log of entries, and where every target and task stands on a day."""
