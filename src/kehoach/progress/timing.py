"""Whether an item is on time on a day.

Nothing here looks at more than the entries up to that day, and with no new entry time only makes
things worse: what is late stays late, what is at risk does not become on time.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kehoach.language.day import show_day
from kehoach.language.deadline import Deadline, Kind
from kehoach.model.holidays import Calendar
from kehoach.progress.entry import Entry, Stage
from kehoach.progress.measures import Measure
from kehoach.progress.periods import Period, Rhythm, next_period, period_of
from kehoach.progress.stages import Course

RISK_DAYS = 5
"""Days of delay from which on a risk is to be reported (11-KH/BCĐ of Khánh Hòa, IV.1.d)."""

_ONE_DAY = dt.timedelta(days=1)


class Timeliness(StrEnum):
    """Whether it will be done in time (11-KH/BCĐ of Khánh Hòa, annex, no. 48)."""

    ON_TIME = "đúng tiến độ"
    AT_RISK = "có nguy cơ chậm"
    LATE = "chậm tiến độ"


class Basis(StrEnum):
    """What the time is judged by; only the first two can be."""

    DATED = "có ngày"
    PERIODIC = "theo kỳ"
    CONTINUOUS = "thường xuyên"
    RELATIVE = "theo việc khác"
    ON_REQUEST = "khi có yêu cầu"
    UNCLEAR = "chưa rõ hạn"
    NONE = "không nêu hạn"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project may set.

    ``risk_days`` is the threshold of early warning; in working days where ``working_days`` is set,
    for which ``calendar`` is needed. ``constantly`` is the period in which what goes on
    ``thường xuyên`` must be noted (``tháng``), empty where it is not judged.
    """

    risk_days: int = RISK_DAYS
    working_days: bool = False
    constantly: str = ""
    calendar: Calendar | None = None

    def days(self, after: dt.date, until: dt.date) -> int:
        """Return the days from *after* to *until* as the threshold counts them."""
        if self.working_days and self.calendar is not None:
            return self.calendar.working_days(after, until)
        return (until - after).days


@dataclass(frozen=True, slots=True)
class Timing:
    """Whether an item is on time: ``timeliness`` is None where nothing says by when.

    ``due`` is the day that decides next, ``reasons`` say why in Vietnamese. ``delay`` is by how
    many days it is late or is expected to be, 0 where it is not. ``period`` is the period of
    ``due``; ``missed`` names those that passed without being done.
    """

    basis: Basis
    timeliness: Timeliness | None
    due: dt.date | None = None
    reasons: tuple[str, ...] = ()
    delay: int = 0
    period: str = ""
    missed: tuple[str, ...] = ()


def basis_of(deadline: Deadline | None, written: str) -> Basis:
    """Return by what an item with this *deadline* is judged, apart from periods."""
    if deadline is None:
        return Basis.UNCLEAR if written else Basis.NONE
    if deadline.due:
        return Basis.DATED
    if deadline.fault or deadline.year_missing:
        return Basis.UNCLEAR
    if deadline.kind is Kind.RECURRING:
        return Basis.CONTINUOUS if deadline.every == "thường xuyên" else Basis.UNCLEAR
    return {Kind.RELATIVE: Basis.RELATIVE, Kind.ON_REQUEST: Basis.ON_REQUEST}.get(
        deadline.kind, Basis.UNCLEAR
    )


def judge_by_day(  # noqa: PLR0913, PLR0917  all that decides
    due: dt.date,
    day: dt.date,
    course: Course,
    entries: list[Entry],
    measure: Measure | None,
    settings: Settings,
) -> Timing:
    """Judge on *day* what is due by *due*."""
    done = course.completed or (measure.met_on if measure else None)
    if done is not None and (course.completed or done <= due):
        late = max(0, (done - due).days)
        if late:
            reason = f"hoàn thành sau hạn {late} ngày"
            return Timing(Basis.DATED, Timeliness.LATE, due, (reason,), late)
        return Timing(Basis.DATED, Timeliness.ON_TIME, due)
    if day > due:
        late = (day - due).days
        return Timing(Basis.DATED, Timeliness.LATE, due, (f"quá hạn {late} ngày",), late)
    delay, reasons = _expected_delay(due, day, course, entries, measure, settings)
    said = Timeliness.AT_RISK if reasons else Timeliness.ON_TIME
    return Timing(Basis.DATED, said, due, tuple(reasons), delay)


