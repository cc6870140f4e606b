"""Kinds of differences: one file a kind, registered by being there.

A kind's file has ``META`` (code, name, direction, mirror) and ``find(above, below)``, which says in
Vietnamese what *below*, the item of the plan, has and what *above*, the item of the framework or of
the state before, has; None where they do not differ in this way.
"""
