"""The values of ``van_ban``: what head and closing say, completed by what the form implies."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kehoach.importers.closing import Closing
from kehoach.importers.draft import Piece, Sureness, pieces
from kehoach.importers.header import Header
from kehoach.importers.keywords import bare
from kehoach.importers.locality import Locality
from kehoach.importers.passages import Passage
from kehoach.language.fold import fold

_MISSING = "văn bản không có hoặc không nhận ra; điền vào chỗ […]"
_ISSUER_CUT = "bản nguồn chỉ còn tên xã, phường; tên cơ quan suy từ thể thức"
_OPENING_LINES = 30
_DOCUMENT_KEYS = (
    "ten_loai", "co_quan_cap_tren", "co_quan", "so", "ky_hieu", "dia_danh", "ngay", "trich_yeu",
    "nguoi_ky", "noi_nhan",
)  # fmt: skip


def document_values(header: Header, closing: Closing) -> dict[str, Any]:
    """Return what is said of the document before and behind its body."""
    values: dict[str, Any] = dict(header.values)
    if closing.signer:
        values["nguoi_ky"] = closing.signer
    if closing.recipients:
        values["noi_nhan"] = closing.recipients
    return values


def read_profile(header: Header, closing: Closing, texts: Sequence[Passage]) -> Piece:
    """Return which form the document has, by what only one of them writes."""
    told = [header.values.get("ky_hieu"), header.values.get("co_quan")]
    symbol, issuer = (str(piece.text) if piece else "" for piece in told)
    source = next((piece.origins for piece in told if piece), texts[0].origins if texts else ())
    if header.is_party or symbol.endswith(("/ĐU", "/BCĐ", "/TU")):
        return Piece("hd05", source)
    if symbol.endswith("UBND") or fold(issuer).startswith(("ủy ban", "ubnd")):
        return Piece("nd30", source)
    signed = closing.signer.get("thay_mat")
    by = fold(str(signed.text)) if signed else ""
    said = " ".join(fold(text.text) for text in texts[:_OPENING_LINES])
    stored = " ".join(fold(str(piece.text)) for piece in closing.recipients[-1:])
    party = (
        by.startswith(("ban thường vụ", "ban chấp hành", "đảng ủy"))
        or "ban thường vụ đảng ủy" in said
        or "vpđu" in stored
        or "văn phòng đảng ủy" in stored
    )
    note = "suy từ cơ quan ban hành, người ký hoặc nơi lưu"
    return Piece("hd05" if party else "nd30", source, Sureness.LIKELY, note)


def read_status(header: Header, document: dict[str, Any]) -> Piece:
    """Return whether the document was issued: it has a number, a day or a signer then."""
    signer = document.get("nguoi_ky", {})
    issued = "ho_ten" in signer or "so" in document or len(_date(document)) > len("2025-07")
    status = "ban_hanh" if issued and not header.is_draft else "du_thao"
    return Piece(status, next((p.origins for _, p in pieces(document) if p.origins), ()))


def _date(document: dict[str, Any]) -> str:
    piece = document.get("ngay")
    return str(piece.text) if isinstance(piece, Piece) else ""


def complete(document: dict[str, Any], locality: Locality, profile: Piece) -> None:
    """Put placeholders where the source lacks what a plan file must have, and order the keys."""
    body = "Đảng ủy" if profile.text == "hd05" else "Ủy ban nhân dân"
    commune = locality.values["ten"]
    issuer, place = document.get("co_quan"), document.get("dia_danh")
    if issuer and bare(str(issuer.text)) == bare(str(commune.text)):
        document["co_quan"] = replace(
            issuer, text=f"{body} {commune.text}", sure=Sureness.CHECK, note=_ISSUER_CUT
        )
    if place and locality.unit and bare(str(place.text)) == bare(locality.unit.name):
        document["dia_danh"] = replace(place, text=locality.unit.name)
    if "co_quan" not in document:
        note = "suy từ tên đơn vị và thể thức; bản nguồn không có phần đầu"
        document["co_quan"] = Piece(
            f"{body} {commune.text}", commune.origins, Sureness.LIKELY, note
        )
    if "ten_loai" not in document:
        document["ten_loai"] = Piece("Kế hoạch", (), Sureness.LIKELY, _MISSING)
    if "trich_yeu" not in document:
        document["trich_yeu"] = Piece("[…]", (), Sureness.CHECK, _MISSING)
    values = dict(document)
    document.clear()
    document.update({key: values[key] for key in _DOCUMENT_KEYS if key in values})
