"""Names of bodies, levels and provinces that no longer are, met in the texts of a plan."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding
from kehoach.rules.running_text import Phrases, RunningText
from kehoach.source.place import Path

# Words that tell of the past: then the old name is the right one.
_PAST_BEFORE = late_pattern(
    r"(?:nguyên|cũ|trước|bàn giao|tiếp nhận|kế thừa|không (?:còn|tổ chức)|bỏ|giải thể|kết thúc"
    r"|thay|chấm dứt|sáp nhập|hợp nhất|sắp xếp|chuyển|tách|từng|thời kỳ|giai đoạn)\b[^.;]{0,60}\Z"
)
_PAST_AFTER = late_pattern(
    r"[\w\s-]{0,30}?(?:\(?(?:cũ|trước đây|trước (?:khi )?(?:sắp xếp|sáp nhập))|\(nay|, nay|nay là)"
    r"|\W{0,3}(?:kết thúc|chấm dứt|giải thể|bàn giao)|[^.;]{0,50}(?:sáp nhập|hợp nhất)"
)
_NEAR = 200  # characters behind a cited document in which its issuer and title stand


def known_to_be_after(context: Context) -> dt.date | None:
    """Return a day before which the plan cannot be: its date, else the last it cites."""
    date = context.plan.document.date
    if date is not None:
        return date.first_day()
    return max((c.date for _, c in context.citations if c.date), default=None)


class OldNames:
    """Names that ended on a day: looked up where all their words are in the plan."""

    def __init__(self, lines: Iterable[tuple[Iterable[str], str, str]]) -> None:
        """Take (names, first day without them in ISO form, what to write instead) of each line."""
        ends = {
            name.lower(): (dt.date.fromisoformat(since), meaning)
            for names, since, meaning in lines
            for name in names
        }
        self._ends, self._names = ends, Phrases(ends)

    def find(self, context: Context) -> Iterator[Finding]:
        """Yield a finding for each name that the plan uses though it has ended.

        Names in what tells of the past, or in a document cited from before that day, are right.
        """
        running = context.running_text
        names = self._names.possible_in(running)
        on = known_to_be_after(context) if names else None
        if on is None:
            return
        for start, end in sorted(_places(running, names).items()):
            since, meaning = self._ends[running.lower[start:end]]
            if on < since or _is_past(running, start, end):
                continue
            path, stretch = running.place(start, end)
            if not _in_old_document(context, path, stretch[0], since):
                day = written_day(since)
                yield Finding(
                    path,
                    f"“{running.text[start:end]}” không còn từ ngày {day}",
                    f"nay là {meaning}; nói chuyện đã qua thì thêm “(cũ)”",
                    stretch=stretch,
                    confidence=0.9,
                )


def _places(running: RunningText, names: Iterable[str]) -> Mapping[int, int]:
    """Return where *names* begin and end; of those that begin at one place, the longest."""
    by_head: dict[str, list[str]] = {}
    for name in sorted(names, key=len):
        by_head.setdefault(name.partition(" ")[0], []).append(name)
    found: dict[int, int] = {}
    for head, of_head in by_head.items():
        if len(of_head) == 1:
            found.update(running.words(of_head[0]))
            continue
        wanted = tuple(of_head)
        for start, _ in running.words(head):
            if not running.lower.startswith(wanted, start):
                continue
            for name in wanted:
                end = start + len(name)
                if running.lower.startswith(name, start) and not running.touches(end):
                    found[start] = end
    return found


def _is_past(running: RunningText, start: int, end: int) -> bool:
    return bool(
        _PAST_BEFORE.search(running.before(start, 80)) or _PAST_AFTER.match(running.after(end, 60))
    )


def _in_old_document(context: Context, path: Path, place: int, since: dt.date) -> bool:
    return any(
        cited.date is not None and cited.date < since and cited.end <= place <= cited.end + _NEAR
        for cited in context.citations_at(path)
    )
