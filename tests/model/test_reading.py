"""Values of a file as a plan or a framework."""

import datetime as dt
from pathlib import Path

import pytest

from kehoach.cli.files import expand
from kehoach.model.framework import Binding
from kehoach.model.library import Library
from kehoach.model.plan import PartialDate, Plan
from kehoach.model.reading import read_date, read_plan
from kehoach.model.texts import citation_text, plan_texts
from kehoach.source.place import SourceError
from kehoach.source.tree import load, parse

ROOT = Path(__file__).parents[2]
PLANS = [file for file, _ in expand([ROOT / "plans"])]
HEAD = """\
kehoach: 1
don_vi: {{ma: "00123", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}}
van_ban: {{the_thuc: nd30, trang_thai: du_thao, ten_loai: Kế hoạch, co_quan: UBND, so: {so},
  ngay: {ngay}, trich_yeu: T}}
noi_dung: [{{de_muc: A}}]
"""


def plan(*, so: str = "", ngay: str = "") -> Plan:
    return read_plan(parse(HEAD.format(so=so, ngay=ngay), "x.yaml"))


@pytest.mark.parametrize(
    ("written", "number"),
    [("5", "05"), ("05", "05"), ('"5"', "05"), ("12", "12"), ("1234", "1234"), ("", "")],
)
def test_a_number_below_ten_gets_a_zero(written: str, number: str) -> None:
    assert plan(so=written).document.number == number


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-07-11", PartialDate(2025, 7, 11)),
        ("11/7/2025", PartialDate(2025, 7, 11)),
        ("2025-08", PartialDate(2025, 8)),
        ("", None),
    ],
)
def test_dates_are_read_in_both_ways(written: str, date: PartialDate | None) -> None:
    assert plan(ngay=written).document.date == date


def test_a_date_that_no_calendar_has_is_refused_at_its_place() -> None:
    with pytest.raises(SourceError) as caught:
        plan(ngay="2025-02-30")
    fault = caught.value.faults[0]
    assert "lịch không có ngày này" in fault.message
    assert (fault.place.line, fault.place.column) == (4, 9)
    with pytest.raises(ValueError, match="day"):
        read_date("31/9/2025")


def test_a_framework_is_not_a_plan() -> None:
    file = ROOT / "templates/khung/02-kh-bcdtw.yaml"
    with pytest.raises(SourceError, match="không phải kế hoạch"):
        read_plan(load(file))
    with pytest.raises(SourceError, match="không phải kế hoạch"):
        read_plan(parse("a: 1", "x"))


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_every_part_keeps_its_path(file: Path) -> None:
    source = load(file)
    read = read_plan(source)
    for item in read.items():
        value = source.value
        for step in item.path:
            value = value[step]
        assert value["ma"] == item.code
    for path, text in plan_texts(read):
        assert text
        assert source.place(path).line > 1


@pytest.mark.parametrize(
    ("name", "assigned"),
    [("huong-phung", 20), ("hop-minh", 20), ("nghia-hanh", 28)],
)
def test_the_plans_give_as_many_tasks_as_their_sources(name: str, assigned: int) -> None:
    read = read_plan(load(ROOT / "plans" / f"{name}.yaml"))
    assert sum(1 for _ in read.assigned_tasks()) == assigned


def test_the_framework_says_what_is_known_and_how_surely() -> None:
    framework = Library(ROOT).framework("02-kh-bcdtw")
    assert framework is not None
    assert framework.document.symbol == "02-KH/BCĐTW"
    assert framework.document.date == PartialDate(2025, 6, 19)
    assert [phase.end.date() for phase in framework.phases if phase.end] == [
        dt.date(2025, 6, 30),
        dt.date(2025, 12, 31),
    ]
    assert len(framework.groups) == 8
    figures = {target.code: target.figure for target in framework.targets if target.figure}
    assert figures == {
        "dvc-tap-trung": "100%",
        "dvc-25-toan-trinh": "25 dịch vụ công",
        "dvc-982-ho-so": "ít nhất 1.000 hồ sơ/năm",
        "tthc-82-nhom": "82 nhóm",
        "tthc-thay-ho-so": "1.139 thủ tục hành chính",
        "tthc-phi-dia-gioi": "100%",
        "tthc-doanh-nghiep": "100%",
        "ho-so-truc-tuyen": "tối thiểu 80%",
        "csdl-12": "12 cơ sở dữ liệu",
        "ho-so-cong-viec": "100%",
        "so-hoa-luu-tru": "ít nhất 30%",
        "so-hoa-luu-tru-toan-bo": "toàn bộ",
    }
    assert all(target.quantity for target in framework.targets if target.figure)
    assert framework.terms["ho-so-truc-tuyen"].binding is Binding.REQUIRED
    assert framework.terms["van-ban-qppl"].binding is Binding.NOT_APPLICABLE
    assert framework.terms["so-hoa-luu-tru"].certainty == "khá chắc"
    codes = [item.code for item in framework.items()]
    assert len(codes) == len(set(codes)) == len(framework.terms)


def test_a_citation_reads_as_a_sentence() -> None:
    framework = Library(ROOT).framework("02-kh-bcdtw")
    assert framework is not None
    assert citation_text(framework.bases[0]) == (
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"
    )
    assert citation_text(framework.bases[1]) == "Quyết định số 229-QĐ/TW ngày 10/01/2025"


def test_a_library_knows_what_it_has(tmp_path: Path) -> None:
    library = Library(tmp_path)
    assert "02-kh-bcdtw" in library.codes()
    assert library.framework("khong-co") is None
    own = tmp_path / "templates" / "khung"
    own.mkdir(parents=True)
    text = (ROOT / "templates/khung/02-kh-bcdtw.yaml").read_text(encoding="utf-8")
    own.joinpath("02-kh-bcdtw.yaml").write_text(
        text.replace("tối thiểu 80%", "tối thiểu 85%"), encoding="utf-8"
    )
    framework = Library(tmp_path).framework("02-kh-bcdtw")
    assert framework is not None
    assert "tối thiểu 85%" in {target.figure for target in framework.targets}
