"""What the two texts ask in figures, where they leave a choice: `nd30`, `hd05`.

What a document looks like in a part that leaves no choice (bold, capitals, alignment, fixed
words) is said in `kehoach.document.profiles`, which draws documents; here stand only the ranges
from which those profiles have chosen one value.
"""

from kehoach.thethuc.norms import hd05, nd30
from kehoach.thethuc.norms.norm import Norm

NORMS: dict[str, Norm] = {"nd30": nd30.NORM, "hd05": hd05.NORM}
"""Norms by the codes that plans use (``the_thuc``)."""
