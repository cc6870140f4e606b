"""Ấp, buôn, xóm là tên gọi của một số tỉnh, gặp ở nơi khác thường là chép từ kế hoạch khác.

Bảng ``templates/don-vi/thon-ap.yaml`` ghi nơi quen dùng từng tên; địa phương sửa được. "xóm" còn
là cách nói thường ngày nên chỉ được nêu khi dùng ``--pedantic``.

Sai: Tổ công nghệ số cộng đồng tại các ấp (kế hoạch của một xã tỉnh Quảng Trị)
Đúng: Tổ công nghệ số cộng đồng tại các thôn
"""

from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import read_table

META = Rule("KH510", "ten-thon-la", Level.WARNING, since="0.1.0")

_LISTS = ("các ", "từng ", "mỗi ", "trưởng ", ", ", "xã, ", "thôn, ")
# "ấp ủ", "ấp trứng", "buôn bán", "buôn lậu" are other words.
_OTHER_WORDS = (" ủ", " trứng", " nở", " bán", " lậu", " làng", " chuyến", " gian")


def check(context: Context) -> Iterator[Finding]:
    """Look for each word as the name of a place; one finding a word, at its first use."""
    plan = context.plan
    province = fold(plan.commune.province)
    if not province or "[" in province:
        return
    running = context.running_text
    for word, line in read_table("don-vi/thon-ap").items():
        if any(province.endswith(fold(name)) for name in line["tinh"]):
            continue
        for start, end in running.words(word):
            before = running.before(start, 8)
            if before.endswith(_LISTS) and not running.after(end, 8).startswith(_OTHER_WORDS):
                path, stretch = running.place(start, end)
                yield Finding(
                    path,
                    f"“{word}” không phải cách gọi quen dùng ở {plan.commune.province}",
                    "kiểm tra cách gọi thôn, tổ dân phố của địa phương",
                    stretch=stretch,
                    confidence=float(line["chac"]),
                )
                break
