"""Who signs: authority, position, name."""

import re
from collections.abc import Iterator

from kehoach.document.profile import Part
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Fault, at_piece
from kehoach.thethuc.looking import wrong_look, wrong_looks
from kehoach.thethuc.reading.text import Piece
from kehoach.thethuc.registry import rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.7"
_PARTY = "HD 05-HD/VPTW, phần II, mục I.7"
_RIGHT = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. \S.*")
_LOOSE = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|T/UQ)\b\.?\s*\S.*|Q\.\s*\S.*")
_PARTY_RIGHT = re.compile(r"(?:(?:T/M|K/T|T/L|TUQ) |Q\. )\S.*")
_TITLED = re.compile(
    r"(?:TSKH|TS|ThS|PGS|GS|BS|DS|KS|CN|Thạc sĩ|Thạc sỹ|Tiến sĩ|Tiến sỹ|Bác sĩ|Kỹ sư|Ông|Bà"
    r"|Đồng chí|Đ/c|NGND|NGƯT|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy)"
    r"(?:[.\s]|$).*"
)
_ALSO = "kiêm"
_COMMITTEES = frozenset({"đảng ủy", "ban thường vụ", "ban chấp hành"})


@rule("N-80", "chu-quyen-han-chuc-vu", Level.ERROR, f"{_STATE}.đ")
def looks(document: Document) -> Iterator[Fault]:
    """Quyền hạn, chức vụ: chữ hoa cỡ 13 đến 14, đứng, đậm, canh giữa."""
    lines = [one for one in document.found.signature if _is_line(one)]
    yield from wrong_looks(document, Part.AUTHORITY, lines)


@rule("N-81", "ky-hieu-quyen-han", Level.ERROR, f"{_STATE}.b")
def authority(document: Document) -> Iterator[Fault]:
    """Viết “TM.”, “KT.”, “TL.”, “TUQ.”, “Q.” có dấu chấm và một dấu cách."""
    for piece in document.found.signature:
        if _LOOSE.fullmatch(piece.text) and not _RIGHT.fullmatch(piece.text):
            yield at_piece(piece, f"viết là “{piece.text}”")


@rule("N-82", "quyen-han-ubnd", Level.WARNING, f"{_STATE}.b")
def sequence(document: Document) -> Iterator[Fault]:
    """Thay mặt ủy ban: TM. … / CHỦ TỊCH; cấp phó ký thay: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."""
    lines = [fold(one.text) for one in document.found.signature if _is_line(one)]
    pieces = [one for one in document.found.signature if _is_line(one)]
    if not any(line.startswith("phó chủ tịch") or "chủ tịch" in line for line in lines):
        return
    for above, line, piece in zip(["", *lines], lines, pieces, strict=False):
        deputy = line.startswith("phó chủ tịch")
        if deputy and not above.startswith(("kt", "k/t")):
            yield at_piece(piece, "cấp phó ký mà trên chức vụ không có dòng KT. CHỦ TỊCH")
        elif above.startswith("kt. chủ tịch") and not deputy:
            yield at_piece(piece, "dưới KT. CHỦ TỊCH không phải chức vụ cấp phó")


@rule("N-83", "ho-ten", Level.ERROR, f"{_STATE}.đ")
def name(document: Document) -> Iterator[Fault]:
    """Họ tên người ký: chữ thường cỡ 13 đến 14, đậm, giữa; không học hàm, học vị, danh hiệu."""
    yield from _wrong_name(document)


@rule("P-40", "quyen-han-dang", Level.ERROR, f"{_PARTY}.1.1")
def party_authority(document: Document) -> Iterator[Fault]:
    """Viết “T/M”, “K/T”, “T/L”, “Q.”; chữ hoa cỡ 14, đậm."""
    for piece in _authorities(document):
        if not _PARTY_RIGHT.fullmatch(piece.text):
            yield at_piece(piece, f"viết là “{piece.text}”")
        yield from wrong_look(document, Part.AUTHORITY, piece)


@rule("P-41", "chuc-vu-dang", Level.ERROR, f"{_PARTY}.1.2")
def party_position(document: Document) -> Iterator[Fault]:
    """Chức vụ: chữ hoa cỡ 14, đứng, không đậm."""
    yield from wrong_looks(document, Part.POSITION, _positions(document))


@rule("P-42", "ho-ten-dang", Level.ERROR, f"{_PARTY}.1.3")
def party_name(document: Document) -> Iterator[Fault]:
    """Họ tên người ký: chữ thường cỡ 14, đậm; không học hàm, học vị, quân hàm."""
    yield from _wrong_name(document)


