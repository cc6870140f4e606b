"""A plan exported, edited in the workbook and brought back: only what was edited changes."""

import datetime as dt
import difflib
import zipfile
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # no types
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.cli.files import expand
from kehoach.importers.into import IntoResult, import_into
from kehoach.importers.plan_sheet import SHEETS, cell_text, cell_value, normalize_cell, plan_rows
from kehoach.model.reading import read_plan
from kehoach.output.plan_xlsx import plan_xlsx
from kehoach.source.place import SourceError
from kehoach.source.splice import write_back
from kehoach.source.tree import load, parse
from kehoach.source.writing import write_yaml

PLANS = FilePath(__file__).parents[2] / "plans"

PLAN = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã A, tinh: tỉnh B}
van_ban:
  the_thuc: nd30
  trang_thai: du_thao
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân xã A
  ky_hieu: KH-UBND
  dia_danh: A
  trich_yeu: Chuyển đổi số
noi_dung:
  - de_muc: Mục tiêu
    chi_tieu:
      # chỉ tiêu đầu
      - ma: ho-so
        noi_dung: Hồ sơ trực tuyến
        muc_dat: tối thiểu 80%  # theo khung
        han: 31/12/2025
  - de_muc: Nhiệm vụ
    muc:
      - de_muc: Về thể chế
        nhiem_vu:
          - ma: mot
            ten: Việc một  # tên cũ
            noi_dung: [Đoạn., [gạch]]
            # ai làm
            chu_tri: [Công an xã]
            thoi_han: "2025"
            san_pham: Kế hoạch
          - ma: hai
            ten: Việc hai
            chu_tri: [Phòng Kinh tế]
            nhiem_vu:
              - ma: hai-a
                ten: Việc con
          - ma: ba
            ten: Việc ba
      - de_muc: Về hạ tầng
        doan: Chưa có việc nào.
chap_nhan:
  - {ma: KH601, tai: noi_dung/1/muc/0/nhiem_vu/2, ly_do: chưa phân công}
  - {ma: KH601, tai: noi_dung/1/muc/0/nhiem_vu/1/nhiem_vu/0, ly_do: chưa phân công}
