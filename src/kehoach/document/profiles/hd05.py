"""Documents of Party bodies: HD 05-HD/VPTW of 27/5/2026, phần II and the sample table (phụ lục 2).

What the guideline leaves open is chosen as follows.

- Text: 14 points on lines of exactly 20 points (allowed are 18 to 22).
- Headings ``I-`` in bold capitals, as the guideline itself writes them.
- Annexes: ``Phụ lục 1`` 14 bold, title 14 bold capitals, the reference line 14 italic, ``-----``.
- Tables: 12 points, single spacing.
- Documents are printed on one side; the margins do not mirror.
"""

from kehoach.document.profile import Authority, Look, Page, Part, Profile
from kehoach.language.numbering import Style

_INDENT = 567
_GAP = 120
_LINE = 400


def _issuer_lines(name: str) -> tuple[str, ...]:
    """Name the Party committee for its standing board too; see I.2.1.2.c."""
    return (name.removeprefix("Ban Thường vụ "),)


def _text() -> Look:
    return Look(14, align="both", first_line=_INDENT, after=_GAP, line=_LINE, exact=True)


def _heading(level: int, *, bold: bool, italic: bool = False, capitals: bool = False) -> Look:
    return Look(
        14,
        bold=bold,
        italic=italic,
        capitals=capitals,
        align="both",
        first_line=_INDENT,
        after=_GAP,
        line=_LINE,
        exact=True,
        keep_next=True,
        outline=level,
    )


PROFILE = Profile(
    page=Page(),  # II.IV.4.1: 20, 20, 30 and 15 mm; II.IV.5.1: the number 10 mm from the edge
    looks={
        Part.PARTY: Look(15, bold=True, capitals=True, align="center"),  # I.1
        Part.STATE_END: Look(2, line=60, exact=True, before=40),
        Part.PARENT: Look(14, capitals=True, align="center"),  # I.2
        Part.ISSUER: Look(14, bold=True, capitals=True, align="center"),  # I.2
        Part.ISSUER_END: Look(14, align="center"),  # I.2.2.1
        Part.NUMBER: Look(14, align="center"),  # I.3
        Part.DATE: Look(14, italic=True, align="center"),  # I.4
        Part.DRAFT: Look(14, italic=True, align="center"),  # II.4.2
        Part.TYPE: Look(15, bold=True, capitals=True, align="center", before=360),  # I.5
        Part.SUBJECT: Look(14, bold=True, align="center"),  # I.5
        Part.SUBJECT_END: Look(14, align="center", after=_GAP),  # I.5.2.1
        Part.ADDRESSED: Look(14, italic=True, after=_GAP),  # I.9.2.3
        Part.BASIS: _text(),  # I.6.2.3
        Part.BODY: _text(),  # I.6.2.2
        Part.SECTION: _heading(0, bold=True, capitals=True),
        Part.CLAUSE: _heading(1, bold=True),  # I.6.2.4
        Part.POINT: _heading(2, bold=False),  # I.6.2.4
        Part.UNNUMBERED: _heading(2, bold=True, italic=True),
        Part.ITEM: _text(),
        Part.RECIPIENTS: Look(14, underline=True),  # I.9.2
        Part.RECIPIENT: Look(12),  # I.9.2
        Part.AUTHORITY: Look(14, bold=True, capitals=True, align="center"),  # I.7
        Part.POSITION: Look(14, capitals=True, align="center"),  # I.7
        Part.ALSO: Look(14, align="center"),
        Part.SIGNER: Look(14, bold=True, align="center", before=1600),  # I.7
        Part.ANNEX: Look(14, bold=True, align="center", keep_next=True, outline=0),  # II.1
        Part.ANNEX_TITLE: Look(14, bold=True, capitals=True, align="center", keep_next=True),
        Part.REFERENCE: Look(14, italic=True, align="center", keep_next=True),
        Part.COLUMN: Look(12, bold=True, align="center"),
        Part.GROUP: Look(12, bold=True, keep_next=True),
        Part.CELL: Look(12),
        Part.CENTRED_CELL: Look(12, align="center"),
        Part.TABLE_END: Look(14, align="right", before=60),
        Part.PAGE_NUMBER: Look(14, align="center"),  # II.IV.5.1
        Part.APART: Look(2, line=160, exact=True, keep_next=True),
        Part.SECTION_END: Look(1, line=20, exact=True),
    },
    state=((Part.PARTY, "ĐẢNG CỘNG SẢN VIỆT NAM"),),
    state_end=1.0,  # I.1: as long as the title
    issuer_lines=_issuer_lines,
    issuer_end="*",  # I.2.2.1
    number="{number}-{symbol}",
    number_label="Số ",  # I.3.2: no colon
    citation_join=", ",
    long_dates=False,
    draft="Dự thảo",
    subject_end="-----",  # I.5.2.1
    basis_start="- ",
    heading_ends={Style.ROMAN: "-", Style.ARABIC: ".", Style.LETTER: ")"},
    dashes=("-", "+", "•"),
    end=".",  # I.6.2.2
    table_end="",
    authority=Authority("T/M ", "K/T ", "T/L ", "TUQ ", "kiêm"),  # I.7
    addressed="",  # I.9.2.3: only official letters and submissions have addressees
    as_above="",
    recipients="Nơi nhận:",
    annex="Phụ lục",
    annex_figures=Style.ARABIC,  # II.1.1
)
