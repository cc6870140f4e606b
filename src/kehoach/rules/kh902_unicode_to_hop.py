"""Chữ phải là Unicode dựng sẵn (một ký tự một chữ có dấu), không phải tổ hợp chữ rời và dấu rời.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục I.4: bộ mã Unicode theo TCVN 6909:2001. Chữ tổ hợp nhìn
như chữ đúng nhưng tìm không ra, sắp xếp sai, đếm sai. Các quy tắc về chữ khác bỏ qua đoạn còn chữ
tổ hợp.

Sai: "kế hoạch" gõ bằng e, dấu mũ, dấu sắc rời
Đúng: "kế hoạch" gõ bằng ế
"""

import re
import unicodedata
from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule

META = Rule("KH902", "unicode-to-hop", Level.WARNING, since="0.1.0")

_DECOMPOSED = re.compile(r"\w*[\u0300-\u036f][\w\u0300-\u036f]*")


def check(context: Context) -> Iterator[Finding]:
    """Look for texts that are not in the composed form."""
    for path, text in context.wording.decomposed:
        composed = unicodedata.normalize("NFC", text)
        word = _DECOMPOSED.search(text)
        yield Finding(
            path,
            "chữ viết bằng Unicode tổ hợp (chữ và dấu rời nhau)",
            "chuyển cả đoạn sang Unicode dựng sẵn",
            word.span() if word else (0, len(text)),
            fix=Fix((Replacement(path, (0, len(text)), composed),), safe=True),
        )
