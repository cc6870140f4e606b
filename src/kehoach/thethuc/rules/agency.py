"""The agency that issues, and the body above it."""

import re
from collections.abc import Iterator

from kehoach.document.profile import Part
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.elements.words import ORGANISATIONS
from kehoach.thethuc.fault import Document, Edit, Fault, at_document, at_piece
from kehoach.thethuc.looking import own_runs, share, wrong_looks
from kehoach.thethuc.reading.text import Piece
from kehoach.thethuc.registry import rule
from kehoach.thethuc.ruling import wrong_short_rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.2"
_PARTY = "HD 05-HD/VPTW, phần II, mục I.2"
_COMMUNE = re.compile(r"(?:ubnd|ủy ban nhân dân) (?:xã|phường|đặc khu) .+")
_COMMITTEE = re.compile(r"đảng ủy (?:xã|phường|đặc khu) .+")
_BOARD = re.compile(r"ban chỉ đạo\b.*")


@rule("N-24", "co-quan-chu-quan", Level.ERROR, f"{_STATE}.b")
def parent(document: Document) -> Iterator[Fault]:
    """Tên cơ quan chủ quản: chữ hoa cỡ 12 đến 13, kiểu chữ đứng, không đậm."""
    if not _is_of_commune(document):
        yield from wrong_looks(document, Part.PARENT, document.found.parent)


@rule("N-25", "co-quan-ban-hanh", Level.ERROR, f"{_STATE}.b")
def issuer(document: Document) -> Iterator[Fault]:
    """Tên cơ quan ban hành: chữ hoa cỡ 12 đến 13, đứng, đậm, canh giữa."""
    found = document.found
    if not found.issuer:
        yield at_document(document, "không thấy tên cơ quan ban hành văn bản")
        return
    if _is_of_commune(document):
        return  # N-28
    lines = found.issuer
    if _is_committee(lines) and not _is_bold(lines[0]):
        lines = lines[1:]  # N-27
    yield from wrong_looks(document, Part.ISSUER, lines)


@rule("N-26", "ke-duoi-co-quan", Level.ERROR, f"{_STATE}.b")
def issuer_rule(document: Document) -> Iterator[Fault]:
    """Dưới tên cơ quan có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, cân đối."""
    found = document.found
    yield from wrong_short_rule(document, found.issuer, found.issuer_rules, "tên cơ quan")


@rule("N-27", "ubnd-cap-xa", Level.WARNING, "")
def committee(document: Document) -> Iterator[Fault]:
    """Ủy ban nhân dân cấp xã không ghi cơ quan chủ quản; hai dòng tên cùng in đậm."""
    found = document.found
    lines = found.issuer
    if _is_committee(lines) and not _is_bold(lines[0]):
        edits = [Edit(run, "bold", value=True) for run in own_runs(lines[0])]
        yield at_piece(lines[0], "dòng ỦY BAN NHÂN DÂN chưa in đậm", edits=edits)
    above = " ".join(fold(one.text) for one in found.parent)
    own = " ".join(fold(one.text) for one in lines)
    if above.startswith(("ubnd tỉnh", "ubnd thành phố", "ủy ban nhân dân tỉnh")) and (
        _COMMUNE.fullmatch(own)
    ):
        yield at_piece(found.parent[0], "ủy ban nhân dân cấp xã ghi thêm cơ quan chủ quản")


@rule("N-28", "don-vi-thuoc-xa", Level.ERROR, f"{_STATE}.a")
def unit_of_commune(document: Document) -> Iterator[Fault]:
    """Đơn vị thuộc xã: dòng trên UBND XÃ … chữ thường không đậm, dòng dưới tên đơn vị in đậm."""
    if _is_of_commune(document):
        yield from wrong_looks(document, Part.PARENT, document.found.parent)
        yield from wrong_looks(document, Part.ISSUER, document.found.issuer)


@rule("P-11", "cap-tren-dang", Level.ERROR, f"{_PARTY}.1.2.c")
def party_parent(document: Document) -> Iterator[Fault]:
    """Tên cơ quan đảng cấp trên: chữ hoa cỡ 14, kiểu chữ đứng, không đậm."""
    if not _is_board(document) and not _is_office(document):
        yield from wrong_looks(document, Part.PARENT, document.found.parent)


@rule("P-12", "co-quan-dang", Level.ERROR, f"{_PARTY}.1.2.c")
def party_issuer(document: Document) -> Iterator[Fault]:
    """Tên cơ quan đảng ban hành: chữ hoa cỡ 14, đứng, đậm."""
    if not document.found.issuer:
        yield at_document(document, "không thấy tên cơ quan ban hành văn bản")
    elif not _is_board(document) and not _is_office(document):
        yield from wrong_looks(document, Part.ISSUER, document.found.issuer)


@rule("P-13", "dau-sao", Level.ERROR, f"{_PARTY}.2.1")
def star(document: Document) -> Iterator[Fault]:
    """Dưới tên cơ quan là dấu sao (*), không kẻ ngang."""
    found = document.found
    if not found.issuer:
        return
    last = found.issuer[-1]
    if found.star is None:
        yield at_piece(last, "không có dấu sao (*) dưới tên cơ quan")
    elif found.star.alone and found.star.paragraph.look.align != "center":
        yield at_piece(found.star, "dấu sao (*) chưa canh giữa")
    if found.issuer_rules.found and found.issuer[0].paragraph.cell is not None:
        yield at_piece(last, "kẻ ngang dưới tên cơ quan đảng")


@rule("P-14", "ban-chi-dao", Level.ERROR, f"{_PARTY}.1.3.b")
def board(document: Document) -> Iterator[Fault]:
    """Ban Chỉ đạo của đảng ủy: dòng trên là tên đảng ủy, dòng dưới là tên ban, in đậm."""
    found = document.found
    if not _is_board(document):
        return
    if not found.parent:
        yield at_piece(found.issuer[0], "không ghi tên cấp ủy lập ban chỉ đạo")
    yield from wrong_looks(document, Part.PARENT, found.parent)
    yield from wrong_looks(document, Part.ISSUER, found.issuer)


@rule("P-15", "co-quan-tham-muu", Level.ERROR, f"{_PARTY}.1.3.a")
def office(document: Document) -> Iterator[Fault]:
    """Cơ quan của đảng ủy xã: dòng trên là tên đảng ủy, dòng dưới là tên cơ quan, in đậm."""
    if _is_office(document):
        yield from wrong_looks(document, Part.PARENT, document.found.parent)
        yield from wrong_looks(document, Part.ISSUER, document.found.issuer)


def _is_of_commune(document: Document) -> bool:
    parents, own = document.found.parent, document.found.issuer
    return (
        bool(own)
        and _COMMUNE.fullmatch(" ".join(fold(one.text) for one in parents)) is not None
        and fold(own[0].text).startswith(ORGANISATIONS)
    )


def _is_committee(lines: tuple[Piece, ...]) -> bool:
    return len(lines) > 1 and fold(lines[0].text) in {"ủy ban nhân dân", "hội đồng nhân dân"}


def _is_board(document: Document) -> bool:
    own = document.found.issuer
    return bool(own) and _BOARD.fullmatch(fold(own[0].text)) is not None


def _is_office(document: Document) -> bool:
    above = " ".join(fold(one.text) for one in document.found.parent)
    return _COMMITTEE.fullmatch(above) is not None and not _is_board(document)


def _is_bold(piece: Piece) -> bool:
    return share(piece.segments, "bold") == 1
