"""Which commune a document is of, where only the line of place and date names it."""

import pytest

from kehoach.importers.blocks import Line, Origin, SourceText
from kehoach.importers.draft import Imported, Piece, Sureness
from kehoach.importers.recognition import recognise

TEXT = """\
Số: 05/KH-UBND
{place}, ngày 11 tháng 7 năm 2025
KẾ HOẠCH
Chuyển đổi số năm 2025
I. MỤC ĐÍCH
Nâng cao chất lượng phục vụ.
"""


def brought_in(place: str) -> Imported:
    lines = TEXT.format(place=place).splitlines()
    blocks = (Line(text, Origin("a.txt", 0, i), broken=True) for i, text in enumerate(lines, 1))
    return recognise(SourceText("a.txt", tuple(blocks)))


def test_a_name_that_only_one_commune_has_is_proposed() -> None:
    commune: dict[str, Piece] = brought_in("Hướng Phùng").draft["don_vi"]
    assert [piece.text for piece in commune.values()] == [
        "19441",
        "xã Hướng Phùng",
        "tỉnh Quảng Trị",
    ]
    assert {piece.sure for piece in commune.values()} == {Sureness.LIKELY}
    assert commune["ten"].origins[0].line == 2


@pytest.mark.parametrize("place", ["Tân Tiến", "An Phú"])
def test_several_communes_of_a_name_are_listed(place: str) -> None:
    commune: dict[str, Piece] = brought_in(place).draft["don_vi"]
    assert commune["ten"].text == "xã […]"
    assert f"nhiều đơn vị tên {place}: " in commune["ten"].note
    assert commune["ten"].sure is Sureness.CHECK


def test_a_name_that_no_commune_has_stays_open() -> None:
    assert brought_in("Nơi Nào").draft["don_vi"]["ten"].text == "xã […]"