def _expected_delay(  # noqa: PLR0913, PLR0917  the same
    due: dt.date,
    day: dt.date,
    course: Course,
    entries: list[Entry],
    measure: Measure | None,
    settings: Settings,
) -> tuple[int, list[str]]:
    """Return by how many days *due* will be missed, and why it may be missed at all."""
    reasons: list[str] = []
    delay = 0
    forecast = next((e.forecast for e in reversed(entries) if e.forecast), None)
    if forecast and forecast > due:
        delay = (forecast - due).days
        reasons.append(f"dự kiến xong {show_day(forecast)}, sau hạn {delay} ngày")
    elif forecast and forecast < day:
        reasons.append(f"đã qua ngày dự kiến {show_day(forecast)} mà chưa xong")
    reached = measure.reached_on() if measure else None
    if reached and settings.days(due, min(reached, due + _ONE_DAY * 400)) >= settings.risk_days:
        if reached == dt.date.max:
            reasons.append("số liệu không tiến tới mức đề ra")
        else:
            delay = max(delay, (reached - due).days)
            reasons.append(f"với tốc độ hiện nay thì {show_day(reached)} mới đạt")
    left = settings.days(day, due)
    trusted = forecast is not None and day <= forecast <= due
    if left <= settings.risk_days and not trusted and course.stage is not Stage.AWAITING:
        unit = "ngày làm việc" if settings.working_days else "ngày"
        reasons.append(f"còn {left} {unit} mà chưa xong")
    return delay, reasons


def judge_by_period(
    rhythm: Rhythm,
    begin: dt.date | None,
    day: dt.date,
    courses: dict[Period, Course],
    settings: Settings,
) -> Timing:
    """Judge on *day* what recurs since *begin*; *courses* has the periods with entries.

    Late is what has a period that fell due behind the last one done. Periods that were passed over
    before that are named as missed.
    """
    done = {period for period, course in courses.items() if course.completed}
    if begin is None:
        reason = "chưa biết tính từ kỳ nào: kế hoạch không ghi ngày, nhật ký chưa có mục"
        return Timing(Basis.PERIODIC, None, reasons=(reason,))
    period = period_of(rhythm, begin)
    if period.due < begin:
        period = next_period(rhythm, period)
    open_periods: list[Period] = []
    while period.due < day:
        if period not in done:
            open_periods.append(period)
        period = next_period(rhythm, period)
    last_done = max(done, default=None)
    missed = tuple(one.name for one in open_periods)
    behind = [one for one in open_periods if last_done is None or one > last_done]
    if behind:
        first = behind[0]
        late = (day - first.due).days
        reason = f"kỳ {first.name} quá hạn {late} ngày"
        return Timing(
            Basis.PERIODIC, Timeliness.LATE, first.due, (reason,), late, first.name, missed
        )
    if last_done is not None and period <= last_done:
        period = next_period(rhythm, last_done)
    course = courses.get(period)
    waits = course is not None and course.stage is Stage.AWAITING
    left = settings.days(day, period.due)
    # A week is too short to warn of.
    if rhythm.months and left <= settings.risk_days and not waits:
        said = Timeliness.AT_RISK
        reason = f"kỳ {period.name} còn {left} ngày mà chưa xong"
    else:
        said, reason = Timeliness.ON_TIME, ""
    reasons = (reason,) if reason else ()
    return Timing(Basis.PERIODIC, said, period.due, reasons, 0, period.name, missed)
