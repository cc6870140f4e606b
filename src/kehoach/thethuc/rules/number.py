"""Number and symbol, place and date."""

import re
from collections.abc import Iterator

from kehoach.document.profile import Part
from kehoach.language.fold import fold
from kehoach.language.symbol import System, type_code
from kehoach.model.administrative import find
from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Fault, at_document, at_piece
from kehoach.thethuc.looking import wrong_look
from kehoach.thethuc.reading.text import Piece
from kehoach.thethuc.registry import rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II"
_PARTY = "HD 05-HD/VPTW, phần II, mục I"
_OPEN = r"[\s.…_]*"
_NUMBER = rf"(?P<number>\d+|{_OPEN})"
_CODE = r"[A-ZĐ][A-ZĐa-zđ]{0,3}"
_BODY = r"[A-ZĐ0-9&.]+(?:-[A-ZĐ0-9&.]+)*"
_STATE_SYMBOL = re.compile(rf"(?:/\d{{4}})?/(?:(?P<code>{_CODE})-)?{_BODY}{_OPEN}")
_PARTY_SYMBOL = re.compile(rf"-(?P<code>{_CODE})/{_BODY}{_OPEN}")
_SYMBOLS = {System.STATE: (_STATE_SYMBOL, "/KH-UBND"), System.PARTY: (_PARTY_SYMBOL, "-KH/ĐU")}
_LABEL = re.compile(rf"(?P<word>số)(?P<colon>\s?:)?\s*{_NUMBER}(?P<symbol>.*)", re.IGNORECASE)
_DATE = re.compile(
    rf"(?P<place>[^,]*?)(?P<comma>\s?,)?\s*ngày(?P<day>\s*\d+\s*|{_OPEN})"
    rf"tháng(?P<month>\s*\d+\s*|{_OPEN})năm(?P<year>.*)",
    re.IGNORECASE,
)
_COMMUNE = re.compile(r"(?:^| )(?:xã|phường|đặc khu) (?P<name>.+)")
_LAST_PADDED_MONTH = 2
_LAST_PADDED_DAY = 9


@rule("N-30", "so-van-ban", Level.ERROR, f"{_STATE}.3.c")
def number(document: Document) -> Iterator[Fault]:
    """Chữ “Số” có dấu hai chấm, cỡ 13, đứng, canh giữa; số nhỏ hơn 10 thêm số 0 phía trước."""
    yield from _wrong_number(document, colon=True)


@rule("N-31", "ky-hieu", Level.ERROR, f"{_STATE}.3.b")
def symbol(document: Document) -> Iterator[Fault]:
    """Sau số là “/”, giữa các nhóm chữ viết tắt là “-”, không cách chữ, đúng tên loại."""
    piece, text = _symbol(document)
    if piece is not None and not _is_letter_code(text):
        yield from _wrong_symbol(document, piece, text, System.STATE)


@rule("N-33", "ky-hieu-cong-van", Level.ERROR, f"{_STATE}.3.b")
def letter_symbol(document: Document) -> Iterator[Fault]:
    """Công văn không có chữ viết tắt tên loại: ghi cơ quan và đơn vị, như 12/UBND-VHXH."""
    piece, text = _symbol(document)
    if piece is not None and _is_letter_code(text):
        yield at_piece(piece, "ký hiệu công văn có chữ CV")


@rule("P-16", "so-van-ban-dang", Level.ERROR, f"{_PARTY}.3.2")
def party_number(document: Document) -> Iterator[Fault]:
    """Chữ “Số” không có dấu hai chấm, cỡ 14, đứng, canh giữa; số nhỏ hơn 10 thêm số 0."""
    yield from _wrong_number(document, colon=False)


@rule("P-18", "ky-hieu-dang", Level.ERROR, f"{_PARTY}.3.1.2")
def party_symbol(document: Document) -> Iterator[Fault]:
    """Ký hiệu: - giữa số và tên loại, / trước tên cơ quan; quyết định và quy định đều là QĐ."""
    piece, text = _symbol(document)
    if piece is not None:
        yield from _wrong_symbol(document, piece, text, System.PARTY)


@rule("N-34", "dia-danh", Level.ERROR, f"{_STATE}.4.a")
def place(document: Document) -> Iterator[Fault]:
    """Địa danh viết hoa chữ cái đầu, có dấu phẩy trước chữ “ngày”."""
    piece = document.found.date
    read = None if piece is None else _DATE.fullmatch(piece.text)
    if piece is None or read is None:
        return
    yield from _wrong_place(piece, read)
    name = read["place"].strip()
    commune = _COMMUNE.search(" ".join(fold(one.text) for one in document.found.issuer))
    if commune is not None and commune["name"] != fold(name) and find(f"tỉnh {name}"):
        message = f"địa danh “{name}” là tên tỉnh"
        help_ = "văn bản của xã ghi tên xã nơi đặt trụ sở"
        yield at_piece(piece, message, help_, level=Level.WARNING)


@rule("N-35", "ngay-thang", Level.ERROR, f"{_STATE}.4.b")
def date(document: Document) -> Iterator[Fault]:
    """Ngày, tháng, năm ghi đủ chữ; thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2."""
    piece = document.found.date
    if piece is None:
        yield from _missing(document, "địa danh, ngày tháng")
        return
    read = _DATE.fullmatch(piece.text)
    if read is not None:
        yield from _wrong_date(piece, read)


