"""Viết "hằng năm" hoặc "hàng năm" một cách trong cả văn bản.

Từ điển ghi "hằng" (hằng ngày, hằng tháng, hằng năm); "hàng" cũng quen dùng. Trộn cả hai thì tìm từ
bỏ sót. Sửa theo cách văn bản dùng nhiều hơn, bằng nhau thì theo "hằng".

Sai: "đánh giá hằng năm" ở mục 1, "khen thưởng hàng năm" ở mục 3
Đúng: "hằng năm" ở cả hai
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.wording import Wording

META = Rule("KH915", "hang-lan-lon", Level.NOTE, since="0.1.0")

_TIMES = frozenset(("ngày", "tuần", "tháng", "quý", "năm"))
# "ngân hàng năm 2025", "bán hàng ngày Tết": the word before makes another of it.
_GOODS = frozenset(
    """
    cửa bán khách ngân mặt đơn giao nhà mua xếp gian lô kiện tiền đặt chở kho hiệu loại xuất nhập
    chuyển đóng nguồn chợ
    """.split()  # noqa: SIM905  words, not code
)
_WAYS = {"hằng": "hàng", "hàng": "hằng", "Hằng": "Hàng", "Hàng": "Hằng"}


def check(context: Context) -> Iterator[Finding]:
    """Yield the places of the rarer way."""
    wording = context.wording
    known = wording.vocabulary
    if known.isdisjoint(("hằng", "Hằng")) or known.isdisjoint(("hàng", "Hàng")):
        return
    usual, other = _places(wording, "hằng"), _places(wording, "hàng")
    if not usual or not other:
        return
    wrong, right = (other, usual) if len(other) <= len(usual) else (usual, other)
    for at, words in wrong:
        path, stretch = wording.place(at, at + len(words))
        wanted = _WAYS[words[:4]] + words[4:]
        yield Finding(
            path,
            f"“{words}” viết khác “{right[0][1]}” ở chỗ khác của văn bản",
            f"viết “{wanted}”",
            stretch,
            related=wording.place(right[0][0], right[0][0])[0],
            related_message="cách viết kia ở đây",
            fix=Fix((Replacement(path, stretch, wanted),), safe=True),
        )


def _places(wording: Wording, way: str) -> list[tuple[int, str]]:
    """Return place and words of each time in the *way*, in the order of reading."""
    tokens = wording.tokens
    words = {
        f"{tokens[i]} {tokens[i + 1]}"
        for i in wording.places_of((way, way.title()))
        if tokens[i + 1] in _TIMES
    }
    return sorted(
        (at, time)
        for time in words
        for at in wording.find(time)
        if wording.text[max(0, at - 12) : at].split()[-1:] == []
        or wording.text[max(0, at - 12) : at].split()[-1].lower() not in _GOODS
    )
