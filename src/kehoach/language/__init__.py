"""Vietnamese text read as values: folding, quantities, deadlines, citations, units, numbering.

Nothing here knows of plans or files: text goes in, values come out.
"""
