"""What a profile says of the form of a document: looks of its parts, page, fixed formulas.

A profile is data; `body` draws any document with any profile. Lengths are in twips (1 pt = 20,
1 mm = 56.7), sizes of type in points. Clauses in the profiles are those of the decree (nd30) and
the guideline (hd05) named there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from kehoach.language.numbering import Style
from kehoach.model.plan import PartialDate

TWIPS_PER_PT = 20
_LAST_PADDED_MONTH = 2
BLANK = "     "
"""Room for a day, month or year that is written in later."""
NUMBER_BLANK = "      "
"""Room for a number that is written in later."""

Mark = str | float
"""What closes a part: a text on its own line, or a rule whose length is this share of the part's
longest line."""


class Part(StrEnum):
    """Parts of a document; the value is the name of the part's style in Word."""

    STATE = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    PARTY = "Tiêu đề"
    STATE_END = "Tiêu đề kẻ dưới"
    PARENT = "Cơ quan cấp trên"
    ISSUER = "Cơ quan ban hành"
    ISSUER_END = "Cơ quan kẻ dưới"
    NUMBER = "Số ký hiệu"
    DATE = "Địa danh ngày tháng"
    DRAFT = "Dự thảo"
    TYPE = "Tên loại"
    SUBJECT = "Trích yếu"
    SUBJECT_END = "Trích yếu kẻ dưới"
    ADDRESSED = "Kính gửi"
    BASIS = "Căn cứ"
    BODY = "Nội dung"
    SECTION = "Đề mục phần"
    CLAUSE = "Đề mục khoản"
    POINT = "Đề mục điểm"
    UNNUMBERED = "Đề mục không số"
    ITEM = "Gạch đầu dòng"
    RECIPIENTS = "Nơi nhận"
    RECIPIENT = "Danh sách nơi nhận"
    AUTHORITY = "Quyền hạn"
    POSITION = "Chức vụ"
    ALSO = "Kiêm nhiệm"
    SIGNER = "Họ tên người ký"
    ANNEX = "Phụ lục số"
    ANNEX_TITLE = "Phụ lục tên"
    REFERENCE = "Phụ lục kèm theo"
    COLUMN = "Bảng đầu cột"
    GROUP = "Bảng dòng nhóm"
    CELL = "Bảng chữ trái"
    CENTRED_CELL = "Bảng chữ giữa"
    TABLE_END = "Bảng dấu kết thúc"
    PAGE_NUMBER = "Số trang"
    APART = "Cách hai bảng"
    SECTION_END = "Hết phần"


@dataclass(frozen=True, slots=True)
class Look:
    """How a part looks. ``line`` is in 240ths of a line, or in twips where ``exact``."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    align: Literal["left", "center", "both", "right"] = "left"
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    exact: bool = False
    keep_next: bool = False
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is read; a landscape page has the same margins."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 850
    header: int = 567

    def text_width(self, *, landscape: bool = False) -> int:
        """Return the width between the margins."""
        return (self.height if landscape else self.width) - self.left - self.right

    def text_height(self, *, landscape: bool = False) -> int:
        """Return the height between the margins."""
        return (self.width if landscape else self.height) - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Authority:
    """What stands before the authority by which someone signs."""

    on_behalf: str
    for_head: str
    by_order: str
    by_mandate: str
    also: str


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The form of a kind of documents; each is made once and equal to itself alone.

    ``issuer_lines`` breaks the name of an issuer into the lines of the header; ``number`` is a
    format with ``{number}`` and ``{symbol}``, ``citation_join`` stands between number and date;
    ``heading_ends`` is what closes a number, by its figures; ``dashes`` are by level; ``end``
    closes the text and each annex, ``table_end`` an annex that ends with a table (or nothing).
    ``addressed`` stands before the addressees of a document and ``as_above`` names them first
    among the recipients; where it is empty, plans and reports have no addressees.
    """

    page: Page
    looks: Mapping[Part, Look]
    state: tuple[tuple[Part, str], ...]
    state_end: Mark
    issuer_lines: Callable[[str], tuple[str, ...]]
    issuer_end: Mark
    number: str
    number_label: str
    citation_join: str
    long_dates: bool
    draft: str
    subject_end: Mark
    basis_start: str
    heading_ends: Mapping[Style, str]
    dashes: tuple[str, ...]
    end: str
    table_end: str
    authority: Authority
    addressed: str
    as_above: str
    recipients: str
    annex: str
    annex_figures: Style

    def full_symbol(self, number: str, symbol: str, blank: str = " ") -> str:
        """Return number and symbol (``05/KH-UBND``); an open number is room made of *blank*."""
        number = number or NUMBER_BLANK.replace(" ", blank)
        return self.number.format(number=number, symbol=symbol) if symbol else number

    def cite(self, symbol: str, date: str) -> str:
        """Return how a document is named: ``số 02-KH/BCĐTW ngày 19 tháng 6 năm 2025``."""
        return self.citation_join.join(filter(None, (f"số {symbol}" if symbol else "", date)))

    def cited_date(self, date: PartialDate | None) -> str:
        """Return *date* as sentences cite it, with the word ``ngày``.

        Room for what is not known is of no-break spaces, which templates do not fold.
        """
        if self.long_dates:
            return full_date(date, "\N{NO-BREAK SPACE}")
        room = "\N{NO-BREAK SPACE}" * len(BLANK)
        if date is None:
            return f"ngày{room}/{room}/20{room}"
        day = room if date.day is None else f" {date.day:02}"
        return f"ngày{day}/{_month(date)}/{date.year}"


def full_date(date: PartialDate | None, blank: str = " ") -> str:
    """Return ``ngày 05 tháng 02 năm 2026``; room made of *blank* for what is not known.

    A zero stands before days below 10 and before months 1 and 2 (NĐ 30/2020/NĐ-CP, phụ lục I,
    II.4.b; HD 05-HD/VPTW, I.4).
    """
    room = BLANK.replace(" ", blank)
    if date is None:
        return f"ngày{room}tháng{room}năm 20{room}"
    day = room if date.day is None else f" {date.day:02} "
    return f"ngày{day}tháng {_month(date)} năm {date.year}"


def _month(date: PartialDate) -> str:
    return f"{date.month:02}" if date.month <= _LAST_PADDED_MONTH else str(date.month)
