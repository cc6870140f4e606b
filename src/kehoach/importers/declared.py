"""Units and report duties that a plan declares, gathered from where its text names them.

The words stay where they stand; here they are said again as values, each flagged as likely.
"""

import re
from collections.abc import Iterator
from typing import Any

from kehoach.importers.draft import Draft, Piece, Sureness, pieces
from kehoach.language.fold import normalize
from kehoach.language.unit import UnitNames, is_generic

_UNIT_KEYS = frozenset({"chu_tri", "phoi_hop", "don_vi"})
_GATHERED = "gom từ các chỗ nêu đơn vị; gộp, bỏ hoặc thêm viết tắt nếu cần"
_DUTY = "suy từ câu về báo cáo; xem lại kỳ, hạn, nơi nhận"
_LONGEST_NAME = 90
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_EVERY = re.compile(
    r"(?:hằng|hàng)\s+(?P<every>tuần|tháng|quý|năm)\b"
    r"|\bđịnh kỳ\s+(?P<term>\d+ tháng|tuần|tháng|quý)"
    r"|(?P<sudden>đột xuất)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"trước ngày \d{1,2}(?:/\d{1,2})?(?: (?:của )?(?:hằng|hàng|mỗi) (?:tháng|quý|năm))?"
    r"|trước (?:thứ \w+|\d{1,2} giờ[\w ]{0,20}) (?:hằng|hàng) tuần",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:[Gg]ửi|[Bb]áo cáo|cho|về)(?: về)?\s+"
    r"(?P<who>(?:UBND|Ủy ban|Uỷ ban|Ban|Thường trực|Đảng ủy|Đảng uỷ|Phòng|Văn phòng|Sở|Tổ)"
    r"\s[^,.;:()]{2,80}?)"
    r"(?=[,.;:()]|\Z|\s(?:kết quả|tình hình|tiến độ|để|theo|trước|qua|xem xét|báo cáo)\b)"
)


def declared_units(draft: Draft, commune: str) -> list[dict[str, Any]]:
    """Return the units that lead, cooperate or have duties in *draft*, with their writings."""
    found: list[tuple[str, list[str], Piece]] = []
    for path, piece in pieces(draft):
        name = str(piece.text)
        if len(path) < 2 or path[-2] not in _UNIT_KEYS:  # noqa: PLR2004  (a key and an index)
            continue
        if is_generic(name) or "[…]" in name or len(name) > _LONGEST_NAME:
            continue
        names = UnitNames([(one, "", others) for one, others, _ in found], commune=commune)
        known = names.find(name)
        if known is None:
            found.append((name, [], piece))
        elif name != known:
            others = next(others for one, others, _ in found if one == known)
            if name not in others:
                others.append(name)
    units = []
    for name, others, piece in found:
        unit: dict[str, Any] = {"ten": Piece(name, piece.origins, Sureness.LIKELY)}
        if others:
            unit["cach_viet"] = [Piece(one, piece.origins, Sureness.LIKELY) for one in others]
        units.append(unit)
    if units:
        first = units[0]["ten"]
        units[0]["ten"] = Piece(first.text, first.origins, Sureness.LIKELY, _GATHERED)
    return units


def report_duties(sections: list[Any]) -> list[dict[str, Any]]:
    """Return what the prose of *sections* says is to be reported regularly or at once."""
    duties: list[dict[str, Any]] = []
    for section, piece in _prose(sections, []):
        for sentence in _SENTENCE.split(normalize(str(piece.text))):
            if not _REPORT.search(sentence):
                continue
            terms = dict.fromkeys(
                (match["every"] or match["term"] or match["sudden"]).lower()
                for match in _EVERY.finditer(sentence)
            )
            duties += [_duty(term, sentence, section, piece) for term in terms]
    return duties


def _duty(term: str, sentence: str, units: list[Piece], piece: Piece) -> dict[str, Any]:
    def value(text: str, note: str = "") -> Piece:
        return Piece(text.strip(" .;"), piece.origins, Sureness.CHECK, note)

    duty: dict[str, Any] = {"ky": value(term, _DUTY)}
    if (by := _BY.search(sentence)) and term != "đột xuất":
        duty["han"] = value(by[0])
    if to := _TO.search(sentence):
        duty["noi_nhan"] = value(to["who"])
    if units:
        duty["don_vi"] = [value(str(unit.text)) for unit in units]
    duty["noi_dung"] = value(sentence)
    return duty


def _prose(sections: list[Any], units: list[Piece]) -> Iterator[tuple[list[Piece], Piece]]:
    for section in sections:
        here = section.get("don_vi", units)
        for _, piece in pieces(section.get("doan", [])):
            yield here, piece
        for task in section.get("nhiem_vu", []):
            for _, piece in pieces(task.get("noi_dung", [])):
                yield task.get("chu_tri", here), piece
        yield from _prose(section.get("muc", []), here)
