"""Deadlines as plans write them: ``trước ngày 20/12/2025``, ``quý IV/2025``, ``thường xuyên``.

A deadline is what a text says about time: one or more statements, each a day, a period, something
that recurs, something that another document or event sets, or something done on request. What the
words mean is decided here, once:

- ``due`` is the last day that is still in time. ``trước`` excludes what follows it (``trước ngày
  20/12`` is the 19th, ``trước tháng 9`` the end of August); ``đến``, ``chậm nhất``, ``trong``,
  ``hết`` include it. Before an hour of a day (``trước 17h00 ngày 20/12``) that day is in time.
- A period is due on its last day. ``đầu năm`` is its first quarter, ``giữa năm`` its first half;
  of a month they are the first ten and the first twenty days (thượng tuần, trung tuần), of a
  quarter the first month and the first two. ``năm học 2025-2026`` ends on 31/5/2026.
- ``tầm nhìn``, ``định hướng đến năm 2030`` is no deadline beside one.
- What recurs until or within a period (``thường xuyên đến hết năm 2025``) is due at its end.
- A day without a year takes the year of the next one in its clause, else the year given.
- Dates of cited documents (``Kế hoạch số 11-KH/BCĐ ngày 28/7/2026``) are no deadlines.
- Nothing is made of weekends and holidays.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kehoach.language.fold import FoldedText, fold_keeping_places
from kehoach.language.period import Period, clause_bounds, read_period, read_years


class Kind(StrEnum):
    """What sets the time."""

    FIXED = "fixed"  # a day
    PERIOD = "period"  # a month, quarter, year, or from one day to another
    RECURRING = "recurring"
    RELATIVE = "relative"  # another event or document; also "ngay", at once
    ON_REQUEST = "on_request"


class Deadline(NamedTuple):
    """What a text says about time.

    ``every`` of what recurs is ``ngày``, ``tuần``, ``tháng``, ``quý``, ``năm``, ``thường xuyên``,
    a number of these (``6 tháng``), or ``""`` for a bare ``định kỳ``. ``day`` is the last day in
    time: of the month (31 is its end, however long it is), of the week (1 is Monday), or of the
    last month of the quarter. ``start`` is the first day of ``từ … đến …``. ``due`` is None for
    what recurs without end, is relative or on request, lacks its year, or cannot exist; ``fault``
    then says in Vietnamese why it cannot.

    Where a text makes several statements they are ``parts``, each with its own text. The whole has
    the latest ``due`` and the kind of the part that sets it, and the ``every`` and ``day`` of what
    recurs beside it.
    """

    kind: Kind
    text: str
    due: dt.date | None
    start: dt.date | None = None
    every: str = ""
    day: int | None = None
    immediate: bool = False
    parts: tuple["Deadline", ...] = ()
    year_missing: bool = False
    fault: str = ""


@lru_cache(maxsize=16384)
def read_deadline(text: str, year: int | None = None) -> Deadline | None:
    """Read what *text* says about time; days without a year are read in *year*.

    None when nothing can be read. Never raises: what cannot exist is a deadline with a ``fault``.
    """
    folded = fold_keeping_places(text)
    statements = _settle(list(_scan(folded.text)), folded.text)
    if not statements:
        return None
    whole = text.strip()
    statements = _give_years(statements, folded.text, year)
    if len(statements) == 1:
        return _deadline(statements[0], whole)
    parts = _cut(statements, folded, text)
    return _together([_deadline(*part) for part in zip(statements, parts, strict=True)], whole)


# Reading: one statement after the other, each at the place of a word. All text is folded.


class _Statement(NamedTuple):
    """One statement, [start, end) in the folded text."""

    kind: Kind
    start: int
    end: int
    finish: Period | None = None
    begin: Period | None = None
    before: bool = False  # the finish is excluded
    every: str = ""
    day: int | None = None
    immediate: bool = False
    fault: str = ""
    vision: bool = False  # tầm nhìn, định hướng
    closes: bool = False  # may be the end of what recurs before it
    year_missing: bool = False

    @property
    def is_only_now(self) -> bool:
        """Whether it says no more than ``ngay``."""
        return self.immediate and self.kind is Kind.RELATIVE


_WORD = re.compile(r"(?<!\w)[^\W_]\w*")
_DATE = r"[0-9]{1,2}(?: ?[/.-] ?| tháng )[0-9]{1,2}(?: ?[/.-] ?|,? năm )[0-9]{4}"
_CITATION = re.compile(
    r"[0-9]+(?:\.[0-9]+)?(?:/[0-9]{4})? ?[-/] ?(?!(?:ngày|tuần|tháng|quý|năm|lần)(?!\w))"
    rf"[a-zđ]{{2,}}[\w&]*(?:[-/.][\w&]+)*(?:,? ngày {_DATE})?"
)
_PERIOD = "ngày|tuần|tháng|quý|năm"
_EVERY = r"(?:hằng|hàng|mỗi|từng)"
# "trước 16h30 thứ sáu" leaves Friday in time, "trước thứ sáu" does not.
_LIMIT = r"(?:(?P<before>trước )(?P<hour>[0-9]{1,2} ?(?:giờ|h|g|:) ?[0-9]{0,2}(?: phút)?,? )?)?"
_ON_DAY = rf"{_LIMIT}(?:ngày |mùng |mồng )(?P<day>[0-9]{{1,2}})"
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "chủ nhật": 7}
_WEEKDAYS |= {str(number + 1): number for number in range(1, 7)}
_ON_WEEKDAY = (
    rf"{_LIMIT}(?:sáng |chiều |ngày )?(?:thứ (?P<week>hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)"
    r"|(?P<sunday>chủ nhật))"
)
_LINK = r"[ ,(*:]*(?:vào |báo cáo |chậm nhất |là |đến )*"

_DAY_OF = (
    re.compile(
        rf"{_ON_DAY}(?:(?: của| vào)? (?:{_EVERY}|các) tháng| ?/ ?tháng(?! ?[0-9])"
        r"|(?: của)? tháng (?:sau|kế tiếp|tiếp theo|liền kề)| của tháng(?! ?[0-9]))(?!\w)"
    ),
    re.compile(rf"(?:{_EVERY}) tháng{_LINK}{_ON_DAY}(?![0-9]| ?[/.-] ?[0-9]| tháng)"),
)
_DAY_OF_QUARTER = re.compile(rf"{_ON_DAY}(?: của)? tháng cuối(?: cùng)?(?: của)?(?: {_EVERY})? quý")
_LAST_DAY = re.compile(
    rf"ngày (?:làm việc )?cuối(?: cùng)?(?: của)?(?: {_EVERY})? (tháng|quý|tuần|năm)(?!\w| ?[0-9])"
)
_DAY_OF_WEEK = (
    re.compile(rf"{_ON_WEEKDAY} (?:{_EVERY}|của) tuần(?!\w)"),
    re.compile(rf"(?:{_EVERY}) tuần{_LINK}{_ON_WEEKDAY}"),
)
_TIMES = re.compile(
    r"(?:định kỳ )?(?:[0-9]{1,3}|một|hai|ba) lần(?: ?/ ?| (?:mỗi|trong|hằng|hàng)(?: một)? | một )"
    rf"(?:(?P<count>[0-9]{{1,3}}) )?(?P<period>{_PERIOD})(?!\w| ?[0-9])"
)
_PER_TIME = re.compile(
    rf"(?:định kỳ )?(?:{_EVERY} )?(?:(?P<count>[0-9]{{1,3}}) |một )?(?P<period>{_PERIOD})"
    r"(?: ?/ ?(?:[0-9]+ |một )?| (?:[0-9]+|một) )lần(?!\w)"
)
_EACH = re.compile(
    rf"(?:định kỳ,? )?(?:{_EVERY}|theo) (?:(?P<count>[0-9]{{1,2}}) )?(?P<period>{_PERIOD})"
    r"(?!\w| ?[0-9]| [ivx]+(?!\w)| học| của)"
)
_PERIODIC = re.compile(
    rf"định kỳ(?:[ ,(*]*(?:(?P<count>[0-9]{{1,2}}) )?(?P<period>{_PERIOD})(?!\w| ?[0-9]))?(?!\w)"
)
_CONSTANTLY = (
    r"(?:thường xuyên|liên tục|duy trì|24/(?:7|24(?:h| giờ)?)(?![0-9/])|quanh năm|suốt năm)(?!\w)"
)
_CONSTANT = re.compile(rf"(?<!chi ){_CONSTANTLY}(?:(?:,| và)? {_CONSTANTLY})*")

_DURATION = (
    r"[0-9]+(?: ?\([^()]{1,20}\))?"
    r" (?:giờ làm việc|giờ|tiếng|phút|ngày làm việc|ngày|tuần|tháng|năm)(?!\w)"
)
_WITHIN = (
    r"(?:trong(?: vòng| thời hạn| thời gian)?|chậm nhất(?: là)?(?: trong)?|không quá|tối đa|sau)"
)
_REST = r"[^;,.]*"
_AFTER = (
    re.compile(
        rf"(?:{_WITHIN} )?{_DURATION},? (?:(?:kể |tính )?từ (?:khi|ngày|thời điểm|lúc|[0-9])"
        rf"|sau|trước khi){_REST}"
    ),
    re.compile(rf"{_WITHIN} {_DURATION}(?! ?[0-9]| đầu| cuối| (?:của )?năm|,? (?:ngày|thứ) )"),
    re.compile(rf"(?:ngay )?(?:sau|trước|kể từ|từ) khi {_REST}"),
    re.compile(rf"(?:(?:kể |tính )?từ|sau) (?:ngày|thời điểm) (?![0-9]){_REST}"),
    re.compile(rf"sau (?:ngày |tháng |quý |năm )?[0-9ivx]+(?!\w){_REST}"),
    re.compile(rf"(?:cho )?đến khi {_REST}"),
)
_DURATION_ALONE = re.compile(rf"{_DURATION}")
_ACCORDING = re.compile(
    r"theo (?:đúng |sát )?(?:sự |từng )?(?:kế hoạch|kh|chỉ đạo|hướng dẫn|tiến độ|lộ trình|quy định"
    r"|thời gian|thời hạn|thời điểm|lịch|chương trình|văn bản|thông báo|công văn|quy chế|phân công"
    rf"|giai đoạn(?! ?[0-9]))(?!\w)(?:,? ngày {_DATE})?"
)
_REQUEST = re.compile(
    r"khi (?:có|cần|phát sinh|xảy ra|được|nhận|cấp trên|cơ quan|cấp có thẩm quyền)(?!\w)"
    r"|theo (?:yêu cầu|đề nghị|đề xuất|nhu cầu)(?!\w)|đột xuất(?!\w)"
)
_NOW = re.compile(
    r"(?:ngay|lập tức)(?!\w)(?! (?:tại|từ|sau|khi|trong|cả|trước|đầu|vào))(?: lập tức)?"
)

_LEAD = re.compile(
    r"(?P<vision>(?:tầm nhìn|định hướng) (?:(?:đến|tới) )?)?"
    r"(?P<verb>(?:hoàn thành|kết thúc|phấn đấu) (?:xong )?)?"
    r"(?P<words>(?:(?:cho đến|đến|tới|hết|vào|trong|xong|là|chậm nhất|muộn nhất|trễ nhất"
    r"|không (?:muộn|chậm|trễ) hơn|hạn(?: cuối| chót)?|thời hạn)[ :]){0,6})"
    r"(?P<since>(?:kể từ|bắt đầu từ|từ) )?"
    r"(?P<before>trước (?:thời điểm |mốc )?(?!cuối )(?![0-9]{1,2} ?(?:giờ|h|g|:)))?"
)
_UNTIL = re.compile(r"(?: ?- ?| (?:cho )?đến | tới )(?:hết )?(?P<before>trước )?")
_EVERY_YEAR = re.compile(rf" {_EVERY} năm(?!\w)")
_TO_BE_DONE = re.compile(
    r",? (?:cơ bản )?(?:hoàn thành|đạt|xong|phải|kết thúc|báo cáo|tổng kết)(?!\w)"
)


def _scan(text: str) -> Iterator[_Statement]:
    place = 0
    while word := _WORD.search(text, place):
        if citation := _CITATION.match(text, word.start()):
            place = citation.end()
            continue
        found = next((s for read in _READERS if (s := read(text, word.start()))), None)
        place = found.end if found else word.end()
        if found:
            yield found


def _read_day_of_period(text: str, place: int) -> _Statement | None:
    """Read ``trước ngày 20 hằng tháng``, ``thứ sáu hằng tuần``, ``ngày 15 tháng cuối quý``."""
    patterns = ((_DAY_OF_QUARTER, "quý"), *((p, "tháng") for p in _DAY_OF))
    for pattern, every in patterns:
        if m := pattern.match(text, place):
            day = int(m["day"])
            if not 1 <= day <= _LONGEST_MONTH:
                fault = f"không có ngày {day}"
                return _Statement(Kind.RECURRING, *m.span(), every=every, fault=fault)
            return _Statement(Kind.RECURRING, *m.span(), every=every, day=_in_time(m, day, 31))
    for pattern in _DAY_OF_WEEK:
        if m := pattern.match(text, place):
            day = _in_time(m, _WEEKDAYS[m["week"] or m["sunday"]], 7)
            return _Statement(Kind.RECURRING, *m.span(), every="tuần", day=day)
    if m := _LAST_DAY.match(text, place):
        last = {"tháng": 31, "quý": 31, "tuần": 7, "năm": None}[m[1]]
        return _Statement(Kind.RECURRING, *m.span(), every=m[1], day=last)
    return None


_LONGEST_MONTH = 31


def _in_time(match: re.Match[str], day: int, longest: int) -> int:
    """Return the last day in time; the one before the first is the last of the period before."""
    if match["before"] and not match["hour"]:
        return day - 1 or longest
    return day


def _read_recurring(text: str, place: int) -> _Statement | None:
    for pattern in (_TIMES, _PER_TIME, _EACH, _PERIODIC):
        if m := pattern.match(text, place):
            count, period = m["count"], m["period"] or ""
            every = f"{int(count)} {period}" if count and int(count) > 1 else period
            return _Statement(Kind.RECURRING, *m.span(), every=every)
    if m := _CONSTANT.match(text, place):
        return _Statement(Kind.RECURRING, *m.span(), every="thường xuyên")
    return None


def _read_relative(text: str, place: int) -> _Statement | None:
    for pattern in (*_AFTER, _ACCORDING):
        if m := pattern.match(text, place):
            return _Statement(Kind.RELATIVE, *m.span())
    if (m := _DURATION_ALONE.match(text, place)) and all(clause_bounds(text, *m.span())):
        return _Statement(Kind.RELATIVE, *m.span())
    if m := _REQUEST.match(text, place):
        return _Statement(Kind.ON_REQUEST, *m.span())
    if m := _NOW.match(text, place):
        return _Statement(Kind.RELATIVE, *m.span(), immediate=True)
    return None


def _read_dated(text: str, place: int) -> _Statement | None:
    lead = _LEAD.match(text, place)
    if lead is None:
        return None
    at, before = lead.end(), bool(lead["before"])
    vision = bool(lead["vision"])
    if years := read_years(text, at):
        first, last, end = years
        return _Statement(Kind.PERIOD, place, end, last, first, vision=vision, closes=True)
    led = vision or before or bool(lead["words"] or lead["since"])
    found = read_period(text, at, led=led)
    if found is None:
        return None
    finish, end = found
    begin = finish if finish.is_span else None
    until = None if before else _UNTIL.match(text, end)
    if until and (second := read_period(text, until.end(), led=True)):
        begin, (finish, end) = finish, second
        before = bool(until["before"])
    if finish.year is None and begin is None and (yearly := _EVERY_YEAR.match(text, end)):
        return _Statement(Kind.RECURRING, place, yearly.end(), every="năm", fault=finish.fault)
    if lead["since"] and begin is None:
        return _Statement(Kind.RECURRING, place, end, begin=finish)
    ends_what_recurs = not (before or lead["verb"] or _TO_BE_DONE.match(text, end))
    return _Statement(
        Kind.FIXED if finish.is_day and begin is None else Kind.PERIOD,
        place,
        end,
        finish,
        begin,
        before=before,
        vision=vision,
        closes=ends_what_recurs and not (finish.is_day and begin is None and not lead["words"]),
    )


_READERS: tuple[Callable[[str, int], _Statement | None], ...] = (
    _read_day_of_period,
    _read_recurring,
    _read_dated,
    _read_relative,
)


# Settling: what belongs together, which years, and the whole.


def _settle(found: list[_Statement], text: str) -> list[_Statement]:
    """Join the statements that are one, and leave out those that add nothing."""
    if any(s.finish and not s.vision for s in found):
        found = [s for s in found if not s.vision]
    joined: list[_Statement] = []
    for statement in found:
        if joined and (one := _joined(joined[-1], statement, text)):
            joined[-1] = one
        else:
            joined.append(statement)
    settled: list[_Statement] = []
    recurring: list[int] = []
    for statement in joined:
        same = next((i for i in recurring if _says_the_same(settled[i], statement)), None)
        if same is not None:
            end = statement.end if same == len(settled) - 1 else settled[same].end
            settled[same] = _more_exact(settled[same], statement)._replace(end=end)
            continue
        if statement.kind is Kind.RECURRING:
            recurring.append(len(settled))
        settled.append(statement)
    return settled


def _joined(first: _Statement, second: _Statement, text: str) -> _Statement | None:
    """Return the two as one statement where they stand in one clause and are one."""
    between = text[first.end : second.start]
    if _CLAUSE_CUT.search(between):
        return None
    if first.is_only_now:
        return second._replace(start=first.start, immediate=True)
    if second.is_only_now:
        return first._replace(end=second.end, immediate=True)
    goes_on = (
        first.kind is Kind.RECURRING
        and not (first.finish or first.begin)
        and (second.closes or second.begin)
        and _NO_MORE_BETWEEN.fullmatch(between)
    )
    if not goes_on:
        return None
    return first._replace(
        end=second.end, finish=second.finish, begin=second.begin, before=second.before
    )


_CLAUSE_CUT = re.compile(r";|\.(?= |$)")
_NO_MORE_BETWEEN = re.compile(r"[ ,(]*(?:cho |trong suốt |suốt )?")


def _says_the_same(first: _Statement, second: _Statement) -> bool:
    """Tell whether both recur alike; a bare ``định kỳ`` is like any."""
    if second.kind is not Kind.RECURRING:
        return False
    same_period = first.every == second.every or not (first.every and second.every)
    return same_period and not (first.day and second.day and first.day != second.day)


def _more_exact(first: _Statement, second: _Statement) -> _Statement:
    return first._replace(
        finish=first.finish or second.finish,
        begin=first.begin or second.begin,
        before=first.before or second.before,
        every=first.every or second.every,
        day=first.day or second.day,
        immediate=first.immediate or second.immediate,
        fault=first.fault or second.fault,
    )


def _give_years(statements: list[_Statement], text: str, year: int | None) -> list[_Statement]:
    """Return the statements with a year in every period, as far as one is known."""
    dated: list[_Statement] = []
    later: _Statement | None = None
    for statement in reversed(statements):
        limit = None
        if later and not _CLAUSE_CUT.search(text, statement.end, later.start):
            limit = later.finish
        later = _with_year(statement, limit, year)
        dated.append(later)
    return dated[::-1]


def _with_year(statement: _Statement, limit: Period | None, year: int | None) -> _Statement:
    begin, finish = statement.begin, statement.finish
    missing = False
    if finish is not None and finish.year is None:
        if begin is not None and begin.year is not None:
            finish = _not_before(finish, begin)
        elif limit is not None and limit.year is not None:
            finish = _not_after(finish, limit)
        else:
            missing = True
            finish = finish if year is None else finish.in_year(year)
    if begin is not None and begin.year is None:
        if finish is not None and finish.year is not None:
            begin = _not_after(begin, finish)
        elif finish is None:
            missing = True
            begin = begin if year is None else begin.in_year(year)
    return statement._replace(begin=begin, finish=finish, year_missing=missing)


def _not_after(period: Period, limit: Period) -> Period:
    """Return *period* in the year of *limit*, or in the one before when that would be later."""
    year = limit.year or 0
    return period.in_year(year if period.first <= _end_of(limit) else year - 1)


def _not_before(period: Period, limit: Period) -> Period:
    """Return *period* in the year of *limit*, or in the one after when that would be earlier."""
    year = limit.year or 0
    return period.in_year(year if _end_of(period) >= limit.first else year + 1)


def _end_of(period: Period) -> tuple[int, int]:
    month, day = period.last
    return month, day or _LONGEST_MONTH


def _deadline(statement: _Statement, text: str) -> Deadline:
    begin, finish = statement.begin, statement.finish
    start = begin.first_day() if begin else None
    due = None
    if finish is not None:
        due = finish.last_day()
        if statement.before and (first := finish.first_day()):
            due = first - dt.timedelta(days=1)
    fault = statement.fault or (finish.fault if finish else "") or (begin.fault if begin else "")
    if start and due and start > due:
        fault = "ngày bắt đầu sau ngày kết thúc"
    # From a day on, without an end: what goes on.
    every = "thường xuyên" if begin and not (finish or statement.every) else statement.every
    return Deadline(
        statement.kind,
        text,
        None if fault else due,
        start,
        every,
        statement.day,
        statement.immediate,
        (),
        statement.year_missing,
        fault,
    )


def _cut(statements: list[_Statement], folded: FoldedText, text: str) -> list[str]:
    """Return the text of each statement as written: its clause, or its share of it."""
    cuts = [0]
    for statement, following in pairwise(statements):
        between = (folded.text, statement.end, following.start)
        cut = _CLAUSE_CUT.search(*between) or _SHARE_CUT.search(*between)
        cuts.append(cut.start() if cut else following.start)
    last = _CLAUSE_CUT.search(folded.text, statements[-1].end)
    cuts.append(last.start() if last else len(folded.text))
    stretches = [_trimmed(folded.text, start, end) for start, end in pairwise(cuts)]
    return [text[slice(*folded.stretch(*stretch))] for stretch in stretches]


_SHARE_CUT = re.compile(r"[,(]")
_LOOSE = " ,;.:*(-"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) without the marks and the conjunction at its ends."""
    share = text[start:end].rstrip(_LOOSE)
    for conjunction in (" và", " hoặc"):
        share = share.removesuffix(conjunction).rstrip(_LOOSE)
    if "(" not in share.lstrip(_LOOSE):
        share = share.rstrip(_LOOSE + ")")
    return start + len(share) - len(share.lstrip(_LOOSE + ")")), start + len(share)


def _together(parts: list[Deadline], text: str) -> Deadline:
    """Return the whole of several statements."""
    recurring = next((part for part in parts if part.kind is Kind.RECURRING), None)
    return Deadline(
        _leading(parts).kind,
        text,
        max((part.due for part in parts if part.due), default=None),
        min((part.start for part in parts if part.start), default=None),
        recurring.every if recurring else "",
        recurring.day if recurring else None,
        any(part.immediate for part in parts),
        tuple(parts),
        any(part.year_missing for part in parts),
        next((part.fault for part in parts if part.fault), ""),
    )


def _leading(parts: list[Deadline]) -> Deadline:
    """Return the part that sets the kind: the latest day, else the first of the firmest kind."""
    dated = [part for part in parts if part.due]
    if dated:
        return max(dated, key=lambda part: part.due or dt.date.min)
    return min(parts, key=lambda part: _FIRMNESS.index(part.kind))


_FIRMNESS = (Kind.FIXED, Kind.PERIOD, Kind.RECURRING, Kind.RELATIVE, Kind.ON_REQUEST)
