"""Nơi nhận: mỗi dòng một nơi, không lặp lại, không có "Như trên", dòng Lưu chỉ ở cuối.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.9: "Như trên" chỉ dùng khi văn bản có Kính gửi, kế
hoạch thì không có. Hướng dẫn 05-HD/VPTW, mục II.I.9: cũng vậy.

Sai: ``noi_nhan: [Như trên, "TT Đảng ủy; TT HĐND", "Lưu: VT"]``
Đúng: ``noi_nhan: [UBND tỉnh, TT Đảng ủy, TT HĐND, "Lưu: VT"]``
"""

from collections.abc import Iterator

from kehoach.language.fold import fold, strip_marks
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH807", "noi-nhan-sai", Level.NOTE, since="0.1.0")

_WITH_ADDRESSEE = ("báo cáo", "tờ trình", "công văn")


def check(context: Context) -> Iterator[Finding]:
    """Look at each recipient and at those before it."""
    document = context.plan.document
    seen: dict[str, Path] = {}
    last = len(document.recipients) - 1
    for i, recipient in enumerate(document.recipients):
        path: Path = ("van_ban", "noi_nhan", i)
        text = fold(recipient).strip(" -;.,")
        if text == "như trên" and not fold(document.type_name).startswith(_WITH_ADDRESSEE):
            message = "“Như trên” chỉ dùng khi văn bản có Kính gửi"
            yield Finding(path, message, "ghi tên từng nơi nhận")
        if i < last and text[:1] == "l" and strip_marks(text).startswith(("luu:", "luu v")):
            yield Finding(path, "dòng Lưu phải là dòng cuối", "chuyển xuống cuối nơi nhận")
        if text in seen:
            message = f"nơi nhận “{recipient}” ghi hai lần"
            yield Finding(path, message, "bỏ một dòng", related=seen[text])
        seen.setdefault(text, path)
        if (cut := recipient.rstrip(" ;.").find(";")) > 0:
            yield Finding(path, "một dòng nêu hai nơi nhận", "tách thành hai dòng", (cut, cut + 1))
