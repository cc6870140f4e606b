"""Lời văn mất dấu, nhận dạng kém thì chưa kiểm tra được.

Bản quét nhận dạng không có tiếng Việt cho ra "Ké hoach", "nhiém vu". Các quy tắc về lời văn im lặng
với văn bản như vậy, nên không có phát hiện không có nghĩa là không có lỗi.

Sai: "Trién khai Ké hoach chuyén déi sé"
Đúng: "Triển khai Kế hoạch chuyển đổi số"
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH916", "van-ban-nhan-dang-kem", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Tell once that the words of the plan cannot be judged."""
    wording = context.wording
    if wording.is_readable:
        return
    at, word = min((at, word) for word in wording.unspelt for at in wording.find(word))
    path, stretch = wording.place(at, at + len(word))
    yield Finding(
        path,
        f"lời văn có {len(wording.unspelt)} tiếng không phải tiếng Việt, như “{word}”: bản nhận "
        "dạng kém, các quy tắc về lời văn chưa xét được",
        "nhận dạng lại bằng công cụ có tiếng Việt, hoặc gõ lại, rồi kiểm tra lần nữa",
        stretch,
    )
