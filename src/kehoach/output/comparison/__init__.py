"""Comparisons written out: one format a file.

``text`` and ``json`` are drawn from whole sheets (`kehoach.compare.sheet`), the others from `rows`,
of which thousands fit into memory, or between versions from `minutes`. What a verdict is called
and how it is counted is said once, in `kehoach.compare.wording`.
"""
