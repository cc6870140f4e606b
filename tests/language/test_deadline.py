"""Deadlines as plans write them: by which day, from when, how often, set by what."""

import datetime as dt
import re
import unicodedata
from calendar import monthrange
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.language.deadline import Deadline, Kind, read_deadline

SHARED = Path(__file__).parents[2].parent / "shared"
FIXED, PERIOD, RECURRING = Kind.FIXED, Kind.PERIOD, Kind.RECURRING
RELATIVE, ON_REQUEST = Kind.RELATIVE, Kind.ON_REQUEST


def read(text: str, year: int | None = None) -> Deadline:
    deadline = read_deadline(text, year)
    assert deadline is not None, text
    return deadline


def day(written: str) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("31/12/2025", "2025-12-31"),
        ("2025-12-31", "2025-12-31"),
        ("31.12.2025", "2025-12-31"),
        ("20-12-2025", "2025-12-20"),
        ("05/8/2026", "2026-08-05"),
        ("1/7/25", "2025-07-01"),
        ("ngày 31 tháng 12 năm 2025", "2025-12-31"),
        ("ngày 20/12 năm 2025", "2025-12-20"),
        ("Ngày 10/10 (năm 2025)", "2025-10-10"),
        ("trước ngày 20/12/2025", "2025-12-19"),
        ("trước 31/12/2025", "2025-12-30"),
        ("Trước ngày 01/01/2026", "2025-12-31"),
        ("trước ngày 01/3/2024", "2024-02-29"),
        ("từ nay đến ngày trước 31/12/2025", "2025-12-30"),
        ("chậm nhất ngày 20/12/2025", "2025-12-20"),
        ("chậm nhất là ngày 20/12/2025", "2025-12-20"),
        ("không muộn hơn ngày 20/12/2025", "2025-12-20"),
        ("đến ngày 31/12/2025", "2025-12-31"),
        ("đến hết ngày 31/12/2025", "2025-12-31"),
        ("Phấn đấu đến ngày 31/12/2025", "2025-12-31"),
        ("Hoàn thành trước ngày 20/12/2025", "2025-12-19"),
        ("Hoàn thành\n\ntrước ngày \n\n20/12/2025", "2025-12-19"),
        ("trước 17h00 ngày 20/12/2025", "2025-12-20"),
        ("chậm nhất 17 giờ 00 ngày 20/12/2025", "2025-12-20"),
        ("29/02/2028", "2028-02-29"),
        ("24/7/2026", "2026-07-24"),
    ],
)
def test_a_day(text: str, due: str) -> None:
    deadline = read(text)
    assert (deadline.kind, deadline.due, deadline.fault) == (FIXED, day(due), "")
    assert (deadline.start, deadline.parts, deadline.year_missing) == (None, (), False)


