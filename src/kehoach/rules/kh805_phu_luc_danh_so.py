"""Phụ lục đánh số theo thể thức: chữ số La Mã ở cơ quan nhà nước, chữ số Ả Rập ở cơ quan đảng.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục III.1.a: từ hai phụ lục trở lên thì đánh số thứ tự bằng
chữ số La Mã; một phụ lục thì không đánh số. Hướng dẫn 05-HD/VPTW, mục II.II.1.1: đánh số bằng chữ
số Ả Rập (văn bản đảng trước 27/5/2026 chỉ được nhắc khi xem cả chỗ còn ngờ).

Sai: "(Phụ lục 1 kèm theo)" theo nd30; "(Phụ lục I, II kèm theo)" theo hd05
Đúng: "(Phụ lục kèm theo)", "(Phụ lục I, II kèm theo)" theo nd30; "(Phụ lục 1, 2)" theo hd05
"""

import datetime as dt
from collections.abc import Iterator

from kehoach.rules.annex_mentions import annex_mentions
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

_FORM = {"nd30": "Nghị định 30/2020/NĐ-CP", "hd05": "Hướng dẫn 05-HD/VPTW"}

META = Rule("KH805", "phu-luc-danh-so", Level.WARNING, since="0.1.0")

# Hướng dẫn 05-HD/VPTW, phần III.1; what the guideline before it asked is not known here.
_PARTY_FORM = dt.date(2026, 5, 27)
_DOUBTFUL = 0.6


def check(context: Context) -> Iterator[Finding]:
    """Look at the numbers by which the text names annexes."""
    document, annexes = context.plan.document, context.plan.annexes
    is_party = document.profile == "hd05"
    since = document.date.first_day() if document.date else None
    confidence = _DOUBTFUL if is_party and since and since < _PARTY_FORM else 1.0
    for mention in annex_mentions(context.wording):
        wrong = [n for n in mention.numbers if n.isdigit() != is_party]
        path, stretch = context.wording.place(mention.start, mention.end)
        if len(annexes) == 1 and mention.numbers and not is_party:
            message = "kế hoạch chỉ có một phụ lục thì phụ lục không đánh số"
            yield Finding(path, message, "viết “Phụ lục kèm theo”", stretch)
        elif wrong:
            kind = "Ả Rập (1, 2)" if is_party else "La Mã (I, II)"
            yield Finding(
                path,
                f"theo {_FORM[document.profile]}, phụ lục đánh số bằng chữ số {kind}",
                f"đổi số {', '.join(wrong)} sang chữ số {kind}",
                stretch,
                confidence=confidence,
            )
