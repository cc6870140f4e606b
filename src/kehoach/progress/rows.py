"""Rows of a table, as Excel or another program writes them, read as what is to be noted."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kehoach.language.fold import strip_marks
from kehoach.progress.entry import FIELDS, TARGET, TASK

CODE = "ma"

NAMES = {
    CODE: "Mã",
    "ngay": "Ngày",
    "ky": "Kỳ",
    "trang_thai": "Trạng thái",
    "gia_tri": "Số liệu",
    "ket_qua": "Kết quả",
    "minh_chung": "Minh chứng",
    "kho_khan": "Khó khăn",
    "nguyen_nhan": "Nguyên nhân",
    "trach_nhiem": "Trách nhiệm",
    "khac_phuc": "Biện pháp",
    "du_kien": "Dự kiến",
    "han": "Hạn mới",
    "viec_tiep": "Việc kỳ tới",
    "de_xuat": "Đề xuất",
    "thay_cho": "Thay cho",
    "nguoi": "Người ghi",
}
"""The columns of a table, as they are named to people."""

# Headings of columns, folded and without marks; the keys of the log are headings as well.
_HEADINGS: dict[str, tuple[str, ...]] = {
    CODE: ("ma", "ma so", "ma nhiem vu", "ma chi tieu", "ma nhiem vu, chi tieu"),
    "ngay": ("ngay", "ngay cap nhat", "ngay bao cao"),
    "ky": ("ky", "ky bao cao"),
    "trang_thai": ("trang thai", "tinh trang", "giai doan"),
    "gia_tri": ("gia tri", "so lieu", "muc da dat"),
    "ket_qua": ("ket qua", "ket qua thuc hien", "san pham"),
    "minh_chung": ("minh chung", "tai lieu minh chung", "bang chung"),
    "kho_khan": ("kho khan", "kho khan, vuong mac", "vuong mac"),
    "nguyen_nhan": ("nguyen nhan", "nguyen nhan cham"),
    "trach_nhiem": ("trach nhiem",),
    "khac_phuc": ("khac phuc", "bien phap", "bien phap khac phuc", "bien phap xu ly"),
    "du_kien": (
        "du kien",
        "du kien hoan thanh",
        "du kien xong",
        "ngay du kien",
        "ngay du kien hoan thanh",
    ),
    "han": ("han", "han moi"),
    "viec_tiep": ("viec tiep", "viec ky toi", "nhiem vu tiep theo"),
    "de_xuat": ("de xuat", "kien nghi", "de xuat, kien nghi"),
    "thay_cho": ("thay cho",),
    "nguoi": ("nguoi", "nguoi ghi", "nguoi cap nhat"),
}
_BY_HEADING = {heading: key for key, headings in _HEADINGS.items() for heading in headings}
_BY_HEADING |= {key: key for key in FIELDS if key not in {"ghi", "dau"}}
# What such a table repeats of the plan; nothing of it is noted.
_OF_PLAN = frozenset(
    {
        *("", "stt", "tt", "so tt", "nhom", "ten", "noi dung", "nhiem vu", "chi tieu"),
        *("nhiem vu, chi tieu", "chu tri", "don vi chu tri", "phoi hop", "thoi han", "muc de ra"),
        *("muc dat",),
    }
)
_CODES = frozenset({CODE, TASK, TARGET})
_TITLES = 6
"""Rows in which the headings are looked for."""
_DAYS = ("ngay", "du_kien", "han")
_SERIAL = re.compile(r"[34567][0-9]{4}")
"""A day as Excel counts it, where its column has no format: 1982 to 2119."""
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?$")
_FIRST_DAY = dt.date(1899, 12, 30)


class TableError(Exception):
    """The table cannot be used; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: where it stands, the code, what it says by the keys of the log."""

    line: int
    code: str
    said: Mapping[str, str]


def read_rows(rows: Iterable[tuple[int, Mapping[int, str]]]) -> list[Row]:
    """Return the rows below the headings; empty ones are passed over.

    A row is its line and its texts by column. Raises `TableError` for headings that are not known
    or stand twice, and where no column has the codes.
    """
    given = list(rows)
    if not given:
        raise TableError("bảng không có hàng nào")
    # Titles may stand above; the headings are where the codes are.
    named = (at for at, (_, cells) in enumerate(given[:_TITLES]) if _names_codes(cells))
    head = next(named, 0)
    columns = _columns(given[head][1])
    found: list[Row] = []
    for line, cells in given[head + 1 :]:
        said = {columns[at]: text.strip() for at, text in cells.items() if at in columns}
        said = {key: text for key, text in said.items() if text}
        if not said:
            continue
        said |= {key: _day(said[key]) for key in _DAYS if key in said}
        code = said.pop(CODE, "")
        for kind in (TASK, TARGET):
            code = code or said.get(kind, "")
        found.append(Row(line, code, said))
    return found


def _names_codes(cells: Mapping[int, str]) -> bool:
    return any(_BY_HEADING.get(strip_marks(text)) in _CODES for text in cells.values())


def _day(text: str) -> str:
    """Return a day as people write it where *text* is one as programs do."""
    if _SERIAL.fullmatch(text):
        return (_FIRST_DAY + dt.timedelta(days=int(text))).isoformat()
    return _MIDNIGHT.sub("", text)


def _columns(head: Mapping[int, str]) -> dict[int, str]:
    columns: dict[int, str] = {}
    unknown: list[str] = []
    for at, text in head.items():
        heading = strip_marks(text)
        key = _BY_HEADING.get(heading)
        if key is None and heading not in _OF_PLAN:
            unknown.append(text.strip())
        elif key in columns.values() and key is not None:
            raise TableError(f"hai cột cùng là “{NAMES.get(key, key)}”; bỏ bớt một cột")
        elif key is not None:
            columns[at] = key
    if unknown:
        known = ", ".join(NAMES.values())
        words = ", ".join(f"“{word}”" for word in unknown)
        raise TableError(f"không biết cột {words}; các cột đọc được: {known}")
    if not _CODES & set(columns.values()):
        raise TableError("bảng không có cột “Mã” (mã nhiệm vụ, chỉ tiêu)")
    return columns
