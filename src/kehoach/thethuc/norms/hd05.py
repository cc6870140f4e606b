"""HD 05-HD/VPTW of 27/5/2026: phần II and the sample table (phụ lục 2)."""

from kehoach.document.profile import Page, Part
from kehoach.document.profiles import find_profile
from kehoach.thethuc.norms.norm import Norm

_PROFILE = find_profile("hd05")
_PAGE: Page = _PROFILE.page
_TEXT = (14.0, 15.0)

NORM = Norm(
    code="hd05",
    title="Hướng dẫn 05-HD/VPTW",
    profile=_PROFILE,
    margins={  # II.IV.4.1 leaves no choice
        "top": (_PAGE.top, _PAGE.top),
        "bottom": (_PAGE.bottom, _PAGE.bottom),
        "left": (_PAGE.left, _PAGE.left),
        "right": (_PAGE.right, _PAGE.right),
    },
    sizes={
        Part.PARTY: (15.0,),
        Part.PARENT: (14.0,),
        Part.ISSUER: (14.0,),
        Part.NUMBER: (14.0,),
        Part.DATE: (14.0,),
        Part.TYPE: (15.0, 16.0),
        Part.SUBJECT: _TEXT,
        Part.BASIS: _TEXT,
        Part.BODY: _TEXT,
        Part.SECTION: _TEXT,
        Part.CLAUSE: _TEXT,
        Part.POINT: _TEXT,
        Part.AUTHORITY: (14.0,),
        Part.POSITION: (14.0,),
        Part.SIGNER: (14.0,),
        Part.RECIPIENTS: (14.0,),
        Part.RECIPIENT: (12.0,),
    },
    first=(567,),  # II.I.6.2.2: about 10 mm
    first_tolerance=60,
    gap=120,
    line_auto=(0, 0),
    line_exact=(360, 440),  # 18 to 22 points
    rule=None,
    page_number=(14.0,),
    header=_PAGE.header,  # II.IV.5.1: 10 mm from the edge
)

LETTER_SUBJECT = (12.0,)
"""Size of the subject of an official letter (II.I.5.2.3)."""
