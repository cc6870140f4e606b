"""Calendars of deadlines, read back by a library that knows RFC 5545."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.output.status_report.ics import escape, fold, report_ics, rule
from kehoach.progress.periods import Rhythm
from kehoach.reporting.report import Report

ReportOf = Callable[..., Report]
ROOT = Path(__file__).parents[2]


def _events(report: Report) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(report_ics(report))
    assert not calendar.errors
    events = calendar.walk("VEVENT")
    return {str(event["UID"]).partition("@")[0]: event for event in events}


def test_what_is_still_to_be_done_is_an_event_with_reminders(report_of: ReportOf) -> None:
    events = _events(report_of("2025-10"))
    assert set(events) == {
        "chi_tieu-ho-so",
        "nhiem_vu-quy-che",
        "nhiem_vu-tap-huan",
        "nhiem_vu-tong-hop",
    }
    event = events["nhiem_vu-tap-huan"]
    assert str(event["SUMMARY"]) == "Tập huấn"
    assert event.decoded("DTSTART") == dt.date(2025, 10, 31)
    triggers = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    assert triggers == [dt.timedelta(hours=8 - 24 * days) for days in (5, 3, 0)]


def test_what_recurs_is_one_event_with_a_rule(report_of: ReportOf) -> None:
    event = _events(report_of("2025-10"))["nhiem_vu-tong-hop"]
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=19"  # before the 20th


@pytest.mark.parametrize(
    ("recurs", "due", "expected"),
    [
        (Rhythm(1, 0, 20), dt.date(2025, 10, 20), "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=20"),
        (Rhythm(3, 0, None), dt.date(2025, 12, 31), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        (
            Rhythm(1, 0, 30),
            dt.date(2026, 2, 28),
            "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30;BYSETPOS=-1",
        ),
        (Rhythm(0, 7, 5), dt.date(2025, 10, 17), "FREQ=WEEKLY;BYDAY=FR"),
        (Rhythm(0, 1, None), dt.date(2025, 10, 17), "FREQ=DAILY"),
    ],
    ids=["day of month", "end of quarter", "day that February lacks", "day of week", "daily"],
)
def test_rules(recurs: Rhythm, due: dt.date, expected: str) -> None:
    assert rule(recurs, due) == expected


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back(text: str) -> None:
    lines = fold(f"SUMMARY:{escape(text)}")
    assert all(len(line) <= 75 for line in lines.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + lines + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (event,) = read.walk("VEVENT")
    assert str(event["SUMMARY"]) == text


@pytest.mark.parametrize("name", ["huong-phung", "hop-minh", "nghia-hanh", "xuan-hung"])
def test_calendars_of_real_plans_are_read(report_of: ReportOf, name: str) -> None:
    report = report_of("2025-10", name=name)
    dated = [
        line for line in report.lines if line.now.timing.due and line.now.stage != "hoàn thành"
    ]
    assert len(_events(report)) == len(dated) > 0