@pytest.mark.parametrize(
    ("text", "due", "start"),
    [
        ("tháng 9/2025", "2025-09-30", ""),
        ("Tháng 7/2025", "2025-07-31", ""),
        ("tháng 09 năm 2025", "2025-09-30", ""),
        ("9/2025", "2025-09-30", ""),
        ("tháng 2/2028", "2028-02-29", ""),
        ("hoàn thành trong tháng 9/2025", "2025-09-30", ""),
        ("Trước tháng 9/2025", "2025-08-31", ""),
        ("đầu tháng 10/2025", "2025-10-10", ""),
        ("giữa tháng 10/2025", "2025-10-20", ""),
        ("cuối tháng 10/2025", "2025-10-31", ""),
        ("quý IV/2025", "2025-12-31", ""),
        ("Quý 4 năm 2025", "2025-12-31", ""),
        ("quí III/2025", "2025-09-30", ""),
        ("QUÝ I-2026", "2026-03-31", ""),
        ("trước quý IV/2025", "2025-09-30", ""),
        ("cuối quý III/2025", "2025-09-30", ""),
        ("giữa quý III/2025", "2025-08-31", ""),
        ("năm 2026", "2026-12-31", ""),
        ("2026", "2026-12-31", ""),
        ("trong năm 2025", "2025-12-31", ""),
        ("hết năm 2025", "2025-12-31", ""),
        ("kết thúc vào năm 2026", "2026-12-31", ""),
        ("đến 2030", "2030-12-31", ""),
        ("trước năm 2026", "2025-12-31", ""),
        ("cuối năm 2025", "2025-12-31", ""),
        ("trước cuối năm 2025", "2025-12-31", ""),
        ("đầu năm 2026", "2026-03-31", ""),
        ("giữa năm 2026", "2026-06-30", ""),
        ("6 tháng đầu năm 2026", "2026-06-30", ""),
        ("6 tháng cuối năm 2026", "2026-12-31", ""),
        ("9 tháng đầu năm 2026", "2026-09-30", ""),
        ("năm học 2025 - 2026", "2026-05-31", ""),
        ("từ 01/7/2025 đến 31/12/2025", "2025-12-31", "2025-07-01"),
        ("từ 01/07/2025 đến ngày 31/12/2025", "2025-12-31", "2025-07-01"),
        ("từ 01/7 đến hết 31/12/2025", "2025-12-31", "2025-07-01"),
        ("từ ngày 01/7/2025 đến trước ngày 31/12/2025", "2025-12-30", "2025-07-01"),
        ("ngày 01-15/10/2025", "2025-10-15", "2025-10-01"),
        ("từ tháng 11 đến tháng 2/2026", "2026-02-28", "2025-11-01"),
        ("tháng 9, tháng 10 năm 2025", "2025-10-31", "2025-09-01"),
        ("quý III, IV/2025", "2025-12-31", "2025-07-01"),
        ("từ quý IV/2025 đến quý I/2026", "2026-03-31", "2025-10-01"),
        ("giai đoạn 2025 - 2030", "2030-12-31", "2025-01-01"),
        ("nhiệm kỳ 2025-2030", "2030-12-31", "2025-01-01"),
        ("từ năm 2025 đến năm 2030", "2030-12-31", "2025-01-01"),
        ("giai đoạn 2022 - 2025, tầm nhìn đến năm 2030", "2025-12-31", "2022-01-01"),
        ("đến năm 2025, định hướng đến năm 2030", "2025-12-31", ""),
    ],
)
def test_a_period(text: str, due: str, start: str) -> None:
    deadline = read(text)
    assert (deadline.kind, deadline.due, deadline.start) == (PERIOD, day(due), day(start))
    assert (deadline.parts, deadline.year_missing, deadline.fault) == ((), False, "")


@pytest.mark.parametrize(
    ("text", "every", "on"),
    [
        ("thường xuyên", "thường xuyên", None),
        ("Triển khai thực hiện thường xuyên", "thường xuyên", None),
        ("thường xuyên, liên tục", "thường xuyên", None),
        ("24/7", "thường xuyên", None),
        ("hằng ngày", "ngày", None),
        ("hằng tuần", "tuần", None),
        ("hàng tháng", "tháng", None),
        ("hằng quý", "quý", None),
        ("hàng năm", "năm", None),
        ("1 tuần/lần", "tuần", None),
        ("2 lần/tháng", "tháng", None),
        ("6 tháng/lần", "6 tháng", None),
        ("mỗi tháng một lần", "tháng", None),
        ("định kỳ 1 lần/tháng", "tháng", None),
        ("báo cáo theo quý", "quý", None),
        ("định kỳ (tuần, tháng)", "tuần", None),
        ("định kỳ", "", None),
        ("trước ngày 20 hằng tháng", "tháng", 19),
        ("ngày 20 hàng tháng", "tháng", 20),
        ("chậm nhất ngày 25 hằng tháng", "tháng", 25),
        ("hằng tháng, trước ngày 20", "tháng", 19),
        ("định kỳ hàng tháng (*trước ngày 20 hàng tháng*)", "tháng", 19),
        ("trước ngày 05 tháng sau", "tháng", 4),
        ("trước ngày 01 hằng tháng", "tháng", 31),
        ("ngày cuối cùng của tháng", "tháng", 31),
        ("trước ngày 15 tháng cuối quý", "quý", 14),
        ("thứ sáu hằng tuần", "tuần", 5),
        ("trước thứ Sáu hằng tuần", "tuần", 4),
        ("trước 16h00 thứ sáu hằng tuần", "tuần", 5),
        ("trước thứ hai hằng tuần", "tuần", 7),
        ("trước ngày 15/12 hằng năm", "năm", None),
    ],
)
def test_what_recurs(text: str, every: str, on: int | None) -> None:
    deadline = read(text, 2025)
    assert (deadline.kind, deadline.every, deadline.day) == (RECURRING, every, on)
    assert (deadline.due, deadline.parts, deadline.immediate) == (None, (), False)
    assert not deadline.year_missing