@rule("P-43", "ky-cua-dang-uy", Level.ERROR, f"{_PARTY}.1.4.b")
def committee(document: Document) -> Iterator[Fault]:
    """Đảng ủy: T/M ĐẢNG ỦY hoặc T/M BAN THƯỜNG VỤ / BÍ THƯ hoặc PHÓ BÍ THƯ, không ký thay."""
    if not _issuer(document).startswith("đảng ủy"):
        return
    lines = _authorities(document)
    for piece in lines:
        words = fold(piece.text)
        if words.startswith(("k/t", "kt.")):
            yield at_piece(piece, "cấp ủy không dùng ký thay (K/T)", "cấp phó cũng ký T/M")
        elif words.startswith("t/m ") and words.removeprefix("t/m ") not in _COMMITTEES:
            yield at_piece(piece, f"viết là “{piece.text}”")
    for piece in _positions(document):
        words = fold(piece.text)
        if any(fold(line.text).startswith("t/l") for line in lines):
            return  # P-44
        if words.removeprefix("phó ").startswith("bí thư "):
            message = f"chức vụ viết là “{piece.text}”"
            yield at_piece(piece, message, "chỉ viết BÍ THƯ hoặc PHÓ BÍ THƯ")


@rule("P-44", "thua-lenh-dang", Level.ERROR, f"{_PARTY}.1.4.d")
def by_order(document: Document) -> Iterator[Fault]:
    """Thừa lệnh: T/L BAN THƯỜNG VỤ / CHÁNH VĂN PHÒNG hoặc PHÓ CHÁNH VĂN PHÒNG."""
    if not _issuer(document).startswith("đảng ủy"):
        return
    for piece in _authorities(document):
        words = fold(piece.text)
        if not words.startswith("t/l"):
            continue
        if words != "t/l ban thường vụ":
            yield at_piece(piece, f"thừa lệnh viết là “{piece.text}”")
        for below in _positions(document):
            if "chánh văn phòng" not in fold(below.text):
                yield at_piece(below, f"người ký thừa lệnh là {below.text}")


@rule("P-45", "ky-cua-co-quan-tham-muu", Level.ERROR, f"{_PARTY}.1.4.c")
def office(document: Document) -> Iterator[Fault]:
    """Văn phòng, ban của đảng ủy: người đứng đầu ký thẳng; cấp phó: K/T … / PHÓ …."""
    issuer = _issuer(document)
    if issuer.startswith(("văn phòng", "ban ")) and not issuer.startswith("ban chỉ đạo"):
        for piece in _authorities(document):
            if fold(piece.text).startswith("t/m"):
                yield at_piece(piece, "cơ quan của đảng ủy không ký thay mặt (T/M)")
        yield from _wrong_deputy(document)


@rule("P-46", "ban-chi-dao-co-dau", Level.ERROR, f"{_PARTY}.1.4.đ")
def board_with_seal(document: Document) -> Iterator[Fault]:
    """Ban chỉ đạo có con dấu: TRƯỞNG BAN …, hoặc K/T TRƯỞNG BAN … / PHÓ TRƯỞNG BAN …."""
    if _issuer(document).startswith("ban chỉ đạo") and not _also(document):
        yield from _wrong_deputy(document)


@rule("P-47", "ban-chi-dao-khong-dau", Level.ERROR, f"{_PARTY}.1.4.đ")
def board_without_seal(document: Document) -> Iterator[Fault]:
    """Ban chỉ đạo không có con dấu: BÍ THƯ / kiêm / TRƯỞNG BAN CHỈ ĐẠO; không T/M, không K/T."""
    if not _issuer(document).startswith("ban chỉ đạo"):
        return
    also = _also(document)
    for piece in _authorities(document):
        words = fold(piece.text)
        if words.startswith(("t/m", "tm")):
            yield at_piece(piece, "ban chỉ đạo ký thay mặt (T/M)")
        elif also is not None and words.startswith(("k/t", "kt")):
            yield at_piece(piece, "ban chỉ đạo không có con dấu mà ký thay (K/T)")
    if also is not None and also.text != _ALSO:
        yield at_piece(also, f"viết là “{also.text}”", "viết “kiêm”, chữ thường")


def _issuer(document: Document) -> str:
    return " ".join(fold(one.text) for one in document.found.issuer)


def _is_line(piece: Piece) -> bool:
    """Whether *piece* is a line of the office, not a note between office and name."""
    text = piece.text
    return fold(text) != _ALSO and text[:1] not in "([" and any(map(str.isalpha, text))


def _authorities(document: Document) -> list[Piece]:
    return [one for one in document.found.signature if _LOOSE.fullmatch(one.text)]


def _positions(document: Document) -> list[Piece]:
    return [
        one for one in document.found.signature if _is_line(one) and not _LOOSE.fullmatch(one.text)
    ]


def _also(document: Document) -> Piece | None:
    return next((one for one in document.found.signature if fold(one.text) == _ALSO), None)


def _wrong_deputy(document: Document) -> Iterator[Fault]:
    if any(fold(one.text).startswith("k/t") for one in _authorities(document)):
        for piece in _positions(document):
            if not fold(piece.text).startswith("phó "):
                yield at_piece(piece, "dưới K/T không phải chức vụ cấp phó")


def _wrong_name(document: Document) -> Iterator[Fault]:
    piece = document.found.signer
    if piece is None:
        return
    yield from wrong_look(document, Part.SIGNER, piece)
    if _TITLED.fullmatch(piece.text):
        yield at_piece(piece, f"họ tên viết là “{piece.text}”", "bỏ học hàm, học vị, danh hiệu")
