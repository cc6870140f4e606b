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
_SENTENCE = re.compile(r"[^.;\n]*")


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
                report.path, f"báo cáo {report.period} không nêu ngày gửi", "thêm han: trước ngày …"
            )


def _in_prose(context: Context) -> Iterator[Finding]:
    """Look for reports that recur in the texts; a day for any of them settles all."""
    running = context.running_text
    found = [
        (match, sentence)
        for start, text in running.texts_with("báo cáo")
        for match in _ROUTINE.finditer(fold(text))
        if (sentence := (start, text))
    ]
    if any(_DAY.search(fold(text)) for _, (_, text) in found):
        return
    for match, (start, text) in found:
        if len(fold(text)) == len(text) and not _ELSEWHERE.search(fold(text)):
            end = match.end() + text.startswith(")", match.end())
            path, stretch = running.place(start + match.start(), start + end)
            if path[-1] == "san_pham":  # what a task gives, not when
                continue
            yield Finding(
                path,
                f"“{text[match.start() : end]}” không nêu ngày gửi",
                "thêm ngày: trước ngày … hằng tháng",
                stretch,
                confidence=0.85,
            )
