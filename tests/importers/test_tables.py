"""Tables of tasks and targets: headings, merged cells, groups, pages, and nothing lost."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.importers.blocks import Cell, Line, Origin, Table
from kehoach.importers.codes import code
from kehoach.importers.context import Context
from kehoach.importers.draft import Sureness, pieces, plain
from kehoach.importers.keywords import Keywords
from kehoach.importers.numbers import drop_counted
from kehoach.importers.restoring import Restorer
from kehoach.importers.tables.columns import Role, role_of
from kehoach.importers.tables.reading import TableResult, table_sections
from kehoach.language.fold import compose
from kehoach.model.library import Library

Spec = str | tuple[str, int, int] | None


def table(*rows: list[Spec], page: int = 1, broken: bool = False, bold: str = "") -> Table:
    """Build a table; a cell is a text or (text, columns, rows), None where one reaches down."""
    built = []
    for number, row in enumerate(rows, 1):
        cells = []
        column = 0
        for spec in row:
            text, columns, span = spec if isinstance(spec, tuple) else (spec, 1, 1)
            if text is not None:
                lines = tuple(
                    Line(part, Origin("bang.docx", page, number), broken=broken, bold=part == bold)
                    for part in text.split("\n")
                )
                cells.append(Cell(lines, column, columns, span))
            column += columns
        built.append(tuple(cells))
    return Table(tuple(built))


def sections(*parts: Table) -> Any:
    return by_order(table_sections(parts).sections)


def by_order(nodes: list[dict[str, Any]]) -> Any:
    """Return *nodes* of an annex as plain values, without the numbers that they have by order."""
    context = Context(Keywords(tolerant=False), Restorer(needed=False, library=Library(FilePath())))
    drop_counted({"phu_luc": [{"muc": nodes}]}, context)
    return plain(nodes)


def tasks(nodes: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for node in nodes:
        found.extend(node.get("nhiem_vu", []))
        found.extend(tasks(node.get("muc", [])))
    return found


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("STT", Role.NUMBER),
        ("Số TT", Role.NUMBER),
        ("Tên nhiệm vụ", Role.TASK),
        ("Nội dung (công việc)", Role.TASK),
        ("Nhiệm vụ, giải pháp", Role.TASK),
        ("Cơ quan chủ trì", Role.LEAD),
        ("Đơn vị chủ trì thực hiện", Role.LEAD),
        ("Đơn vị thực hiện", Role.LEAD),
        ("Cơ quan, đơn vị phối hợp", Role.SUPPORT),
        ("Cơ quan chủ trì, phối hợp", Role.LEAD_AND_SUPPORT),
        ("Sản phẩm đầu ra", Role.RESULT),
        ("Yêu cầu kết quả đạt được", Role.RESULT),
        ("Sản phẩm/kết quả", Role.RESULT),
        ("Kết quả thực hiện", Role.RESULT),
        ("Thời gian thực hiện/hoàn thành", Role.DEADLINE),
        ("Tiến độ", Role.DEADLINE),
        ("Thời gian hoàn thành (dự kiến)", Role.DEADLINE),
        ("Ghi chú", Role.REMARK),
        ("Mục tiêu", Role.TARGET),
        ("Tên chỉ tiêu", Role.TARGET),
        ("Chỉ tiêu năm 2025", Role.FIGURE),
        ("Đơn vị tính", Role.UNIT),
        ("Kinh phí", Role.OTHER),
        ("Căn cứ pháp lý", Role.OTHER),
        ("", Role.OTHER),
    ],
)
def test_headings_say_what_a_column_holds(label: str, role: Role) -> None:
    assert role_of(label) is role


def test_columns_in_any_order_with_a_header_of_two_rows() -> None:
    result = table_sections(
        [
            table(
                [
                    ("STT", 1, 2),
                    ("Hạn", 1, 2),
                    ("Công việc", 1, 2),
                    ("Phân công thực hiện", 2, 1),
                    ("Kinh phí", 1, 2),
                ],
                [None, None, None, "Phối hợp", "Chủ trì", None],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                ["1", "30/9/2025", "Lập danh mục", "Công an xã và Trạm Y tế", "Phòng Kinh tế", ""],
                ["2", "", "Tập huấn", "", "Trung tâm Phục vụ hành chính công", "5 triệu đồng"],
            )
        ]
    )
    assert by_order(result.sections) == [
        {
            "nhiem_vu": [
                {
                    "ma": "lap-danh-muc",
                    "ten": "Lập danh mục",
                    "chu_tri": ["Phòng Kinh tế"],
                    "phoi_hop": ["Công an xã", "Trạm Y tế"],
                    "thoi_han": "30/9/2025",
                },
                {
                    "ma": "tap-huan",
                    "ten": "Tập huấn",
                    "chu_tri": ["Trung tâm Phục vụ hành chính công"],
                    "ghi_chu": "Kinh phí: 5 triệu đồng",
                },
            ]
        }
    ]
    assert ("(4)", "số thứ tự của cột") in {(one.text, one.reason) for one in result.left_out}
    assert ("và", "chữ nối các đơn vị trong danh sách") in {
        (one.text, one.reason) for one in result.left_out
    }


HEAD: list[Spec] = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"]


def test_a_lead_that_covers_rows_belongs_to_all_of_them() -> None:
    found = tasks(
        sections(
            table(
                HEAD,
                ["1", "Đo đạc", "Bản đồ", ("Phòng Kinh tế", 1, 3), "Quý I"],
                ["2", "Cắm mốc", "", None, "Quý II"],
                ["3", "Bàn giao", "Biên bản", None, ("Năm 2026", 1, 2)],
                ["4", "Lưu trữ", "", "Văn phòng HĐND và UBND", None],
            )
        )
    )
    assert [task["chu_tri"] for task in found] == [["Phòng Kinh tế"]] * 3 + [
        ["Văn phòng HĐND và UBND"]
    ]
    assert [task["thoi_han"] for task in found] == ["Quý I", "Quý II", "Năm 2026", "Năm 2026"]


def test_a_name_that_covers_rows_is_one_task_to_be_looked_at() -> None:
    result = table_sections(
        [
            table(
                HEAD,
                [("1", 1, 2), ("Dựng kho", 1, 2), "Kho phía bắc", "Phòng Kinh tế", "Quý I"],
                [None, None, "Kho phía nam", "Công an xã", "Quý II"],
            )
        ]
    )
    (task,) = tasks(plain(result.sections))
    assert task["san_pham"] == "Kho phía bắc; Kho phía nam"
    assert task["chu_tri"] == ["Phòng Kinh tế", "Công an xã"]
    assert {piece.sure for path, piece in pieces(result.sections) if "ten" in path} == {
        Sureness.CHECK
    }
    assert result.notes == ["1 dòng của bảng không tách được chắc chắn, cần xem lại."]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [
                ["I", ("Hạ tầng", 4, 1)],
                ["1", "Kéo cáp", "", "Phòng Kinh tế", "Quý I"],
                ["2", "Dựng trạm", "", "Phòng Kinh tế", "Quý I"],
                ["II", ("Nhân lực", 4, 1)],
                ["3", "Mở lớp", "", "Phòng Kinh tế", "Quý I"],
            ],
            [("I", "Hạ tầng", ["1", "2"]), ("II", "Nhân lực", ["3"])],
            id="Roman groups, rows counted through",
        ),
        pytest.param(
            [
                ["1", "Hạ tầng", "", "", ""],
                ["1.1", "Kéo cáp", "", "Phòng Kinh tế", "Quý I"],
                ["1.2", "Dựng trạm", "", "", ""],
                ["2", "Nhân lực", "", "", ""],
                ["2.1", "Mở lớp", "", "Phòng Kinh tế", "Quý I"],
                ["2.1", "Thi", "", "Phòng Kinh tế", "Quý I"],
            ],
            [(None, "Hạ tầng", [None, None]), (None, "Nhân lực", [None, "2.1"])],
            id="numbers by order are not kept, a number given twice is",
        ),
        pytest.param(
            [
                [("A. Hạ tầng", 5, 1)],
                ["1", "Kéo cáp", "", "Phòng Kinh tế", "Quý I"],
                [("B. Nhân lực", 5, 1)],
                ["1", "Mở lớp", "", "Phòng Kinh tế", "Quý I"],
            ],
            [("A", "Hạ tầng", ["1"]), ("B", "Nhân lực", ["1"])],
            id="the number stands in the merged cell",
        ),
        pytest.param(
            [
                ["1", "Hạ tầng", "", "", ""],
                ["1", "Kéo cáp", "", "Phòng Kinh tế", "Quý I"],
                ["2", "Nhân lực", "", "", ""],
                ["1", "Mở lớp", "", "Phòng Kinh tế", "Quý I"],
            ],
            [(None, "Hạ tầng", ["1"]), (None, "Nhân lực", ["1"])],
            id="rows counted anew in each group",
        ),
        pytest.param(
            [
                ["1", "Kéo cáp", "", "Phòng Kinh tế", "Quý I"],
                ["2", "Dựng trạm", "", "", ""],
                ["3", "Mở lớp", "", "Phòng Kinh tế", "Quý I"],
            ],
            [(None, None, [None, None, None])],
            id="a task of which nothing is said is no group",
        ),
        pytest.param(
            [
                ["1", "Hạ tầng", "", "", ""],
                ["1.1", "Kéo cáp", "", "Phòng Kinh tế", "Quý I"],
                ["2", "Tổng kết", "Báo cáo", "Phòng Kinh tế", "Quý I"],
            ],
            [(None, "Hạ tầng", [None]), (None, None, [None])],
            id="a task beside groups",
        ),
    ],
)
def test_groups(rows: list[list[Spec]], expected: list[tuple[Any, Any, Any]]) -> None:
    found = sections(table(HEAD, *rows))
    assert [
        (node.get("so_muc"), node.get("de_muc"), [task.get("so_muc") for task in node["nhiem_vu"]])
        for node in found
    ] == expected


def test_groups_in_groups() -> None:
    (outer,) = sections(
        table(
            HEAD,
            ["I", ("Chính quyền số", 4, 1)],
            ["1", ("Dữ liệu", 4, 1)],
            ["1.1", "Làm sạch", "", "Công an xã", "Quý I"],
            ["2", ("Dịch vụ", 4, 1)],
            ["2.1", "Số hóa", "", "Công an xã", "Quý I"],
        )
    )
    assert [node["de_muc"] for node in outer["muc"]] == ["Dữ liệu", "Dịch vụ"]
    assert [len(node["nhiem_vu"]) for node in outer["muc"]] == [1, 1]


def test_tasks_in_tasks_and_what_a_cell_says_below_the_name() -> None:
    (first, second) = tasks(
        sections(
            table(
                HEAD,
                ["1", "Cấp chữ ký số\nLàm hai đợt:\n- Đợt đầu\n- Đợt sau", "", "Công an xã", ""],
                ["2", "Dọn kho", "", "Trạm Y tế", "Quý I"],
                ["a)", "Kiểm đếm", "", "Trạm Y tế", "Quý I"],
            )
        )
    )
    assert first["noi_dung"] == ["Làm hai đợt:", ["Đợt đầu", "Đợt sau"]]
    assert [(task["so_muc"], task["ten"]) for task in second["nhiem_vu"]] == [("a", "Kiểm đếm")]


def test_a_table_goes_on_over_pages() -> None:
    result = table_sections(
        [
            table(HEAD, ["1", "Phủ sóng", "Trạm", "Trung tâm Phục vụ", "Trước ngày"], broken=True),
            table(HEAD, ["", "di động", "phát", "hành chính công", "20/12/2025"], page=2),
            table(["2", "Vá mạng", "", "Công an xã", "Quý I"], page=3),
        ]
    )
    first, second = tasks(by_order(result.sections))
    assert first == {
        "ma": "phu-song-di-dong",
        "ten": "Phủ sóng di động",
        "chu_tri": ["Trung tâm Phục vụ hành chính công"],
        "thoi_han": "Trước ngày 20/12/2025",
        "san_pham": "Trạm phát",
    }
    assert second["ten"] == "Vá mạng"
    repeated = [one for one in result.left_out if "lặp lại" in one.reason]
    assert [(one.text, one.origin.page) for one in repeated] == [(label, 2) for label in HEAD]
    name = result.sections[0]["nhiem_vu"][0]["ten"]
    assert [origin.page for origin in name.origins] == [1, 2]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [
                ["TT", "Chỉ tiêu", "Đơn vị tính", "Chỉ tiêu năm 2025", "Ghi chú"],
                ["1", "Hồ sơ trực tuyến", "%", "80", ""],
                ["2", "Mở lớp", "lớp", "05", "miễn phí"],
            ],
            [
                {"muc_dat": "80%", "han": "năm 2025"},
                {"muc_dat": "05 lớp", "han": "năm 2025", "ghi_chu": "miễn phí"},
            ],
            id="unit and figure",
        ),
        pytest.param(
            [
                ["TT", "Nội dung chỉ tiêu", "Mức đạt", "Thời hạn", "Đơn vị chủ trì"],
                ["1", "Hồ sơ trực tuyến", "tối thiểu 80%", "Quý IV/2025", "Công an xã"],
            ],
            [{"muc_dat": "tối thiểu 80%", "han": "Quý IV/2025", "chu_tri": ["Công an xã"]}],
            id="figure with its unit",
        ),
    ],
)
def test_targets(rows: list[list[Spec]], expected: list[dict[str, Any]]) -> None:
    (node,) = sections(table(*rows))
    known = {"ma", "so_muc", "noi_dung"}
    assert [
        {key: value for key, value in target.items() if key not in known}
        for target in node["chi_tieu"]
    ] == expected


@pytest.mark.parametrize(
    ("cell", "lead", "support"),
    [
        ("Chủ trì: Công an xã; Phối hợp: các thôn", ["Công an xã"], ["các thôn"]),
        ("Phối hợp: Trạm Y tế\nChủ trì: Phòng Kinh tế", ["Phòng Kinh tế"], ["Trạm Y tế"]),
        ("Công an xã", ["Công an xã"], None),
    ],
)
def test_lead_and_support_in_one_cell(
    cell: str, lead: list[str], support: list[str] | None
) -> None:
    (task,) = tasks(
        sections(table(["TT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp"], ["1", "Họp", cell]))
    )
    assert (task["chu_tri"], task.get("phoi_hop")) == (lead, support)


@pytest.mark.parametrize("broken", [True, False], ids=["broken lines", "paragraphs"])
def test_units_below_one_another(broken: bool) -> None:  # noqa: FBT001  (a case)
    cell = "Phòng VH-XH\nTrung tâm Phục\nvụ hành chính công\nCông an xã"
    (task,) = tasks(sections(table(HEAD, ["1", "Họp", "", cell, ""], broken=broken)))
    assert task["chu_tri"] == ["Phòng VH-XH", "Trung tâm Phục vụ hành chính công", "Công an xã"]


def test_a_table_without_a_header_is_guessed_and_said_so() -> None:
    result = table_sections(
        [
            table(
                ["1", "Soạn quy chế làm việc", "Phòng Kinh tế", "Tháng 9/2025"],
                ["2", "Lập hồ sơ cấp độ", "Công an xã", "Quý IV/2025"],
            )
        ]
    )
    assert [(task["chu_tri"], task["thoi_han"]) for task in tasks(plain(result.sections))] == [
        (["Phòng Kinh tế"], "Tháng 9/2025"),
        (["Công an xã"], "Quý IV/2025"),
    ]
    assert "không có tiêu đề cột" in result.notes[0]


def test_another_kind_of_table_is_kept_as_text() -> None:
    result = table_sections([table(["Thôn", "Số hộ"], ["Thôn Một", "120"])])
    assert plain(result.sections) == [{"doan": ["Thôn | Số hộ", "Thôn Một | 120"]}]
    assert {piece.sure for _, piece in pieces(result.sections)} == {Sureness.CHECK}


def test_prose_between_rows_and_a_remark_beside_a_group() -> None:
    group, second = sections(
        table(
            ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Ghi chú"],
            ["1", ("Hạ tầng", 3, 1), "làm trước"],
            ["", ("Hai việc dưới đây làm cùng lúc.", 4, 1)],
            ["1.1", "Kéo cáp", "Phòng Kinh tế", "Quý I", ""],
            ["2", ("Nhân lực", 4, 1)],
            ["2.1", "Mở lớp", "Phòng Kinh tế", "Quý I", ""],
        )
    )
    assert group["ghi_chu"] == "làm trước"
    assert group["doan"] == ["Hai việc dưới đây làm cùng lúc."]
    assert second["de_muc"] == "Nhân lực"


def test_prose_between_rows_goes_on_in_a_column_that_says_nothing_known() -> None:
    (node,) = sections(
        table(
            ["TT", "Nhiệm vụ", "Chủ trì", "Kinh phí"],
            ["", ("Hai việc dưới đây làm cùng lúc.", 3, 1)],
            ["", "", "", "chưa bố trí"],
            ["1", "Kéo cáp", "Phòng Kinh tế", ""],
        )
    )
    assert node["doan"] == ["Hai việc dưới đây làm cùng lúc.", "chưa bố trí"]
    assert [task["ten"] for task in node["nhiem_vu"]] == ["Kéo cáp"]


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("7" * 5000, id="a number that no number can hold"),
        pytest.param("\n".join(["- họp"] * 10_000), id="dashes"),
        pytest.param("\n".join(["Phòng Kinh tế"] * 10_000), id="units"),
    ],
)
def test_odd_cells_are_read_to_the_end(cell: str) -> None:
    parts = [table(HEAD, [cell, "a", "b"], ["1", *[cell] * 4])]
    assert not Counter(words_in(parts)) - Counter(words_out(table_sections(parts)))


# Codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công khai danh mục thủ tục hành chính", "cong-khai-danh-muc-thu"),
        ("Đề án 06", "de-an-06"),
        ("…", "muc"),
        ("a" * 60, "a" * 40),
        ("Hoàn thiện cơ sở dữ liệu", "hoan-thien-co-so-du"),
    ],
)
def test_codes(text: str, expected: str) -> None:
    assert code(text, set()) == expected


@given(st.lists(st.text(max_size=80), max_size=20))
def test_codes_fit_the_schema_and_are_unique(texts: list[str]) -> None:
    taken: set[str] = set()
    codes = [code(text, taken) for text in texts]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) and len(one) <= 80 for one in codes)


# Nothing lost, nothing invented

_SAMPLES = """Phòng Kinh tế Công an xã và Tháng 9/2025 Thường xuyên I II 1 1.1 a) - + Nhiệm vụ
    Chủ trì Phối hợp Sản phẩm TT Ghi chú 80% Kế hoạch của; trì: HỌP (1) (2) %"""
_WORDS = st.sampled_from(_SAMPLES.split())
_TEXT = st.lists(_WORDS, max_size=6).map(" ".join) | st.text(max_size=12)


@st.composite
def any_table(draw: st.DrawFn) -> Table:
    rows = []
    header = draw(st.booleans())
    spans = draw(st.booleans())
    for number in range(draw(st.integers(0, 6))):
        cells = []
        column = 0
        labels = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", draw(_TEXT)]
        for place in range(draw(st.integers(0, 5))):
            text = labels[place] if header and number == 0 else draw(_TEXT)
            columns = draw(st.integers(0, 4)) if spans else 1
            reach = draw(st.integers(0, 3)) if spans else 1
            lines = tuple(
                Line(
                    part,
                    Origin("bang", 1, number + 1),
                    number=draw(st.sampled_from(["", "", "1.", "-"])),
                    bold=draw(st.booleans()),
                    broken=draw(st.booleans()),
                )
                for part in text.split("; ")
            )
            cells.append(Cell(lines, column, columns, reach))
            column += max(1, columns) if draw(st.integers(0, 9)) else draw(st.integers(0, 3))
        rows.append(tuple(cells))
    return Table(tuple(rows))


_WORD = re.compile(r"\w+")


def words_in(parts: list[Table]) -> Iterator[str]:
    for part in parts:
        for row in part.rows:
            for cell in row:
                for line in cell.lines:
                    yield from _WORD.findall(compose(f"{line.number} {line.text}"))


def words_out(result: TableResult) -> Iterator[str]:
    for path, piece in pieces(result.sections):
        if path[-1] != "ma":
            yield from _WORD.findall(str(piece.text))
    for one in result.left_out:
        yield from _WORD.findall(one.text)


@settings(max_examples=300, deadline=None)
@given(st.lists(any_table(), min_size=1, max_size=3))
def test_no_table_raises_or_loses_a_word(parts: list[Table]) -> None:
    result = table_sections(parts)
    # Numbers that are those by order are not kept: they are read off the order again.
    lost = Counter(words_in(parts)) - Counter(words_out(result))
    rows = sum(len(part.rows) for part in parts)
    assert {word for word in lost if not word.isdecimal() or int(word) > rows} == set()
    assert set(words_out(result)) <= set(words_in(parts)) | {"Đơn", "vị", "tính"}


_PLAIN = st.lists(st.sampled_from(["họp", "dân", "làm", "đường", "đo", "đất"]), max_size=4)


@given(st.lists(st.tuples(*[_PLAIN.map(" ".join)] * 5), max_size=8))
def test_words_stand_in_the_order_of_the_table(rows: list[tuple[str, ...]]) -> None:
    numbered: list[list[Spec]] = [[str(i), *row] for i, row in enumerate(rows, 1) if any(row)]
    head: list[Spec] = ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"]
    result = table_sections([table(head, *[[*row] for row in numbered])])
    said = [
        word
        for path, piece in pieces(result.sections)
        if path[-1] not in {"ma", "so_muc"}
        for word in _WORD.findall(str(piece.text))
    ]
    expected = [word for row in numbered for cell in row[1:] for word in _WORD.findall(str(cell))]
    assert Counter(said) == Counter(expected)
    named = [row for row in numbered if all(row)]
    if len(named) == len(numbered):
        assert said == expected


def test_items_called_the_same_are_counted() -> None:
    taken = {"hop-dan-3"}
    codes = [code("Họp dân", taken) for _ in range(2000)]
    assert codes[:2] == ["hop-dan", "hop-dan-2"]
    assert len(set(codes)) == 2000
    assert "hop-dan-3" not in codes
    assert max(int(one.split("-")[2]) for one in codes[1:]) == 2001