@pytest.mark.parametrize(
    ("text", "due", "start"),
    [
        ("thường xuyên đến hết năm 2025", "2025-12-31", ""),
        ("Thường xuyên trong năm 2025", "2025-12-31", ""),
        ("hằng tuần, từ 01/7/2025 đến 31/12/2025", "2025-12-31", "2025-07-01"),
        ("thường xuyên từ ngày 01/7/2025", "", "2025-07-01"),
        ("từ ngày 01/7/2025", "", "2025-07-01"),
    ],
)
def test_what_recurs_between_days(text: str, due: str, start: str) -> None:
    deadline = read(text)
    assert (deadline.kind, deadline.due, deadline.start) == (RECURRING, day(due), day(start))
    assert deadline.every
    assert deadline.parts == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("30 ngày sau khi Trung ương ban hành", RELATIVE),
        ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ", RELATIVE),
        ("trong vòng 30 ngày kể từ ngày 01/7/2025", RELATIVE),
        ("trong vòng 24 giờ", RELATIVE),
        ("30 ngày", RELATIVE),
        ("ngay sau khi có hướng dẫn của tỉnh", RELATIVE),
        ("theo kế hoạch của tỉnh", RELATIVE),
        ("Theo KH của tỉnh", RELATIVE),
        ("theo chỉ đạo Sở KHCN", RELATIVE),
        ("theo Kế hoạch số 11-KH/BCĐ ngày 28/7/2026", RELATIVE),
        ("Theo thời gian yêu cầu của Bộ Công an", RELATIVE),
        ("Xây dựng kế hoạch và triển khai theo kế hoạch của Bộ Công an", RELATIVE),
        ("khi có yêu cầu", ON_REQUEST),
        ("Theo đề nghị", ON_REQUEST),
        ("Theo đề nghị của cơ quan cấp trên", ON_REQUEST),
        ("Khi có nhiệm vụ chậm muộn", ON_REQUEST),
        ("đột xuất", ON_REQUEST),
    ],
)
def test_what_something_else_sets(text: str, kind: Kind) -> None:
    assert read(text) == Deadline(kind, text, None)


def test_at_once() -> None:
    assert read("ngay") == Deadline(RELATIVE, "ngay", None, immediate=True)
    text = "Triển khai thực hiện ngay và thường xuyên"
    assert read(text) == Deadline(RECURRING, text, None, every="thường xuyên", immediate=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "không",
        "100%",
        "sớm nhất có thể",
        "Xây dựng kế hoạch và triển khai",
        "đạt 19/19 tiêu chí",
        "Quyết định số 749/QĐ-TTg ngày 03/6/2020",
        "nguồn chi thường xuyên",
        "quý vị",
    ],
)
def test_says_nothing_about_time(text: str) -> None:
    assert read_deadline(text, 2025) is None


