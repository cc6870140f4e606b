"""Một văn bản đặt dấu thanh theo một cách: hóa, ủy, thủy hoặc hoá, uỷ, thuỷ, không trộn cả hai.

Hai cách đều đọc được, nhưng trộn lẫn thì tìm từ bỏ sót, so hai bản thấy khác ở chỗ không khác.
Nghị định 30/2020/NĐ-CP viết cách mới (hóa, ủy); Hướng dẫn 05-HD/VPTW viết uỷ. Chỗ sửa theo cách
mà văn bản dùng nhiều hơn, bằng nhau thì theo cách mới. Tên riêng giữ nguyên.

Sai: "cụ thể hóa" ở mục I và "số hoá" ở mục II
Đúng: "cụ thể hóa" và "số hóa"
"""

from collections.abc import Iterable, Iterator

from kehoach.language.fold import normalize
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.wording import WORD, Wording

META = Rule("KH901", "dau-thanh-lan-lon", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Yield the words of the rarer way, one finding for each text."""
    wording = context.wording
    old, new = wording.old_tone, wording.new_tone
    if not (old and new):
        return
    # Words written both ways or each in one way: both are a mixture.
    old_places, new_places = _places(wording, old), _places(wording, new)
    if not old_places or not new_places:
        return
    to_new = len(old_places) <= len(new_places)
    wrong, right = (old_places, new_places) if to_new else (new_places, old_places)
    example = wording.text[slice(*right[0])]
    by_text: dict[tuple[str | int, ...], list[tuple[int, int]]] = {}
    for start, end in sorted(wrong):
        by_text.setdefault(wording.place(start, end)[0], []).append((start, end))
    for path, places in by_text.items():
        word = wording.text[slice(*places[0])]
        yield Finding(
            path,
            f"“{word}” đặt dấu thanh khác cách của cả văn bản "
            f"(“{example}”, {len(right)} chỗ; cách kia {len(wrong)} chỗ)",
            f"viết {_moved(word, to_new=to_new)}",
            wording.place(*places[0])[1],
            related=wording.place(*right[0])[0],
            fix=Fix(
                tuple(
                    Replacement(
                        path,
                        wording.place(*place)[1],
                        _moved(wording.text[slice(*place)], to_new=to_new),
                    )
                    for place in places
                ),
                safe=True,
            ),
        )


def _places(wording: Wording, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where *words* stand, names left out, in the order of reading."""
    return sorted(
        (at, at + len(word))
        for word in words
        for at in wording.find(word)
        if not (word.istitle() and _in_name(wording, at, at + len(word)))
    )


def _in_name(wording: Wording, start: int, end: int) -> bool:
    """Tell whether a neighbour is capitalised too: Thanh Hoá, Hoà Bình."""
    text = wording.text
    before = text[max(start - 12, 0) : start]
    words = WORD.findall(before)
    after = WORD.match(text, end + 1)
    behind = text[end : end + 1] == " " and after is not None and after[0].istitle()
    return behind or (before.endswith(" ") and bool(words) and words[-1].istitle())


def _moved(word: str, *, to_new: bool) -> str:
    if to_new:
        return normalize(word)
    old = _TO_OLD[word[-2:].lower()]
    return word[:-2] + (old.upper() if word[-2:].isupper() else old)


_TO_OLD = {
    normalize(first + marked): first + marked
    for first, letters in (("o", "àáảãạèéẻẽẹ"), ("u", "ỳýỷỹỵ"))
    for marked in letters
}