"""

Edit = Callable[[Any], object]


@pytest.fixture
def files(tmp_path: FilePath) -> tuple[FilePath, FilePath]:
    plan, book = tmp_path / "vi-du.yaml", tmp_path / "vi-du.xlsx"
    plan.write_text(PLAN, encoding="utf-8")
    source = load(plan)
    book.write_bytes(plan_xlsx(source, read_plan(source)))
    return plan, book


def edit(book: FilePath, change: Edit) -> None:
    workbook = openpyxl.load_workbook(book)
    change(workbook)
    workbook.save(book)


def cell(workbook: Any, code: str, heading: str, sheet: str = "Nhiệm vụ") -> Any:
    page = workbook[sheet]
    column = next(c.column for c in page[1] if c.value == heading)
    row = next(c.row for c in page["A"] if c.value == code)
    return page.cell(row, column)


def put(code: str, heading: str, value: Any, sheet: str = "Nhiệm vụ") -> Edit:
    def change(workbook: Any) -> None:
        cell(workbook, code, heading, sheet).value = value

    return change


def drop(*codes: str, sheet: str = "Nhiệm vụ") -> Edit:
    def change(workbook: Any) -> None:
        for code in codes:
            workbook[sheet].delete_rows(cell(workbook, code, "Mã", sheet).row)

    return change


def new_row(sheet: str = "Nhiệm vụ", **values: Any) -> Edit:
    def change(workbook: Any) -> None:
        page = workbook[sheet]
        row = page.max_row + 1
        for heading in page[1]:
            if (value := values.get(heading.value.replace(" ", "_"))) is not None:
                page.cell(row, heading.column, value)

    return change


def lines(before: str, after: str) -> tuple[list[str], list[str]]:
    found = [
        line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"
    ]
    gone = [line[2:].strip() for line in found if line[0] == "-"]
    return gone, [line[2:].strip() for line in found if line[0] == "+"]


EDITS: list[tuple[str, Edit, list[str], list[str]]] = [
    ("nothing", lambda _: None, [], []),
    ("a text", put("mot", "Tên nhiệm vụ", "Việc 1: mới"),
     ["ten: Việc một  # tên cũ"], ['ten: "Việc 1: mới"  # tên cũ']),
    ("a figure", put("ho-so", "Mức đạt", "tối thiểu 90%", "Chỉ tiêu"),
     ["muc_dat: tối thiểu 80%  # theo khung"], ["muc_dat: tối thiểu 90%  # theo khung"]),
    ("a date cell", put("ho-so", "Hạn", dt.datetime(2026, 6, 30), "Chỉ tiêu"),  # noqa: DTZ001
     ["han: 31/12/2025"], ["han: 30/06/2026"]),
    ("a number", put("mot", "Thời hạn", 2026), ['thoi_han: "2025"'], ['thoi_han: "2026"']),
    ("a list", put("mot", "Chủ trì", "Công an xã; Tổ, thôn"),
     ["chu_tri: [Công an xã]"], ['chu_tri: [Công an xã, "Tổ, thôn"]']),
    ("prose", put("mot", "Nội dung", "Đoạn.\n- gạch\n- gạch nữa"),
     ["noi_dung: [Đoạn., [gạch]]"], ["noi_dung: [Đoạn., [gạch, gạch nữa]]"]),
    ("a cell emptied", put("mot", "Sản phẩm", None), ["san_pham: Kế hoạch"], []),
    ("a cell filled", put("mot", "Phối hợp", "Tổ công nghệ số"), [],
     ["phoi_hop: [Tổ công nghệ số]"]),
    ("a cell filled at the end", put("hai-a", "Thời hạn", "năm 2026"), [], ["thoi_han: năm 2026"]),
    ("codes and links", lambda book: (put("mot", "Phục vụ chỉ tiêu", "ho-so")(book),
                                      put("mot", "Mục của khung", "02/x")(book)),
     [], ["phuc_vu: [ho-so]", "khung: 02/x"]),
    ("a formula written as text", put("mot", "Ghi chú", "'=1+1"), [], ["ghi_chu: \"'=1+1\""]),
    ("a new row",
     new_row(Mục="Nhiệm vụ / Về thể chế", Tên_nhiệm_vụ="Việc bốn", Chủ_trì="Tổ A; Tổ B"),
     [], ["- ma: viec-bon", "ten: Việc bốn", "chu_tri: [Tổ A, Tổ B]"]),
    ("a new row under a heading alone", new_row(Mục="về hạ tầng", Tên_nhiệm_vụ="Việc mạng"),
     [], ["nhiem_vu:", "- ma: viec-mang", "ten: Việc mạng"]),
    ("a new row in a task", new_row(Mục="Nhiệm vụ / Về thể chế / Việc hai", Tên_nhiệm_vụ="Con hai"),
     [], ["- ma: con-hai", "ten: Con hai"]),
    ("a new target", new_row("Chỉ tiêu", Mã="moi", Mục="Mục tiêu", Nội_dung="Mới", Mức_đạt="5"),
     [], ["- ma: moi", "noi_dung: Mới", 'muc_dat: "5"']),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "gone", "come"), [case[1:] for case in EDITS], ids=[case[0] for case in EDITS]
)
def test_only_the_intended_lines_change(
    files: tuple[FilePath, FilePath], change: Edit, gone: list[str], come: list[str]
) -> None:
    plan, book = files
    edit(book, change)
    result = import_into(plan, book, delete=False)
    assert lines(PLAN, result.text) == (gone, come)
    assert result.conflicts == ()
    assert bool(result.changes) == bool(gone or come)
    assert plan.read_text(encoding="utf-8") == PLAN


def test_all_edits_at_once_and_brought_back_twice(files: tuple[FilePath, FilePath]) -> None:
    plan, book = files
    for _, change, _, _ in EDITS:
        edit(book, change)
    edit(book, put("mot", "Thời hạn", None))
    result = import_into(plan, book, delete=False)
    assert result.conflicts == ()
    gone, come = lines(PLAN, result.text)
    assert {"san_pham: Kế hoạch", 'thoi_han: "2025"'} <= set(gone)
    assert {"- ma: viec-bon", "- ma: con-hai", "phoi_hop: [Tổ công nghệ số]"} <= set(come)
    assert [line for line in result.text.split() if line == "#"] == [
        line for line in PLAN.split() if line == "#"
    ]
    plan.write_text(result.text, encoding="utf-8")
    assert import_into(plan, book, delete=True) == IntoResult(result.text, (), ())


def test_untidy_cells_brought_back_twice(files: tuple[FilePath, FilePath]) -> None:
    plan, book = files
    edit(book, put("mot", "Chủ trì", " Tổ A ;Tổ B;"))
    edit(book, put("mot", "Nội dung", "\n- một\n\n-  hai "))
    edit(book, new_row(Mục="Về hạ tầng", Tên_nhiệm_vụ=" Việc  mạng", Chủ_trì="Tổ A;"))
    result = import_into(plan, book, delete=False)
    assert lines(PLAN, result.text)[1] == [
        "noi_dung: [[một, hai]]", "chu_tri: [Tổ A, Tổ B]",
        "nhiem_vu:", "- ma: viec-mang", "ten: Việc mạng", "chu_tri: [Tổ A]",
    ]  # fmt: skip
    plan.write_text(result.text, encoding="utf-8")
    assert import_into(plan, book, delete=False) == IntoResult(result.text, (), ())


def test_line_ends_and_byte_order_mark_are_kept(files: tuple[FilePath, FilePath]) -> None:
    plan, book = files
    data = b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()
    plan.write_bytes(data)
    edit(book, put("mot", "Sản phẩm", "Báo cáo"))
    edit(book, new_row(Mục="Về hạ tầng", Tên_nhiệm_vụ="Việc mạng"))
    result = import_into(plan, book, delete=False)
    written = write_back(plan, result.text)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(b"\r\n") == PLAN.count("\n") + 3
    assert b"san_pham: B\xc3\xa1o c\xc3\xa1o\r\n" in written


def test_a_conflict_is_listed_with_both_texts_and_not_written(
    files: tuple[FilePath, FilePath],
) -> None:
    plan, book = files
    moved = PLAN.replace("Việc một", "Việc số một").replace("Việc ba", "Việc thứ ba")
    plan.write_text(moved, encoding="utf-8")
    edit(book, put("mot", "Tên nhiệm vụ", "Việc đầu"))
    edit(book, put("mot", "Sản phẩm", "Báo cáo"))
    result = import_into(plan, book, delete=False)
    assert lines(moved, result.text) == (["san_pham: Kế hoạch"], ["san_pham: Báo cáo"])
    (conflict,) = result.conflicts
    assert (conflict.code, conflict.heading) == ("mot", "Tên nhiệm vụ")
    assert (conflict.plan, conflict.book) == ("Việc số một", "Việc đầu")
    assert "“Việc số một”" in str(conflict)
    assert "“Việc đầu”" in str(conflict)


REFUSED: list[tuple[str, Edit, str]] = [
    ("a row deleted", drop("ba"), "thêm --delete"),
    ("a parent deleted", drop("hai"), "còn mục bên trong"),
    ("a code changed", put("ba", "Mã", "bon"), "mã bị đổi"),
    ("a code twice", put("ba", "Mã", "mot"), "mã này có ở hai mục"),
    ("a row moved", put("ba", "Mục", "Mục tiêu"), "chuyển mục"),
    ("a name emptied", put("ba", "Tên nhiệm vụ", None), "không được để trống"),
    ("a formula", put("ba", "Ghi chú", "=1+1"), "công thức"),
    ("no code", put("mot", "Phục vụ chỉ tiêu", "Hồ sơ"), "mã của chỉ tiêu"),
    ("no link", put("mot", "Mục của khung", "02"), "mục của khung"),
    ("a new row nowhere", new_row(Mục="Không có", Tên_nhiệm_vụ="X"), "không nêu đúng một đề mục"),
    ("a new row without name", new_row(Mục="Mục tiêu", Ghi_chú="X"), "dòng mới thiếu"),
    ("a bad code", new_row(Mục="Mục tiêu", Mã="Mã X", Tên_nhiệm_vụ="X"), "chữ thường không dấu"),
    ("a sheet gone", lambda book: book.remove(book["Chỉ tiêu"]), "không còn trang này"),
]


@pytest.mark.parametrize(
    ("change", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_not_written_is_said(
    files: tuple[FilePath, FilePath], change: Edit, reason: str
) -> None:
    plan, book = files
    edit(book, change)
    result = import_into(plan, book, delete=False)
    assert result.text == PLAN
    assert result.changes == ()
    assert any(reason in str(conflict) for conflict in result.conflicts)


def test_deleted_rows_go_when_asked_and_acceptances_follow(
    files: tuple[FilePath, FilePath],
) -> None:
    plan, book = files
    edit(book, drop("hai", "hai-a"))
    result = import_into(plan, book, delete=True)
    assert result.conflicts == ()
    assert [str(change) for change in result.changes] == ["Nhiệm vụ hai: xóa “Việc hai”"]
    gone, come = lines(PLAN, result.text)
    assert come == ["- {ma: KH601, tai: noi_dung/1/muc/0/nhiem_vu/1, ly_do: chưa phân công}"]
    assert gone == [
        "- ma: hai", "ten: Việc hai", "chu_tri: [Phòng Kinh tế]", "nhiem_vu:", "- ma: hai-a",
        "ten: Việc con",
        "- {ma: KH601, tai: noi_dung/1/muc/0/nhiem_vu/2, ly_do: chưa phân công}",
        "- {ma: KH601, tai: noi_dung/1/muc/0/nhiem_vu/1/nhiem_vu/0, ly_do: chưa phân công}",
    ]  # fmt: skip


def test_all_rows_of_a_section_deleted(files: tuple[FilePath, FilePath]) -> None:
    plan, book = files
    edit(book, drop("mot", "hai", "hai-a", "ba"))
    edit(book, drop("ho-so", sheet="Chỉ tiêu"))
    result = import_into(plan, book, delete=True)
    value = parse(result.text, "x").value
    assert value["noi_dung"][0] == {"de_muc": "Mục tiêu"}
    assert value["noi_dung"][1]["muc"][0] == {"de_muc": "Về thể chế"}
    assert "chap_nhan" not in value


def test_a_row_deleted_that_the_plan_changed_stays(files: tuple[FilePath, FilePath]) -> None:
    plan, book = files
    moved = PLAN.replace("Việc ba", "Việc thứ ba")
    plan.write_text(moved, encoding="utf-8")
    edit(book, drop("ba"))
    result = import_into(plan, book, delete=True)
    assert result.text == moved
    assert "đã đổi sau khi xuất" in str(result.conflicts[0])


def test_the_workbook_of_another_commune_is_refused(files: tuple[FilePath, FilePath]) -> None:
    plan, book = files
    plan.write_text(PLAN.replace("xã A,", "xã C,"), encoding="utf-8")
    with pytest.raises(SourceError, match="là của xã A"):
        import_into(plan, book, delete=False)


def broken(kind: str, book: FilePath) -> None:
    if kind == "no workbook":
        book.write_bytes(b"abc")
    elif kind == "missing":
        book.unlink()
    elif kind == "cut":
        book.write_bytes(book.read_bytes()[:5000])
    elif kind == "entities":
        with zipfile.ZipFile(book, "a") as archive:
            archive.writestr("xl/x.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    elif kind == "other":
        openpyxl.Workbook().save(book)
    else:
        edit(book, lambda workbook: workbook["Nhiệm vụ"].delete_cols(1))


@pytest.mark.parametrize(
    "kind", ["no workbook", "missing", "cut", "other", "entities", "no code column"]
)
def test_files_that_cannot_be_used(files: tuple[FilePath, FilePath], kind: str) -> None:
    plan, book = files
    broken(kind, book)
    with pytest.raises(SourceError):
        import_into(plan, book, delete=False)


@pytest.mark.parametrize("file", [f for f, _ in expand([PLANS])], ids=lambda file: file.stem)
def test_a_plan_exported_and_saved_comes_back_unchanged(file: FilePath, tmp_path: FilePath) -> None:
    book = tmp_path / "x.xlsx"
    source = load(file)
    book.write_bytes(plan_xlsx(source, read_plan(source)))
    edit(book, lambda _: None)
    assert import_into(file, book, delete=True) == IntoResult(source.text, (), ())


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(
    st.lists(TEXT | st.text("=+-@;_x0041 \n\t'", min_size=1, max_size=12), min_size=4, max_size=4)
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_texts_exported_come_back_unchanged(tmp_path: FilePath, texts: list[str]) -> None:
    value = parse(PLAN, "x").value
    task = value["noi_dung"][1]["muc"][0]["nhiem_vu"][0]
    task |= dict(zip(("ten", "noi_dung", "thoi_han", "ghi_chu"), texts, strict=True))
    task["chu_tri"] = texts[:2]
    plan, book = tmp_path / "x.yaml", tmp_path / "x.xlsx"
    plan.write_bytes(write_yaml(value).encode())
    source = load(plan)
    book.write_bytes(plan_xlsx(source, read_plan(source)))
    assert import_into(plan, book, delete=True) == IntoResult(source.text, (), ())


WORDS = st.lists(st.sampled_from(["Việc", "05", "x:", "- gạch", "#", "a;b", "[c]", "no"]),
                 min_size=1, max_size=30).map(" ".join)  # fmt: skip


@given(st.data())
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_cells_of_the_plans(tmp_path: FilePath, data: st.DataObject) -> None:
    names = [file.stem for file, _ in expand([PLANS])]
    file = PLANS / f"{data.draw(st.sampled_from(names))}.yaml"
    source = load(file)
    plan = read_plan(source)
    book = tmp_path / "x.xlsx"
    book.write_bytes(plan_xlsx(source, plan))
    wanted: dict[tuple[str, str, str], str] = {}

    def change(workbook: Any) -> None:
        for sheet in SHEETS:
            codes = [row.code for row in plan_rows(source, plan, sheet)]
            columns = [c for c in sheet.columns if c.key not in {"khung", "phuc_vu"}]
            for _ in range(data.draw(st.integers(0, 6)) if codes else 0):
                code, column = (
                    data.draw(st.sampled_from(codes)),
                    data.draw(st.sampled_from(columns)),
                )
                free = WORDS if column.key in sheet.required else WORDS | st.just("")
                text = data.draw(free)
                cell(workbook, code, column.heading, sheet.name).value = text or None
                value = cell_value(column, text, [])
                wanted[sheet.key, code, column.key] = cell_text(column, value)

    edit(book, change)
    result = import_into(file, book, delete=True)
    assert result.conflicts == ()
    after = parse(result.text, file.as_posix())
    found = {
        (sheet.key, row.code, key): text
        for sheet in SHEETS
        for row in plan_rows(after, read_plan(after), sheet)
        for key, text in row.cells.items()
    }
    before = {
        (sheet.key, row.code, key): text
        for sheet in SHEETS
        for row in plan_rows(source, plan, sheet)
        for key, text in row.cells.items()
    }
    assert {key: normalize_cell(text) for key, text in found.items()} == {
        key: normalize_cell(wanted.get(key, text)) for key, text in before.items()
    }