ONCE = "Triển khai thực hiện ngay và thường xuyên"
PARTS = [
    (
        f"{ONCE}. Đến năm 2026 hoàn thành 100%",
        (PERIOD, "2026-12-31", "thường xuyên", True),
        [(RECURRING, "", ONCE), (PERIOD, "2026-12-31", "Đến năm 2026 hoàn thành 100%")],
    ),
    (
        "ngay và thường xuyên; đến năm 2026 hoàn thành 100%",
        (PERIOD, "2026-12-31", "thường xuyên", True),
        [
            (RECURRING, "", "ngay và thường xuyên"),
            (PERIOD, "2026-12-31", "đến năm 2026 hoàn thành 100%"),
        ],
    ),
    (
        "ngay, thường xuyên, định kỳ hoặc khi có yêu cầu",
        (RECURRING, "", "thường xuyên", True),
        [(RECURRING, "", "ngay, thường xuyên, định kỳ"), (ON_REQUEST, "", "khi có yêu cầu")],
    ),
    (
        "Quý IV/2025\nTheo chỉ đạo Sở KHCN",
        (PERIOD, "2025-12-31", "", False),
        [(PERIOD, "2025-12-31", "Quý IV/2025"), (RELATIVE, "", "Theo chỉ đạo Sở KHCN")],
    ),
    (
        "1 tuần/lần \nThường xuyên",
        (RECURRING, "", "tuần", False),
        [(RECURRING, "", "1 tuần/lần"), (RECURRING, "", "Thường xuyên")],
    ),
    (
        "Hoàn thành trước ngày 30/9/2026 và duy trì liên tục",
        (FIXED, "2026-09-29", "thường xuyên", False),
        [
            (FIXED, "2026-09-29", "Hoàn thành trước ngày 30/9/2026"),
            (RECURRING, "", "duy trì liên tục"),
        ],
    ),
    (
        "Báo cáo đầu tiên trước ngày 25/7/2026; cập nhật hằng tháng",
        (FIXED, "2026-07-24", "tháng", False),
        [
            (FIXED, "2026-07-24", "Báo cáo đầu tiên trước ngày 25/7/2026"),
            (RECURRING, "", "cập nhật hằng tháng"),
        ],
    ),
    (
        "Thực hiện thường xuyên. Định kỳ 1 lần/tháng Phòng VHXH báo cáo LĐ UBND",
        (RECURRING, "", "thường xuyên", False),
        [
            (RECURRING, "", "Thực hiện thường xuyên"),
            (RECURRING, "", "Định kỳ 1 lần/tháng Phòng VHXH báo cáo LĐ UBND"),
        ],
    ),
    (
        "trong năm 2025, kết thúc vào năm 2026",
        (PERIOD, "2026-12-31", "", False),
        [(PERIOD, "2025-12-31", "trong năm 2025"), (PERIOD, "2026-12-31", "kết thúc vào năm 2026")],
    ),
    (
        "trước 30/9, tổng kết 31/3/2026",
        (FIXED, "2026-03-31", "", False),
        [(FIXED, "2025-09-29", "trước 30/9"), (FIXED, "2026-03-31", "tổng kết 31/3/2026")],
    ),
    (
        "thường xuyên, báo cáo trước ngày 25 hằng tháng",
        (RECURRING, "", "thường xuyên", False),
        [(RECURRING, "", "thường xuyên"), (RECURRING, "", "báo cáo trước ngày 25 hằng tháng")],
    ),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("text", "whole", "parts"), PARTS, ids=[text for text, _, _ in PARTS])
def test_more_than_one_statement(
    text: str,
    whole: tuple[Kind, str, str, bool],
    parts: list[tuple[Kind, str, str]],
    form: str,
) -> None:
    deadline = read(unicodedata.normalize(form, text))  # type: ignore[arg-type]  # a plain str
    assert (deadline.kind, deadline.due, deadline.every, deadline.immediate) == (
        whole[0],
        day(whole[1]),
        *whole[2:],
    )
    found = [(p.kind, p.due, unicodedata.normalize("NFC", p.text)) for p in deadline.parts]
    assert found == [(kind, day(due), part) for kind, due, part in parts]


def test_only_the_part_at_once_is_at_once() -> None:
    first, second = read("ngay và thường xuyên; đến năm 2026 hoàn thành 100%").parts
    assert first.immediate
    assert not second.immediate


