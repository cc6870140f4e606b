"""Một từ chung phải viết hoa hay viết thường một cách trong cả văn bản.

Sau "các", tên loại cơ quan, đơn vị là từ chung: "các chi bộ", "các trường học" (phụ lục II Nghị
định 30/2020/NĐ-CP chỉ viết hoa tên riêng của từng nơi). Những từ chung khác ở khóa ``mot_cach`` của
templates/ngon-ngu/viet-hoa.yaml chỉ bị nhắc khi chính văn bản viết thường ở phần lớn các chỗ.

Sai: "các Chi bộ trực thuộc" ở đề mục 4, "các chi bộ định kỳ báo cáo" ở đề mục 5
Đúng: "các chi bộ" ở cả hai
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.tables import pairs
from kehoach.rules.wording import Wording

META = Rule("KH912", "viet-hoa-lan-lon", Level.NOTE, since="0.1.0")

_KINDS = frozenset(
    """
    trường trạm thôn xóm ấp bản buôn phòng sở ngành tổ xã phường
    """.split()  # noqa: SIM905  words, not code
)
_KINDS_OF_TWO = frozenset(
    {"chi bộ", "chi đoàn", "chi hội", "cơ quan", "đơn vị", "doanh nghiệp", "hợp tác", "cấp ủy"}
    | {"đảng bộ", "đảng ủy", "đoàn thể", "địa phương"}
)
"""What there are many of, behind "các": a common noun."""
_MANY = ("các", "Các")
_MOSTLY = 3


def check(context: Context) -> Iterator[Finding]:
    """Compare the capitals behind "các", then those of the common words of the list."""
    wording = context.wording
    if not wording.is_readable:
        return
    yield from _behind_many(wording)
    for capital, small, parts in _common_words():
        if not wording.vocabulary.issuperset(parts):
            continue
        found = [at for at in wording.find(capital) if not _is_name(wording, at)]
        if found and wording.text.count(small) >= _MOSTLY * len(found):
            at_small = wording.text.index(small)
            for at in found:
                yield _finding(wording, at, capital, small, at_small)


def _behind_many(wording: Wording) -> Iterator[Finding]:
    tokens = wording.tokens
    forms: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for i in wording.places_of(_MANY):
        word = tokens[i + 1]
        if (word.islower() or word.istitle()) and _is_kind(word.lower(), tokens[i + 2]):
            forms[word.lower(), tokens[i + 2]][word] = tokens[i]
    for (small, behind), written in forms.items():
        if len(written) == 1:
            continue
        joined = ("", " ")[behind.isalnum()]
        found = [
            at for many in _MANY for at in wording.find(f"{many} {small.title()}{joined}{behind}")
        ]
        other = next(wording.find(f"{written[small]} {small}{joined}{behind}"), None)
        for at in found if other is not None else ():
            start = at + len("các ")
            words = f"{small.title()}{joined}{behind}".rstrip(",;. ")
            yield _finding(wording, start, words, small + words[len(small) :], other)


def _is_kind(word: str, behind: str) -> bool:
    return word in _KINDS or f"{word} {behind}" in _KINDS_OF_TWO


def _is_name(wording: Wording, at: int) -> bool:
    """Tell whether the capital at *at* opens a sentence or stands in a name or a quotation."""
    before = wording.text[max(0, at - 16) : at].rstrip(" ")
    if wording.starts_sentence(at) or before.endswith(("“", '"', "-", "(", ";")):
        return True
    last = before.rpartition(" ")[2]
    if not last.rstrip(",").isalpha():  # a line of a cell of a table may end before it
        return True
    return last[:1].isupper() or last.lower() in _NAMING


_NAMING = frozenset(
    """
    tháng ngày tuần hội về tạo đạo và số giả viên ứng thống mục mềm tảng trình án đề hoạch thi dụng
    hình trào đàn nghị thảo sàn ngành trúc tay thẻ trang khung lạc bộ quỹ
    """.split()  # noqa: SIM905  words, not code
)
"""Words that a name with capitals follows: "Ngày Pháp luật", "Ban Chỉ đạo Chính quyền điện tử"."""


def _finding(wording: Wording, at: int, wrong: str, right: str, other: int | None) -> Finding:
    path, stretch = wording.place(at, at + len(wrong))
    return Finding(
        path,
        f"“{wrong}” viết hoa, chỗ khác của văn bản viết “{right}”",
        f"viết “{right}”",
        stretch,
        related=None if other is None else wording.place(other, other)[0],
        related_message="viết thường ở đây",
        fix=Fix((Replacement(path, stretch, right),), safe=True),
        confidence=0.85,
    )


@lru_cache
def _common_words() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(
        (capital, small, tuple(capital.split()))
        for capital, small in pairs("viet-hoa", "mot_cach").items()
    )
