"""Prose that speaks of a time that is over."""

import re
from collections.abc import Iterator

from kehoach.drafting.draft import texts
from kehoach.drafting.levels import OldPeriod
from kehoach.drafting.redrafting import Redrafting
from kehoach.language.citation import find_citations
from kehoach.source.place import Path

_TIME = re.compile(
    r"\b(?:\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2}/\d{4}|quý [IV]{1,3}/\d{4}|năm \d{4})\b",
    re.IGNORECASE,
)
_PROSE_KEYS = frozenset({"doan", "noi_dung", "ten", "de_muc", "ghi_chu", "mo_dau", "ket_thuc"})
_PARTS = frozenset({"noi_dung", "phu_luc", "mo_dau", "ket_thuc"})
_SUBJECT: Path = ("van_ban", "trich_yeu")


def mark_old_times(work: Redrafting) -> None:
    """Put a comment at prose that speaks of a time that is over; dates of documents are none."""
    found: dict[Path, list[str]] = {}
    for path, text in texts(work.value):
        keys = [i for i, step in enumerate(path) if isinstance(step, str)]
        here = path[: keys[-1] + 1]
        if here == _SUBJECT or (here[-1] in _PROSE_KEYS and path[0] in _PARTS):
            found.setdefault(here, []).extend(_past_times(text, work.old))
    for path, times in found.items():
        if times:
            words = ", ".join(dict.fromkeys(times))
            work.draft.comment(path, f"Có thời gian đã qua, xem lại: {words}.")


def _past_times(text: str, old: OldPeriod) -> Iterator[str]:
    cited = [(one.start, max(one.end, one.date_end or 0)) for one in find_citations(text)]
    for match in _TIME.finditer(text):
        if any(start <= match.start() < end for start, end in cited):
            continue
        if old.holds(match[0]):
            yield match[0]
