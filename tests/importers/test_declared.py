"""Units and report duties gathered from the text of a plan."""

from typing import Any

import pytest

from kehoach.importers.declared import declared_units, report_duties
from kehoach.importers.draft import Piece, Sureness, pieces, plain


def test_writings_of_one_unit_are_declared_once() -> None:
    names = ("Phòng Văn hóa - Xã hội", "Phòng VH-XH", "Phòng Kinh tế", "Phòng VH&XH")
    draft = {"noi_dung": [{"nhiem_vu": [{"chu_tri": [Piece(name) for name in names]}]}]}
    assert plain(declared_units(draft, "xã Hướng Phùng")) == [
        {"ten": "Phòng Văn hóa - Xã hội", "cach_viet": ["Phòng VH-XH", "Phòng VH&XH"]},
        {"ten": "Phòng Kinh tế"},
    ]


def test_groups_and_open_places_are_no_units() -> None:
    names = ("Các cơ quan, đơn vị có liên quan", "[đơn vị […]]")
    draft = {"noi_dung": [{"nhiem_vu": [{"phoi_hop": [Piece(name) for name in names]}]}]}
    assert declared_units(draft, "") == []


def duties(text: str) -> list[dict[str, Any]]:
    section = {"don_vi": [Piece("Phòng Văn hóa - Xã hội")], "doan": [Piece(text)]}
    found = report_duties([section])
    assert {piece.sure for _, piece in pieces(found)} <= {Sureness.CHECK}
    return [{key: one[key] for key in one if key != "noi_dung"} for one in plain(found)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Các đơn vị định kỳ trước ngày 20 hằng tháng báo cáo Ban Chỉ đạo xã kết quả thực hiện.",
            [("tháng", "trước ngày 20 hằng tháng", "Ban Chỉ đạo xã")],
        ),
        ("Hằng tuần, tổng hợp, gửi UBND tỉnh báo cáo tiến độ.", [("tuần", None, "UBND tỉnh")]),
        ("Họp giao ban hằng tuần.", []),
        ("Kết quả được báo cáo khi kết thúc năm.", []),
        (
            "Báo cáo Sở Khoa học và Công nghệ, định kỳ 6 tháng hoặc đột xuất.",
            [
                ("6 tháng", None, "Sở Khoa học và Công nghệ"),
                ("đột xuất", None, "Sở Khoa học và Công nghệ"),
            ],
        ),
    ],
    ids=["tháng", "tuần", "không báo cáo", "không định kỳ", "hai kỳ"],
)
def test_report_duties(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    found = [(one["ky"], one.get("han"), one.get("noi_nhan")) for one in duties(text)]
    assert found == wanted
    assert all(one["don_vi"] == ["Phòng Văn hóa - Xã hội"] for one in duties(text))
