"""Deadlines of a plan as a calendar (RFC 5545), with reminders before each.

Only what is still to be done and has a day is in it. What recurs is one event with a rule. The
same report gives the same bytes: the stamp is the end of its window, the names of events are made
of commune and code, so a newer calendar replaces the events of an older one.
"""

import datetime as dt
from collections.abc import Iterator

from kehoach.progress.entry import Stage
from kehoach.progress.periods import Rhythm, rhythm
from kehoach.progress.timing import Basis
from kehoach.reporting.line import Line
from kehoach.reporting.report import Report

REMINDERS = (5, 3, 0)
"""Days before the deadline; 5 is the threshold of early warning, 3 that of monthly scoring."""
_WIDEST = 75  # octets of a line, RFC 5545, 3.1
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ONE_DAY = dt.timedelta(days=1)
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31


def report_ics(report: Report) -> bytes:
    """Return the calendar of what *report* says is still to be done."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kehoach//kehoach//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(f'Thời hạn: {report.plan.commune.name}')}",
    ]
    for line in report.lines:
        if line.now.timing.due is not None and line.now.stage is not Stage.COMPLETED:
            lines += _event(line, line.now.timing.due, report)
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)


def _event(line: Line, due: dt.date, report: Report) -> Iterator[str]:
    plan, item = report.plan, line.item
    place = plan.commune.code or plan.name
    yield "BEGIN:VEVENT"
    yield f"UID:{item.kind}-{item.code}@{place}.{plan.name}.kehoach"
    yield f"DTSTAMP:{report.window.last:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + _ONE_DAY:%Y%m%d}"
    if line.now.timing.basis is Basis.PERIODIC:
        recurs = rhythm(item.deadline)
        if recurs is not None:
            yield f"RRULE:{rule(recurs, due)}"
    yield f"SUMMARY:{escape(item.title)}"
    said = [
        f"Chủ trì: {'; '.join(item.units)}" if item.units else "",
        f"Mức đề ra: {item.written_goal}" if item.written_goal else "",
        f"Sản phẩm: {item.deliverable}" if item.deliverable else "",
        f"Giai đoạn: {line.now.stage} (đến {report.window.last:%d/%m/%Y})",
    ]
    yield f"DESCRIPTION:{escape(chr(10).join(filter(None, said)))}"
    yield "TRANSP:TRANSPARENT"
    for days in REMINDERS:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        left = f"Còn {days} ngày" if days else "Đến hạn hôm nay"
        yield f"DESCRIPTION:{escape(f'{left}: {item.title}')}"
        # All-day events begin at midnight; a reminder is of use in the morning.
        yield f"TRIGGER:-P{days - 1}DT16H" if days else "TRIGGER:PT8H"
        yield "END:VALARM"
    yield "END:VEVENT"


def rule(recurs: Rhythm, due: dt.date) -> str:
    """Return the recurrence rule of what *recurs* and is due on *due*."""
    if recurs.days == 1:
        return "FREQ=DAILY"
    if recurs.days:
        return f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[due.weekday()]}"
    if recurs.day is None or recurs.day >= _LONGEST_MONTH:
        days = "-1"
    elif recurs.day > _SHORTEST_MONTH:  # where a month has no such day, its last one
        days = f"{','.join(map(str, range(_SHORTEST_MONTH, recurs.day + 1)))};BYSETPOS=-1"
    else:
        days = str(recurs.day)
    return f"FREQ=MONTHLY;INTERVAL={recurs.months};BYMONTHDAY={days}"


def escape(text: str) -> str:
    """Return *text* as a value of the type TEXT (RFC 5545, 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """Return *line* folded after 75 octets, never inside a letter (RFC 5545, 3.1)."""
    parts: list[bytes] = []
    current = b""
    for letter in line:
        encoded = letter.encode("utf-8", "replace")
        if len(current) + len(encoded) > _WIDEST:
            parts.append(current)
            current = b" "
        current += encoded
    return b"\r\n".join([*parts, current]) + b"\r\n"