@pytest.mark.parametrize(
    ("text", "year", "due"),
    [
        ("Ngày 10/10", 2025, "2025-10-10"),
        ("Ngày 10/10", None, ""),
        ("trước ngày 05/11", 2025, "2025-11-04"),
        ("(trước ngày 05/11)", 2025, "2025-11-04"),
        ("trước 05/11", None, ""),
        ("10/10", 2025, "2025-10-10"),
        ("quý IV", 2025, "2025-12-31"),
        ("tháng 9", 2025, "2025-09-30"),
        ("cuối năm", 2025, "2025-12-31"),
        ("29/2", 2028, "2028-02-29"),
        ("từ 01/7 đến 31/12", 2025, "2025-12-31"),
    ],
)
def test_a_day_without_its_year(text: str, year: int | None, due: str) -> None:
    deadline = read(text, year)
    assert (deadline.due, deadline.year_missing, deadline.fault) == (day(due), True, "")


def test_the_year_of_the_next_day_is_that_of_the_one_before() -> None:
    first, second = read("30/6 và 31/12/2025").parts
    assert (first.due, second.due) == (dt.date(2025, 6, 30), dt.date(2025, 12, 31))
    assert not first.year_missing


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("30/2/2025", "tháng 2 không có ngày 30"),
        ("trước ngày 31/9/2025", "tháng 9 không có ngày 31"),
        ("31/9", "tháng 9 không có ngày 31"),
        ("29/2/2025", "tháng 2/2025 không có ngày 29"),
        ("2025-02-30", "tháng 2 không có ngày 30"),
        ("ngày 32 tháng 1 năm 2025", "tháng 1 không có ngày 32"),
        ("00/5/2025", "tháng 5 không có ngày 0"),
        ("quý V/2025", "không có quý V"),
        ("quý 5 năm 2025", "không có quý 5"),
        ("tháng 13/2025", "không có tháng 13"),
        ("12/31/2025", "không có tháng 31"),
        ("31/12/0205", "không thể là năm 0205"),
        ("31/12/20255", "không thể là năm 20255"),
        ("từ 31/6/2025 đến 31/12/2025", "tháng 6 không có ngày 31"),
        ("từ 31/12/2025 đến 01/7/2025", "ngày bắt đầu sau ngày kết thúc"),
        ("trước ngày 32 hằng tháng", "không có ngày 32"),
    ],
)
def test_a_day_that_does_not_exist(text: str, fault: str) -> None:
    deadline = read(text)
    assert (deadline.due, deadline.fault) == (None, fault)


def test_a_fault_in_one_part_leaves_the_other() -> None:
    deadline = read("30/2/2025; 31/12/2025")
    assert (deadline.due, deadline.fault) == (dt.date(2025, 12, 31), "tháng 2 không có ngày 30")


def test_the_text_is_trimmed() -> None:
    assert read("  Quý IV/2025 \n").text == "Quý IV/2025"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sources are not here")
