"""Plans in the layouts that communes and provinces use, and the facts that are in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kehoach.importers.draft import plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise

TEXTS = Path(__file__).parent / "texts"


def brought_in(name: str) -> Any:
    return plain(recognise(read_source(TEXTS / name, name)).draft)


def found(value: Any, key: str) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        for name, child in value.items():
            if name == key and isinstance(child, list):
                yield from child
            yield from found(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from found(child, key)


# Name or sentence, lead, cooperation, deadline, deliverable.
TASKS: dict[str, list[tuple[str, list[str], list[str], str | None, str | None]]] = {
    "bang-trong-than.txt": [
        ("Kiểm tra, lập hồ sơ hiện trạng từng công trình cấp nước", ["Phòng Kinh tế"],
         ["Các thôn"], "Trước ngày 15/4/2026", "Hồ sơ hiện trạng 07 công trình"),
        ("Sửa chữa đường ống, bể lọc bị hư hỏng do mưa lũ", ["Phòng Kinh tế"],
         ["Tổ quản lý nước các thôn"], "Tháng 9/2026", "Biên bản nghiệm thu"),
        ("Lấy mẫu xét nghiệm nước", ["Trạm Y tế xã"], ["Phòng Kinh tế"], "Hằng quý",
         "Phiếu kết quả xét nghiệm"),
    ],
    "cau-giao-viec.txt": [
        (("Giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp với Công an phường và các tổ "
         "dân phố tổ chức thu gom rác tại nguồn, hoàn thành trước ngày 30/6/2026."),
         ["Phòng Kinh tế, Hạ tầng và Đô thị"], ["Công an phường", "các tổ dân phố"],
         "trước ngày 30/6/2026", None),
        (("Giao Công an phường chủ trì, phối hợp với Ban Chỉ huy Quân sự phường rà soát các điểm "
         "lấn chiếm vỉa hè trên toàn địa bàn."), ["Công an phường"],
         ["Ban Chỉ huy Quân sự phường"], None, None),
        (("Trung tâm Cung ứng dịch vụ công chủ trì xây dựng vườn ươm cây xanh của phường, xong "
         "trong quý III/2026."), ["Trung tâm Cung ứng dịch vụ công"], [], "quý III/2026", None),
        (("Chủ trì, phối hợp với Đoàn Thanh niên phường tuyên truyền về phân loại rác đến từng hộ "
         "gia đình."), ["Phòng Văn hóa - Xã hội"], ["Đoàn Thanh niên phường"], None, None),
    ],
    "ba-cap-so.txt": [
        ("Phát dọn đường băng cản lửa", ["Hạt Kiểm lâm khu vực"], ["Các bản"],
         "trước ngày 28/02/2026", "12 km đường băng"),
        ("Ký cam kết bảo vệ rừng", ["Công an xã"], [], "quý I/2026", None),
        ("Diễn tập", ["Ban Chỉ huy Quân sự xã"], ["Hạt Kiểm lâm khu vực", "Công an xã"],
         "tháng 3/2026", "01 cuộc diễn tập"),
    ],
    "bang-markdown.md": [
        ("Lập bản đồ số các điểm du lịch", ["Phòng Văn hóa - Xã hội"], ["Phòng Kinh tế"],
         "Quý II/2026", "Bản đồ số"),
        ("Dựng gian hàng số cho sản phẩm làng nghề", ["Phòng Kinh tế"],
         ["Hội Phụ nữ xã", "Đoàn Thanh niên xã"], "30/11/2026", "15 gian hàng"),
        ("Khai báo lưu trú trên mạng", ["Công an xã"], [], "Thường xuyên",
         "Tài khoản của 40 cơ sở"),
    ],
    "de-muc-dam.md": [
        ("Lập danh mục sách", ["Phòng Văn hóa - Xã hội"], [], "31/3/2026", None),
        ("Bố trí phòng đọc", ["Các thôn"], ["Đoàn Thanh niên xã"], "quý II/2026", "05 phòng đọc"),
    ],
    "cot-cach-tab.txt": [
        ("Thống kê đàn vật nuôi", ["Phòng Kinh tế"], ["Các bản"], "20/5/2026", None),
        ("Tiêm phòng đợt 1", ["Trạm Chăn nuôi và Thú y khu vực"], ["Phòng Kinh tế", "các bản"],
         "Tháng 6/2026", None),
        ("Kiểm tra, báo cáo", ["Phòng Kinh tế"], [], "Hằng tháng", None),
    ],
    "bang-don-vi-truoc.txt": [
        ("Kiểm tra 03 chi bộ", ["Ủy ban Kiểm tra Đảng ủy"], [], "Quý II/2026",
         "Kết luận kiểm tra"),
        ("Tổng hợp số liệu xe công, nhà làm việc", ["Văn phòng Đảng ủy"], [], "30/4/2026",
         "Bảng tổng hợp"),
    ],
    "tinh-nhieu-kieu.txt": [
        ("Rà soát quỹ đất, lập bản đồ vùng trồng.", ["Sở Nông nghiệp và Môi trường"], [],
         "quý III/2026", None),
        ("Cấp mã số vùng trồng.", ["Ủy ban nhân dân các xã"], [], "từ năm 2027", None),
        ("Giống và kỹ thuật", ["Sở Khoa học và Công nghệ"], ["Trường Cao đẳng Cao Bằng"],
         "2026 - 2027", None),
        ("Vườn ươm giống gốc", ["Sở Khoa học và Công nghệ"], [], "Năm 2026", "01 vườn ươm 5 ha"),
        ("Nhà sơ chế dược liệu", ["Sở Công Thương"], [], "Năm 2027", "03 nhà sơ chế"),
    ],
}  # fmt: skip

# Figure and deadline.
TARGETS: dict[str, list[tuple[str | None, str | None]]] = {
    "bang-trong-than.txt": [("ít nhất 92%", "năm 2026"), ("07 công trình", "trước ngày 30/9/2026")],
    "cau-giao-viec.txt": [("95%", "năm 2026")],
    "ba-cap-so.txt": [("100%", None), ("Không quá 02 vụ", "năm 2026")],
    "bang-markdown.md": [("12 điểm", "năm 2026"), ("80%", "năm 2026")],
    "de-muc-dam.md": [],
    "cot-cach-tab.txt": [("ít nhất 85%", None), ("100%", "trước ngày 30/8/2026")],
    "bang-don-vi-truoc.txt": [],
    "tinh-nhieu-kieu.txt": [
        ("tối thiểu 1.200 ha", "năm 2028"),
        ("05 sản phẩm", "năm 2028"),
        ("180 triệu đồng/năm", "năm 2028"),
    ],
}

SECTIONS: dict[str, list[str]] = {
    "bang-trong-than.txt": ["Mục tiêu", "Nhiệm vụ", "Kinh phí", "Tổ chức thực hiện"],
    "cau-giao-viec.txt": ["Mục tiêu chung", "Nhiệm vụ", "Tổ chức thực hiện"],
    "ba-cap-so.txt": ["Mục đích, yêu cầu", "Chỉ tiêu", "Nhiệm vụ", "Tổ chức thực hiện"],
    "bang-markdown.md": ["Mục tiêu", "Phân công nhiệm vụ", "Kinh phí"],
    "cot-cach-tab.txt": ["Mục tiêu", "Phân công", "Kinh phí"],
    "bang-don-vi-truoc.txt": ["Mục đích", "Phân công thực hiện", "Tổ chức thực hiện"],
    "tinh-nhieu-kieu.txt": ["Mục tiêu đến năm 2028", "Nội dung thực hiện", "Tổ chức thực hiện"],
}


def _called(task: dict[str, Any]) -> str:
    return str(task.get("ten") or task["noi_dung"][0])


@pytest.mark.parametrize("name", TASKS)
def test_tasks(name: str) -> None:
    read = [
        (
            _called(task),
            task.get("chu_tri", []),
            task.get("phoi_hop", []),
            task.get("thoi_han"),
            task.get("san_pham"),
        )
        for task in found(brought_in(name), "nhiem_vu")
    ]
    assert read == TASKS[name]


@pytest.mark.parametrize("name", TARGETS)
def test_targets(name: str) -> None:
    read = [
        (target.get("muc_dat"), target.get("han")) for target in found(brought_in(name), "chi_tieu")
    ]
    assert read == TARGETS[name]


@pytest.mark.parametrize("name", SECTIONS)
def test_sections(name: str) -> None:
    assert [one.get("de_muc") for one in brought_in(name)["noi_dung"]] == SECTIONS[name]


def test_a_list_of_duties_stays_a_list() -> None:
    """Duties as dashes are the unit's work in general, not tasks of the plan."""
    duties = brought_in("tinh-nhieu-kieu.txt")["noi_dung"][-1]["muc"][0]
    assert duties["don_vi"] == ["Sở Nông nghiệp và Môi trường"]
    assert len(duties["doan"][0]) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Công tác chủ trì xây dựng nông thôn mới được giao cho xã từ năm trước.",
        "Đồng chí Chủ tịch chủ trì cuộc họp giao ban hằng tuần.",
        "Giao Phòng Kinh tế chủ trì.",
        "Hội nghị do Ủy ban nhân dân xã chủ trì thực hiện vào tháng 6.",
    ],
)
def test_a_sentence_about_leading_gives_no_task(sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n{sentence}\n", encoding="utf-8")
    draft = plain(recognise(read_source(file, "a.txt")).draft)
    assert list(found(draft, "nhiem_vu")) == []
    assert draft["noi_dung"][0]["doan"] == [sentence]
