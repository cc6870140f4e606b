"""Stage and time on any day, whatever the order of entries and however logs were merged."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.model.holidays import calendar
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.progress.entry import Entry, Stage, Values, make_entry, write_line
from kehoach.progress.items import follow
from kehoach.progress.log import parse_log
from kehoach.progress.periods import named_period, period_of, rhythm
from kehoach.progress.status import ItemStatus, work_out
from kehoach.progress.timing import Basis, Settings, Timeliness
from kehoach.source.tree import load, parse

PROJECT = Path(__file__).parents[2]
ON_TIME, AT_RISK, LATE = Timeliness.ON_TIME, Timeliness.AT_RISK, Timeliness.LATE

PLAN_TEXT = """\
kehoach: 1
don_vi: {ten: xã Thử, tinh: tỉnh Thử}
van_ban: {the_thuc: nd30, trang_thai: ban_hanh, ten_loai: Kế hoạch, co_quan: UBND xã, \
ngay: 2025-07-11, trich_yeu: Thử}
don_vi_thuc_hien:
  - {ten: Phòng Văn hóa - Xã hội, cach_viet: [Phòng VHXH]}
noi_dung:
  - de_muc: Mục tiêu
    chi_tieu:
      - {ma: truc-tuyen, noi_dung: Hồ sơ trực tuyến, muc_dat: tối thiểu 80%, han: 31/12/2025}
      - {ma: cho-doi, noi_dung: Thời gian chờ, muc_dat: không quá 15 phút, han: 31/12/2025}
      - {ma: khong-han, noi_dung: Nhóm thủ tục, muc_dat: 82 nhóm}
  - de_muc: Nhiệm vụ
    nhiem_vu:
      - {ma: quy-che, ten: Quy chế, chu_tri: [Phòng VHXH], thoi_han: 30/9/2025}
      - {ma: hang-thang, ten: Báo cáo, chu_tri: [Phòng VHXH], thoi_han: trước ngày 20 hằng tháng}
      - {ma: hang-tuan, ten: Tuần, chu_tri: [Phòng VHXH], thoi_han: hằng tuần}
      - {ma: thuong-xuyen, ten: Duy trì, chu_tri: [Phòng Lạ], thoi_han: thường xuyên}
      - {ma: sau-khi, ten: Sau, chu_tri: [Phòng Lạ], thoi_han: 30 ngày sau khi tỉnh ban hành}
      - {ma: de-nghi, ten: Đề nghị, chu_tri: [Phòng Lạ], thoi_han: khi có yêu cầu}
      - {ma: thieu-nam, ten: Thiếu, chu_tri: [Phòng Lạ], thoi_han: Ngày 10/10}
      - {ma: dau-moi, ten: Nhóm việc, nhiem_vu: [{ma: con, ten: Con, chu_tri: [Phòng Lạ]}]}
