"""Documents of state bodies: NĐ 30/2020/NĐ-CP, phụ lục I (phần I) and the samples of phụ lục III.

Sizes are one of the two sets that the decree names as examples: Quốc hiệu 13, Tiêu ngữ, place and
date, text 14; or Quốc hiệu 12, the others 13. What the decree leaves open is chosen as follows.

- Text: single line spacing with 6 points between paragraphs, first line indented 1.27 cm.
- Headings ``I.`` stand at the indent, as in the decree's own annexes.
- ``1.1.`` is not in the decree; it looks like ``1.``.
- Tables: 12 points, single spacing.
- Landscape pages keep the margins as they are read, as in the decree's own annexes.
- A draft has ``DỰ THẢO`` under its number: the decree knows no such mark, offices use it.
- ``./.`` stands only in the samples; after a table it is a line of its own.
"""

import re
from dataclasses import replace

from kehoach.document.profile import Authority, Look, Page, Part, Profile
from kehoach.language.numbering import Style

_PEOPLES_BODY = re.compile(
    r"((?:ủy|uỷ) ban nhân dân|hội đồng nhân dân) ((?:xã|phường|đặc khu) .+)", re.IGNORECASE
)
_INDENT = 720
_GAP = 120


def _issuer_lines(name: str) -> tuple[str, ...]:
    """Break a people's committee or council before the commune's name; see sample 1.4."""
    found = _PEOPLES_BODY.fullmatch(name)
    return (found[1], found[2]) if found else (name,)


def _rule(*, after: int = 0) -> Look:
    return Look(2, line=60, exact=True, before=40, after=after)


def _looks(body: float) -> dict[Part, Look]:
    """Return the looks with text of *body* points, 13 or 14, and what goes up and down with it."""
    small = body - 1

    def text(*, italic: bool = False) -> Look:
        return Look(body, italic=italic, align="both", first_line=_INDENT, after=_GAP)

    def heading(level: int, *, bold: bool, italic: bool = False, capitals: bool = False) -> Look:
        return replace(
            text(italic=italic), bold=bold, capitals=capitals, keep_next=True, outline=level
        )

    def centred(size: float = body, *, before: int = 0) -> Look:
        return Look(size, bold=True, align="center", before=before)

    def capitals(size: float = body, *, before: int = 0) -> Look:
        return replace(centred(size, before=before), capitals=True)

    return {
        Part.STATE: capitals(small),  # II.1.a
        Part.MOTTO: centred(),  # II.1.b
        Part.STATE_END: _rule(),
        Part.PARENT: Look(small, capitals=True, align="center"),  # II.2.b
        Part.ISSUER: capitals(small),  # II.2.b
        Part.ISSUER_END: _rule(),
        Part.NUMBER: Look(13, align="center", before=_GAP),  # II.3.c
        Part.DATE: Look(body, italic=True, align="center", before=_GAP),  # II.4.c
        Part.DRAFT: capitals(13, before=60),
        Part.TYPE: capitals(before=360),  # II.5.b
        Part.SUBJECT: centred(),  # II.5.b
        Part.SUBJECT_END: _rule(after=200),
        Part.ADDRESSED: Look(body, after=_GAP),  # II.9.d
        Part.BASIS: text(italic=True),  # II.6.a
        Part.BODY: text(),  # II.6.e
        Part.SECTION: heading(0, bold=True, capitals=True),  # V, ô 6.b
        Part.CLAUSE: heading(1, bold=True),  # II.6.đ
        Part.POINT: heading(2, bold=False),  # II.6.đ
        Part.UNNUMBERED: heading(2, bold=True, italic=True),
        Part.ITEM: text(),
        Part.RECIPIENTS: Look(12, bold=True, italic=True),  # II.9.d
        Part.RECIPIENT: Look(11),  # II.9.d
        Part.AUTHORITY: capitals(),  # II.7.đ
        Part.POSITION: capitals(),  # II.7.đ
        Part.ALSO: centred(),
        Part.SIGNER: centred(before=1600),  # II.7.đ
        Part.ANNEX: replace(centred(14), keep_next=True, outline=0),  # III.1.b
        Part.ANNEX_TITLE: replace(capitals(), keep_next=True),
        Part.REFERENCE: Look(body, italic=True, align="center", keep_next=True),  # III.1.c
        Part.COLUMN: centred(12),
        Part.GROUP: Look(12, bold=True, keep_next=True),
        Part.CELL: Look(12),
        Part.CENTRED_CELL: Look(12, align="center"),
        Part.TABLE_END: Look(body, align="right", before=60),
        Part.PAGE_NUMBER: Look(body, align="center"),  # I.7
        Part.APART: Look(2, line=160, exact=True, keep_next=True),
        Part.SECTION_END: Look(1, line=20, exact=True),
    }


PROFILE = Profile(
    page=Page(),  # I.3: 20, 20, 30 and 15 mm
    looks=_looks(14),
    state=(
        (Part.STATE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Part.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
    ),
    state_end=1.0,  # II.1.b: as long as the line of text
    issuer_lines=_issuer_lines,
    issuer_end=0.4,  # II.2.b: 1/3 to 1/2 of the line of text
    number="{number}/{symbol}",
    number_label="Số: ",
    citation_join=" ",
    long_dates=True,
    draft="Dự thảo",
    subject_end=0.4,  # II.5.b: 1/3 to 1/2 of the line of text
    basis_start="",
    heading_ends={Style.ROMAN: ".", Style.ARABIC: ".", Style.LETTER: ")"},
    dashes=("-", "+", "•"),
    end="./.",
    table_end="./.",
    authority=Authority("TM. ", "KT. ", "TL. ", "TUQ. ", "kiêm"),  # II.7.b
    addressed="Kính gửi:",  # II.9.b
    as_above="Như trên",  # II.9.b
    recipients="Nơi nhận:",
    annex="Phụ lục",
    annex_figures=Style.ROMAN,  # III.1.a
)

PROFILE_13 = replace(PROFILE, looks=_looks(13))
"""The form with the smaller of the two sets of sizes that the decree names (V, note)."""
