"""A report as the variables of its templates; ``docs/bao-cao.md`` lists them.

Texts that were not noted are empty here: the template says what stands in their place.
"""

from kehoach.document.profile import Profile
from kehoach.document.variables import Variables
from kehoach.language.day import show_day
from kehoach.output.status_report.frame import frame_variables
from kehoach.progress.entry import Stage
from kehoach.progress.status import Tally
from kehoach.progress.timing import Basis, Timeliness
from kehoach.reporting.gantt import Gantt, make_gantt
from kehoach.reporting.line import Line
from kehoach.reporting.report import Change, Report, Share
from kehoach.reporting.windows import Window

_BAR = 10
"""Cells of a bar: each is a tenth."""


def report_variables(report: Report, profile: Profile) -> Variables:
    """Return the variables for *report*; *profile* writes symbols and dates as its form wants."""
    gantt = make_gantt(report)
    return {
        **frame_variables(report, profile),
        "ky": period(report.window),
        "tong": _totals(report),
        "nhom": [share(one) for one in report.by_group()],
        "theo_don_vi": [share(one) for one in report.by_unit()],
        "hoan_thanh": [line(one) for one in report.done()],
        "dang_lam": [line(one) for one in report.worked_on()],
        "cham": [line(one) for one in report.late()],
        "nguy_co": [line(one) for one in report.at_risk()],
        "chi_tieu": [figures(one) for one in report.targets()],
        "thay_doi": [change(one) for one in report.changes()],
        "kho_khan": [line(one) for one in report.lines if one.difficulties],
        "de_xuat": [line(one) for one in report.lines if one.proposals],
        "viec_toi": [next_line(one, report) for one in report.next_work()],
        "tat_ca": [
            {"ten": group, "muc": [line(one) for one in lines]}
            for group, lines in groups(report).items()
        ],
        "bieu_do": gantt and chart(gantt),
    }


def chart(gantt: Gantt) -> Variables:
    """Return a chart of time: its columns, and for each item a mark for each of them."""
    return {
        "cot": gantt.columns,
        "cot_nay": gantt.today,
        "dong": [{**line(bar.line), "o": list(map(str, bar.marks))} for bar in gantt.bars],
    }


def groups(report: Report) -> dict[str, list[Line]]:
    """Return the lines of *report* by the section they stand in."""
    found: dict[str, list[Line]] = {}
    for one in report.lines:
        found.setdefault(one.item.group, []).append(one)
    return found


def period(window: Window) -> Variables:
    """Return what is said of *window*."""
    return {
        "loai": str(window.cycle),
        "ten": window.title,
        "tu": show_day(window.first),
        "den": show_day(window.last),
        "ky_toi": window.next_title,
    }


def counts(tally: Tally) -> Variables:
    """Return how many items stand where."""
    return {
        "muc": tally.total,
        "giai_doan": [{"ten": str(stage), "so": tally.stages[stage]} for stage in Stage],
        "thoi_gian": [{"ten": str(time), "so": tally.times[time]} for time in Timeliness],
        "khong_xet": tally.times[None],
        "dung_han": percent(tally.on_time_percent),
    }


def _totals(report: Report) -> Variables:
    targets = sum(one.is_target for one in report.lines)
    now = counts(report.status.tally)
    return {
        **now,
        "chi_tieu": targets,
        "nhiem_vu": now["muc"] - targets,
        "ky_truoc": counts(report.before.tally),
    }


def share(one: Share) -> Variables:
    """Return how far a group or a unit is, with a bar of tenths: done, begun, not begun."""
    total = max(one.tally.total, 1)
    done = one.done * _BAR // total
    begun = (one.done + one.begun) * _BAR // total - done
    return {
        "ten": one.name,
        "muc": one.tally.total,
        "hoan_thanh": one.done,
        "dang_lam": one.begun,
        "cham": one.late,
        "nguy_co": one.risky,
        "dung_han": percent(one.tally.on_time_percent),
        "thanh": {"xong": done, "dang": begun, "con": _BAR - done - begun},
    }


def line(one: Line) -> Variables:
    """Return what is said of an item."""
    now, item = one.now, one.item
    return {
        "ma": item.code,
        "la_chi_tieu": one.is_target,
        "ten": item.title,
        "chu_tri": item.units,
        "phoi_hop": item.cooperating,
        "san_pham": item.deliverable,
        "muc_dat": item.written_goal,
        "han_ghi": item.written_deadline,
        "han": deadline(one),
        "giai_doan": str(now.stage),
        "thoi_gian": str(now.timeliness) if now.timeliness else "",
        "ly_do": now.timing.reasons,
        "con_thieu": now.lacking,
        "so_lieu": str(one.figure.quantity) if one.figure else "",
        "ket_qua": one.results,
        "ket_qua_gan_nhat": now.last("result"),
        "minh_chung": one.evidence,
        "moi_minh_chung": now.evidence,
        "ky_xong": one.periods,
        "ngay_xong": show_day(now.completed),
        "kho_khan": one.difficulties,
        "nguyen_nhan": now.last("cause"),
        "trach_nhiem": one.responsible,
        "bien_phap": now.last("remedy"),
        "du_kien": show_day(now.forecast),
        "viec_tiep": one.next_steps,
        "de_xuat": one.proposals,
    }


def figures(one: Line) -> Variables:
    """Return the figures of a target: start, report before, now, goal, and a bar of tenths."""
    measure = one.now.measure
    share_done = measure.share if measure else None
    start = measure.figures[0] if measure and measure.figures else None
    before, now = one.figure_before, one.figure
    filled = None if share_done is None else int(share_done * _BAR)
    return {
        **line(one),
        "dau": str(start.quantity) if start else "",
        "ngay_dau": show_day(start.date) if start else "",
        "ky_truoc": str(before.quantity) if before else "",
        "nay": str(now.quantity) if now else "",
        "ngay_nay": show_day(now.date) if now else "",
        "dat": bool(measure and measure.is_met),
        "thanh": None if filled is None else {"xong": filled, "con": _BAR - filled},
    }


def change(one: Change) -> Variables:
    """Return how an item moved; a pair is empty where it did not."""
    return {
        **line(one.line),
        "doi_giai_doan": tuple(map(str, one.stages)) if one.is_of_stage else (),
        "doi_thoi_gian": tuple(str(time or "không xét") for time in one.times)
        if one.is_of_time
        else (),
    }


def next_line(one: Line, report: Report) -> Variables:
    """Return an item of the next window's work, and whether it falls due in it."""
    return {**line(one), "den_han": report.is_due_next(one) or one.is_at_risk}


def deadline(one: Line) -> str:
    """Return by when it is due: the day that decides, else what the plan writes."""
    timing = one.now.timing
    if timing.due is not None and timing.basis in {Basis.DATED, Basis.PERIODIC}:
        return show_day(timing.due)
    return one.item.written_deadline


def percent(value: float | None) -> str:
    """Return *value* as Vietnamese writes it, without decimals where there are none."""
    return "" if value is None else f"{value:.1f}".removesuffix(".0").replace(".", ",") + "%"
