"""Thời hạn không nên nêu mọi lúc một lượt.

"Ngay, thường xuyên, định kỳ hoặc khi có yêu cầu" gồm mọi lúc, nên không định ra lúc nào.

Sai: ``thoi_han: ngay, thường xuyên, định kỳ hoặc khi có yêu cầu``
Đúng: ``thoi_han: định kỳ hằng tháng và khi có yêu cầu``
"""

from collections.abc import Iterator

from kehoach.language.deadline import Kind
from kehoach.rules.context import Context
from kehoach.rules.deadlines import deadlines
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH315", "thoi-han-moi-luc", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for deadlines that are at once, always and on request."""
    for path, text, deadline in deadlines(context.plan):
        if deadline is None or deadline.due or not deadline.immediate:
            continue
        kinds = {part.kind for part in deadline.parts}
        if {Kind.RECURRING, Kind.ON_REQUEST} <= kinds:
            yield Finding(
                path,
                f"thời hạn “{text}” nêu mọi lúc nên không định ra lúc nào",
                "chọn một: ngày phải xong, kỳ lặp lại, hoặc khi có yêu cầu",
            )