def test_every_deadline_of_the_hundred_day_plan() -> None:
    table = (SHARED / "reference" / "khung-05-kh-bcdtw.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in table.splitlines() if re.match(r"\| \d", line)]
    tasks = [row[7].strip() for row in rows]
    assert len(tasks) == 53
    for cell in tasks:
        written = re.fullmatch(r"(\d+)/(\d+)/(\d+)", cell)
        deadline = read_deadline(cell)
        if written:
            due = dt.date(*(int(number) for number in reversed(written.groups())))
            assert deadline == Deadline(FIXED, cell, due)
        else:
            assert (deadline is None) == (cell in ("", "Xây dựng kế hoạch và triển khai")), cell


NGHIA_HANH = {
    "Tháng 9/2025": (PERIOD, "2025-09-30"),
    "Quý IV/2025 Theo chỉ đạo Sở KHCN": (PERIOD, "2025-12-31"),
    "Ngày 10/10": (FIXED, "2025-10-10"),
    "1 tuần/lần Thường xuyên": (RECURRING, ""),
    "Hoàn thành trước ngày 20/12/2025": (FIXED, "2025-12-19"),
    "Hoàn thành trong tháng 9/2025": (PERIOD, "2025-09-30"),
    "Thường xuyên": (RECURRING, ""),
    "Trước tháng 9/2025": (PERIOD, "2025-08-31"),
    "Theo KH của tỉnh": (RELATIVE, ""),
    "Quý IV/2025": (PERIOD, "2025-12-31"),
    "Tháng 7/2025": (PERIOD, "2025-07-31"),
    "Thực hiện thường xuyên. Định kỳ 1 lần/tháng Phòng VHXH tổng hợp kết quả báo cáo LĐ UBND": (
        RECURRING,
        "",
    ),
    "(trước ngày 05/11)": (FIXED, "2025-11-04"),
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sources are not here")
@pytest.mark.parametrize("text", NGHIA_HANH)
def test_every_deadline_of_nghia_hanh(text: str) -> None:
    source = (SHARED / "sources" / "nghia-hanh.txt").read_text(encoding="utf-8")
    assert text in " ".join(source.split())
    deadline = read(text, 2025)
    kind, due = NGHIA_HANH[text]
    assert (deadline.kind, deadline.due) == (kind, day(due))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sources are not here")
def test_every_deadline_of_huong_phung() -> None:
    source = (SHARED / "sources" / "huong-phung.txt").read_text(encoding="utf-8")
    written = re.findall(
        r"Thời gian hoàn thành: ((?:[^.]|\.(?= Đến))+)\.", " ".join(source.split())
    )
    assert len(written) == 20
    deadlines = [read(text) for text in written]
    assert {deadline.every for deadline in deadlines} == {"thường xuyên"}
    assert [deadline.due for deadline in deadlines if deadline.due] == [dt.date(2026, 12, 31)]
    assert sum(deadline.immediate for deadline in deadlines) == 19


DAYS = st.dates(dt.date(1945, 1, 2), dt.date(2100, 12, 31))


@given(
    DAYS,
    st.sampled_from(
        [
            "{d:02}/{m:02}/{y}",
            "{d}/{m}/{y}",
            "{y}-{m:02}-{d:02}",
            "ngày {d:02} tháng {m:02} năm {y}",
            "Đến hết ngày {d}/{m}/{y}",
            "chậm nhất là {d}.{m}.{y}",
        ]
    ),
)
def test_a_written_day_is_read_again(written: dt.date, form: str) -> None:
    deadline = read(form.format(d=written.day, m=written.month, y=written.year))
    assert (deadline.kind, deadline.due, deadline.fault) == (FIXED, written, "")


@given(DAYS)
def test_before_a_day_is_the_day_before(written: dt.date) -> None:
    due = read(f"trước ngày {written:%d/%m/%Y}").due
    assert due == written - dt.timedelta(days=1)


@given(DAYS)
def test_a_month_ends_on_its_last_day(written: dt.date) -> None:
    last = monthrange(written.year, written.month)[1]
    assert read(f"tháng {written.month}/{written.year}").due == written.replace(day=last)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9999))
def test_any_figures_are_a_day_or_a_fault(d: int, m: int, y: int) -> None:
    deadline = read(f"{d}/{m}/{y:04}")
    assert (deadline.due is None) == bool(deadline.fault)


PIECES = """
    trước ngày tháng quý năm từ đến hết trong cuối đầu giữa hằng định_kỳ thường_xuyên ngay khi_có
    theo kế_hoạch sau_khi giai_đoạn tầm_nhìn 6_tháng lần/tháng tuần/lần thứ_sáu 31/12/2025 30/2
    10/10 9/2025 2025 2030 20 31 0 IV V - / , ; . ( ) và hoặc 17h00 02-KH/BCĐTW hoàn_thành 24/7
"""
WORDS = st.sampled_from([piece.replace("_", " ") for piece in PIECES.split()])


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=15).map(" ".join), st.lists(WORDS).map("".join)),
    st.none() | st.integers(1, 9999),
)
def test_any_text_can_be_read(text: str, year: int | None) -> None:
    deadline = read_deadline(text, year)
    if deadline is None:
        return
    assert deadline.text == text.strip()
    assert len(deadline.parts) != 1
    for part in deadline.parts:
        assert part.text in text
        assert part.parts == ()
        assert not (part.fault and part.due)
    if deadline.parts:
        assert deadline.due == max((p.due for p in deadline.parts if p.due), default=None)
