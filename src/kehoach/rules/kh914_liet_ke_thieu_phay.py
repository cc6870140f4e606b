"""Các từ liệt kê phải có dấu phẩy, như chỗ khác của văn bản.

"Cán bộ, công chức" là hai loại người (Luật Cán bộ, công chức); bỏ dấu phẩy thì thành một. Chỉ nhắc
khi chính văn bản có chỗ viết đủ dấu phẩy. Danh sách ở templates/ngon-ngu/liet-ke.yaml.

Sai: "cán bộ công chức, viên chức" ở mục 2, "cán bộ, công chức, viên chức" ở mục 3
Đúng: "cán bộ, công chức, viên chức" ở cả hai
"""

from collections.abc import Iterator
from functools import lru_cache

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.tables import pairs

META = Rule("KH914", "liet-ke-thieu-phay", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for the words of the list without commas where the plan has them with commas too."""
    wording = context.wording
    for wrong, right, parts in _table():
        found = list(wording.find(wrong)) if wording.vocabulary.issuperset(parts) else ()
        other = wording.text.find(right) if found else -1
        if other < 0:
            continue
        for at in found:
            path, stretch = wording.place(at, at + len(wrong))
            yield Finding(
                path,
                f"“{wrong}” thiếu dấu phẩy, chỗ khác của văn bản viết “{right}”",
                f"viết “{right}”",
                stretch,
                related=wording.place(other, other)[0],
                related_message="viết đủ dấu phẩy ở đây",
                fix=Fix((Replacement(path, stretch, right),), safe=False),
                confidence=0.85,
            )


@lru_cache
def _table() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(
        (wrong, right, tuple(wrong.replace(",", " ").split()))
        for wrong, right in pairs("liet-ke").items()
    )
