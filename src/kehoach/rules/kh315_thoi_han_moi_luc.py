"""Thời hạn không nên nêu mọi lúc một lượt.

"Ngay, thường xuyên, định kỳ hoặc khi có yêu cầu" gồm mọi lúc, nên không định ra lúc nào. Việc làm
một lần mà ghi như vậy do KH310 nêu.

Sai: ``thoi_han: ngay, thường xuyên, định kỳ hoặc khi có yêu cầu``
Đúng: ``thoi_han: định kỳ hằng tháng và khi có yêu cầu``
"""

from collections.abc import Iterator

from kehoach.language.deadline import Kind
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.kh310_thuong_xuyen_viec_mot_lan import one_off_work
from kehoach.source.place import Path

META = Rule("KH315", "thoi-han-moi-luc", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for deadlines that are at once, always and on request."""
    one_off: frozenset[Path] | None = None
    for path, text, deadline in context.deadlines:
        if deadline is None or deadline.due or not deadline.immediate:
            continue
        kinds = {part.kind for part in deadline.parts}
        if not {Kind.RECURRING, Kind.ON_REQUEST} <= kinds:
            continue
        one_off = _of_one_off_work(context) if one_off is None else one_off
        if path not in one_off:
            yield Finding(
                path,
                f"thời hạn “{text}” nêu mọi lúc nên không định ra lúc nào",
                "chọn một: ngày phải xong, kỳ lặp lại, hoặc khi có yêu cầu",
            )


def _of_one_off_work(context: Context) -> frozenset[Path]:
    """Return the paths of the deadlines that KH310 reports."""
    tasks = context.plan.assigned_tasks()
    return frozenset((*task.path, "thoi_han") for task in tasks if one_off_work(task))
