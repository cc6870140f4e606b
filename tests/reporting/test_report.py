"""What a report says of a period, and that it says the same whenever it is made."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.model.reading import read_plan
from kehoach.output.status_report.docx import report_docx, report_text
from kehoach.output.status_report.ics import report_ics
from kehoach.output.status_report.xlsx import report_xlsx
from kehoach.progress.entry import write_line
from kehoach.progress.log import load_log, log_file, parse_log
from kehoach.reporting.gaps import find_gaps
from kehoach.reporting.report import Report, make_report
from kehoach.reporting.windows import Rules, read_window
from kehoach.source.tree import load

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"

ReportOf = Callable[..., Report]


def _entry(day: str, code: str, **said: str) -> str:
    kind = "chi_tieu" if code == "ho-so" else "nhiem_vu"
    recorded = said.pop("ghi", f"{day}T02:00:00Z")
    return write_line({"ngay": day, kind: code, **said, "ghi": recorded}) + "\n"


DONE = _entry(
    "2025-09-25",
    "quy-che",
    trang_thai="hoàn thành",
    ket_qua="Ban hành quy chế",
    minh_chung="15/QĐ-UBND",
)


def _hash(report: Report) -> tuple[str, ...]:
    made = (report_docx(report, ROOT), report_xlsx(report), report_ics(report))
    return tuple(hashlib.sha256(data).hexdigest() for data in made)


@pytest.mark.parametrize("name", ["huong-phung", "hop-minh"])
def test_october_is_the_same_to_the_byte_after_november_was_noted(name: str) -> None:
    file = ROOT / "plans" / f"{name}.yaml"
    plan, log = read_plan(load(file)), load_log(log_file(file))
    window = read_window("2025-10", Rules())
    then = [entry for entry in log.entries if entry.recorded[:10] <= window.known.isoformat()]
    assert 0 < len(then) < len(log.entries)
    back_dated = _entry("2025-10-10", "danh-muc-tthc", ket_qua="Ghi bù", ghi="2025-11-05T02:00:00Z")
    later = (*log.entries, *parse_log(back_dated, "log").entries)
    before, after = (make_report(plan, entries, window) for entries in (then, later))
    assert _hash(before) == _hash(after)


def test_what_was_noted_too_late_comes_in_the_next_report(report_of: ReportOf) -> None:
    late_note = _entry("2025-10-10", "tap-huan", ket_qua="Lớp 1", ghi="2025-10-20T02:00:00Z")
    october, november = (report_of(period, late_note) for period in ("2025-10", "2025-11"))
    assert not any(line.news for line in october.lines)
    assert [line.results for line in november.lines if line.news] == [("Lớp 1",)]


def test_every_entry_is_news_in_just_one_month() -> None:
    file = ROOT / "plans" / "huong-phung.yaml"
    plan, log = read_plan(load(file)), load_log(log_file(file))
    news: list[tuple[str, ...]] = []
    for month in ("2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01"):
        report = make_report(plan, log.entries, read_window(month, Rules()))
        news += [entry.values for line in report.lines for entry in line.news]
    assert sorted(news) == sorted(entry.values for entry in log.entries)


def test_done_in_the_period(report_of: ReportOf) -> None:
    assert [line.item.code for line in report_of("2025-10", DONE).done()] == ["quy-che"]
    assert report_of("2025-11", DONE).done() == []


def test_completion_without_evidence_is_no_completion(report_of: ReportOf) -> None:
    claim = _entry("2025-09-25", "quy-che", trang_thai="hoàn thành", ket_qua="Quy chế")
    report = report_of("2025-10", claim)
    assert report.done() == []
    assert "ghi hoàn thành, còn thiếu minh chứng" in _messages(report, "quy-che")


def test_a_recurring_duty_done_for_its_period_is_done(report_of: ReportOf) -> None:
    done = _entry(
        "2025-10-18",
        "tong-hop",
        trang_thai="hoàn thành",
        ket_qua="Báo cáo tháng 10",
        minh_chung="40/BC-UBND",
    )
    (line,) = report_of("2025-11", done).done()
    assert (line.item.code, line.periods) == ("tong-hop", ("2025-10",))


def test_a_late_task_says_cause_responsibility_and_remedy(report_of: ReportOf) -> None:
    said = _entry("2025-10-08", "quy-che", nguyen_nhan="Thiếu người", khac_phuc="Cử thêm người")
    (line,) = (one for one in report_of("2025-10", said).late() if one.item.code == "quy-che")
    assert line.now.timing.reasons == ("quá hạn 14 ngày",)
    assert (line.now.last("cause"), line.responsible) == ("Thiếu người", "Văn phòng")
    text = _text(report_of("2025-10", said))
    assert "+ Nguyên nhân: thiếu người." in text
    assert "+ Trách nhiệm: Văn phòng." in text
    assert "+ Biện pháp: cử thêm người." in text
    assert "+ Ngày dự kiến xong: chưa có số liệu." in text


def test_what_changed_since_the_report_before(report_of: ReportOf) -> None:
    changes = {change.line.item.code: change for change in report_of("2025-10", DONE).changes()}
    assert changes["quy-che"].stages == ("chưa triển khai", "hoàn thành")
    assert "tap-huan" not in changes


def test_next_work_is_what_falls_due_and_what_was_noted(report_of: ReportOf) -> None:
    said = _entry("2025-10-10", "ho-tro", viec_tiep="Mở hai điểm hỗ trợ")
    codes = [line.item.code for line in report_of("2025-10", DONE + said).next_work()]
    assert set(codes) == {"tap-huan", "tong-hop", "ho-tro"}


def test_nothing_noted_is_said_and_never_filled_in(report_of: ReportOf) -> None:
    report = report_of("2025-10")
    text = _text(report)
    assert "Hồ sơ trực tuyến | Chưa có số liệu | tối thiểu 80% hạn 31/12/2025 | \n" in text
    assert "+ Nguyên nhân, biện pháp, ngày dự kiến xong: chưa có số liệu." in text
    assert "Hồ sơ trực tuyến (tối thiểu 80%) |  | 31/12/2025 | Chưa triển khai" in text
    assert "chưa có số liệu nào" in _messages(report, "ho-so")


@pytest.mark.parametrize(
    ("entries", "code", "message"),
    [
        ("", "quy-che", "chậm, chưa ghi nguyên nhân, trách nhiệm, biện pháp khắc phục"),
        ("", "tap-huan", "chưa có mục nào trong nhật ký"),
        (
            _entry("2025-09-20", "tap-huan", ket_qua="Một lớp"),
            "tap-huan",
            "có kết quả trong kỳ, chưa ghi minh chứng",
        ),
        (
            _entry("2025-09-10", "ho-so", gia_tri="40%"),
            "ho-so",
            "số liệu gần nhất là của ngày 10/09/2025, trước kỳ báo cáo",
        ),
        (
            _entry("2025-09-20", "quy-che", du_kien="2025-10-05"),
            "quy-che",
            "ngày dự kiến xong 05/10/2025 đã qua",
        ),
        (_entry("2025-10-01", "khac", ket_qua="?"), "khac", "kế hoạch không có"),
    ],
    ids=["late", "silent", "no evidence", "old figure", "forecast passed", "unknown code"],
)
def test_what_is_missing_is_listed_for_the_drafter_alone(
    report_of: ReportOf, entries: str, code: str, message: str
) -> None:
    report = report_of("2025-10", entries)
    assert any(message in said for said in _messages(report, code))
    assert message not in _text(report)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_lines_says_nothing(random: Random) -> None:
    file = ROOT / "plans" / "hop-minh.yaml"
    text = log_file(file).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    shuffled = sorted(lines, key=lambda _: random.random())
    plan, window = read_plan(load(file)), read_window("2025-11", Rules())
    first, second = (
        make_report(plan, parse_log("".join(one), "log").entries, window)
        for one in (lines, shuffled)
    )
    assert _text(first) == _text(second)


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("huong-phung", "2025-10"),
        ("hop-minh", "2025-11"),
        ("hop-minh", "2025-W46"),
        ("xuan-hung", "2025-Q4"),
    ],
)
def test_report_is_as_reviewed(
    name: str,
    period: str,
    report_of: ReportOf,
    rewrite_golden: bool,  # noqa: FBT001  a fixture
) -> None:
    text = _text(report_of(period, name=name))
    file = GOLDEN / f"{name}-{period}.txt"
    if rewrite_golden:
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def test_hostile_texts_stay_texts(report_of: ReportOf) -> None:
    hostile = '<b>{{ 1 }}</b> & "x" ]]>'
    assert hostile in _text(report_of("2025-10", _entry("2025-10-01", "tap-huan", ket_qua=hostile)))


def test_the_symbol_is_that_of_a_report_by_the_same_issuer(report_of: ReportOf) -> None:
    assert "/BC-UBND" in _text(report_of("2025-10"))
    assert "-BC/ĐU" in _text(report_of("2025-10", name="xuan-hung"))


def _messages(report: Report, code: str) -> list[str]:
    return [gap.message for gap in find_gaps(report) if gap.code == code]


def _text(report: Report) -> str:
    return report_text(report, ROOT).decode()