"""


def plan() -> Plan:
    return read_plan(parse(PLAN_TEXT, "thu.yaml"))


PLAN = plan()
CODES = [item.key for item in follow(PLAN)]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2025-{text}")


def one(code: str, on: str, *said: Values, settings: Settings | None = None) -> ItemStatus:
    kind = next(kind for kind, other in CODES if other == code)
    entries = [
        make_entry({**values, "ngay": f"2025-{values['ngay']}", kind: code}) for values in said
    ]
    when = dt.date.fromisoformat(on) if len(on) > len("10-14") else day(on)
    found = work_out(PLAN, entries, when, settings).items
    return next(status for status in found if status.item.code == code)


DONE = {"trang_thai": "hoàn thành", "ket_qua": "Ban hành", "minh_chung": "15/QĐ-UBND"}

CASES = {case["ca"]: case for case in load(Path(__file__).with_name("cases.yaml")).value}


@pytest.mark.parametrize("name", CASES)
def test_stage_and_time(name: str) -> None:
    case = CASES[name]
    status = one(case["xet"]["ma"], case["xet"]["ngay"], *case.get("muc", ()))
    time = status.timeliness or "không xét"
    assert {"giai_doan": status.stage, "thoi_gian": time} == case["dung"]


@pytest.mark.parametrize(
    ("code", "basis"),
    [
        ("quy-che", Basis.DATED),
        ("hang-thang", Basis.PERIODIC),
        ("thuong-xuyen", Basis.CONTINUOUS),
        ("sau-khi", Basis.RELATIVE),
        ("de-nghi", Basis.ON_REQUEST),
        ("thieu-nam", Basis.UNCLEAR),
        ("khong-han", Basis.NONE),
    ],
)
def test_what_cannot_be_judged_is_named(code: str, basis: Basis) -> None:
    status = one(code, "12-31")
    assert status.timing.basis is basis
    assert (status.timeliness is None) == (basis not in {Basis.DATED, Basis.PERIODIC})


def test_what_goes_on_is_judged_by_the_period_that_is_configured() -> None:
    monthly = Settings(constantly="tháng")
    assert one("thuong-xuyen", "10-15", settings=monthly).timing.missed == (
        "2025-07",
        "2025-08",
        "2025-09",
    )
    assert one("thuong-xuyen", "10-15").timeliness is None


def test_the_threshold_is_configured() -> None:
    assert one("quy-che", "09-21", settings=Settings(risk_days=10)).timeliness is AT_RISK
    assert one("quy-che", "09-29", settings=Settings(risk_days=0)).timeliness is ON_TIME
    days = calendar(PROJECT)
    # 30 September 2025 is a Tuesday: five working days before it is Tuesday the 23rd.
    working = Settings(working_days=True, calendar=days)
    assert one("quy-che", "09-22", settings=working).timeliness is ON_TIME
    assert one("quy-che", "09-23", settings=working).timeliness is AT_RISK


def test_working_days_of_the_hundred_day_plan() -> None:
    """10/7 to 30/11/2026 are 100 working days: 102 weekdays less the two of Quốc khánh."""
    days = calendar(PROJECT)
    assert days.working_days(dt.date(2026, 7, 9), dt.date(2026, 11, 30)) == 100
    assert days.working_days(dt.date(2026, 11, 30), dt.date(2026, 7, 9)) == -100
    assert days.knows(2026)
    assert not days.knows(2040)


def test_a_late_item_says_what_was_not_reported() -> None:
    status = one("quy-che", "10-10", {"ngay": "10-01", "nguyen_nhan": "Thiếu người"})
    assert status.unreported == ("trách nhiệm", "biện pháp khắc phục", "ngày dự kiến xong")
    assert status.must_report
    assert one("quy-che", "10-10", {"ngay": "10-01", **DONE}).unreported == ()


def test_groups_that_head_others_are_no_items_and_units_have_their_declared_names() -> None:
    items = {item.code: item for item in follow(PLAN)}
    assert "dau-moi" not in items
    assert items["con"].units == ("Phòng Lạ",)
    assert items["quy-che"].units == ("Phòng Văn hóa - Xã hội",)


def test_an_entry_that_is_replaced_counts_until_the_day_of_the_other() -> None:
    wrong = write_line({"ngay": "2025-08-01", "chi_tieu": "truc-tuyen", "gia_tri": "85%"})
    mark = parse_log(wrong, "a").entries[0].mark
    right = write_line(
        {"ngay": "2025-09-01", "chi_tieu": "truc-tuyen", "gia_tri": "58%", "thay_cho": mark}
    )
    entries = parse_log(f"{wrong}\n{right}\n", "a").entries
    figures = []
    for on in ("08-15", "09-15"):
        status = work_out(PLAN, entries, day(on)).items[0]
        assert status.measure is not None
        figures.append([str(figure.quantity) for figure in status.measure.figures])
    assert figures == [["85%"], ["58%"]]


def test_a_day_can_be_seen_as_it_was_known() -> None:
    late_note = {"ngay": "10-10", "gia_tri": "65%", "ghi": "2025-11-20T02:00:00Z"}
    entries = [make_entry({**late_note, "ngay": "2025-10-10", "chi_tieu": "truc-tuyen"})]
    then = work_out(PLAN, entries, day("10-31"), known=day("10-31")).items[0]
    now = work_out(PLAN, entries, day("10-31"), known=day("11-30")).items[0]
    assert (then.stage, now.stage) == (Stage.NOT_STARTED, Stage.IN_PROGRESS)


@pytest.mark.parametrize(
    ("written", "on", "name", "due"),
    [
        ("hằng tháng", "2025-10-14", "2025-10", "2025-10-31"),
        ("trước ngày 20 hằng tháng", "2025-02-28", "2025-02", "2025-02-19"),
        ("ngày cuối tháng", "2025-02-01", "2025-02", "2025-02-28"),
        ("hằng quý", "2025-10-14", "2025-Q4", "2025-12-31"),
        ("hằng năm", "2025-10-14", "2025", "2025-12-31"),
        ("hằng tuần", "2025-12-31", "2026-W01", "2026-01-04"),
        ("trước thứ sáu hằng tuần", "2025-10-14", "2025-W42", "2025-10-16"),
        ("định kỳ 6 tháng", "2025-10-14", "2025-12", "2025-12-31"),
        ("hằng ngày", "2025-10-14", "2025-10-14", "2025-10-14"),
    ],
)
def test_periods(written: str, on: str, name: str, due: str) -> None:
    item = read_plan(parse(PLAN_TEXT.replace("hằng tuần", written), "a.yaml"))
    deadline = next(one for one in follow(item) if one.code == "hang-tuan").deadline
    assert deadline is not None
    recurs = rhythm(deadline)
    assert recurs is not None
    period = period_of(recurs, dt.date.fromisoformat(on))
    assert (period.name, period.due.isoformat()) == (name, due)
    assert named_period(recurs, name) == period
    assert period.first <= dt.date.fromisoformat(on) <= period.last


# Any order, any merge, any day.

DAYS = st.dates(dt.date(2025, 6, 1), dt.date(2026, 2, 28))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    kind, code = draw(st.sampled_from(CODES))
    said: dict[str, str | tuple[str, ...]] = {"ngay": draw(DAYS).isoformat(), kind: code}
    optional = {
        "trang_thai": st.sampled_from([stage.value for stage in Stage]),
        "gia_tri": st.sampled_from(["10%", "79%", "80%", "100%", "10 phút", "20 phút", "82 nhóm"]),
        "ket_qua": st.just("Ban hành"),
        "minh_chung": st.just("15/QĐ-UBND"),
        "du_kien": DAYS.map(dt.date.isoformat),
        "han": DAYS.map(dt.date.isoformat),
        "ky": st.sampled_from(["2025-09", "2025-W40", "2025"]),
        "ghi": st.sampled_from(["2025-10-01T00:00:00Z", "2025-12-01T00:00:00Z"]),
    }
    for key, values in optional.items():
        if draw(st.booleans()):
            said[key] = draw(values)
    return parse_log(write_line(said), "a").entries[0]


LOGS = st.lists(entries(), max_size=12)
SETTINGS = st.sampled_from([Settings(), Settings(constantly="tháng"), Settings(risk_days=20)])


@given(LOGS, st.randoms(use_true_random=False), DAYS, SETTINGS)
def test_the_order_of_entries_says_nothing(
    log: list[Entry], pick: "object", on: dt.date, settings: Settings
) -> None:
    shuffled = [*log, *log[:3]]
    pick.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' Random
    assert work_out(PLAN, shuffled, on, settings) == work_out(PLAN, log, on, settings)


@given(LOGS, LOGS, DAYS)
def test_any_merge_of_two_logs_says_the_same(
    ours: list[Entry], theirs: list[Entry], on: dt.date
) -> None:
    merged = work_out(PLAN, [*ours, *theirs], on)
    assert work_out(PLAN, [*theirs, *ours], on) == merged
    assert work_out(PLAN, [*merged_twice(ours, theirs), *ours], on) == merged


def merged_twice(ours: list[Entry], theirs: list[Entry]) -> list[Entry]:
    return [one for pair in zip(ours, theirs, strict=False) for one in pair] + theirs


SEVERITY = {ON_TIME: 0, AT_RISK: 1, LATE: 2}


@given(LOGS, DAYS, st.integers(0, 200), SETTINGS)
def test_time_alone_makes_nothing_better(
    log: list[Entry], on: dt.date, later: int, settings: Settings
) -> None:
    known = [entry for entry in log if entry.date <= on]
    then = work_out(PLAN, known, on, settings)
    after = work_out(PLAN, known, on + dt.timedelta(days=later), settings)
    for before, now in zip(then.items, after.items, strict=True):
        if before.timeliness is not None:
            assert now.timeliness is not None
            assert SEVERITY[now.timeliness] >= SEVERITY[before.timeliness], before.item.code


@given(LOGS, DAYS)
def test_later_entries_change_no_earlier_day(log: list[Entry], on: dt.date) -> None:
    known = [entry for entry in log if entry.date <= on]
    assert work_out(PLAN, log, on) == work_out(PLAN, known, on)


def test_silence_is_no_share_on_time() -> None:
    silent = work_out(PLAN, [], day("08-01")).tally
    assert silent.judged
    assert silent.on_time_percent is None
    entry = make_entry(
        {"ngay": "2025-07-20", "nhiem_vu": "quy-che", "trang_thai": "đang thực hiện"}
    )
    assert work_out(PLAN, [entry], day("08-01")).tally.on_time_percent is not None
