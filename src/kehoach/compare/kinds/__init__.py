"""Kinds of differences: one file a kind, registered by being there.

A kind's file has ``META`` (code, name, direction, mirror) and ``find(above, below)``, which says in
Vietnamese how *below*, the item of the plan, differs from *above*, the item of the framework.
"""
