"""Numbers by order and as the source wrote them."""

import textwrap

from kehoach.model.outline import numbers
from kehoach.model.reading import read_plan
from kehoach.source.place import write_path
from kehoach.source.tree import parse

HEAD = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban: {the_thuc: nd30, trang_thai: du_thao, ten_loai: Kế hoạch, co_quan: UBND, trich_yeu: T}
"""


def numbered(body: str) -> dict[str, str]:
    plan = read_plan(parse(HEAD + textwrap.dedent(body), "x.yaml"))
    return {write_path(path): number for path, number in numbers(plan).items()}


def test_levels_are_roman_arabic_letters_nothing() -> None:
    assert numbered("""\
        noi_dung:
          - de_muc: A
            muc:
              - de_muc: B
                nhiem_vu:
                  - ma: c
                    ten: C
                    nhiem_vu: [{ma: d, ten: D}]
          - de_muc: E
        """) == {
        "noi_dung/0": "I",
        "noi_dung/1": "II",
        "noi_dung/0/muc/0": "1",
        "noi_dung/0/muc/0/nhiem_vu/0": "a",
        "noi_dung/0/muc/0/nhiem_vu/0/nhiem_vu/0": "",
    }


def test_letters_follow_the_vietnamese_order() -> None:
    tasks = ", ".join(f"{{ma: t{i}, ten: T}}" for i in range(8))
    found = numbered(f"noi_dung: [{{de_muc: A, muc: [{{de_muc: B, nhiem_vu: [{tasks}]}}]}}]")
    assert [*found.values()][2:] == ["a", "b", "c", "d", "đ", "e", "g", "h"]


def test_more_items_than_letters_are_counted_in_figures() -> None:
    tasks = ", ".join(f"{{ma: t{i}, ten: T}}" for i in range(24))
    found = numbered(f"noi_dung: [{{de_muc: A, muc: [{{de_muc: B, nhiem_vu: [{tasks}]}}]}}]")
    assert [*found.values()][-1] == "24"


def test_numbers_of_the_source_are_kept_and_those_after_go_by_position() -> None:
    assert [
        *numbered("""\
        noi_dung:
          - {de_muc: A, so_muc: II}
          - {de_muc: B}
          - {de_muc: C, so_muc: ""}
          - {de_muc: D}
        """).values()
    ] == ["II", "II", "", "III"]


def test_targets_are_dashes_unless_numbered() -> None:
    found = numbered("""\
        noi_dung:
          - de_muc: A
            chi_tieu: [{ma: a, noi_dung: A}, {ma: b, so_muc: "1", noi_dung: B}]
            muc: [{de_muc: B}]
        """)
    assert found["noi_dung/0/chi_tieu/0"] == ""
    assert found["noi_dung/0/chi_tieu/1"] == "1"
    assert found["noi_dung/0/muc/0"] == "1"


def test_rows_of_an_annex_are_numbered_inside_their_group() -> None:
    assert numbered("""\
        noi_dung: [{de_muc: A}]
        phu_luc:
          - ten: Danh mục
            muc:
              - de_muc: Nhận thức số
                nhiem_vu: [{ma: a, ten: A}, {ma: b, ten: B}]
              - de_muc: Thể chế số
                nhiem_vu: [{ma: c, so_muc: "2.4", ten: C}]
              - nhiem_vu: [{ma: d, ten: D}]
        """) == {
        "noi_dung/0": "I",
        "phu_luc/0/muc/0": "1",
        "phu_luc/0/muc/1": "2",
        "phu_luc/0/muc/2/nhiem_vu/0": "3",
        "phu_luc/0/muc/0/nhiem_vu/0": "1.1",
        "phu_luc/0/muc/0/nhiem_vu/1": "1.2",
        "phu_luc/0/muc/1/nhiem_vu/0": "2.4",
    }
