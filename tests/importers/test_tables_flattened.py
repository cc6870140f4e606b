"""Tables flattened to text: rows and cells told apart again, nothing lost."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.importers.blocks import Line, Origin
from kehoach.importers.draft import Sureness, pieces, plain
from kehoach.importers.tables.flattened.header import find_header
from kehoach.importers.tables.reading import TableResult, table_sections
from kehoach.language.fold import fold
from kehoach.model.outline import numbers
from kehoach.model.plan import Section, Task
from kehoach.model.reading import read_plan
from kehoach.source.tree import load

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
_WORD = re.compile(r"\w+")


def lines(text: str, page: int = 1) -> list[Line]:
    return [
        Line(line.strip(), Origin("ke-hoach.pdf", page, number), broken=True)
        for number, line in enumerate(text.strip().splitlines(), 1)
    ]


def read(text: str) -> tuple[Any, TableResult]:
    result = table_sections([lines(text)])
    return plain(result.sections), result


# Another order of columns, groups in Roman figures, cells that share lines, a page that ends.
BY_UNIT = """
Danh mục nhiệm vụ
STT
Nội dung công việc
Cơ quan, đơn vị
chủ trì
Đơn vị phối hợp
Thời hạn
hoàn thành
Sản phẩm dự
kiến
I Dữ liệu
1
Làm sạch dữ liệu dân cư, đối chiếu với sổ hộ khẩu
giấy đang lưu ở các thôn
Công an xã Các thôn 30/11/2025
Báo cáo kết quả
đối chiếu
2
Đưa sổ địa chính lên máy, gắn mã cho từng thửa đất
trong toàn xã
Phòng Kinh tế
Chi nhánh Văn
phòng Đăng ký đất
đai
Quý IV/2025
3 Số hóa hồ sơ còn hiệu lực
Trung tâm Phục vụ
hành chính công
Văn phòng HĐND
và UBND; Phòng
Văn hóa - Xã hội
Thường xuyên
100% hồ sơ có
bản điện tử
7
STT
Nội dung công việc
Cơ quan, đơn vị
chủ trì
Đơn vị phối hợp
Thời hạn
hoàn thành
Sản phẩm dự
kiến
II Nhân lực
4
Mở lớp kỹ năng số cho người cao tuổi, mỗi thôn ít
nhất một lớp trong tháng
Tổ công nghệ số
cộng đồng
Đoàn Thanh niên xã
Trước ngày
20/12/2025
Sổ theo dõi lớp
học
"""


def test_columns_in_another_order_with_roman_groups() -> None:
    nodes, result = read(BY_UNIT)
    assert nodes == [
        {"doan": ["Danh mục nhiệm vụ"]},
        {
            "de_muc": "Dữ liệu",
            "so_muc": "I",
            "nhiem_vu": [
                {
                    "ma": "lam-sach-du-lieu-dan",
                    "so_muc": "1",
                    "ten": "Làm sạch dữ liệu dân cư, đối chiếu với sổ hộ khẩu giấy đang lưu "
                    "ở các thôn",
                    "chu_tri": ["Công an xã"],
                    "phoi_hop": ["Các thôn"],
                    "thoi_han": "30/11/2025",
                    "san_pham": "Báo cáo kết quả đối chiếu",
                },
                {
                    "ma": "dua-so-dia-chinh-len",
                    "so_muc": "2",
                    "ten": "Đưa sổ địa chính lên máy, gắn mã cho từng thửa đất trong toàn xã",
                    "chu_tri": ["Phòng Kinh tế"],
                    "phoi_hop": ["Chi nhánh Văn phòng Đăng ký đất đai"],
                    "thoi_han": "Quý IV/2025",
                },
                {
                    "ma": "so-hoa-ho-so-con",
                    "so_muc": "3",
                    "ten": "Số hóa hồ sơ còn hiệu lực",
                    "chu_tri": ["Trung tâm Phục vụ hành chính công"],
                    "phoi_hop": ["Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội"],
                    "thoi_han": "Thường xuyên",
                    "san_pham": "100% hồ sơ có bản điện tử",
                },
            ],
        },
        {
            "de_muc": "Nhân lực",
            "so_muc": "II",
            "nhiem_vu": [
                {
                    "ma": "mo-lop-ky-nang-so",
                    "so_muc": "4",
                    "ten": "Mở lớp kỹ năng số cho người cao tuổi, mỗi thôn ít nhất một lớp "
                    "trong tháng",
                    "chu_tri": ["Tổ công nghệ số cộng đồng"],
                    "phoi_hop": ["Đoàn Thanh niên xã"],
                    "thoi_han": "Trước ngày 20/12/2025",
                    "san_pham": "Sổ theo dõi lớp học",
                }
            ],
        },
    ]
    reasons = Counter(one.reason for one in result.left_out)
    assert reasons == {
        "tiêu đề cột của bảng": 9,
        "tiêu đề cột lặp lại ở đầu trang": 9,
        "số trang": 1,
    }


# The deadline first, no cooperation, rows without groups, one goes on over the page.
BY_DATE = """
TT Tiến độ Nhiệm vụ
Đơn vị thực
hiện
Kết quả
1 Tháng 8/2025
Rà soát máy tính, đường truyền tại các phòng,
lập danh sách thiết bị phải thay
Văn phòng
HĐND&UBND
Danh sách thiết bị
2
Hằng tuần, báo
cáo trước thứ
Sáu
Theo dõi số lượt nộp hồ sơ qua mạng của từng
STT 2 của sổ trực
Trung tâm Phục
vụ HCC
Số liệu từng tuần
3 Quý I/2026
Chấm điểm mức độ chuyển đổi số của các thôn
theo bộ tiêu chí đã có
Phòng VH-XH,
các thôn
Bảng điểm
"""


def test_a_deadline_before_the_name() -> None:
    nodes, _ = read(BY_DATE)
    (node,) = nodes
    assert [task["thoi_han"] for task in node["nhiem_vu"]] == [
        "Tháng 8/2025",
        "Hằng tuần, báo cáo trước thứ Sáu",
        "Quý I/2026",
    ]
    assert [task["chu_tri"] for task in node["nhiem_vu"]] == [
        ["Văn phòng HĐND&UBND"],
        ["Trung tâm Phục vụ HCC"],
        ["Phòng VH-XH", "các thôn"],
    ]
    assert [task["san_pham"] for task in node["nhiem_vu"]] == [
        "Danh sách thiết bị",
        "Số liệu từng tuần",
        "Bảng điểm",
    ]
    assert [task["so_muc"] for task in node["nhiem_vu"]] == ["1", "2", "3"]


def test_prose_has_no_header() -> None:
    text = """
    Nhiệm vụ của xã trong năm nay là
    1. Rà soát văn bản
    2. Phối hợp với Công an xã
    """
    assert find_header(lines(text)) is None
    nodes, result = read(text)
    assert [len(node["doan"]) for node in nodes] == [3]
    assert {piece.sure for _, piece in pieces(result.sections)} == {Sureness.CHECK}


def test_a_row_that_is_not_understood_keeps_all_its_words() -> None:
    head = "TT Nhiệm vụ\nĐơn vị chủ trì\nThời hạn\n"
    many = "\n".join(f"dòng chữ thứ {number}" for number in range(200))
    nodes, result = read(f"{head}1\n{many}\n")
    (task,) = nodes[0]["nhiem_vu"]
    assert task["ten"].count("dòng chữ thứ") == 200
    assert result.notes == ["1 dòng của bảng không tách được chắc chắn, cần xem lại."]


# The published annex


def published() -> list[Line]:
    text = (SOURCES / "nghia-hanh.txt").read_text(encoding="utf-8")
    found = [
        Line(" ".join(line.split()), Origin("nghia-hanh.txt", 0, number), broken=True)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    start = next(i for i, line in enumerate(found) if line.text.startswith("Phụ lục 1"))
    return found[start:]


needs_sources = pytest.mark.skipif(not SOURCES.is_dir(), reason="the published texts are not here")


def annex_of_plan() -> tuple[list[Section], dict[Any, str]]:
    plan = read_plan(load(ROOT / "plans" / "nghia-hanh.yaml"))
    return list(plan.annexes[0].sections), numbers(plan)


def tasks_of(sections: list[Section]) -> list[Task]:
    return [task for section in sections for task in section.tasks]


def keyed(values: Any) -> Counter[str]:
    texts = [values] if isinstance(values, str) else list(values or ())
    return Counter(" ".join(_WORD.findall(fold(text))) for text in texts if text)


@needs_sources
@pytest.mark.parametrize(
    ("key", "attribute"),
    [("chu_tri", "leads"), ("phoi_hop", "cooperating"), ("thoi_han", "deadline")],
)
def test_the_published_annex_is_read(key: str, attribute: str) -> None:
    sections, _ = annex_of_plan()
    wanted = tasks_of(sections)
    nodes = plain(table_sections([published()]).sections)
    found = [task for node in nodes for task in node.get("nhiem_vu", [])]
    assert len(found) == len(wanted) == 28
    right = said = expected = 0
    for task, other in zip(found, wanted, strict=True):
        got, want = keyed(task.get(key)), keyed(getattr(other, attribute))
        right += (got & want).total()
        said += got.total()
        expected += want.total()
    assert right / said >= 0.95
    assert right / expected >= 0.95


@needs_sources
def test_names_and_deliverables_of_the_published_annex_begin_and_end_where_they_do() -> None:
    """The plan words names anew, so what is compared is how each begins and ends in the source."""
    nodes = plain(table_sections([published()]).sections)
    found = {task["ma"]: task for node in nodes for task in node.get("nhiem_vu", [])}
    assert all("ten" in task for task in found.values())
    ends = {" ".join(task["ten"].split()[-2:]) for task in found.values()}
    assert {"Hành", "BCĐ", "VNeID,"}.isdisjoint(ends)
    without = [task["ten"] for task in found.values() if "san_pham" not in task]
    assert len(without) == 1
    assert without[0].startswith("Ban hành quy chế vận hành")
    long = max(found.values(), key=lambda task: len(task.get("san_pham", "")))
    assert long["san_pham"].endswith("Tỷ lệ CBCC sử dụng hộp thư điện tử")


@needs_sources
def test_groups_and_numbers_of_the_published_annex() -> None:
    sections, marks = annex_of_plan()
    nodes = plain(table_sections([published()]).sections)[1:]
    assert [node.get("de_muc") for node in nodes] == [
        section.heading or None for section in sections
    ]
    kept = [task["so_muc"] for node in nodes for task in node["nhiem_vu"]]
    assert kept[:3] == ["1.1", "1.2", "1.3"]
    # The source has 8.4 twice.
    assert kept[-3:] == ["8.4", "8.4", "9"]
    assert [marks[task.path] for task in tasks_of(sections)][-2:] == ["8.4", "9"]


@needs_sources
def test_no_word_of_the_published_annex_is_lost_or_added() -> None:
    source = published()
    result = table_sections([source])
    said = [
        word
        for path, piece in pieces(result.sections)
        if path[-1] != "ma"
        for word in _WORD.findall(str(piece.text))
    ]
    said += [word for one in result.left_out for word in _WORD.findall(one.text)]
    lost = Counter(word for line in source for word in _WORD.findall(line.text)) - Counter(said)
    assert lost == Counter()
    assert Counter(said) - Counter(w for line in source for w in _WORD.findall(line.text)) == {}


# Anything


_TEXTS = st.sampled_from(
    [
        "1", "2", "1.1", "I", "II Dữ liệu", "7", "Phòng Kinh tế", "Công an", "xã;", "Thường xuyên",
        "Quý IV/2025", "và các thôn", "Lập sổ", "TT Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "",
        "Kế hoạch số 02-", "KH/ĐU", "100%", "2025-10-01T09:37:37+0700", "3 Họp dân Công an xã",
    ]
)  # fmt: skip
_HEADS = st.sampled_from(
    [
        [],
        ["TT Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "1"],
        ["STT", "Công việc", "Kinh phí", "Phối hợp", "Chủ trì Sản phẩm", "1 Họp"],
    ]
)


@settings(max_examples=200, deadline=None)
@given(_HEADS, st.lists(_TEXTS | st.text(max_size=10), max_size=30))
def test_no_lines_raise_or_lose_a_word(head: list[str], texts: list[str]) -> None:
    given_lines = [
        Line(text, Origin("tep", 1, number), broken=True)
        for number, text in enumerate([*head, *texts], 1)
    ]
    result = table_sections([given_lines])
    said = " ".join(
        [str(piece.text) for path, piece in pieces(result.sections) if path[-1] != "ma"]
        + [one.text for one in result.left_out]
    )
    letters = Counter(
        letter for line in given_lines for letter in "".join(_WORD.findall(line.text))
    )
    lost = letters - Counter("".join(_WORD.findall(said)))
    assert {letter for letter in lost if not letter.isdecimal()} == set()


@pytest.mark.parametrize(
    "row",
    [
        "Phòng Kinh tế\n" * 119,
        "Thường xuyên Công an xã " * 2000,
        "1\n" * 3000,
        "TT Nhiệm vụ\n" * 900,
    ],
    ids=["units", "one line", "numbers", "headers"],
)
def test_hostile_lines_are_read_to_the_end(row: str) -> None:
    read(f"TT Nhiệm vụ\nĐơn vị chủ trì\nPhối hợp\nThời hạn\nSản phẩm\n1\n{row}")
