"""Phụ lục được nhắc "kèm theo" phải có trong kế hoạch, và phụ lục có trong kế hoạch phải được nhắc.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục III.1: văn bản có phụ lục thì trong văn bản phải có chỉ
dẫn. Phụ lục nhắc bằng số thì số đó phải có.

Sai: "(Có Phụ lục I, II kèm theo)" mà không có ``phu_luc``, hoặc chỉ có một phụ lục
Đúng: thêm hai phụ lục vào ``phu_luc``
"""

from collections.abc import Iterator

from kehoach.rules.annex_mentions import annex_mentions
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH802", "phu-luc-thieu", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare what the text says of annexes with the annexes there are."""
    count = len(context.plan.annexes)
    mentions = list(annex_mentions(context.wording))
    for mention in mentions:
        beyond = [n for n, v in zip(mention.numbers, mention.values, strict=False) if v > count]
        if not mention.attached or (count and not beyond):
            continue
        path, stretch = context.wording.place(mention.start, mention.end)
        if not count:
            message = "văn bản nhắc phụ lục kèm theo nhưng không có phụ lục nào"
        else:
            message = f"văn bản nhắc Phụ lục {', '.join(beyond)} nhưng chỉ có {count} phụ lục"
        yield Finding(
            path, message, "thêm phụ lục đó (khóa phu_luc), hoặc bỏ chỗ nhắc tới", stretch
        )
    if not count:
        return
    if not mentions:
        yield Finding(
            ("phu_luc",),
            "có phụ lục nhưng trong văn bản không có chỗ nào nhắc tới",
            "thêm chỉ dẫn, ví dụ “(Chi tiết tại Phụ lục kèm theo)”",
        )
    elif count > 1 and all(mention.numbers for mention in mentions):
        named = {value for mention in mentions for value in mention.values}
        for i in range(count):
            if i + 1 not in named:
                yield Finding(
                    ("phu_luc", i),
                    f"phụ lục thứ {i + 1} không được nhắc tới trong văn bản",
                    "thêm chỉ dẫn ở chỗ liên quan",
                )