@rule("N-36", "chu-dia-danh-ngay", Level.ERROR, f"{_STATE}.4.c")
def date_looks(document: Document) -> Iterator[Fault]:
    """Địa danh, ngày tháng: chữ thường cỡ 13 đến 14, nghiêng, cùng một dòng với số, ký hiệu."""
    piece, number_ = document.found.date, document.found.number
    if piece is None:
        return
    yield from wrong_look(document, Part.DATE, piece)
    if number_ is not None and not _on_one_line(piece, number_):
        yield at_piece(piece, "địa danh, ngày tháng không cùng dòng với số, ký hiệu")


@rule("P-19", "dia-danh-ngay-dang", Level.ERROR, f"{_PARTY}.4")
def party_date(document: Document) -> Iterator[Fault]:
    """Địa danh, ngày tháng: cỡ 14, nghiêng; thêm số 0 trước ngày nhỏ hơn 10, tháng nhỏ hơn 3."""
    piece = document.found.date
    if piece is None:
        yield from _missing(document, "địa danh, ngày tháng")
        return
    yield from wrong_look(document, Part.DATE, piece)
    read = _DATE.fullmatch(piece.text)
    if read is not None:
        yield from _wrong_place(piece, read)
        yield from _wrong_date(piece, read)


def _missing(document: Document, name: str) -> Iterator[Fault]:
    """Yield that a part is missing; what is issued with another document has none of its own."""
    if document.found.attached is None:
        yield at_document(document, f"không thấy {name} của văn bản")


def _wrong_number(document: Document, *, colon: bool) -> Iterator[Fault]:
    piece = document.found.number
    if piece is None:
        yield from _missing(document, "số, ký hiệu")
        return
    yield from wrong_look(document, Part.NUMBER, piece)
    read = _LABEL.fullmatch(piece.text)
    if read is None:
        return
    if colon and not read["colon"]:
        yield at_piece(piece, "sau chữ “Số” thiếu dấu hai chấm", "viết “Số: 05/KH-UBND”")
    elif read["colon"] and not colon:
        yield at_piece(piece, "sau chữ “Số” có dấu hai chấm", "viết “Số 05-KH/ĐU”")
    yield from _wrong_figures(piece, read["word"], read["number"])


def _symbol(document: Document) -> tuple[Piece | None, str]:
    """Return the number with its symbol as text; None where there is none that can be read."""
    piece = document.found.number
    read = None if piece is None else _LABEL.fullmatch(piece.text)
    return (None, "") if read is None else (piece, read["symbol"].strip())


def _wrong_symbol(document: Document, piece: Piece, text: str, system: System) -> Iterator[Fault]:
    form, example = _SYMBOLS[system]
    found = form.fullmatch(text)
    if found is None:
        yield at_piece(piece, f"ký hiệu viết là “{text}”", f"viết “{example}”")
    else:
        yield from _wrong_code(document, piece, found["code"], system)


def _wrong_figures(piece: Piece, word: str, figures: str) -> Iterator[Fault]:
    if word != "Số":
        yield at_piece(piece, f"viết “{word}”", "viết “Số”, chữ S hoa")
    if figures.isdecimal() and len(figures) == 1:
        yield at_piece(piece, f"số {figures} thiếu số 0 phía trước", f"viết 0{figures}")


def _is_letter_code(symbol_: str) -> bool:
    return re.match(r"\s*/\s*CV\s*-", symbol_) is not None


def _wrong_code(
    document: Document, piece: Piece, code: str | None, system: System
) -> Iterator[Fault]:
    """Yield a fault where the type of the document has another code than the symbol shows."""
    name = document.found.type_name
    asked = type_code(name, system) if name else None
    if asked and code != asked:
        message = f"ký hiệu {code or 'không có tên loại'} không khớp tên loại {name.lower()}"
        yield at_piece(piece, message, f"chữ viết tắt của {name.lower()} là {asked}")


def _wrong_place(piece: Piece, read: re.Match[str]) -> Iterator[Fault]:
    name = read["place"].strip()
    if name[:1].islower():
        yield at_piece(piece, f"địa danh “{name}” viết thường chữ đầu", "viết hoa chữ đầu")
    if not read["comma"] and name.strip(".…_ "):
        yield at_piece(piece, "thiếu dấu phẩy giữa địa danh và ngày")


def _wrong_date(piece: Piece, read: re.Match[str]) -> Iterator[Fault]:
    day, month = read["day"].strip(), read["month"].strip()
    if day.isdecimal() and len(day) == 1:
        yield at_piece(piece, f"ngày {day} thiếu số 0 phía trước", f"viết ngày 0{day}")
    if month.isdecimal():
        value = int(month)
        if len(month) == 1 and value <= _LAST_PADDED_MONTH:
            yield at_piece(piece, f"tháng {month} thiếu số 0 phía trước", f"viết tháng 0{month}")
        elif len(month) > 1 and _LAST_PADDED_MONTH < value <= _LAST_PADDED_DAY:
            yield at_piece(
                piece, f"tháng {month} thừa số 0", f"viết tháng {value}", level=Level.WARNING
            )


def _on_one_line(one: Piece, other: Piece) -> bool:
    first, second = one.paragraph, other.paragraph
    if first.cell is not None and second.cell is not None:
        same = first.cell.table is second.cell.table
        return same and first.cell.row == second.cell.row
    if first.box or second.box:
        return True  # a box may stand anywhere
    return first is second and one.line == other.line
