"""Misfits with the schema: all of them, worded, each at its place."""

import pytest

from kehoach.source.structure import check_structure
from kehoach.source.tree import parse

RIGHT = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban:
  the_thuc: nd30
  trang_thai: du_thao
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân xã Hướng Phùng
  trich_yeu: Chuyển đổi số
noi_dung:
  - de_muc: Mục tiêu
    chi_tieu:
      - ma: ho-so
        noi_dung: Hồ sơ trực tuyến
"""


def faults(text: str) -> list[tuple[int, int, str, str]]:
    source = parse(text, "x.yaml")
    return [
        (fault.place.line, fault.place.column, fault.message, fault.help)
        for fault in check_structure(source, "ke-hoach")
    ]


def test_a_right_file_has_none() -> None:
    assert faults(RIGHT) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message", "help_"),
    [
        ("kehoach: 1", "kehoach: 2", 1, 10, "“kehoach” là 2, chương trình này chỉ đọc 1", ""),
        ("  the_thuc: nd30", "  the_thuc: nd31", 4, 13, "“nd31”", "có phải “nd30”?"),
        ("  trich_yeu: C", "  trichyeu: C", 8, 3, "không có khóa “trichyeu”", "“trich_yeu”?"),
        ("ten: xã", "ten: huyện", 2, 28, "không đúng cách viết", "xã …, phường … hoặc đặc khu …"),
        ("  ten_loai: Kế hoạch", '  ten_loai: ""', 6, 13, "“ten_loai” để trống", "tên loại"),
        ("  ten_loai: Kế hoạch", "  ten_loai: [a]", 6, 3, "phải là chữ", "tên loại văn bản"),
        ("      - ma: ho-so\n", "      - ma: Hồ sơ\n", 12, 13, "“Hồ sơ”", "mã bền"),
        ("      - ma: ho-so\n        n", "      - n", 12, 9, "thiếu khóa “ma”", "thêm “ma: …”"),
        ("chi_tieu:", "chi_tiêu:", 11, 5, "không có khóa “chi_tiêu”", "có phải “chi_tieu”?"),
        ("ten: xã", "ten: xã A, thứ hai", 2, 34, "bị tách khỏi câu", "trong ngoặc kép"),
        ("  - de_muc: Mục tiêu", "  - de_muc: {Mục: tiêu}", 10, 5, "nhóm khóa", "tên đề mục"),
    ],
)
def test_a_misfit_is_worded_at_its_place(
    old: str, new: str, line: int, column: int, message: str, help_: str
) -> None:
    assert old in RIGHT
    found = faults(RIGHT.replace(old, new))
    here = [fault for fault in found if fault[:2] == (line, column)]
    assert any(message in fault[2] and help_ in fault[3] for fault in here), found


def test_all_misfits_are_reported_not_the_first() -> None:
    text = RIGHT.replace("nd30", "nd3").replace("ho-so", "Hồ").replace("trich_yeu", "trich")
    assert [fault[0] for fault in faults(text)] == [3, 4, 8, 12]


def test_a_task_needs_a_name_or_a_content() -> None:
    text = RIGHT + "    nhiem_vu:\n      - ma: x\n"
    assert faults(text)[0][2] == "thiếu khóa “ten” hoặc “noi_dung”"
