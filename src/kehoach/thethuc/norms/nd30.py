"""NĐ 30/2020/NĐ-CP: phụ lục I, phần I, mục I (page), II (parts), III (annexes), V (sizes)."""

from kehoach.document.profile import Part
from kehoach.document.profiles import find_profile
from kehoach.thethuc.norms.norm import INDENT_TOLERANCE, Norm

_TEXT = (13.0, 14.0)
_HEAD = (12.0, 13.0)

NORM = Norm(
    code="nd30",
    title="Nghị định 30/2020/NĐ-CP",
    profile=find_profile("nd30"),
    margins={  # I.3
        "top": (1134, 1417),
        "bottom": (1134, 1417),
        "left": (1701, 1985),
        "right": (850, 1134),
    },
    sizes={
        Part.STATE: _HEAD,
        Part.MOTTO: _TEXT,
        Part.PARENT: _HEAD,
        Part.ISSUER: _HEAD,
        Part.NUMBER: (13.0,),
        Part.DATE: _TEXT,
        Part.TYPE: _TEXT,
        Part.SUBJECT: _TEXT,
        Part.BASIS: _TEXT,
        Part.BODY: _TEXT,
        Part.SECTION: _TEXT,
        Part.CLAUSE: _TEXT,
        Part.POINT: _TEXT,
        Part.AUTHORITY: _TEXT,
        Part.POSITION: _TEXT,
        Part.SIGNER: _TEXT,
        Part.RECIPIENTS: (12.0,),
        Part.RECIPIENT: (11.0,),
        Part.ANNEX: (14.0,),
        Part.ANNEX_TITLE: _TEXT,
        Part.REFERENCE: _TEXT,
    },
    first=(567, 720),  # II.6.e: 1 cm or 1.27 cm
    first_tolerance=INDENT_TOLERANCE,
    gap=120,  # II.6.e: 6 points
    line_auto=(240, 360),  # II.6.e: single to one and a half
    line_exact=None,
    rule=(0.30, 0.55),  # a third to a half, with room for what cannot be measured to the point
    page_number=_TEXT,  # I.7
    header=None,
)

SIZE_SETS = ((13.0, 14.0, 14.0), (12.0, 13.0, 13.0))
"""Sizes that go together: Quốc hiệu, Tiêu ngữ, place and date (note to mục V)."""

LETTER_SUBJECT = (12.0, 13.0)
"""Sizes of the subject of an official letter (II.5.b)."""

LETTER_GAP = 120
"""What stands between number and subject of an official letter."""
