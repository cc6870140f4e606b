"""Comparisons written out: one format a file.

``text``, ``json`` and ``versions_text`` are drawn from whole sheets (`kehoach.compare.sheet`), the
others from `rows`, of which thousands fit into memory. What a verdict is called and how it is
counted is said once, in `kehoach.compare.wording`.
"""
