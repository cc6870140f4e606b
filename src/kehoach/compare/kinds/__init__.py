"""Kinds of differences: one file a kind, registered by being there.

A kind's file has ``META`` (code, name, direction, mirror, subject) and ``find(above, below)``,
which says in Vietnamese what *below*, the side of the plan, has and what *above*, that of the
framework or of the state before, has; None where they do not differ in this way. What either side
is, `kehoach.compare.difference.Subject` says.
"""
