"""Phụ lục được nhắc "kèm theo" phải có trong kế hoạch, và phụ lục có trong kế hoạch phải được nhắc.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục III.1: văn bản có phụ lục thì trong văn bản phải có chỉ
dẫn.

Sai: "(Có Phụ lục I, II kèm theo)" mà không có ``phu_luc``
Đúng: thêm hai phụ lục vào ``phu_luc``
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH802", "phu-luc-thieu", Level.WARNING, since="0.1.0")


_ATTACHED = re.compile(r"phụ lục[^.;()]{0,40}kèm theo|kèm theo[^.;()]{0,20}phụ lục")
_NAMED = re.compile(r"phụ lục")


def check(context: Context) -> Iterator[Finding]:
    """Compare what the text says of annexes with the annexes there are."""
    plan = context.plan
    body = [(path, text) for path, text in context.texts if path[0] != "phu_luc"]
    if not plan.annexes:
        for path, text in body:
            if _ATTACHED.search(fold(text)):
                yield Finding(
                    path, "văn bản nhắc phụ lục kèm theo nhưng không có phụ lục nào", "thêm phu_luc"
                )
    elif not any(_NAMED.search(fold(text)) for _, text in body):
        yield Finding(
            ("phu_luc",),
            "có phụ lục nhưng trong văn bản không có chỗ nào nhắc tới",
            "thêm chỉ dẫn, ví dụ “(Chi tiết tại Phụ lục kèm theo)”",
        )
