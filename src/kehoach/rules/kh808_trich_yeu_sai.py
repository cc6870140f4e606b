"""Trích yếu là một cụm từ: không nhắc lại tên loại, không "V/v", không dấu chấm ở cuối.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.5.b: tên loại ở dòng trên (KẾ HOẠCH), trích yếu ở dòng
dưới, chữ in thường; "V/v" chỉ dùng cho công văn.

Sai: ``trich_yeu: Kế hoạch chuyển đổi số năm 2025.``
Đúng: ``trich_yeu: Chuyển đổi số năm 2025``
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH808", "trich-yeu-sai", Level.WARNING, since="0.1.0")

_PATH = ("van_ban", "trich_yeu")
_SUBJECT_MARK = re.compile(r"(?i)v/v\b|về việc v/v")
_NUMBER_NEXT = re.compile(r"\s*(?:số|\d)")


def check(context: Context) -> Iterator[Finding]:
    """Look at the begin and the end of the subject."""
    document = context.plan.document
    subject, type_name = document.subject, document.type_name
    if match := _SUBJECT_MARK.match(subject):
        message = "“V/v” chỉ dùng trong trích yếu của công văn"
        yield Finding(_PATH, message, "bỏ “V/v”", match.span())
    elif (
        fold(subject).startswith(f"{fold(type_name)} ")
        # "Kế hoạch số 02-KH/BCĐTW …" names another document.
        and not _NUMBER_NEXT.match(subject[len(type_name) :])
    ):
        message = f"trích yếu nhắc lại tên loại “{subject[: len(type_name)]}”"
        yield Finding(_PATH, message, "bỏ tên loại ở đầu trích yếu", (0, len(type_name)))
    if subject.isupper() and " " in subject:
        yield Finding(
            _PATH,
            "trích yếu viết hoa cả dòng",
            "viết chữ thường, hoa chữ cái đầu",
            (0, len(subject)),
        )
    if subject.endswith((".", ";", ",")) and not subject.endswith("..."):
        end = len(subject)
        yield Finding(_PATH, "cuối trích yếu không có dấu câu", "bỏ dấu cuối", (end - 1, end))
