"""Báo cáo định kỳ nên có ngày gửi.

Giao báo cáo tháng mà không nêu ngày thì nơi tổng hợp không biết lúc nào là chậm. Kế hoạch chưa có
``che_do_bao_cao`` thì xét lời văn: nêu báo cáo tuần, tháng, quý mà không chỗ nào ghi ngày gửi.

Sai: ``{ky: tháng, noi_nhan: Ban Chỉ đạo xã}``
Đúng: ``{ky: tháng, han: trước ngày 20 hằng tháng, noi_nhan: Ban Chỉ đạo xã}``
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH312", "bao-cao-thieu-han", Level.NOTE, since="0.1.0")

# When reports of half a year and of the year are due, the province says for all.
_PERIOD = re.compile(r"\b(?:tuần|(?<![0-9] )tháng|quý|định kỳ)\b")


_TIME = r"(?:tuần|tháng|quý)(?!\w|[ /]*[0-9IVX])"
_ONCE_EACH = r"[0-9]+ lần ?/ ?(?:tuần|tháng|quý)"
_ROUTINE = re.compile(
    rf"báo cáo[^.;\n]{{0,30}}(?:định kỳ|hằng|hàng|mỗi)[^.;0-9\n]{{0,10}}\b{_TIME}"
    rf"|(?:(?:định kỳ|hằng|hàng|mỗi)[^.;0-9\n]{{0,10}}\b{_TIME}|{_ONCE_EACH})[^.;\n]{{0,80}}báo cáo"
    rf"|báo cáo[^.;\n]{{0,60}}{_ONCE_EACH}"
)
_DAY = re.compile(r"\bngày\b|\bthứ (?:hai|ba|tư|năm|sáu)\b|\bcuối\b|\bđầu\b|\btrước\b")
_ELSEWHERE = re.compile(r"theo (?:quy định|hướng dẫn|yêu cầu|đề cương|mẫu)|lồng ghép|của tỉnh")


def check(context: Context) -> Iterator[Finding]:
    """Look for reports that recur without a day."""
    if not context.plan.reports:
        yield from _in_prose(context)
    for report in context.plan.reports:
        told = fold(f"{report.recipient} {report.content}")
        if report.deadline or _DAY.search(told) or _ELSEWHERE.search(told):
            continue
        if _PERIOD.search(fold(report.period)):
            yield Finding(
                report.path,
                f"báo cáo {report.period} không nêu ngày gửi",
                "thêm ngày gửi ở han, ví dụ: trước ngày 20 hằng tháng",
            )


def _in_prose(context: Context) -> Iterator[Finding]:
    """Look for reports that recur in the texts; a day for any of them settles all."""
    running = context.running_text
    found: list[tuple[int, str, str, re.Match[str]]] = []
    for start, text in running.texts_with("báo cáo"):
        folded = fold(text)
        found += [(start, text, folded, match) for match in _ROUTINE.finditer(folded)]
    if any(_DAY.search(folded) for _, _, folded, _ in found):
        return
    for start, text, folded, match in found:
        end = match.end() + folded.startswith(")", match.end())
        path, stretch = running.place(start + match.start(), start + end)
        # A report as deliverable says what is given, not when.
        if len(folded) == len(text) and path[-1] != "san_pham" and not _ELSEWHERE.search(folded):
            yield Finding(
                path,
                f"“{text[match.start() : end]}” không nêu ngày gửi",
                "thêm ngày: trước ngày … hằng tháng",
                stretch,
                confidence=0.85,
            )
